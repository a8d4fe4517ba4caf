"""What one sentence says of one thing twice: a level, the level it came from, and the way between them.

Within a sentence a figure's subject is what the reader carried through it, so that nothing need stand there plainly
(:mod:`luoshi.ledger.conflicts.told`); what must be plain is which level leads to which.

    教育支出109.8亿元，上年为104.3亿元，增加8.5亿元        the later level, the earlier one, the change between them
    由2020年的2186亿元增加到2025年的3279亿元，年均增长8.4%  both end points, and the average growth
    海洋生产总值1057.0亿元，占全市生产总值3914.7亿元的27%   the part, the whole, the share
    年初预算265亿元，完成268.4亿元，为预算的101.3%          the budget, its execution, the rate
    2023年17.6亿元，2024年19.2亿元，两年合计36.8亿元        the years, and their total
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from luoshi.ledger.conflicts.movements import changed, grown, grown_from
from luoshi.ledger.conflicts.rows import Checked, Range, signed, stands_for
from luoshi.ledger.conflicts.shares import divided
from luoshi.ledger.conflicts.sums import total
from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.conflicts.wording import AVERAGE, OTHER_PRICES, at_constant_prices
from luoshi.ledger.identity import period_kind, period_years
from luoshi.ledger.series import SeriesRow, subject

_TIMES_MORE = re.compile(r"(?:增[长加]|提高|上升|扩大)(?:了|近|约|到)?$")
_OF_WHOLE = re.compile(r"的(?:比[重例]为?)?")
_SHARES_IN = re.compile(r"(?:占|为|完成|相当于|是|达到?)[^，。；：]{0,30}$")
_NAMED_SHARE = re.compile(r"(.{2,40}?)占(?:全部|全[国省市县区州]|总)(.{2,20}?)的?(?:比重|比例|份额|占比)")
_PLAN = re.compile(
    r"(?:预算|计划|任务|目标)(?:数|额)?(?:安排|总?投资)?[为是]?$|计划(?:改造|新建|改扩建|建设|完成|投资|实施|开工)[^，。；]*$"
)
_PLANNED_BEFORE = re.compile(r"计划(?:总?投资|完成|改造|新建|实施)?[^，。；]{0,8}$")
_PLANNED = re.compile(r"占(?:[^占]{0,8})(?:预算|计划|任务|目标)|(?:预算)?执行率$|计划完成率$")
_BASE = re.compile(r"(年初|[上去]年[末底])|同比|[上去]年|同期")
_EACH_YEAR = re.compile(r"分别|依次|各年|逐年")
_NEAR = 12  # characters before a growth that may say that it is a mean
_SPACE = re.compile(r"\s+")
_BARE = re.compile(r"\d+\.\d+")
_FAR = 600
_FROM = re.compile(r"[由从][^，。；]{0,24}$")
_TOGETHER = re.compile(r"(?:累计|合计|总计|共计|(?<!公)共)[^，。；]{0,16}$")


def within_sentences(figures: Iterable[Told]) -> Iterator[Checked]:
    """The checks of each sentence of a document's prose; ``figures`` in the order of its text."""
    prose = (each for each in figures if not each.words.startswith("|"))
    before: list[Told] = []
    for _, sentence in groupby(prose, key=lambda each: each.start):
        told = list(sentence)
        for at, each in enumerate(told):
            if each.row.measure in ("growth", "change") or _is_multiple(each):
                yield from _movement(told, at)
            elif each.row.measure in ("share", "level") and each.row.unit == "%":
                yield from _share(told, at, before)
        yield from _years(told)
        before = told


# -- growths and changes --------------------------------------------------------------------------


def _movement(told: Sequence[Told], at: int) -> Iterator[Checked]:
    each = told[at]
    row = each.row
    if row.measure == "growth" or _is_multiple(each):
        yield from _with_change(told, at)
    ends = _ends(told, at)
    if ends is None or OTHER_PRICES.search(_between(ends[0], each)) or each.in_row:
        return
    later, earlier = ends[0].row, ends[1].row
    mean = AVERAGE.search(each.words[-_NEAR:]) is not None
    if row.measure == "change":
        if mean:
            return
        if row.unit == later.unit.partition("/")[0] or (row.unit, later.unit) == ("个百分点", "%"):
            yield changed(row, later, earlier)
    elif _follows_from_levels(each) and later.unit != "%":
        years = _years_apart(later, earlier) if mean else 1
        if years is not None:
            yield grown(row, later, earlier, _said(each), years)


def _unread(told: Sequence[Told], first: int, last: int) -> bool:
    """Whether a number stands between two figures that no figure holds: what follows it may be of another thing."""
    words = told[last].words[len(told[first].told) :]
    for each in told[first + 1 : last]:
        words = words.replace(_SPACE.sub("", each.row.quote), "")
    return _BARE.search(words) is not None


def _is_multiple(each: Told) -> bool:
    """Whether a level is a multiple of an earlier value (是2020年的2.3倍), which says what a growth says."""
    return each.row.measure == "level" and each.row.unit == "倍" and bool(each.row.basis)


def _moves_alike(other: Told, each: Told) -> bool:
    """Whether two figures are movements of one kind: growths, changes, or multiples."""
    return other.row.measure == each.row.measure and _is_multiple(other) == _is_multiple(each)


def _follows_from_levels(each: Told) -> bool:
    """Whether a growth is what the printed levels give: that of an output at constant prices is not."""
    if each.row.unit == "倍":
        return not _TIMES_MORE.search(each.words) or not at_constant_prices(each.row)
    return each.row.unit == "%" and not at_constant_prices(each.row)


def _with_change(told: Sequence[Told], at: int) -> Iterator[Checked]:
    """A growth, the change over the same time next to it, and the level before them that both lead to."""
    each = told[at]
    row = each.row
    near = [other for other in told[max(0, at - 1) : at + 2] if other.row.measure == "change"]
    before = [other for other in told[:at] if _is_level_of(other, each)]
    if len(near) != 1 or not before or not _follows_from_levels(each) or subject(near[0].row) != subject(each.row):
        return
    if AVERAGE.search(each.words[-_NEAR:]):
        return
    level, change = before[-1], near[0].row
    if _unread(told, told.index(level), at):
        return
    if len(before) > 1 and _follows(level, before[-2]):
        level = before[-2]  # the last one is an aside: 较上年的715.9亿元
    beside = told[told.index(level) + 1 : at + 2]
    moved = [other for other in beside if _moves_alike(other, each) and other is not each]
    bases = {_base_said(each), _base_said(near[0])} - {""}
    if moved or len(bases) > 1 or change.unit != level.row.unit or level.row.start > change.start:
        return
    if OTHER_PRICES.search(_between(level, told[min(at + 1, len(told) - 1)])):
        return
    (low, high), (least, most) = stands_for(level.row), stands_for(change)
    if low - most > 0:
        words = f"({level.row.quote.strip()} − {signed(change)})"
        yield grown_from(row, level.row, (low - most, high - least), change, words, _said(each))


def _ends(told: Sequence[Told], at: int) -> tuple[Told, Told] | None:
    """The later and the earlier level that a growth or change lies between, where the sentence leaves no doubt."""
    each = told[at]
    before = [other for other in told[:at] if _is_level_of(other, each)]
    if not before:
        return None
    last = before[-1]
    # What stands between the levels and the movement speaks of other years, or of other movements.
    moved = [other for other in told[: at + 1] if _moves_alike(other, each)]
    since = moved[-2].row.start if len(moved) > 1 and subject(moved[-2].row) == subject(each.row) else -1
    before = [other for other in before if other.row.start > since]
    if len(before) == 1 and last is before[0]:
        after = told[at + 1] if at + 1 < len(told) else None
        if after is None or not _is_level_of(after, each) or not _follows(after, last) or each.row.basis == "":
            return None
        return last, after
    if len(before) != 2:
        return None
    earlier, later = before if _follows(before[0], before[1]) else reversed(before)
    return (later, earlier) if _follows(earlier, later) and _based_on(each, later, earlier) else None


def _is_level_of(other: Told, each: Told) -> bool:
    return (
        other.row.measure in ("level", "share") and not _is_multiple(other) and subject(other.row) == subject(each.row)
    )


def _follows(earlier: Told, later: Told) -> bool:
    """Whether the one level is of an earlier time than the other, and of the same unit."""
    if earlier.row.unit != later.row.unit:
        return False
    one, other = period_years(earlier.row.period), period_years(later.row.period)
    if one is None:
        return other is not None and earlier.row.start < later.row.start and _FROM.search(earlier.words) is not None
    return other is not None and one[1] < other[1]


def _based_on(each: Told, later: Told, earlier: Told) -> bool:
    """Whether a movement is counted from the earlier of two levels: it says so, or says nothing else."""
    years = period_years(earlier.row.period), period_years(later.row.period)
    if years[0] is None or years[1] is None:
        return not each.row.basis
    said = re.search(r"(\d{4})年", each.row.basis)
    if said:
        return int(said[1]) == years[0][1]
    if re.search(r"年前的?$", each.words):
        return False
    one_year = years[1][1] - years[0][1] == 1
    return one_year or not each.row.basis


def _between(one: Told, other: Told) -> str:
    return other.words[len(one.words) :] if other.row.start > one.row.start else one.words[len(other.words) :]


def _base_said(each: Told) -> str:
    """What the clause of a movement says that it is counted from: the year before, the year's beginning, or nothing."""
    said = _BASE.search(_clause(each))
    whole_year = period_kind(each.row.period) == "year" or each.row.period.endswith("-12-31")
    return "" if said is None or whole_year else "年初" if said[1] else "上年"


def _years_apart(later: SeriesRow, earlier: SeriesRow) -> int | None:
    """The years between two levels; None where either has none."""
    one, other = period_years(later.period), period_years(earlier.period)
    return one[1] - other[1] if one and other and one[1] > other[1] else None


def _said(each: Told) -> Range:
    """A growth in per cent: 增长1.5倍 is 150, 是上年的1.5倍 is 50, 翻一番 is 100."""
    low, high = stands_for(each.row)
    if each.row.unit == "%":
        return low, high
    less = 0 if _TIMES_MORE.search(each.words) else 100
    return low * 100 - less, high * 100 - less


# -- shares ---------------------------------------------------------------------------------------


def _share(told: Sequence[Told], at: int, before: Sequence[Told]) -> Iterator[Checked]:
    each = told[at]
    levels = [other for other in told[:at] if other.row.measure == "level"]
    if not levels:
        return
    last = levels[-1]
    joint = each.words[len(last.told) :]
    planned = _PLANNED.search(each.row.indicator)
    if _OF_WHOLE.fullmatch(joint) and _SHARES_IN.search(last.words):
        parts = [other for other in levels[:-1] if other.row.unit == last.row.unit]
        if parts:
            yield divided("execution" if planned else "share", each.row, parts[-1].row, last.row)
    elif planned:
        yield from _execution(told, at, before)
    elif each.row.measure == "share":
        yield from _of_named_whole(each, levels)
        yield from _of_what_it_is_among(each, levels)


def _of_named_whole(each: Told, levels: Sequence[Told]) -> Iterator[Checked]:
    """A share of a whole that its sentence told before, called by the end of its name (占全部发电量的四分之一)."""
    named = _NAMED_SHARE.fullmatch(each.row.indicator)
    if named is None:
        return
    part = levels[-1].row
    whole = next((other.row for other in levels[:-1] if other.row.indicator.endswith(named[2])), None)
    if whole is not None and part.indicator == named[1] and part.unit == whole.unit:
        yield divided("share", each.row, part, whole)


def _of_what_it_is_among(each: Told, levels: Sequence[Told]) -> Iterator[Checked]:
    """A share that names no whole, of a part behind 其中: of what stands before 其中."""
    part = levels[-1]
    joint = each.words[len(part.told) :]
    head, among, _ = part.words.rpartition("其中")
    if (
        not among
        or not each.row.indicator.endswith("占比")
        or not re.fullmatch(r"[，,（(]?占比?(?:为|达到?|约)?", joint)
    ):
        return
    wholes = [other for other in levels[:-1] if len(other.words) < len(head) and other.row.unit == part.row.unit]
    if wholes and not re.search(r"[；;]", head[len(wholes[-1].words) :]):
        yield divided("share", each.row, part.row, wholes[-1].row)


def _execution(told: Sequence[Told], at: int, before: Sequence[Told]) -> Iterator[Checked]:
    """A rate of execution whose budget and execution both stand in its sentence, and nothing else of their kind.

    The plan may stand in the sentence ``before``: 年度计划投资142亿元。…完成投资131.5亿元，占年度计划的92.6%.
    """
    part = told[at].words.count("；")
    of_part = [other for other in told if other.words.count("；") == part]
    rates = [other for other in of_part if other.row.unit == "%" and _PLANNED.search(other.row.indicator)]
    own = rates.index(told[at]) if told[at] in rates else 0
    since = rates[own - 1].row.start if own else -1
    until = rates[own + 1].row.start if own + 1 < len(rates) else told[at].row.end + _FAR
    near = [other for other in of_part if since < other.row.start < until and other.row.measure == "level"]
    plans = [other for other in near if _is_plan(other)] or [
        other for other in before if other.row.measure == "level" and _PLANNED_BEFORE.search(_clause(other))
    ]
    done = [other for other in near if not _is_plan(other) and other.row.start < told[at].row.start]
    done = [other for other in done if plans and other.row.unit == plans[0].row.unit]
    if len(plans) == 1 and len(done) == 1:
        yield divided("execution", told[at].row, done[0].row, plans[0].row)


def _is_plan(each: Told) -> bool:
    return each.row.status == "target" or _PLAN.search(_clause(each)) is not None


def _clause(each: Told) -> str:
    """What stands before a figure in its clause."""
    return re.split(r"[，。；：]", each.words)[-1]


# -- years ----------------------------------------------------------------------------------------


def _years(told: Sequence[Told]) -> Iterator[Checked]:
    """The values of years that follow each other, and their total before or behind them."""
    levels = [each for each in told if each.row.measure == "level"]
    totals = [each for each in levels if _TOGETHER.search(each.words)]
    if len(totals) != 1:
        return
    whole = totals[0]
    parts = [each for each in levels if each is not whole and each.row.unit == whole.row.unit]
    years = [each.row.period for each in parts]
    spans = {period_years(year) for year in years}
    if (
        len(spans) == 1
        and (span := spans.pop())
        and span[1] - span[0] + 1 == len(parts)
        and _EACH_YEAR.search(parts[0].words)
    ):
        years = [str(year) for year in range(span[0], span[1] + 1)]
    follow = all(re.fullmatch(r"\d{4}", year) for year in years) and all(
        int(later) - int(earlier) == 1 for earlier, later in pairwise(years)
    )
    of_unit = [each for each in levels if each.row.unit == whole.row.unit]
    outermost = whole in (of_unit[0], of_unit[-1])
    if len(parts) > 1 and follow and outermost and len({subject(each.row) for each in parts}) == 1:
        yield total(whole.row, [each.row for each in parts])
