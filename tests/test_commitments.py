"""Commitments: the rules' examples, who acts and by when, the labelled page, and that any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech_texts import SHARED, document, labelled_page, office_mentions

from luoshi.language.rules import RULES
from luoshi.reading.commitments import commitments
from luoshi.reading.outline import outline
from luoshi.reading.statements import statements
from luoshi.records import Commitment

EXAMPLES = [
    (rule.name, text, expected)
    for rule in RULES.values()
    if rule.module == "luoshi.reading.pledging_bodies"
    for text, expected in rule.examples
]


def read(text: str, place: str = "临澜市") -> tuple[Commitment, ...]:
    """The commitments of a text of the invented city."""
    parts = outline(document(text, place))
    offices = office_mentions(text)
    return commitments(parts, text, offices, statements(parts, text, offices), place)


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_example(name: str, text: str, expected: str) -> None:
    found = read(text)
    assert " / ".join(f"{c.actor}: {c.quote}" for c in found) == expected
    for commitment in found:
        assert commitment.quote == text[commitment.start : commitment.end]


def test_the_speaker_and_where_the_actor_was_named_are_kept() -> None:
    (commitment,) = read("市教育局局长方敏表示，将新建两所学校。")
    assert commitment.speaker == "方敏"
    ((name, source),) = commitment.sources
    assert (name, source.quote) == ("actor", "市教育局局长方敏")


def test_the_theme_is_the_innermost_heading_without_its_number() -> None:
    (commitment,) = read("二、2025年工作安排\n（一）建设海洋强市。\n加快建设环湾快速路。")
    assert commitment.theme == "建设海洋强市"


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("到2027年建成三号码头", "2027"),
        ("年底前建成三号码头", "2025-12-31"),
        ("今年新建公园六个", "2025"),
        ("上半年开工建设环湾快速路", "2025-01/2025-06"),
        ("加快建设环湾快速路", ""),
        ("巩固2023年整治成果", ""),
    ],
)
def test_deadline(sentence: str, deadline: str) -> None:
    (commitment,) = read(f"二、2025年工作安排\n{sentence}。")
    assert commitment.deadline == deadline


def test_a_deadline_without_a_year_lies_ahead_of_the_document() -> None:
    text = "市水务局局长何立诚表示，将在6月底前更换水表。"
    parts = outline(document(text))
    offices = office_mentions(text)
    (commitment,) = commitments(parts, text, offices, statements(parts, text, offices), "临澜市", "2025-01-10")
    assert commitment.deadline == "2025-06-30"


def test_the_body_is_the_full_name_of_the_actor() -> None:
    (commitment,) = read("市教育局局长方敏表示，将新建两所学校。")
    assert (commitment.actor, commitment.body) == ("市教育局", "临澜市教育局")


@pytest.mark.parametrize(
    ("place", "actor"),
    [
        ("中国", "国务院"),
        ("东屿省", "省政府"),
        ("临澜市", "市政府"),
        ("青石县", "县政府"),
        ("南沙自治区", "自治区政府"),
        ("", ""),
    ],
)
def test_the_government_that_reports_is_the_actor(place: str, actor: str) -> None:
    (commitment,) = read("二、2025年工作安排\n加快建设环湾快速路。", place)
    assert commitment.actor == actor


def test_a_review_under_the_plan_commits_nobody_and_the_plan_goes_on_after_it() -> None:
    text = (
        "一、2024年工作回顾\n建成公园六个。\n二、2025年工作安排\n新建公园六个。\n三、切实加强自身建设\n严格执行预算。"
    )
    assert [c.quote for c in read(text)] == ["新建公园六个", "严格执行预算"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled texts are not here")
def test_labelled_page() -> None:
    page, offices, labels = labelled_page()
    parts = outline(page)
    found = commitments(parts, page.text, offices, statements(parts, page.text, offices), page.place)
    wanted = {(x["start"], x["end"], x["actor"], x["speaker"]) for x in labels if x["type"] == "task"}
    read_ = {(c.start, c.end, c.actor, c.speaker) for c in found}
    # Of the page's articles only the interview has labels of commitments.
    first, last = min(wanted)[0], max(wanted)[1]
    assert len(wanted & read_) >= 38
    assert len({place for place in read_ - wanted if first <= place[0] < last}) <= 3


PIECES = st.lists(
    st.sampled_from(
        [
            "二、2025年工作安排\n",
            "一、2024年工作回顾\n",
            "（一）加快发展\n",
            "“",
            "”",
            "。",
            "，",
            "；",
            "：",
            "\n",
            "市教育局局长方敏",
            "表示",
            "将",
            "要",
            "计划",
            "拟",
            "新建学校",
            "我们",
            "加快",
            "年底前",
            "（责任单位：市水务局）",
            "由市水务局牵头",
            "的",
            "是",
            "临澜市",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES | st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for commitment in read(text):
        assert commitment.quote == text[commitment.start : commitment.end]
