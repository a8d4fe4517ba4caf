"""The period of a headline's figure: that of the same value where the piece below tells it.

累计使用超500亿次
医保码上线五年来，…累计使用量超过500亿次        the headline's is of the five years, too
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from luoshi.records import Figure

_FAR = 200  # figures below a headline among which its own is looked for


@dataclass(frozen=True, slots=True)
class Headed:
    """Where a headline stands, and where what it heads ends."""

    start: int
    end: int
    until: int
    words: str


def with_body(found: Sequence[Figure], heads: Iterable[Headed]) -> tuple[Figure, ...]:
    """Figures in the order of the text, those of a headline without a time of their own with the period told below."""
    out = list(found)
    places = sorted(heads, key=lambda head: head.start)
    starts = [head.start for head in places]
    # From the last one on: a headline may take its period from a heading that has taken it from its section.
    for index in range(len(out) - 1, -1, -1):
        figure = out[index]
        at = bisect_right(starts, figure.start) - 1
        if at < 0 or figure.start >= places[at].end or _dated(figure):
            continue
        told = _told(out, index, places[at])
        if told is not None:
            sources = tuple(source for source in told.sources if source[0] == "period")
            out[index] = replace(figure, period=told.period, status=told.status, sources=(*figure.sources, *sources))
    return tuple(out)


def _dated(figure: Figure) -> bool:
    """Whether the text says when a figure holds."""
    return any(field == "period" for field, _ in figure.sources)


def _told(found: Sequence[Figure], index: int, head: Headed) -> Figure | None:
    """The first figure below a headline that gives the same value of something it names."""
    figure = found[index]
    for other in islice(found, index + 1, index + 1 + _FAR):
        if other.start >= head.until:
            return None
        same = (other.low, other.high, other.unit, other.measure) == (
            figure.low, figure.high, figure.unit, figure.measure,
        )  # fmt: skip
        if (
            same
            and other.start >= head.end
            and _dated(other)
            and any(a + b in head.words for a, b in pairwise(other.indicator))
        ):
            return other
    return None
