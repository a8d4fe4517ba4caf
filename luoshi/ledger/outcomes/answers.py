"""Targets beside their results: what answers each, and whether it met the target."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from luoshi.ledger.identity import compared_period, indicator_key, period_years
from luoshi.ledger.likeness import parts_of
from luoshi.ledger.links import judged_answers
from luoshi.ledger.outcomes.attained import Attained, Statements
from luoshi.ledger.outcomes.compared import comparable, held, order_of, target_cell
from luoshi.ledger.outcomes.derived import worked_out_result
from luoshi.ledger.outcomes.matching import CONFIRMED, Found, Judged, Reports, find
from luoshi.ledger.outcomes.residents import told_in_parts
from luoshi.ledger.outcomes.results import (
    Known,
    closing_reports,
    counting,
    other_values,
    readings_of_years,
    reported_values,
    tells,
)
from luoshi.ledger.outcomes.selection import asked_for, at_places, ends_in
from luoshi.ledger.outcomes.targets import MOST_VALUES, Cell, stated_targets, target_cells
from luoshi.ledger.outcomes.told import Answer, OutcomeRow, Verdict
from luoshi.ledger.outcomes.verdict import USUAL, Tolerance, incomparable, judge, judge_value
from luoshi.ledger.outcomes.wording import as_told, day_words, value_words
from luoshi.ledger.outcomes.works import Done, Works
from luoshi.ledger.schema import readings
from luoshi.ledger.series import SeriesRow, agree, series_order, subject

_AT_PRICES = re.compile(r"按(?:照)?(?:\d{4}年)?(?:不变|可比)?价格?(?:计算|核算)")

_MORE_THAN_NOT = 0.5
_NOTHING: dict[Answer, str] = {
    "likely": "可能的结果待确认 / likely answers, to be confirmed",
    "silent": "后来的报告没有提到 / the later report does not say",
    "none": "账本中还没有结果 / no result in the ledger yet",
}


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
    outcomes of places that these readings do not speak of may be left out. Documents after the ISO day ``on`` are not
    counted.
    """
    wanted, everything = asked_for(place, indicator), asked_for(place, "")
    if on:
        wanted, everything = wanted.where(readings.c.date <= on), everything.where(readings.c.date <= on)
    targets = [row for row in stated_targets(connection, wanted, indicator, year, readings_of) if _ends(row, year)]
    asked = set(target_cells(targets))
    if indicator and targets:  # which result answers a target depends on what answers the others
        around = at_places(everything, targets)
        targets = [row for row in stated_targets(connection, around, "", year) if _ends(row, year)]
    if not targets:
        return []
    cells = [Cell.of(key, same) for key, same in target_cells(targets).items()]
    reported = reported_values(connection, everything, targets, year or (_last_year(targets) if readings_of else ""))
    closing = closing_reports(connection, reported)
    known, reports = Known(reported, targets, closing), Reports(reported, closing)
    judged = judged_answers(connection)
    found = find([cell.target for cell in cells], reports, judged)
    asked_cells = [(cell, one) for cell, one in zip(cells, found, strict=True) if not indicator or cell.key in asked]
    wholes = [_outcome(cell, one, known, tolerance) for cell, one in asked_cells]
    works = Works(connection, [cell.target for cell, one in asked_cells if _unlikely(cell.target, one)], reports)
    statements = Statements(connection, [row.target for row in wholes if _undecided(row)], reports)
    rows: list[OutcomeRow] = []
    for (cell, _), whole in zip(asked_cells, wholes, strict=True):
        # Of another name a number that misses is less sure than the word that all was done.
        if whole.verdict in ("open", "missed") and (done := works.answer(cell.target)):
            whole = _in_list(whole, done)
        elif _undecided(whole) and (said := statements.answer(cell.target, tolerance)):
            whole = _in_words(whole, said)
        rows += [whole] if whole.result else _of_parts(cell, known, reports, judged, tolerance) or [whole]
    return sorted((row.as_told() for row in rows), key=lambda row: series_order(row.target))


def _last_year(targets: Sequence[SeriesRow]) -> str:
    """The last year in which a target's period ends, ``""`` where none has years."""
    return max((f"{years[1]:04}" for row in targets if (years := period_years(row.period))), default="")


def _ends(row: SeriesRow, year: str) -> bool:
    return not year or ends_in(row.period, year)


def _unlikely(target: SeriesRow, found: Found) -> bool:
    """Whether no figure is more likely to answer than not, but for a sure one of another name that nobody confirmed."""
    if not found.candidates or found.candidates[0].confidence < _MORE_THAN_NOT:
        return True
    sure = found.sure(target)
    return sure is not None and sure.confidence < CONFIRMED and subject(sure.figure) != subject(target)


def _in_list(row: OutcomeRow, done: Done) -> OutcomeRow:
    """The outcome of a target that stands in a list of works told done as a whole."""
    rule = f"列入实事清单，一并告知 / in a list of works, told as a whole: {done.words}"
    verdict: Verdict = "met" if done.all else "unclear"
    return replace(row, result=done.row, results=(done.row,), verdict=verdict, rule=rule, answer="result")


def _undecided(row: OutcomeRow) -> bool:
    """Whether no number was found that could be held against the target."""
    return row.result is None or (row.verdict == "unclear" and not comparable(row.target, row.result))


def _in_words(row: OutcomeRow, said: Attained) -> OutcomeRow:
    """The outcome of a target of which the next report says in words what came of it."""
    results = (*row.results, *([row.result] if row.result else []), said.row)
    return replace(
        row, result=said.row, results=results, verdict=said.verdict, rule=said.rule, answer="result", confidence=None
    )


def _of_parts(cell: Cell, known: Known, reports: Reports, judged: Judged, tolerance: Tolerance) -> list[OutcomeRow]:
    """Outcomes of the parts of a joint target (二氧化硫、氮氧化物排放量); empty where none of them is reported."""
    parts = [
        Cell.of(cell.key, [replace(row, indicator=part, identity=indicator_key(part)) for row in cell.targets])
        for part in parts_of(cell.target.indicator)
    ]
    found = find([part.target for part in parts], reports, judged)
    rows = [_outcome(part, one, known, tolerance) for part, one in zip(parts, found, strict=True)]
    return rows if any(row.result for row in rows) else []


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
        reported = sorted(reported_values(connection, wanted, stated, year), key=order_of)
        closing = closing_reports(connection, reported)
        for row in reported:
            period = compared_period(row.period)
            fits = (subject(row), row.measure, row.unit) in kinds and re.fullmatch(r"\d{4}", period) is not None
            if fits and tells(row, closing) and year in ("", period) and target_cell(row) not in targeted:
                cells[target_cell(row)].append(row)
    return sorted((as_told(counting(rows)) for rows in cells.values()), key=series_order)


def _outcome(cell: Cell, found: Found, known: Known, tolerance: Tolerance) -> OutcomeRow:
    """The outcome of one cell."""
    target = cell.target
    sure = found.sure(target)
    readings = readings_of_years(target, known)
    told: dict[str, Any] = {"targets": cell.targets, "readings": readings}
    if sure is not None and comparable(target, sure.figure):
        results = _told_of(sure.figure, known)
        result = _of_latest(results, sure.figure)
        verdict, rule = _judged(cell, result, tolerance)
        return OutcomeRow(
            target, result, verdict, rule + other_values(result, results), results=tuple(results), **told,
            answer="result", confidence=sure.confidence,
        )  # fmt: skip
    reported = known.of_period(target, held(target)[0]) if sure is not None or "/" in held(target)[0] else []
    worked_out = worked_out_result(target, reported, readings, known)
    if worked_out:
        result, value, how = worked_out
        verdict, rule = judge_value(target, value, tolerance)
        confidence = sure.confidence if sure is not None else None
        return OutcomeRow(
            target, result, verdict, f"{cell.moved}{rule} {how}", **told, answer="result", confidence=confidence
        )
    if sure is not None:
        rule = cell.moved + incomparable(target, sure.figure)
        return OutcomeRow(target, sure.figure, "unclear", rule, **told, answer="result", confidence=sure.confidence)
    if sure is None and (parts := told_in_parts(target, known, tolerance)):
        both, verdict, rule = parts
        return OutcomeRow(target, both[0], verdict, cell.moved + rule, **told, results=both, answer="result")
    answer: Answer = "likely" if found.candidates else "silent" if found.reported else "none"
    rule = cell.moved + _open(target, readings, known, answer)
    return OutcomeRow(target, None, "open", rule, **told, answer=answer, candidates=tuple(found.candidates))


def _told_of(answer: SeriesRow, known: Known) -> list[SeriesRow]:
    """All that is told of an answer's own indicator and period, in the order of the documents' days."""
    same = [row for row in known.of_period(answer, held(answer)[0]) if comparable(answer, row)]
    measured = [row for row in same if row.status == "actual"] or same
    return measured if answer.status == "forecast" or answer in measured else [*measured, answer]


def _of_latest(results: Sequence[SeriesRow], answer: SeriesRow) -> SeriesRow:
    """The result that counts; of several values in the answer's own document, that of the answer."""
    latest = results[-1]
    if latest.document_id != answer.document_id or answer not in results:
        return counting(results)
    return counting([row for row in results if row.document_id != latest.document_id or agree(row, answer)])


def _judged(cell: Cell, result: SeriesRow, tolerance: Tolerance) -> tuple[Verdict, str]:
    """The verdict on a result, and the rule with what there is to know of the target and the result."""
    target = cell.target
    verdict, rule = judge(target, result, tolerance)
    if target.measure == "level" and target.unit == "元" and _AT_PRICES.search(target.sentence):
        verdict, rule = "unclear", "目标按某年价格计算 / the target is at the prices of one year"
    if cell.further is not None:
        rule += f"; 力争 striven for {cell.further.quote}: {judge(cell.further, result, tolerance)[0]}"
    if subject(result) != subject(target):
        rule += f"; 名称相近 told as {result.indicator}"
    if result.status == "forecast":
        rule += "; 预计数 an expected value"
    number = sum(row.document_id == target.document_id for row in cell.targets)
    if number > MOST_VALUES:
        many = f"{target.document} 中有 {number} 个同名目标，不知何者为准 / {number} targets of one name; the first: "
        return "unclear", many + rule
    return verdict, cell.moved + rule


def _open(target: SeriesRow, readings: Sequence[SeriesRow], known: Known, answer: Answer) -> str:
    """Why there is no verdict yet, with what is known on the way."""
    rule = _NOTHING[answer]
    if readings:
        return f"{rule}; 进度 so far: {', '.join(f'{row.period} {value_words(row)}' for row in readings)}"
    if earlier := known.earlier(target):
        row = earlier[-1]
        kind = "预计 forecast" if row.status == "forecast" else "进度 so far"
        return f"{rule}; {kind}: {row.period} {value_words(row)}{day_words(row)}"
    return rule
