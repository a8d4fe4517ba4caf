"""Tables of files as grids: merged cells are one cell, a cell keeps its lines."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from luoshi.documents.grids import open_tables
from luoshi.records import Grid


def words(grid: Grid) -> list[list[str]]:
    return [[cell.words for cell in row] for row in grid.rows]


def sheet(path: Path, hidden: int = 0) -> Path:
    book = openpyxl.Workbook()
    for row in (["任务", "单位"], ["修渠", "市水利局\n市财政局"], ["", "市审计局"]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    if hidden:
        book.active.row_dimensions[hidden].hidden = True
    book.save(path)
    return path


def test_a_merged_cell_of_a_sheet_stands_in_each_place_and_begins_in_one(tmp_path: Path) -> None:
    (grid,) = open_tables(sheet(tmp_path / "a.xlsx")).blocks
    assert isinstance(grid, Grid)
    assert words(grid) == [["任务", "单位"], ["修渠", "市水利局\n市财政局"], ["修渠", "市审计局"]]
    assert [row[0].row for row in grid.rows] == [0, 1, 1]


def test_what_a_filter_hides_is_read_where_it_is_asked_for(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx", hidden=3)
    (shown,), (whole,) = open_tables(path).blocks, open_tables(path, with_hidden=True).blocks
    assert isinstance(shown, Grid)
    assert isinstance(whole, Grid)
    assert (len(shown.rows), len(whole.rows)) == (2, 3)


def test_a_word_table_keeps_its_place_among_the_paragraphs(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("一、水利")
    table = document.add_table(3, 2)
    for (at, column), text in {
        (0, 0): "任务",
        (0, 1): "单位",
        (1, 0): "修渠。清淤。",
        (1, 1): "甲",
        (2, 1): "乙",
    }.items():
        table.cell(at, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("注：无")
    document.save(tmp_path / "a.docx")
    before, grid, after = open_tables(tmp_path / "a.docx").blocks
    assert (before, after) == ("一、水利", "注：无")
    assert isinstance(grid, Grid)
    assert words(grid) == [["任务", "单位"], ["修渠。清淤。", "甲"], ["修渠。清淤。", "乙"]]
    assert grid.rows[2][0].row == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "任务,单位\n修渠,市水利局\n"),
        ("a.txt", "| 任务 | 单位 |\n| --- | --- |\n| 修渠 | 市水利局 |\n"),
    ],
)
def test_other_formats_give_their_tables_too(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (grid,) = (block for block in open_tables(tmp_path / name).blocks if isinstance(block, Grid))
    assert words(grid) == [["任务", "单位"], ["修渠", "市水利局"]]


def test_neighbours_of_the_same_words_in_a_text_are_one_cell(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "| 任务 | 单位 | 单位 |\n| 一、水利 | 一、水利 | 一、水利 |\n| 修渠 |  |  |\n", "utf-8"
    )
    (grid,) = (block for block in open_tables(tmp_path / "a.txt").blocks if isinstance(block, Grid))
    assert [[cell.column for cell in row] for row in grid.rows] == [[0, 1, 1], [0, 0, 0], [0, 1, 2]]


def test_a_formula_that_nobody_worked_out_is_told_where_hidden_things_are_asked_for(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book.active["B3"] = '=IF(1<2,"是",A1)'
    book.save(path)
    (shown,), (whole,) = open_tables(path).blocks, open_tables(path, with_hidden=True).blocks
    assert isinstance(shown, Grid)
    assert isinstance(whole, Grid)
    assert (len(shown.rows), words(whole)[2][1]) == (2, '=IF(1<2,"是",A1)')
