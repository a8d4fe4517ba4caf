"""A document's text cut into stretches, each with the records that stand there, to be shown with its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from luoshi.ledger.corrections import STANDS
from luoshi.records import Article, Reading, Record

if TYPE_CHECKING:
    from luoshi.ledger import Correction

_FRONT = re.compile(r"---[ \t]*\r?\n(?:[\w-]+:[^\r\n]{0,400}\r?\n){1,20}?---[ \t]*\r?\n")

LONGEST = 20_000
"""Characters of a document's text that are shown at a time; parts end with a line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A record's place in the text: its key in the document, its kind, whether a person corrected or refused it."""

    key: str
    kind: str
    start: int
    end: int
    corrected: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the text and the marks over them, the shortest first."""

    start: int
    words: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its cells, of which a row of a table has several, each in stretches.

    ``headline`` says that an article's headline stands here.
    """

    start: int
    cells: tuple[tuple[Stretch, ...], ...]
    headline: bool = False


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A part of a document's text in lines; ``parts`` are the offsets at which the parts begin, ``part`` is which."""

    lines: tuple[Line, ...]
    part: int
    parts: tuple[int, ...]


def marks_of(reading: Reading, corrections: Iterable[Correction] = ()) -> list[Mark]:
    """The marks of a reading's records but its articles, with what people corrected of them."""
    stands: dict[str, bool] = {}
    for each in corrections:
        stands[each.record] = bool(each.new) if each.field == STANDS else stands.get(each.record, True)
    return [
        Mark(id.partition(":")[2], record.kind, record.start, record.end, id in stands, not stands.get(id, True))
        for id, record in reading.ids()
        if not isinstance(record, Article)
    ]


def marked_text(
    reading: Reading, marks: Sequence[Mark], part: int = 0, at: int | None = None, longest: int = LONGEST
) -> MarkedText:
    """The part of a document's text (from 0), or the one that holds the offset ``at``, with its marks.

    A part ends with the line in which it reaches ``longest`` characters; a short rest goes with the part before it.
    """
    text = reading.document.text
    parts = _parts(text, longest)
    if at is not None:
        part = max((number for number, start in enumerate(parts) if start <= at), default=0)
    part = max(0, min(part, len(parts) - 1))
    begin = parts[part]
    end = parts[part + 1] if part + 1 < len(parts) else len(text)
    here = sorted((mark for mark in marks if mark.start < end and mark.end > begin), key=lambda mark: mark.start)
    heads = [(article.start, article.start + len(article.headline)) for article in reading.articles if article.headline]
    lines, offset, front = [], begin, _front(text)
    for words in text[begin:end].splitlines(keepends=True):
        body = words.rstrip("\r\n")
        if body.strip() and offset >= front:
            over = [mark for mark in here if mark.start < offset + len(body) and mark.end > offset]
            is_head = len(heads) > 1 and any(start <= offset < stop for start, stop in heads)
            lines.append(Line(offset, tuple(_cells(body, offset, over)), is_head))
        offset += len(words)
    return MarkedText(tuple(lines), part, parts)


def _front(text: str) -> int:
    """Where a text's front matter (``---`` … ``---``) ends, 0 for a text that has none."""
    found = _FRONT.match(text)
    return found.end() if found else 0


def _parts(text: str, longest: int) -> tuple[int, ...]:
    starts = [0]
    while len(text) - starts[-1] > longest * 3 // 2:
        at = text.find("\n", starts[-1] + longest)
        if at < 0 or at + 1 >= len(text):
            break
        starts.append(at + 1)
    return tuple(starts)


def _cells(line: str, offset: int, marks: Sequence[Mark]) -> Iterable[tuple[Stretch, ...]]:
    """The stretches of a line, apart for each cell of a table's row: ``| cell | cell |``, or cells parted by tabs."""
    is_row = line.startswith("|") and line.endswith("|") and len(line) > 1
    if is_row:
        line, offset = line[1:-1], offset + 1
    at = offset
    for cell in line.split("|" if is_row else "\t"):
        words = cell.strip() if is_row else cell
        yield tuple(_stretches(words, at + cell.index(words), marks))
        at += len(cell) + 1


def _stretches(words: str, offset: int, marks: Sequence[Mark]) -> Iterable[Stretch]:
    end = offset + len(words)
    over = [mark for mark in marks if mark.start < end and mark.end > offset]
    cuts = sorted({offset, end, *(min(max(cut, offset), end) for mark in over for cut in (mark.start, mark.end))})
    for start, stop in pairwise(cuts):
        covering = [mark for mark in over if mark.start <= start and mark.end >= stop]
        covering.sort(key=lambda mark: mark.end - mark.start)
        yield Stretch(start, words[start - offset : stop - offset], tuple(covering))


def within(reading: Reading, key: str) -> list[tuple[str, Record]]:
    """The records of which the record ``key`` is a part, each with its key, the shortest first; no articles."""
    found = {id.partition(":")[2]: record for id, record in reading.ids() if not isinstance(record, Article)}
    inner = found.get(key)
    if inner is None:
        return []
    own = (inner.start, inner.end)
    outer = [
        (name, record)
        for name, record in found.items()
        if record.start <= inner.start and inner.end <= record.end and (record.start, record.end) != own
    ]
    return sorted(outer, key=lambda pair: pair[1].end - pair[1].start)
