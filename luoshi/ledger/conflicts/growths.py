"""Growths and changes beside the levels of both years, told in other sentences or in other documents.

What stands within one sentence is compared in :mod:`luoshi.ledger.conflicts.sentences`.

    2024年…150.0亿元。2025年…180.0亿元，增长10.0%   the year before is told itself, here or in an earlier document
    常住人口城镇化率66.2%，比上年提高1.5个百分点     a change beside both levels
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.knowledge.indicators import scheme
from luoshi.ledger.conflicts.levels import Levels, year_before
from luoshi.ledger.conflicts.movements import changed, grown, restated
from luoshi.ledger.conflicts.rows import Checked, any_agrees
from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.conflicts.wording import AVERAGE, EACH, OTHER_PRICES, at_constant_prices
from luoshi.ledger.identity import compared_period, period_kind
from luoshi.ledger.series import SeriesRow, baseline, subject

_COUNTED_ANEW = re.compile(r"口径|可比|还原|折合?$")
_AROUND = 20  # characters on either side of a value
# A movement over several years, whose base a sentence names once: 比2010年增长27.8%；…增长77.8%.
_LONGER = re.compile(
    r"[比较]\D{0,3}(\d{4})年|[由从][^，。；]{1,24}[到至]|(?:[三四五六七八九十]|(?<!\d)\d)年[来间]|五年|(?<!\d)5年"
)
_LONG_NAME = 4
_CONVERTED = re.compile(r"折合?$|约合$")


def within(figures: Sequence[Told], levels: Levels) -> Iterator[Checked]:
    """The growths and changes of one document beside the levels that it tells itself."""
    for each in figures:
        if not _comparable(each):
            continue
        if each.row.measure == "growth":
            yield from _growth(each, levels, own=True)
        elif each.row.measure == "change":
            yield from _change(each, levels, own=True)


def between(figures: Sequence[Told]) -> Iterator[Checked]:
    """The growths and changes of documents beside the levels of the year before that only others tell."""
    # A name that the scheme does not know is known again where nothing else stands beside it.
    known = [
        each
        for each in figures
        if (each.row.concept or (each.alone and len(each.row.indicator) >= _LONG_NAME)) and _of_usual_scope(each)
    ]
    levels = Levels(known)
    for each in known:
        if _comparable(each) and not _of_years(each):
            if each.row.measure == "growth":
                yield from _growth(each, levels, own=False)
            elif each.row.measure == "change":
                yield from _change(each, levels, own=False)


def _of_years(each: Told) -> bool:
    """Whether the words before a movement say that it is of several years, or of no year in particular (净增)."""
    if each.words.endswith("净增"):
        return True
    return any(not year or year != year_before(each.row.period[:4]) for year in _LONGER.findall(each.words))


def _of_usual_scope(each: Told) -> bool:
    """Whether a value has a unit and stands in no bracket, and nothing around it says that it is counted anew."""
    aside = each.words.rfind("（") > each.words.rfind("）")
    at = each.row.sentence.find(each.row.quote)
    around = each.row.sentence[max(0, at - _AROUND) : at + len(each.row.quote) + _AROUND]
    return bool(each.row.unit) and not aside and not _COUNTED_ANEW.search(around)


def _comparable(each: Told) -> bool:
    row = each.row
    return (
        row.measure in ("growth", "change")
        and bool(row.period)
        and each.comparable
        and _of_year_before(row)
        and not each.planned
        and not OTHER_PRICES.search(each.words)
        and not AVERAGE.search(each.words)
        and "两年" not in each.words
    )


def _of_year_before(row: SeriesRow) -> bool:
    """Whether a movement is counted from the year before, as 比上年末 is at a year's end, and 比2024年 in 2025."""
    counted_from = baseline(row)
    if counted_from == "年初":
        return period_kind(row.period) in ("year", "point")
    year = re.search(r"(\d{4})年末?底?", counted_from)
    return not counted_from or (year is not None and year_before(row.period[:4]) == year[1])


def _growth(each: Told, levels: Levels, own: bool) -> Iterator[Checked]:
    row = each.row
    if row.unit != "%" or not ("名义" in each.words or _follows_from_levels(row)):
        return
    level = _level(each, levels)
    bases = _bases(each, levels, own)
    if level is not None and bases:
        bases = [base for base in bases if base.unit == level.unit]
        compared = grown if own else restated
        yield from any_agrees(compared(row, level, base) for base in bases)


def _change(each: Told, levels: Levels, own: bool) -> Iterator[Checked]:
    row = each.row
    level = _level(each, levels)
    if level is None or (row.unit != level.unit and (row.unit, level.unit) != ("个百分点", "%")):
        return
    bases = [base for base in _bases(each, levels, own) if base.unit == level.unit]
    compared = changed if own else restated
    yield from any_agrees(compared(row, level, base) for base in bases)


def _level(each: Told, levels: Levels) -> SeriesRow | None:
    """The level that a growth or change leads to, of its own document and status."""
    row = each.row
    found = levels.of(subject(row), compared_period(row.period), each, row.status)
    # 526亿元（折85亿美元），增长25.3%: the growth is not of what is only worked out.
    found = [level for level in found if not _CONVERTED.search(level.sentence[: level.sentence.find(level.quote)])]
    level = found[0] if found and found[0].document_id == row.document_id else None
    # A name that the scheme does not know holds within its sentence.
    if level is None or row.concept or level.sentence == row.sentence:
        return level
    return None


def _bases(each: Told, levels: Levels, own: bool) -> list[SeriesRow]:
    """The levels of the year before: those of the figure's document, or those of others where it has none."""
    row = each.row
    found = levels.of(subject(row), year_before(compared_period(row.period)), each, "actual")
    of_document = [base for base in found if base.document_id == row.document_id]
    earlier = [base for base in found if base.date <= row.date]
    return of_document if own else [] if of_document else earlier[:1]


def _follows_from_levels(row: SeriesRow) -> bool:
    """Whether an indicator's growth is what its printed levels give."""
    indicator = scheme().indicators.get(row.concept)
    if indicator is None:
        return not row.concept and not EACH.search(row.indicator) and not at_constant_prices(row)
    return indicator.kind in ("flow", "stock", "count") and not at_constant_prices(row)
