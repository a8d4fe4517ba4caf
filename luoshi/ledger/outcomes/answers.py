"""Targets beside their results: the same indicator, place and period, and whether the one met the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from luoshi.ledger.identity import compared_period, indicator_key, last_month
from luoshi.ledger.likeness import parts_of
from luoshi.ledger.outcomes.compared import comparable, held, order_of, others_keys, target_cell
from luoshi.ledger.outcomes.derived import worked_out_result
from luoshi.ledger.outcomes.results import (
    Known,
    counting,
    other_values,
    readings_of_years,
    reported_values,
    with_results,
)
from luoshi.ledger.outcomes.selection import asked_for, ends_in
from luoshi.ledger.outcomes.targets import distinct, further_value, in_force, moves, stated_targets, target_cells
from luoshi.ledger.outcomes.told import OutcomeRow
from luoshi.ledger.outcomes.verdict import USUAL, Tolerance, incomparable, judge, judge_value
from luoshi.ledger.outcomes.wording import as_told, day_words, value_words
from luoshi.ledger.schema import readings
from luoshi.ledger.series import (
    SeriesRow,
    series_order,
    subject,
)

_MOST_VALUES = 3  # of one name in one document; more are rows of a table under different heads


_AT_PRICES = re.compile(r"按(?:照)?(?:\d{4}年)?(?:不变|可比)?价格?(?:计算|核算)")


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
    wanted = asked_for(place, indicator)
    if on:
        wanted = wanted.where(readings.c.date <= on)
    targets = stated_targets(connection, wanted, indicator, year, readings_of)
    targets = [row for row in targets if not year or ends_in(row.period, year)]
    if not targets:
        return []
    # A like name, or a part of a joint one, tells of a target under another indicator.
    query = wanted
    if indicator and any(others_keys(row) for row in targets):
        query = asked_for(place, "").where(readings.c.date <= on) if on else asked_for(place, "")
    known = Known(with_results(reported_values(connection, query, targets, year)), targets)
    rows = [row.as_told() for same in target_cells(targets).values() for row in _outcomes(same, known, tolerance)]
    return sorted(rows, key=lambda row: series_order(row.target))


def _outcomes(stated: list[SeriesRow], known: Known, tolerance: Tolerance) -> list[OutcomeRow]:
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
    wanted = asked_for(place, indicator)
    stated = stated_targets(connection, wanted, indicator)
    targeted = {target_cell(row) for row in stated}
    kinds = {(subject(row), row.measure, row.unit) for row in stated if row.period_kind in ("year", "point")}
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    if kinds:
        reported = with_results(reported_values(connection, wanted, stated, year))
        for row, is_result in sorted(reported, key=lambda pair: order_of(pair[0])):
            period = compared_period(row.period)
            fits = (subject(row), row.measure, row.unit) in kinds and re.fullmatch(r"\d{4}", period) is not None
            if fits and is_result and year in ("", period) and target_cell(row) not in targeted:
                cells[target_cell(row)].append(row)
    return sorted((as_told(counting(rows)) for rows in cells.values()), key=series_order)


def _outcome(stated: list[SeriesRow], known: Known, tolerance: Tolerance) -> OutcomeRow:
    """The outcome of one cell, whose targets are ``stated`` in the order of their documents' days."""
    targets = distinct(stated)
    end = last_month(stated[0].period)
    in_time = [row for row in targets if row.date[:7] <= end]
    if not in_time:  # a budget's paper tells last year's plan in one row, first made and then adjusted
        first = targets[0]
        in_time = [row for row in targets if (row.document_id, row.sentence) == (first.document_id, first.sentence)]
    further = further_value(in_time)
    target = in_force([row for row in in_time if row is not further])
    moved = moves([row for row in in_time if row is not further])
    found = known.of_period(target, held(target)[0])
    alike = [] if found else known.like(target)
    results = alike or [row for row in found if comparable(target, row)]
    readings = readings_of_years(target, known)
    told_rows = {"targets": tuple(targets), "results": tuple(results), "readings": tuple(readings)}
    if results:
        result = counting(results)
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
        return OutcomeRow(target, result, verdict, moved + rule + other_values(result, results), **told_rows)
    worked_out = worked_out_result(target, found, readings, known)
    if worked_out:
        result, value, how = worked_out
        verdict, rule = judge_value(target, value, tolerance)
        return OutcomeRow(target, result, verdict, f"{moved}{rule} {how}", **told_rows)
    found = [row for row in found if row.measure not in ("rank", "streak")]
    if found and target.measure not in ("rank", "streak"):
        result = found[-1]
        return OutcomeRow(target, result, "unclear", moved + incomparable(target, result), **told_rows)
    return OutcomeRow(target, None, "open", moved + _open(target, readings, known), **told_rows)


def _open(target: SeriesRow, readings: Sequence[SeriesRow], known: Known) -> str:
    """Why there is no verdict yet, with what is known on the way."""
    rule = "账本中还没有结果 / no result in the ledger yet"
    if readings:
        return f"{rule}; 进度 so far: {', '.join(f'{row.period} {value_words(row)}' for row in readings)}"
    if earlier := known.earlier(target):
        row = earlier[-1]
        kind = "预计 forecast" if row.status == "forecast" else "进度 so far"
        return f"{rule}; {kind}: {row.period} {value_words(row)}{day_words(row)}"
    return rule
