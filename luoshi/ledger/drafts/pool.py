"""The figures of the sources that a draft's figures may repeat, found by indicator, by value, by digits and by words.

A journalist's words are not the source's: what the source calls 第三产业增加值 is 三产 in the draft. So a figure is
looked for by whatever it may share with its source; which one it is, comparing decides.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from heapq import nsmallest
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, func, or_, select

from luoshi.ledger.drafts.scopes import scope
from luoshi.ledger.outcomes.names import in_common_words, without_use
from luoshi.ledger.precision import interval
from luoshi.ledger.ranking import Ranking
from luoshi.ledger.schema import figures, readings
from luoshi.ledger.series import SeriesRow, cell, figures_told, told

_FEW = 60_000  # figures: a smaller ledger is looked through whole
_ASKED_AT_ONCE = 400
_BY_WORDS = 30  # candidates for a figure by the words of its clause
_MANY_DIGITS = 4
_CLAUSE_ENDS = "，,；;。！？：\n|"
_K1, _B = 1.2, 0.5


@dataclass(frozen=True)
class Told:
    """A figure with the words that tell it; pairs are those of neighbouring Chinese characters."""

    row: SeriesRow

    @cached_property
    def digits(self) -> str:
        """The printed number without separators and without zeros behind its point."""
        digits = "".join(letter for letter in self.row.quote if letter.isdecimal() or letter == ".").strip(".")
        return digits.rstrip("0").rstrip(".") if "." in digits else digits

    @property
    def telling(self) -> int:
        """How many digits there are, without zeros at the ends: a value of few may be met by chance."""
        return len(self.digits.replace(".", "").strip("0"))

    def rounded(self, telling: int) -> str:
        """The printed digits rounded to so many, without point and zeros at the ends: 3222714 and 32.2 are alike."""
        digits = self.digits.replace(".", "").strip("0")
        return str(Decimal(f"0.{digits or 0}").quantize(Decimal(1).scaleb(-telling)))[2:].strip("0")

    @cached_property
    def name(self) -> frozenset[str]:
        """The pairs of the indicator's name, in common words and without what it says of money's use."""
        return pairs(without_use(in_common_words(self.row.indicator).replace("的", "")))

    @cached_property
    def words(self) -> frozenset[str]:
        """The pairs of the name and of the clause in which the figure stands."""
        sentence, (start, end) = self.row.sentence, self._ahead
        end += len(self.row.quote)
        stop = min((found for mark in _CLAUSE_ENDS if (found := sentence.find(mark, end)) >= 0), default=len(sentence))
        return self.name | pairs(sentence[start:stop])

    @cached_property
    def scope(self) -> str:
        """Of how much of its place the figure is; see :func:`luoshi.ledger.drafts.scopes.scope`."""
        return scope(self.row.indicator, self.clause)

    @property
    def clause(self) -> str:
        """The words of the figure's clause ahead of its value."""
        start, end = self._ahead
        return self.row.sentence[start:end]

    @cached_property
    def ahead(self) -> frozenset[str]:
        """The pairs of the words of its clause ahead of the value."""
        return pairs(self.clause)

    @cached_property
    def _ahead(self) -> tuple[int, int]:
        """Where in its sentence the words of its clause ahead of the value stand."""
        sentence = self.row.sentence
        at = max(0, sentence.find(self.row.quote))
        return max((sentence.rfind(mark, 0, at) + 1 for mark in _CLAUSE_ENDS), default=0), at

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The numbers, as the database sorts them, that the printed value may stand for."""
        low, high = interval(self.row.quote, self.row.low, self.row.high)
        ends = [float(end) for end in (low, high) if end is not None]
        return min(ends), max(ends)

    @property
    def value(self) -> float:
        """The value as the database sorts it."""
        value = self.row.low if self.row.low is not None else self.row.high
        return float(value) if value is not None else math.inf


def pairs(words: str) -> frozenset[str]:
    """Every two neighbouring Chinese characters of ``words``, marks and numbers passed over."""
    letters = "".join(letter for letter in words if "\u4e00" <= letter <= "\u9fff")
    return frozenset(map(str.__add__, letters, letters[1:]))


class Pool:
    """The figures of the sources, with what they can be found by."""

    def __init__(self, connection: Connection, asked: Sequence[Told]) -> None:
        own = {one.row.document_id for one in asked}
        found: dict[str, SeriesRow] = {}
        for wanted in _wanted(connection, asked):
            query = figures_told() if wanted is None else figures_told().where(wanted)
            found |= {row.id: row for row in told(connection, query) if row.document_id not in own}
        self._told = sorted((Told(row) for row in found.values()), key=lambda one: (one.value, one.row.id))
        self._values = [one.value for one in self._told]
        self._by_key: dict[str, list[Told]] = defaultdict(list)
        self._by_digits: dict[str, list[Told]] = defaultdict(list)
        self._by_sentence: dict[tuple[str, str], list[Told]] = defaultdict(list)
        self._cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        for one in self._told:
            self._by_key[one.row.identity.key].append(one)
            self._by_digits[one.digits].append(one)
            self._by_sentence[one.row.document_id, one.row.sentence].append(one)
            self._cells[cell(one.row)].append(one.row)
        self._ranking = Ranking([sorted(one.words) for one in self._told], _K1, _B)

    def candidates(self, asked: Told) -> list[Told]:
        """The figures that may be what ``asked`` repeats, each once, in the order of their ids."""
        low, high = asked.reach
        found = [*self._by_key[asked.row.identity.key]]
        found += self._told[bisect_left(self._values, low) : bisect_right(self._values, high)]
        for digits in (asked.digits, *mistypings(asked.digits)):
            found += self._by_digits.get(digits, ())
        scores = self._ranking.scores(sorted(asked.words), 0, len(self._told))
        best = nsmallest(_BY_WORDS, scores, key=lambda number: (-scores[number], number))
        found += (self._told[number] for number in best)
        return sorted({one.row.id: one for one in found}.values(), key=lambda one: one.row.id)

    def beside(self, one: Told) -> list[Told]:
        """All figures of a source's sentence."""
        return self._by_sentence[one.row.document_id, one.row.sentence]

    def of_indicator(self, row: SeriesRow) -> list[Told]:
        """All figures of an indicator, of whatever scope, place and period."""
        return self._by_key[row.identity.key]

    def of_cell(self, row: SeriesRow) -> list[SeriesRow]:
        """All figures of a cell of the sources."""
        return self._cells[cell(row)]


def mistypings(digits: str) -> Iterator[str]:
    """What a number may have been before two neighbouring digits were swapped or, of four and more, one was changed."""
    places = [at for at, digit in enumerate(digits) if digit != "."]
    for at, after in pairwise(places):
        if digits[at] != digits[after]:
            yield digits[:at] + digits[after] + digits[at + 1 : after] + digits[at] + digits[after + 1 :]
    for at in places if len(places) >= _MANY_DIGITS else ():
        for other in "0123456789":
            if other != digits[at]:
                yield digits[:at] + other + digits[at + 1 :]


def _wanted(connection: Connection, asked: Sequence[Told]) -> Iterator[ColumnElement[bool] | None]:
    """Conditions on the figures to be looked at: all of a small ledger, else those of the places and indicators."""
    if not asked:
        return
    standing = select(func.count()).select_from(figures).join(readings, readings.c.id == figures.c.reading_id)
    if connection.execute(standing.where(readings.c.superseded_by.is_(None))).scalar_one() <= _FEW:
        yield None
        return
    names = sorted({one.row.place for one in asked if one.row.place})
    keys = sorted({one.row.identity.key for one in asked})
    for first in range(0, max(len(names), len(keys)), _ASKED_AT_ONCE):
        part = slice(first, first + _ASKED_AT_ONCE)
        yield or_(figures.c.place_name.in_(names[part]), figures.c.indicator_key.in_(keys[part]))
