"""What speaks for a later value being the answer to a target, as named features for the scorer.

The words of names count by their rarity in the later document (:mod:`luoshi.ledger.outcomes.reports`); thresholds
are marks on a scale, so that each step adds its own weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from luoshi.ledger.identity import indicator_key
from luoshi.ledger.likeness import like_names, parts_of
from luoshi.ledger.outcomes.compared import comparable, held
from luoshi.ledger.outcomes.names import Name, generic, narrower, pairs_of, taken_apart, told_by, verb_in
from luoshi.ledger.outcomes.reports import Report
from luoshi.ledger.outcomes.units import converted, one_dimension
from luoshi.ledger.outcomes.wording import clause_of
from luoshi.ledger.series import SeriesRow, subject

_MARKS = (30, 50, 65, 80, 95)  # per cent of a name's words
_SENTENCE_MARKS = (10, 20, 35)
_RATIOS = tuple(map(Decimal, ("0.1", "0.5", "0.8", "0.97", "1.03", "1.5", "3", "10")))
_POINTS = tuple(map(Decimal, ("0.05", "2", "6", "15")))
_RUNNING = re.compile(r"累计|总数|总量|合计|共有|保有|存量|达到$|突破$")
_MEAN = re.compile(r"年均|平均每年|五年|三年来|五年来")
# At the prices of an earlier year, or leaving aside what fell away: another growth than the plain one.
_LIKE_FOR_LIKE = re.compile(r"实际(?!到|利|使|完|投|提|吸|缴|种|供|拥|支)|扣除|剔除|可比|同口径|不变价")
_STOCK = re.compile(r"(?:余额|存量|总量|总数|保有量|库存)$")
_OF_LAST_YEAR = re.compile(r"[上去]年(?:同期)?")
_PERCENT = ("%", "个百分点", "‰")


def fits(target: SeriesRow, result: SeriesRow) -> bool:
    """Whether two values can be of one thing: measured in one way and dimension, or of one indicator by name."""
    same = subject(target) == subject(result)
    joint = result.identity in map(indicator_key, parts_of(target.indicator))
    if joint or narrower(result.indicator, target.indicator) or _of_a_part(target, result):
        return False
    if result.unit == "倍" != target.unit and result.measure == "level" and not _OF_LAST_YEAR.fullmatch(result.basis):
        return False  # 是“十五”末的2.8倍 tells of no single year
    if "rank" in (target.measure, result.measure) or "streak" in (target.measure, result.measure):
        return target.measure == result.measure
    if comparable(target, result):
        return same or one_dimension(target, result)
    if target.measure == result.measure:
        return False
    mine, theirs = taken_apart(target.indicator).pairs, taken_apart(result.indicator).pairs
    return same or (target.measure == "growth" and 2 * len(mine & theirs) > len(mine | theirs))


def features(target: SeriesRow, result: SeriesRow, report: Report) -> list[str]:
    """The features of a pair, each a group and what holds in it."""
    mine, theirs = taken_apart(target.indicator), taken_apart(result.indicator)
    subjects, measures = _subjects(target, result), f"{target.measure}>{result.measure}"
    found = [f"subject={subjects}", f"measure={measures}", f"subject,measure={subjects},{measures}"]
    found.append(f"unit={_units(target, result)}")
    same_period = held(target)[0] == held(result)[0]
    if same_period and subjects in ("same", "same name", "told by") and comparable(target, result):
        found.append(f"direct={subjects}")
        if report.alone(result):
            found.append(f"alone={subjects}")
    found.append(f"period={'same' if same_period else result.period_kind}")
    found += _words(target, result, mine, theirs, report)
    found += _parts(mine, theirs, clause_of(result))
    found += _signs(target, result)
    size = _size(target, result)
    if size:
        found.append(size)
    if result.status == "forecast":
        found.append("status=forecast")
    return found


def _of_a_part(target: SeriesRow, result: SeriesRow) -> bool:
    """Whether a result is of the target's indicator for a part of the people only (农村居民), or for all of them."""
    if target.identity.concept != result.identity.concept or not target.identity.concept:
        return False
    mine, theirs = (set(filter(None, row.identity.facets.split(";"))) for row in (target, result))
    return mine < theirs or any(facet.startswith("group=") for facet in mine - theirs if theirs < mine)


def like_for_like(row: SeriesRow) -> bool:
    """Whether a growth is told at the prices of an earlier year, or without what fell away since."""
    return _LIKE_FOR_LIKE.search(clause_of(row)) is not None


def _subjects(target: SeriesRow, result: SeriesRow) -> str:
    if subject(target) == subject(result):
        return "same" if target.identity.concept else "generic name" if generic(target.indicator) else "same name"
    if told_by(target.identity, result.identity):
        return "told by"
    if result.identity in like_names(target.indicator):
        return "like name"
    concepts = (target.identity.concept, result.identity.concept)
    if all(concepts):
        return "other facets" if concepts[0] == concepts[1] else "other"
    return "one known" if any(concepts) else "unknown"


def _units(target: SeriesRow, result: SeriesRow) -> str:
    if target.unit == result.unit:
        return "same"
    return "like" if one_dimension(target, result) else "other"


def _words(target: SeriesRow, result: SeriesRow, mine: Name, theirs: Name, report: Report) -> Iterator[str]:
    """How much of either name the other holds, and what the two sentences share beyond their names."""
    known = target.identity.concept and subject(target) == subject(result)
    if known or told_by(target.identity, result.identity):
        shares = dict.fromkeys(("target", "result", "around", "both"), 100)  # 物价 and 居民消费价格 share no words
    else:
        shares = _shares(mine, theirs, clause_of(result), report)
    for name, share in shares.items():
        yield from (f"{name}>={mark}" for mark in _MARKS if share >= mark)
    around, weight = report.around(target)
    share = _per_cent(report.weight(around & pairs_of(result.sentence)), weight)
    yield from (f"sentence>={mark}" for mark in _SENTENCE_MARKS if share >= mark)


def _shares(mine: Name, theirs: Name, clause: str, report: Report) -> dict[str, int]:
    """The per cent of each name that the other holds, and of the target's that the clause around the value holds."""
    both = mine.pairs & theirs.pairs
    around = mine.pairs & (theirs.pairs | pairs_of(clause))
    held_of_target = _per_cent(report.weight(both), report.weight(mine.pairs))
    held_of_result = _per_cent(report.weight(both), report.weight(theirs.pairs))
    return {
        "target": held_of_target,
        "result": held_of_result,
        "around": _per_cent(report.weight(around), report.weight(mine.pairs)),
        "both": min(held_of_target, held_of_result),
    }


def _parts(mine: Name, theirs: Name, clause: str) -> Iterator[str]:
    """Head nouns, verbs, levels, scopes and thresholds of the two names."""
    if mine.head == theirs.head:
        yield "head=same"
    else:
        yield "head=within" if mine.head in theirs.object or mine.head in clause else "head=other"
    verb = theirs.verb or verb_in(clause)
    if mine.verb and verb:
        yield "verb=same" if mine.verb == verb else f"verb={mine.verb}>{verb}"
        yield "verb=same" if mine.verb == verb else "verb=other"
    elif mine.verb or verb:
        yield "verb=one"
    for name, one, other in (("level", mine.level, theirs.level), ("numbers", mine.numbers, theirs.numbers)):
        if one and other:
            reaches = name == "level" and mine.at_least
            yield f"{name}=same" if one == other else f"{name}={'reaching' if reaches else 'other'}"
        elif one or other:
            yield f"{name}={'target' if one else 'result'} only"
    if theirs.scopes - mine.scopes:
        yield "scope=more"
    if mine.scopes - theirs.scopes:
        yield "scope=less"


def _signs(target: SeriesRow, result: SeriesRow) -> Iterator[str]:
    """Words before the value that tell of another value than the year's own."""
    clause = clause_of(result)
    if _RUNNING.search(clause) and not _RUNNING.search(clause_of(target)):
        yield "says=running total"
    if _MEAN.search(clause) and not _MEAN.search(target.sentence):
        yield "says=several years"
    if result.qualifier != "exact":
        yield "qualifier=rough"
    if target.measure == "growth":
        both = [like_for_like(row) for row in (target, result)]
        yield f"like for like={'both' if all(both) else 'target' if both[0] else 'result' if both[1] else 'neither'}"
    stocks = [bool(_STOCK.search(row.indicator)) for row in (target, result)]
    if stocks[0] != stocks[1]:
        yield f"stock={'target' if stocks[0] else 'result'} only"


def _size(target: SeriesRow, result: SeriesRow) -> str:
    """How far the result is from the target: points between percentages, else the ratio."""
    one = next((end for end in (target.low, target.high) if end is not None), None)
    other = next((end for end in (result.low, result.high) if end is not None), None)
    alike = target.measure == result.measure or {target.measure, result.measure} <= {"level", "share", "change"}
    if one is None or other is None or not alike:
        return ""
    other = converted(other, result.unit, target.unit)
    if target.unit in _PERCENT:
        apart = abs(one - other)
        return f"points<{next((mark for mark in _POINTS if apart < mark), 'more')}"
    if not one or not other:
        return ""
    ratio = abs(other / one)
    return f"ratio<{next((mark for mark in _RATIOS if ratio < mark), 'more')}"


def _per_cent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0
