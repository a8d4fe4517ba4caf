"""What one later document reports of a period, indexed by the words of its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from heapq import nsmallest

from luoshi.ledger.outcomes.names import pairs_of, taken_apart, telling
from luoshi.ledger.outcomes.wording import clause_of
from luoshi.ledger.series import SeriesRow, agree, subject

_NEAREST = 12  # results that are scored for a target, by the words they share
_LEAST_SHARED = 4  # rarity in common, of pairs or of one rare pair, below which two names are strangers


class _Rarities(dict[str, int]):
    """How much each pair tells: the number of bits in one to the share of names that hold it; found when asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._named = Counter(pair for name in set(names) for pair in taken_apart(name).pairs)

    def __missing__(self, pair: str) -> int:
        known = self[pair] = (2 * len(self._named) // max(1, self._named[pair]) + 1).bit_length()
        return known


class Report:
    """Results of one document for one period."""

    def __init__(self, rows: Sequence[SeriesRow]) -> None:
        self.rows = rows
        self._asked: dict[tuple[str, str], tuple[frozenset[str], int]] = {}
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
    def _rarities(self) -> _Rarities:
        return _Rarities(row.indicator for row in self.rows)

    def weight(self, pairs: Iterable[str]) -> int:
        """The rarity of pairs together."""
        return sum(map(self._rarities.__getitem__, pairs))

    def around(self, target: SeriesRow) -> tuple[frozenset[str], int]:
        """The pairs of a target's sentence beyond its name, and their rarity together."""
        part = target.id, target.indicator  # of a joint target each part is asked for
        known = self._asked.get(part)
        if known is None:
            pairs = pairs_of(target.sentence) - taken_apart(target.indicator).pairs
            known = self._asked[part] = pairs, self.weight(pairs)
        return known

    def near(self, target: SeriesRow) -> list[SeriesRow]:
        """The rows that may tell of a target: those of its own indicator, and those that share most words with it."""
        shared: dict[int, int] = {}
        for pair in taken_apart(target.indicator).pairs:
            rarity = self._rarities[pair]
            for at in self._holding.get(pair, ()):
                shared[at] = shared.get(at, 0) + rarity
        place = subject(target)[2]
        subjects = [subject(target), *((key, facets, place) for key, facets in telling(target.identity))]
        own = [at for key in subjects for at in self._by_subject.get(key, ())]
        best = nsmallest(_NEAREST, ((-weight, at) for at, weight in shared.items() if weight >= _LEAST_SHARED))
        return [self.rows[at] for at in dict.fromkeys((*own, *(at for _, at in best)))]
