"""The verdict: whether a value meets a target, and the rule that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from luoshi.knowledge.indicators import Polarity
from luoshi.ledger.identity import polarity
from luoshi.ledger.outcomes.compared import mean_and_total
from luoshi.ledger.outcomes.names import less_is_better
from luoshi.ledger.outcomes.told import Verdict
from luoshi.ledger.outcomes.units import converted, one_dimension
from luoshi.ledger.outcomes.wording import interval_words, words_before
from luoshi.ledger.precision import half_unit, shown
from luoshi.ledger.series import (
    SeriesRow,
)

_MEASURES = {"level": "总量", "change": "增减", "growth": "增速", "share": "占比", "rank": "位次", "streak": "连续"}


PERCENT = ("%", "个百分点")


_STRICTLY = re.compile(r"低于|小于|少于|不到|高于|大于|多于")  # the bound itself does not meet such a target


_STEEP = 10  # per cent


# A growth is known to a tenth of a point: one of 5% is 5.0%, however it is printed.
GROWTH_PRINTED = Decimal("0.05")
# What was cut off a print is a small part of it: 1万人 is not 1.2万人.
_PART_CUT_OFF = Decimal("0.02")
# Of a growth of 6%以上 the next whole per cent would have been told.
_NEXT_PER_CENT = Decimal(1)


_HELD_DOWN = re.compile(
    r"(?:控制[在到]|(?:下降|降低|减少|压缩|压减|压降|缩短|缩减|精简)[到至为]|[降压减][到至为低])(?:人均|平均|每[人户年])?\Z"
)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far 左右 and 近 reach: ``points`` for a percentage, ``part`` of any other value.

    Of a growth beyond :data:`_STEEP` % it is the wider of the two: 20%左右 reaches a point, 6%左右 half a point. Of a
    rate or a share in per cent it is the narrower: 研发强度4.1%左右 reaches two tenths of a point, 赤字率2.8%左右 less.
    """

    points: Decimal = Decimal("0.5")
    part: Decimal = Decimal("0.05")

    def of(self, value: Decimal, unit: str, measure: str = "level") -> Decimal:
        """The distance from ``value`` that still counts as about it."""
        part = abs(value) * self.part
        if unit not in PERCENT:
            return part
        if measure in ("level", "share"):
            return min(self.points, part)
        return max(self.points, part) if measure == "growth" and abs(value) > _STEEP else self.points


USUAL = Tolerance()


class Value(NamedTuple):
    """A value to be judged: its ends, and whether they come from the printed words or were worked out.

    ``rounding`` is how far a value printed with fewer digits than the target may be from it: 58.1 is 58.08.
    ``at_most`` is what a value told with a least end only is taken not to pass.
    """

    low: Decimal | None
    high: Decimal | None
    derived: bool = False
    rounding: Decimal = Decimal(0)
    at_most: Decimal | None = None


def incomparable(target: SeriesRow, result: SeriesRow) -> str:
    """Why a value of the target's own subject and period can't be held against it."""
    if mean_and_total(target, result):
        return "一为年均增速，一为累计增速，不可比 / of two growths one is a yearly mean, the other that of all years"
    if result.measure == target.measure:
        return f"比较基期不同 / measured against different bases: {target.basis or '上年'} – {result.basis or '上年'}"
    return (
        f"目标是{_MEASURES[target.measure]}，结果是{_MEASURES[result.measure]}，不可比 / "
        f"the target is a {target.measure}, the result a {result.measure}"
    )


def judge(target: SeriesRow, result: SeriesRow, tolerance: Tolerance = USUAL) -> tuple[Verdict, str]:
    """Whether ``result`` meets ``target``, and the rule that says so, with its numbers.

    以上, 不低于: at least; 以内, 不超过: at most; 低于, 高于: less, more than; a range: within it; 左右 and 近: no
    further off than ``tolerance``; a plain value: reached. Where the indicator scheme knows that more is better
    (or nothing), a plain value, a range or 左右 may be passed upwards; where less is better (失业率, 物价, 排名),
    downwards.
    """
    low, high = (None if end is None else converted(end, result.unit, target.unit) for end in (result.low, result.high))
    if not one_dimension(target, result):
        return "unclear", f"单位不同 / units differ: {target.unit} – {result.unit}"
    if result.qualifier == "nearly" and high is not None:
        low = high - tolerance.of(high, target.unit, target.measure)
    if (target.sign or 1) != (result.sign or 1):
        # A rise where a fall was planned is a fall of less than nothing.
        low, high = (None if high is None else -high), (None if low is None else -low)
    at_most = low + _NEXT_PER_CENT if result.measure == "growth" and result.unit == "%" and low is not None else None
    return judge_value(target, Value(low, high, rounding=_rounding(target, result), at_most=at_most), tolerance)


def _rounding(target: SeriesRow, result: SeriesRow) -> Decimal:
    """Half a unit of the result's last digit where the target is printed with more digits."""
    ends = [next((end for end in (row.low, row.high) if end is not None), None) for row in (target, result)]
    if ends[0] is None or ends[1] is None or target.unit != result.unit or result.qualifier != "exact":
        return Decimal(0)
    mine, theirs = half_unit(target.quote, ends[0]), half_unit(result.quote, ends[1])
    if target.measure == "growth" and target.unit == "%":
        theirs = min(theirs, GROWTH_PRINTED)
    return min(theirs, abs(ends[1]) * _PART_CUT_OFF) if theirs > mine else Decimal(0)


def judge_value(target: SeriesRow, value: Value, tolerance: Tolerance) -> tuple[Verdict, str]:
    """The verdict on a value in the target's unit, and the rule."""
    low, high = value.low, value.high
    if value.derived and target.sign == -1:
        low, high = (None if high is None else -high), (None if low is None else -low)
    better = direction(target)
    floor, ceiling, slack = _bounds(target, better, tolerance)
    strict = target.qualifier in ("over", "under") and _STRICTLY.match(target.quote) is not None
    signs = (">", "<") if strict else ("≥", "≤")
    ends = [f"{sign} {shown(end)}" for sign, end in zip(signs, (floor, ceiling), strict=True) if end is not None]
    name = _NAMES[target.qualifier] + (f" ±{shown(slack)}" if slack else "")
    which = "越低越好 less is better, " if better == "less" and target.qualifier in ("exact", "about", "range") else ""
    rule = f"{name} {which}{', '.join(ends)}: {interval_words(low, high)}"
    # A value printed as 58.1 is less than 58.15: what a coarser print may reach, its end left out.
    reach, open_end = value.rounding, strict or value.rounding > 0
    top, bottom = (value.at_most if high is None else high + reach), (None if low is None else low - reach)
    too_low = floor is not None and top is not None and (top < floor or (open_end and top == floor))
    too_high = ceiling is not None and bottom is not None and (bottom > ceiling or (open_end and bottom == ceiling))
    if too_low or too_high:
        return "missed", rule
    high_enough = floor is None or (low is not None and low + reach >= floor)
    low_enough = ceiling is None or (high is not None and high - reach <= ceiling)
    return "met" if ends and high_enough and low_enough else "unclear", rule


_NAMES = {
    "exact": "达到 / reach",
    "about": "左右 / about",
    "nearly": "近 / nearly",
    "over": "以上 / at least",
    "under": "以内 / at most",
    "range": "区间 / range",
}


def bounds(target: SeriesRow, tolerance: Tolerance = USUAL) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest value that meet a target, ``None`` for no such end."""
    return _bounds(target, direction(target), tolerance)[:2]


def _bounds(
    target: SeriesRow, better: Polarity, tolerance: Tolerance
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The least and the greatest value that meet a target (``None`` for no such end), and the slack in them."""
    low, high = target.low, target.high
    if target.qualifier in ("over", "under"):
        return low, high, None
    slack = None
    if target.qualifier in ("about", "nearly") or (better == "near" and target.qualifier == "exact"):
        value = high if high is not None else low
        if value is not None:
            slack = tolerance.of(value, target.unit, target.measure)
            low, high = value - slack, value + slack
    return (None if better == "less" else low), (None if better == "more" else high), slack


def direction(target: SeriesRow) -> Polarity:
    """Which way a target may be passed; a planned fall is passed by a greater fall where less is better.

    Of a name that the scheme does not know, the verb tells it: 审批时间压缩至3天 is to be held down.
    """
    if target.measure == "rank":
        return "less"
    held_down = target.sign is None and _HELD_DOWN.search(words_before(target)) is not None
    held_down = held_down or less_is_better(target.indicator)
    better = polarity(target.identity) or ("less" if target.sign == -1 or held_down else "more")
    if target.sign == -1 and better != "near":
        return "more" if better == "less" else "less"
    return better
