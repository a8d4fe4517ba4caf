"""Shares beside their part and their whole, and rates of execution beside the budget and what was carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from luoshi.knowledge.indicators import identify
from luoshi.knowledge.sums import ratios
from luoshi.ledger.conflicts.levels import Levels
from luoshi.ledger.conflicts.rows import (
    Checked,
    ConflictKind,
    ConflictRow,
    Range,
    any_agrees,
    apart,
    distance,
    ratio,
    slack,
    stands_for,
)
from luoshi.ledger.conflicts.sums import joined
from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.identity import compared_period
from luoshi.ledger.precision import shown
from luoshi.ledger.series import SeriesRow

_SHARE = re.compile(r"(.{2,40}?)(?:占|相当于)(.{2,40}?)的?(?:比重|比例|份额|占比)")
_OF_BUDGET = re.compile(
    r"(.{2,40}?)占(?:汇总|年初|年度|调整|预期|变动|批准的?)*预算(?:数|任务|目标|安排)?的?(?:比重|比例)?"
)
_SCOPES = ("规模以上", "限额以上")  # a part of those alone is no share of all
_NEAREST = 3  # parts and wholes that a share may be of: 城镇人口 of the residents, and of those registered
_FAR = 300  # characters between a share and the levels of a part and a whole that the scheme does not know


def within(figures: Sequence[Told], levels: Levels) -> Iterator[Checked]:
    """The shares of one document whose name says the part and the whole, or that something is of its budget."""
    quotients = {known.share.concept for known in ratios()}
    for each in figures:
        row = each.row
        if row.measure not in ("share", "level") or row.unit != "%" or not row.period or each.scoped:
            continue
        if budget := _OF_BUDGET.fullmatch(row.indicator):
            yield from _execution(each, budget[1], levels)
        elif row.concept in quotients:
            yield from _of_concept(each, levels)
        elif found := _SHARE.fullmatch(row.indicator):
            yield from _share(each, found[1], found[2], levels)


def between(figures: Sequence[Told], levels: Levels) -> Iterator[Checked]:
    """Rates of execution whose budget only an earlier document tells."""
    for each in figures:
        row = each.row
        budget = _OF_BUDGET.fullmatch(row.indicator) if row.measure == "share" and row.unit == "%" else None
        if budget is None or not row.period:
            continue
        about = _subject(row, budget[1])
        actual = [
            level for level in levels.of(about, row.period, each, "actual") if level.document_id == row.document_id
        ]
        planned = levels.of(about, row.period, each, "target")
        earlier = [plan for plan in planned if plan.date < row.date]
        if actual and earlier and len(earlier) == len(planned) and earlier[0].unit == actual[0].unit:
            yield divided("execution", row, actual[0], earlier[0])


def _of_concept(each: Told, levels: Levels) -> Iterator[Checked]:
    """A share whose part and whole ``ratios.toml`` knows."""
    row = each.row
    for known in ratios():
        own = {f"{facet}={value}" for facet, value in known.share.facets}
        held = set(filter(None, row.identity.facets.split(";")))
        if known.share.concept != row.concept or not own <= held:
            continue
        part, whole = (
            levels.of(
                (about.concept, joined(about.facets, held - own), row.place_code or row.place),
                compared_period(row.period),
                each,
                row.status,
            )
            for about in (known.part, known.whole)
        )
        part = [level for level in part if level.document_id == row.document_id and level.measure == "level"]
        whole = [level for level in whole if level.document_id == row.document_id and level.measure == "level"]
        checks = [
            divided("share", row, one, other)
            for one in part[:_NEAREST]
            for other in whole[:_NEAREST]
            if one.unit == other.unit and (each.cell or own or one.sentence in (other.sentence, row.sentence))
        ]
        yield from any_agrees(checks)


def _execution(each: Told, name: str, levels: Levels) -> Iterator[Checked]:
    """A rate of execution; a budget may stand there twice, as it was voted and as it was adjusted."""
    actual = _levels(each, name, levels, "actual")[:1]
    planned = _levels(each, name, levels, "target")
    yield from any_agrees(
        divided("execution", each.row, actual[0], plan) for plan in planned if actual and plan.unit == actual[0].unit
    )


def _share(each: Told, part_name: str, whole_name: str, levels: Levels) -> Iterator[Checked]:
    row = each.row
    parts = _levels(each, part_name, levels, row.status)
    wholes = _levels(each, whole_name.removesuffix("的"), levels, row.status)
    if not parts or not wholes:
        return
    part, whole = parts[0], wholes[0]
    if part.id == whole.id or part.unit != whole.unit:
        return
    if any(scope in part.indicator and scope not in whole.indicator + whole_name for scope in _SCOPES):
        return
    if not (part.concept and whole.concept) and max(abs(f.start - row.start) for f in (part, whole)) > _FAR:
        return
    yield divided("share", row, part, whole)


def _levels(each: Told, name: str, levels: Levels, status: str) -> list[SeriesRow]:
    """The levels of an indicator that a share names, in its document, the nearest first."""
    row = each.row
    found = levels.of(_subject(row, name), compared_period(row.period), each, status)
    return [level for level in found if level.document_id == row.document_id and level.measure == "level"]


def _subject(row: SeriesRow, name: str) -> tuple[str, str, str]:
    """The subject that a name calls, at the place of ``row``."""
    about = identify(name)
    return about.concept or about.name, joined(about.facets), row.place_code or row.place


def divided(kind: ConflictKind, row: SeriesRow, part: SeriesRow, whole: SeriesRow) -> Checked:
    """Whether a share, or a rate of execution, is what its part and its whole give.

    One that comes out at less than half or more than twice what is said is of another whole, and not told.
    """
    if stands_for(whole)[0] <= 0:
        return None
    worked_out, said = ratio(stands_for(part), stands_for(whole)), _balanced(row)
    if not apart(worked_out, said) or _of_another(worked_out, said):
        return None
    rate = shown((worked_out[0] + worked_out[1]) / 2)
    words = f"{part.quote.strip()} ÷ {whole.quote.strip()} = {rate}% ≠ {row.quote.strip()}"
    open_by = shown(slack(worked_out, said))
    size = distance(worked_out, said)
    return ConflictRow(kind, f"{words}: 容差 tolerance {open_by}", (row, part, whole), size)


def _of_another(worked_out: Range, said: Range) -> bool:
    return worked_out[1] * 2 < said[0] or worked_out[0] > said[1] * 2


def _balanced(row: SeriesRow) -> Range:
    """The values a printed share may stand for: shares are made to add up to 100, by a unit of their last digit."""
    low, high = stands_for(row)
    half: Decimal = (high - low) / 2
    return low - half, high + half
