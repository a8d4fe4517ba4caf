"""Whether a growth or a change is what two levels give."""

from __future__ import annotations

from decimal import Decimal

from luoshi.ledger.conflicts.rows import (
    Checked,
    ConflictRow,
    Range,
    apart,
    distance,
    in_unit_of,
    ratio,
    signed,
    slack,
    stands_for,
    told_like,
    with_unit,
)
from luoshi.ledger.precision import shown
from luoshi.ledger.series import SeriesRow

_SIGNS = ("+", "−")
_ANOTHER_SCOPE = Decimal("0.5")


def changed(change: SeriesRow, level: SeriesRow, base: SeriesRow) -> Checked:
    """Whether a change is what the levels of both times give."""
    (low, high), (least, most) = stands_for(level), stands_for(base)
    worked_out = low - most, high - least
    if not apart(worked_out, stands_for(change)):
        return None
    middle = told_like((worked_out[0] + worked_out[1]) / 2, level)
    arithmetic = f"{level.quote.strip()} − {base.quote.strip()} = {middle}"
    open_by = told_like(slack(worked_out, stands_for(change)), level)
    words = f"{arithmetic} ≠ {signed(change)}: 容差 tolerance {open_by}"
    middle_of_base = ((least + most) / 2, (least + most) / 2)
    moved = stands_for(change)
    return ConflictRow(
        "change", words, (change, level, base), distance((low - moved[1], high - moved[0]), middle_of_base)
    )


def grown(growth: SeriesRow, level: SeriesRow, base: SeriesRow, said: Range | None = None, years: int = 1) -> Checked:
    """Whether a growth is what two levels give, ``years`` apart where it is a mean over them.

    ``said`` is what the growth says in per cent, where its number does not (倍). A fall to or from nothing is not told.
    """
    if stands_for(base)[0] <= 0 or stands_for(level)[0] <= 0:
        return None
    return grown_from(growth, level, stands_for(base), base, base.quote.strip(), said, years)


def grown_from(
    growth: SeriesRow,
    level: SeriesRow,
    start: Range,
    other: SeriesRow,
    told: str,
    said: Range | None = None,
    years: int = 1,
) -> Checked:
    """As :func:`grown`, from values ``start`` (all more than nothing) that the figure ``other`` gives, ``told`` so."""
    said = said or stands_for(growth)
    low, high = ratio(stands_for(level), start)
    words = f"{level.quote.strip()} ÷ {told}"
    if years > 1:
        low, high = ((bound / 100) ** (Decimal(1) / years) * 100 for bound in (low, high))
        words = f"({words})^(1/{years})"
    if not apart((low - 100, high - 100), said):
        return None
    in_times = growth.unit == "倍"
    middle, open_by = (low + high) / 2, slack((low, high), said)
    given = f" = {shown(middle / 100)}倍" if in_times else f" − 1 = {shown(middle - 100)}%"
    tolerance = shown(open_by / 100 if in_times else open_by)
    size = distance((low, high), (said[0] + 100, said[1] + 100))
    arithmetic = f"{words}{given} ≠ {signed(growth)}: 容差 tolerance {tolerance}"
    return ConflictRow("growth", arithmetic, (growth, level, other), size)


def restated(movement: SeriesRow, level: SeriesRow, base: SeriesRow) -> Checked:
    """Whether a growth or change leads back to the value that an earlier document gave for the year before.

    What does not was restated in between: a revision that nothing tells outright. A base less than half or more than
    twice as great is of another scope or unit, and not told.
    """
    (low, high), (least, most), told = stands_for(level), stands_for(movement), stands_for(base)
    if movement.measure == "growth":
        if least <= -100 or low <= 0:
            return None
        implied = low / (100 + most) * 100, high / (100 + least) * 100
        way = f"{level.quote.strip()} ÷ (1 {_SIGNS[movement.sign == -1]} {movement.quote.strip()})"
    else:
        implied = low - most, high - least
        way = f"{level.quote.strip()} {_SIGNS[movement.sign != -1]} {movement.quote.strip()}"
    size = distance(implied, told)
    if not apart(implied, told) or size > _ANOTHER_SCOPE:
        return None
    value = in_unit_of((implied[0] + implied[1]) / 2, level, as_printed=True)
    words = f"{way} = {value} ≠ {with_unit(base)}: 上年数已改 the base was restated"
    return ConflictRow("revision", words, (movement, level, base), size, weak=True)
