"""Where records stand on their pages: what the page prints in a record's boxes is the record's quote."""

from __future__ import annotations

import runpy
from array import array
from pathlib import Path

import pytest
from pdf_files import PageContent
from pdf_files import pdf as written

from luoshi import Ledger, documents, reading
from luoshi.records import Box, Document, Page

BUDGETS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "budgets"
PROSE = [
    "\u3000\u30002025年，临澜市地区生产总值812.4亿元，比上年增",
    "长5.6%；一般公共预算收入60.3亿元，增长4.1%。市财政",
    "局将在2026年6月底前建成预算公开平台。",
]


misprinted = runpy.run_path(str(Path(__file__).resolve().parents[1] / "tools" / "evidence.py"))["misprinted"]


def test_boxes_hold_the_quotes_of_records() -> None:
    data = written(PageContent().lines(PROSE[:2], 72, 700), PageContent().lines(PROSE[2:], 72, 80))
    document = documents.from_bytes(data, "报告.pdf")
    count, wrong = misprinted(data, document)
    assert count >= 5
    assert wrong == []


@pytest.mark.parametrize("name", ["jiaozuo_2025_statistical_bulletin", "luoyang_2025_budget_report"])
def test_boxes_hold_the_quotes_of_published_documents(name: str) -> None:
    path = BUDGETS / f"{name}.pdf"
    if not path.is_file():
        pytest.skip("the published documents are not beside the project")
    assert misprinted(path.read_bytes(), documents.open(path))[1] == []


def test_the_ledger_and_the_command_line_tell_page_and_boxes() -> None:
    document = documents.from_bytes(written(PageContent(), PageContent().lines(PROSE, 72, 80)), "报告.pdf")
    read = reading.read(document, place="临澜市")
    with Ledger(":memory:") as ledger:
        ledger.add(read)
        row = ledger.series("一般公共预算收入", measure="level")[0].to_json()
    figure = next(each for each in read.figures if each.quote == row["quote"])
    assert document.printed_at(figure) == {"page": 2, "boxes": row["boxes"]}
    assert row["page"] == 2
    assert [len(box) for box in row["boxes"]] == [5]


def test_documents_without_pages_have_no_places() -> None:
    document = Document(id="a", text="全市地区生产总值增长5%。")
    assert document.boxes_of(0, 4) == ()
    assert document.page_at(2) == 0
    assert document.printed_at(reading.read(document).figures[0]) == {}


def test_a_box_for_each_piece_of_a_line() -> None:
    nowhere = [float("nan")] * 4
    places = [[10, 10, 20, 20], [20, 10, 30, 20], nowhere, [10, 26, 20, 36], [80, 26, 90, 36], [10, 10, 20, 20]]
    positions = array("f", [side for place in places for side in place])
    pages = (Page(1, 100, 100, 0, 5), Page(2, 100, 100, 5, 6))
    document = Document(id="a", text="甲乙 丙丁戊", pages=pages, positions=positions)
    assert document.boxes_of(0, 6) == (
        Box(1, 10, 10, 30, 20),
        Box(1, 10, 26, 20, 36),
        Box(1, 80, 26, 90, 36),
        Box(2, 10, 10, 20, 20),
    )
    assert [document.page_at(at) for at in (0, 4, 5, 9)] == [1, 1, 2, 2]


def test_text_that_runs_upward_is_one_box() -> None:
    positions = array("f", [10, 80, 20, 90, 10, 70, 20, 80, 10, 60, 20, 70])
    document = Document(id="a", text="甲乙丙", pages=(Page(1, 100, 100, 0, 3),), positions=positions)
    assert document.boxes_of(0, 3) == (Box(1, 10, 60, 20, 90),)
