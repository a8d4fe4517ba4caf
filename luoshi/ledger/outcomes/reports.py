"""What one later document reports of a period, indexed by the words of its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from luoshi.ledger.outcomes.names import pairs_of, taken_apart, telling
from luoshi.ledger.outcomes.wording import clause_of
from luoshi.ledger.series import SeriesRow, agree, subject

_NEAREST = 12  # results that are scored for a target, by the words they share
_LEAST_SHARED = 4  # rarity in common, of pairs or of one rare pair, below which two names are strangers


class _Rarities(dict[str, int]):
    """The rarity of each pair that was asked for in a report."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report

    def __missing__(self, pair: str) -> int:
        self[pair] = rarity = self._report.rarity(pair)
        return rarity


class Report:
    """Results of one document for one period."""

    def __init__(self, rows: Sequence[SeriesRow]) -> None:
        self.rows = rows
        self._rarities = _Rarities(self)
        self._weights: dict[frozenset[str], int] = {}
        self._by_subject: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            self._by_subject[subject(row)].append(at)

    def alone(self, row: SeriesRow) -> bool:
        """Whether the document says no other value of the row's indicator and measure."""
        same = [self.rows[at] for at in self._by_subject[subject(row)] if self.rows[at].measure == row.measure]
        return all(agree(row, other) for other in same)

    @cached_property
    def _holding(self) -> dict[str, list[int]]:
        """Numbers of the rows whose name, or the clause before their value, holds a pair."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, row in enumerate(self.rows):
            for pair in taken_apart(row.indicator).pairs | pairs_of(clause_of(row)):
                found[pair].append(at)
        return found

    @cached_property
    def _named(self) -> Counter[str]:
        """In how many different names a pair stands."""
        names = {row.indicator for row in self.rows}
        return Counter(pair for name in names for pair in taken_apart(name).pairs)

    def rarity(self, pair: str) -> int:
        """How much a pair tells: the number of bits in one to the share of names that hold it."""
        return (2 * len(self._named) // max(1, self._named[pair]) + 1).bit_length()

    def weight(self, pairs: Iterable[str]) -> int:
        """The rarity of pairs together."""
        return sum(map(self._rarities.__getitem__, pairs))

    def weight_of(self, pairs: frozenset[str]) -> int:
        """The rarity together of pairs that are asked for again and again, as a target's are."""
        known = self._weights.get(pairs)
        if known is None:
            known = self._weights[pairs] = self.weight(pairs)
        return known

    def near(self, target: SeriesRow) -> list[SeriesRow]:
        """The rows that may tell of a target: those of its own indicator, and those that share most words with it."""
        shared: Counter[int] = Counter()
        for pair in sorted(taken_apart(target.indicator).pairs):
            rarity = self._rarities[pair]
            for at in self._holding.get(pair, ()):
                shared[at] += rarity
        _, facets, place = subject(target)
        subjects = [subject(target), *((key, facets, place) for key in telling(target.identity.concept))]
        own = [at for key in subjects for at in self._by_subject.get(key, ())]
        best = sorted((at for at in shared if shared[at] >= _LEAST_SHARED), key=lambda at: (-shared[at], at))
        return [self.rows[at] for at in dict.fromkeys((*own, *best[:_NEAREST]))]
