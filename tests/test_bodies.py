"""Bodies: text → organs with their full names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.knowledge.bodies import organs
from luoshi.language.bodies import bodies, full_name


def shown(text: str, place: str = "") -> list[str]:
    return [f"{body.quote}={body.name}" for body in bodies(text, place)]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("市科技局表示", "青岛市", ["市科技局=青岛市科学技术局"]),
        ("市科技局表示", "临澜市", ["市科技局=临澜市科学技术局"]),
        ("市科技局表示", "", ["市科技局=市科学技术局"]),
        ("省科技厅", "青岛市", ["省科技厅=山东省科学技术厅"]),
        ("市委、市政府", "青岛市", ["市委=中共青岛市委员会", "市政府=青岛市人民政府"]),
        ("中共上海市委", "", ["中共上海市委=中共上海市委员会"]),
        ("市委组织部", "青岛市", ["市委组织部=中共青岛市委员会组织部"]),
        ("市人大常委会", "青岛市", ["市人大常委会=青岛市人民代表大会常务委员会"]),
        ("市政协", "青岛市", ["市政协=中国人民政治协商会议青岛市委员会"]),
        ("市中级人民法院", "青岛市", ["市中级人民法院=青岛市中级人民法院"]),
        ("团市委", "青岛市", ["团市委=中国共产主义青年团青岛市委员会"]),
        ("市教育局、财政局和民政局", "青岛市", ["市教育局=青岛市教育局", "财政局=青岛市财政局", "民政局=青岛市民政局"]),
        ("海南省委和省政府", "中国", ["海南省委=中共海南省委员会", "省政府=海南省人民政府"]),
        ("州财政局", "红河哈尼族彝族自治州", ["州财政局=红河哈尼族彝族自治州财政局"]),
        ("上合示范区管委会", "青岛市", ["上合示范区管委会=上合示范区管理委员会"]),
        ("人民银行青岛市分行", "青岛市", ["人民银行青岛市分行=中国人民银行青岛分行"]),
        ("青岛海关", "青岛市", ["青岛海关=青岛海关"]),
        ("国家能源局和工信部", "", ["国家能源局=国家能源局", "工信部=工业和信息化部"]),
        ("伊朗外交部与外交部", "", ["伊朗外交部=伊朗外交部", "外交部=外交部"]),
    ],
)
def test_bodies(text: str, place: str, expected: list[str]) -> None:
    assert shown(text, place) == expected


@pytest.mark.parametrize(
    "text", ["社会各界", "全市委员", "城市政府债务", "省市县政府", "财政局势", "局长会议", "委员会", ""]
)
def test_words_that_are_no_bodies(text: str) -> None:
    assert shown(text, "青岛市") == []


def test_a_full_name_is_that_of_the_whole_quote() -> None:
    assert full_name("市卫生健康委", "青岛市") == "青岛市卫生健康委员会"
    assert full_name("市卫生健康委主任", "青岛市") == ""


def test_no_short_form_is_given_twice() -> None:
    local = [form for table in ("local", "party") for full, forms in organs()[table].items() for form in (full, *forms)]
    assert sorted(local) == sorted(set(local))


@given(
    st.lists(st.sampled_from([*"市省科技教育局委政府人大常会党上合示范区管、和，国务院青岛"]), max_size=30).map("".join)
)
def test_bodies_stand_in_order_where_they_say(text: str) -> None:
    end = 0
    for body in bodies(text, "青岛市"):
        assert body.start >= end
        assert text[body.start : body.end] == body.quote != ""
        end = body.end


@given(st.text(max_size=60), st.text(max_size=6))
def test_any_text_can_be_searched(text: str, place: str) -> None:
    for body in bodies(text, place):
        assert text[body.start : body.end] == body.quote
