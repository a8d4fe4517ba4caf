"""The outline of a document: its articles, and under each its blocks in reading order.

Every reader works on blocks. A block is a heading, a paragraph or a table; its words are a
:class:`~luoshi.language.passage.Passage`, so that a paragraph broken over columns is one run of words
whose offsets still point at the page. A block knows the headings it stands under and its article's date.

    一、2024年工作回顾          heading, level 1
    （一）经济运行              heading, level 2, under 一、
    全市生产总值增长6.5%。      paragraph, under both
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from luoshi.language.passage import Passage
from luoshi.records import Article


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: its words without padding, and where they stand in the document."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as printed; ``caption`` and ``unit`` (单位：万元) from the lines above it.

    Indentation matters for hierarchies (其中：, indented rows): ``indents[i]`` is the width in
    characters of the padding before the first cell's words in row ``i``.
    """

    rows: tuple[tuple[Cell, ...], ...]
    indents: tuple[int, ...]
    caption: Passage | None = None
    unit: str = ""


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
