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
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
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


class _Doubling(dict[int, str | None]):
    """A table for ``str.translate`` that folds a character and gives it twice, learned character by character."""

    def __missing__(self, code: int) -> str | None:
        folded = _FOLD.get(code, code)
        letter = chr(folded) if isinstance(folded, int) else folded
        self[code] = None if letter is None else f"{letter} {letter}"
        return self[code]


_DOUBLED = _Doubling()

# PostgreSQL has an index for the even numbers and one for the odd ones, so that two cores can make them.
_HALVES = ("sentence_id % 2 = 0", "sentence_id % 2 = 1")
WORD_INDEXES = {
    f"ix_sentence_words_{at}": f"CREATE INDEX ix_sentence_words_{at} ON sentence_words USING GIN (words) WHERE {half}"
    for at, half in enumerate(_HALVES)
}

# A sentence's number says where it stands among all: its document's day, then the document, then its place in it.
_DAY_BITS, _DOCUMENT_BITS, _SENTENCE_BITS = 16, 22, 25
_FIRST_DAY = date(1949, 1, 1).toordinal()
_INSERT = "INSERT INTO sentence_words (rowid, words) VALUES (?, ?)"
_LOOKED_THROUGH = 20_000
_ASKED = 500  # numbers in one question
_COPIED = 2000  # rows handed to COPY at once
_PLACES = [f"':{place} '" for place in range(1, 601)]  # what stands after each pair of a sentence


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
    this jurisdiction among the newest twenty thousand. ``ValueError`` for a kind
    that is none.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"{kind}: 没有这种记录 / there is no such kind of record ({', '.join(KINDS)})")
    phrases = list(dict.fromkeys(phrase for part in words.split() if (phrase := part.translate(_FOLD))))
    if not phrases or any(_HALF.search(phrase) for phrase in phrases):
        return []
    matching = _matching(connection, phrases)
    if home:
        matching = select(matching).order_by(matching.c.id.desc()).limit(_LOOKED_THROUGH).subquery()
    found = _sentences_of(matching).order_by(matching.c.id.desc()).limit(limit)
    if kinds:
        found = found.where(or_(*(_stands_there(kind).exists() for kind in kinds)))
    if home:
        found = found.where(readings.c.place == home)
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
    spans = sentence_spans(document_text)
    if not spans:
        return
    [first] = first_numbers(connection, [(document_id, day)])
    rows = [
        {"id": first - at, "reading_id": reading_id, "start": start, "end": end, "text": document_text[start:end]}
        for at, (start, end) in enumerate(spans)
    ]
    connection.execute(insert(sentences), rows)
    put_many(connection, [(first - at, document_text[start:end]) for at, (start, end) in enumerate(spans)][::-1])


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


def put_many(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Put the words of sentences into the index: numbers, rising, and texts of ``sentences`` that stand there already.

    Where the numbers do not rise, FTS5 writes what it has gathered after each row.
    """
    if connection.dialect.name == "sqlite":
        made = ((number, _pairs(words)) for number, words in rows)
        connection.connection.cursor().executemany(_INSERT, made)  # type: ignore[arg-type]
        return
    with connection.connection.cursor().copy("COPY sentence_words (sentence_id, words) FROM STDIN") as copy:
        lines = (f"{number}\t{_tsvector(words)}\n" for number, words in rows)
        while chunk := "".join(islice(lines, _COPIED)):
            copy.write(chunk)


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
            [{"id": row.id, "words": _pairs(row.text)} for row in rows],
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


def _pairs(words: str) -> str:
    """Every pair of neighbouring characters of the folded words, and the last character alone: ``ab bc c``."""
    return words.translate(_DOUBLED)[2:]  # a ab bc c, without the first


def _tsvector(words: str) -> str:
    """The pairs as PostgreSQL's tsvector reads them: 'ab':1 'bc':2."""
    # Quotes, backslashes, tabs and line ends have been folded away, so neither the literal nor COPY needs escapes.
    pairs = _pairs(words).split(" ")
    if pairs == [""]:
        return ""
    places = _PLACES if len(pairs) <= len(_PLACES) else [f"':{place} '" for place in range(1, len(pairs) + 1)]
    return "'" + "".join(chain.from_iterable(zip(pairs, places, strict=False)))[:-2]


def _matching(connection: Connection, phrases: Sequence[str]) -> Subquery:
    """The numbers of the sentences that hold all phrases (folded, not empty)."""
    if connection.dialect.name == "sqlite":
        query = " AND ".join(f'"{_pairs(p)[:-2]}"' if len(p) > 1 else f'"{p}" *' for p in phrases)
        statement = "SELECT rowid AS id FROM sentence_words WHERE sentence_words MATCH :query"
    else:
        rows = (
            " <-> ".join(f"'{pair}'" for pair in _pairs(p).split(" ")[:-1]) if len(p) > 1 else f"'{p}':*"
            for p in phrases
        )
        query = " & ".join(f"({row})" for row in rows)
        statement = " UNION ALL ".join(
            f"SELECT sentence_id AS id FROM sentence_words WHERE words @@ CAST(:query AS tsquery) AND {half}"
            for half in _HALVES
        )
    return text(statement).bindparams(query=query).columns(column("id", BigInteger)).subquery()


def _tsquery(phrase: str) -> str:
    """A phrase as PostgreSQL's tsquery reads it: its pairs in a row, a single character as the beginning of one."""
    pairs = _pairs(phrase).split(" ")
    return " <-> ".join(f"'{pair}'" for pair in pairs[:-1]) or f"'{phrase}':*"


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
