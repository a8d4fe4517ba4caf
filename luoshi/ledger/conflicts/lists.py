"""Lists of parts in prose: what follows 其中, 分…看, 由…组成, or comes before 总计, beside the whole that they make up.

The parts need not be of a sum that is known. A list is taken to be complete where its words say so (分产业看,
按运输方式分, 分别, 由…组成, 总计) and it comes near its whole. A list that only says 其中 may be of some parts,
and these may overlap (私人汽车…；新能源汽车…); only where they are enumerated (A、B和C) or their names part the
whole (:mod:`luoshi.knowledge.partitions`) they may not come to more than it does.

    存款余额6234.5亿元。分部门看，住户存款3518.2亿元，…      the whole is the first figure of the sentence before
    保费收入136.9亿元，其中，人身险94.6亿元，财产险48.3亿元   the parts exceed it
    当年收入62.4亿元，上级补助收入118.7亿元，…，收入总计256.5亿元
    收入总计94.7亿元，支出总计91.3亿元，年终结余3.4亿元
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from luoshi.knowledge.partitions import partitions
from luoshi.ledger.conflicts.rows import Checked, ConflictRow, added, apart, distance, slack, stands_for
from luoshi.ledger.conflicts.shares import divided
from luoshi.ledger.conflicts.sums import sum_row, total
from luoshi.ledger.conflicts.told import Told
from luoshi.ledger.conflicts.wording import EACH, REMAINDER
from luoshi.ledger.precision import shown

_COMPLETE = re.compile(
    r"[分按从][^，。；：\d]{1,10}(?:看|分|划分)[，,：:]|其中[，,：:]?[^，。；\d]{0,24}分别[为是达]?|由[^，。；]{2,20}组成|主要[^，。；]{0,8}项目[^，。；]{0,4}[：:]"
    r"|分[两三四五六]批|具体[为是]"
)
_AMONG = re.compile(r"其中[:：，,]?|[：:]")
_NESTED = re.compile(r"其中|含|[（(][^）)]*$")
_BEHIND = re.compile(r"[^，。；（(]{0,16}[（(](?:占比?)?|[，,]?(?:占比?|约占|占全部的?|占总数的?)(?:为|达到?|约)?")
_ENUMERATED = re.compile(r"[、和及]")  # what an enumeration sets side by side does not overlap
_TOTAL = re.compile(r"(?:总计|合计|总额|总量|共计)[为达]?$")
_OF_SIDE = re.compile(r"(?:收入|支出)方(?:总计|合计)$")
_INCOME = re.compile(r"(?:收入|资金|财力)(?:方?总计|方?合计|总量)$|总收入(?:预算)?$")
_OUTLAY = re.compile(r"支出(?:方?总计|方?合计|总量)$|总支出(?:预算)?$")
_BALANCE = re.compile(r"(?:年[终末]|收支)(?:结余|结转|结存)+$|结转结余$")
_ACCUMULATED = re.compile(r"累计|滚存|上年")
_NEAR = (Decimal("0.9"), Decimal("1.12"))  # parts that come to less or more of their whole are not its list
_NOT_ALL = re.compile(r"其中|及")
_GAP = 12  # characters between two sentences, and line ends within them, that are no sentence
_MOST_WHOLES = 4
_FEWEST = 3  # parts that only a total behind them names as such


def within(figures: Iterable[Told]) -> Iterator[Checked]:
    """The lists of a document's prose; ``figures`` in the order of its text."""
    prose = (each for each in figures if not each.words.startswith("|"))
    earlier: list[Told] = []
    before: list[Told] = []
    for _, group in groupby(prose, key=lambda each: each.start):
        told = list(group)
        sentence = [each for each in told if each.row.measure == "level" and each.row.unit != "%"]
        yield from _behind(sentence)
        if before and sentence and _adjacent(before[0], sentence[0]):
            yield from _of_sentence_before(before, sentence)
        yield from _with_shares([*before, *sentence], told)
        yield from _up_to_total(sentence)
        yield from _balanced([*earlier, *before], sentence)
        earlier, before = before, sentence


def _adjacent(one: Told, other: Told) -> bool:
    """Whether nothing stands between the sentences of two figures."""
    return other.start - one.start - len(one.row.sentence) <= _GAP


def _behind(sentence: Sequence[Told]) -> Iterator[Checked]:
    """The parts behind a whole in its own sentence."""
    for at, whole in enumerate(sentence[:-1]):
        joint = _joint(whole, sentence[at + 1])
        complete = _COMPLETE.search(joint) is not None
        if (complete or _AMONG.search(joint)) and not re.search(r"[；;]", joint):
            parts = _parts(whole, sentence[at + 1 :])
            yield from _made_up(whole, parts, complete)
            if not parts or not complete:
                continue
            return


def _of_sentence_before(before: Sequence[Told], sentence: Sequence[Told]) -> Iterator[Checked]:
    """The parts that a sentence tells of the first figure of the sentence before it."""
    whole = next((each for each in before if each.row.unit == sentence[0].row.unit), before[0])
    joint = sentence[0].words
    complete = _COMPLETE.search(joint) is not None
    parts = _parts(whole, sentence)
    if complete or _AMONG.match(joint):
        yield from _made_up(whole, parts, complete)
    # A part is no more than its whole.
    only = [each for each in before if each.row.unit == whole.row.unit] == [whole]
    rate = whole.row.unit in ("", "%") or EACH.search(whole.row.indicator)
    if not parts or not only or not joint.startswith("其中") or rate:
        return
    if stands_for(parts[0].row)[0] > stands_for(whole.row)[1] and not EACH.search(parts[0].row.indicator):
        yield sum_row(whole.row, stands_for(whole.row), [parts[0].row], ">")


def _joint(one: Told, other: Told) -> str:
    return other.words[len(one.told) :]


def _parts(whole: Told, after: Sequence[Told]) -> list[Told]:
    """The figures behind a whole that may be its parts, up to one of another time, unit or kind."""
    parts: list[Told] = []
    for each in after:
        if (each.row.unit, each.row.period, each.row.status) != (whole.row.unit, whole.row.period, whole.row.status):
            break
        if parts and _NESTED.search(_joint(parts[-1], each)):
            break
        parts.append(each)
    return parts


def _made_up(whole: Told, parts: Sequence[Told], complete: bool) -> Iterator[Checked]:
    if len(parts) < 2 or whole.row.unit in ("", "%") or EACH.search(whole.row.indicator + whole.row.unit):
        return
    reached, given = stands_for(whole.row), added([stands_for(each.row) for each in parts])
    if reached[0] <= 0 or not _NEAR[0] < given[1] / reached[1] < _NEAR[1]:
        return
    names = [each.row.indicator for each in parts]
    families = [family for family in partitions() if family.parts(names)]
    nothing_left = REMAINDER.search(names[-1]) or any(family.leaves_nothing(names) for family in families)
    apart_in_kind = families or all(_ENUMERATED.match(_joint(one, other)) for one, other in pairwise(parts))
    if complete or nothing_left or (apart_in_kind and given[0] > reached[1]):
        yield total(whole.row, [each.row for each in parts])
    elif not apart(given, reached):
        yield None


def _up_to_total(sentence: Sequence[Told]) -> Iterator[Checked]:
    """The figures of a sentence up to the one that it calls their total."""
    for at, whole in enumerate(sentence):
        if at < _FEWEST or not _TOTAL.search(whole.words):
            continue
        if not _TOTAL.search(whole.row.indicator) and not _OF_SIDE.search(whole.words):
            continue
        parts = [each for each in sentence[:at] if each.row.unit == whole.row.unit]
        if len(parts) == at and not _NOT_ALL.search(whole.words) and "加上" not in parts[0].words:
            yield from _made_up(whole, parts, complete=True)
        return


def _with_shares(wholes: Sequence[Told], told: Sequence[Told]) -> Iterator[Checked]:
    """Parts each with its share behind it (教育31.2亿元，占26%；…): by the whole that the others are shares of."""
    pairs = [
        (part, share)
        for part, share in pairwise(told)
        if part.row.measure == "level"
        and share.row.unit == "%"
        and share.row.measure in ("share", "level")
        and _BEHIND.fullmatch(_joint(part, share))
    ]
    if len(pairs) < 2:
        return
    first = pairs[0][0]
    candidates = [each for each in wholes if each.row.start < first.row.start][-_MOST_WHOLES:]
    found = [[divided("share", share.row, part.row, whole.row) for part, share in pairs] for whole in candidates]
    best = max(found, key=lambda checks: checks.count(None), default=[])
    held = best.count(None)
    of_one_scope = len({part.row.identity.facets for part, _ in pairs}) == 1
    if (held > 1 and held * 2 >= len(best)) or (held == 1 and len(best) == 2 and of_one_scope):
        yield from best


def _balanced(earlier: Sequence[Told], sentence: Sequence[Told]) -> Iterator[Checked]:
    """What is left of all that came in when all that went out is taken from it.

    The balance stands in the sentence itself, the totals before it there or in the sentences ``earlier``.
    """
    left = next((each for each in sentence if _is_balance(each)), None)
    if left is None:
        return
    before = [each for each in (*earlier, *sentence) if each.row.start < left.row.start]
    totals = [each for each in before if _INCOME.search(each.row.indicator) or _OUTLAY.search(each.row.indicator)]
    if len(totals) < 2 or any(_is_balance(each) for each in before if each.row.start > totals[-2].row.start):
        return
    income, outlay = totals[-2:]
    if not (_INCOME.search(income.row.indicator) and _OUTLAY.search(outlay.row.indicator)):
        return
    (low, high), (least, most) = stands_for(income.row), stands_for(outlay.row)
    worked_out, said = (low - most, high - least), stands_for(left.row)
    if not apart(worked_out, said):
        yield None
        return
    words = f"{income.row.quote} − {outlay.row.quote} = {shown((worked_out[0] + worked_out[1]) / 2)}"
    open_by = shown(slack(worked_out, said))
    rows = (left.row, income.row, outlay.row)
    size = distance(worked_out, said)
    yield ConflictRow("sum", f"{words} ≠ {left.row.quote}: 容差 tolerance {open_by}", rows, size)


def _is_balance(each: Told) -> bool:
    return _BALANCE.search(each.row.indicator) is not None and not _ACCUMULATED.search(each.row.indicator)
