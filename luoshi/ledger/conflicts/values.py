"""One cell, two values: within a document, between documents of one time, or restated later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from luoshi.ledger.conflicts.rows import Checked, ConflictKind, ConflictRow, distance, in_unit_of, stands_for, with_unit
from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.conflicts.wording import AVERAGE
from luoshi.ledger.series import SeriesRow, agree, cell

_NEAR = 31  # days between two documents of one time: what differs between them is no revision
_NUMBERS = re.compile(r"\d[\d.,]*")
# What an indicator that the scheme does not know is counted over, said in so many words.
_WHOLE = re.compile(r"全[国省市县区州盟旗]|全年|年[末底]|截至")
_LONG_NAME = 6  # characters: shorter ones (其他支出) are of many things
_SAME_SCOPE = Decimal("0.9")  # of the greater value: a lesser one is of another scope
_TWO_SCOPES = Decimal("2.5")
_STILL_NEW = 2  # years after a period in which its values are told for themselves
_OTHER_COUNT = re.compile(r"口径|分别[低高]于")
_MEASURES = ("level", "share", "growth", "change")


def within(figures: Iterable[Told]) -> Iterator[Checked]:
    """The values that one document gives a cell more than once, each beside the first."""
    for same in _cells(figures).values():
        first = same[0]
        for other in same[1:]:
            told_as_one = first.alone and (other.alone or _headed(first))
            misprint = first.row.concept and not first.row.identity.facets and _near(first.row, other.row)
            if not (told_as_one or misprint) or _parallel(first.words, other.words) or _two_scopes(first, other):
                continue
            yield _compared(first.row, other.row)


def beside_tables(figures: Iterable[Told]) -> Iterator[Checked]:
    """The values that a document's prose gives a cell, the first of each beside the one that its tables give it.

    Values far from each other are of two scopes: of the province and of its own level, before transfers and after.
    """
    cells: dict[tuple[object, ...], tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
    for each in figures:
        row = each.row
        if (each.cell or each.alone) and row.period and row.measure in _MEASURES and len(row.indicator) >= _LONG_NAME:
            cells[row.indicator, *cell(row)[2:], row.status][each.cell].append(each)
    for prose, tables in cells.values():
        # A name that stands in several rows is of several things.
        if prose and len(tables) == 1 and _near(prose[0].row, tables[0].row):
            yield _compared(prose[0].row, tables[0].row)


def between(figures: Iterable[Told]) -> Iterator[Checked]:
    """The values that documents give a cell, each document's first beside that of the document before it."""
    for same in _cells(figures).values():
        first: dict[str, Told] = {}
        for each in same:
            first.setdefault(each.row.document_id, each)
        for earlier, later in pairwise(sorted(first.values(), key=lambda each: (each.row.date, each.row.document_id))):
            if not _two_scopes(earlier, later) and not _in_passing(earlier) and not _in_passing(later):
                yield _compared(earlier.row, later.row)


def _two_scopes(one: Told, other: Told) -> bool:
    """Whether two values are so far apart that they are of two things under one name."""
    low, high = sorted((abs(one.row.low or Decimal(0)), abs(other.row.low or Decimal(0))))
    return low * _TWO_SCOPES < high


def _in_passing(each: Told) -> bool:
    """Whether a value is told years after its period without naming it: which year it is of is then a guess."""
    years = re.findall(r"\d{4}", each.row.period)
    late = bool(each.row.date) and int(each.row.date[:4]) - int(years[-1]) > _STILL_NEW
    return late and years[-1] not in each.words


def _near(one: SeriesRow, other: SeriesRow) -> bool:
    low, high = sorted((abs(one.low or Decimal(0)), abs(other.low or Decimal(0))))
    return high * _SAME_SCOPE <= low


def _cells(figures: Iterable[Told]) -> dict[tuple[object, ...], list[Told]]:
    cells: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in figures:
        row = each.row
        told_outright = each.plain and not each.planned and row.period and row.status == "actual"
        if told_outright and row.measure in _MEASURES and _known(each) and not _OTHER_COUNT.search(each.words):
            mean = row.measure in ("growth", "change") and AVERAGE.search(each.words) is not None
            cells[*cell(row), mean].append(each)
    return cells


def _known(each: Told) -> bool:
    """Whether two values under one name are of one thing: the scheme knows it, or its words say 全市, 年末."""
    if each.row.concept:
        return True
    return each.alone and len(each.row.identity.key) > 3 and bool(_WHOLE.search(each.words))


def _compared(earlier: SeriesRow, later: SeriesRow) -> Checked:
    if agree(earlier, later):
        return None
    kind: ConflictKind = "values" if _of_one_time(earlier, later) else "revision"
    ends = stands_for(earlier), stands_for(later)
    by = in_unit_of(abs(ends[0][0] + ends[0][1] - ends[1][0] - ends[1][1]) / 2, earlier)
    words = f"{with_unit(earlier)} ≠ {with_unit(later)}: 相差 they differ by {by}"
    return ConflictRow(kind, words, (earlier, later), distance(*ends))


def _headed(each: Told) -> bool:
    """Whether a figure stands in a headline, which the text beneath it says again in other words."""
    return each.start == 0 and "。" not in each.row.sentence


def _parallel(one: str, other: str) -> bool:
    """Whether two figures stand in one sentence, or in two of one wording whose headings tell them apart."""
    if one == other:
        return not _WHOLE.search(one)
    if one.startswith(other) or other.startswith(one):
        return True
    return bool(_NUMBERS.search(one)) and _NUMBERS.sub("#", one) == _NUMBERS.sub("#", other)


def _of_one_time(earlier: SeriesRow, later: SeriesRow) -> bool:
    """Whether two values stand in one document, or in two of one time; of one without a day nobody knows."""
    if earlier.document_id == later.document_id:
        return True
    try:
        return (date.fromisoformat(later.date) - date.fromisoformat(earlier.date)).days <= _NEAR
    except ValueError:
        return False
