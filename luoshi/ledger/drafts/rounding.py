"""Whether a draft's value is a source's, told with fewer digits, with 约 or as a bound, and whether it is nearly so.

source 386.21亿元      386亿元, 约386亿元, 超386亿元, 超380亿元 are right, 387亿元, 近386亿元 and 超371亿元 are not
"""

from __future__ import annotations

from decimal import Decimal

from luoshi.ledger.precision import half_unit, interval, overlap
from luoshi.ledger.series import SeriesRow, agree, signed_interval

_ABOUT = Decimal("0.03")  # of a value: 约1300亿元 is said of 1283, too
_BOUND_REACHES = Decimal("0.2")  # of a value: 超1000万人次 is said of 1190, not of 2000
_BOUND_IS_NEAR = Decimal("0.02")  # of a value: 超802亿元 is said of 810, not of 832
_NEARLY = 3  # half units of the draft's last digit
_BOUNDS = ("over", "under", "nearly")


def is_bound(row: SeriesRow) -> bool:
    """Whether a value is told as one that is passed or not reached: 超4000亿元, 近七成."""
    return row.qualifier in _BOUNDS


def same_value(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether the draft's value is the source's, to the digits that the draft prints and within its 约 or 超."""
    if asked.qualifier == "about" and asked.low is not None and row.low is not None:
        return abs(asked.low - row.low) <= max(_reach_of_about(asked), half_unit(row.quote, row.low))
    if asked.qualifier == row.qualifier:
        return (
            (asked.low, asked.high) == (row.low, row.high)
            if is_bound(row)
            else agree(asked, row) and not _is_finer(asked, row)
        )
    if not is_bound(asked):
        return overlap(signed_interval(asked), signed_interval(row)) and not _is_finer(asked, row)
    low, high = interval(row.quote, row.low, row.high)
    if not overlap((asked.low, asked.high), (low, high)) or (asked.qualifier == "nearly" and row.low == asked.high):
        return False
    told, value = _value(asked), _value(row)
    return told is None or value is None or abs(value - told) <= _reach_of_bound(asked.quote, told)


def misrounded(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether the draft's value misses the source's by its rounding alone: 46.8亿斤 or 近46亿斤 for 46.74亿斤."""
    told, value = _value(asked), _value(row)
    if told is None or value is None or asked.qualifier == "range" or is_bound(row):
        return False
    half = _half_of_last(asked.quote, told)
    exacter = half_unit(row.quote, value) < half
    return exacter and abs(told - value) <= _NEARLY * half and not same_value(asked, row)


def as_printed(asked: SeriesRow, row: SeriesRow) -> str:
    """The digits of a source's value in the unit, and to the digits, that the draft prints; "" for bounds and ranges.

    2801.5 of 28,015,394万元 where the draft prints 2810.5亿元.
    """
    told, value = _value(asked), _value(row)
    if not told or value is None or asked.qualifier != "exact" or row.qualifier != "exact":
        return ""
    printed = "".join(letter for letter in asked.quote if letter.isdecimal() or letter == ".").strip(".")
    if not printed or not Decimal(printed):
        return ""
    unit = abs(told) / Decimal(printed)
    places = len(printed.partition(".")[2])
    digits = str((abs(value) / unit).quantize(Decimal(1).scaleb(-places)))
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _is_finer(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether the draft has digits that its source has not, and another value: 4.9% for 5%."""
    told, value = _value(asked), _value(row)
    if told is None or value is None or told == value or is_bound(row) or "range" in (asked.qualifier, row.qualifier):
        return False
    return half_unit(asked.quote, told) < half_unit(row.quote, value)


def _value(row: SeriesRow) -> Decimal | None:
    return row.low if row.low is not None else row.high


def _reach_of_about(asked: SeriesRow) -> Decimal:
    """How far 约 reaches: half of the last digit that is no zero, of large round numbers no more than a few percent."""
    assert asked.low is not None
    printed = half_unit(asked.quote, asked.low)
    return min(_half_of_last(asked.quote, asked.low), max(printed, abs(asked.low) * _ABOUT))


def _reach_of_bound(quote: str, told: Decimal) -> Decimal:
    """How far from a bound the value may lie: a unit of the last digit that is no zero, within a part of the bound."""
    unit = 2 * _half_of_last(quote, told)
    return min(max(unit, abs(told) * _BOUND_IS_NEAR), abs(told) * _BOUND_REACHES)


def _half_of_last(quote: str, value: Decimal) -> Decimal:
    """Half a unit of the last printed digit that is no zero before the point: 50 for 1300, 0.05 for 46.8."""
    digits = "".join(letter for letter in quote if letter.isdecimal() or letter == ".").strip(".")
    zeros = 0 if "." in digits else len(digits) - len(digits.rstrip("0"))
    return half_unit(quote, value) * Decimal(10) ** zeros
