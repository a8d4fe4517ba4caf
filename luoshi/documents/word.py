"""A Word document (.docx, ISO/IEC 29500) becomes text: what a reader sees, a paragraph a line.

Headings and numbered paragraphs carry the numbers that Word prints before them (一、 （二） 1.), which are
not in their words. Tables are lines ``| cell | cell |``. Footnotes and endnotes stand at the end under the
marks that the text refers to them by. Left out: deleted, hidden and struck words, tables of contents, heads
and feet of pages, pictures. What a document links to is never fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from luoshi.documents.content import Content
from luoshi.documents.heads import printed_title
from luoshi.documents.packages import Package, broken, local
from luoshi.documents.raised import Words
from luoshi.documents.sheets import Sheet
from luoshi.documents.table_lines import MOST_COLUMNS, TableRow, check_size, clean, is_data, lays_out, table_lines
from luoshi.documents.unreadable import UnreadableFile
from luoshi.documents.word_styles import Level, Style, is_off, lists, number, run_form, signed, styles, value, whole

_MAIN = re.compile(r"word/document\d{0,3}\.xml\Z")
_NOTES = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))
# What holds paragraphs and runs that are read as if it were not there.
# fmt: off
_WRAPPERS = frozenset((
    "sdtContent", "sdt", "customXml", "smartTag", "ins", "hyperlink", "fldSimple", "dir", "bdo", "moveTo", "ruby",
    "rubyBase", "AlternateContent", "Choice", "oMathPara", "oMath",
))
# fmt: on
_TWIPS_OF_A_CHARACTER = 210  # 10.5 points, the size of Chinese body text and tables
_TITLE_STYLES = frozenset(("title", "标题", "文件标题", "公文标题"))
_WORDS_OF_CONTENTS = re.compile(r"toc\s?(?:\d|heading)|目录\s?\d?\Z", re.I)
# Characters of the Symbol font, which Word keeps as F000 and their place in it, that stand in numbers.
_SYMBOLS = {0x2D: "−", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB8: "÷"}
_SYMBOL_FONT = {0xF000 + at: _SYMBOLS.get(at, chr(at)) for at in (*range(0x20, 0x40), *_SYMBOLS)}
_MOST_DEPTH = 60  # tables in tables


# A row, the column of a cell in it, and a table in that cell.
_InCell = tuple[TableRow, int, etree._Element]


@dataclass(slots=True)
class _Reader:
    """One document being read: its styles and lists, the counters of the lists, and the lines so far."""

    name: str
    styles: dict[str, Style] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    marks: dict[tuple[str, str], int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    size: int = 0
    title: str = ""
    with_lines: bool = False  # whether a cell keeps its paragraphs apart


def read(package: Package) -> Content:
    """The text of a Word document. Raises :class:`UnreadableFile` where it is damaged or unreasonable."""
    reader, body = _begun(package)
    for kind, part in _NOTES:
        reader.notes |= _notes(package.xml(part), kind)
    _blocks(reader, body, reader.lines, 0)
    for key, mark in reader.marks.items():
        if reader.notes.get(key):
            reader.lines.append(f"[{mark}] {reader.notes[key]}")
    text = "\n".join(reader.lines) + "\n"
    core = package.xml("docProps/core.xml")
    stated = core.findtext("{*}title") if core is not None else None
    return Content(text, "docx", title=reader.title or printed_title(stated or "", text))


def blocks(package: Package) -> list[str | Sheet]:
    """The paragraphs and tables of a Word document in their order, cells with their lines and their merged areas."""
    reader, body = _begun(package)
    reader.with_lines = True
    found: list[str | Sheet] = []
    pending = list(body)[::-1]
    while pending:
        element = pending.pop()
        if local(element) == "tbl":
            found.append(_sheet(reader, element))
        elif local(element) == "p":
            lines: list[str] = []
            _add_paragraph(reader, element, lines, 0)
            found.extend(lines)
        elif local(element) in _WRAPPERS and not _is_contents(element):
            pending.extend(list(element)[::-1])
    return found


def _begun(package: Package) -> tuple[_Reader, etree._Element]:
    """A reader that knows the document's styles and lists, and the document's body."""
    main = next((part for part in package.names if _MAIN.match(part)), None)
    root = package.xml(main) if main else None
    body = root.find("{*}body") if root is not None else None
    if body is None:
        raise broken(package.name)
    reader = _Reader(package.name)
    reader.styles = styles(package.xml("word/styles.xml"))
    reader.lists = lists(package.xml("word/numbering.xml"))
    return reader, body


def _sheet(reader: _Reader, table: etree._Element) -> Sheet:
    """A table's cells and the areas of its merged cells; of tables in its cells the words only."""
    rows: list[list[str]] = []
    areas: dict[tuple[int, int], list[int]] = {}  # where a merged cell begins: its last row and column
    open_above: dict[int, tuple[int, int]] = {}
    for at, element in enumerate(_shown_rows(table)):
        cells: list[str] = [""] * min(MOST_COLUMNS, whole(element.find("{*}trPr/{*}gridBefore")))
        for cell in _children(element, "tc"):
            column = len(cells)
            span = min(max(1, whole(cell.find("{*}tcPr/{*}gridSpan"))), max(1, MOST_COLUMNS - column))
            merged = cell.find("{*}tcPr/{*}vMerge")
            origin = open_above.get(column) if merged is not None and value(merged, "val") != "restart" else None
            if origin is None:
                origin = (at, column)
                inner = [
                    _cell(reader, each, False) for nested in _children(cell, "tbl") for each in nested.iter("{*}tc")
                ]
                cells.append("\n".join(filter(None, (_cell(reader, cell, indented=False), *inner))))
                areas[origin] = [at, column + span - 1]
            else:
                cells.append("")
                areas[origin][0] = at
            cells.extend([""] * (span - 1))
            for covered in range(column, column + span):
                open_above.pop(covered, None)
            if merged is not None:
                open_above[column] = origin
        reader.size += sum(map(len, cells))
        check_size(reader.size, reader.name)
        rows.append(cells)
    merged_areas = [(*origin, last[0], last[1]) for origin, last in areas.items() if origin != tuple(last)]
    return Sheet("", rows, merged_areas)


def _blocks(reader: _Reader, parent: etree._Element, lines: list[str], depth: int) -> None:
    """The paragraphs and tables in an element, appended to ``lines``."""
    if depth > _MOST_DEPTH:
        raise _too_deep(reader.name)
    for element in parent:
        kind = local(element)
        if kind == "p":
            _add_paragraph(reader, element, lines, depth)
        elif kind == "tbl":
            _add_table(reader, element, lines, depth)
        elif kind in _WRAPPERS and not _is_contents(element):
            _blocks(reader, element, lines, depth + 1)


def _add_paragraph(reader: _Reader, paragraph: etree._Element, lines: list[str], depth: int) -> None:
    style = _style_of(reader, paragraph)
    if style is not None and _WORDS_OF_CONTENTS.match(style.name):
        return
    written = Words()
    boxes: list[etree._Element] = []
    _runs(reader, paragraph, written, boxes)
    words = written.text()
    if words.strip():
        words = _number(reader, paragraph, style) + words
        for line in words.split("\n"):
            line = line.replace("|", "｜").strip()
            if line:
                reader.size += len(line)
                check_size(reader.size, reader.name)
                lines.append(line)
        if not reader.title and style is not None and style.name.lower() in _TITLE_STYLES:
            reader.title = clean(words)
    for box in boxes:
        _blocks(reader, box, lines, depth + 1)


def _runs(
    reader: _Reader, parent: etree._Element, words: Words, boxes: list[etree._Element], raised: bool = False
) -> None:
    """The words of a paragraph's runs, "\\n" where a line ends; the text boxes that hang on it."""
    for element in parent:
        kind = local(element)
        if kind == "t":
            written = (element.text or "").replace("\n", " ").translate(_SYMBOL_FONT)
            (words.add_raised if raised else words.add)(written)
        elif kind == "r":
            hidden, is_raised = _run_form(reader, element)
            if not hidden:
                _runs(reader, element, words, boxes, is_raised)
        elif kind == "sym":
            words.add(_symbol(element))
        elif kind == "tab":
            words.add("\t")
        elif kind in ("br", "cr"):
            words.add("\n")
        elif kind == "noBreakHyphen":
            words.add("-")
        elif kind in ("footnoteReference", "endnoteReference"):
            key = (kind.removesuffix("Reference"), value(element, "id"))
            words.add(f"[{reader.marks.setdefault(key, len(reader.marks) + 1)}]")
        elif kind in ("drawing", "pict", "object"):
            boxes.extend(box for box in element.iter("{*}txbxContent") if not _inside_box(box, element))
        elif kind in _WRAPPERS:
            _runs(reader, element, words, boxes, raised)


def _symbol(element: etree._Element) -> str:
    """A character that is named by its place in the Symbol font; empty for other fonts' pictures."""
    code = value(element, "char")
    if value(element, "font") != "Symbol" or not re.fullmatch("[0-9A-Fa-f]{4}", code):
        return ""
    return _SYMBOL_FONT.get(0xF000 | int(code, 16) & 0xFF, "")


def _run_form(reader: _Reader, run: etree._Element) -> tuple[bool, bool]:
    """Whether a run is hidden or struck, and whether it is raised, by itself or by its style."""
    form = run.find("{*}rPr")
    if form is None:
        return False, False
    style = reader.styles.get(value(form.find("{*}rStyle"), "val"), Style())
    hidden, raised = run_form(form)
    return bool(style.hidden if hidden is None else hidden), bool(style.raised if raised is None else raised)


def _inside_box(box: etree._Element, outer: etree._Element) -> bool:
    """Whether a text box lies in another one, with which it is read."""
    for above in box.iterancestors():
        if above is outer:
            return False
        if local(above) == "txbxContent":
            return True
    return False


def _add_table(reader: _Reader, table: etree._Element, lines: list[str], depth: int) -> None:
    """A table's rows, merged cells repeated; of one that lays out a page, the paragraphs."""
    if depth > _MOST_DEPTH:
        raise _too_deep(reader.name)
    elements = _shown_rows(table)
    counted = {key: dict(counters) for key, counters in reader.counters.items()}
    inner: list[_InCell] = []
    rows = _rows(reader, elements, inner)
    if not lays_out(rows) and (not inner or is_data(rows)):
        for row, column, element in inner:
            row.take(column, _inner_rows(reader, element, depth + 1))
        lines.extend(table_lines(rows))
        return
    reader.counters = counted  # its paragraphs are numbered anew
    for row_element in elements:
        for cell in _children(row_element, "tc"):
            _blocks(reader, cell, lines, depth + 1)


def _inner_rows(reader: _Reader, table: etree._Element, depth: int) -> list[TableRow] | str:
    """The rows of a table in a cell; its lines where it only lays out the cell."""
    inner: list[_InCell] = []
    rows = _rows(reader, _shown_rows(table), inner)
    if not inner and is_data(rows):
        return rows
    lines: list[str] = []
    _add_table(reader, table, lines, depth)
    return "\n".join(lines)


def _shown_rows(table: etree._Element) -> list[etree._Element]:
    return [
        row
        for row in _children(table, "tr")
        if row.find("{*}trPr/{*}del") is None and ((hidden := row.find("{*}trPr/{*}hidden")) is None or is_off(hidden))
    ]


def _rows(reader: _Reader, elements: list[etree._Element], inner: list[_InCell]) -> list[TableRow]:
    """The rows of a table, merged cells repeated; the tables in its cells go to ``inner``."""
    rows: list[TableRow] = []
    above: dict[int, str] = {}  # column: the words of the cell that is merged downward from there
    for element in elements:
        cells: list[str] = [""] * min(MOST_COLUMNS, whole(element.find("{*}trPr/{*}gridBefore")))
        begun: set[int] = set()
        tables: list[tuple[int, etree._Element]] = []
        for cell in _children(element, "tc"):
            if cell.find("{*}tcPr/{*}cellDel") is not None:
                continue
            merged = cell.find("{*}tcPr/{*}vMerge")
            column = len(cells)
            begun.add(column)
            span = min(max(1, whole(cell.find("{*}tcPr/{*}gridSpan"))), max(1, MOST_COLUMNS - column))
            if merged is not None and value(merged, "val") != "restart" and column in above:
                words = above[column]
            else:
                words = _cell(reader, cell, indented=not cells)
                tables.extend((column, each) for each in _children(cell, "tbl"))
            for at in range(column, column + span):
                if merged is not None:
                    above[at] = words
                else:
                    above.pop(at, None)
            cells.extend([words] * span)
        reader.size += sum(map(len, cells))
        check_size(reader.size, reader.name)
        rows.append(TableRow(cells, frozenset(begun)))
        inner.extend((rows[-1], column, each) for column, each in tables)
    return rows


def _cell(reader: _Reader, cell: etree._Element, indented: bool) -> str:
    """The words of a cell's paragraphs and text boxes on one line, without the tables in it."""
    lines: list[str] = []
    margin = 0
    paragraphs = _children(cell, "p")[::-1]
    while paragraphs:
        paragraph = paragraphs.pop()
        written = Words()
        boxes: list[etree._Element] = []
        _runs(reader, paragraph, written, boxes)
        paragraphs.extend(inner for box in boxes[::-1] for inner in _children(box, "p")[::-1])
        words = written.text()
        if words.strip():
            if indented and not lines:
                margin = _indent(paragraph)
            lines.append(_number(reader, paragraph, _style_of(reader, paragraph)) + words)
    if reader.with_lines:
        return "\n".join(filter(None, (clean(each) for line in lines for each in line.split("\n"))))
    words = clean(" ".join(lines), indented)
    return " " * min(20, margin) + words if words else ""


def _indent(paragraph: etree._Element) -> int:
    """How many columns a paragraph's words are moved to the right."""
    found = paragraph.find("{*}pPr/{*}ind")
    if found is None:
        return 0
    wide = sum(signed(found, side, 100) for side in ("leftChars", "startChars", "firstLineChars"))
    if not wide:
        wide = sum(signed(found, side, _TWIPS_OF_A_CHARACTER) for side in ("left", "start", "firstLine"))
    return max(0, round(2 * wide))


def _number(reader: _Reader, paragraph: etree._Element, style: Style | None) -> str:
    """The number that Word prints before a paragraph of a list; empty for bullets and where there is none."""
    stated = paragraph.find("{*}pPr/{*}numPr")
    list_id, level = "", 0
    if stated is not None:
        list_id = value(stated.find("{*}numId"), "val")
        level = whole(stated.find("{*}ilvl"))
    if not list_id and style is not None:
        list_id, level = style.list_id, max(0, style.level)
    if list_id not in reader.lists:
        return ""
    counted, levels = reader.lists[list_id]
    if level not in levels:
        return ""
    return number(levels, level, reader.counters.setdefault(counted, {}))


def _too_deep(name: str) -> UnreadableFile:
    return UnreadableFile(name, "文件嵌套过深，可能已损坏", "it is nested too deeply; it may be damaged")


def _notes(root: etree._Element | None, kind: str) -> dict[tuple[str, str], str]:
    """The words of each note on one line; separators are no notes."""
    notes: dict[tuple[str, str], str] = {}
    for element in root.iterchildren(f"{{*}}{kind}") if root is not None else ():
        if value(element, "type") in ("", "normal"):
            words = "".join(piece.text or "" for piece in element.iter("{*}t"))
            notes[kind, value(element, "id")] = clean(words)
    return notes


def _style_of(reader: _Reader, paragraph: etree._Element) -> Style | None:
    stated = paragraph.find("{*}pPr/{*}pStyle")
    return reader.styles.get(value(stated, "val")) if stated is not None else None


def _is_contents(element: etree._Element) -> bool:
    """Whether a content control is a table of contents, whose lines would be read a second time."""
    gallery = element.find("{*}sdtPr/{*}docPartObj/{*}docPartGallery")
    return gallery is not None and "Table of Contents" in value(gallery, "val")


def _children(parent: etree._Element, kind: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, also those in content controls and insertions."""
    found: list[etree._Element] = []
    for element in parent:
        name = local(element)
        if name == kind:
            found.append(element)
        elif name in _WRAPPERS:
            found.extend(_children(element, kind))
    return found
