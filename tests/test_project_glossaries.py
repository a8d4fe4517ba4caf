"""Works that the notes of a report name, told as the text tells of the phrase that counts them."""

from __future__ import annotations

from luoshi.reading import read
from luoshi.records import Project

REPORT = (
    "临澜市政府工作报告\n各位代表：\n一、2024年工作回顾\n过去一年，建成2条高速公路，城乡面貌一新。\n"
    "二、2025年工作安排\n今年要推进3个国铁、2个地铁项目建设，让出行更方便。\n名词解释\n"
)


def told(note: str) -> list[tuple[str, str, bool, str]]:
    """The works of a note at the end of the report."""
    return [_told(one) for one in read(REPORT + note, date="2025-01-14", place="临澜市").projects]


def _told(one: Project) -> tuple[str, str, bool, str]:
    return one.name, one.stage, one.ahead, one.period


def test_each_work_has_the_stage_and_the_year_of_the_phrase_in_the_text() -> None:
    assert told("2条高速公路：环湾高速、临青高速北段。") == [
        ("环湾高速", "done", False, "2024"),
        ("临青高速北段", "done", False, "2024"),
    ]


def test_one_note_may_explain_several_phrases() -> None:
    found = told("3个国铁、2个地铁：3个国铁指临青铁路、南塘高铁、港区支线；2个地铁指1号线、2号线东延段。")
    assert [name for name, *_ in found] == ["临青铁路", "南塘高铁", "港区支线", "1号线", "2号线东延段"]
    assert {(stage, ahead) for _, stage, ahead, _ in found} == {("going on", True)}


def test_a_bracket_tells_a_stage_of_its_own() -> None:
    assert told("2个地铁项目，指1号线（计划新开工）和2号线。") == [
        ("1号线", "start", True, "2025"),
        ("2号线", "going on", True, "2025"),
    ]


def test_what_the_text_does_not_count_is_no_project() -> None:
    assert told("5个水库：青石水库、南塘水库。") == []
    assert told("2个地铁：1号线、2号线、3号线、4号线。") == []  # another list than the phrase counts


def test_the_words_in_the_text_are_the_source_of_the_stage() -> None:
    text = REPORT + "2条高速公路：环湾高速、临青高速北段。"
    (first, _) = read(text, date="2025-01-14", place="临澜市").projects
    (source,) = [span for name, span in first.sources if name == "stage"]
    assert text[source.start : source.end] == "2条高速公路"
