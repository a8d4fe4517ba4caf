"""The outline of a document: its articles, and under each its blocks in reading order.

Every reader works on blocks. A block is a heading, a paragraph or a table; its words are a
:class:`~luoshi.language.passage.Passage`, so that a paragraph broken over columns is one run of words
whose offsets still point at the page. A block knows the headings it stands under and its article's date.

    一、2024年工作回顾          heading, level 1
    （一）经济运行              heading, level 2, under 一、
    全市生产总值增长6.5%。      paragraph, under both
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from luoshi.language.passage import Passage
from luoshi.patterns import late
from luoshi.reading.articles import HeadKind, dateline, pieces
from luoshi.reading.layout import (
    Extent,
    Line,
    Paragraph,
    Style,
    cut,
    front_matter,
    lines,
    page_numbers,
    paragraphs,
    running_heads,
    style,
    turnings,
)
from luoshi.reading.text_tables import Cell, FoundTable, Table, find_tables, under_title
from luoshi.records import Article, Document

__all__ = ["Block", "Cell", "Outline", "Table", "outline"]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or table of an article.

    ``level`` is a heading's depth: 1 for 一、, 2 for （一）, 3 for 1. and （1）, 4 for an unnumbered
    side heading; 0 for anything else. ``headings`` are the headings the block stands under, outermost
    first. ``article`` is its place in :attr:`Outline.articles`.
    """

    kind: Literal["headline", "subtitle", "byline", "heading", "paragraph", "table"]
    passage: Passage
    article: int
    level: int = 0
    headings: tuple[Passage, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """Articles and blocks of one document, in reading order.

    ``dates[i]`` is the ISO day that article ``i`` gives for itself (an item of a day's news), ``""``
    where it takes the document's.
    """

    articles: tuple[Article, ...]
    dates: tuple[str, ...]
    blocks: tuple[Block, ...]


# 一、 and （一） and 1. and （1）; a decimal (1.5万) and a list of ordinals (一、二、三产业) are none.
_NUMBERED = late(
    r"(?P<one>[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)|第[一二三四五六七八九十]{1,3}(?:部分|章|节))"
    r"|(?P<two>[（(][一二三四五六七八九十]{1,3}[）)])"
    r"|(?P<three>\d{1,2}[.．、](?!\d))|(?P<four>[（(]\d{1,2}[）)])"
)
_LEVELS = {"one": 1, "two": 2, "three": 3, "four": 3}
_PART_TITLE = late(r".*(?:情况|说明|公开|解释|报告|草案|方案|附表|附件)(?:[（(][^（）()]{1,12}[）)])?\Z")
# The parts of a report where they bear no number: 2024年工作回顾, 今后五年的目标任务, 2025年重点工作.
_REPORT_PART = late(
    r"(?:关于)?(?:[^，。、]{0,16}(?:工作)?(?:的)?(?:简要|主要)?回顾|"
    r"(?=.*(?:\d{4}年|今年|明年|新的一年|今后|未来|下一步|“十|本届|五年))[^，。]{0,24}"
    r"(?:工作任务|主要任务|重点任务|目标任务|重点工作|主要工作|工作重点|工作安排|总体要求|总体思路|工作打算|工作建议|"
    r"主要目标|预期目标|发展目标|奋斗目标|工作部署|总体部署|指导思想|(?<!规划)工作)|(?:全面)?(?:加强|推进)?政府自身(?:改革)?建设)\Z"
)
_MARKDOWN = late(r"(#{1,6}) +(?=\S)")
_BARE_NUMBER = late(r"0?\d{1,2}\Z")
_FIGURE = late(r"\d\s?(?:%|％|亿|万|个百分点|元|倍)")
_NOT_SIDE_HEADING = late(r"[。！？!?；;：:…\[\]|]|\A(?:[图表]\s?\d|附件|附表|——|【|《)|\A[^\u4e00-\u9fff]*\Z")
_CHART_NUMBER = late(r"图\s?\d{1,3}(?:[-—.]\d{1,3})?(?:\s{1,8}|[:：.、])")
_NOTE_MARK = late(r"\[\d{1,3}\]|\*\*")
_LONGEST_HEADING = 70
_LONGEST_SIDE_HEADING = 40
_LONGEST_POINT = 40  # 1. with more words up to its first 。 is a paragraph
_SHORTEST_PART = 4  # characters; shorter ones apart are a word that print spreads (目 录)
_PART = 0.5
_SIDE = 4

Unit = Paragraph | FoundTable


def outline(document: Document) -> Outline:
    """The articles and blocks of a document, in the order of its text.

    Any text has an outline; one without words has no articles. Page numbers, running heads, folios,
    tables of contents, front matter of Markdown and note marks ([1]) are in no passage.
    """
    text = document.text
    rows = lines(text)
    numbers = page_numbers(rows)
    left_out = numbers | running_heads(rows, numbers) | turnings(rows) | front_matter(rows)
    kept = [line for place, line in enumerate(rows) if place not in left_out] if left_out else rows
    page = style(kept)
    articles: list[Article] = []
    dates: list[str] = []
    blocks: list[Block] = []
    for piece in pieces(kept, document):
        place = len(articles)
        units = _units(text, piece.body, page)
        if units and isinstance(units[0], FoundTable):
            title = [line for kind, line in piece.head if kind in ("headline", "subtitle")]
            units[0] = under_title(text, units[0], title)
        extents = [extent for unit in units for extent in unit.extents]
        extents += [(line.start, line.end) for _, line in piece.head + piece.after]
        if not extents:
            continue
        blocks.extend(_headlines(text, piece.head, place))
        if units and isinstance(units[0], Paragraph):
            length, sent, names = dateline(units[0], document.date or piece.date)
            if length:
                prefix, rest = cut(units[0], length)
                blocks.append(Block("byline", Passage.of(text, *prefix), place))
                units[:1] = [rest] if rest is not None else []
                piece.dateline, piece.byline = sent, piece.byline or names
        blocks.extend(_blocks(text, units, place))
        blocks.extend(_headlines(text, piece.after, place))
        articles.append(
            Article(
                headline=piece.headline,
                start=min(start for start, _ in extents),
                end=max(end for _, end in extents),
                byline=piece.byline,
                dateline=piece.dateline,
                genre=piece.genre,
            )
        )
        dates.append(piece.date)
    return Outline(tuple(articles), tuple(dates), tuple(blocks))


def _units(text: str, body: list[Line], page: Style) -> list[Unit]:
    """The paragraphs and tables of an article's lines."""
    units: list[Unit] = []
    at = 0
    for found in find_tables(text, body):
        units.extend(paragraphs(body[at : found.first], page))
        units.append(found)
        at = found.last
    units.extend(paragraphs(body[at:], page))
    return units


def _headlines(text: str, head: list[tuple[HeadKind, Line]], article: int) -> Iterator[Block]:
    """The blocks of an article's head; a headline broken over lines is one."""
    for kind, group in groupby(head, key=lambda part: part[0]):
        extents = [(line.start, line.end) for _, line in group]
        for some in [extents] if kind == "headline" else [[extent] for extent in extents]:
            yield Block(kind, _heading_passage(text, some), article)


def _blocks(text: str, units: list[Unit], article: int) -> Iterator[Block]:
    """The blocks of an article's body, each with the headings it stands under."""
    stack: list[tuple[float, Passage]] = []  # depth, heading
    numbered = False  # whether the last unit was a section's bare number, which print sets above its name
    sectioned = False  # whether the article has sections under 一、
    for place, unit in enumerate(units):
        under = tuple(passage for _, passage in stack)
        if isinstance(unit, FoundTable):
            yield Block("table", Passage.of(text, *unit.extents), article, headings=under, table=unit.table)
            continue
        following = units[place + 1] if place + 1 < len(units) else None
        if _BARE_NUMBER.match(unit.text) and isinstance(following, Paragraph) and _is_short(following.text):
            numbered = True
            continue
        depth, skip, length = (1.0, 0, len(unit.text)) if numbered else _heading(unit.text, following, sectioned)
        numbered = False
        sectioned = sectioned or (depth == 1 and _NUMBERED.match(unit.text) is not None)
        rest: Paragraph | None = unit
        if depth:
            extents, rest = cut(unit, length)
            _, words = cut(Paragraph(unit.text[:length], extents), skip)
            passage = _heading_passage(text, words.extents if words is not None else extents)
            while stack and stack[-1][0] >= depth:
                stack.pop()
            under = tuple(outer for _, outer in stack)
            yield Block("heading", passage, article, max(1, int(depth)), under)
            stack.append((depth, passage))
            under = (*under, passage)
        if rest is not None and (mark := _CHART_NUMBER.match(rest.text)):
            _, rest = cut(rest, mark.end())
        if rest is not None:
            yield Block("paragraph", _passage(text, rest.extents), article, headings=under)


def _heading(text: str, following: Unit | None, sectioned: bool) -> tuple[float, int, int]:
    """A paragraph's heading: its depth (0 for none), how many characters of marks to skip, where it ends.

    The depth is the heading's level, a part without a number stands half above 一、, and （1） half below 1.

    A numbered heading may be followed by its text on the same line: it ends with the first 。 then,
    unless a figure shows that the words are text themselves.
    """
    marks = _MARKDOWN.match(text)
    if marks is not None:
        return min(len(marks[1]), _SIDE), marks.end(), len(text)
    number = _NUMBERED.match(text)
    if number is not None:
        level = _LEVELS[number.lastgroup or "three"]
        depth = 3.5 if number["four"] else float(level)
        stop = text.find("。", 0, _LONGEST_HEADING)
        if stop < 0:
            whole = len(text) <= _LONGEST_HEADING and text[-1] not in "；;：:，"
            return (depth, 0, len(text)) if whole else (0, 0, 0)
        if _FIGURE.search(text, 0, stop) or (level == 3 and stop > _LONGEST_POINT):
            return 0, 0, 0
        if level == 3 and stop + 1 == len(text) and not _has_body(following):
            return 0, 0, 0
        return depth, 0, stop + 1
    if not _is_short(text) or not isinstance(following, Paragraph):
        return 0, 0, 0
    below = _NUMBERED.match(following.text)
    if _REPORT_PART.match(text):
        return _PART, 0, len(text)
    if sectioned and ((below and below["one"]) or _PART_TITLE.match(text)):
        return 1, 0, len(text)  # a part's title, which ends the sections before it
    if below is not None:
        return _SIDE, 0, len(text)
    prose = len(following.text) > _LONGEST_SIDE_HEADING or (
        len(following.text) > len(text) and following.text[-1] == "。"
    )
    return (_SIDE, 0, len(text)) if prose else (0, 0, 0)


def _has_body(following: Unit | None) -> bool:
    """Whether what follows can stand under a heading: a table, or text that is no next point."""
    return following is not None and not (isinstance(following, Paragraph) and _NUMBERED.match(following.text))


def _is_short(text: str) -> bool:
    """Whether a paragraph can be a heading without a number: short, and no sentence."""
    if not 1 < len(text) <= _LONGEST_SIDE_HEADING or text[-1] in "，、," or text.count("，") > 1:
        return False
    return _NOT_SIDE_HEADING.search(text) is None


def _heading_passage(text: str, extents: Sequence[Extent]) -> Passage:
    """A heading's words; the space between two lines of thought printed on one line is kept."""
    if len(extents) == 1:
        printed = text[slice(*extents[0])]
        if min(map(len, printed.split())) >= _SHORTEST_PART and "[" not in printed and "**" not in printed:
            return Passage(printed, (0,), (extents[0][0],))
    return _passage(text, extents)


def _passage(text: str, extents: Iterable[Extent]) -> Passage:
    """Words without note marks ([1]), marks of bold (**) and the brackets that stand around a whole paragraph."""
    kept = list(extents)
    if not any(text.find(mark, *extent) >= 0 for extent in kept for mark in ("[", "]", "**")):
        return Passage.of(text, *kept)
    printed = "".join(text[start:end] for start, end in kept)
    marked: list[Extent] = []
    for start, end in kept:
        at = start
        for mark in _NOTE_MARK.finditer(text, start, end):
            marked.append((at, mark.start()))
            at = mark.end()
        marked.append((at, end))
    marked = [extent for extent in marked if extent[0] < extent[1]] or kept
    if printed[0] == "[" and printed.find("]") in (-1, len(printed) - 1):
        marked[0] = (marked[0][0] + 1, marked[0][1])
    if printed[-1] == "]" and printed.find("[") in (-1, 0):
        marked[-1] = (marked[-1][0], marked[-1][1] - 1)
    marked = [extent for extent in marked if extent[0] < extent[1]] or kept
    return Passage.of(text, *marked)
