"""Whose the figures of a draft are that speaks of several places: stated (福州市、泉州市) or compared in it.

Of such a draft no place is its own: a figure is of the place that its paragraph named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.language.places import resolve
from luoshi.ledger.identity import Place, place_of
from luoshi.reading.names import clean
from luoshi.reading.surroundings import own_names
from luoshi.records import Reading

_JOINED = re.compile(r"[、，,和与]")
_COMPARED = 3  # times that a draft names each of the places that it compares


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

    @classmethod
    def of(cls, draft: Reading, sources: Iterable[str]) -> Homes:
        """The places stated for a draft; where one is, also those of its kind that it is compared with.

        These are places of the ``sources`` that the text names as often as a comparison does.
        """
        stated = cls.stated(draft.place)
        home = resolve(draft.place)
        if stated.places or home is None:
            return stated
        text = draft.document.text
        compared = [
            (place_of(place.name), own_names(place))
            for name in dict.fromkeys((draft.place, *sources))
            if (place := resolve(name)) is not None and place.level == home.level
        ]
        named = tuple(one for one in compared if max(map(text.count, one[1]), default=0) >= _COMPARED)
        return cls(named if len(named) > 1 and place_of(home.name) in [place for place, _ in named] else ())

    def named_last(self, words: str) -> Place | None:
        """The place that ``words`` name last."""
        ends = [(words.rfind(name), place) for place, names in self.places for name in names]
        at, last = max(ends, key=lambda end: end[0], default=(-1, None))
        return last if at >= 0 else None

    def without(self, indicator: str) -> str:
        """A figure's name without the place that it begins with."""
        return clean(indicator, tuple(name for _, names in self.places for name in names)) or indicator
