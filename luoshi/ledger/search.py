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

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Select,
    Subquery,
    Text,
    column,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
)

from luoshi.ledger.character_pairs import FOLD, FORMS, pairs
from luoshi.ledger.rows import KINDS, key_of, record_id
from luoshi.ledger.schema import documents, readings, sentences
from luoshi.ledger.sentences import sentence_spans

_HALF = re.compile("[\ud800-\udfff]")  # half of a character, which stands in no document

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
_SPARSE = 50  # sentences looked through for each that is wanted: what is rarer is gathered quickly
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
    phrases = list(dict.fromkeys(phrase for part in words.split() if (phrase := part.translate(FOLD))))
    if not phrases or any(_HALF.search(phrase) for phrase in phrases):
        return []
    matching = _matching(connection, phrases, _LOOKED_THROUGH if home else None if kinds else limit)
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
        made = ((number, pairs(words)) for number, words in rows)
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
            [{"id": row.id, "words": pairs(row.text)} for row in rows],
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


def _tsvector(words: str) -> str:
    """The pairs as PostgreSQL's tsvector reads them: 'ab':1 'bc':2."""
    # Quotes, backslashes, tabs and line ends have been folded away, so neither the literal nor COPY needs escapes.
    found = pairs(words).split(" ")
    if found == [""]:
        return ""
    places = _PLACES if len(found) <= len(_PLACES) else [f"':{place} '" for place in range(1, len(found) + 1)]
    return "'" + "".join(chain.from_iterable(zip(found, places, strict=False)))[:-2]


def _matching(connection: Connection, phrases: Sequence[str], most: int | None) -> Subquery:
    """The numbers of the sentences that hold all phrases (folded, not empty), the ``most`` newest or all."""
    if connection.dialect.name == "sqlite":
        return _matching_in_sqlite(connection, phrases, most)
    query = " & ".join(f"({_tsquery(phrase)})" for phrase in phrases)
    if most is not None and len(found := _among_newest(connection, query, most)) == most:
        return select(sentences.c.id).where(sentences.c.id.in_(found)).subquery()
    wanted = "SELECT sentence_id AS id FROM sentence_words WHERE words @@ CAST(:query AS tsquery) AND"
    statement = " UNION ALL ".join(f"{wanted} {half}" for half in _HALVES)
    return text(statement).bindparams(query=query).columns(column("id", BigInteger)).subquery()


def _matching_in_sqlite(connection: Connection, phrases: Sequence[str], most: int | None) -> Subquery:
    """The same in SQLite.

    To find a single character FTS5 gathers all the pairs that begin with it before it gives the newest. So single
    characters are looked for in the sentences that hold the words, or among the newest ones where there are no words.
    """
    letters = [phrase for phrase in phrases if len(phrase) == 1]
    words = [f'"{pairs(phrase)[:-2]}"' for phrase in phrases if len(phrase) > 1]
    if not words and most is not None and most < _LOOKED_THROUGH:
        found = _newest_with(connection, letters, most)
        if len(found) == most:
            return select(sentences.c.id).where(sentences.c.id.in_(found)).subquery()
    query = " AND ".join(words or (f'"{letter}" *' for letter in letters))
    table = literal_column("sentence_words", Text)
    number = literal_column("sentence_words.rowid", BigInteger)
    matching = select(number.label("id")).select_from(text("sentence_words")).where(table.match(query))
    if words and letters:
        matching = matching.join(sentences, sentences.c.id == number).where(*map(_holds, letters))
    return (matching if most is None else matching.order_by(number.desc()).limit(most)).subquery()


def _newest_with(connection: Connection, letters: Sequence[str], most: int) -> Sequence[int]:
    """The numbers of the ``most`` newest sentences that hold these characters, of the newest ones."""
    number = sentences.c.id
    last = select(number).order_by(number.desc()).offset(_SPARSE * most).limit(1).scalar_subquery()
    newest = select(number).where(number > func.coalesce(last, -1), *map(_holds, letters))
    return connection.execute(newest.order_by(number.desc()).limit(most)).scalars().all()


def _holds(letter: str) -> ColumnElement[bool]:
    """The condition that a sentence holds a folded character in any of its forms."""
    return or_(*(func.instr(sentences.c.text, form) > 0 for form in FORMS.get(letter, letter)))


def _among_newest(connection: Connection, query: str, most: int) -> list[int]:
    """The numbers of the ``most`` newest sentences that match, of the newest in PostgreSQL.

    Its index gathers all that match before it gives the newest: for words that stand everywhere a walk is quicker.
    """
    newest = f"SELECT sentence_id, words FROM sentence_words ORDER BY sentence_id DESC LIMIT {_LOOKED_THROUGH:d}"
    statement = (
        f"SELECT sentence_id FROM ({newest}) AS newest WHERE words @@ CAST(:query AS tsquery) "
        f"ORDER BY sentence_id DESC LIMIT {most:d}"
    )
    return list(connection.execute(text(statement), {"query": query}).scalars())


def _tsquery(phrase: str) -> str:
    """A phrase as PostgreSQL's tsquery reads it: its pairs in a row, a single character as the beginning of one."""
    found = pairs(phrase).split(" ")
    return " <-> ".join(f"'{pair}'" for pair in found[:-1]) or f"'{phrase}':*"


def _marks(snippet: str, phrases: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand in ``snippet``, in order, touching ones joined."""
    kept = [at for at, letter in enumerate(snippet) if letter.translate(FOLD)]
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
