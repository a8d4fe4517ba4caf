"""Problems of the question ``answers``: labelled targets, results of the next report that may be meant, the right ones.

The weights are those of a conditional logit (McFadden 1974): each result has odds against there being no answer. They
are learned by gradient ascent on the likelihood of the labels, held back by their squares; the order of all sums is
fixed, and weights are rounded to hundredths.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import answer_labels
from answer_labels import LabelledPlace, LabelledTarget

from luoshi.ledger import Ledger
from luoshi.ledger.database import Database
from luoshi.ledger.outcomes.features import features
from luoshi.ledger.outcomes.matching import SURE, Reports, may_answer
from luoshi.ledger.outcomes.results import closing_reports, reported_values
from luoshi.ledger.outcomes.selection import asked_for
from luoshi.ledger.outcomes.targets import stated_targets
from luoshi.ledger.series import SeriesRow

SCALE = 100
_ROUNDS, _STEP, _MOMENTUM = 200, 0.1, 0.9
_HELD_BACK = 0.4  # weight of the squares
_LEAST = 4  # problems in which a feature has to be seen


@dataclass(frozen=True)
class Choice:
    """The features of each result that may be meant, and which of them are right; none where nothing answers."""

    place: str
    offered: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def choices(part: str) -> list[Choice]:
    """The problems of a part's labels."""
    return [choice for labelled in answer_labels.places(part) for choice in _of_place(labelled)]


def _of_place(labelled: LabelledPlace) -> list[Choice]:
    with TemporaryDirectory() as folder:
        location = Path(folder, "luoshi.db")
        with Ledger(location) as ledger:
            years = answer_labels.fill(ledger, labelled)
        database = Database(location)
        with database.reading() as connection:
            wanted = asked_for(labelled.place, "")
            targets = stated_targets(connection, wanted, "")
            reported = reported_values(connection, wanted, targets, "")
            closing = closing_reports(connection, reported)
        database.close()
    reports = Reports(reported, closing)
    spans: dict[int, list[SeriesRow]] = defaultdict(list)
    for row in targets:
        spans[years[row.document_id]].append(row)
    found = []
    for label in labelled.targets:
        target = next(
            (row for row in spans[label.span[0]] if row.start < label.span[2] and label.span[1] < row.end), None
        )
        following = min((year for year in years.values() if year > label.span[0]), default=0)
        if target is None or label.answer == "later":
            continue
        for report in reports.after(target):
            if years[report.rows[0].document_id] == following:
                offered = may_answer(target, report)
                right = frozenset(at for at, row in enumerate(offered) if _is_right(row, label))
                if offered and (right or label.answer == "silent" or not _in_parts(label)):
                    rows = tuple(tuple(features(target, row, report)) for row in offered)
                    found.append(Choice(labelled.place, rows, right))
    return found


def _is_right(row: SeriesRow, label: LabelledTarget) -> bool:
    return any(len(place) == 1 and row.start < place[0][2] and place[0][1] < row.end for place in label.places)


def _in_parts(label: LabelledTarget) -> bool:
    return bool(label.places) and all(len(place) > 1 for place in label.places)


def learn(problems: Sequence[Choice], held_back: float = _HELD_BACK) -> dict[str, int]:
    """The weights, in hundredths; ``held_back`` is the weight of their squares."""
    seen: dict[str, int] = defaultdict(int)
    for problem in problems:
        for feature in {feature for offered in problem.offered for feature in offered}:
            seen[feature] += 1
    names = sorted(feature for feature, count in seen.items() if count >= _LEAST)
    number = {name: at for at, name in enumerate(names)}
    known = [
        ([[number[f] for f in offered if f in number] for offered in problem.offered], problem.right)
        for problem in problems
    ]
    weight, speed = [0.0] * len(names), [0.0] * len(names)
    for _ in range(_ROUNDS):
        slope = [-held_back * value for value in weight]
        for offered, right in known:
            for at, pull in enumerate(_pulls(offered, right, weight)):
                for feature in offered[at]:
                    slope[feature] += pull
        for at, value in enumerate(slope):
            speed[at] = _MOMENTUM * speed[at] + _STEP * value / max(1.0, math.sqrt(seen[names[at]]))
            weight[at] += speed[at]
    return {name: round(SCALE * value) for name, value in zip(names, weight, strict=True) if round(SCALE * value)}


def _pulls(offered: list[list[int]], right: frozenset[int], weight: list[float]) -> list[float]:
    """How far each result's score should rise: its share of what is right less its probability."""
    odds = [math.exp(min(30.0, sum(weight[f] for f in features))) for features in offered]
    whole = 1.0 + sum(odds)
    rightly = sum(odds[at] for at in right)
    return [(odd / rightly if at in right else 0.0) - odd / whole for at, odd in enumerate(odds)]


def measure(problems: Iterable[Choice], weights: dict[str, int]) -> tuple[int, int, int, int, int]:
    """How many have an answer, are surely right, surely wrong, right among the first three, sure where none is."""
    answered = sure = wrong = among = false = 0
    for problem in problems:
        odds = [math.exp(sum(weights.get(f, 0) for f in offered) / SCALE) for offered in problem.offered]
        whole = 1.0 + sum(odds)
        order = sorted(range(len(odds)), key=lambda at: -odds[at])
        certain = odds[order[0]] / whole >= SURE
        hit = order[0] in problem.right
        answered += bool(problem.right)
        sure += certain and hit
        wrong += certain and not hit and bool(problem.right)
        false += certain and not problem.right
        among += any(at in problem.right for at in order[:3])
    return answered, sure, wrong, among, false


def told(problems: Sequence[Choice], learned: dict[str, int]) -> Iterable[str]:
    """How well the weights do on the problems they come from, and on places that were left out in learning."""
    yield "answers: with an answer, surely right, surely wrong, among the first three, sure where none is"
    yield f"answers, learned from: {measure(problems, learned)}"
    places = sorted({problem.place for problem in problems})
    totals = [0] * 5
    for place in places:
        others = learn([problem for problem in problems if problem.place != place])
        for at, count in enumerate(measure([problem for problem in problems if problem.place == place], others)):
            totals[at] += count
    yield f"answers, each place left out: {tuple(totals)}"
