"""Tables that stand in a text: rows between bars, rows of tabs, names with figures in a book's text layer.

表1  2024年主要产品产量          caption
单位：万吨                       unit
| 产品 | 产量 | 比上年增长（%） |  head
| 粮食 | 50.4 | 1.1 |
|   其中：稻谷 | 20.1 | 0.8 |     indented by 2
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from luoshi.language.passage import Passage
from luoshi.patterns import late
from luoshi.reading.cells import begins_body, factor
from luoshi.reading.layout import BLANKS, Extent, Line


class Cell(NamedTuple):
    """A table's cell: its words without padding, and where they stand in the document."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as printed; ``caption`` (without 表1) and ``unit`` (单位：万元) from the lines above it.

    Indentation matters for hierarchies (其中：, indented rows): ``indents[i]`` is the width in
    characters of the padding before the first cell's words in row ``i``, beyond the space that follows
    a bar. The first ``head_rows`` rows name the columns. A row of fewer cells than the head names a
    group of rows, or lacks what the page left blank.
    """

    rows: tuple[tuple[Cell, ...], ...]
    indents: tuple[int, ...]
    caption: Passage | None = None
    unit: str = ""
    head_rows: int = 0


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table, the lines it takes (``first`` to before ``last``, caption included), and its rows' extents."""

    first: int
    last: int
    table: Table
    extents: tuple[Extent, ...]


Row = tuple[int, tuple[Cell, ...]]  # indentation, cells


class _Top(NamedTuple):
    """What stands over a table's rows: the first line, the caption's extents, the unit, the head and its lines."""

    first: int
    captions: list[Extent]
    unit: str
    head: Row | None
    heads: int


_NUMBER = late(r"[-+－−–]?\d[\d,，]{0,20}(?:[.．]\d{1,8})?[%％‰]?\Z|[-—–－/…]{1,4}\Z|\*\Z")
_TOKEN = late(r"[^\s*](?:[^\s*]|\*(?!\*))*")
_BULLET = late(r"[-*•] +(?=[^\s\d])")
# What Markdown sets before words of a list or in bold: - **表2 2024年….
_MARKUP = late(r"(?:\*\*)?(?:[-*•] +)?(?:\*\*)?")
# Line breaks of HTML that Markdown's cells begin or end with.
_LINE_BREAK = late("<br ?/?>")
_LINE_BREAKS = late(r"^(?:<br ?/?>\s*)+|(?:\s*<br ?/?>)+\Z")
_NAMES_HEAD = late(r"(?:项目|产品|指标|行业|商品|类别)(?:名称)?\Z")
_COLUMN = late(r"[^\s](?:[ \u3000\u00a0]?[^\s]){0,200}")
_HAN = late("[\u4e00-\u9fff]")
_RULE = late(r"[\s|:+=-]{3,}\Z")
_UNIT = late(r"(?<![\u4e00-\u9fff])(?:计量|金额|货币|计价|数量|面积)?单\s?位\s?[:：]\s?([^\s）)，,；;|]{1,12})")
# 注：本表金额单位均为万元 below a table, and 支出情况表（万元） above it.
_NOTED_UNIT = late(r"(?:注|说明|备注)\s?[:：][^。；|]{0,20}单位均?(?:为|是|[:：])\s?([^\s）)，,。；;|]{1,8})")
_WORDED_UNIT = late(r"单位均?[为是]([^\s）)，,。；;|]{1,8})|以([^\s，。；、]{1,8})为(?:计量|计价)?单位")
_BRACKETED = late(r"[（(]([^（）()\d]{1,8})[）)]\Z")
# 编制部门：…　单位：万元: the unit's line may first say who made the table.
_UNIT_LINE = late(
    r"(?:[^\s：:]{2,8}[:：]\S{1,30}\s{1,40}){0,4}[（(]?(?:计量|金额|货币|计价|数量|面积)?单\s?位\s?[:：]\s?[^\s|]{1,12}(?:\s[^\s|]{1,4}){0,2}[）)]?\Z"
)
_CAPTION_NUMBER = late(
    r"[（(]?(?:续|附)?表\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-—－.．]\d{1,3}){0,2}[）)]?"
    r"(?:\s{0,4}[:：.．、]\s{0,4}|\s{1,8}|\Z|(?=(?:19|20)\d\d年)|(?=[^\d\s]))"
)
# …情况见下表 is a sentence that speaks of the table.
_CAPTION = late(r"[^。；]{2,60}(?:(?<![见如下])(?<!见附)表|一览|明细|汇总)(?:[（(][^（）()]{1,12}[）)])?\Z")
_SENTENCE = late(r"[。；！？]")
_TITLE = late(r"(?:表|说明)(?:[（(][^（）()]{1,20}[）)])?\Z")
_NAMES_COLUMN = late(r"(?:项目|科目|指标|名称|地区|单位名称|科目名称|项目名称)\Z")
# What an office writes above a table's head: 单位：万元, 填报单位：…, 发布日期：….
_NOTE_ABOVE = late(
    r"[（(]?(?:(?:金额|计量|编制|填报|发布|制表|报送|公布)?(?:单位|部门|机关|日期|时间)|表\s?号)\s*[:：].{0,40}"
)
_LONGEST_ROW = 300  # characters; a longer line is prose
_FEWEST_ROWS = 3
_FEWEST_TABS = 2  # in each row of a table that was copied from a sheet


def find_tables(text: str, rows: list[Line]) -> list[FoundTable]:
    """The tables among a document's lines, in order."""
    found: list[list[FoundTable]] = []  # each with the pages on which it goes on
    place, taken = 0, 0
    while place < len(rows):
        words = rows[place].text
        ending = words[-1]
        table = None
        if words[0] == "|" and len(words) > 1:
            table = _barred(text, rows, place, taken)
        elif words.count("\t") >= _FEWEST_TABS:
            table = _tabbed(text, rows, place, taken) or _spaced(text, rows, place, taken)
        elif (ending.isdigit() or ending in "%％—－-…") and (" " in words or "\t" in words or "\u3000" in words):
            table = _spaced(text, rows, place, taken)
        if table is None:
            place += 1
            continue
        if not table.table.unit and table.last < len(rows):
            table = replace(table, table=replace(table.table, unit=_unit_below(rows, table.last)))
        if found and _continues(found[-1][-1], table):
            found[-1].append(table)
        else:
            found.append([table])
        place = taken = table.last
    return [_merged(pages) if len(pages) > 1 else pages[0] for pages in found]


def under_title(text: str, found: FoundTable, title: list[Line]) -> FoundTable:
    """A table right under an article's title: what says no caption of its own has the title's last line as such."""
    if found.table.caption is not None:
        return found
    told = next((stated_unit(line.text) for line in title if _UNIT_LINE.match(line.text)), "")
    named = [line for line in title if not _UNIT_LINE.match(line.text)]
    caption = Passage.of(text, (named[-1].start, named[-1].end)) if named else None
    unit = found.table.unit or told or (stated_unit(caption.text) if caption else "")
    return replace(found, table=replace(found.table, caption=caption, unit=unit))


def stated_unit(words: str) -> str:
    """The unit that a caption or a sentence states: 单位：万元, 以万元为单位, or in the brackets at its end.

    >>> stated_unit("收支情况如下（单位：亿元）"), stated_unit("收支情况（万元）："), stated_unit("收支情况（试行）")
    ('亿元', '万元', '')
    """
    stated = _UNIT.search(words)
    if stated is not None:
        return stated[1]
    worded = _WORDED_UNIT.search(words)
    said = (worded[1] or worded[2]) if worded else ""
    bracketed = _BRACKETED.search(words.rstrip("。：:"))
    said = said or (bracketed[1] if bracketed else "")
    return said if said and factor(said) else ""


def _unit_below(rows: list[Line], last: int) -> str:
    """The unit that a note right under a table states; a line of its own there may be the next table's."""
    noted = _NOTED_UNIT.match(rows[last].text)
    if noted is not None:
        return noted[1] if factor(noted[1]) else ""
    alone = _UNIT_LINE.match(rows[last].text) and (last + 1 == len(rows) or rows[last + 1].text[-1] == "。")
    return stated_unit(rows[last].text) if alone else ""


def _barred(text: str, rows: list[Line], place: int, taken: int) -> FoundTable | None:
    """The rows between bars that begin at a line."""
    last, unit = place, ""
    read: list[Row] = []
    while last < len(rows) and rows[last].text[0] == "|" and len(rows[last].text) > 1:
        if last > place and rows[last].breaks > 1 and last + 1 < len(rows) and _RULE.match(rows[last + 1].text):
            break  # the head of another table
        if not _RULE.match(rows[last].text):
            read.append(_bars(text, rows[last]))
        last += 1
    noted = 0
    while noted + 2 < len(read) and (notes := _notes(read[noted])):
        unit = unit or stated_unit(notes)
        noted += 1
    del read[:noted]
    if not read:
        return None
    outside = _unbarred(rows, place, taken, len(read[0][1]))
    first = place - len(outside)
    found = _finish(text, rows, _top(rows, first, taken), first, last, [*outside, *read])
    if found is None or found.table.unit or not unit:
        return found
    return replace(found, table=replace(found.table, unit=unit))


def _notes(row: Row) -> str:
    """The words of a row above a table's head that only notes stand in (发布日期：… | | 单位：亿元), "" for another."""
    cells = [cell.text for cell in row[1] if cell.text]
    return "　".join(cells) if cells and all(_NOTE_ABOVE.fullmatch(cell) for cell in cells) else ""


def _unbarred(rows: list[Line], place: int, taken: int, columns: int) -> list[Row]:
    """The head of a table, and a sum under it, that a page prints above the rows between bars."""
    found: list[Row] = []
    at = place - 1
    while at >= taken and len(found) < 2 and (row := _spaces(rows[at])) and len(row[1]) == columns:
        found.insert(0, row)
        at -= 1
    head = _head(rows[at], columns) if at >= taken and columns > 1 else None
    if head is None or not _NAMES_COLUMN.match(head[1][0].text):
        return []
    return [head, *found]


def _bars(text: str, line: Line) -> Row:
    """The cells between the bars of a line, and how far its first cell's words are moved to the right."""
    cells = _parted(text, line.start + 1, line.end - (line.text[-1] == "|"), "|")
    return max(0, cells[0].start - line.start - 2) if cells[0].text else 0, cells


def _parted(text: str, at: int, end: int, mark: str) -> tuple[Cell, ...]:
    """The cells of ``text[at:end]`` between its marks, empty ones included."""
    cells: list[Cell] = []
    for piece in text[at:end].split(mark):
        words = piece.strip(BLANKS)
        if "<" in words:
            words = _LINE_BREAKS.sub("", words)
        cells.append(_cell(words, at + (piece.index(words) if words else 0)))
        at += len(piece) + 1
    return tuple(cells)


def _cell(words: str, start: int) -> Cell:
    """A cell whose words print put no gaps or line breaks into: 指     标 is 指标."""
    printed, words = words, words if "<" not in words else _LINE_BREAK.sub("", words)
    gapless = words if " " not in words and "\u3000" not in words else Passage.of(words, (0, len(words))).text
    return Cell(gapless, start, start + len(printed))


def _tabbed(text: str, rows: list[Line], place: int, taken: int) -> FoundTable | None:
    """Rows of cells parted by tabs, as sheets are copied: a head and at least two rows of as many cells."""
    last = place
    read: list[Row] = []
    while last < len(rows) and rows[last].text.count("\t") >= _FEWEST_TABS:
        row = _tabs(text, rows[last])
        if read and len(row) != len(read[0][1]):
            break
        read.append((0, row))
        last += 1
    if len(read) < _FEWEST_ROWS or any(_NUMBER.match(cell.text) for cell in read[0][1]):
        return None
    return _finish(text, rows, _top(rows, place, taken), place, last, read)


def _tabs(text: str, line: Line) -> tuple[Cell, ...]:
    """The cells of a printed line between its tabs, empty ones at its ends included."""
    end = text.find("\n", line.end)
    return _parted(text, text.rfind("\n", 0, line.start) + 1, end if end >= 0 else len(text), "\t")


def _spaced(text: str, rows: list[Line], place: int, taken: int) -> FoundTable | None:
    """Rows of names and figures apart by spaces or tabs, at least three with as many figures."""
    first = _spaces(rows[place])
    if first is None:
        return None
    read: list[tuple[int, Row | None]] = []
    columns = len(first[1])
    if place - 2 >= taken and not _head(rows[place - 1], columns) and _names_rows(rows[place - 1]):
        # A group's name may stand between the head and its rows.
        place -= _head(rows[place - 2], columns) is not None
    last, full = place, 0
    names: list[int] = []
    while last < len(rows):
        row = _spaces(rows[last])
        if row is not None and len(row[1]) == len(first[1]):
            read.extend((name, (rows[name].indent, (_name_cell(rows[name]),))) for name in names)
            names = []
            read.append((last, row))
            full += 1
        elif row is None and (empty := _without_value(rows[last], len(first[1]))):
            read.append((last, empty))
        elif row is None and len(names) < 2 and _names_rows(rows[last]):
            names.append(last)  # a group's name, or a name broken over lines
        else:
            break
        last += 1
    if full < _FEWEST_ROWS:
        return None
    if _lists_pages([row for _, row in read if row]):
        return None
    last = read[-1][0] + 1
    return _finish(text, rows, _top(rows, place, taken, len(first[1])), place, last, [row for _, row in read if row])


def _name_cell(line: Line) -> Cell:
    """The only cell of a line that names rows, without a list's mark and marks of bold print."""
    bullet = _BULLET.match(line.text)
    skipped = len(line.text) - len(line.text[bullet.end() if bullet else 0 :].lstrip("*"))
    return _cell(line.text[skipped:].rstrip("*"), line.start + skipped)


def _lists_pages(read: list[Row]) -> bool:
    """Whether rows are a table of contents: titles of tables and notes, each with a page no earlier than the last."""
    pages = [int(cells[-1].text) for _, cells in read if cells[-1].text.isdecimal()]
    titles = sum(any(_TITLE.search(cell.text) for cell in cells[:-1]) for _, cells in read)
    return 2 * titles > len(read) and 2 * len(pages) > len(read) and pages == sorted(pages)


def _names_rows(line: Line) -> bool:
    return len(line.text) <= 30 and not _SENTENCE.search(line.text) and _UNIT.search(line.text) is None


def _spaces(line: Line) -> Row | None:
    """The cells of a line that has words and then figures: 项目 name, amounts."""
    words = line.text
    if len(words) > _LONGEST_ROW or _SENTENCE.search(words):
        return None
    pattern = _COLUMN if "\t" in words or "  " in words or "\u3000\u3000" in words else _TOKEN
    cells: list[Cell] = []
    bullet = _BULLET.match(words)
    for token in pattern.finditer(words, bullet.end() if bullet else 0):
        figure = _NUMBER.match(token[0]) is not None
        start = line.start + token.start()
        if cells and pattern is _TOKEN and not figure and not _NUMBER.match(cells[-1].text) and not _is_unit(token[0]):
            name = words[cells[-1].start - line.start : token.end()]
            cells[-1] = _cell(name, cells[-1].start)
        else:
            cells.append(_cell(token[0], start))
    named = any(_HAN.search(cell.text) for cell in cells[:2])
    if (
        len(cells) < 2
        or not named
        or not _NUMBER.match(cells[-1].text)
        or (_NUMBER.match(cells[0].text) and len(cells) < 3)
    ):
        return None
    return line.indent, tuple(cells)


def _is_unit(word: str) -> bool:
    """Whether a word of two characters or more is nothing but a unit (万吨), which has a column of its own."""
    return len(word) > 1 and factor(word) is not None


def _without_value(line: Line, columns: int) -> Row | None:
    """The name and the unit of a row whose values the page left out: 淡水产品 万吨."""
    words = _bare(line.text)
    name, _, unit = words.rpartition(" ")
    if columns <= 2 or not name or not _is_unit(unit) or _SENTENCE.search(words):
        return None
    start = line.start + line.text.index(words)
    return line.indent, (_cell(name, start), _cell(unit, start + len(words) - len(unit)))


def _bare(words: str) -> str:
    """A line's words without the marks of a list and of bold print around them."""
    marks = _MARKUP.match(words)
    return words[marks.end() if marks else 0 :].removesuffix("**")


def _top(rows: list[Line], place: int, taken: int, columns: int = 0) -> _Top:
    """Upward from a table's first row: its first line, the lines of its caption, its unit, and its head.

    Only a table of spaces (``columns`` > 0) has its head on a line that is not yet one of its rows, or on two.
    """
    at, unit, head, heads = place - 1, "", None, 0
    if columns and at >= taken:
        head = _head(rows[at], columns)
        heads = 1 if head else 0
        if head is None and at - 1 >= taken and (head := _head_in_two(rows[at - 1], rows[at], columns)):
            heads = 2
        at -= heads
    if at >= taken and (found := _UNIT.search(rows[at].text)) and _UNIT_LINE.match(_bare(rows[at].text)):
        unit = found[1]
        at -= 1
    caption: list[Extent] = []
    while at >= taken and len(caption) < 2:
        words = _bare(rows[at].text)
        numbered = _CAPTION_NUMBER.match(words) is not None
        if (
            len(words) > 80
            or _SENTENCE.search(words)
            or not (
                numbered
                or (not caption and (_CAPTION.match(words) or (unit and len(words) > 3 and words[-1] not in "：:")))
            )
        ):
            break
        start = rows[at].start + rows[at].text.index(words)
        caption.insert(0, (start, start + len(words)))
        at -= 1
        if numbered:
            break
    return _Top(at + 1, caption, unit, head, heads)


def _head(line: Line, columns: int) -> Row | None:
    """A line that names as many columns."""
    cells = _head_cells(line)
    return (line.indent, tuple(cells)) if len(cells) == columns else None


def _head_in_two(upper: Line, lower: Line, columns: int) -> Row | None:
    """A head printed over two lines, its names' column first: 全国 over 项目 城市 农村, 指标 全国 over 城市 农村."""
    cells = [*_head_cells(upper), *_head_cells(lower)]
    named = [cell for cell in cells if _NAMES_HEAD.match(cell.text)]
    if len(cells) != columns or len(named) != 1 or any(_NUMBER.match(cell.text) for cell in cells):
        return None
    return upper.indent, (named[0], *(cell for cell in cells if cell is not named[0]))


def _head_cells(line: Line) -> list[Cell]:
    """The names of a head's columns; characters that print spread (项 目, 项 目 名 称) are one name."""
    words = line.text
    if len(words) > _LONGEST_ROW or _SENTENCE.search(words) or _UNIT_LINE.match(_bare(words)):
        return []
    cells: list[Cell] = []
    bullet = _BULLET.match(words)
    for token in _TOKEN.finditer(words, bullet.end() if bullet else 0):
        start = line.start + token.start()
        if cells and len(token[0]) == 1 and len(cells[-1].text) == 1 and start - cells[-1].start < 8:
            cells[-1] = _cell(words[cells[-1].start - line.start : token.end()], cells[-1].start)
            if cells[-1].text == "名称" and len(cells) > 1 and _NAMES_HEAD.match(cells[-2].text):
                cells[-2:] = [_cell(words[cells[-2].start - line.start : token.end()], cells[-2].start)]
            continue
        cells.append(_cell(token[0], start))
    return cells


def _finish(text: str, rows: list[Line], top: _Top, place: int, last: int, read: list[Row]) -> FoundTable:
    """A table from its parts: unit, head rows and halves that stand side by side are told apart here."""
    first, captions, unit, head, heads = top
    if head is not None:
        read = [head, *read]
    while len(read) > 1:
        words = {cell.text: cell for cell in read[0][1] if cell.text}
        alone = next(iter(words.values())) if len(words) == 1 else None
        stated = _UNIT.search(alone.text) if alone else None
        if alone is not None and not captions and _CAPTION_NUMBER.match(_bare(alone.text)):
            captions = [(alone.start, alone.end)]
        elif stated is None:
            break
        unit = unit or (stated[1] if stated else "")
        read = read[1:]
    named = [_unnumbered(text, extent) for extent in captions]
    named = [(start, end) for start, end in named if start < end]
    caption = Passage.of(text, *named) if named else None
    if caption is not None and not unit:
        unit = stated_unit(caption.text)
    head_rows = 1 if head is not None else _head_rows(read)
    read = _stacked(_beside_heads(read, head_rows), head_rows)
    table = Table(
        rows=tuple(cells for _, cells in read),
        indents=tuple(indent for indent, _ in read),
        caption=caption,
        unit=unit,
        head_rows=head_rows,
    )
    return FoundTable(first, last, table, ((rows[place - heads].start, rows[last - 1].end),))


def _head_rows(read: list[Row]) -> int:
    """How many rows stand before the first with figures; a column's year is a name."""
    for count, (_, cells) in enumerate(read):
        if any(begins_body(cell.text) for cell in cells[1:]):
            # A group's name that is alone in its row belongs to the rows below it.
            while count > 1 and len({cell.text for cell in read[count - 1][1] if cell.text}) == 1:
                count -= 1
            return count
    return 1 if len(read) > 1 else 0


def _beside_heads(read: list[Row], head_rows: int) -> list[Row]:
    """Rows whose values stand one column right of their head, as merged cells are written out, put under it."""
    width = len(read[0][1])
    if head_rows != 1 or width < 3 or any(len(cells) != width for _, cells in read):
        return read
    filled = [any(cells[at].text for _, cells in read[1:]) for at in range(width)]
    names = read[0][1]
    for at in range(1, width - 1):
        if not filled[at] and filled[at + 1] and names[at].text and not names[at + 1].text:
            skipped = [(indent, cells[:at] + cells[at + 1 :]) for indent, cells in read[1:]]
            return [(read[0][0], names[: at + 1] + names[at + 2 :]), *skipped]
    return read


def _stacked(read: list[Row], head_rows: int) -> list[Row]:
    """A table printed in two halves side by side, under a head that repeats, as one under the other."""
    if head_rows != 1:
        return read
    names = [cell.text for cell in read[0][1]]
    half = len(names) // 2
    if half < 2 or len(names) % 2 or names[:half] != names[half:] or any(len(cells) != 2 * half for _, cells in read):
        return read
    left = [(indent, cells[:half]) for indent, cells in read]
    right = [(0, cells[half:]) for _, cells in read[1:] if any(cell.text for cell in cells[half:])]
    return left + right


def _continues(earlier: FoundTable, later: FoundTable) -> bool:
    """Whether a table goes on with the one before it on the next page, under the same caption."""
    if earlier.table.caption is None or later.table.caption is None or earlier.last != later.first:
        return False
    return _plain_caption(earlier.table.caption) == _plain_caption(later.table.caption)


def _unnumbered(text: str, extent: Extent) -> Extent:
    """Where a caption's words stand without its number (表1-2) and marks of bold print."""
    words = _bare(text[extent[0] : extent[1]])
    number = _CAPTION_NUMBER.match(words)
    start = text.index(words, extent[0])
    return start + (number.end() if number else 0), start + len(words)


def _plain_caption(caption: Passage) -> str:
    """A caption without (续) and its unit."""
    return re.sub(r"[（(](?:续表?|单位[^（）()]{0,14})[）)]|续表?|\s", "", caption.text)


def _merged(pages: list[FoundTable]) -> FoundTable:
    """One table from its pages, the head once."""
    first = pages[0].table
    head = [tuple(cell.text for cell in cells) for cells in first.rows[: first.head_rows]]
    rows: list[tuple[Cell, ...]] = []
    indents: list[int] = []
    for page in pages:
        table = page.table
        printed = [tuple(cell.text for cell in cells) for cells in table.rows[: table.head_rows]]
        skip = table.head_rows if page is not pages[0] and printed == head else 0
        rows.extend(table.rows[skip:])
        indents.extend(table.indents[skip:])
    unit = next((page.table.unit for page in pages if page.table.unit), "")
    return FoundTable(
        first=pages[0].first,
        last=pages[-1].last,
        table=replace(first, rows=tuple(rows), indents=tuple(indents), unit=unit),
        extents=tuple(extent for page in pages for extent in page.extents),
    )
