"""The outline of a document: its articles, and under each its blocks in reading order.

Every reader works on blocks. A block is a heading, a paragraph or a table; its words are a
:class:`~luoshi.language.passage.Passage`, so that a paragraph broken over columns is one run of words
whose offsets still point at the page. A block knows the headings it stands under and its article's date.

    一、2024年工作回顾          heading, level 1
    （一）经济运行              heading, level 2, under 一、
    全市生产总值增长6.5%。      paragraph, under both
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from luoshi.language.passage import Passage
from luoshi.reading.layout import Extent, Paragraph, lines, paragraphs
from luoshi.reading.text_tables import Cell, Table
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
_NUMBERED = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)|第[一二三四五六七八九十]{1,3}(?:部分|章|节))"
    r"|(?P<two>[（(][一二三四五六七八九十]{1,3}[）)])"
    r"|(?P<three>\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])"
)
_FIGURE = re.compile(r"\d\s?(?:%|％|亿|万|个百分点|元|倍)")
_LEVELS = {"one": 1, "two": 2, "three": 3}
_LONGEST_HEADING = 70


def outline(document: Document) -> Outline:
    """The articles and blocks of a document; any text has an outline, an empty one has no block."""
    text = document.text
    found = paragraphs(list(lines(text)))
    if not found:
        return Outline((), (), ())
    article = Article(headline=document.title, start=found[0].start, end=found[-1].end)
    blocks: list[Block] = []
    stack: list[tuple[int, Passage]] = []
    for place, paragraph in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        level, cut = _heading(paragraph, following)
        extents = paragraph.extents
        if level:
            head, rest = _split(extents, cut)
            passage = Passage.of(text, *head)
            while stack and stack[-1][0] >= level:
                stack.pop()
            blocks.append(Block("heading", passage, 0, level, tuple(p for _, p in stack)))
            stack.append((level, passage))
            extents = rest
        if extents:
            blocks.append(Block("paragraph", Passage.of(text, *extents), 0, 0, tuple(p for _, p in stack)))
    return Outline((article,), ("",), tuple(blocks))


def _heading(paragraph: Paragraph, following: Paragraph | None) -> tuple[int, int]:
    """The level of the heading that opens a paragraph (0 for none), and its length in characters."""
    text = paragraph.text
    number = _NUMBERED.match(text)
    if number is not None:
        level = _LEVELS[number.lastgroup or "three"]
        stop = text.find("。", 0, _LONGEST_HEADING)
        if stop < 0:
            return (level, len(text)) if len(text) <= _LONGEST_HEADING and text[-1] not in "；;：:，" else (0, 0)
        if _FIGURE.search(text, 0, stop) or (level == 3 and stop > 40):
            return 0, 0
        return level, stop + 1
    short = len(text) <= 40 and text[-1] not in "。！？!?；;：:，、…" and "。" not in text
    if short and following is not None and len(following.text) > 40 and not _FIGURE.search(text):
        return 4, len(text)
    return 0, 0


def _split(extents: tuple[Extent, ...], cut: int) -> tuple[list[Extent], tuple[Extent, ...]]:
    """Extents cut after ``cut`` characters of their joined text."""
    head: list[Extent] = []
    for place, (start, end) in enumerate(extents):
        if cut < end - start:
            if cut:
                head.append((start, start + cut))
            return head, ((start + cut, end), *extents[place + 1 :])
        head.append((start, end))
        cut -= end - start
    return head, ()
