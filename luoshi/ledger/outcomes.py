"""Targets beside their results: the same indicator, place and period, and whether the one met the other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import Connection

from luoshi.ledger.identity import place_of, polarity_of
from luoshi.ledger.schema import figures
from luoshi.ledger.series import SeriesRow, at_place, figures_told, series_order, told

Verdict = Literal["met", "missed", "open", "unclear"]

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
    query = figures_told().where(figures.c.status != "forecast", figures.c.period != "")
    if place:
        query = query.where(*at_place(place_of(place)))
    if year:
        query = query.where(figures.c.year == year)
    targets: list[SeriesRow] = []
    results: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in told(connection, query):
        if row.status == "target":
            targets.append(row)
        elif row.status == "actual":
            results[_cell(row)].append(row)
    return [_judged(target, results.get(_cell(target), [])) for target in sorted(targets, key=series_order)]


def _cell(row: SeriesRow) -> tuple[object, ...]:
    """What target and result must agree in."""
    return row.identity.key, row.identity.facets, row.place_code or row.place, row.period, row.measure


def _judged(target: SeriesRow, results: list[SeriesRow]) -> OutcomeRow:
    if not results:
        return OutcomeRow(target, None, "open", "账本中还没有结果 / no result in the ledger yet")
    result = max(results, key=lambda row: (row.date, row.document_id, row.start))
    verdict, rule = judge(target, result)
    return OutcomeRow(target, result, verdict, rule)


def judge(target: SeriesRow, result: SeriesRow) -> tuple[Verdict, str]:
    """Whether ``result`` meets ``target``, and the rule that says so, with its numbers.

    以上, 不低于: at least; 以内, 不超过: at most; a range: within it; 左右: no further off than
    :data:`ABOUT_POINTS` or :data:`ABOUT_PART`. A plain value is to be reached, or not to be passed where less
    is better (失业率). Passing a range or 左右 on the better side meets it.
    """
    if target.unit != result.unit:
        return "unclear", f"单位不同 / units differ: {target.unit} – {result.unit}"
    low, high = result.low, result.high
    if target.sign != result.sign and low is not None and high is not None:
        # A rise where a fall was planned is a fall of less than nothing.
        low, high = -high, -low
    elif target.sign != result.sign:
        return "unclear", "结果只有一端，方向又相反 / the result is open and goes the other way"
    less = polarity_of(target.identity) == "less" and target.sign != -1
    floor, ceiling = _bounds(target, less)
    below = "" if floor is None else f"≥ {floor:f}"
    above = "" if ceiling is None else f"≤ {ceiling:f}"
    rule = " 且 ".join(part for part in (below, above) if part)
    rule = f"{_NAMES[target.qualifier]}: {_interval(low, high)} {rule}"
    if (floor is not None and high is not None and high < floor) or (
        ceiling is not None and low is not None and low > ceiling
    ):
        return "missed", rule
    if (floor is None or (low is not None and low >= floor)) and (
        ceiling is None or (high is not None and high <= ceiling)
    ):
        return "met", rule
    return "unclear", rule


_NAMES = {
    "exact": "达到 / reach",
    "about": "左右 / about",
    "nearly": "近 / nearly",
    "over": "以上 / at least",
    "under": "以内 / at most",
    "range": "区间 / range",
}


def _bounds(target: SeriesRow, less: bool) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest value that meet a target; ``None`` where there is no such end."""
    low, high = target.low, target.high
    if target.qualifier == "over":
        return low, None
    if target.qualifier == "under":
        return None, high
    if target.qualifier in ("about", "nearly"):
        value = high if high is not None else low
        if value is not None:
            slack = ABOUT_POINTS if target.unit in ("%", "个百分点") else abs(value) * ABOUT_PART
            low, high = value - slack, value + slack
    return (None, high) if less else (low, None)


def _interval(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and low == high:
        return f"{low:f}"
    return f"{'' if low is None else f'{low:f}'}–{'' if high is None else f'{high:f}'}"
