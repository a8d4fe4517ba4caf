"""How sheets for people look: title and head frozen, A4 across, texts wrapped, rows as high as their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from luoshi.ledger.tidy import is_formula

_LONGEST = 30_000  # characters; Excel takes 32,767 a cell


def formats_of(book: Any) -> dict[str, Any]:
    """The formats of an ``xlsxwriter.Workbook``'s cells by name: text, inert, centre, percent, head, title, link."""
    plain = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "border": 1, "border_color": "#BFBFBF"}
    centred = {"align": "center", "valign": "vcenter"}
    return {
        "text": book.add_format(plain | {"text_wrap": True}),
        "inert": book.add_format(plain | {"text_wrap": True, "quote_prefix": True}),
        "centre": book.add_format(plain | {"text_wrap": True, "align": "center"}),
        "percent": book.add_format(plain | {"align": "center", "num_format": "0.0%"}),
        "head": book.add_format(plain | {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#D9E1F2"}),
        "title": book.add_format({"font_name": "宋体", "font_size": 16, "bold": True} | centred),
        "link": book.add_format(plain | {"text_wrap": True, "font_color": "#0563C1", "underline": 1}),
    }


def lay_out(
    sheet: Any, columns: Iterable[tuple[str, int]], formats: Mapping[str, Any], title: str, frozen: int = 2
) -> None:
    """A sheet's title and head, frozen on the screen and repeated in print; A4 across, as wide as the page.

    ``columns`` are names and widths in characters, ``frozen`` columns stay on the screen.
    """
    columns = list(columns)
    sheet.merge_range(0, 0, 0, len(columns) - 1, title, formats["title"])
    sheet.set_row(0, 30)
    sheet.set_row(1, 22)
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name, formats["head"])
    sheet.freeze_panes(2, frozen)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(0, 1)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def height(cells: Iterable[tuple[str, tuple[str, int]]]) -> float:
    """The height in points of a row whose texts are wrapped: programs other than Excel do not find it themselves."""
    lines = 1
    for words, (_, width) in cells:
        wide = [sum(2 if ord(letter) > 0x2E7F else 1 for letter in line) for line in words.split("\n")]
        lines = max(lines, sum(max(1, -(-each * 11 // (width * 10))) for each in wide))
    return min(lines * 13.5 + 5, 400)


def write_text(sheet: Any, row: int, column: int, words: str, formats: Mapping[str, Any], usual: str) -> None:
    """A cell of text, which stays text whatever it begins with."""
    if words:
        sheet.write_string(row, column, words[:_LONGEST], formats["inert" if is_formula(words) else usual])
    else:
        sheet.write_blank(row, column, None, formats[usual])
