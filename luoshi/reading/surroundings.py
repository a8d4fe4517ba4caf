"""Where a figure holds: the document's own jurisdiction, or a place that the text names.

A report speaks of its own place; a part of it named right before an indicator (蒙自经开区…收入) is the
figure's place. News go from place to place: the place named last holds until another, or the country, is named.
"""

from __future__ import annotations

import re

from luoshi.language.places import Place, places

_WHOLE = re.compile(r"全国|我国|中国|全市|全省|全州|全县|全区|我市|我省|本市|各地")


def own_names(place: Place | None) -> tuple[str, ...]:
    """The names of the document's own place, longest first, as they may stand before an indicator."""
    if place is None or place.level == "country":
        return ()
    short = re.sub(r"(?:省|市|区|县|自治区|自治州|盟|旗)$", "", place.name)
    found = {place.name, place.quote, short}
    return tuple(sorted((name for name in found if len(name) > 1), key=len, reverse=True))


class Surroundings:
    """The place that holds at each point of a walk over a document."""

    def __init__(self, place: Place | None) -> None:
        self.own = place
        self._held = ""
        self._found: list[Place] = []
        self._ends = 0

    def heading(self, words: str, kind: str) -> None:
        """A headline that names one place sets it for the article; any headline ends the last one's."""
        if kind == "heading":
            return
        self._held = ""

    def paragraph(self, words: str, kind: str) -> None:
        """Begin a paragraph."""
        self._found = [p for p in places(words) if not self._is_own(p)]

    def sentence(self, words: str, start: int, end: int) -> None:
        """Begin a sentence."""

    def at(self, words: str, start: int, end: int, raw: str) -> str:
        """The place of the figure at ``end``; "" for the document's own."""
        for place in reversed(self._found):
            if start <= place.start and place.end <= end:
                return place.quote
        return ""

    def _is_own(self, place: Place) -> bool:
        own = self.own
        return own is not None and bool(own.code) and place.code == own.code
