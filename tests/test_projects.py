"""Projects: the rules' examples, stages, sections, tables, the sample page, and that any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech_texts import SHARED

import luoshi
from luoshi.language.rules import RULES
from luoshi.reading import read
from luoshi.records import Project

SAMPLE = SHARED / "samples" / "qingdao-daily-2025-01-01.txt"
EXAMPLES = [
    (rule.name, text, expected)
    for rule in RULES.values()
    if rule.module
    in (
        "luoshi.reading.projects",
        "luoshi.reading.project_tables",
        "luoshi.reading.project_glossaries",
    )
    for text, expected in rule.examples
]


def told(text: str, date: str = "2025-03-10") -> tuple[Project, ...]:
    """The projects of a text of the invented city."""
    return read(text, date=date, place="临澜市").projects


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_example(name: str, text: str, expected: str) -> None:
    found = told(text)
    assert " / ".join(f"{one.name} {one.stage}{' ahead' if one.ahead else ''}" for one in found) == expected
    for one in found:
        assert one.quote == text[one.start : one.end]
        assert one.rule in RULES


def test_every_rule_is_at_work_in_its_examples() -> None:
    for name, text, expected in EXAMPLES:
        if expected:
            assert name in {one.rule for one in told(text)}, text


def test_the_section_says_whether_a_stage_is_to_come_and_when() -> None:
    text = (
        "临澜市政府工作报告\n各位代表：\n一、2024年工作回顾\n青石水库、南塘大桥等项目建成投用，港区面貌一新。\n"
        "二、2025年工作安排\n加快推进临澜至青石铁路、环湾高速青石至南塘段等重点项目建设，争取早日见效。\n"
    )
    found = told(text, "2025-01-14")
    assert [(one.name, one.stage, one.ahead, one.period) for one in found] == [
        ("青石水库", "done", False, "2024"),
        ("南塘大桥", "done", False, "2024"),
        ("临澜至青石铁路", "going on", True, "2025"),
        ("环湾高速青石至南塘段", "going on", True, "2025"),
    ]


def test_names_of_a_list_borrow_what_the_class_says() -> None:
    found = told("今年要加快推进青石、望渔、北浦等高速公路建设。")
    assert [one.name for one in found] == ["青石高速公路", "望渔高速公路", "北浦高速公路"]
    assert [one.quote for one in found] == ["青石", "望渔", "北浦"]


def test_a_name_ends_before_the_time_of_its_verb() -> None:
    assert [one.name for one in told("临青城际铁路北段今天开通运营。")] == ["临青城际铁路北段"]


def test_a_row_names_its_body() -> None:
    (first, _) = told(next(text for name, text, _ in EXAMPLES if name == "project in a table's row"))
    assert (first.body, first.place) == ("市水务局", "临澜市")


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample page is not there")
def test_sample_page_names_its_projects_with_body_and_stage() -> None:
    found = read(luoshi.open(SAMPLE, date="2025-01-01", place="青岛市")).projects
    named = [one for one in found if one.body == "市交通运输局"]
    assert [one.stage for one in named] == [*["going on"] * 3, *["start"] * 3, *["going on"] * 2]
    assert all(one.ahead and one.period == "2025" for one in named)
    assert len(found) >= 10


@given(st.text(alphabet="推进建成开工水库大桥等项目和、，。（）“”：一二12号线至段 \n|", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for one in told(text):
        assert one.name
        assert one.end > one.start
