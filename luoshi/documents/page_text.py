"""Printed pages become a text: lines in reading order, joined to paragraphs, tables in their place.

A paragraph or a table's row is a line of the text; headlines, told by their type's size, have blank lines
around them. Page numbers and running heads are left out. Every character of the text that a page prints has
its box there, every other (line ends, the bars and padding of tables) has none.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from luoshi.documents.aligned_tables import aligned
from luoshi.documents.page_articles import PageArticle, page_articles
from luoshi.documents.page_columns import Item, Region, columns
from luoshi.documents.page_lines import NOWHERE, TextLine, cells_of, line_pieces, one_line, rows_of
from luoshi.documents.page_tables import PageTable, row_glyphs, stub_offset
from luoshi.documents.printed import Glyph, PrintedPage
from luoshi.documents.ruled_tables import ruled
from luoshi.records import LaidArticle, Page

_PAGE_NUMBER = re.compile(
    r"[-—–―－·•~\s]{0,4}(?:\d{1,4}|[IVXivx]{1,6})[-—–―－·•~\s]{0,4}\Z|第\s?\d{1,4}\s?页(?:[，,/\s]{0,2}共\s?\d{1,4}\s?页)?\Z"
    r"|\d{1,4}\s?/\s?\d{1,4}\Z"
)
_NO_RUNNING_HEAD = re.compile(
    r"[（(]?(?:计量)?单\s?位\s?[:：]|(?:续|附)?表\s?[\d一二三四五六七八九十]|.{2,60}表(?:[（(].{1,12}[）)])?\Z"
)
_CAPTION = re.compile(
    r"(?:续|附)?表\s?[\d一二三四五六七八九十]|.{2,60}(?:表|一览|明细|汇总)(?:[（(].{1,12}[）)])?\Z|[（(]?(?:计量)?单\s?位\s?[:：]"
)
_ENDED = re.compile(r"[。！？!?；;：:…][”’」』\"'）)】\]》]{0,3}\Z")
_OPENS = re.compile(
    r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|——|第[一二三四五六七八九十]{1,3}[章节条]"
)
_CONTENTS_ENTRY = re.compile(r"(?:[^\d\s] |[…·.．]{2} ?)[（(]?\d{1,4}[）)]?\Z")
_PAIR = re.compile(r"[^\s，。；、：:！？,;]{2,20} ?[：:] ?[^\s：:]")  # 名称：值
_OUTER = 0.12  # of a page's height: where page numbers and running heads stand
_HEADLINE = 1.15  # a headline's type beside the text's
_SAME_SIZE = 1.13
_RAGGED = 0.75  # of a column's width: a shorter line ends its paragraph
_MOST_INDENT = 20
_MOST_HEAD_ROWS = 4
_SETTLED = 6  # lines from which a column's sides are known


@dataclass(frozen=True, slots=True)
class PagedText:
    """A text, its pages, and four numbers for each character as :class:`~luoshi.records.Document` keeps them."""

    text: str
    pages: tuple[Page, ...]
    positions: array[float]
    laid_out: tuple[LaidArticle, ...] = ()


@dataclass(slots=True)
class _Column:
    """The sides of a column of lines."""

    left: float
    right: float
    lines: int
    pitch: float


@dataclass(slots=True)
class _Line:
    """A line of a page, or a table's row: its characters and their boxes on the page as it is shown."""

    text: str
    boxes: array[float]
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    column: _Column | None = None
    article: PageArticle | None = None  # the newspaper article that it is part of
    headline: bool = False
    cells: tuple[tuple[float, float], ...] = ()  # the sides of its cells, where it is a row of them


@dataclass(slots=True)
class _Table:
    """A table's rows as lines, and how far right their first words stand, in half widths."""

    rows: list[_Line]
    offsets: list[float | None]
    columns: int

    def margin(self) -> float:
        """The offset of the names that are not indented."""
        return min((offset for offset in self.offsets if offset is not None), default=0.0)


@dataclass(slots=True)
class _Boxed:
    """What stands in a box of its own."""

    parts: list[list[Item]]


@dataclass(slots=True)
class _LaidPage:
    number: int
    width: float
    height: float
    elements: list[_Line | _Table] = field(default_factory=list)


def page_text(pages: Iterable[PrintedPage]) -> PagedText:
    """The text of pages; each page is let go as soon as its lines are known."""
    laid = [_laid(page) for page in pages]
    _settle_sides(laid)
    heads = _running_heads(laid)
    sizes: Counter[float] = Counter()
    for page in laid:
        page.elements = [part for part in page.elements if not (isinstance(part, _Line) and _head_key(part) in heads)]
        for part in page.elements:
            if isinstance(part, _Line):
                sizes[round(part.size * 2) / 2] += len(part.text)
    return _Writer(sizes.most_common(1)[0][0] if sizes else 0.0).written(laid)


# One page


def _laid(page: PrintedPage) -> _LaidPage:
    """A page's lines and tables in reading order."""
    found = _LaidPage(page.number, page.width, page.height)
    if not page.glyphs:
        return found
    across, down = (page.height, page.width) if page.turn in (90, 270) else (page.width, page.height)
    parts = ruled(page.glyphs, page.rules, across, down)
    pieces = line_pieces(parts.rest)
    outer = (_OUTER * down, (1 - _OUTER) * down)
    pieces = _without_page_number(pieces, *outer)
    size = _text_size(pieces)
    if not parts.tables:
        articles = page_articles(pieces, page.rules)
        for article in articles:
            _append_article(found, page, article)
        if articles:
            return found
    items: list[Item] = [*parts.tables]
    for frame in sorted(parts.boxes, key=lambda box: (box.right - box.left) * (box.bottom - box.top)):
        inner = [item for item in items + pieces if _within(item, frame)]
        if sum(1 for item in inner if isinstance(item, TextLine)) < 3:
            continue
        taken = set(map(id, inner))
        items = [item for item in items if id(item) not in taken]
        pieces = [piece for piece in pieces if id(piece) not in taken]
        items.append(Region(*frame, _Boxed(columns(inner, [], size))))
    tables, pieces = aligned(pieces)
    items += [*tables, *pieces]
    _append(found, page, columns(items, parts.separators, size or 10.0))
    return found


def _append(found: _LaidPage, page: PrintedPage, parts: list[list[Item]]) -> None:
    """Write columns into a laid page, the boxes and tables among them in their place."""
    for part in parts:
        lines = [item for item in part if isinstance(item, TextLine)]
        regions = [item for item in part if isinstance(item, Region)]
        whole = [one_line(row) for row in rows_of(lines)]
        column = _column(whole)
        ordered: list[Item] = [*whole, *regions]
        ordered.sort(key=lambda item: item.top)
        for item in ordered:
            if isinstance(item, TextLine):
                found.elements.append(_placed(page, item, column))
            elif isinstance(item.content, PageTable):
                table = item.content
                found.elements.extend(_placed(page, line, None) for line in table.captions)
                rows = [_line(page, row_glyphs(row)) for row in table.rows]
                offsets = [stub_offset(table, row) for row in table.rows]
                found.elements.append(_Table(rows, offsets, len(table.edges) - 1))
            elif isinstance(item.content, _Boxed):
                _append(found, page, item.content.parts)


def _append_article(found: _LaidPage, page: PrintedPage, article: PageArticle) -> None:
    """Write an article of a newspaper page into a laid page."""
    headline = article.headline
    for lines in [[line] for line in article.head] + article.columns:
        column = _column(lines)
        for item in lines:
            line = _line(page, item.glyphs)
            line.left, line.top, line.right, line.bottom = item.left, item.top, item.right, item.bottom
            line.size, line.column, line.article = item.size, column, article
            line.headline = any(item is part for part in headline)
            found.elements.append(line)


def _placed(page: PrintedPage, line: TextLine, column: _Column | None) -> _Line:
    """A line with its place on the page as it is read."""
    found = _line(page, line.glyphs)
    found.left, found.top, found.right, found.bottom = line.left, line.top, line.right, line.bottom
    found.size, found.column, found.cells = line.size, column, cells_of(line)
    return found


def _line(page: PrintedPage, glyphs: list[Glyph]) -> _Line:
    boxes = array("f")
    for glyph in glyphs:
        boxes.extend(page.as_shown(*glyph[1:]))
    return _Line("".join(glyph.text for glyph in glyphs), boxes)


def _text_size(pieces: list[TextLine]) -> float:
    """The height of most characters."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size * 2) / 2] += len(piece.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _within(item: Item, frame: tuple[float, float, float, float]) -> bool:
    x, y = (item.left + item.right) / 2, (item.top + item.bottom) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


def _without_page_number(pieces: list[TextLine], upper: float, lower: float) -> list[TextLine]:
    """The pieces but for page numbers: alone on the outermost line of the page, near its edge.

    A number between two dashes may stand in three pieces.
    """
    rows = rows_of(pieces)
    numbers = {
        id(piece)
        for row in (rows[:1] + rows[-1:])
        if not upper < row[0].middle < lower and _PAGE_NUMBER.match(" ".join(piece.text for piece in row))
        for piece in row
    }
    return [piece for piece in pieces if id(piece) not in numbers]


def _column(lines: list[TextLine]) -> _Column | None:
    """The sides of a column: the leftmost and the rightmost that several lines reach."""
    if not lines:
        return None
    size = median(line.size for line in lines)
    text = [line for line in lines if line.size < _HEADLINE * size] or lines
    tops = [line.middle for line in text]
    pitches = [b - a for a, b in pairwise(tops) if b - a < 4 * size]
    return _Column(
        min(line.left for line in text), max(line.right for line in text), len(text), median(pitches) if pitches else 0
    )


# All pages


def _settle_sides(pages: list[_LaidPage]) -> None:
    """Give columns of few lines the sides of a column in the same place that has more, on the nearest page."""
    known: list[_Column] = []
    for page in pages:
        columns = {id(part.column): part.column for part in page.elements if isinstance(part, _Line) and part.column}
        known.extend(column for column in columns.values() if column.lines >= _SETTLED)
        known = known[-40:]
        for column in columns.values():
            if column.lines < _SETTLED:
                around = [
                    other for other in known if other.left - 12 <= column.left and column.right <= other.right + 12
                ]
                if around:
                    model = min(around, key=lambda other: other.right - other.left)
                    column.left, column.right = min(column.left, model.left), max(column.right, model.right)
                    column.pitch = column.pitch or model.pitch


def _head_key(line: _Line) -> tuple[str, int]:
    """What repeats where a running head does: its words and its height on the page."""
    return re.sub(r"[\d\s]", "", line.text), round(line.top / 8)


def _running_heads(pages: list[_LaidPage]) -> frozenset[tuple[str, int]]:
    """The lines near the edges of at least three pages that say the same at the same place."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        lines = [part for part in page.elements if isinstance(part, _Line)]
        outer = [
            line
            for line in lines
            if not _OUTER * page.height < (line.top + line.bottom) / 2 < (1 - _OUTER) * page.height
        ]
        seen.update(
            {_head_key(line) for line in outer if len(line.text) <= 60 and not _NO_RUNNING_HEAD.match(line.text)}
        )
    return frozenset(key for key, times in seen.items() if times >= 3 and key[0])


class _Writer:
    """Writes pages one after the other, and remembers the last line and table to go on with."""

    def __init__(self, body: float) -> None:
        self.body = body
        self.parts: list[str] = []
        self.positions: array[float] = array("f")
        self.length = 0
        self.line: _Line | None = None  # the last line of the paragraph that is open
        self.joined = 1  # how many lines it has
        self.indented = False  # whether its first line is
        self.page = 0
        self.line_page = 0
        self.table: _Table | None = None  # the last table, where nothing but its caption has come since
        self.head: list[str] = []  # its first rows
        self.margin = 0.0  # how far right its names stand that are not indented
        self.captions: list[str] = []  # the lines above it
        self.waiting: list[_Line] = []  # captions that may repeat those of the table before
        self.laid_out: list[LaidArticle] = []
        self.article: PageArticle | None = None  # the newspaper article that the last line was part of

    def written(self, pages: list[_LaidPage]) -> PagedText:
        starts: list[int] = []
        for page in pages:
            self.page = page.number
            starts.append(self.length)
            for at, part in enumerate(page.elements):
                if isinstance(part, _Table):
                    self._write_table(part)
                elif self.table is not None and self._may_repeat(page.elements, at):
                    self.waiting.append(part)
                else:
                    self._write_line(part)
            self._release()
        if self.length and not self.parts[-1].endswith("\n"):
            self._type("\n")
        ends = [*starts[1:], self.length][: len(starts)]
        found = tuple(
            Page(page.number, round(page.width, 2), round(page.height, 2), start, end)
            for page, start, end in zip(pages, starts, ends, strict=True)
        )
        return PagedText("".join(self.parts), found, self.positions, tuple(self.laid_out))

    def _may_repeat(self, elements: list[_Line | _Table], at: int) -> bool:
        """Whether a line at the top of a page can repeat the caption of the table on the page before."""
        after = next((part for part in elements[at:] if isinstance(part, _Table)), None)
        line = elements[at]
        return (
            after is not None
            and self.table is not None
            and after.columns == self.table.columns
            and isinstance(line, _Line)
            and at == len(self.waiting) < 5
            and self.line_page != self.page
            and _bare(line.text) in self.captions
        )

    def _release(self) -> None:
        """Write captions that turned out to repeat nothing."""
        waiting, self.waiting = self.waiting, []
        for line in waiting:
            self._write_line(line)

    def _write_line(self, line: _Line) -> None:
        self._release()
        self.table = None
        headline = line.size >= _HEADLINE * self.body
        if self.line is not None and self._goes_on(self.line, line):
            before, first = self.parts[-1][-1:], line.text[0]
            if before.isascii() and first.isascii() and (before.isalpha() or first.isalpha()):
                self._type(" ")
            self.joined += 1
        else:
            if self.line is not None:
                self._type("\n")
                if headline or self.line.size >= _HEADLINE * self.body or line.article is not self.article:
                    self._type("\n")
            self.joined = 1
            self.indented = line.column is not None and 1.2 < (line.left - line.column.left) / line.size < 3
            self.captions = [*self.captions[-5:], ""]
        self.captions[-1:] = [(self.captions[-1] if self.captions else "") + _bare(line.text)]
        start = self.length
        self._print(line)
        self.line, self.line_page = line, self.page
        self._lay_out(line, start)

    def _lay_out(self, line: _Line, start: int) -> None:
        """Note the extent of the newspaper article that a line, written from ``start`` on, is part of."""
        if line.article is None:
            self.article = None
            return
        if line.article is not self.article:
            self.laid_out.append(LaidArticle(start, start, start, start))
            self.article = line.article
        laid = self.laid_out[-1]
        begun = laid.headline_start < laid.headline_end
        first, last = laid.headline_start, laid.headline_end
        if line.headline:
            first, last = first if begun else start, self.length
        self.laid_out[-1] = LaidArticle(laid.start, self.length, first, last)

    def _goes_on(self, last: _Line, line: _Line) -> bool:
        """Whether a line goes on with the paragraph of the last one."""
        if last.headline or line.headline or last.article is not line.article:
            return last.headline and line.headline and last.article is line.article
        if max(last.size, line.size) > _SAME_SIZE * min(last.size, line.size) or not (last.column and line.column):
            return False
        if _CAPTION.match(line.text) or _CAPTION.match(last.text) or _CONTENTS_ENTRY.search(last.text):
            return False
        if self.joined == 1 and _PAIR.match(last.text) and _PAIR.match(line.text):
            return False  # two pairs of a name and its value
        if _stand_below(last.cells, line.cells):
            return False
        size = line.size
        beside = last.column is line.column
        gap = line.top - last.bottom
        ended = _ENDED.search(last.text) is not None
        if size >= _HEADLINE * self.body:
            centred = abs((last.left + last.right) - (line.left + line.right)) < size
            near = beside and -size < gap < 1.3 * size and self.line_page == self.page
            return near and not ended and self.joined < 4 and (centred or last.right > last.column.right - 2 * size)
        full = last.right > last.column.right - 1.7 * size
        indented = line.left - line.column.left > 1.2 * size
        if not full and not indented and not ended and self.indented:  # a ragged margin
            width = last.column.right - last.column.left
            return last.right > last.column.left + _RAGGED * width and not _OPENS.match(line.text)
        if not full:
            return beside and not ended and last.text.startswith("——") and _is_centred(last) and _is_centred(line)
        if indented:
            return not ended and beside and abs(last.left - line.left) < 0.5 * size and self.joined > 1
        if ended and _OPENS.match(line.text):
            return False
        apart = beside and line.column.pitch and line.top - last.top > 1.5 * line.column.pitch
        return not (apart and ended)

    def _write_table(self, table: _Table) -> None:
        first, margin = 0, table.margin()
        if self.table is not None and self.line_page != self.page and self.table.columns == table.columns:
            while first < min(len(self.head), len(table.rows)) and table.rows[first].text == self.head[first]:
                first += 1  # the head, repeated on each page
            self.waiting = []
            margin = min(margin, self.margin)
        else:
            self._release()
            self.head = [row.text for row in table.rows[:_MOST_HEAD_ROWS]]
        self.margin = margin
        if self.length and not self.parts[-1].endswith("\n"):
            self._type("\n")
        for row, offset in zip(table.rows[first:], table.offsets[first:], strict=True):
            indent = 0 if offset is None else min(_MOST_INDENT, round(offset - margin))
            self._type("| " + " " * indent)
            self._print(row)
            self._type(" |\n")
        self.line, self.line_page, self.table = None, self.page, table

    def _print(self, line: _Line) -> None:
        self.parts.append(line.text)
        self.positions.extend(line.boxes)
        self.length += len(line.text)

    def _type(self, text: str) -> None:
        """Write what no page prints."""
        self.parts.append(text)
        self.positions.extend([NOWHERE] * (4 * len(text)))
        self.length += len(text)


def _is_centred(line: _Line) -> bool:
    """Whether a line stands in the middle of its column."""
    column = line.column
    return column is not None and abs((line.left - column.left) - (column.right - line.right)) < 1.5 * line.size


def _stand_below(upper: tuple[tuple[float, float], ...], lower: tuple[tuple[float, float], ...]) -> bool:
    """Whether two lines are rows of as many cells, each under the one above it."""
    return len(upper) == len(lower) > 0 and all(
        above[0] < below[1] and below[0] < above[1] for above, below in zip(upper, lower, strict=True)
    )


def _bare(text: str) -> str:
    """A caption without (续)."""
    return re.sub(r"[（(]续表?[）)]|续表?|\s", "", text)
