"""What a check of figures against each other tells: a conflict with its arithmetic, or that they agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from luoshi.ledger.precision import rounded, shown
from luoshi.ledger.series import SeriesRow, signed_interval

_LEAST = Decimal("0.002")
_FAR_APART = Decimal("0.4")
_LONGEST_UNIT = 8
_BARE = re.compile(r"-?\d+(?:\.\d+)?")
_UNIT = re.compile(r"\s*(-?\d[\d,]*(?:\.\d+)?)\s*(.*)", re.DOTALL)
_SCALES = {Decimal(1): "", Decimal(10) ** 4: "万", Decimal(10) ** 8: "亿"}
#: How sure it is that figures contradict each other, and not only what they were taken for.
Certainty = Literal["certain", "likely", "possible"]
ConflictKind = Literal["values", "revision", "sum", "growth", "change", "share", "execution"]
Range = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Figures that disagree: ``kind`` says how, ``arithmetic`` shows it with its tolerance.

    ``figures`` are the rows that take part, the one in question first (for values the earlier one). ``size`` is how far
    apart the two sides are as a part of the greater one. ``weak``: it rests on what is not said (that a list is
    complete, that the base of a growth was not restated).
    """

    kind: ConflictKind
    arithmetic: str
    figures: tuple[SeriesRow, ...]
    size: Decimal
    weak: bool = False

    @property
    def certainty(self) -> Certainty:
        """``certain`` within one sentence or line, ``likely`` within a document or of two values told outright.

        ``possible`` where it is weak, or the sides are so far apart that they may be of two things, or so near that a
        number was but cut short.
        """
        if self.weak or not _LEAST < self.size <= _FAR_APART:
            return "possible"
        one_place = len({(row.document_id, row.sentence) for row in self.figures}) == 1
        return "certain" if one_place else "likely"

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi conflicts --json`` prints it."""
        named = ("place", "place_code", "period", "indicator", "concept", "measure")
        first = self.figures[0]
        return (
            {"kind": self.kind}
            | {name: getattr(first, name) for name in named}
            | {
                "size": round(float(self.size), 4),
                "certainty": self.certainty,
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


def distance(one: Range, other: Range) -> Decimal:
    """How far two ranges are apart as a part of the greater one: 0.1 for 90 and 100."""
    middles = (one[0] + one[1]) / 2, (other[0] + other[1]) / 2
    greatest = max(abs(middle) for middle in middles)
    return abs(middles[0] - middles[1]) / greatest if greatest else Decimal(0)


def with_unit(row: SeriesRow) -> str:
    """A figure's words, with its unit where it is a bare number of a table: 50844 is 50844万元."""
    quote = row.quote.strip()
    found = _UNIT.fullmatch(quote)
    if not found or found[2] or not row.unit or not row.low:
        return quote
    number = Decimal(found[1].replace(",", ""))
    scale = _SCALES.get(abs(row.low / number)) if number else None
    return f"{quote}{scale}{row.unit}" if scale is not None else quote


def in_unit_of(value: Decimal, row: SeriesRow, as_printed: bool = False) -> str:
    """A number in the unit that a figure is printed in: 2.6亿元 beside 182.4亿元; ``as_printed``: with its digits."""
    found = _UNIT.fullmatch(with_unit(row))
    number = Decimal(found[1].replace(",", "")) if found else Decimal(0)
    if not found or not number or not row.low or len(found[2]) > _LONGEST_UNIT:
        return shown(value)
    value /= abs(row.low / number)
    if as_printed:
        value = value.quantize(Decimal(1).scaleb(int(number.as_tuple().exponent)))
    return f"{rounded(value)}{found[2]}"


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
