"""Finding the answer: for each target of a place the result in a later document that tells what came of it.

Each result that may be meant is scored on named features (:mod:`luoshi.ledger.outcomes.features`) with weights learned
from pairs that people judged (``tools/train.py answers``). The scores of all that may be meant, and of none of them,
make probabilities (a conditional logit); those of results that say one value are added up to the confidence in it.
Within a document the surest pairs go first, and a result answers one target.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from luoshi.ledger.identity import last_month, period_years
from luoshi.ledger.outcomes.compared import comparable, held
from luoshi.ledger.outcomes.features import features, fits, like_for_like
from luoshi.ledger.outcomes.names import generic
from luoshi.ledger.outcomes.reports import Report
from luoshi.ledger.outcomes.results import tells
from luoshi.ledger.outcomes.told import Candidate
from luoshi.ledger.outcomes.units import one_dimension
from luoshi.ledger.series import SeriesRow, agree, subject
from luoshi.reading.scorer import weights

#: Confidence from which a result has a verdict, and one of the target's own name; from which what decides nothing (a
#: level where a growth was set) is told as the result; from which a likely answer is offered; that of a confirmed one.
SURE, OWN, SHOWN, LIKELY, CONFIRMED = 0.9, 0.8, 0.6, 0.05, 1.0
_MOST = 0.99  # of what nobody confirmed
_LEAST = 0.01  # of all odds, below which a result adds to no confidence
_OFFERED = 5
#: What people said of pairs: the target's id, the later figure's id, and whether it is the answer.
Judged = Mapping[str, Mapping[str, bool]]
#: A result's figure and its indicator: a figure that tells of several at once answers a target for each.
_Number = tuple[str, str]
_SCALE = 100


@dataclass(slots=True)
class Found:
    """What was found for a target: candidates by falling confidence, and whether a later report is there."""

    candidates: list[Candidate] = field(default_factory=list)
    reported: bool = False

    def sure(self, target: SeriesRow) -> Candidate | None:
        """The candidate that counts as the result; what decides nothing of the target may be less sure."""
        best = self.candidates[0] if self.candidates else None
        if best is None or held(best.figure)[0] != held(target)[0]:
            return best if best is not None and best.confidence == CONFIRMED else None
        if not comparable(target, best.figure):
            return best if best.confidence >= SHOWN else None
        own = subject(best.figure) == subject(target) and not generic(target.indicator)
        return best if best.confidence >= (OWN if own else SURE) else None


@dataclass(slots=True)
class _Waiting:
    """A target and the results of one document that may be meant, with their odds against none, by falling odds."""

    at: int
    odds: list[tuple[SeriesRow, float]]

    def ranked(self, taken: Collection[_Number]) -> list[Candidate]:
        """Results that are left, one for each value, by falling confidence."""
        left = [(row, odds) for row, odds in self.odds if _number(row) not in taken]
        whole = 1.0 + sum(odds for _, odds in left)
        kept: list[tuple[SeriesRow, float]] = []
        for row, odds in left:
            if odds < _LEAST * whole:
                break
            same = next((at for at, (other, _) in enumerate(kept) if one_value(row, other)), None)
            if same is None:
                kept.append((row, odds))
            else:
                kept[same] = (kept[same][0], kept[same][1] + odds)
        kept.sort(key=lambda pair: -pair[1])
        return [Candidate(row, min(_MOST, round(odds / whole, 2))) for row, odds in kept[:_OFFERED]]


def _number(row: SeriesRow) -> _Number:
    return row.id, row.identity.key


def one_value(one: SeriesRow, other: SeriesRow) -> bool:
    """Whether two results say one value of one thing."""
    return one.measure == other.measure and one.unit == other.unit and one.sign == other.sign and agree(one, other)


class Reports:
    """What later documents report, by place and period; made once for all targets."""

    def __init__(self, rows: Iterable[SeriesRow], closing: Collection[str] = ()) -> None:
        grouped: dict[tuple[str, int], dict[str, list[SeriesRow]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            years = period_years(row.period)
            if years and tells(row, closing):
                grouped[subject(row)[2], years[1]][row.document_id].append(row)
        self._reports = {
            key: [Report(found) for _, found in sorted(documents.items())] for key, documents in grouped.items()
        }

    def after(self, target: SeriesRow) -> list[Report]:
        """The documents that report the target's place and last year once its period is over, in order."""
        years = period_years(held(target)[0])
        found = self._reports.get((subject(target)[2], years[1]), []) if years else []
        end = last_month(target.period)
        later = [report for report in found if (report.rows[0].date[:7] or "9999") >= end]
        return sorted(later, key=lambda report: (report.rows[0].date or "9999", report.rows[0].document_id))


def may_answer(target: SeriesRow, report: Report) -> list[SeriesRow]:
    """The results of a report that may tell of a target.

    Where an indicator's growth is told beside its level, or its year beside five years, what can be compared is meant;
    where its year is told at all, none of what is told of it over other years.
    """
    period = held(target)[0]
    found = [row for row in report.near(target) if _of_period(row, period) and fits(target, row)]
    direct = {subject(row) for row in found if _is_direct(target, row)}
    meant = [row for row in found if subject(row) not in direct or _is_direct(target, row)]
    told = {subject(row) for row in meant if held(row)[0] == period}
    meant = [row for row in meant if subject(row) not in told or held(row)[0] == period]
    return _of_one_kind(target, meant)


def _of_one_kind(target: SeriesRow, found: list[SeriesRow]) -> list[SeriesRow]:
    """Without what leaves price rises aside where the target does not, if the other is told too; and the reverse."""
    if target.measure != "growth":
        return found
    kind = like_for_like(target)
    own = {subject(row) for row in found if _is_direct(target, row) and like_for_like(row) == kind}
    return [row for row in found if subject(row) not in own or like_for_like(row) == kind]


def _of_period(row: SeriesRow, period: str) -> bool:
    return "/" not in period or held(row)[0] == period


def _is_direct(target: SeriesRow, row: SeriesRow) -> bool:
    return held(row)[0] == held(target)[0] and comparable(target, row) and one_dimension(target, row)


def find(
    targets: Sequence[SeriesRow],
    reports: Reports,
    judged: Judged,
) -> list[Found]:
    """What answers each target, in the order given."""
    found = [Found() for _ in targets]
    by_report: dict[int, tuple[Report, list[int]]] = {}
    for at, target in enumerate(targets):
        for report in reports.after(target):
            found[at].reported = True
            by_report.setdefault(id(report), (report, []))[1].append(at)
    for report, asked in by_report.values():
        for at, candidates in _assigned(targets, asked, report, judged).items():
            found[at].candidates += candidates
    for target, one in zip(targets, found, strict=True):
        one.candidates = _best_of_all(target, one.candidates)
    return found


def _best_of_all(target: SeriesRow, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates of several documents: sure ones that decide, of the target's own name before others, then the surest.

    A level that a report of years later looks back on (由2002年的4330亿元增长到…) is no rival to the growth.
    """

    def rank(one: Candidate) -> tuple[bool, bool, float]:
        own = subject(one.figure) == subject(target)
        sure = one.confidence >= (OWN if own else SURE)
        return not (sure and _is_direct(target, one.figure)), not (sure and own), -one.confidence

    kept: list[Candidate] = []
    for one in sorted(candidates, key=rank):
        if not any(one_value(one.figure, other.figure) for other in kept):
            kept.append(one)
    return [one for one in kept if one.confidence >= LIKELY][:_OFFERED]


def _assigned(
    targets: Sequence[SeriesRow], asked: Sequence[int], report: Report, judged: Judged
) -> dict[int, list[Candidate]]:
    """The candidates of one report for each target: pairs are made by falling confidence, each result once."""
    score = weights("answers").score
    taken: set[_Number] = set()
    settled: dict[int, list[Candidate]] = {}
    waiting = []
    for at in asked:
        words = judged.get(targets[at].id, {})
        confirmed = next((row for row in report.rows if words.get(row.id)), None)
        if confirmed is not None:
            settled[at] = [Candidate(confirmed, CONFIRMED)]
            taken.add(_number(confirmed))
            continue
        meant = [row for row in may_answer(targets[at], report) if words.get(row.id, True)]
        odds = [(row, math.exp(score(features(targets[at], row, report)) / _SCALE)) for row in meant]
        waiting.append(_Waiting(at, sorted(odds, key=lambda pair: -pair[1])))
    ranked = {one.at: one.ranked(taken) for one in waiting}
    while waiting:
        surest = max(waiting, key=lambda one: _confidence(ranked[one.at]))
        if _confidence(ranked[surest.at]) < SURE:
            break
        settled[surest.at] = ranked[surest.at]
        answer = settled[surest.at][0].figure
        told = {_number(row) for row, _ in surest.odds if one_value(row, answer) and subject(row) == subject(answer)}
        taken |= told
        waiting.remove(surest)
        for one in waiting:
            if any(_number(row) in told for row, _ in one.odds):
                ranked[one.at] = one.ranked(taken)
    return settled | {one.at: ranked[one.at] for one in waiting}


def _confidence(ranked: Sequence[Candidate]) -> float:
    """How sure the likeliest result is."""
    return ranked[0].confidence if ranked else 0.0
