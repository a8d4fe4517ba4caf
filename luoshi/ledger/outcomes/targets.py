"""Targets: what documents set for a period, and which of several values is in force."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Select, select

from luoshi.knowledge.indicators import split_measure
from luoshi.ledger.identity import last_month
from luoshi.ledger.outcomes.compared import as_compared, order_of, target_cell
from luoshi.ledger.outcomes.selection import LISTED, dated, maybe
from luoshi.ledger.outcomes.settings import sets
from luoshi.ledger.outcomes.wording import day_words
from luoshi.ledger.precision import half_unit
from luoshi.ledger.schema import figures
from luoshi.ledger.series import (
    SeriesRow,
    told,
)

SHOWN = 3  # other values that a rule names; the row holds them all
MOST_VALUES = 3  # of one name in one document; more are rows of a table under different heads
_BECOMES = re.compile(
    r"[，、（(]?(?:再|又|逐步|统一|分别)*(?:提高|增加|调整|上调|下调|提升|扩大|降低|压减|减少|改|增|升|降)?(?:到|至|为)[^，。；]{0,6}"
)


# A second value for a target, to be striven for where the first is to be reached: 6%以上、│力争│6.5%.
_FURTHER = re.compile(r"力争|争取|奋斗|冲刺")


_NEAR = 24  # characters between a target and the further one


def stated_targets(
    connection: Connection, wanted: Select[Any], indicator: str, year: str = "", readings_of: Collection[int] = ()
) -> list[SeriesRow]:
    query = wanted.where(maybe(figures.c.status == "target"))
    if year:
        query = query.where(figures.c.year == year)
    if 0 < len(readings_of) <= LISTED:
        spoken_of = select(figures.c.place_name).where(figures.c.reading_id.in_(sorted(readings_of)))
        query = query.where(figures.c.place_name.in_(spoken_of.correlate(None)))
        # Which result answers a target depends on the targets of the same years only.
        set_for = select(figures.c.year).where(figures.c.reading_id.in_(sorted(readings_of)))
        query = query.where(maybe(figures.c.year.in_(set_for.where(figures.c.status == "target").correlate(None))))
    _, movement = split_measure(indicator)
    rows = [row for row in told(connection, query) if row.status == "target" and row.period and sets(row)]
    return [as_compared(row) for row in dated(connection, rows) if movement in ("", row.measure)]


def target_cells(rows: Iterable[SeriesRow]) -> dict[tuple[object, ...], list[SeriesRow]]:
    """Targets by what they are about; those whose unit differs are other targets (亿元 beside %).

    So are a few values of one name in one document, unless one is raised to the other or is striven for beyond it.
    """
    cells: dict[tuple[object, ...], list[SeriesRow]] = defaultdict(list)
    for row in sorted(rows, key=order_of):
        cells[*target_cell(row), row.unit].append(row)
    parted: dict[tuple[object, ...], list[SeriesRow]] = {}
    for key, same in cells.items():
        for at, values in enumerate(_apart(same)):
            parted[*key, at] = values
    return parted


def _apart(same: list[SeriesRow]) -> list[list[SeriesRow]]:
    """The values of one cell, those of different targets apart."""
    values = _distinct(same)
    if not 1 < len(values) <= MOST_VALUES or len({row.document_id for row in same}) > 1:
        return [same]
    if _further_value(values) is not None or any(_raised(*pair) for pair in pairwise(values)):
        return [same]
    return [[row for row in same if _same_target(row, value)] for value in values]


def _raised(first: SeriesRow, second: SeriesRow) -> bool:
    """Whether one value is told as what the other becomes: 由240元提高到280元."""
    between = second.sentence.partition(first.quote)[2].partition(second.quote)[0]
    return first.sentence == second.sentence and _BECOMES.fullmatch(between) is not None


@dataclass(frozen=True, slots=True)
class Cell:
    """What is set for one thing and period: all values in the order of their documents' days, and what holds.

    ``target`` is the value in force, ``further`` the one to be striven for beyond it, ``moved`` tells in words how
    the target was raised or lowered.
    """

    key: tuple[object, ...]
    targets: tuple[SeriesRow, ...]
    target: SeriesRow
    further: SeriesRow | None
    moved: str

    @classmethod
    def of(cls, key: tuple[object, ...], stated: Iterable[SeriesRow]) -> Cell:
        """The cell of what was ``stated``, in the order of the documents' days."""
        targets = _distinct(stated)
        end = last_month(targets[0].period)
        in_time = [row for row in targets if row.date[:7] <= end]
        if not in_time:  # a budget's paper tells last year's plan in one row, first made and then adjusted
            first = targets[0]
            told_first = (first.document_id, first.sentence)
            in_time = [row for row in targets if (row.document_id, row.sentence) == told_first]
        further = _further_value(in_time)
        standing = [row for row in in_time if row is not further]
        return cls(key, tuple(targets), _in_force(standing), further, _moves(standing))


def _distinct(rows: Iterable[SeriesRow]) -> list[SeriesRow]:
    """One row for each value that was stated: the first document that says it, its fullest words.

    In one document a value said twice (headline, text, table) is one; in later documents only another value is new.
    """
    kept: list[SeriesRow] = []
    for row in rows:
        same = next((at for at in reversed(range(len(kept))) if _same_target(kept[at], row)), None)
        if same is None or (same < len(kept) - 1 and kept[-1].document_id != row.document_id):
            kept.append(row)
        elif kept[same].document_id == row.document_id and fullness(row) > fullness(kept[same]):
            kept[same] = row
    return kept


def _in_force(targets: Sequence[SeriesRow]) -> SeriesRow:
    """The target of the latest document; of several values in it the first, or what that is raised or lowered to.

    由240元提高到280元 names both in one sentence; another value further on is of another scope more often.
    """
    latest = [row for row in targets if row.document_id == targets[-1].document_id]
    return [row for row in latest if row.sentence == latest[0].sentence][-1]


def _further_value(targets: Sequence[SeriesRow]) -> SeriesRow | None:
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


def fullness(row: SeriesRow) -> tuple[int, int, int]:
    """How much the words around a figure say: a bound, digits, the length of its sentence."""
    value = row.low if row.low is not None else row.high
    digits = -half_unit(row.quote, value).adjusted() if value is not None else 0
    return int(row.qualifier != "exact"), digits, len(row.sentence)


def _moves(targets: Sequence[SeriesRow]) -> str:
    """How a target was raised or lowered during its period, in words; empty where it was not."""
    words: list[str] = []
    for before, after in pairwise(targets):
        ends = [next((end for end in (row.low, row.high) if end is not None), None) for row in (before, after)]
        if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            continue
        how = "上调 raised" if ends[1] * (after.sign or 1) > ends[0] * (before.sign or 1) else "下调 lowered"
        if before.document_id == after.document_id:
            how = "另说 also stated"
        words.append(f"目标{how} {before.quote} → {after.quote}{day_words(after)}; ")
    more = len(words) - SHOWN
    return "".join(words[-SHOWN:]) + (f"此前另有 {more} 个 / {more} more before; " if more > 0 else "")
