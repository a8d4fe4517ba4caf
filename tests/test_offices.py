"""Offices: text → who holds which post."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from luoshi.language.passage import Passage
from luoshi.language.rules import RULES
from luoshi.reading.offices import offices
from luoshi.reading.outline import Block, Outline, outline
from luoshi.records import Document, Office

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
MODULES = ("luoshi.reading.offices", "luoshi.reading.appointments")
RULE_EXAMPLES = [example for rule in RULES.values() if rule.module in MODULES for example in rule.examples]


def read(text: str, place: str = "临澜市") -> tuple[Office, ...]:
    if not text:
        return offices(Outline((), (), ()), text, place)
    return offices(Outline((), (), (Block("paragraph", Passage.of(text, (0, len(text))), 0),)), text, place)


def shown(text: str) -> str:
    return " / ".join(f"{office.person} {office.organisation} {'、'.join(office.posts)}" for office in read(text))


@pytest.mark.parametrize(("text", "yields"), RULE_EXAMPLES)
def test_the_rules_examples(text: str, yields: str) -> None:
    assert shown(text) == yields


@pytest.mark.parametrize(
    ("text", "yields"),
    [
        ("市委常委、组织部部长方敏出席", "方敏 市委 常委、组织部部长"),
        ("青岛市委副书记、市长何立诚主持", "何立诚 青岛市委 副书记、市长"),
        (
            "西湾新区工委副书记，东港自贸片区管委主任何立诚表示",
            "何立诚 西湾新区 工委副书记 / 何立诚 东港自贸片区 管委主任",
        ),
        ("市委常委、市公安局局长方敏到会", "方敏 市委 常委、市公安局局长"),
        (
            "成员：方敏（市财政局副局长）、卓玛次仁（市水务局局长）",
            "方敏  成员 / 方敏 市财政局 副局长 / 卓玛次仁 市水务局 局长",
        ),
        ("方敏、卓玛（女，藏族）当选为市人大常委会副主任", "方敏 市人大常委会 副主任 / 卓玛 市人大常委会 副主任"),
        ("市长贺兰若主持。贺市长指出，要稳。", "贺兰若  市长 / 贺兰若  市长"),
        ("临澜膜业集团总经理方敏到会。方总坦言，缺电。", "方敏 临澜膜业集团 总经理 / 方敏  总经理"),
        ("副县长宫凡、水修远、刀兰香出席", "宫凡  副县长 / 水修远  副县长 / 刀兰香  副县长"),
        ("参建单位代表、临澜港集团经理方敏发言", "方敏 临澜港集团 经理"),
        ("市人大常委会听取报告，代表姬先生到会", ""),
        ("市教育局长方敏说", "方敏 市教育局 局长"),
        ("副市长方敏、何立诚参加", "方敏  副市长 / 何立诚  副市长"),
        ("临澜市财政局局长　莫怀洲", "莫怀洲 临澜市财政局 局长"),
        ("会见伊朗外长阿巴西时说", "阿巴西 伊朗 外长"),
        ("临澜港集团党委书记、董事长方敏介绍", "方敏 临澜港集团 党委书记、董事长"),
        ("听取市人大财经委主任委员方敏作的报告", "方敏 市人大财经委 主任委员"),
        ("局长高度重视，主任应当负责，主席国轮换，市长办公会议研究，山西省长治市推进", ""),
        ("衷心感谢何主席", ""),
        ("双方建立市长联席会议制度", ""),
        ("市水务局副局长巫启文边听边记", "巫启文 市水务局 副局长"),
        ("市水务局局长方敏列席会议", "方敏 市水务局 局长"),
        ("市水务局局长郦冰带着干部去看", "郦冰 市水务局 局长"),
        ("市水务局局长向宏远汇报，水位稳定", "向宏远 市水务局 局长"),
        ("市水务局局长向全市汇报", ""),
        ("他们是：瑞典驻华大使昊使博、贝宁驻华大使和丹", "昊使博 瑞典 驻华大使 / 和丹 贝宁 驻华大使"),
        ("临澜港集团原总工程师、今年71岁的方敏说", "方敏 临澜港集团 原总工程师"),
        ("阿不力孜·买买提（临澜商会会长）到会", "阿不力孜·买买提 临澜商会 会长"),
        ("每一个社会成员都要自觉行动", ""),
        ("", ""),
    ],
)
def test_offices(text: str, yields: str) -> None:
    assert shown(text) == yields


def test_a_quote_runs_from_the_organisation_to_the_name() -> None:
    text = "“今年先建两所。”市教育局党组书记、局长方敏表示，要把好事办好。"
    assert [office.quote for office in read(text)] == ["市教育局党组书记、局长方敏"]


def test_an_office_broken_over_columns_keeps_the_pages_words() -> None:
    text = "市教育局局长方\n\n敏表示，校舍建好了。"
    assert [(office.person, office.quote) for office in read(text)] == [("方敏", "市教育局局长方\n\n敏")]


@pytest.mark.parametrize(
    ("text", "place", "body"),
    [
        ("市科技局局长方敏说", "青岛市", "青岛市科学技术局"),
        ("临澜市市长方敏说", "临澜市", "临澜市人民政府"),
        ("外交部长方敏说", "中国", "外交部"),
        ("市长方敏说", "临澜市", ""),
    ],
)
def test_the_organisations_full_name(text: str, place: str, body: str) -> None:
    assert [office.body for office in read(text, place)] == [body]


@example("总\n统")
@given(
    st.lists(st.sampled_from([*"市教育局党组书记长、，方敏何立诚表示副主任兼\n 总统国的习近平"]), max_size=40).map(
        "".join
    )
)
def test_offices_stand_where_they_say(text: str) -> None:
    for office in read(text):
        assert text[office.start : office.end] == office.quote
        assert office.person
        assert all(office.posts)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for office in read(text):
        assert text[office.start : office.end] == office.quote


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled texts are not here")
def test_the_labelled_page() -> None:
    text = (GOLD / "d1_qingdao.txt").read_bytes().decode("utf-8")
    rows = [json.loads(line) for line in (GOLD / "d1_qingdao.jsonl").read_text("utf-8").splitlines()]
    wanted = {
        (row["start"], row["end"], row["person"], row["organisation"], tuple(row["posts"]))
        for row in rows
        if row["type"] == "office"
    }
    found = {
        (office.start, office.end, office.person, office.organisation, office.posts)
        for office in offices(outline(Document("", text)), text, "青岛市")
    }
    assert len(wanted & found) / len(wanted) >= 0.95
    assert len(wanted & found) / len(found) >= 0.9


def test_a_post_beside_somebody_who_holds_one_keeps_their_title() -> None:
    [one] = read("联合国秘书长发言人方敏表示，水够用。")
    assert (one.person, one.organisation, one.posts) == ("方敏", "联合国", ("秘书长发言人",))


@pytest.mark.parametrize("text", ["维护领袖方敏的权威。", "党和国家领导人方敏到会。"])
def test_a_class_of_people_is_no_post(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("behind", ["2日在临澜表示，水够用。", "在11月27日的会议上表示，水够用。"])
def test_a_day_ends_a_foreign_name(behind: str) -> None:
    [one] = read(f"德国总理恩代特瓦{behind}")
    assert one.person == "恩代特瓦"
