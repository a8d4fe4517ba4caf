"""Whose the figures of a draft are that speaks of several places: 福州市、泉州市 stated as its place.

Of such a draft no place is its own: a figure is of the place that its paragraph named last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.language.places import resolve
from luoshi.ledger.identity import Place, place_of
from luoshi.reading.names import clean
from luoshi.reading.surroundings import own_names

_JOINED = re.compile(r"[、，,和与]")


@dataclass(frozen=True, slots=True)
class Homes:
    """The places stated for a draft, each with the names by which its text calls it."""

    places: tuple[tuple[Place, tuple[str, ...]], ...]

    @classmethod
    def stated(cls, words: str) -> Homes:
        """The places that ``words`` tell one after another; none where they tell one place only.

        >>> [place.name for place, _ in Homes.stated("福州市、泉州").places], Homes.stated("福州市").places
        (['福州市', '泉州市'], ())
        """
        found = [place for name in _JOINED.split(words) if (place := resolve(name.strip())) is not None]
        several = len(found) > 1
        return cls(tuple((place_of(place.name), own_names(place)) for place in found) if several else ())

    def named_last(self, words: str) -> Place | None:
        """The place that ``words`` name last."""
        ends = [(words.rfind(name), place) for place, names in self.places for name in names]
        at, last = max(ends, key=lambda end: end[0], default=(-1, None))
        return last if at >= 0 else None

    def without(self, indicator: str) -> str:
        """A figure's name without the place that it begins with."""
        return clean(indicator, tuple(name for _, names in self.places for name in names)) or indicator
