"""Full-text search that finds words of two characters, and of one, through an index.

Chinese has no spaces, so a sentence is indexed by every pair of neighbouring characters
(:mod:`luoshi.ledger.pair_index`): what holds the pairs of a word is looked at. Line breaks and spaces are passed over,
widths and capitals are folded, so that a word broken over two lines is found.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, insert, or_, select

from luoshi.ledger import pair_index, pair_segments
from luoshi.ledger.character_pairs import FOLD, GONE
from luoshi.ledger.rows import KINDS, key_of, record_id
from luoshi.ledger.schema import documents, readings, sentences
from luoshi.ledger.sentences import sentence_spans

_HALF = re.compile("[\ud800-\udfff]")  # half of a character, which stands in no document

# A sentence's number says where it stands among all: its document's day, then the document, then its place in it.
_DAY_BITS, _DOCUMENT_BITS, _SENTENCE_BITS = 16, 22, 25
_FIRST_DAY = date(1949, 1, 1).toordinal()
_LOOKED_THROUGH = 20_000
_ASKED = 500  # numbers in one question
_LEAST_ASKED = 20


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A sentence in which the words stand.

    ``snippet`` is the document's text from ``start`` to ``end``; ``marks`` are the places of the words
    in it (start, end, counted within ``snippet``); ``records`` are the ids of the records that stand there.
    """

    document: str
    document_id: str
    date: str
    place: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    start: int
    end: int
    records: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi search --json`` prints it."""
        return {
            "document": self.document,
            "document_id": self.document_id,
            "date": self.date,
            "place": self.place,
            "snippet": self.snippet,
            "marks": [list(mark) for mark in self.marks],
            "start": self.start,
            "end": self.end,
            "records": list(self.records),
        }


def search(
    connection: Connection, words: str, kinds: Collection[str] = (), limit: int = 100, home: str = ""
) -> list[SearchRow]:
    """Sentences that hold all of ``words`` (parted by spaces), newest document first, at most ``limit``.

    With ``kinds`` only sentences where a record of one of these kinds stands, with ``home`` those of the documents of
    this jurisdiction among the newest twenty thousand. ``ValueError`` for a kind that is none.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"{kind}: 没有这种记录 / there is no such kind of record ({', '.join(KINDS)})")
    phrases = list(dict.fromkeys(phrase for part in words.split() if (phrase := part.translate(FOLD))))
    if not phrases or any(_HALF.search(phrase) for phrase in phrases):
        return []
    numbers = pair_index.candidates(connection, phrases)
    if home:
        numbers = islice(numbers, _LOOKED_THROUGH)
    found: list[Row[Any]] = []
    at_once = min(max(limit, _LEAST_ASKED), _ASKED)
    while len(found) < limit and (some := list(islice(numbers, at_once))):
        at_once = _ASKED
        query = _sentences_of(sentences.c.id.in_(some)).order_by(sentences.c.id.desc())
        if kinds:
            query = query.where(or_(*(_stands_there(kind).exists() for kind in kinds)))
        if home:
            query = query.where(readings.c.place == home)
        found += (row for row in connection.execute(query) if _holds_all(row.text, phrases))
    hits = _told(connection, found[:limit], phrases)
    hits.sort(key=lambda hit: (hit.document_id, hit.start))
    hits.sort(key=lambda hit: hit.date, reverse=True)
    return hits


def sentence(connection: Connection, document_id: str, start: int) -> SearchRow:
    """The sentence of a standing reading that begins at ``start``, and the records in it."""
    there = readings.c.document_id == document_id, readings.c.superseded_by.is_(None), sentences.c.start == start
    return _told(connection, connection.execute(_sentences_of(*there)).all(), [])[0]


def _told(connection: Connection, rows: Sequence[Row[Any]], phrases: Sequence[str]) -> list[SearchRow]:
    records = _records_in(connection, [row.id for row in rows])
    return [
        SearchRow(
            document=row.name,
            document_id=row.document_id,
            date=row.date,
            place=row.place,
            snippet=row.text,
            marks=tuple(_marks(row.text, phrases)),
            start=row.start,
            end=row.end,
            records=tuple(record_id(row.document_id, key) for key in records[row.id]),
        )
        for row in rows
    ]


def index(connection: Connection, reading_id: int, document_id: str, day: str, document_text: str) -> None:
    """Put a reading's sentences into the index; ``day`` is the document's ISO day, the newest is found first."""
    spans = sentence_spans(document_text)
    if not spans:
        return
    [first] = first_numbers(connection, [(document_id, day)])
    rows = [
        {"id": first - at, "reading_id": reading_id, "start": start, "end": end, "text": document_text[start:end]}
        for at, (start, end) in enumerate(spans)
    ]
    connection.execute(insert(sentences), rows)
    pair_segments.settle(connection, reading_id)


def first_numbers(connection: Connection, documents: Sequence[tuple[str, str]]) -> list[int]:
    """The number of each document's first sentence, by its id and ISO day; the following ones count down from it."""
    blocks = [_block(document_id, day) for document_id, day in documents]
    taken = _taken(connection, blocks)
    found: list[int] = []
    for block in blocks:
        while block in taken:
            block = block >> _DOCUMENT_BITS << _DOCUMENT_BITS | (block + 1) % (1 << _DOCUMENT_BITS)
            taken |= _taken(connection, [block])
        taken.add(block)
        found.append(_first_of(block))
    return found


def remove(connection: Connection, reading_id: int) -> None:
    """Take a reading's sentences out of the index: another reading of the document stands now."""
    connection.execute(delete(sentences).where(sentences.c.reading_id == reading_id))


def _sentences_of(*which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            sentences.c.id,
            sentences.c.start,
            sentences.c.end,
            sentences.c.text,
            readings.c.date,
            readings.c.place,
            readings.c.document_id,
            documents.c.name,
        )
        .join(readings, readings.c.id == sentences.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(*which)
    )


def _holds_all(words: str, phrases: Sequence[str]) -> bool:
    folded = words.translate(FOLD)
    return all(phrase in folded for phrase in phrases)


def _stands_there(kind: str) -> Select[Any]:
    """Records of ``kind`` that begin in the sentence of the outer query."""
    table = KINDS[kind][0]
    return select(table.c.start).where(
        table.c.reading_id == sentences.c.reading_id,
        table.c.start >= sentences.c.start,
        table.c.start < sentences.c.end,
    )


def _records_in(connection: Connection, sentence_ids: Sequence[int]) -> dict[int, list[str]]:
    """The keys of the records that begin in each sentence, in the order of the text."""
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for kind, (table, _) in KINDS.items():
        standing = _stands_there(kind).with_only_columns(sentences.c.id, table.c.start, table.c.end, table.c.ordinal)
        for row in connection.execute(standing.where(sentences.c.id.in_(sentence_ids))).mappings():
            found[row["id"]].append((row["start"], row["end"], key_of(kind, row)))
    return defaultdict(list, {number: [key for *_, key in sorted(keys)] for number, keys in found.items()})


def _block(document_id: str, day: str) -> int:
    """The block of numbers for a document's sentences: its day, then the document."""
    try:
        days = date.fromisoformat(day).toordinal() - _FIRST_DAY
    except ValueError:
        days = 0
    days = min(max(days, 0), (1 << _DAY_BITS) - 1)
    digest = hashlib.sha256(document_id.encode()).digest()
    return days << _DOCUMENT_BITS | int.from_bytes(digest[:4], "big") % (1 << _DOCUMENT_BITS)


def _first_of(block: int) -> int:
    """The highest number of a block, which a document's first sentence has."""
    return (block + 1 << _SENTENCE_BITS) - 1


def _taken(connection: Connection, blocks: Sequence[int]) -> set[int]:
    """Which of these blocks a document has."""
    found: set[int] = set()
    for at in range(0, len(blocks), _ASKED):
        firsts = map(_first_of, blocks[at : at + _ASKED])
        numbers = connection.execute(select(sentences.c.id).where(sentences.c.id.in_(firsts))).scalars()
        found.update(number >> _SENTENCE_BITS for number in numbers)
    return found


def _marks(snippet: str, phrases: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand in ``snippet``, in order, touching ones joined."""
    kept = [at for at, letter in enumerate(snippet) if letter not in GONE]
    folded = snippet.translate(FOLD)
    places = []
    for phrase in phrases:
        at = folded.find(phrase)
        while at >= 0:
            places.append((kept[at], kept[at + len(phrase) - 1] + 1))
            at = folded.find(phrase, at + 1)
    start = end = -1
    for left, right in sorted(places):
        if left > end:
            if end > 0:
                yield start, end
            start, end = left, right
        else:
            end = max(end, right)
    if end > 0:
        yield start, end
