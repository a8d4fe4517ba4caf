"""Tables led in by a sentence: unit, period, outlook and fund come from it, else from what the text before it holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from office_files import docx, paragraph
from office_files import table as word_table
from office_tables import workbook

from luoshi.documents import from_bytes
from luoshi.reading import read
from luoshi.reading.frames import Frame
from luoshi.reading.notation import notation
from luoshi.reading.outline import outline
from luoshi.reading.table_leads import Lead
from luoshi.reading.tables import figures
from luoshi.records import Document

DONE = "| 项目 | 完成数（亿元） |\n| 税收收入 | 60.2 |"
PLAIN = "| 项目 | 金额 |\n| 税收收入 | 602 |"
GROWN = "| 项目 | 完成数 | 同比增长 |\n| 税收收入 | 60.2 | -1.2 |"
TITLE = "临澜市财政简况\n"
TOLD = "临澜市经济简况\n2025年，全市地区生产总值完成864.2亿元，增长5.1%。"


def _cells(text: str | Document, date: str = "2026-02-01") -> list[str]:
    found = read(text, date=date, place="临澜市").figures
    return [notation(figure) for figure in found if figure.rule == "table cell"]


@pytest.mark.parametrize(
    ("lead", "table", "cells"),
    [
        # the sentence names the year
        ("2025年完成情况见下表。", DONE, ["税收收入 level 6020000000元 2025 actual"]),
        ("受市场影响，收入波动较大，2025年完成情况见下表。", DONE, ["税收收入 level 6020000000元 2025 actual"]),
        ("2025年完成情况见下表", DONE, ["税收收入 level 6020000000元 2025 actual"]),
        ("2025年主要指标完成情况", DONE, ["税收收入 level 6020000000元 2025 actual"]),
        ("下表为2025年收入完成情况：", DONE, ["税收收入 level 6020000000元 2025 actual"]),
        ("2025年，面对多重压力，各项收入完成情况如下：", DONE, ["税收收入 level 6020000000元 2025 actual"]),
        ("2026年1—2月，收入完成情况如下：", DONE, ["税收收入 level 6020000000元 2026-01/2026-02 actual"]),
        # the sentence states the unit
        ("2025年收入情况如下（单位：亿元）。", PLAIN, ["税收收入 level 60200000000元 2025 actual"]),
        ("2025年收入情况如下。（单位：亿元）", PLAIN, ["税收收入 level 60200000000元 2025 actual"]),
        ("2025年收入情况如下（万元）：", PLAIN, ["税收收入 level 6020000元 2025 actual"]),
        ("2025年收入情况以万元为单位，见下表。", PLAIN, ["税收收入 level 6020000元 2025 actual"]),
        ("2025年收入情况见下表，单位均为万元。", PLAIN, ["税收收入 level 6020000元 2025 actual"]),
        (
            "2025年收入情况如下（单位：亿元、%）：",
            GROWN,
            ["税收收入 level 6020000000元 2025 actual", "税收收入 growth- 1.2% 2025 actual"],
        ),
        # it says whether the values were reached
        ("2026年收入目标如下（单位：亿元）：", PLAIN, ["税收收入 level 60200000000元 2026 target"]),
        ("预计2025年收入情况如下（单位：亿元）：", PLAIN, ["税收收入 level 60200000000元 2025 forecast"]),
        # and of which fund and level they are
        (
            "2025年市本级政府性基金支出情况如下：",
            "| 项目 | 执行数（亿元） |\n| 上解支出 | 6.2 |",
            ["市本级政府性基金上解支出 level 620000000元 2025 actual"],
        ),
        # a head may tell more than it
        (
            "2025年收入完成情况和2026年目标如下（单位：亿元）：",
            "| 项目 | 2025年完成 | 2026年目标 |\n| 税收收入 | 602 | 620 |",
            ["税收收入 level 60200000000元 2025 actual", "税收收入 level 62000000000元 2026 target"],
        ),
    ],
)
def test_the_sentence_before_a_table_says_what_it_holds(lead: str, table: str, cells: list[str]) -> None:
    assert _cells(f"{TITLE}{lead}\n{table}") == cells


def test_without_a_time_of_its_own_a_table_is_of_the_period_that_the_text_before_it_holds() -> None:
    cells = ["税收收入 level 60200000000元 2025 actual"]
    assert _cells(f"{TOLD}收入完成情况如下（单位：亿元）：\n{PLAIN}") == cells
    assert _cells(f"{TOLD}\n收入完成情况如下（单位：亿元）。\n{PLAIN}") == cells
    assert _cells(f"{TOLD}\n| 项目 | 金额（亿元） |\n| 税收收入 | 602 |") == cells


def test_a_time_told_within_a_sentence_holds_where_all_its_figures_are_of_it() -> None:
    told = "临澜市经济简况\n市统计局近日发布的数据显示，2025年，全市地区生产总值864.2亿元。"
    assert _cells(f"{told}\n{DONE}") == ["税收收入 level 6020000000元 2025 actual"]
    mixed = f"{told}2026年目标为900亿元。"
    assert _cells(f"{mixed}\n2026年目标如下：\n{DONE}") == ["税收收入 level 6020000000元 2026 target"]


def test_a_sentence_between_may_turn_to_another_year() -> None:
    turned = f"{TOLD}\n2026年，要继续抓好各项收入。\n收入目标如下：\n{DONE}"
    assert _cells(turned) == ["税收收入 level 6020000000元 2026 target"]


def test_a_year_told_in_passing_between_is_not_of_the_table() -> None:
    passing = f"{TOLD}\n市财政局按照2023年印发的办法继续统计。\n收入完成情况如下：\n{DONE}"
    assert _cells(passing) == ["税收收入 level 6020000000元 2025 actual"]


def test_a_day_of_which_the_text_tells_is_no_period_of_a_table() -> None:
    told = "临澜市经济简况\n2月1日，市统计局公布了3项数据。"
    assert _cells(f"{told}\n主要收入如下：\n{DONE}") == ["税收收入 level 6020000000元 2026 target"]


def test_a_heading_ends_what_the_text_before_it_holds() -> None:
    text = f"{TOLD}\n## 二、2026年工作安排\n{DONE}"
    assert _cells(text) == ["税收收入 level 6020000000元 2026 target"]


def test_a_note_below_states_the_unit() -> None:
    noted = f"{TITLE}2025年收入情况如下。\n{PLAIN}\n注：单位为万元。"
    assert _cells(noted) == ["税收收入 level 6020000元 2025 actual"]


def test_units_of_rows_and_lines_above() -> None:
    rows = "| 指标 | 数值 |\n| 税收收入（万元） | 602 |\n| 粮食产量（万吨） | 5 |"
    assert _cells(f"{TITLE}2025年主要指标如下：\n{rows}") == [
        "税收收入 level 6020000元 2025 actual", "粮食产量 level 50000吨 2025 actual",
    ]  # fmt: skip
    lines = f"{TITLE}2025年收入情况\n单位：亿元\n收入分项\n{PLAIN}"
    assert _cells(lines) == ["税收收入 level 60200000000元 2025 actual"]


def test_at_the_end_of_a_year_stands_a_stock_and_not_what_came_within_it() -> None:
    rows = "| 项目 | 金额 |\n| 专项债务余额 | 26 |\n| 税收收入 | 60 |"
    assert _cells(f"{TITLE}截至2025年末，全市债务及收入情况如下（单位：亿元）：\n{rows}") == [
        "专项债务余额 level 2600000000元 2025-12-31 actual", "税收收入 level 6000000000元 2025 actual",
    ]  # fmt: skip


def test_a_sentence_that_ends_with_the_table_is_no_caption_and_keeps_its_figures() -> None:
    text = f"{TITLE}2025年，全市收入86.4亿元，完成情况见下表\n{DONE}"
    found = [notation(figure) for figure in read(text, date="2026-02-01", place="临澜市").figures]
    assert found == ["收入 level 8640000000元 2025 actual", "税收收入 level 6020000000元 2025 actual"]


def test_a_row_of_values_for_a_head_takes_no_unit_from_before_the_table() -> None:
    text = "| 合计 | 864 | 20.6 |\n| 农业 | 90 | 32.2 |"
    (block,) = outline(Document(id="", text=text)).blocks
    assert block.table is not None
    block = replace(block, table=replace(block.table, head_rows=1))
    found = figures(block, text, "2026-02-01", Frame("2025", "actual"), lead=Lead(unit="亿元"))
    assert [figure.unit for figure in found] == ["", ""]


ROWS = [("项目", "全市", "市本级"), ("税收收入", "86.4", "21.3"), ("非税收入", "30.1", "9.9"), ("专项收入", "3", "1")]
PROSE = ("临澜市财政简况", "2025年，全市地区生产总值完成864.2亿元。", "主要收入完成情况如下（单位：亿元）。")


def _formats() -> dict[str, bytes]:
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in ROWS]
    page = f"<h1>{PROSE[0]}</h1><p>{PROSE[1]}</p><p>{PROSE[2]}</p><table><tr>{'</tr><tr>'.join(rows)}</tr></table>"
    marked = "\n".join(["|" + "|".join(row) + "|" for row in [ROWS[0], ("---",) * 3, *ROWS[1:]]])
    return {
        "简况.docx": docx(*map(paragraph, PROSE), word_table(*([(cell, "") for cell in row] for row in ROWS))),
        "简况.xlsx": workbook([[words] for words in PROSE] + [list(row) for row in ROWS]),
        "简况.html": f"<html><head><meta charset='utf-8'></head><body>{page}</body></html>".encode(),
        "简况.md": f"# {PROSE[0]}\n\n{PROSE[1]}\n\n{PROSE[2]}\n\n{marked}\n".encode(),
        "简况.txt": "\n".join([*PROSE, *("  ".join(row) for row in ROWS)]).encode(),
        "复制.txt": "\n".join([*PROSE, *("\t".join(row) for row in ROWS)]).encode(),
    }


@pytest.mark.parametrize("name", sorted(_formats()))
def test_tables_of_all_formats_are_led_in_alike(name: str) -> None:
    assert _cells(from_bytes(_formats()[name], name)) == [
        "税收收入 level 8640000000元 2025 actual", "市本级税收收入 level 2130000000元 2025 actual",
        "非税收入 level 3010000000元 2025 actual", "市本级非税收入 level 990000000元 2025 actual",
        "专项收入 level 300000000元 2025 actual", "市本级专项收入 level 100000000元 2025 actual",
    ]  # fmt: skip
