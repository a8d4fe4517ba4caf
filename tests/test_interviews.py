"""Interviews: paragraphs → who has the word in each."""

from __future__ import annotations

import re

from luoshi.reading.interviews import Interview, Questions

NAME = re.compile("方敏|何立诚")


def speakers(*paragraphs: str) -> list[str | None]:
    interview = Interview()
    says = [interview.says(text, NAME) for text in paragraphs]
    return [said[1] if said else None for said in says]


def test_a_turn_goes_on_to_the_next_label() -> None:
    assert speakers("东湾日报记者：", "何时开学？", "市教育局局长方敏：", "秋天。", "校车先到。") == [
        "东湾日报记者",
        "东湾日报记者",
        "方敏",
        "方敏",
        "方敏",
    ]


def test_answers_are_theirs_who_answer() -> None:
    told = speakers("市水务局有关负责人就供水回答了记者提问。", "问：水够吗？", "答：够。")
    assert told == [None, "记者", "市水务局有关负责人"]


def test_a_note_of_the_editors_ends_a_turn() -> None:
    assert speakers("记者：水够吗？", "何立诚：够。", "（根据录音整理）", "水库蓄满。") == [
        "记者",
        "何立诚",
        None,
        None,
    ]


def test_a_list_of_duties_is_no_interview() -> None:
    assert speakers("方敏：分管教育", "何立诚：分管水务") == [None, None]


def test_a_heading_ends_a_turn() -> None:
    interview = Interview()
    assert interview.says("记者：水够吗？", NAME) == (3, "记者")
    interview.heading("相关链接")
    assert interview.says("水库蓄满。", NAME) is None


def asked(*paragraphs: str, head: str = "") -> list[bool]:
    questions = Questions()
    questions.headed(head)
    return [questions.asks(text) for text in paragraphs]


def test_a_question_is_known_by_its_label_or_by_its_mark_in_an_interview() -> None:
    assert asked("谁来管？", "市里管。") == [False, False]
    assert asked("谁来管？", "市里管。", head="供水热点问答") == [True, False]
    assert asked("问：水够吗？", "答：够。", "谁说不够？", "追问一句，校车呢？") == [True, False, False, True]
    assert asked("东湾日报记者：", "请问何时开学。", "方敏：", "秋天。") == [False, True, False, False]
