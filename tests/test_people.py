"""People: text → the persons that it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.people import name_at, name_before, people


def names(text: str) -> list[str]:
    return [person.name for person in people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市教育局局长方敏表示，校舍建好了。", ["方敏"]),
        ("市水务局局长何立诚表示", ["何立诚"]),
        ("市长周闻笙在会上说", ["周闻笙"]),
        ("局长欧阳青山主持会议", ["欧阳青山"]),
        ("市委副书记方敏作了讲话", ["方敏"]),
        ("会上，方敏同志作报告", ["方敏"]),
        ("会见何立诚部长后", ["何立诚"]),
        ("□临澜日报记者 方敏 何立诚 周闻笙", ["方敏", "何立诚", "周闻笙"]),
        ("总统马克西姆·杜波瓦表示", ["马克西姆·杜波瓦"]),
        ("局长们高度重视，主任应当负责", []),
        ("主席国和代表团", []),
        ("各局负责人谈今年的打算", []),
        ("听主任谈怎样把路修好", []),
        ("建成院士小镇，", []),
        ("", []),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "foreign", "name"),
    [
        ("方敏表示", False, "方敏"),
        ("方敏将于明天", False, "方敏"),
        ("何立诚、方敏", False, "何立诚"),
        ("杜波瓦表示", True, "杜波瓦"),
        ("应当负责", False, ""),
        ("表示", False, ""),
    ],
)
def test_where_a_name_ends(text: str, foreign: bool, name: str) -> None:
    assert text[: name_at(text, 0, foreign)] == name


def test_a_name_before_a_title_begins_with_its_surname() -> None:
    assert name_before("会见何立诚", 5) == 2
    assert name_before("市委党组", 4) == -1
    assert name_before("同杜波瓦", 4, foreign=True) == 1


@given(st.lists(st.sampled_from([*"市长局书记方敏何立诚同志记者、，表示·马克 的"]), max_size=30).map("".join))
def test_people_stand_in_order_where_they_say(text: str) -> None:
    end = 0
    for person in people(text):
        assert person.start >= end
        assert text[person.start : person.end] == person.quote
        assert person.name
        end = person.end


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for person in people(text):
        assert text[person.start : person.end] == person.quote


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石磊用红笔画了三个圈。", "石磊"),
        ("岑立群站在坝上。", "岑立群"),
        ("方敏调任省里。", "方敏"),
        ("方敏笑言不累。", "方敏"),
        ("耿大有、方敏出席。", "耿大有"),
        ("安德烈·科林来访。", "安德烈·科林"),
        ("牧民才旺·多吉正看手机。", ""),
    ],
)
def test_a_name_ends_before_what_ends_none(text: str, name: str) -> None:
    assert text[: name_at(text, 0)] == name
