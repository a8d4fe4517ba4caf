"""What a check of figures against each other tells: a conflict with its arithmetic, or that they agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from luoshi.ledger.precision import rounded, shown
from luoshi.ledger.series import SeriesRow, signed_interval

_BARE = re.compile(r"-?\d+(?:\.\d+)?")
ConflictKind = Literal["values", "revision", "sum", "growth", "change", "share", "execution"]
Range = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Figures that disagree: ``kind`` says how, ``arithmetic`` shows it with its tolerance.

    ``figures`` are the rows that take part, the one in question first (for values the earlier one).
    """

    kind: ConflictKind
    arithmetic: str
    figures: tuple[SeriesRow, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi conflicts --json`` prints it."""
        named = ("place", "place_code", "period", "indicator", "concept", "measure")
        first = self.figures[0]
        return (
            {"kind": self.kind}
            | {name: getattr(first, name) for name in named}
            | {
                "arithmetic": self.arithmetic,
                "figures": [row.to_json() for row in self.figures],
            }
        )


#: What one check found: the conflict, or ``None`` where the figures agree.
Checked = ConflictRow | None


def stands_for(row: SeriesRow) -> Range:
    """The values that an exact figure stands for within its printed digits, a fall less than nothing."""
    low, high = signed_interval(row)
    return low or Decimal(0), high or Decimal(0)


def signed(row: SeriesRow) -> str:
    """A figure's words with the sign of what it tells."""
    quote = row.quote.strip()
    return f"-{quote}" if row.sign == -1 and quote[0] not in "-−－" else quote


def told_like(value: Decimal, row: SeriesRow) -> str:
    """A number as arithmetic tells it: in 亿 or 万, or, beside a bare number of a table, in the table's own unit."""
    quote = row.quote.strip().replace(",", "").replace("−", "-")
    if row.low and _BARE.fullmatch(quote) and Decimal(quote):
        return rounded(value / abs(row.low / Decimal(quote)))
    return shown(value)


def apart(one: Range, other: Range) -> bool:
    """Whether no value is in both ranges."""
    return one[0] > other[1] or one[1] < other[0]


def ratio(part: Range, whole: Range) -> Range:
    """The range of a quotient in per cent; ``whole`` is more than nothing."""
    quotients = [bound / over * 100 for bound in part for over in whole]
    return min(quotients), max(quotients)


def slack(*ranges: Range) -> Decimal:
    """What rounding leaves open where the ``ranges`` are added, subtracted or compared."""
    return sum((high - low for low, high in ranges), Decimal(0)) / 2


def any_agrees(checks: Iterable[Checked]) -> Iterator[Checked]:
    """One check of several that would do: agreement with any is agreement, and nothing is made of none."""
    found = list(checks)
    if found:
        yield None if None in found else found[0]


def added(ranges: list[Range]) -> Range:
    """The range of a sum."""
    return sum((low for low, _ in ranges), Decimal(0)), sum((high for _, high in ranges), Decimal(0))
