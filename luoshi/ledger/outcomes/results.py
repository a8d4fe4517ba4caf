"""Results: what later documents report of a period, and which of several values counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from luoshi.ledger.identity import last_month, period_years
from luoshi.ledger.joint_names import of_each
from luoshi.ledger.outcomes.compared import as_compared, comparable, held, order_of
from luoshi.ledger.outcomes.selection import LISTED, at_places, dated, maybe
from luoshi.ledger.outcomes.targets import SHOWN, fullness
from luoshi.ledger.outcomes.wording import day_words, value_words, words_before
from luoshi.ledger.schema import figures, readings
from luoshi.ledger.series import (
    SeriesRow,
    agree,
    subject,
    told,
)
from luoshi.ledger.stages import passed_threshold

_ZONE = re.compile(r"开发区|经开区|高新区|示范区|保税区|自贸(?:试验)?区|合作区|新区(?!域)|园区")
_MEAN_BEFORE = re.compile(
    r"(?:年均|平均每年)(?:实际|名义|分别)*(?:增长|增加|提高|上升|上涨|增速|增幅|下降|降低|减少)(?:达到?|为|约|近|超过?)?\Z"
)


def reported_values(
    connection: Connection, wanted: Select[Any], targets: Sequence[SeriesRow], year: str
) -> list[SeriesRow]:
    """What is reported of the targets' places in the years that matter to them, up to ``year``; ``""`` for all."""
    query = wanted.where(maybe(figures.c.status != "target"))
    if year:
        first = min((_first_year(row) for row in targets), default=int(year)) - 1
        query = query.where(maybe(figures.c.year.between(f"{max(first, 0):04}", year)))
    rows = [row for row in told(connection, at_places(query, targets)) if row.status != "target" and row.period]
    each = [part for row in dated(connection, rows) for part in (row, *of_each(row))]
    return _of_the_whole(_beyond_marks([as_compared(row) for row in each]))


def _beyond_marks(rows: list[SeriesRow]) -> list[SeriesRow]:
    """The values without marks passed on the way to another of the document (跨过1000万吨台阶，达到1110万吨)."""
    marks = {row.id for row in rows if row.measure == "level" and passed_threshold(row)}
    if not marks:
        return rows

    def thing(row: SeriesRow) -> tuple[object, ...]:
        return row.document_id, row.measure, row.unit, subject(row), held(row)[0]

    reached = {thing(row) for row in rows if row.id not in marks}
    return [row for row in rows if row.id not in marks or thing(row) not in reached]


def _of_the_whole(rows: list[SeriesRow]) -> list[SeriesRow]:
    """The values without those that a sentence on a zone tells of an indicator which the document has told before.

    推进经开区改革，…，固定资产投资增长27.5% is the zone's where 固定资产投资增长12% was told of the city.
    """
    told: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in rows:
        if row.identity.concept:
            told[row.document_id, row.measure, row.unit, subject(row), held(row)].append(row)
    of_zones: set[str] = set()
    for same in told.values():
        first = min(same, key=lambda row: row.start)
        if len(same) > 1 and not _ZONE.search(words_before(first)):
            of_zones |= {row.id for row in same if _ZONE.search(words_before(row))}
    return [row for row in rows if row.id not in of_zones]


def _first_year(target: SeriesRow) -> int:
    """The first year whose values say something of the target."""
    first, last = period_years(held(target)[0]) or (0, 0)
    return min(first, int(target.date[:4])) if target.date and int(target.date[:4]) < last else first


def closing_reports(connection: Connection, rows: Iterable[SeriesRow]) -> frozenset[str]:
    """Documents of December that set targets for the year after: no later report will tell what came of theirs."""
    december = {row.document_id: row.date[:4] for row in rows if row.status == "forecast" and row.date[5:7] == "12"}
    found: set[str] = set()
    for at in range(0, len(december), LISTED):
        wanted = (
            select(readings.c.document_id, figures.c.year)
            .join(readings, readings.c.id == figures.c.reading_id)
            .where(readings.c.document_id.in_(sorted(december)[at : at + LISTED]), readings.c.superseded_by.is_(None))
            .where(figures.c.status == "target")
            .distinct()
        )
        found |= {row.document_id for row in connection.execute(wanted) if row.year > december[row.document_id]}
    return frozenset(found)


def tells(row: SeriesRow, closing: Collection[str] = ()) -> bool:
    """Whether a value says what came of its period; a mean of several years does not.

    That is what was measured, in a document of the period's last month or later, or what was expected (预计) in
    one of a month after it, or of the month itself where that closes the year (:func:`closing_reports`).
    """
    day, end = row.date[:7] or "9999", last_month(row.period)
    if row.status == "actual":
        return end <= day and not _yearly_mean(row)
    told = end < day != "9999" or (end == day and row.document_id in closing)
    return row.status == "forecast" and told and not _yearly_mean(row)


def _yearly_mean(row: SeriesRow) -> bool:
    """Whether a growth told of one year is a yearly mean of years that the text does not name (平均每年增长8%)."""
    if row.measure not in ("growth", "change") or row.period_kind == "span":
        return False
    return _MEAN_BEFORE.search(words_before(row)) is not None


class Known:
    """Reported values, found by what they are about; ``planned`` has what a level was set for."""

    def __init__(self, rows: Iterable[SeriesRow], targets: Iterable[SeriesRow], closing: Collection[str] = ()) -> None:
        self.planned = {(*subject(row), held(row)[0]) for row in targets if row.measure == "level"}
        self._results: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        self._others: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
        for row in sorted(rows, key=order_of):
            years = period_years(row.period)
            is_result = tells(row, closing)
            if is_result:
                self._results[*subject(row), held(row)[0]].append(row)
            if years and (not is_result or row.period_kind == "to date"):
                self._others[*subject(row), years[1]].append(row)

    def of_period(self, target: SeriesRow, period: str) -> list[SeriesRow]:
        """What is reported of the target's subject for a period, once the period is over."""
        return self._results.get((*subject(target), period), [])

    def earlier(self, target: SeriesRow) -> list[SeriesRow]:
        """Forecasts and values to date for the target's period."""
        years = period_years(target.period)
        found = self._others.get((*subject(target), years[1]), ()) if years else ()
        return [row for row in found if comparable(target, row)]


def counting(results: Sequence[SeriesRow]) -> SeriesRow:
    """The result that counts: of the latest document; where another says the same with more digits, that one."""
    latest = [row for row in results if (row.date, row.document_id) == (results[-1].date, results[-1].document_id)]
    # Within one document the first to say it in full; what follows are details of another scope more often.
    counting = max(latest, key=lambda row: (row.qualifier == "exact", fullness(row)[1], -row.start))
    if counting.qualifier != "exact":
        exact = [row for row in results if row.qualifier == "exact" and agree(row, counting)]
        counting = exact[-1] if exact else counting
    return counting


def other_values(result: SeriesRow, results: Sequence[SeriesRow]) -> str:
    """The other values that were reported, in words."""
    differing = [row for row in results if row.unit == result.unit and not agree(row, result)]
    others = list(dict.fromkeys(f"{value_words(row)}{day_words(row)}" for row in differing))
    more = len(others) - SHOWN
    words = ", ".join(others[-SHOWN:]) + (f" 等 {len(others)} 个 / of {len(others)}" if more > 0 else "")
    return f"; 另有结果 also reported: {words}" if others else ""


def readings_of_years(target: SeriesRow, known: Known) -> tuple[SeriesRow, ...]:
    """The values of the years on the way to a target that was set before its last year, one for each year."""
    years = period_years(held(target)[0])
    if years is None:
        return ()
    found = []
    last = years[1] if years[0] < years[1] else years[1] - 1
    for year in range(_first_year(target), last + 1):
        results = [row for row in known.of_period(target, f"{year:04}") if comparable(target, row)]
        if results:
            found.append(counting(results))
    return tuple(found)
