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
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from luoshi.knowledge.indicators import Polarity, split_measure, stock
from luoshi.ledger.identity import (
    IndicatorKey,
    compared_period,
    indicator_key,
    last_month,
    period_years,
    polarity,
)
from luoshi.ledger.likeness import like_names, parts_of, same_unit
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
# A level of the one is a fall of the other: 10万人脱贫, 农村贫困人口减少10万人.
_FALL_OF = {"people_lifted_from_poverty": "rural_poor"}
_STEEP = 10  # per cent
_AVERAGE = re.compile(r"年均|平均每年|年平均")
_HELD_DOWN = re.compile(
    r"(?:控制[在到]|(?:下降|降低|减少|压缩|压减|压降|缩短|缩减|精简)[到至为]|[降压减][到至为低])(?:人均|平均|每[人户年])?\Z"
)
_MEAN_BEFORE = re.compile(
    r"(?:年均|平均每年)(?:实际|名义|分别)*(?:增长|增加|提高|上升|上涨|增速|增幅|下降|降低|减少)(?:达到?|为|约|近|超过?)?\Z"
)
# Their growth is told at constant prices, their levels at current ones: neither follows from the other.
_CONSTANT_PRICES = re.compile(r"生产总值|增加值|总产值")
_AT_PRICES = re.compile(r"按(?:照)?(?:\d{4}年)?(?:不变|可比)?价格?(?:计算|核算)")
# A second value for a target, to be striven for where the first is to be reached: 6%以上、│力争│6.5%.
_FURTHER = re.compile(r"力争|争取|奋斗|冲刺")
_NEAR = 24  # characters between a target and the further one
_SINCE_YEAR = re.compile(r"(?:比|较|与)(\d{4})年(?:末|底)?(?:相比)?")
_SINCE_PLAN = re.compile(r"(?:比|较|与)“?(十[一二三四五六七八九]?)五”?(?:时期|期间|期|规划)?末?(?:相比)?")
_LAST_YEARS = {f"十{number}": 2005 + 5 * at for at, number in enumerate(("", *"一二三四五六七八九"))}


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far 左右 and 近 reach: ``points`` for a percentage, ``part`` of any other value.

    Of a growth beyond :data:`_STEEP` % it is the wider of the two: 20%左右 reaches a point, 6%左右 half a point.
    """

    points: Decimal = Decimal("0.5")
    part: Decimal = Decimal("0.05")

    def of(self, value: Decimal, unit: str, measure: str = "level") -> Decimal:
        """The distance from ``value`` that still counts as about it."""
        part = abs(value) * self.part
        if unit not in _PERCENT:
            return part
        return max(self.points, part) if measure == "growth" and abs(value) > _STEEP else self.points


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

    def as_told(self) -> OutcomeRow:
        """The row with no other days than those that its documents give."""
        return replace(
            self,
            target=_as_told(self.target),
            result=_as_told(self.result) if self.result else None,
            targets=tuple(map(_as_told, self.targets)),
            results=tuple(map(_as_told, self.results)),
            readings=tuple(map(_as_told, self.readings)),
        )

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
    # A like name, or a part of a joint one, tells of a target under another indicator.
    query = wanted
    if indicator and any(_others_keys(row) for row in targets):
        query = _wanted(place, "").where(readings.c.date <= on) if on else _wanted(place, "")
    known = _Known(_results(_reported(connection, query, targets, year)), targets)
    rows = [row.as_told() for same in _cells(targets).values() for row in _outcomes(same, known, tolerance)]
    return sorted(rows, key=lambda row: series_order(row.target))


def _others_keys(target: SeriesRow) -> list[IndicatorKey]:
    """Indicators besides the target's own that may tell what came of it."""
    keys = [*like_names(target.indicator), *(indicator_key(part) for part in parts_of(target.indicator))]
    if target.indicator.startswith("新增"):
        keys.append(indicator_key(target.indicator.removeprefix("新增")))
    elif target.measure == "level" and target.identity != indicator_key(target.indicator, target.concept):
        keys.append(indicator_key(target.indicator))
    return [*keys, *(IndicatorKey(one, "", one) for one, other in _FALL_OF.items() if other == target.identity.key)]


def _as_compared(row: SeriesRow) -> SeriesRow:
    """A row in the form in which it is compared: of several ways to tell one thing, one.

    A count of those who left a state is the fall of those in it (:data:`_FALL_OF`), what a stock gains
    in a year (高标准农田新增50万亩) the count of what is new, where the indicator scheme knows that.
    """
    if row.measure == "change" and row.sign == 1 and not baseline(row) and not row.indicator.startswith("新增"):
        new = indicator_key(f"新增{row.indicator}")
        if new.concept and new.concept != row.identity.concept:
            return replace(row, identity=new, measure="level", sign=None)
    other = _FALL_OF.get(row.identity.key)
    if other is None or row.measure != "level":
        return row
    return replace(row, identity=IndicatorKey(other, row.identity.facets, other), measure="change", sign=-1)


def _outcomes(stated: list[SeriesRow], known: _Known, tolerance: Tolerance) -> list[OutcomeRow]:
    """The outcome of one cell; of a joint target (二氧化硫、氮氧化物排放量) those of its parts that are reported."""
    whole = _outcome(stated, known, tolerance)
    if whole.result is not None:
        return [whole]
    parts = [
        _outcome([replace(row, indicator=part, identity=indicator_key(part)) for row in stated], known, tolerance)
        for part in parts_of(stated[0].indicator)
    ]
    return parts if any(row.result for row in parts) else [whole]


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
        reported = _results(_reported(connection, wanted, stated, year))
        for row, is_result in sorted(reported, key=lambda pair: _order(pair[0])):
            period = compared_period(row.period)
            fits = (subject(row), row.measure, row.unit) in kinds and re.fullmatch(r"\d{4}", period) is not None
            if fits and is_result and year in ("", period) and _target_cell(row) not in targeted:
                cells[_target_cell(row)].append(row)
    return sorted((_as_told(_counting(rows)) for rows in cells.values()), key=series_order)


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
    rows = [row for row in told(connection, query) if row.status == "target" and row.period]
    return [_as_compared(row) for row in _dated(connection, rows) if movement in ("", row.measure)]


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
    keys = sorted({key.key for row in targets for key in (row.identity, *_others_keys(row))})
    if len(keys) <= _LISTED:
        query = query.where(figures.c.indicator_key.in_(keys))
    rows = [row for row in told(connection, query) if row.status != "target" and row.period]
    return [_as_compared(row) for row in _dated(connection, rows)]


def _first_year(target: SeriesRow) -> int:
    """The first year whose values say something of the target."""
    first, last = period_years(_held(target)[0]) or (0, 0)
    return min(first, int(target.date[:4])) if target.date and int(target.date[:4]) < last else first


def _target_cell(row: SeriesRow) -> tuple[object, ...]:
    return (*subject(row), *_held(row), row.measure)


def _held(row: SeriesRow) -> tuple[str, str]:
    """The period that a value is compared over, and what it is measured against, ``""`` for the year before it.

    A growth over an earlier year (2025年比2020年下降14%, “十四五”末比“十三五”末) is one over the years between, and
    so is one set years before (到2025年下降14%) against which nothing is said.
    """
    period, against = compared_period(row.period), baseline(row)
    if row.measure not in ("growth", "change") or not re.fullmatch(r"\d{4}", period):
        return period, against
    if against == "年初":
        return period, ""  # over a whole year the same as over the year before
    since = _SINCE_YEAR.fullmatch(against)
    plan = _SINCE_PLAN.fullmatch(against)
    first = int(since[1]) + 1 if since else _LAST_YEARS[plan[1]] + 1 if plan else 0
    if not against and row.status == "target" and row.date and int(period) > int(row.date[:4]) + 1:
        first = int(row.date[:4])
    return (f"{first}/{period}", "") if 0 < first < int(period) else (period, against)


def _cells(rows: Iterable[SeriesRow]) -> dict[tuple[object, ...], list[SeriesRow]]:
    """Targets by what they are about; those whose unit differs are other targets (亿元 beside %)."""
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in sorted(rows, key=_order):
        cells[*_target_cell(row), row.unit].append(row)
    return cells


def _order(row: SeriesRow) -> tuple[str, str, int]:
    return row.date, row.document_id, row.start


def _dated(connection: Connection, rows: list[SeriesRow]) -> list[SeriesRow]:
    """The rows, those of a document without a day in January of the year for which it sets most of its targets.

    A month and no day, so that it can be told from a date that a document gives (:func:`_as_told`).
    """
    undated = sorted({row.document_id for row in rows if not row.date})
    years: dict[str, str] = {}
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
    if not years:
        return rows
    return [
        replace(row, date=f"{years[row.document_id]}-01") if not row.date and row.document_id in years else row
        for row in rows
    ]


def _as_told(row: SeriesRow) -> SeriesRow:
    """A row without the month that :func:`_dated` gave it."""
    return replace(row, date="") if len(row.date) == len("2025-01") else row


def _results(rows: Sequence[SeriesRow]) -> list[tuple[SeriesRow, bool]]:
    """The rows, and of each whether it tells what came of its period.

    That is what was measured, in a document of the period's last month or later; not a mean of several years.
    """
    return [
        (
            row,
            row.status == "actual" and last_month(row.period) <= (row.date[:7] or "9999") and not _yearly_mean(row),
        )
        for row in rows
    ]


def _yearly_mean(row: SeriesRow) -> bool:
    """Whether a growth told of one year is a yearly mean of years that the text does not name (平均每年增长8%)."""
    if row.measure not in ("growth", "change") or row.period_kind == "span":
        return False
    return _MEAN_BEFORE.search(_words_before(row)) is not None


def _words_before(row: SeriesRow) -> str:
    """The words of a row's sentence before its quote; where it stands twice, before the first."""
    return row.sentence[: max(0, row.sentence.find(row.quote))]


class _Known:
    """Reported values, found by what they are about; ``planned`` has what a level was set for."""

    def __init__(self, rows: Iterable[tuple[SeriesRow, bool]], targets: Iterable[SeriesRow]) -> None:
        self.planned = {(*subject(row), _held(row)[0]) for row in targets if row.measure == "level"}
        self._results: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        self._others: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        for row, is_result in sorted(rows, key=lambda pair: _order(pair[0])):
            years = period_years(row.period)
            if is_result:
                self._results[*subject(row), _held(row)[0]].append(row)
            if years and (not is_result or row.period_kind == "to date"):
                self._others[*subject(row), years[1]].append(row)

    def of_period(self, target: SeriesRow, period: str) -> list[SeriesRow]:
        """What is reported of the target's subject for a period, once the period is over."""
        return self._results.get((*subject(target), period), [])

    def like(self, target: SeriesRow) -> list[SeriesRow]:
        """What is reported of the target's thing under another name, as far as it is measured in one way."""
        place = subject(target)[2]
        for key in like_names(target.indicator):
            found = self._results.get((key.key, key.facets, place, _held(target)[0]), ())
            comparable = [
                row for row in found if _comparable(target, row) and same_unit(row.indicator, target.unit, row.unit)
            ]
            if comparable:
                return comparable
        return []

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
    return same and _held(row)[1] == _held(target)[1]


def _outcome(stated: list[SeriesRow], known: _Known, tolerance: Tolerance) -> OutcomeRow:
    """The outcome of one cell, whose targets are ``stated`` in the order of their documents' days."""
    targets = _distinct(stated)
    end = last_month(stated[0].period)
    in_time = [row for row in targets if row.date[:7] <= end]
    if not in_time:  # a budget's paper tells last year's plan in one row, first made and then adjusted
        first = targets[0]
        in_time = [row for row in targets if (row.document_id, row.sentence) == (first.document_id, first.sentence)]
    further = _further(in_time)
    target = _in_force([row for row in in_time if row is not further])
    moved = _moved([row for row in in_time if row is not further])
    found = known.of_period(target, _held(target)[0])
    alike = [] if found else known.like(target)
    results = alike or [row for row in found if _comparable(target, row)]
    readings = _readings(target, known)
    told_rows = {"targets": tuple(targets), "results": tuple(results), "readings": tuple(readings)}
    if results:
        result = _counting(results)
        verdict, rule = judge(target, result, tolerance)
        if target.measure == "level" and _AT_PRICES.search(target.sentence):
            verdict, rule = "unclear", "目标按某年价格计算 / the target is at the prices of one year"
        if further is not None:
            rule += f"; 力争 striven for {further.quote}: {judge(further, result, tolerance)[0]}"
        if alike:
            rule += f"; 名称相近 told as {result.indicator}"
        number = sum(row.document_id == target.document_id for row in targets)
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


def _further(targets: Sequence[SeriesRow]) -> SeriesRow | None:
    """The value that a target's sentence wants striven for beyond the one to be reached (6%以上、力争6.5%)."""
    for first, second in pairwise(targets):
        if first.document_id != second.document_id or not 0 <= second.start - first.end <= _NEAR:
            continue
        at = second.sentence.find(first.quote)
        between = second.sentence[at + len(first.quote) : at + second.start - first.start] if at >= 0 else ""
        if _FURTHER.search(between):
            return second
    return None


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
    day = _as_told(row).date
    return f" ({day})" if day else ""


def _value(row: SeriesRow) -> str:
    return ("-" if row.sign == -1 else "") + _interval(row.low, row.high)


def _readings(target: SeriesRow, known: _Known) -> list[SeriesRow]:
    """The values of the years on the way to a target that was set before its last year, one for each year."""
    years = period_years(_held(target)[0])
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
    years = period_years(_held(target)[0])
    if years is None:
        return None
    if years[0] < years[1]:
        return _of_all_years(target, years, readings)
    if target.measure == "change":
        return _moved_since(target, years[0], found, known)
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


def _moved_since(
    target: SeriesRow, year: int, found: Sequence[SeriesRow], known: _Known
) -> tuple[SeriesRow, _Value, str] | None:
    """How far a level moved since last year's, where a change was planned (比上年增加20万套).

    Not where the level was planned too: the step is then one from last year's plan, as of a budget.
    """
    if (*subject(target), _held(target)[0]) in known.planned:
        return None
    levels = [
        [row for row in rows if row.measure == "level" and row.qualifier == "exact"]
        for rows in (found, known.of_period(target, f"{year - 1:04}"))
    ]
    if not all(levels) or baseline(target) or compared_period(target.period) != f"{year:04}":
        return None
    now, before = _counting(levels[0]), _counting(levels[1])
    if {now.unit, before.unit} != {target.unit} and not (now.unit == before.unit == "%" and target.unit in _PERCENT):
        return None
    (low, high), (least, most) = (interval(row.quote, row.low, row.high) for row in (now, before))
    if low is None or high is None or least is None or most is None:
        return None
    how = f"(由{before.period}年 {_value(before)} 推算 / from two levels: {_value(now)} − {_value(before)})"
    return now, _Value(low - most, high - least, derived=True), how


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
    if not same_unit(target.indicator, target.unit, result.unit):
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
            slack = tolerance.of(value, target.unit, target.measure)
            low, high = value - slack, value + slack
    return (None if better == "less" else low), (None if better == "more" else high), slack


def _better(target: SeriesRow) -> Polarity:
    """Which way a target may be passed; a planned fall is passed by a greater fall where less is better.

    Of a name that the scheme does not know, the verb tells it: 审批时间压缩至3天 is to be held down.
    """
    if target.measure == "rank":
        return "less"
    held_down = target.sign is None and _HELD_DOWN.search(_words_before(target)) is not None
    better = polarity(target.identity) or ("less" if target.sign == -1 or held_down else "more")
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
