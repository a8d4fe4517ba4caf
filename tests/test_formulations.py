"""Formulations: the rules' examples, who uses a phrase and when, the labelled page, and that any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech_texts import SHARED, document, labelled_page, office_mentions

from luoshi.language.rules import RULES
from luoshi.reading.formulations import formulations
from luoshi.reading.outline import outline
from luoshi.reading.statements import statements
from luoshi.records import Formulation

EXAMPLES = [
    (rule.name, text, expected)
    for rule in RULES.values()
    if rule.module == "luoshi.reading.formulations"
    for text, expected in rule.examples
]


def read(text: str) -> tuple[Formulation, ...]:
    """The formulations of a text of the invented city."""
    parts = outline(document(text))
    return formulations(parts, text, statements(parts, text, office_mentions(text)), "2025-01-10")


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_example(name: str, text: str, expected: str) -> None:
    found = read(text)
    assert " / ".join(f"{f.phrase} {f.head}".strip() for f in found) == expected
    for formulation in found:
        assert formulation.quote == text[formulation.start : formulation.end]


def test_every_rule_is_at_work_in_its_examples() -> None:
    for name, text, expected in EXAMPLES:
        if expected:
            assert name in {f.rule for f in read(text)}, text


def test_whoever_speaks_uses_the_phrase_and_the_document_dates_it() -> None:
    (formulation,) = read("市教育局局长方敏表示，将深入开展“预见临澜”行动。")
    assert (formulation.user, formulation.period) == ("方敏", "2025-01-10")


def test_the_body_named_before_the_phrase_uses_it() -> None:
    (formulation,) = read("市委提出的“六个抓手”深入人心。")
    assert formulation.user == "市委"


def test_speech_is_no_formulation() -> None:
    assert read("市教育局局长方敏说：“先修校舍，再建操场。”") == ()
    assert read("市教育局局长方敏强调，“一切为了孩子平安”。") == ()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled texts are not here")
def test_programmes_of_the_labelled_page() -> None:
    page, offices, _ = labelled_page()
    parts = outline(page)
    found = formulations(parts, page.text, statements(parts, page.text, offices), page.date)
    assert {
        ("10+1", "创新型产业体系"),
        ("4+4+2", "现代海洋产业体系"),
        ("在青岛·青易办", "服务品牌"),
        ("参保一件事", "平台"),
        ("十个持续用力", "要求"),
        ("千万工程", "经验"),
        ("全民参保·温暖万家", "工程"),
    } <= {(f.phrase, f.head) for f in found}


PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "‘",
            "’",
            "。",
            "，",
            "、",
            "：",
            "\n",
            "行动",
            "三个一批",
            "10+1",
            "现代",
            "产业体系",
            "市教育局局长方敏",
            "说",
            "会议提出",
            "走在前",
            "挑大梁",
            "的",
            "·",
            "推动",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES | st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for formulation in read(text):
        assert formulation.quote == text[formulation.start : formulation.end]
        assert formulation.phrase
