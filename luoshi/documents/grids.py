"""The tables of a file as grids of cells: for tables that are forms, where it matters which cells are merged.

A document's text has every table as lines; here a cell keeps its own lines, and a merged cell is one cell that
stands in several places. What stands between the tables comes as lines, in the file's order.

    >>> open_tables("重点任务.xlsx").blocks
    ('2026年重点任务', Grid('Sheet1', rows=((GridCell('序号', 0, 0), GridCell('重点任务', 0, 1)), …)))
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from luoshi.documents import files
from luoshi.documents.sheets import MOST_CELLS, Area, Sheet, too_many_cells
from luoshi.records import Document, Grid, GridCell, Tabled


def open_tables(path: str | os.PathLike[str], with_hidden: bool = False) -> Tabled:
    """A file with its lines and tables in order; ``with_hidden`` keeps what a filter hides in an XLSX file.

    DOCX, XLSX, XLS and CSV are read with their merged cells; of every other format that
    :func:`luoshi.documents.open` reads, the tables are those that its text has as lines between bars. Raises
    :class:`~luoshi.documents.UnreadableFile` as :func:`~luoshi.documents.open` does.
    """
    document = files.open(path)
    return Tabled(document, _blocks(document, Path(path).read_bytes(), os.fspath(path), with_hidden))


def _blocks(document: Document, data: bytes, name: str, with_hidden: bool) -> tuple[str | Grid, ...]:
    if document.format == "docx":
        from luoshi.documents import word
        from luoshi.documents.packages import Package

        return tuple(block if isinstance(block, str) else grid(block) for block in word.blocks(Package(data, name)))
    if document.format == "xlsx":
        from luoshi.documents import workbooks
        from luoshi.documents.packages import Package

        return _of_sheets(workbooks.sheets(Package(data, name), data, True, with_hidden), name)
    if document.format == "xls":
        from luoshi.documents import old_workbooks

        return _of_sheets(old_workbooks.sheets(data, name, with_lines=True), name)
    if document.format == "csv":
        return _of_sheets([_csv(data)], name)
    return tuple(_of_lines(document.text.splitlines()))


def grid(sheet: Sheet) -> Grid:
    """A sheet's cells as a grid: rows filled up to one length, merged cells in every place that they cover."""
    width = max(map(len, sheet.rows), default=0)
    rows = [
        [GridCell(row[column].strip() if column < len(row) else "", at, column) for column in range(width)]
        for at, row in enumerate(sheet.rows)
    ]
    for top, left, bottom, right in sheet.merged:
        if top >= len(rows) or left >= width:
            continue
        cell = rows[top][left]
        for at in range(top, min(bottom, len(rows) - 1) + 1):
            for column in range(left, min(right, width - 1) + 1):
                rows[at][column] = cell
    return Grid(sheet.name, tuple(map(tuple, rows)))


def _of_sheets(sheets: Sequence[Sheet], name: str) -> tuple[Grid, ...]:
    if sum(len(sheet.rows) * max(map(len, sheet.rows), default=0) for sheet in sheets) > MOST_CELLS:
        raise too_many_cells(name)
    return tuple(grid(sheet) for sheet in sheets if sheet.rows)


def _csv(data: bytes) -> Sheet:
    from luoshi.documents.encodings import decode

    text = (decode(data) or ("", ""))[0].lstrip("\ufeff")
    delimiter = max(",\t;", key=text[:4096].count)
    return Sheet("", list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))


def _of_lines(lines: Iterable[str]) -> list[str | Grid]:
    """A text's lines, those between bars joined to tables; a row that repeats the rule of Markdown is none."""
    found: list[str | Grid] = []
    rows: list[list[str]] = []
    for line in (*lines, ""):
        words = line.strip()
        if words.startswith("|") and words.endswith("|") and len(words) > 1:
            cells = [cell.strip() for cell in words[1:-1].split("|")]
            if not all(cell and not cell.strip("-: ") for cell in cells):
                rows.append(cells)
            continue
        if rows:
            found.append(grid(Sheet("", rows, _merged_across(rows))))
            rows = []
        if words:
            found.append(words)
    return found


def _merged_across(rows: Sequence[Sequence[str]]) -> list[Area]:
    """The cells of each row that say the same as the one before them: a text has a merged cell in each column."""
    found: list[Area] = []
    for at, row in enumerate(rows):
        first = 0
        for column in range(1, len(row) + 1):
            if column == len(row) or row[column] != row[first]:
                if row[first] and column - first > 1:
                    found.append((at, first, at, column - 1))
                first = column
    return found
