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
from luoshi.documents.table_lines import MOST_COLUMNS, TableRow, check_size, clean, is_data, lays_out, table_lines
from luoshi.documents.unreadable import UnreadableFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # the other namespace of ISO/IEC 29500
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
_LEVEL = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
# Characters of the Symbol font, which Word keeps as F000 and their place in it, that stand in numbers.
_SYMBOLS = {0x2D: "−", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB8: "÷"}
_SYMBOL_FONT = {0xF000 + at: _SYMBOLS.get(at, chr(at)) for at in (*range(0x20, 0x40), *_SYMBOLS)}
_RAISED_BY = 4  # half points; a run printed as much higher is raised as a superscript is
_MOST_DEPTH = 60  # tables in tables


@dataclass(slots=True)
class _Level:
    """A level of a numbered list: where it begins, how a number is written, and the text around it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(slots=True)
class _Style:
    """What a style says of its paragraphs or runs; ``None`` where it says nothing."""

    name: str = ""
    based_on: str = ""
    list_id: str = ""
    level: int = -1
    hidden: bool | None = None
    raised: bool | None = None


# A row, the column of a cell in it, and a table in that cell.
_InCell = tuple[TableRow, int, etree._Element]


@dataclass(slots=True)
class _Reader:
    """One document being read: its styles and lists, the counters of the lists, and the lines so far."""

    name: str
    styles: dict[str, _Style] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    marks: dict[tuple[str, str], int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    size: int = 0
    title: str = ""


def read(package: Package) -> Content:
    """The text of a Word document. Raises :class:`UnreadableFile` where it is damaged or unreasonable."""
    main = next((part for part in package.names if _MAIN.match(part)), None)
    root = package.xml(main) if main else None
    body = root.find("{*}body") if root is not None else None
    if body is None:
        raise broken(package.name)
    reader = _Reader(package.name)
    reader.styles = _styles(package.xml("word/styles.xml"))
    reader.lists = _lists(package.xml("word/numbering.xml"))
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
            key = (kind.removesuffix("Reference"), _value(element, "id"))
            words.add(f"[{reader.marks.setdefault(key, len(reader.marks) + 1)}]")
        elif kind in ("drawing", "pict", "object"):
            boxes.extend(box for box in element.iter("{*}txbxContent") if not _inside_box(box, element))
        elif kind in _WRAPPERS:
            _runs(reader, element, words, boxes, raised)


def _symbol(element: etree._Element) -> str:
    """A character that is named by its place in the Symbol font; empty for other fonts' pictures."""
    code = _value(element, "char")
    if _value(element, "font") != "Symbol" or not re.fullmatch("[0-9A-Fa-f]{4}", code):
        return ""
    return _SYMBOL_FONT.get(0xF000 | int(code, 16) & 0xFF, "")


def _run_form(reader: _Reader, run: etree._Element) -> tuple[bool, bool]:
    """Whether a run is hidden or struck, and whether it is raised, by itself or by its style."""
    form = run.find("{*}rPr")
    if form is None:
        return False, False
    style = reader.styles.get(_value(form.find("{*}rStyle"), "val"), _Style())
    hidden, raised = _form(form)
    return bool(style.hidden if hidden is None else hidden), bool(style.raised if raised is None else raised)


def _form(form: etree._Element | None) -> tuple[bool | None, bool | None]:
    """What the properties of a run say of whether it is hidden or struck, and raised; ``None`` for nothing."""
    hidden = raised = None
    for element in form if form is not None else ():
        kind = local(element)
        if kind in ("vanish", "strike", "dstrike"):
            hidden = hidden or not _is_off(element)
        elif kind == "vertAlign":
            raised = _value(element, "val") == "superscript"
        elif kind == "position" and raised is None:
            raised = _signed(element, "val", 1) >= _RAISED_BY
    return hidden, raised


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
    nested = table.find(".//{*}tc//{*}tbl") is not None
    counted = {key: dict(counters) for key, counters in reader.counters.items()} if nested else {}
    inner: list[_InCell] = []
    rows = _rows(reader, elements, inner)
    if not lays_out(rows) and (not inner or is_data(rows)):
        for row, column, element in inner:
            row.take(column, _inner_rows(reader, element, depth + 1))
        lines.extend(table_lines(rows))
        return
    if nested:
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
        if row.find("{*}trPr/{*}del") is None and ((hidden := row.find("{*}trPr/{*}hidden")) is None or _is_off(hidden))
    ]


def _rows(reader: _Reader, elements: list[etree._Element], inner: list[_InCell]) -> list[TableRow]:
    """The rows of a table, merged cells repeated; the tables in its cells go to ``inner``."""
    rows: list[TableRow] = []
    above: dict[int, str] = {}  # column: the words of the cell that is merged downward from there
    for element in elements:
        cells: list[str] = [""] * min(MOST_COLUMNS, _whole(element.find("{*}trPr/{*}gridBefore")))
        begun: set[int] = set()
        tables: list[tuple[int, etree._Element]] = []
        for cell in _children(element, "tc"):
            if cell.find("{*}tcPr/{*}cellDel") is not None:
                continue
            merged = cell.find("{*}tcPr/{*}vMerge")
            column = len(cells)
            begun.add(column)
            span = min(max(1, _whole(cell.find("{*}tcPr/{*}gridSpan"))), max(1, MOST_COLUMNS - column))
            if merged is not None and _value(merged, "val") != "restart" and column in above:
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
    """The words of a cell's own paragraphs on one line."""
    lines: list[str] = []
    margin = 0
    for paragraph in _children(cell, "p"):
        written = Words()
        boxes: list[etree._Element] = []
        _runs(reader, paragraph, written, boxes)
        words = written.text()
        if words.strip():
            if indented and not lines:
                margin = _indent(paragraph)
            lines.append(_number(reader, paragraph, _style_of(reader, paragraph)) + words)
    words = clean(" ".join(lines), indented)
    return " " * min(20, margin) + words if words else ""


def _indent(paragraph: etree._Element) -> int:
    """How many columns a paragraph's words are moved to the right."""
    found = paragraph.find("{*}pPr/{*}ind")
    if found is None:
        return 0
    wide = sum(_signed(found, side, 100) for side in ("leftChars", "startChars", "firstLineChars"))
    if not wide:
        wide = sum(_signed(found, side, _TWIPS_OF_A_CHARACTER) for side in ("left", "start", "firstLine"))
    return max(0, round(2 * wide))


def _signed(element: etree._Element, name: str, unit: int) -> float:
    value = _value(element, name)
    return int(value[:8]) / unit if re.fullmatch(r"-?\d{1,7}", value) else 0.0


def _number(reader: _Reader, paragraph: etree._Element, style: _Style | None) -> str:
    """The number that Word prints before a paragraph of a list; empty for bullets and where there is none."""
    stated = paragraph.find("{*}pPr/{*}numPr")
    list_id, level = "", 0
    if stated is not None:
        list_id = _value(stated.find("{*}numId"), "val")
        level = _whole(stated.find("{*}ilvl"))
    if not list_id and style is not None:
        list_id, level = style.list_id, max(0, style.level)
    if list_id not in reader.lists:
        return ""
    counted, levels = reader.lists[list_id]
    if level not in levels:
        return ""
    counters = reader.counters.setdefault(counted, {})
    counters[level] = counters.get(level, levels[level].start - 1) + 1
    for deeper in [other for other in counters if other > level]:
        del counters[deeper]

    def written(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = levels.get(at, _Level())
        form = "decimal" if levels[level].legal else of.form
        return _written(counters.get(at, of.start), form)

    return "" if levels[level].form in ("bullet", "none") else _LEVEL.sub(written, levels[level].text)


def _written(number: int, form: str) -> str:
    """A number of a list as its form writes it (ST_NumberFormat of ISO/IEC 29500-1, 17.18.59)."""
    if "chinese" in form.lower() or form.startswith(("japanese", "taiwanese", "ideographDigital", "korean")):
        return _chinese(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x245F + number)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * min(9, 1 + (number - 1) // 26)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    return str(number)


def _chinese(number: int) -> str:
    if number < 10:
        return _DIGITS[number] if number > 0 else "〇"
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    parts: list[str] = []
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        parts.append(sign * min(count, 9))
    return "".join(parts)


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    styles: dict[str, _Style] = {}
    for element in root.iterchildren("{*}style") if root is not None else ():
        style = _Style(_value(element.find("{*}name"), "val"), _value(element.find("{*}basedOn"), "val"))
        numbered = element.find("{*}pPr/{*}numPr")
        if numbered is not None:
            style.list_id = _value(numbered.find("{*}numId"), "val")
            style.level = _whole(numbered.find("{*}ilvl"))
        style.hidden, style.raised = _form(element.find("{*}rPr"))
        styles[_value(element, "styleId")] = style
    for style in styles.values():
        base, steps = styles.get(style.based_on), 0
        while base is not None and steps < 20:
            if not style.list_id:
                style.list_id, style.level = base.list_id, base.level
            style.hidden = base.hidden if style.hidden is None else style.hidden
            style.raised = base.raised if style.raised is None else style.raised
            base, steps = styles.get(base.based_on), steps + 1
    return styles


def _too_deep(name: str) -> UnreadableFile:
    return UnreadableFile(name, "文件嵌套过深，可能已损坏", "it is nested too deeply; it may be damaged")


def _lists(root: etree._Element | None) -> dict[str, tuple[str, dict[int, _Level]]]:
    """Each list's id → what its numbers are counted under, and its levels."""
    if root is None:
        return {}
    abstract: dict[str, dict[int, _Level]] = {}
    for element in root.iterchildren("{*}abstractNum"):
        abstract[_value(element, "abstractNumId")] = {
            _whole_text(_value(level, "ilvl")): _level(level) for level in element.iterchildren("{*}lvl")
        }
    lists: dict[str, tuple[str, dict[int, _Level]]] = {}
    for element in root.iterchildren("{*}num"):
        base = _value(element.find("{*}abstractNumId"), "val")
        levels, counted = dict(abstract.get(base, {})), base
        list_id = _value(element, "numId")
        for override in element.iterchildren("{*}lvlOverride"):
            at, anew = _whole_text(_value(override, "ilvl")), override.find("{*}lvl")
            if anew is not None:
                levels[at] = _level(anew)
            begun = override.find("{*}startOverride")
            if begun is not None and at in levels:
                before = levels[at]
                levels[at] = _Level(_whole(begun), before.form, before.text, before.legal)
                counted = f"{base}/{list_id}"
        lists[list_id] = (counted, levels)
    return lists


def _level(element: etree._Element) -> _Level:
    start = element.find("{*}start")
    return _Level(
        start=_whole(start) if start is not None else 1,
        form=_value(element.find("{*}numFmt"), "val") or "decimal",
        text=_value(element.find("{*}lvlText"), "val")[:40],
        legal=element.find("{*}isLgl") is not None,
    )


def _notes(root: etree._Element | None, kind: str) -> dict[tuple[str, str], str]:
    """The words of each note on one line; separators are no notes."""
    notes: dict[tuple[str, str], str] = {}
    for element in root.iterchildren(f"{{*}}{kind}") if root is not None else ():
        if _value(element, "type") in ("", "normal"):
            words = "".join(piece.text or "" for piece in element.iter("{*}t"))
            notes[kind, _value(element, "id")] = clean(words)
    return notes


def _style_of(reader: _Reader, paragraph: etree._Element) -> _Style | None:
    stated = paragraph.find("{*}pPr/{*}pStyle")
    return reader.styles.get(_value(stated, "val")) if stated is not None else None


def _is_contents(element: etree._Element) -> bool:
    """Whether a content control is a table of contents, whose lines would be read a second time."""
    gallery = element.find("{*}sdtPr/{*}docPartObj/{*}docPartGallery")
    return gallery is not None and "Table of Contents" in _value(gallery, "val")


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


def _value(element: etree._Element | None, name: str) -> str:
    """An attribute in the namespace of either kind of document; empty where there is none."""
    if element is None:
        return ""
    return str(element.get(_W + name) or element.get(_STRICT + name) or "")


def _whole(element: etree._Element | None) -> int:
    return _whole_text(_value(element, "val"))


def _whole_text(value: str) -> int:
    return int(value) if re.fullmatch(r"[0-9]{1,6}", value) else 0


def _is_off(element: etree._Element | None) -> bool:
    return _value(element, "val") in ("0", "false", "off")
