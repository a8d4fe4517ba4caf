"""Old workbooks (.xls, .et: BIFF) become sheets of words."""

from __future__ import annotations

import io

import xlrd

from luoshi.documents.content import Content
from luoshi.documents.packages import broken, encrypted
from luoshi.documents.raised import Words
from luoshi.documents.sheets import (
    MOST_CELLS,
    MOST_SHEETS,
    CellStyle,
    Sheet,
    content,
    too_many_cells,
    too_many_sheets,
    words,
)
from luoshi.documents.unreadable import UnreadableFile

_SUPERSCRIPT = 1  # of a font's escapement


def read(data: bytes, name: str) -> Content:
    """The text of an .xls workbook. Raises :class:`UnreadableFile` where it is damaged or unreasonable."""
    return content(sheets(data, name), "xls", name)


def sheets(data: bytes, name: str, with_lines: bool = False) -> list[Sheet]:
    """The visible sheets of an .xls workbook; ``with_lines`` keeps the lines of a cell."""
    shown: list[Sheet] = []
    size = 0
    try:
        with xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        ) as book:
            if book.nsheets > MOST_SHEETS:
                raise too_many_sheets(name)
            for found in book.sheets():
                size += sum(found.row_len(row) for row in range(found.nrows))
                if size > MOST_CELLS:
                    raise too_many_cells(name)
                if found.visibility == 0:
                    shown.append(_sheet(book, found, with_lines))
    except UnreadableFile:
        raise
    except xlrd.XLRDError as error:
        raise (encrypted if "encrypted" in str(error) else broken)(name) from None
    except Exception:  # a damaged file fails wherever it is damaged
        raise broken(name) from None
    return shown


def _sheet(book: xlrd.Book, found: xlrd.sheet.Sheet, with_lines: bool) -> Sheet:
    """What a sheet shows."""
    rows = [
        [_words(book, found, row, column, with_lines) for column in range(found.row_len(row))]
        for row in range(found.nrows)
    ]
    merged = [(top, left, end - 1, right - 1) for top, end, left, right in found.merged_cells]
    hidden_rows = {at for at, row in found.rowinfo_map.items() if row.hidden}
    hidden_columns = {at for at, column in found.colinfo_map.items() if column.hidden}
    return Sheet(found.name, rows, merged).without(hidden_rows, hidden_columns)


def _words(book: xlrd.Book, sheet: xlrd.sheet.Sheet, row: int, column: int, with_lines: bool) -> str:
    """A cell as its sheet shows it."""
    cell = sheet.cell(row, column)
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    form = book.xf_list[cell.xf_index]
    style = CellStyle(book.format_map[form.format_key].format_str, min(9, form.alignment.indent_level))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, ""))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return words(bool(cell.value), style)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return words(xlrd.xldate_as_datetime(cell.value, book.datemode), style)
        except (ValueError, OverflowError):
            return words(cell.value, None)
    runs = sheet.rich_text_runlist_map.get((row, column))
    return words(_with_marks(book, cell.value, runs) if runs else cell.value, style, with_lines)


def _with_marks(book: xlrd.Book, text: str, runs: list[tuple[int, int]]) -> str:
    """A cell's words of several fonts; ``runs`` are where each begins, and its font."""
    written = Words()
    written.add(text[: runs[0][0]])
    for (start, font), (end, _) in zip(runs, [*runs[1:], (len(text), 0)], strict=True):
        raised = book.font_list[font].escapement == _SUPERSCRIPT
        (written.add_raised if raised else written.add)(text[start:end])
    return written.text()
