"""Targets beside their results: the same indicator, place and period, and whether the one met the other."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Connection

from luoshi.knowledge.indicators import Polarity
from luoshi.ledger.identity import polarity
from luoshi.ledger.schema import figures
from luoshi.ledger.series import SeriesRow, at_place, figures_told, series_order, told

Verdict = Literal["met", "missed", "open", "unclear"]

_WHOLE_YEAR = re.compile(r"(?P<year>\d{4})(?:-01/(?P=year)-12|-01-01/(?P=year)-12-31|-12-31)")

#: How far 左右 reaches: half a point for a percentage, a twentieth of any other value.
ABOUT_POINTS, ABOUT_PART = Decimal("0.5"), Decimal("0.05")


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """A target beside its result (``None`` where there is none), the verdict, and the rule that gave it."""

    target: SeriesRow
    result: SeriesRow | None
    verdict: Verdict
    rule: str

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi outcomes --json`` prints it."""
        told_of_target = ("place", "place_code", "period", "indicator", "concept", "measure")
        return {name: getattr(self.target, name) for name in told_of_target} | {
            "verdict": self.verdict,
            "rule": self.rule,
            "target": self.target.to_json(),
            "result": self.result.to_json() if self.result else None,
        }


def outcomes(connection: Connection, place: str = "", year: str = "") -> list[OutcomeRow]:
    """Each target of a place (``""``: all) whose period ends in ``year`` (``""``: all), in the order of a series.

    Of several results the one of the latest document counts.
    """
    query = figures_told()
    if place:
        query = query.where(at_place(place))
    if year:
        query = query.where(figures.c.year == year)
    targets: list[SeriesRow] = []
    results: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in told(connection, query):
        if not row.period:
            continue
        if row.status == "target":
            targets.append(row)
        elif row.status == "actual":
            results[_cell(row)].append(row)
    return [_judged(target, results.get(_cell(target), [])) for target in sorted(targets, key=series_order)]


def _cell(row: SeriesRow) -> tuple[object, ...]:
    """What target and result must agree in.

    A year, its twelve months and its last day are one period here: which of them an indicator takes follows
    from the indicator.
    """
    whole_year = _WHOLE_YEAR.fullmatch(row.period)
    period = whole_year["year"] if whole_year else row.period
    return row.identity.key, row.identity.facets, row.place_code or row.place, period, row.measure


def _judged(target: SeriesRow, results: list[SeriesRow]) -> OutcomeRow:
    if not results:
        return OutcomeRow(target, None, "open", "账本中还没有结果 / no result in the ledger yet")
    result = max(results, key=lambda row: (row.date, row.document_id, row.start))
    verdict, rule = judge(target, result)
    return OutcomeRow(target, result, verdict, rule)


def judge(target: SeriesRow, result: SeriesRow) -> tuple[Verdict, str]:
    """Whether ``result`` meets ``target``, and the rule that says so, with its numbers.

    以上, 不低于: at least; 以内, 不超过: at most; a range: within it; 左右 and 近: no further off than
    :data:`ABOUT_POINTS` or :data:`ABOUT_PART`; a plain value: reached. Where the indicator scheme knows that
    more is better (or nothing), a plain value, a range or 左右 may be passed upwards; where less is better
    (失业率, 排名), downwards.
    """
    if target.unit != result.unit:
        return "unclear", f"单位不同 / units differ: {target.unit} – {result.unit}"
    low, high = result.low, result.high
    if target.sign != result.sign:
        # A rise where a fall was planned is a fall of less than nothing.
        low, high = (None if high is None else -high), (None if low is None else -low)
    floor, ceiling = _bounds(target)
    bounds = [f"{sign} {bound:f}" for sign, bound in (("≥", floor), ("≤", ceiling)) if bound is not None]
    rule = f"{_NAMES[target.qualifier]} {', '.join(bounds)}: {_interval(low, high)}"
    too_low = floor is not None and high is not None and high < floor
    too_high = ceiling is not None and low is not None and low > ceiling
    if too_low or too_high:
        return "missed", rule
    high_enough = floor is None or (low is not None and low >= floor)
    low_enough = ceiling is None or (high is not None and high <= ceiling)
    return "met" if bounds and high_enough and low_enough else "unclear", rule


_NAMES = {
    "exact": "达到 / reach",
    "about": "左右 / about",
    "nearly": "近 / nearly",
    "over": "以上 / at least",
    "under": "以内 / at most",
    "range": "区间 / range",
}


def _bounds(target: SeriesRow) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest value that meet a target; ``None`` where there is no such end."""
    low, high = target.low, target.high
    if target.qualifier in ("over", "under"):
        return low, high
    if target.qualifier in ("about", "nearly"):
        value = high if high is not None else low
        if value is not None:
            slack = ABOUT_POINTS if target.unit in ("%", "个百分点") else abs(value) * ABOUT_PART
            low, high = value - slack, value + slack
    better = _better(target)
    return None if better == "less" else low, None if better == "more" else high


def _better(target: SeriesRow) -> Polarity:
    """Which way a target may be passed; a planned fall is passed by a greater fall where less is better."""
    if target.measure == "rank":
        return "less"
    better = polarity(target.identity) or ("less" if target.sign == -1 else "more")
    if target.sign == -1 and better != "near":
        return "more" if better == "less" else "less"
    return better


def _interval(low: Decimal | None, high: Decimal | None) -> str:
    """A value, or two ends of which one may be open, as a rule tells it."""
    if low is not None and low == high:
        return f"{low:f}"
    return f"{'' if low is None else f'{low:f}'}–{'' if high is None else f'{high:f}'}"
