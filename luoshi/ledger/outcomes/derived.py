"""Results that follow from others: a level from last year's and a growth, a span from its years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from luoshi.knowledge.indicators import stock
from luoshi.ledger.identity import compared_period, period_years
from luoshi.ledger.outcomes.compared import held
from luoshi.ledger.outcomes.features import like_for_like
from luoshi.ledger.outcomes.results import Known, counting
from luoshi.ledger.outcomes.verdict import GROWTH_PRINTED, PERCENT, Value
from luoshi.ledger.outcomes.wording import value_words
from luoshi.ledger.precision import interval
from luoshi.ledger.series import (
    SeriesRow,
    baseline,
    signed_interval,
    subject,
)

# A level that moved further within a year is one of another scope more often than not.
_LEAST_STEP, _GREATEST_STEP = Decimal("0.6"), Decimal(2)
_AVERAGE = re.compile(r"年均|平均每年|年平均")


# Their growth is told at constant prices, their levels at current ones: neither follows from the other.
_CONSTANT_PRICES = re.compile(r"生产总值|增加值|总产值")


def worked_out_result(
    target: SeriesRow, found: Sequence[SeriesRow], readings: Sequence[SeriesRow], known: Known
) -> tuple[SeriesRow, Value, str] | None:
    """A result that follows from others: a level from last year's and a growth, a span from its years."""
    years = period_years(held(target)[0])
    if years is None:
        return None
    if years[0] < years[1]:
        return _of_all_years(target, years, readings)
    if target.measure == "change":
        return _moved_since(target, years[0], found, known)
    if target.measure == "growth":
        return _grown_since(target, years[0], found, known)
    if target.measure != "level" or not _at_current_prices(target):
        return None
    growths = [row for row in found if row.measure == "growth" and row.qualifier == "exact" and not baseline(row)]
    before = [
        row
        for row in known.of_period(target, f"{years[0] - 1:04}")
        if row.measure == "level" and row.unit == target.unit and row.qualifier == "exact"
    ]
    if not growths or not before or compared_period(target.period) != f"{years[0]:04}":
        return None
    growth, level = counting(growths), counting(before)
    if growth.unit != "%":
        return None
    low, high = signed_interval(growth)
    least, most = interval(level.quote, level.low, level.high)
    if low is None or high is None or least is None or most is None:
        return None
    value = Value(least * (1 + low / 100), most * (1 + high / 100), derived=True)
    how = f"(由{level.period}年 {value_words(level)} 与增速 {value_words(growth)}% 推算 / from a level and a growth)"
    return growth, value, how


def _grown_since(
    target: SeriesRow, year: int, found: Sequence[SeriesRow], known: Known
) -> tuple[SeriesRow, Value, str] | None:
    """How much a level grew since last year's, where only levels are told; not at constant prices or like for like."""
    if target.unit != "%" or not _at_current_prices(target) or like_for_like(target):
        return None
    levels = _two_levels(target, year, found, known)
    if levels is None or levels[0].unit != levels[1].unit or levels[0].unit in PERCENT:
        return None
    now, before = levels
    (low, high), (least, most) = (interval(row.quote, row.low, row.high) for row in levels)
    if low is None or high is None or not least or not most or least <= 0:
        return None
    if not _LEAST_STEP < high / least < _GREATEST_STEP:
        return None
    first, last = value_words(before), value_words(now)
    how = f"(由{before.period}年 {first} 推算 / from two levels: {last} ÷ {first})"
    return now, Value((low / most - 1) * 100, (high / least - 1) * 100, True, rounding=GROWTH_PRINTED), how


def _two_levels(
    target: SeriesRow, year: int, found: Sequence[SeriesRow], known: Known
) -> tuple[SeriesRow, SeriesRow] | None:
    """This year's level and last year's of a target's subject, each as it was told exactly; None where one is not."""
    levels = [
        [row for row in rows if row.measure == "level" and row.qualifier == "exact" and row.unit != "倍"]
        for rows in (found, known.of_period(target, f"{year - 1:04}"))
    ]
    if not all(levels) or baseline(target) or compared_period(target.period) != f"{year:04}":
        return None
    return counting(levels[0]), counting(levels[1])


def _at_current_prices(target: SeriesRow) -> bool:
    """Whether a growth follows from levels: that of 生产总值 and 增加值 is told at constant prices."""
    return _CONSTANT_PRICES.search(target.identity.key + target.indicator) is None


def _moved_since(
    target: SeriesRow, year: int, found: Sequence[SeriesRow], known: Known
) -> tuple[SeriesRow, Value, str] | None:
    """How far a level moved since last year's, where a change was planned (比上年增加20万套).

    Not where the level was planned too: the step is then one from last year's plan, as of a budget.
    """
    if (*subject(target), held(target)[0]) in known.planned:
        return None
    levels = _two_levels(target, year, found, known)
    if levels is None:
        return None
    now, before = levels
    if {now.unit, before.unit} != {target.unit} and not (now.unit == before.unit == "%" and target.unit in PERCENT):
        return None
    (low, high), (least, most) = (interval(row.quote, row.low, row.high) for row in (now, before))
    if low is None or high is None or least is None or most is None:
        return None
    first, last = value_words(before), value_words(now)
    how = f"(由{before.period}年 {first} 推算 / from two levels: {last} − {first})"
    return now, Value(low - most, high - least, derived=True), how


def _of_all_years(
    target: SeriesRow, years: tuple[int, int], readings: Sequence[SeriesRow]
) -> tuple[SeriesRow, Value, str] | None:
    """What a span of years comes to: its last value for a stock or rate, else the sum or compound of all its years."""
    if _at_a_point(target):
        if not readings or compared_period(readings[-1].period) != str(years[1]):
            return None
        last = readings[-1]
        return last, Value(last.low, last.high), "(期末年份的值 / the value of the last year)"
    wanted = [str(year) for year in range(years[0], years[1] + 1)]
    if [compared_period(row.period) for row in readings] != wanted or any(r.unit != target.unit for r in readings):
        return None
    ends = [signed_interval(row) for row in readings]
    if any(low is None or high is None for low, high in ends):
        return None
    both = [(low or Decimal(0), high or Decimal(0)) for low, high in ends]
    words = "、".join(value_words(row) for row in readings)
    if target.measure == "level":
        value = Value(sum((low for low, _ in both), Decimal(0)), sum((high for _, high in both), Decimal(0)), True)
        return readings[-1], value, f"(各年合计 sum of the years: {words})"
    if target.measure != "growth" or target.unit != "%":
        return None
    powers = [Decimal(1), Decimal(1)]
    for low, high in both:
        powers[0] *= 1 + low / 100
        powers[1] *= 1 + high / 100
    name = "累计增速 compounded"
    if _AVERAGE.search(target.sentence):
        powers = [power ** (Decimal(1) / len(wanted)) for power in powers]
        name = "年均增速 yearly average"
    return readings[-1], Value((powers[0] - 1) * 100, (powers[1] - 1) * 100, True), f"({name}: {words})"


def _at_a_point(target: SeriesRow) -> bool:
    """Whether a goal for several years is reached in the last of them: a stock, a rate, a value for each of a unit."""
    if target.measure not in ("level", "share"):
        return False
    return target.unit in PERCENT or "/" in target.unit or stock(target.indicator)
