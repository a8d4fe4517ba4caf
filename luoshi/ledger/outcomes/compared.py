"""Rows in the form in which they are compared: what a value is of, over what time, against what."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from luoshi.ledger.identity import IndicatorKey, compared_period, indicator_key
from luoshi.ledger.outcomes.wording import clause_of
from luoshi.ledger.series import (
    SeriesRow,
    baseline,
    subject,
)

# A level of the one is a fall of the other: 10万人脱贫, 农村贫困人口减少10万人.
_FALL_OF = {"people_lifted_from_poverty": "rural_poor"}


_PRICE_INDEX, _MOST_RISE = "consumer_price", 30
# The natural growth of a population is told in ‰; where a print has %, a value beyond this can't be one.
_NATURAL_GROWTH, _MOST_GROWTH = "natural_growth_rate", 2

# 粮食总产连续五年稳定在100亿斤以上: so in each year, and in the last of them.
_EACH_YEAR = re.compile(r"连续|连年|逐年|每年都|均保持|始终")

# 五年来登记失业率控制在4%以内: a rate that was held within a bound was so in each year, too.
_HELD_RATE = re.compile(r"(?:控制|保持|稳定)在\Z")

_SINCE_YEAR = re.compile(r"(?:比|较|与)(\d{4})年(?:末|底)?(?:相比)?")


_MEAN = re.compile(r"年均|平均每年|年平均|平均(?:增长|递增|下降)")

_SPAN = re.compile(r"\d{4}/(\d{4})")

_SINCE_PLAN = re.compile(r"(?:比|较|与)“?(十[一二三四五六七八九]?)五”?(?:时期|期间|期|规划)?末?(?:相比)?")


_LAST_YEARS = {f"十{number}": 2005 + 5 * at for at, number in enumerate(("", *"一二三四五六七八九"))}


def as_compared(row: SeriesRow) -> SeriesRow:
    """A row in the form in which it is compared: of several ways to tell one thing, one.

    A count of those who left a state is the fall of those in it (:data:`_FALL_OF`), what a stock gains
    in a year (高标准农田新增50万亩) the count of what is new, where the indicator scheme knows that.
    """
    if row.measure == "change" and row.sign == 1 and not baseline(row) and not row.indicator.startswith("新增"):
        new = indicator_key(f"新增{row.indicator}")
        if new.concept and new.concept != row.identity.concept:
            return replace(row, identity=new, measure="level", sign=None)
    span = _SPAN.fullmatch(row.period)
    if span and row.measure == "level" and row.status == "actual" and _holds_each_year(row):
        row = replace(row, period=span[1], period_kind="year")
    if row.identity.concept == _PRICE_INDEX and row.measure == "level" and row.unit in ("", "%"):
        return _as_rise(row)
    if row.identity.concept == _NATURAL_GROWTH and row.unit == "%":
        end = row.low if row.low is not None else row.high
        return replace(row, unit="‰") if end is not None and end > _MOST_GROWTH else row
    other = _FALL_OF.get(row.identity.key)
    if other is None or row.measure != "level":
        return row
    return replace(row, identity=IndicatorKey(other, row.identity.facets, other), measure="change", sign=-1)


def _as_rise(row: SeriesRow) -> SeriesRow:
    """An index of prices as the rise that it tells: 103.2, 103%左右, 103.5以内; 3.5%左右 is one already."""
    ends = [end for end in (row.low, row.high) if end is not None]
    if row.unit and all(0 <= end < _MOST_RISE for end in ends):
        return replace(row, measure="growth", sign=1)
    rises = [end - 100 for end in ends]
    # An open end below 100 would tell of a fall that is to be no greater, or no less.
    told = all(0 <= rise < _MOST_RISE for rise in rises) or (row.low == row.high and -_MOST_RISE < rises[0] < 0)
    if not told:
        return row
    low, high = (None if end is None else abs(end - 100) for end in (row.low, row.high))
    return replace(row, measure="growth", sign=1 if rises[0] >= 0 else -1, low=low, high=high, unit="%")


def _holds_each_year(row: SeriesRow) -> bool:
    """Whether a level told of several years is one of each of them."""
    clause = clause_of(row)
    return _EACH_YEAR.search(clause) is not None or (row.unit == "%" and _HELD_RATE.search(clause) is not None)


def target_cell(row: SeriesRow) -> tuple[object, ...]:
    return (*subject(row), *held(row), row.measure)


def held(row: SeriesRow) -> tuple[str, str]:
    """The period that a value is compared over, and what it is measured against, ``""`` for the year before it.

    A growth over an earlier year (2025年比2020年下降14%, “十四五”末比“十三五”末) is one over the years between, and
    so is one set years before (到2025年下降14%) against which nothing is said.
    """
    if row.measure not in ("growth", "change"):
        return compared_period(row.period), ""
    return _growth_held(row.period, baseline(row), int(row.date[:4] or 0) if row.status == "target" else 0)


@lru_cache(maxsize=1 << 12)
def _growth_held(period: str, against: str, set_in: int) -> tuple[str, str]:
    """What :func:`held` says of a growth over a period against a basis, set in a year, 0 for one that was reported."""
    period = compared_period(period)
    if not re.fullmatch(r"\d{4}", period):
        return period, against
    if against == "年初":
        return period, ""  # over a whole year the same as over the year before
    since = _SINCE_YEAR.fullmatch(against)
    plan = _SINCE_PLAN.fullmatch(against)
    if since and int(since[1]) + 1 == int(period):
        return period, ""
    first = int(since[1]) + 1 if since else _LAST_YEARS[plan[1]] + 1 if plan else 0
    if not against and set_in and int(period) > set_in + 1:
        first = set_in
    return (f"{first}/{period}", "") if 0 < first < int(period) else (period, against)


def order_of(row: SeriesRow) -> tuple[str, str, int]:
    return row.date, row.document_id, row.start


def comparable(target: SeriesRow, row: SeriesRow) -> bool:
    """Whether target and row measure in one way; a rate and a share in per cent do."""
    measures = {row.measure, target.measure}
    same = (
        len(measures) == 1
        or (row.unit == target.unit == "%" and measures == {"level", "share"})
        or (measures == {"level", "change"} and _counts_new(target) and _counts_new(row))
    )
    return same and held(row)[1] == held(target)[1] and not mean_and_total(target, row)


def mean_and_total(one: SeriesRow, other: SeriesRow) -> bool:
    """Whether of two growths over the same years one is a yearly mean (年均增长7%), the other that of all of them."""
    over_years = one.measure == other.measure == "growth" and "/" in held(one)[0] and "/" in held(other)[0]
    return over_years and _is_mean(one) != _is_mean(other)


def _is_mean(row: SeriesRow) -> bool:
    return _MEAN.search(clause_of(row)) is not None


def _counts_new(row: SeriesRow) -> bool:
    """Whether a value counts what a year added: 新增床位1万张, 床位净增1.1万张."""
    return row.sign == 1 if row.measure == "change" else row.indicator.startswith(("新增", "净增", "新"))
