"""Workbooks (.xlsx, .xlsm: ISO/IEC 29500) become sheets of words.

python-calamine reads the cells; what it does not tell (number formats, hidden rows and columns, raised characters)
is read from the parts themselves. How large a sheet will be in memory is reckoned before it is read, because a
file of a few bytes can name a cell at the end of the largest sheet.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import pairwise
from posixpath import join, normpath

from lxml import etree
from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from luoshi.documents.content import Content
from luoshi.documents.number_formats import BUILT_IN
from luoshi.documents.packages import Package, broken, local
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
from luoshi.documents.table_lines import LARGEST_TEXT

# A row, or a cell with its place and its style, where they stand first as most programs write them, its other
# attributes, and its value where that is a number.
_CELL = re.compile(
    rb"<(?:\w{1,20}:)?(row|c)(?=[\s>/])(?: r=\"([A-Z]{0,3})(\d{1,7})\")?(?: s=\"(\d{1,6})\")?([^<>]{0,2000})>"
    rb"(?:<(?:\w{1,20}:)?v>(\d{1,9})</)?"
)
_PLACE = re.compile(rb"\sr=[\"']([A-Z]{0,3})(\d{0,7})[\"']")
_STYLE = re.compile(rb"\ss=[\"'](\d{1,6})[\"']")
_SHARED = re.compile(rb"\st=[\"']s[\"']")
_STRING = re.compile(rb"<(?:\w{1,20}:)?si(?=[\s>/])")
_COLUMNS = re.compile(rb"<(?:\w{1,20}:)?col\s([^<>]{0,2000})>")
_HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']|\s(?:ht|width)=[\"']0(?:\.0{1,9})?[\"']")
_BOUNDS = re.compile(rb"(?:\A|\s)(min|max)=[\"'](\d{1,5})[\"']")
_MOST_COLUMNS = 16_384  # of a sheet, ISO/IEC 29500
_RAISED = b"superscript"
# A formula that no program has worked out yet, as one that only writes files leaves it.
_UNWORKED = re.compile(
    rb"<c r=\"([A-Z]{1,3})(\d{1,7})\"[^<>]{0,200}><f[^<>]{0,200}>([^<]{1,8192})</f>(?:<v\s{0,2}/>|<v></v>)?</c>"
)

_Place = tuple[int, int]  # row and column from 0


@dataclass(slots=True)
class _Shape:
    """What a sheet's part says beside its cells' values; ``letters`` is the length of its strings at most.

    ``raised`` are the words that stand in a cell's place.
    """

    area: int = 0
    letters: int = 0
    styles: dict[_Place, CellStyle] = field(default_factory=dict)
    raised: dict[_Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Strings:
    """A workbook's shared strings: how long each is at most, and the words of those with raised characters."""

    lengths: list[int]
    raised: dict[int, str]


def read(package: Package, data: bytes) -> Content:
    """The text of an .xlsx workbook. Raises :class:`UnreadableFile` where it is damaged or unreasonable."""
    return content(sheets(package, data), "xlsx", package.name)


def sheets(package: Package, data: bytes, with_lines: bool = False, with_hidden: bool = False) -> list[Sheet]:
    """The visible sheets of an .xlsx workbook.

    ``with_lines`` keeps the lines of a cell, ``with_hidden`` what is not shown: the rows and columns that are hidden,
    as a filter does, and the formulas that were never worked out (``=A1``).
    """
    name = package.name
    parts = _sheet_parts(package)
    styles = _styles(package.xml("xl/styles.xml"))
    strings = _strings(package.read("xl/sharedStrings.xml") or b"", name)
    size = letters = 0
    shapes: dict[str, _Shape] = {}
    for title, part in parts.items():
        own = package.read(part) or b""
        shape = shapes[title] = _shape(own, styles, strings, name)
        if with_hidden:
            shape.raised |= _unworked(own)
        size, letters = size + shape.area, letters + shape.letters
        if size > MOST_CELLS or letters > LARGEST_TEXT:
            raise too_many_cells(name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _sheet(book.get_sheet_by_name(metadata.name), metadata.name, shapes[metadata.name], with_lines, with_hidden)
            for metadata in book.sheets_metadata
            if metadata.name in parts and metadata.visible == SheetVisibleEnum.Visible
        ]
    except Exception:  # the library's errors have no class in common
        raise broken(name) from None


def _sheet(found: CalamineSheet, name: str, shape: _Shape, with_lines: bool, with_hidden: bool) -> Sheet:
    """What a sheet shows."""
    left = found.start[1] if found.start else 0
    sheet = Sheet(name, merged=[(*first, *last) for first, last in found.merged_cell_ranges or ()])
    styles, raised = shape.styles, shape.raised
    for row, cells in enumerate(found.iter_rows()):
        written = [words(cell, styles.get((row, left + at)), with_lines) for at, cell in enumerate(cells)]
        sheet.rows.append([""] * left + written)
    if with_hidden:  # formulas that were never worked out may stand beyond all values
        _reach(sheet, raised)
    for (row, column), marked in raised.items():
        if row < len(sheet.rows) and column < len(sheet.rows[row]):
            sheet.rows[row][column] = words(marked, styles.get((row, column)), with_lines)
    return sheet if with_hidden else sheet.without(shape.hidden_rows, shape.hidden_columns)


def _reach(sheet: Sheet, places: Iterable[_Place]) -> None:
    """Make a sheet's rows long enough for the places."""
    for row, column in places:
        sheet.rows += [[] for _ in range(row + 1 - len(sheet.rows))]
        sheet.rows[row] += [""] * (column + 1 - len(sheet.rows[row]))


def _sheet_parts(package: Package) -> dict[str, str]:
    """The visible sheets' names → the parts that hold them, in the workbook's order."""
    root = package.xml("xl/workbook.xml")
    links = package.xml("xl/_rels/workbook.xml.rels")
    if root is None or links is None:
        raise broken(package.name)
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    elements = [sheet for sheet in root.iterfind("{*}sheets/{*}sheet") if sheet.get("state", "visible") == "visible"]
    if len(elements) > MOST_SHEETS:
        raise too_many_sheets(package.name)
    parts: dict[str, str] = {}
    for sheet in elements:
        link = next((sheet.get(key, "") for key in sheet.attrib if str(key).endswith("}id")), "")
        target = targets.get(link, "")
        part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        parts.setdefault(sheet.get("name", ""), part)
    return parts


def _styles(root: etree._Element | None) -> list[CellStyle | None]:
    """Cell styles in their order, ``None`` for one that changes nothing of what is read."""
    if root is None:
        return []
    codes = BUILT_IN | {
        _index(form.get("numFmtId", "")): form.get("formatCode", "") for form in root.iterfind("{*}numFmts/{*}numFmt")
    }
    styles: list[CellStyle | None] = []
    for form in root.iterfind("{*}cellXfs/{*}xf"):
        aligned = form.find("{*}alignment")
        indent = min(9, _index(aligned.get("indent", "0"))) if aligned is not None else 0
        style = CellStyle(codes.get(_index(form.get("numFmtId", "")), ""), indent)
        styles.append(style if style != CellStyle() else None)
    return styles


def _index(digits: str) -> int:
    return int(digits) if re.fullmatch(r"[0-9]{1,6}", digits) else 0


def _strings(part: bytes, name: str) -> _Strings:
    starts = [found.start() for found in _STRING.finditer(part)]
    lengths = [end - start for start, end in pairwise([*starts, len(part)])]
    raised: dict[int, str] = {}
    if _RAISED in part:
        for at, element in enumerate(_elements(part, "si", name)):
            if (marked := _with_marks(element)) is not None:
                raised[at] = marked
    return _Strings(lengths, raised)


def _elements(part: bytes, kind: str, name: str) -> Iterator[etree._Element]:
    """The elements of a kind in a part, each emptied when the next is asked for."""
    events = etree.iterparse(
        io.BytesIO(part), tag=f"{{*}}{kind}", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for _, element in events:
            yield element
            element.clear()
    except etree.XMLSyntaxError:
        raise broken(name) from None


def _with_marks(element: etree._Element) -> str | None:
    """The words of a string of several runs, ``None`` where none of them is raised."""
    written, found = Words(), False
    for run in element:
        if local(run) == "r":
            placed = run.find("{*}rPr/{*}vertAlign")
            raised = placed is not None and placed.get("val") == "superscript"
            found = found or raised
            (written.add_raised if raised else written.add)(run.findtext("{*}t") or "")
        elif local(run) == "t":
            written.add(run.text or "")
    return written.text() if found else None


def _shape(part: bytes, styles: list[CellStyle | None], strings: _Strings, name: str) -> _Shape:
    """What a sheet's part says of its size and of how its cells are shown."""
    shape = _Shape(hidden_columns=_hidden_columns(part))
    row = column = -1
    deepest = widest = 0
    for found in _CELL.finditer(part):
        kind, letters, digits, styled, more, index = found.groups()
        if digits is None and (place := _PLACE.search(more)):
            letters, digits = place[1], place[2]
        if kind == b"row":
            row = int(digits) - 1 if digits else row + 1
            column = -1
            if _HIDDEN.search(more):
                shape.hidden_rows.add(row)
            continue
        if letters and digits:
            row, column = int(digits) - 1, _column(letters)
        else:
            column += 1
        deepest, widest = max(deepest, row + 1), max(widest, column + 1)
        if styled is None and (style := _STYLE.search(more)):
            styled = style[1]
        at = int(styled) if styled else 0
        if at < len(styles) and (form := styles[at]) is not None:
            shape.styles[row, column] = form
        if index and _SHARED.search(more) and (string := int(index)) < len(strings.lengths):
            shape.letters += strings.lengths[string]
            if string in strings.raised:
                shape.raised[row, column] = strings.raised[string]
    shape.area = deepest * widest
    if _RAISED in part:
        _add_raised(shape, part, name)
    return shape


def _add_raised(shape: _Shape, part: bytes, name: str) -> None:
    """Put the strings with raised characters that stand in the sheet itself among its own."""
    for cell in _elements(part, "c", name):
        place = _PLACE.match(f' r="{cell.get("r", "")}"'.encode())
        inline = cell.find("{*}is")
        if inline is not None and place and place[1] and place[2] and (marked := _with_marks(inline)) is not None:
            shape.raised[int(place[2]) - 1, _column(place[1])] = marked


def _unworked(part: bytes) -> dict[_Place, str]:
    return {
        (int(found[2]) - 1, _column(found[1])): f"={unescape(found[3].decode())}" for found in _UNWORKED.finditer(part)
    }


def _hidden_columns(part: bytes) -> set[int]:
    hidden: set[int] = set()
    for found in _COLUMNS.finditer(part):
        bounds = {bound[1]: int(bound[2]) for bound in _BOUNDS.finditer(found[1])}
        if _HIDDEN.search(b" " + found[1]) and b"min" in bounds:
            hidden.update(range(bounds[b"min"] - 1, min(bounds.get(b"max", bounds[b"min"]), _MOST_COLUMNS)))
    return hidden


@lru_cache(maxsize=1 << 15)
def _column(letters: bytes) -> int:
    """A column's number from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number - 1
