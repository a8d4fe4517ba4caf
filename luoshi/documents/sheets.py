"""Spreadsheets become text: .xlsx (ISO/IEC 29500), old .xls, and .csv; each sheet its name and its tables.

Numbers are as the sheet shows them, merged cells repeated, empty rows and columns left out, and so are hidden
sheets. Formulas are not computed: what the file last showed is read. How large a sheet will be in memory is
reckoned before it is read, because a file of a few bytes can name a cell at the end of the largest sheet.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from dataclasses import dataclass, field
from itertools import pairwise
from posixpath import join, normpath

import xlrd
from lxml import etree
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from luoshi.documents.content import Content
from luoshi.documents.number_formats import BUILT_IN, shown, shown_date
from luoshi.documents.packages import Package, broken, encrypted
from luoshi.documents.table_lines import LARGEST_TEXT, TableRow, check_size, clean, table_lines
from luoshi.documents.unreadable import UnreadableFile

MOST_SHEETS = 1000
MOST_CELLS = 4_000_000  # from a sheet's first corner to its last, and of a workbook together

_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s?\d*\Z", re.I)
# A row, or a cell with its place, its style, its type, and its value where that is a number.
_CELL = re.compile(rb"<(?:\w{1,20}:)?(row|c)(?=[\s>/])([^<>]{0,2000})>(?:<(?:\w{1,20}:)?v>(\d{1,9})</)?")
_PLACE = re.compile(rb"\sr=[\"']([A-Z]{0,3})(\d{0,7})[\"']")
_STYLE = re.compile(rb"\ss=[\"'](\d{1,6})[\"']")
_SHARED = re.compile(rb"\st=[\"']s[\"']")
_STRING = re.compile(rb"<(?:\w{1,20}:)?si(?=[\s>/])")

Cell = str | float | int | bool | datetime.date | datetime.time | datetime.timedelta


@dataclass(frozen=True, slots=True)
class _CellStyle:
    """What a cell's style says of how it is shown."""

    code: str = ""
    indent: int = 0


@dataclass(slots=True)
class _Sheet:
    """A sheet's cells as words by row and column, and the areas of its merged cells, all counted from 0."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # first row and column, last row and column


def read_workbook(package: Package, data: bytes) -> Content:
    """The text of an .xlsx workbook. Raises :class:`UnreadableFile` where it is damaged or unreasonable."""
    name = package.name
    parts = _sheet_parts(package)
    styles = _styles(package.xml("xl/styles.xml"))
    lengths = _string_lengths(package.read("xl/sharedStrings.xml") or b"")
    size = letters = 0
    styled: dict[str, dict[tuple[int, int], _CellStyle]] = {}
    for title, part in parts.items():
        area, strings, styled[title] = _reckon(package.read(part) or b"", styles, lengths)
        size, letters = size + area, letters + strings
        if size > MOST_CELLS or letters > LARGEST_TEXT:
            raise _too_many_cells(name)
    sheets: list[_Sheet] = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for metadata in book.sheets_metadata:
            if metadata.name in parts and metadata.visible == SheetVisibleEnum.Visible:
                found = book.get_sheet_by_name(metadata.name)
                left = found.start[1] if found.start else 0
                sheet = _Sheet(
                    metadata.name, merged=[(*first, *last) for first, last in found.merged_cell_ranges or ()]
                )
                shapes = styled[metadata.name]
                for row, cells in enumerate(found.iter_rows()):
                    words = (_words(cell, shapes.get((row, left + at))) for at, cell in enumerate(cells))
                    sheet.rows.append([""] * left + list(words))
                sheets.append(sheet)
    except Exception:  # the library's errors have no class in common
        raise broken(name) from None
    return _content(sheets, "xlsx", name)


def read_old_workbook(data: bytes, name: str) -> Content:
    """The text of an .xls workbook (BIFF). Raises :class:`UnreadableFile` where it is damaged or unreasonable."""
    sheets: list[_Sheet] = []
    size = 0
    try:
        with xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        ) as book:
            if book.nsheets > MOST_SHEETS:
                raise _too_many_sheets(name)
            for found in book.sheets():
                size += sum(found.row_len(row) for row in range(found.nrows))
                if size > MOST_CELLS:
                    raise _too_many_cells(name)
                if found.visibility == 0:
                    merged = [(top, left, end - 1, right - 1) for top, end, left, right in found.merged_cells]
                    rows = [
                        [_old_words(book, cell) for cell in found.row(row)] if found.row_len(row) else []
                        for row in range(found.nrows)
                    ]
                    sheets.append(_Sheet(found.name, rows, merged))
    except UnreadableFile:
        raise
    except xlrd.XLRDError as error:
        raise (encrypted if "encrypted" in str(error) else broken)(name) from None
    except Exception:  # a damaged file fails wherever it is damaged
        raise broken(name) from None
    return _content(sheets, "xls", name)


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
    return _content(
        [_Sheet("", [[_clean(cell, not at) for at, cell in enumerate(row)] for row in rows])], "csv", name, encoding
    )


def _content(sheets: list[_Sheet], format: str, name: str, encoding: str = "") -> Content:
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


def _table(sheet: _Sheet, name: str) -> list[TableRow]:
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
            raise _too_many_cells(name)
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


def _words(cell: Cell, style: _CellStyle | None) -> str:
    """A cell as its sheet shows it."""
    code, indent = (style.code, style.indent) if style else ("", 0)
    if isinstance(cell, str):
        return "  " * indent + _clean(cell) if cell else ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, (int, float)):
        return shown(cell, code)
    return shown_date(cell, code)


def _clean(cell: str, indented: bool = True) -> str:
    return clean(cell, indented) if cell else ""


def _old_words(book: xlrd.Book, cell: xlrd.sheet.Cell) -> str:
    """A cell of an old workbook as its sheet shows it."""
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    form = book.xf_list[cell.xf_index]
    style = _CellStyle(book.format_map[form.format_key].format_str, min(9, form.alignment.indent_level))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, ""))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return _words(bool(cell.value), style)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return _words(xlrd.xldate_as_datetime(cell.value, book.datemode), style)
        except (ValueError, OverflowError):
            return _words(cell.value, None)
    return _words(cell.value, style)


def _sheet_parts(package: Package) -> dict[str, str]:
    """The visible sheets' names → the parts that hold them, in the workbook's order."""
    root = package.xml("xl/workbook.xml")
    links = package.xml("xl/_rels/workbook.xml.rels")
    if root is None or links is None:
        raise broken(package.name)
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    elements = [sheet for sheet in root.iterfind("{*}sheets/{*}sheet") if sheet.get("state", "visible") == "visible"]
    if len(elements) > MOST_SHEETS:
        raise _too_many_sheets(package.name)
    parts: dict[str, str] = {}
    for sheet in elements:
        link = next((sheet.get(key, "") for key in sheet.attrib if str(key).endswith("}id")), "")
        target = targets.get(link, "")
        part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        parts.setdefault(sheet.get("name", ""), part)
    return parts


def _styles(root: etree._Element | None) -> list[_CellStyle | None]:
    """Cell styles in their order, ``None`` for one that changes nothing of what is read."""
    if root is None:
        return []
    codes = BUILT_IN | {
        _index(form.get("numFmtId", "")): form.get("formatCode", "") for form in root.iterfind("{*}numFmts/{*}numFmt")
    }
    styles: list[_CellStyle | None] = []
    for form in root.iterfind("{*}cellXfs/{*}xf"):
        aligned = form.find("{*}alignment")
        indent = min(9, _index(aligned.get("indent", "0"))) if aligned is not None else 0
        style = _CellStyle(codes.get(_index(form.get("numFmtId", "")), ""), indent)
        styles.append(style if style != _CellStyle() else None)
    return styles


def _index(digits: str) -> int:
    return int(digits) if re.fullmatch(r"[0-9]{1,6}", digits) else 0


def _string_lengths(part: bytes) -> list[int]:
    """How long each of a workbook's shared strings is at most."""
    starts = [found.start() for found in _STRING.finditer(part)]
    return [end - start for start, end in pairwise([*starts, len(part)])]


def _reckon(
    part: bytes, styles: list[_CellStyle | None], lengths: list[int]
) -> tuple[int, int, dict[tuple[int, int], _CellStyle]]:
    """Of a sheet: the cells from its first corner to its last, the length of its strings, the cells with a style."""
    styled: dict[tuple[int, int], _CellStyle] = {}
    row = column = -1
    deepest = widest = letters = 0
    for found in _CELL.finditer(part):
        place = _PLACE.search(found[2])
        if found[1] == b"row":
            row = int(place[2]) - 1 if place and place[2] else row + 1
            column = -1
            continue
        if place and place[1] and place[2]:
            row, column = int(place[2]) - 1, _column(place[1])
        else:
            column += 1
        deepest, widest = max(deepest, row + 1), max(widest, column + 1)
        style = _STYLE.search(found[2])
        at = int(style[1]) if style else 0
        if at < len(styles) and (shape := styles[at]) is not None:
            styled[row, column] = shape
        if found[3] and _SHARED.search(found[2]) and (index := int(found[3])) < len(lengths):
            letters += lengths[index]
    return deepest * widest, letters, styled


def _column(letters: bytes) -> int:
    """A column's number from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number - 1


def _too_many_cells(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        f"表格太大（上限 {MOST_CELLS // 10_000} 万个单元格），请拆成几个文件",
        f"the workbook is too large (at most {MOST_CELLS:,} cells); split it",
    )


def _too_many_sheets(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        f"工作表太多（上限 {MOST_SHEETS} 张），请拆成几个文件",
        f"there are too many sheets (at most {MOST_SHEETS}); split it",
    )
