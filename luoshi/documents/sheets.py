"""Spreadsheets become text: what .xlsx, .xls and .csv have in common; each sheet its name and its tables.

Numbers are as the sheet shows them, merged cells repeated, empty rows and columns left out, and so are hidden
rows, columns and sheets. Formulas are not computed: what the file last showed is read.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from luoshi.documents.content import Content
from luoshi.documents.number_formats import shown, shown_date, shows_words
from luoshi.documents.table_lines import TableRow, check_size, clean, table_lines
from luoshi.documents.unreadable import UnreadableFile

MOST_SHEETS = 1000
MOST_CELLS = 4_000_000  # from a sheet's first corner to its last, and of a workbook together

_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s?\d*\Z", re.I)

Cell = str | float | int | bool | datetime.date | datetime.time | datetime.timedelta
Area = tuple[int, int, int, int]  # first row and column, last row and column


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a cell's style says of how it is shown: its number format and its indentation."""

    code: str = ""
    indent: int = 0


@dataclass(slots=True)
class Sheet:
    """A sheet's cells as words by row and column, and the areas of its merged cells, all counted from 0."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)

    def without(self, rows: AbstractSet[int], columns: AbstractSet[int]) -> Sheet:
        """The sheet without hidden rows and columns; a merged cell stands where the first of it is shown."""
        if not rows and not columns:
            return self
        hidden_rows, hidden_columns = sorted(rows), sorted(columns)
        merged: list[Area] = []
        for top, left, bottom, right in self.merged:
            first, begin = _next_shown(top, rows), _next_shown(left, columns)
            if first > bottom or begin > right:
                continue
            self._move((top, left), (first, begin))
            merged.append(
                (
                    first - bisect_left(hidden_rows, first),
                    begin - bisect_left(hidden_columns, begin),
                    bottom - bisect_left(hidden_rows, bottom + 1),
                    right - bisect_left(hidden_columns, right + 1),
                )
            )
        kept = [
            [words for column, words in enumerate(row) if column not in columns]
            for at, row in enumerate(self.rows)
            if at not in rows
        ]
        return Sheet(self.name, kept, merged)

    def _move(self, origin: tuple[int, int], place: tuple[int, int]) -> None:
        """Put a merged cell's words at a place of its area."""
        (top, left), (first, begin) = origin, place
        if first < len(self.rows) and left < len(self.rows[top]):
            row = self.rows[first]
            row.extend([""] * (begin + 1 - len(row)))
            row[begin] = self.rows[top][left]


def _next_shown(at: int, hidden: AbstractSet[int]) -> int:
    while at in hidden:
        at += 1
    return at


def read_csv(text: str, encoding: str, name: str) -> Content | None:
    """The table of a file of separated values; ``None`` where its lines have no columns in common."""
    delimiter = max(",\t;", key=text[:4096].count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error:
        return None
    wide = sum(len(row) > 1 for row in rows)
    if wide < 2 or 2 * wide < len(rows):
        return None
    return content(
        [Sheet("", [[_clean(cell, not at) for at, cell in enumerate(row)] for row in rows])], "csv", name, encoding
    )


def content(sheets: list[Sheet], format: str, name: str, encoding: str = "") -> Content:
    """The lines of all sheets, each under its name where it was given one."""
    lines: list[str] = []
    size = 0
    for sheet in sheets:
        rows = _table(sheet, name)
        found = table_lines(rows) if max((len(row.begun) for row in rows), default=0) > 1 else _single(rows)
        if found and sheet.name and not _DEFAULT_NAME.match(sheet.name) and clean(sheet.name) != found[0]:
            found.insert(0, clean(sheet.name))
        size += sum(map(len, found))
        check_size(size, name)
        lines.extend(found)
    if not lines:
        raise UnreadableFile(name, "表格是空的", "the workbook is empty")
    return Content("\n".join(lines) + "\n", format, encoding)


def _table(sheet: Sheet, name: str) -> list[TableRow]:
    """A sheet's rows without those and the columns that are empty, merged cells repeated."""
    width = max(map(len, sheet.rows), default=0)
    covered: dict[int, set[int]] = {}
    area = 0
    for top, left, bottom, right in sheet.merged:
        bottom, right = min(bottom, len(sheet.rows) - 1), min(right, width - 1)
        if top > bottom or left > right or left >= len(sheet.rows[top]) or not (words := sheet.rows[top][left]):
            continue
        area += (bottom - top + 1) * (right - left + 1)
        if area > MOST_CELLS:
            raise too_many_cells(name)
        for at in range(top, bottom + 1):
            row = sheet.rows[at]
            row.extend([""] * (right + 1 - len(row)))
            row[left : right + 1] = [words] * (right + 1 - left)
            covered.setdefault(at, set()).update(range(left + 1, right + 1))
    filled = {
        column
        for at, row in enumerate(sheet.rows)
        for column, words in enumerate(row)
        if words and column not in covered.get(at, ())
    }
    rows: list[TableRow] = []
    size = 0
    for at, row in enumerate(sheet.rows):
        if any(row):
            size += sum(map(len, row))
            check_size(size, name)
            rows.append(TableRow(row, frozenset(filled - covered[at] if at in covered else filled)))
    return rows


def _single(rows: list[TableRow]) -> list[str]:
    """The lines of a sheet of one column, which is no table."""
    return [
        words for row in rows for at in sorted(row.begun) if at < len(row.cells) and (words := row.cells[at].strip())
    ]


def words(cell: Cell, style: CellStyle | None, with_lines: bool = False) -> str:
    """A cell as its sheet shows it, its own lines on one unless ``with_lines``."""
    code, indent = (style.code, style.indent) if style else ("", 0)
    if isinstance(cell, str) and with_lines:
        return "\n".join(filter(None, (_clean(line, False) for line in cell.splitlines()))) if shows_words(code) else ""
    if isinstance(cell, str):
        return "  " * indent + _clean(cell) if cell and shows_words(code) else ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, (int, float)):
        return shown(cell, code)
    return shown_date(cell, code)


def _clean(cell: str, indented: bool = True) -> str:
    return clean(cell, indented) if cell else ""


def too_many_cells(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        f"表格太大（上限 {MOST_CELLS // 10_000} 万个单元格），请拆成几个文件",
        f"the workbook is too large (at most {MOST_CELLS:,} cells); split it",
    )


def too_many_sheets(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        f"工作表太多（上限 {MOST_SHEETS} 张），请拆成几个文件",
        f"there are too many sheets (at most {MOST_SHEETS}); split it",
    )
