"""The index of full-text search: which sentences may hold a word, the newest first.

Up to 65,536 sentences are indexed together, as a segment; nothing in it is changed afterwards.

    sentence_segments   ``numbers``: the ids of its sentences, rising, eight bytes each; the ``oldest`` and ``newest``
                        of them; how many ``sentences`` and ``characters``; ``readings``: up to which all are told
    sentence_pairs      for each character of a segment (``letter``) what follows it, and in which of its sentences:
                        the columns of :class:`luoshi.ledger.pair_lists.PairRow`

A reading that came later than all segments is looked through sentence by sentence, until some thousand sentences are
enough for a segment (:mod:`luoshi.ledger.pair_segments`). What is found only may hold the words: who asks looks at the
text. So nothing is to be done where a sentence is taken out or another one gets its id, and only neighbours need be
looked up, not their order.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from luoshi.ledger.character_pairs import FORMS
from luoshi.ledger.pair_lists import CODES, PLACES, unpacked
from luoshi.ledger.schema import sentence_pairs, sentence_segments, sentences

NUMBERS = "q"  # the array of a segment's ids
_Wanted = tuple[int, int | None]  # a letter, and what follows it, or anything
_MOST_WANTED = 8  # pairs that are looked up for a question
_SEGMENTS_AT_ONCE = 16
_PAGE = 8192  # sentences read at once


def candidates(connection: Connection, phrases: Sequence[str]) -> Iterator[int]:
    """The ids of the sentences that may hold all phrases (folded, none empty), the newest first, none twice."""
    wanted = _wanted(phrases)
    found = heapq.merge(
        _newest_of_tail(connection, wanted), _newest_of_segments(connection, wanted), key=lambda number: -number
    )
    return (number for number, _ in groupby(found))


def told(connection: Connection) -> int:
    """The last reading of which the segments tell."""
    return int(connection.execute(select(func.coalesce(func.max(sentence_segments.c.readings), 0))).scalar_one())


def holds(connection: Connection, letter: str) -> ColumnElement[bool]:
    """The condition that a sentence holds a folded character in any of its forms."""
    find = func.instr if connection.dialect.name == "sqlite" else func.strpos
    return or_(*(find(sentences.c.text, form) > 0 for form in FORMS.get(letter, letter)))


def _wanted(phrases: Sequence[str]) -> list[_Wanted]:
    """The pairs that cover the phrases; single characters only where no phrase is longer."""
    pairs: dict[_Wanted, None] = {}
    for phrase in phrases:
        for at in (*range(0, len(phrase) - 1, 2), *range(len(phrase) - 2, -1, -len(phrase))):
            pairs[ord(phrase[at]), ord(phrase[at + 1])] = None
    return list(pairs or {(ord(phrase), None): None for phrase in phrases})[:_MOST_WANTED]


def _newest_of_tail(connection: Connection, wanted: Sequence[_Wanted]) -> Iterator[int]:
    """The ids of sentences in no segment that hold these characters, falling."""
    letters = dict.fromkeys(chr(code) for pair in wanted for code in pair if code)
    # Without the sum a database may walk through all sentences in their order to spare itself the sorting.
    falling = (sentences.c.id + 0).desc()
    query = select(sentences.c.id).where(
        sentences.c.reading_id > told(connection), *(holds(connection, letter) for letter in letters)
    )
    last: int | None = None
    while True:
        below = query if last is None else query.where(sentences.c.id < last)
        found = connection.execute(below.order_by(falling).limit(_PAGE)).scalars().all()
        yield from found
        if len(found) < _PAGE:
            return
        last = found[-1]


def _newest_of_segments(connection: Connection, wanted: Sequence[_Wanted]) -> Iterator[int]:
    """The ids of sentences of segments in which these pairs stand, falling; older segments are asked when needed."""
    table = sentence_segments.c
    segments = connection.execute(select(table.number, table.newest).order_by(table.newest.desc())).all()
    waiting: list[int] = []
    at, step = 0, 1
    while at < len(segments):
        waiting += _found_in(connection, [each.number for each in segments[at : at + step]], wanted)
        waiting.sort()
        at, step = at + step, min(2 * step, _SEGMENTS_AT_ONCE)
        still_to_come = segments[at].newest if at < len(segments) else -1
        while waiting and waiting[-1] > still_to_come:
            yield waiting.pop()


def _found_in(connection: Connection, segments: Sequence[int], wanted: Sequence[_Wanted]) -> list[int]:
    """The ids of sentences of some segments in which all these pairs stand."""
    table = sentence_pairs.c
    letters = {letter for letter, _ in wanted}
    query = select(sentence_pairs).where(table.letter.in_(letters), table.segment.in_(segments))
    rows = {(row.segment, row.letter): row for row in connection.execute(query)}
    places = {number: _places(number, rows, wanted) for number in segments}
    hit = [number for number in segments if places[number]]
    if not hit:
        return []
    own = select(sentence_segments.c.number, sentence_segments.c.numbers).where(sentence_segments.c.number.in_(hit))
    found: list[int] = []
    for number, data in connection.execute(own):
        numbers = unpacked(NUMBERS, data)
        found += [numbers[place] for place in places[number]]
    return found


def _places(segment: int, rows: Mapping[tuple[int, int], Any], wanted: Sequence[_Wanted]) -> set[int]:
    """The places in a segment's list of the sentences in which all these pairs stand."""
    lists = []
    for letter, second in wanted:
        row = rows.get((segment, letter))
        stands = row and _standing(row, second)
        if not stands:
            return set()
        lists.append(stands)
    lists.sort(key=len)
    kept = set(lists[0])
    for other in lists[1:]:
        kept.intersection_update(other)
    return kept


def _standing(row: Any, second: int | None) -> Sequence[int]:
    """The places where a row's letter stands before ``second``, or before anything."""
    if second is None:
        return unpacked(PLACES, row.places)
    seconds = unpacked(CODES, row.seconds)
    at = bisect_left(seconds, second)
    if at == len(seconds) or seconds[at] != second:
        return ()
    ends = unpacked(CODES, row.ends)
    begin, end = (ends[at - 1] if at else 0), ends[at]
    return unpacked(PLACES, row.places[2 * begin : 2 * end])
