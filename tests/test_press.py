"""The press on budgets and plans: which year it tells of, and what is planned."""

from __future__ import annotations

import pytest

from luoshi.reading import read
from luoshi.reading.frames import reports
from luoshi.reading.press import plan_year, told_of

COMMENT = "【评论】\n算好明年账——读临澜市2026年预算草案\n\n一份预算草案，就是新一年的施工图。\n\n{}\n"
ANSWERS = "今年账，一次问清楚\n——临澜市2026年预算草案热点问答\n\n{}\n"


def told(text: str, date: str = "2026-01-24") -> list[tuple[str, str]]:
    """The periods and statuses of the figures of a text of January."""
    return [(f.period, f.status) for f in read(text, date=date, place="临澜市").figures]


def test_a_comment_on_a_plan_tells_what_is_planned() -> None:
    words = "全市一般公共预算收入预期130亿元，增长2%。其中税收收入91亿元，非税收入39亿元。"
    assert told(COMMENT.format(words)) == [("2026", "target")] * 4
    assert told(COMMENT.format("2025年，全市收入完成127亿元。今年支出安排200亿元。")) == [
        ("2025", "actual"),
        ("2026", "target"),
    ]


def test_a_question_opens_a_time_of_its_own() -> None:
    words = (
        "问：“十四五”时期家底有什么变化？\n答：五年来，全市争取专项债券13亿元。2023年收入60亿元。\n"
        "问：今年的预算怎么排？\n答：全市支出安排92亿元。\n社保基金收入40亿元。\n"
        "问：市本级的钱主要花在哪里？\n答：其中，教育支出22亿元。"
    )
    planned = [("2026", "target")] * 3
    assert told(ANSWERS.format(words)) == [("2021/2025", "actual"), ("2023", "actual"), *planned]


def test_a_question_holds_for_an_answer_of_several_paragraphs() -> None:
    page = (
        "临澜市财政局局长访谈\n\n记者：去年的收入情况怎么样？\n方敏：总体平稳。\n税收收入增长4%。\n"
        "记者：什么时候公布？\n方敏：接待来访20人次。\n"
    )
    assert told(page, "2026-05-08") == [("2025", "actual"), ("2026", "actual")]


@pytest.mark.parametrize(
    ("words", "date", "expected"),
    [
        ("全市一般公共预算收入预期130亿元，增长2%，其中税收收入91亿元。", "2026-02-04", [("2026", "target")] * 3),
        ("今年，全市教育支出安排30亿元，增长4%。", "2026-05-04", [("2026", "target")] * 2),
        ("全市一般公共预算收入完成130亿元，增长2%。", "2026-02-04", [("2025", "actual")] * 2),
        ("营养改善计划惠及学生3万人。", "2026-02-04", [("2025", "actual")]),
        ("全市教育支出已安排30亿元。", "2026-05-04", [("2026", "actual")]),
    ],
)
def test_a_clause_says_itself_that_its_value_is_planned(words: str, date: str, expected: list[tuple[str, str]]) -> None:
    assert told(words, date) == expected


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("读临澜市2026年预算草案", "2026年"),
        ("2026年国民经济计划解读", "2026年"),
        ("解读临澜市2025年预算执行情况和2026年预算草案", None),
        ("一图读懂“十四五”规划（2021—2025年）", None),
    ],
)
def test_which_plan_a_head_tells_of(head: str, year: str | None) -> None:
    line = told_of("", f"{head}\n\n市财政局说明了情况。\n")
    assert line is not None
    extent = plan_year(line)
    assert (line.text[extent[0] : extent[1]] if extent else None) == year


def test_a_budget_is_a_report_where_a_line_names_it_and_not_where_a_sentence_tells_of_it() -> None:
    assert reports("", "关于临澜市2025年预算执行情况和2026年预算草案的报告\n")
    assert reports("", "市财政局受市人民政府委托，提交2026年预算草案。")
    assert not reports("", "一份预算草案，就是一座城市新一年的施工图。")
    assert told_of("", "关于临澜市2026年预算草案的报告\n\n各位代表：\n") is None
