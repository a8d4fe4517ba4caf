"""Full-text search that finds words of two characters, and of one, through an index.

Chinese has no spaces, so a sentence is indexed by every pair of neighbouring characters, and what is
looked for is the phrase of its own pairs: 财政收入 is 财政 政收 收入 in a row, which stands exactly where
those four characters stand. A single character is looked for as the beginning of a pair. Line breaks
and spaces are passed over, widths and capitals are folded, so that a word broken over two lines is found.

SQLite keeps the pairs in an FTS5 table, PostgreSQL in a ``tsvector`` under a GIN index. This is the only
module whose SQL differs between the two.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, Select, Subquery, column, delete, insert, or_, select, text

from luoshi.knowledge.radicals import FOLDED
from luoshi.ledger.rows import KINDS, key_of, record_id
from luoshi.ledger.schema import documents, readings, sentences
from luoshi.ledger.sentences import sentence_spans

_HALF = re.compile("[\ud800-\udfff]")  # half of a character, which stands in no document
_WIDE = 0xFEE0  # from an ASCII character to its wide form
_GAPS = "\x85\xa0\u200b\u200d\u2028\u2029\u3000\ufeff"
# What is left of ASCII after folding are small letters and digits; its punctuation is folded to the wide forms,
# since both databases would drop it, and spaces and line ends vanish. Radicals become the ordinary characters.
_FOLD: dict[int, int | str | None] = {
    **FOLDED,
    **dict.fromkeys((*range(0x21), 0x7F, *map(ord, _GAPS))),
    **{code: code + _WIDE for code in range(0x21, 0x7F) if not chr(code).isalnum()},
    **{code + _WIDE: code for code in range(0x21, 0x7F) if chr(code).isalnum()},
    **{code: code + 0x20 for code in range(ord("A"), ord("Z") + 1)},
    **{code + _WIDE: code + 0x20 for code in range(ord("A"), ord("Z") + 1)},
}

# A sentence's number says where it stands among all: its document's day, then the document, then its place in it.
_DAY_BITS, _DOCUMENT_BITS, _SENTENCE_BITS = 16, 22, 25
_FIRST_DAY = date(1949, 1, 1).toordinal()


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


def search(connection: Connection, words: str, kinds: Collection[str] = (), limit: int = 100) -> list[SearchRow]:
    """Sentences that hold all of ``words`` (parted by spaces), newest document first, at most ``limit``.

    With ``kinds`` only sentences where a record of one of these kinds stands. ``ValueError`` for a kind
    that is none.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"{kind}: 没有这种记录 / there is no such kind of record ({', '.join(KINDS)})")
    phrases = list(dict.fromkeys(phrase for part in words.split() if (phrase := part.translate(_FOLD))))
    if not phrases or any(_HALF.search(phrase) for phrase in phrases):
        return []
    matching = _matching(connection, phrases)
    found = _sentences_of(matching).order_by(matching.c.id.desc()).limit(limit)
    if kinds:
        found = found.where(or_(*(_stands_there(kind).exists() for kind in kinds)))
    hits = _told(connection, connection.execute(found).all(), phrases)
    hits.sort(key=lambda hit: (hit.document_id, hit.start))
    hits.sort(key=lambda hit: hit.date, reverse=True)
    return hits


def sentence(connection: Connection, document_id: str, start: int) -> SearchRow:
    """The sentence of a standing reading that begins at ``start``, and the records in it."""
    number = (
        select(sentences.c.id)
        .join(readings, readings.c.id == sentences.c.reading_id)
        .where(readings.c.document_id == document_id, readings.c.superseded_by.is_(None), sentences.c.start == start)
        .subquery()
    )
    return _told(connection, connection.execute(_sentences_of(number)).all(), [])[0]


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
    told = [(start, end, document_text[start:end]) for start, end in sentence_spans(document_text)]
    rows = numbered(connection, reading_id, document_id, day, told)
    if rows:
        connection.execute(insert(sentences), rows)
        pairs, statement = _INSERT[connection.dialect.name]
        connection.execute(text(statement), [{"id": row["id"], "words": pairs(row["text"])} for row in rows])


def numbered(
    connection: Connection, reading_id: int, document_id: str, day: str, told: Sequence[tuple[int, int, str]]
) -> list[dict[str, Any]]:
    """Rows of :data:`~luoshi.ledger.schema.sentences`: a reading's sentences (start, end, words) numbered."""
    first = _first_number(connection, document_id, day) if told else 0
    return [
        {"id": first - at, "reading_id": reading_id, "start": start, "end": end, "text": words}
        for at, (start, end, words) in enumerate(told)
    ]


def put_many(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the words of many sentences into the index, rows of ``sentences`` that stand there already."""
    if not rows:
        return
    pairs, _ = _INSERT[connection.dialect.name]
    words = ((row["id"], pairs(row["text"])) for row in rows)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO sentence_words (rowid, words) VALUES (?, ?)", list(words))
        return
    with connection.connection.cursor().copy("COPY sentence_words (sentence_id, words) FROM STDIN") as copy:
        for row in words:
            copy.write_row(row)


def remove(connection: Connection, reading_id: int) -> None:
    """Take a reading's sentences out of the index: another reading of the document stands now."""
    of_reading = sentences.c.reading_id == reading_id
    rows = connection.execute(select(sentences.c.id, sentences.c.text).where(of_reading)).all()
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        # FTS5 keeps no text of its own here: to forget a row it must be told what it was.
        connection.execute(
            text("INSERT INTO sentence_words (sentence_words, rowid, words) VALUES ('delete', :id, :words)"),
            [{"id": row.id, "words": _fts5_pairs(row.text)} for row in rows],
        )
    else:
        connection.execute(text("DELETE FROM sentence_words WHERE sentence_id = :id"), [{"id": row.id} for row in rows])
    connection.execute(delete(sentences).where(of_reading))


def _sentences_of(matching: Subquery) -> Select[Any]:
    return (
        select(
            matching.c.id,
            sentences.c.start,
            sentences.c.end,
            sentences.c.text,
            readings.c.date,
            readings.c.place,
            readings.c.document_id,
            documents.c.name,
        )
        .join(sentences, sentences.c.id == matching.c.id)
        .join(readings, readings.c.id == sentences.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
    )


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


def _first_number(connection: Connection, document_id: str, day: str) -> int:
    """The number of a document's first sentence; the following ones count down from it."""
    try:
        days = date.fromisoformat(day).toordinal() - _FIRST_DAY
    except ValueError:
        days = 0
    days = min(max(days, 0), (1 << _DAY_BITS) - 1)
    digest = hashlib.sha256(document_id.encode()).digest()
    document = int.from_bytes(digest[:4], "big") % (1 << _DOCUMENT_BITS)
    while True:
        block = (days << _DOCUMENT_BITS | document) << _SENTENCE_BITS
        last = block + (1 << _SENTENCE_BITS) - 1
        taken = select(sentences.c.id).where(sentences.c.id.between(block, last)).limit(1)
        if connection.execute(taken).first() is None:
            return last
        document = (document + 1) % (1 << _DOCUMENT_BITS)


def _pairs(words: str) -> list[str]:
    """Every pair of neighbouring characters of the folded words, and the last character alone."""
    folded = words.translate(_FOLD)
    return [*map(str.__add__, folded, folded[1:]), folded[-1:]]


def _fts5_pairs(words: str) -> str:
    return " ".join(_pairs(words))


def _tsvector_pairs(words: str) -> str:
    # Quotes and backslashes have been folded away, so the literal needs no escapes.
    return " ".join(f"'{pair}':{place}" for place, pair in enumerate(_pairs(words), 1) if pair)


_INSERT = {
    "sqlite": (_fts5_pairs, "INSERT INTO sentence_words (rowid, words) VALUES (:id, :words)"),
    "postgresql": (
        _tsvector_pairs,
        "INSERT INTO sentence_words (sentence_id, words) VALUES (:id, CAST(:words AS tsvector))",
    ),
}


def _matching(connection: Connection, phrases: Sequence[str]) -> Subquery:
    """The numbers of the sentences that hold all phrases (folded, not empty)."""
    if connection.dialect.name == "sqlite":
        query = " AND ".join(f'"{" ".join(_pairs(p)[:-1])}"' if len(p) > 1 else f'"{p}" *' for p in phrases)
        statement = "SELECT rowid AS id FROM sentence_words WHERE sentence_words MATCH :query"
    else:
        rows = (" <-> ".join(f"'{pair}'" for pair in _pairs(p)[:-1]) if len(p) > 1 else f"'{p}':*" for p in phrases)
        query = " & ".join(f"({row})" for row in rows)
        statement = "SELECT sentence_id AS id FROM sentence_words WHERE words @@ CAST(:query AS tsquery)"
    return text(statement).bindparams(query=query).columns(column("id", BigInteger)).subquery()


def _marks(snippet: str, phrases: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand in ``snippet``, in order, touching ones joined."""
    kept = [at for at, letter in enumerate(snippet) if letter.translate(_FOLD)]
    folded = snippet.translate(_FOLD)
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
