"""The segments of the index of full-text search (:mod:`luoshi.ledger.pair_index`): made, put together, made anew."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib.util import find_spec
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from luoshi.ledger.ahead import ahead
from luoshi.ledger.pair_index import NUMBERS, told
from luoshi.ledger.pair_lists import PairRow, packed, unpacked
from luoshi.ledger.schema import readings, sentence_pairs, sentence_segments, sentences

_MOST_SENTENCES, _MOST_CHARACTERS = 1 << 16, 1 << 21  # of a segment
_FEWEST = 2048  # sentences that become a segment; fewer are looked through
_SMALL = _MOST_CHARACTERS // 2  # characters: a smaller segment is put together with others
_MOST_SMALL = 16  # segments
_MOST_OVERLAPPING = 16  # segments that tell of the same days, after a load
_AT_ONCE = 500  # sentences asked for by their ids
_PAGE = 8192  # sentences read at once
_PAIR_COLUMNS = [field.name for field in fields(PairRow)]


def settle(connection: Connection, reading_id: int) -> None:
    """What is to be done when the sentences of a reading have come in: most often nothing."""
    last = told(connection)
    if reading_id <= last:  # it was taken out and is put back
        _make(connection, _rows(connection, sentences.c.reading_id == reading_id), last)
    elif _FEWEST <= _tail_size(connection, last) < _MOST_SENTENCES:  # a load that was stopped has more
        _make(connection, _rows(connection, sentences.c.reading_id > last), _newest_reading(connection))
    else:
        return
    _put_together(connection)


def keep_up(connection: Connection) -> None:
    """The same after a part of a load: what is not indexed stays less than a segment, but in a ledger without any."""
    last = told(connection)
    if last and _tail_size(connection, last) >= _MOST_SENTENCES:
        _make(connection, _rows(connection, sentences.c.reading_id > last), _newest_reading(connection))


def make_up(connection: Connection) -> None:
    """The same after a load, or where there is no index yet: segments of the same days are made anew."""
    last = told(connection)
    if _tail_size(connection, last) >= _FEWEST:
        rows = _rows(connection, sentences.c.reading_id > last) if last else _all_rows(connection)
        _make(connection, rows, _newest_reading(connection))
    if _is_muddled(connection):
        for table in (sentence_segments, sentence_pairs):
            connection.execute(delete(table))
        _make(connection, _all_rows(connection), _newest_reading(connection))
    _put_together(connection)


def is_behind(connection: Connection) -> bool:
    """Whether so much is not indexed that a search takes long: a load was stopped before its end, or is under way."""
    return _tail_size(connection, told(connection)) >= _MOST_SENTENCES


def _newest_reading(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(readings.c.id), 0))).scalar_one())


def _tail_size(connection: Connection, last: int) -> int:
    """How many sentences came after the reading ``last``, counted up to those of a segment."""
    some = select(sentences.c.id).where(sentences.c.reading_id > last).limit(_MOST_SENTENCES).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _is_muddled(connection: Connection) -> bool:
    """Whether too many segments tell of the same days, or half of what they tell is gone."""
    table = sentence_segments.c
    segments = connection.execute(select(table.oldest, table.newest, table.sentences)).all()
    deepest = max((sum(b.oldest <= a.newest <= b.newest for b in segments) for a in segments), default=0)
    if deepest > _MOST_OVERLAPPING:
        return True
    standing = int(connection.execute(select(func.count()).select_from(sentences)).scalar_one())
    return sum(int(each.sentences) for each in segments) > 2 * (standing + _FEWEST)


def _put_together(connection: Connection) -> None:
    """Make one segment of small ones where there are too many."""
    table = sentence_segments.c
    small = connection.execute(select(table.number, table.numbers).where(table.characters < _SMALL)).all()
    if len(small) <= _MOST_SMALL:
        return
    numbers = sorted(set(chain.from_iterable(unpacked(NUMBERS, each.numbers) for each in small)))
    last = told(connection)
    gone = [each.number for each in small]
    connection.execute(delete(sentence_segments).where(table.number.in_(gone)))
    connection.execute(delete(sentence_pairs).where(sentence_pairs.c.segment.in_(gone)))
    found = (
        connection.execute(
            select(sentences.c.id, sentences.c.text)
            .where(sentences.c.id.in_(numbers[at : at + _AT_ONCE]))
            .order_by(sentences.c.id)
        )
        for at in range(0, len(numbers), _AT_ONCE)
    )
    _make(connection, chain.from_iterable(found), last)


def _rows(connection: Connection, which: ColumnElement[bool]) -> list[tuple[int, str]]:
    """Ids and texts of some sentences, rising."""
    return sorted(connection.execute(select(sentences.c.id, sentences.c.text).where(which)))


def _all_rows(connection: Connection) -> Iterator[tuple[int, str]]:
    """Ids and texts of all sentences, rising."""
    query = select(sentences.c.id, sentences.c.text).order_by(sentences.c.id).limit(_PAGE)
    last = -1
    while rows := connection.execute(query.where(sentences.c.id > last)).all():
        yield from rows
        last = rows[-1][0]


def _make(connection: Connection, rows: Iterable[tuple[int, str]], upto: int) -> None:
    """Make segments of sentences with rising ids; with them the index tells of all readings up to ``upto``."""
    if find_spec("numpy"):
        from luoshi.ledger.pair_arrays import pair_rows
    else:
        from luoshi.ledger.pair_lists import pair_rows

    def segment(portion: tuple[list[int], list[str]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        numbers, texts = portion
        told_of = {
            "oldest": numbers[0],
            "newest": numbers[-1],
            "sentences": len(numbers),
            "characters": sum(map(len, texts)),
            "numbers": packed(array(NUMBERS, numbers)),
        }
        return told_of, [{name: getattr(row, name) for name in _PAIR_COLUMNS} for row in pair_rows(texts)]

    last = int(connection.execute(select(func.coalesce(func.max(sentence_segments.c.number), 0))).scalar_one())
    for number, (told_of, rows_of) in enumerate(ahead(segment, _portions(rows)), last + 1):
        connection.execute(insert(sentence_segments), told_of | {"number": number, "readings": upto})
        if rows_of:
            connection.execute(insert(sentence_pairs), [row | {"segment": number} for row in rows_of])


def _portions(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[list[int], list[str]]]:
    """Ids and texts of one segment after another."""
    numbers: list[int] = []
    texts: list[str] = []
    characters = 0
    for number, words in rows:
        numbers.append(number)
        texts.append(words)
        characters += len(words)
        if len(numbers) == _MOST_SENTENCES or characters >= _MOST_CHARACTERS:
            yield numbers, texts
            numbers, texts, characters = [], [], 0
    if numbers:
        yield numbers, texts
