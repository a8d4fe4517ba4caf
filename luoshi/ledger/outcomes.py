"""Targets beside their results: the same indicator, place and period, and whether the one met the other.

    target   what a document sets for a period; the value in force is the last one set before the period's end
    result   what a document dated in the period's last month or later reports of it; the latest document counts
    readings values of the years on the way to a target that lies further off (“十四五” goals)

Only what is comparable is compared: growth with growth, a level with a level, within one unit. docs/outcomes.md
tells the rules with examples.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from luoshi.knowledge.indicators import Polarity, split_measure, stock
from luoshi.ledger.identity import compared_period, last_month, period_years, polarity
from luoshi.ledger.precision import half_unit, interval, shown
from luoshi.ledger.schema import corrections, figures, readings
from luoshi.ledger.series import (
    SeriesRow,
    agree,
    at_place,
    baseline,
    figures_told,
    of_indicator,
    series_order,
    signed_interval,
    subject,
    told,
)

Verdict = Literal["met", "missed", "open", "unclear"]
_MEASURES = {"level": "总量", "change": "增减", "growth": "增速", "share": "占比", "rank": "位次", "streak": "连续"}
_PERCENT = ("%", "个百分点")
_LISTED = 500  # values in one question to the database
_SHOWN = 3  # other values that a rule names; the row holds them all
_MOST_VALUES = 3  # of one name in one document; more are rows of a table under different heads
_STRICTLY = re.compile(r"低于|小于|少于|不到|高于|大于|多于")  # the bound itself does not meet such a target
_AVERAGE = re.compile(r"年均|平均每年|年平均")
# Their growth is told at constant prices, their levels at current ones: neither follows from the other.
_CONSTANT_PRICES = re.compile(r"生产总值|增加值|总产值")


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far 左右 and 近 reach: ``points`` for a percentage, ``part`` of any other value."""

    points: Decimal = Decimal("0.5")
    part: Decimal = Decimal("0.05")

    def of(self, value: Decimal, unit: str) -> Decimal:
        """The distance from ``value`` that still counts as about it."""
        return self.points if unit in _PERCENT else abs(value) * self.part


USUAL = Tolerance()


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """A target beside its result (``None`` where there is none), the verdict, and the rule that gave it.

    ``targets`` are all values that were set for the period, ``results`` all that were reported of it, each in
    the order of their documents' days; ``readings`` are the values of the years before the target's own.
    """

    target: SeriesRow
    result: SeriesRow | None
    verdict: Verdict
    rule: str
    targets: tuple[SeriesRow, ...] = ()
    results: tuple[SeriesRow, ...] = ()
    readings: tuple[SeriesRow, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi outcomes --json`` prints it."""
        named = ("place", "place_code", "period", "indicator", "concept", "measure")
        return {name: getattr(self.target, name) for name in named} | {
            "verdict": self.verdict,
            "rule": self.rule,
            "target": self.target.to_json(),
            "result": self.result.to_json() if self.result else None,
            "targets": [row.to_json() for row in self.targets],
            "results": [row.to_json() for row in self.results],
            "readings": [row.to_json() for row in self.readings],
        }


class _Value(NamedTuple):
    """A value to be judged: its ends, and whether they come from the printed words or were worked out."""

    low: Decimal | None
    high: Decimal | None
    derived: bool = False


def outcomes(
    connection: Connection,
    place: str = "",
    year: str = "",
    indicator: str = "",
    tolerance: Tolerance = USUAL,
    readings_of: Collection[int] = (),
    on: str = "",
) -> list[OutcomeRow]:
    """Each target of a place (``""``: all) whose period ends in ``year`` (``""``: all), in the order of a series.

    ``indicator`` is a name as for :func:`~luoshi.ledger.series.series`. With ``readings_of``, numbers of readings,
    outcomes of what these readings do not speak of may be left out. Documents after the ISO day ``on`` are not counted.
    """
    wanted = _wanted(place, indicator)
    if on:
        wanted = wanted.where(readings.c.date <= on)
    targets = _targets(connection, wanted, indicator, year, readings_of)
    targets = [row for row in targets if not year or _ends_in(row.period, year)]
    if not targets:
        return []
    known = _Known(_results(connection, _reported(connection, wanted, targets, year)))
    rows = [_outcome(same, known, tolerance) for same in _cells(targets).values()]
    return sorted(rows, key=lambda row: series_order(row.target))


def untargeted(connection: Connection, place: str = "", year: str = "", indicator: str = "") -> list[SeriesRow]:
    """Results of whole years for which the ledger holds no target, of indicators with a target for another year.

    The arguments are those of :func:`outcomes`. Where there is no target there is nothing to judge: absent is
    not failed.
    """
    wanted = _wanted(place, indicator)
    stated = _targets(connection, wanted, indicator)
    targeted = {_target_cell(row) for row in stated}
    kinds = {(subject(row), row.measure, row.unit) for row in stated if row.period_kind in ("year", "point")}
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    if kinds:
        reported = _results(connection, _reported(connection, wanted, stated, year))
        for row, is_result in sorted(reported, key=lambda pair: _order(pair[0])):
            period = compared_period(row.period)
            fits = (subject(row), row.measure, row.unit) in kinds and re.fullmatch(r"\d{4}", period) is not None
            if fits and is_result and year in ("", period) and _target_cell(row) not in targeted:
                cells[_target_cell(row)].append(row)
    return sorted((_counting(rows) for rows in cells.values()), key=series_order)


def _targets(
    connection: Connection, wanted: Select[Any], indicator: str, year: str = "", readings_of: Collection[int] = ()
) -> list[SeriesRow]:
    query = wanted.where(_maybe(figures.c.status == "target"))
    if year:
        query = query.where(figures.c.year == year)
    if 0 < len(readings_of) <= _LISTED:
        for column in (figures.c.indicator_key, figures.c.place_name):
            spoken_of = select(column).where(figures.c.reading_id.in_(sorted(readings_of)))
            query = query.where(column.in_(spoken_of.correlate(None)))
    _, movement = split_measure(indicator)
    rows = told(connection, query)
    return [row for row in rows if row.status == "target" and row.period and movement in ("", row.measure)]


def _maybe(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """A condition on figures as they were read, or any figure of a document in which something was corrected."""
    return or_(condition, readings.c.document_id.in_(select(corrections.c.document_id)))


def _wanted(place: str, indicator: str) -> Select[Any]:
    query = figures_told()
    if place:
        query = query.where(at_place(place))
    if indicator:
        name, movement = split_measure(indicator)
        query = query.where(of_indicator(name if movement else indicator))
    return query


def _ends_in(period: str, year: str) -> bool:
    years = period_years(period)
    return years is not None and f"{years[1]:04}" == year


def _reported(connection: Connection, wanted: Select[Any], targets: Sequence[SeriesRow], year: str) -> list[SeriesRow]:
    """What is reported of the targets' indicators in the years that matter to them."""
    query = wanted.where(_maybe(figures.c.status != "target"))
    if year:
        first = min((_first_year(row) for row in targets), default=int(year)) - 1
        query = query.where(figures.c.year.between(f"{max(first, 0):04}", year))
    keys = sorted({row.identity.key for row in targets})
    if len(keys) <= _LISTED:
        query = query.where(figures.c.indicator_key.in_(keys))
    return [row for row in told(connection, query) if row.status != "target" and row.period]


def _first_year(target: SeriesRow) -> int:
    """The first year whose values say something of the target."""
    first, last = period_years(target.period) or (0, 0)
    return min(first, int(target.date[:4])) if target.date and int(target.date[:4]) < last else first


def _target_cell(row: SeriesRow) -> tuple[object, ...]:
    return (*subject(row), compared_period(row.period), row.measure, baseline(row))


def _cells(rows: Iterable[SeriesRow]) -> dict[tuple[object, ...], list[SeriesRow]]:
    """Targets by what they are about; those whose unit differs are other targets (亿元 beside %)."""
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in sorted(rows, key=_order):
        cells[*_target_cell(row), row.unit].append(row)
    return cells


def _order(row: SeriesRow) -> tuple[str, str, int]:
    return row.date, row.document_id, row.start


def _results(connection: Connection, rows: Sequence[SeriesRow]) -> list[tuple[SeriesRow, bool]]:
    """The rows, and of each whether it tells what came of its period.

    That is what was measured, in a document of the period's last month or later. A document without a day is
    taken to be of the year for which it sets most of its targets.
    """
    years: dict[str, str] = {}
    undated = sorted({row.document_id for row in rows if not row.date})
    for at in range(0, len(undated), _LISTED):
        counted = connection.execute(
            select(readings.c.document_id, figures.c.period, func.count().label("number"))
            .join(readings, readings.c.id == figures.c.reading_id)
            .where(readings.c.document_id.in_(undated[at : at + _LISTED]), readings.c.superseded_by.is_(None))
            .where(figures.c.status == "target", func.length(figures.c.period) == 4)
            .group_by(readings.c.document_id, figures.c.period)
        ).all()
        for row in sorted(counted, key=lambda row: (row.number, row.period)):
            years[row.document_id] = row.period
    return [(row, row.status == "actual" and last_month(row.period) <= _month(row, years)) for row in rows]


def _month(row: SeriesRow, years: dict[str, str]) -> str:
    """The month of a row's document, as far as it is known: the last that may be reported there."""
    return row.date[:7] or (f"{years[row.document_id]}-01" if row.document_id in years else "9999")


class _Known:
    """Reported values, found by what they are about."""

    def __init__(self, rows: Iterable[tuple[SeriesRow, bool]]) -> None:
        self._results: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        self._others: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        for row, is_result in sorted(rows, key=lambda pair: _order(pair[0])):
            years = period_years(row.period)
            if is_result:
                self._results[*subject(row), compared_period(row.period)].append(row)
            if years and (not is_result or row.period_kind == "to date"):
                self._others[*subject(row), years[1]].append(row)

    def of_period(self, target: SeriesRow, period: str) -> list[SeriesRow]:
        """What is reported of the target's subject for a period, once the period is over."""
        return self._results.get((*subject(target), period), [])

    def earlier(self, target: SeriesRow) -> list[SeriesRow]:
        """Forecasts and values to date for the target's period."""
        years = period_years(target.period)
        found = self._others.get((*subject(target), years[1]), ()) if years else ()
        return [row for row in found if _comparable(target, row)]


def _comparable(target: SeriesRow, row: SeriesRow) -> bool:
    """Whether target and row measure in one way; a rate and a share in per cent do."""
    same = row.measure == target.measure or (
        row.unit == target.unit == "%" and {row.measure, target.measure} == {"level", "share"}
    )
    return same and baseline(row) == baseline(target)


def _outcome(stated: list[SeriesRow], known: _Known, tolerance: Tolerance) -> OutcomeRow:
    """The outcome of one cell, whose targets are ``stated`` in the order of their documents' days."""
    targets = _distinct(stated)
    end = last_month(stated[0].period)
    in_time = [row for row in targets if row.date[:7] <= end] or targets[:1]
    target = _in_force(in_time)
    moved = _moved(in_time)
    found = known.of_period(target, compared_period(target.period))
    results = [row for row in found if _comparable(target, row)]
    readings = _readings(target, known)
    told_rows = {"targets": tuple(targets), "results": tuple(results), "readings": tuple(readings)}
    if results:
        result = _counting(results)
        verdict, rule = judge(target, result, tolerance)
        number = sum(row.document_id == target.document_id for row in in_time)
        if number > _MOST_VALUES:
            verdict = "unclear"
            moved = (
                f"{target.document} 中有 {number} 个同名目标，不知何者为准 / {number} targets of one name; the first: "
            )
        return OutcomeRow(target, result, verdict, moved + rule + _others(result, results), **told_rows)
    worked_out = _derived(target, found, readings, known)
    if worked_out:
        result, value, how = worked_out
        verdict, rule = _judged(target, value, tolerance)
        return OutcomeRow(target, result, verdict, f"{moved}{rule} {how}", **told_rows)
    found = [row for row in found if row.measure not in ("rank", "streak")]
    if found and target.measure not in ("rank", "streak"):
        result = found[-1]
        return OutcomeRow(target, result, "unclear", moved + _incomparable(target, result), **told_rows)
    return OutcomeRow(target, None, "open", moved + _open(target, readings, known), **told_rows)


def _distinct(rows: Iterable[SeriesRow]) -> list[SeriesRow]:
    """One row for each value that was stated: the first document that says it, its fullest words.

    In one document a value said twice (headline, text, table) is one; in later documents only another value is new.
    """
    kept: list[SeriesRow] = []
    for row in rows:
        same = next((at for at in reversed(range(len(kept))) if _same_target(kept[at], row)), None)
        if same is None or (same < len(kept) - 1 and kept[-1].document_id != row.document_id):
            kept.append(row)
        elif kept[same].document_id == row.document_id and _fullness(row) > _fullness(kept[same]):
            kept[same] = row
    return kept


def _in_force(targets: Sequence[SeriesRow]) -> SeriesRow:
    """The target of the latest document; of several values in it the first, or what that is raised or lowered to.

    由240元提高到280元 names both in one sentence; another value further on is of another scope more often.
    """
    latest = [row for row in targets if row.document_id == targets[-1].document_id]
    return [row for row in latest if row.sentence == latest[0].sentence][-1]


def _same_target(one: SeriesRow, other: SeriesRow) -> bool:
    """Whether two statements name one value; a headline may leave out 以上, 左右."""
    if one.sign != other.sign:
        return False
    ends = [{end for end in (row.low, row.high) if end is not None} for row in (one, other)]
    if ends[0] == ends[1] or one.qualifier != other.qualifier:
        return ends[0] == ends[1]
    # 3万人以上 and 3.5万人以上 have values in common, and are two targets: their bounds are compared.
    return _same_end(one, one.low, other, other.low) and _same_end(one, one.high, other, other.high)


def _same_end(one: SeriesRow, end: Decimal | None, other: SeriesRow, other_end: Decimal | None) -> bool:
    """Whether two bounds are one but for rounding; ``None`` is an open end."""
    if end is None or other_end is None:
        return end is other_end
    return end == other_end or abs(end - other_end) < half_unit(one.quote, end) + half_unit(other.quote, other_end)


def _fullness(row: SeriesRow) -> tuple[int, int, int]:
    """How much the words around a figure say: a bound, digits, the length of its sentence."""
    value = row.low if row.low is not None else row.high
    digits = -half_unit(row.quote, value).adjusted() if value is not None else 0
    return int(row.qualifier != "exact"), digits, len(row.sentence)


def _moved(targets: Sequence[SeriesRow]) -> str:
    """How a target was raised or lowered during its period, in words; empty where it was not."""
    words: list[str] = []
    for before, after in pairwise(targets):
        ends = [next((end for end in (row.low, row.high) if end is not None), None) for row in (before, after)]
        if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            continue
        how = "上调 raised" if ends[1] * (after.sign or 1) > ends[0] * (before.sign or 1) else "下调 lowered"
        if before.document_id == after.document_id:
            how = "另说 also stated"
        words.append(f"目标{how} {before.quote} → {after.quote}{_day(after)}; ")
    more = len(words) - _SHOWN
    return "".join(words[-_SHOWN:]) + (f"此前另有 {more} 个 / {more} more before; " if more > 0 else "")


def _counting(results: Sequence[SeriesRow]) -> SeriesRow:
    """The result that counts: of the latest document; where another says the same with more digits, that one."""
    latest = [row for row in results if (row.date, row.document_id) == (results[-1].date, results[-1].document_id)]
    # Within one document the first to say it in full; what follows are details of another scope more often.
    counting = max(latest, key=lambda row: (row.qualifier == "exact", _fullness(row)[1], -row.start))
    if counting.qualifier != "exact":
        exact = [row for row in results if row.qualifier == "exact" and agree(row, counting)]
        counting = exact[-1] if exact else counting
    return counting


def _others(result: SeriesRow, results: Sequence[SeriesRow]) -> str:
    """The other values that were reported, in words."""
    others = list(
        dict.fromkeys(
            f"{_value(row)}{_day(row)}" for row in results if row.unit == result.unit and not agree(row, result)
        )
    )
    more = len(others) - _SHOWN
    words = ", ".join(others[-_SHOWN:]) + (f" 等 {len(others)} 个 / of {len(others)}" if more > 0 else "")
    return f"; 另有结果 also reported: {words}" if others else ""


def _day(row: SeriesRow) -> str:
    return f" ({row.date})" if row.date else ""


def _value(row: SeriesRow) -> str:
    return ("-" if row.sign == -1 else "") + _interval(row.low, row.high)


def _readings(target: SeriesRow, known: _Known) -> list[SeriesRow]:
    """The values of the years on the way to a target that was set before its last year, one for each year."""
    years = period_years(target.period)
    if years is None:
        return []
    found = []
    last = years[1] if years[0] < years[1] else years[1] - 1
    for year in range(_first_year(target), last + 1):
        results = [row for row in known.of_period(target, f"{year:04}") if _comparable(target, row)]
        if results:
            found.append(_counting(results))
    return found


def _derived(
    target: SeriesRow, found: Sequence[SeriesRow], readings: Sequence[SeriesRow], known: _Known
) -> tuple[SeriesRow, _Value, str] | None:
    """A result that follows from others: a level from last year's and a growth, a span from its years."""
    years = period_years(target.period)
    if years is None:
        return None
    if years[0] < years[1]:
        return _of_all_years(target, years, readings)
    if target.measure != "level" or _CONSTANT_PRICES.search(target.identity.key + target.indicator):
        return None
    growths = [row for row in found if row.measure == "growth" and row.qualifier == "exact" and not baseline(row)]
    before = [
        row
        for row in known.of_period(target, f"{years[0] - 1:04}")
        if row.measure == "level" and row.unit == target.unit and row.qualifier == "exact"
    ]
    if not growths or not before or compared_period(target.period) != f"{years[0]:04}":
        return None
    growth, level = _counting(growths), _counting(before)
    if growth.unit != "%":
        return None
    low, high = signed_interval(growth)
    least, most = interval(level.quote, level.low, level.high)
    if low is None or high is None or least is None or most is None:
        return None
    value = _Value(least * (1 + low / 100), most * (1 + high / 100), derived=True)
    how = f"(由{level.period}年 {_value(level)} 与增速 {_value(growth)}% 推算 / from a level and a growth)"
    return growth, value, how


def _of_all_years(
    target: SeriesRow, years: tuple[int, int], readings: Sequence[SeriesRow]
) -> tuple[SeriesRow, _Value, str] | None:
    """What a span of years comes to: its last value for a stock or rate, else the sum or compound of all its years."""
    if _at_a_point(target):
        if not readings or compared_period(readings[-1].period) != str(years[1]):
            return None
        last = readings[-1]
        return last, _Value(last.low, last.high), "(期末年份的值 / the value of the last year)"
    wanted = [str(year) for year in range(years[0], years[1] + 1)]
    if [compared_period(row.period) for row in readings] != wanted or any(r.unit != target.unit for r in readings):
        return None
    ends = [signed_interval(row) for row in readings]
    if any(low is None or high is None for low, high in ends):
        return None
    both = [(low or Decimal(0), high or Decimal(0)) for low, high in ends]
    words = "、".join(_value(row) for row in readings)
    if target.measure == "level":
        value = _Value(sum((low for low, _ in both), Decimal(0)), sum((high for _, high in both), Decimal(0)), True)
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
    return readings[-1], _Value((powers[0] - 1) * 100, (powers[1] - 1) * 100, True), f"({name}: {words})"


def _at_a_point(target: SeriesRow) -> bool:
    """Whether a goal for several years is reached in the last of them: a stock, a rate, a value for each of a unit."""
    if target.measure not in ("level", "share"):
        return False
    return target.unit in _PERCENT or "/" in target.unit or stock(target.indicator)


def _incomparable(target: SeriesRow, result: SeriesRow) -> str:
    """Why a value of the target's own subject and period can't be held against it."""
    if result.measure == target.measure:
        return f"比较基期不同 / measured against different bases: {target.basis or '上年'} – {result.basis or '上年'}"
    return (
        f"目标是{_MEASURES[target.measure]}，结果是{_MEASURES[result.measure]}，不可比 / "
        f"the target is a {target.measure}, the result a {result.measure}"
    )


def _open(target: SeriesRow, readings: Sequence[SeriesRow], known: _Known) -> str:
    """Why there is no verdict yet, with what is known on the way."""
    rule = "账本中还没有结果 / no result in the ledger yet"
    if readings:
        return f"{rule}; 进度 so far: {', '.join(f'{row.period} {_value(row)}' for row in readings)}"
    if earlier := known.earlier(target):
        row = earlier[-1]
        kind = "预计 forecast" if row.status == "forecast" else "进度 so far"
        return f"{rule}; {kind}: {row.period} {_value(row)}{_day(row)}"
    return rule


def judge(target: SeriesRow, result: SeriesRow, tolerance: Tolerance = USUAL) -> tuple[Verdict, str]:
    """Whether ``result`` meets ``target``, and the rule that says so, with its numbers.

    以上, 不低于: at least; 以内, 不超过: at most; 低于, 高于: less, more than; a range: within it; 左右 and 近: no
    further off than ``tolerance``; a plain value: reached. Where the indicator scheme knows that more is better
    (or nothing), a plain value, a range or 左右 may be passed upwards; where less is better (失业率, 物价, 排名),
    downwards.
    """
    if target.unit != result.unit:
        return "unclear", f"单位不同 / units differ: {target.unit} – {result.unit}"
    low, high = result.low, result.high
    if target.sign != result.sign:
        # A rise where a fall was planned is a fall of less than nothing.
        low, high = (None if high is None else -high), (None if low is None else -low)
    return _judged(target, _Value(low, high), tolerance)


def _judged(target: SeriesRow, value: _Value, tolerance: Tolerance) -> tuple[Verdict, str]:
    low, high = value.low, value.high
    if value.derived and target.sign == -1:
        low, high = (None if high is None else -high), (None if low is None else -low)
    better = _better(target)
    floor, ceiling, slack = _bounds(target, better, tolerance)
    strict = target.qualifier in ("over", "under") and _STRICTLY.match(target.quote) is not None
    signs = (">", "<") if strict else ("≥", "≤")
    ends = [f"{sign} {shown(end)}" for sign, end in zip(signs, (floor, ceiling), strict=True) if end is not None]
    name = _NAMES[target.qualifier] + (f" ±{shown(slack)}" if slack else "")
    which = "越低越好 less is better, " if better == "less" and target.qualifier in ("exact", "about", "range") else ""
    rule = f"{name} {which}{', '.join(ends)}: {_interval(low, high)}"
    too_low = floor is not None and high is not None and (high < floor or (strict and high == floor))
    too_high = ceiling is not None and low is not None and (low > ceiling or (strict and low == ceiling))
    if too_low or too_high:
        return "missed", rule
    high_enough = floor is None or (low is not None and low >= floor)
    low_enough = ceiling is None or (high is not None and high <= ceiling)
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
    return _bounds(target, _better(target), tolerance)[:2]


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
            slack = tolerance.of(value, target.unit)
            low, high = value - slack, value + slack
    return (None if better == "less" else low), (None if better == "more" else high), slack


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
        return shown(low)
    if low is None or high is None:
        return f"≥{shown(low)}" if low is not None else f"≤{shown(high)}" if high is not None else "—"
    return f"{shown(low)}–{shown(high)}"
