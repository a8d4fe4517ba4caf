"""Statements: the rules' examples, the labelled page, and that any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech_texts import SHARED, examples_of, labelled_page, speech, told

from luoshi.reading import read
from luoshi.reading.outline import outline
from luoshi.reading.statements import statements

MODULES = ("statements", "speakers", "quotations", "reported_speech", "reporting_headlines")


@pytest.mark.parametrize(("text", "expected"), examples_of("statements"))
def test_example(text: str, expected: str) -> None:
    assert told(text) == expected


def test_every_rule_is_at_work_in_its_examples() -> None:
    made = {one.rule for module in MODULES for text, _ in examples_of(module) for one in speech(text)}
    assert made == {
        "headline that reports",
        "quotation before its speaker",
        "quotation behind its speaker",
        "quotation beside a person",
        "quotation in a dialogue",
        "quotation within a turn",
        "quotation over paragraphs",
        "reported speech",
        "turn of an interview",
    }


def test_a_person_of_one_article_does_not_speak_in_the_next() -> None:
    assert speech("他说，桥修好了。") == ()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled texts are not here")
def test_labelled_page() -> None:
    page, offices, labels = labelled_page()
    found = {(s.start, s.end, s.speaker, s.mode) for s in statements(outline(page), page.text, offices)}
    wanted = {(x["start"], x["end"], x["speaker"], x["mode"]) for x in labels if x["type"] == "statement"}
    assert len(wanted & found) >= 27
    assert len(found - wanted) <= 1


PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "‘",
            "’",
            "。",
            "，",
            "：",
            "；",
            "！",
            "\n",
            "市教育局局长方敏",
            "何立诚",
            "表示",
            "说",
            "他",
            "指出",
            "会议",
            "要求",
            "据",
            "将新建学校",
            "参加调研",
            "1日",
            "称",
            "（",
            "）",
            "记者",
            "　",
            "—",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES | st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for statement in speech(text):
        assert statement.quote == text[statement.start : statement.end]
        assert statement.speaker


@given(st.integers(0, 60), st.integers(0, 60))
def test_cut_text_can_be_read(start: int, length: int) -> None:
    text = "“路修好了，”村民赵大叔说，“果子也卖得出去了。”市教育局局长方敏表示，今年建两所学校；他说：“明年再建。”"[
        start : start + length
    ]
    for statement in speech(text):
        assert statement.quote == text[statement.start : statement.end]


def test_a_surname_and_a_title_are_the_person_whom_the_document_names() -> None:
    text = "市教育局局长方敏到会。方局长叮嘱随行的负责同志，校车要够用。"
    assert [(one.speaker, one.quote) for one in read(text, place="临澜市").statements] == [("方敏", "校车要够用。")]


def test_bodies_answer_on_a_page_of_a_hotline() -> None:
    text = "热线回音壁\n\n市民祝先生：临河路何时通车？\n\n市住建局：计划7月15日前通车。"
    told = [(one.speaker, one.quote) for one in read(text, place="临澜市").statements]
    assert told == [("祝先生", "临河路何时通车？"), ("市住建局", "计划7月15日前通车。")]


def test_the_last_clause_in_quotation_marks_is_the_speakers() -> None:
    text = "市教育局局长方敏说，校舍秋天启用，“再拖就误了孩子们开学”。全市已有校车三百辆。"
    told = [(one.mode, one.quote) for one in read(text, place="临澜市").statements]
    assert told == [("indirect", "校舍秋天启用"), ("direct", "再拖就误了孩子们开学")]
