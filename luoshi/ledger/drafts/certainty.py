"""Whether a figure of a draft differs from its source beyond doubt: a false alarm costs more than a miss.

One thing alone differs, and enough else is the same to leave no doubt about what is meant; or the sources tell the
draft's own indicator, place and period, and only with other values. A result is held against no plan, a year against
no other year, and a bound (8%以上) against no value that it merely holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from luoshi.ledger.drafts.comparison import ALIKE, SURE_NAME, TELLING, Asked, Compared, can_be_told
from luoshi.ledger.drafts.pool import Pool
from luoshi.ledger.drafts.rounding import is_bound
from luoshi.ledger.drafts.scopes import is_part
from luoshi.ledger.identity import period_kind, year_of
from luoshi.ledger.series import agree

SURE_WORDS = 0.4
_LONG_NAME = 5  # characters
_LAST_MONTH_OF_PLANS = "04"  # what is expected of a year until then is its plan; later, what nearly came of it
_OTHERWISE = ("other", "mistyped", "misrounded")
_DONE = re.compile(r"完成|实现|达到?|为")


def is_certain(asked: Asked, best: Compared, compared: Sequence[Compared], pool: Pool) -> bool:
    """Whether ``best``, which differs, leaves no doubt; ``compared`` are all candidates."""
    otherwise = told_otherwise(asked, compared) > 0
    if len(best.fields) > 1:
        misplaced = best.value == "same" and asked.told.telling > 1 and best.own_name >= SURE_NAME
        return misplaced and otherwise and _is_one_value(asked, best)
    (field,) = best.fields
    if field == "status":  # the plan may have come true, where nobody tells what came of it
        return _is_told_as_done_otherwise(asked, compared)
    if not (is_of_one_time if field in ("value", "measure") else _is_one_value)(asked, best):
        return False
    if otherwise and field in ("value", "scope", "indicator") and (asked.dated or best.company):
        return True
    if field == "value":
        return _is_another_value(asked, best, pool) or _is_that_of_another(asked, best, compared)
    return _DECIDES[field](asked, best, otherwise)


def told_otherwise(asked: Asked, compared: Sequence[Compared]) -> float:
    """How near the name is by which the sources tell the draft's indicator, and only with other values; 0 for none."""
    own = [
        one
        for one in compared
        if one.own_name >= SURE_NAME
        and set(one.fields) <= {"value", "unit", "direction", "status"}
        and (one.same_period or is_of_one_time(asked, one))
    ]
    if any(one.value not in _OTHERWISE for one in own):
        return 0.0
    return max((one.own_name for one in own), default=0.0)


def _is_told_as_done_otherwise(asked: Asked, compared: Sequence[Compared]) -> bool:
    """Whether the sources tell what was done of the draft's indicator in its time, and never the draft's value."""
    done = [
        one
        for one in compared
        if one.told.row.status == "actual"
        and one.name == 1.0
        and set(one.fields) <= {"value"}
        and is_of_one_time(asked, one)
    ]
    meant = asked.near or asked.dated or _DONE.search(asked.told.clause) is not None
    return meant and bool(done) and all(one.value in _OTHERWISE for one in done)


def is_of_one_time(asked: Asked, one: Compared) -> bool:
    """Whether both values are told of one time, and a result is not held against a plan.

    An undated value of a year that is not over may be that of the year before; one that is nearly the source's, also
    the plan's of its own year, or what several years up to the last one came to.
    """
    drafted, row = asked.told.row, one.told.row
    over = drafted.period[:4] < drafted.date[:4]
    undated = not asked.dated and not can_be_told(asked.told)
    if one.same_period and drafted.period:
        planned = drafted.status == "target" or (drafted.status == "forecast" and not over)
        later = planned and row.date[:4] > drafted.date[:4]  # what came of a plan says nothing of it
        expected = row.status == "forecast" and row.date[:7] <= f"{row.period[:4]}-{_LAST_MONTH_OF_PLANS}"
        alike = planned == (row.status == "target" or expected)
        return alike or (asked.dated and not over and not later) or (undated and _is_nearly(one))
    if drafted.period and not undated:
        return False
    last = row.period.rpartition("/")[2] if _is_nearly(one) else row.period
    return row.status != "target" and year_of(last) == last[:4] == str(int(drafted.date[:4] or 0) - 1)


def _is_nearly(one: Compared) -> bool:
    """Whether a value is the draft's but for a slip of the pen."""
    return one.value in ("mistyped", "misrounded")


def _is_one_value(asked: Asked, best: Compared) -> bool:
    """Whether the values are one as they are printed: 6.5%以上 holds 6.9%, and says another thing."""
    if asked.told.digits == best.told.digits:
        return True
    told = (asked.told.row, best.told.row)
    loose = any(is_bound(row) or row.qualifier == "range" for row in told)
    return not loose and (asked.told.row.qualifier == "exact" or asked.told.telling >= TELLING)


def _is_another_value(asked: Asked, best: Compared, pool: Pool) -> bool:
    """A value nearly that of the source, or any other where the sources are of one mind about its indicator."""
    if best.value in ("mistyped", "misrounded"):
        return best.name >= ALIKE or best.company or best.words >= SURE_WORDS
    row = best.told.row
    if best.name < 1.0 or not all(agree(row, other) for other in pool.of_cell(row)):
        return False
    if asked.told.telling > 1 or is_bound(asked.told.row):
        return True
    return len(row.indicator) >= _LONG_NAME and (asked.dated or best.company)


def _is_that_of_another(asked: Asked, best: Compared, compared: Sequence[Compared]) -> bool:
    """Whether the value is that of another thing in the document that tells another one of the draft's indicator."""
    own = best.told.row
    return best.own_name >= SURE_NAME and any(
        one.value == "same"
        and one.told.digits == asked.told.digits
        and one.own_name < ALIKE
        and one.told.row.document_id == own.document_id
        and one.told.row.period == own.period
        for one in compared
        if asked.told.telling >= TELLING
    )


def _is_another_measure(asked: Asked, best: Compared, otherwise: bool) -> bool:
    share = "share" in (asked.told.row.measure, best.told.row.measure)  # 3% of prices may be their rise
    return share and best.own_name >= SURE_NAME and (asked.told.telling > 1 or is_bound(asked.told.row))


def _is_another_unit(asked: Asked, best: Compared, otherwise: bool) -> bool:
    telling = asked.told.telling
    if best.name >= SURE_NAME or (best.name >= ALIKE and telling >= TELLING):
        return True
    return telling > 1 and (best.company or best.words >= SURE_WORDS)


def _is_another_scope(asked: Asked, best: Compared, otherwise: bool) -> bool:
    own, other = asked.told.scope, best.told.scope
    if "whole" in (own, other) and best.name >= SURE_NAME:
        return bool(own and other) and (asked.told.telling > 1 or is_of_one_time(asked, best))
    if own and not other and not is_part(own):
        return otherwise  # a heading may say that a source's values are of one level of government
    if own not in ("", "whole") and own not in asked.told.clause:
        return otherwise  # one of a clause before may be the reader's
    return _is_another_indicator(asked, best, otherwise)


def _is_another_indicator(asked: Asked, best: Compared, otherwise: bool) -> bool:
    sure = best.name == 1.0 or best.company or best.words >= SURE_WORDS
    return asked.told.telling > 1 and (sure or otherwise)


def _is_another_place(asked: Asked, best: Compared, otherwise: bool) -> bool:
    return asked.told.telling > 1 and best.own_name >= SURE_NAME


def _is_another_period(asked: Asked, best: Compared, otherwise: bool) -> bool:
    if _spans(asked.told.row.period, best.told.row.period):
        return False  # “十四五”期间 beside 2025 may be one way of telling the last year's value
    if not asked.dated and best.told.row.period_kind == "year" and period_kind(asked.told.row.period) != "year":
        return False  # 上半年 of a sentence before may be over
    if asked.told.telling >= TELLING:
        return best.name >= ALIKE
    # A rate to be reached is often that of the year before.
    return asked.told.telling > 1 and best.name >= SURE_NAME and asked.told.row.status != "target"


def _spans(period: str, other: str) -> bool:
    """Whether a period of several years has the other's year in it."""
    first, _, last = period.partition("/")
    return bool(last) and bool(other) and first[:4] <= other[:4] <= last[:4] and first[:4] < last[:4]


_DECIDES: dict[str, Callable[[Asked, Compared, bool], bool]] = {
    "measure": _is_another_measure,
    "unit": _is_another_unit,
    "direction": _is_another_unit,
    "scope": _is_another_scope,
    "indicator": _is_another_indicator,
    "place": _is_another_place,
    "period": _is_another_period,
}
