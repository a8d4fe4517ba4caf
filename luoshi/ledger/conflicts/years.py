"""Values over several years beside those of the years: averages of growth, and totals.

The span and its years may stand in one document or in many.

    2020年200.0亿元，2025年300.0亿元，年均增长8.4%      the end points give the average growth
    五年累计新建道路120公里；2021年20公里，2022年…     the years add up to the total
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.knowledge.indicators import scheme
from luoshi.ledger.conflicts.levels import Levels
from luoshi.ledger.conflicts.movements import grown
from luoshi.ledger.conflicts.rows import Checked, added, stands_for
from luoshi.ledger.conflicts.sums import total
from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.conflicts.wording import AVERAGE, EACH, OTHER_PRICES, at_constant_prices
from luoshi.ledger.identity import period_kind, period_years
from luoshi.ledger.series import SeriesRow, subject

_ADDS_UP = re.compile(r"^(?:新增|新建|新改建|改造|建成|完成|累计|销售|投入|培训|发放|办结|减免)")
_TOGETHER = re.compile(r"累计|合计|总计|共计?|[两三四五六七八九十]年[来间，]*|期间|时期|\d{4}年?[-—~至]\d{4}年")
_REACHED = re.compile(r"(?:达到?|[增提]\w{0,2}[到至]|突破)$")
_LONGEST = 10


def over_years(figures: Sequence[Told], levels: Levels) -> Iterator[Checked]:
    """What ``figures``, of one document or of many, say of spans of years, beside what they say of the years."""
    for each in figures:
        row = each.row
        years = period_years(row.period) if period_kind(row.period) == "span" else None
        if years is None or not 0 < years[1] - years[0] < _LONGEST or row.status != "actual" or not each.alone:
            continue
        if row.measure == "growth" and row.unit == "%" and AVERAGE.search(each.words):
            if not OTHER_PRICES.search(each.words) and not each.in_row:
                yield from _average(each, years, levels)
        elif row.measure == "level" and not AVERAGE.search(each.words) and _adds_up(row) and _is_total(each):
            yield from _total(each, years, levels)


def _average(each: Told, years: tuple[int, int], levels: Levels) -> Iterator[Checked]:
    row = each.row
    if at_constant_prices(row):
        return
    last = _of_year(each, years[1], levels)
    first = _of_year(each, years[0] - 1, levels)
    if first is not None and last is not None and first.unit == last.unit:
        yield grown(row, last, first, years=years[1] - years[0] + 1)


def _of_year(each: Told, year: int, levels: Levels) -> SeriesRow | None:
    found = levels.of(subject(each.row), str(year), each, "actual")
    return found[0] if found else None


def _adds_up(row: SeriesRow) -> bool:
    """Whether the values of years make up that of a span: of what flows, or of what is counted anew each year."""
    indicator = scheme().indicators.get(row.concept)
    return indicator.kind == "flow" if indicator else bool(_ADDS_UP.search(row.indicator))


def _is_total(each: Told) -> bool:
    """Whether a value of a span of years is told as their total, and not as what its last year came to."""
    together = _TOGETHER.search(each.words) is not None and not _REACHED.search(each.words)
    return together and not EACH.search(each.row.indicator)


def _total(each: Told, years: tuple[int, int], levels: Levels) -> Iterator[Checked]:
    """A total beside its years: all of them make it up, and some of them never more than it."""
    row = each.row
    found = [_of_year(each, year, levels) for year in range(years[0], years[1] + 1)]
    rows = [value for value in found if value is not None and value.unit == row.unit]
    if not rows:
        return
    if len(rows) == len(found) or added([stands_for(value) for value in rows])[0] > stands_for(row)[1]:
        yield total(row, rows)
