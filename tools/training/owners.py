"""Choices of the question ``owners``: figures whose bare name may lack its owner, and which owner the label restores.

``train.jsonl``, ``pages.jsonl`` and ``tuning.jsonl`` teach. An owner is right where the name with it is the label's
and without it is not; where the label has no more than the bare name, none is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import PurePath
from typing import Any

from labels import Labelled, document, passages, stands
from luoshi import score
from luoshi.reading import document_context
from luoshi.reading.figures import figures
from luoshi.reading.restored_owners import Asked, chosen
from training import conditional
from training.answers import Choice

PARTS = ("train", "pages", "tuning")
FOLDS = 8
_HELD_BACK = 8.0  # weight of the squares: few names teach many features
_NEAREST = 0.03  # what a name may be less like the label than the likest


@cache
def choices(parts: tuple[str, ...] = PARTS) -> tuple[Choice, ...]:
    """The figures of the labelled passages that may lack an owner, each with its document as its place."""
    return tuple(one for part in parts for passage in passages(part) if stands(passage) for one in _of_passage(passage))


def _of_passage(passage: Labelled) -> Iterator[Choice]:
    opened = document(passage.file, passage.date, passage.place)
    assert opened is not None
    labels = [record for record in passage.records if record["type"] == "figure"]
    if not labels:
        return
    found: list[tuple[Asked, frozenset[int]]] = []

    def decide(asked: Asked) -> int:
        label = _label_of(asked, labels)
        if label is None:
            return -1
        name = str(label["indicator"] or "")
        right = _right(asked, name)
        found.append((asked, right))
        return min(right, default=-1)

    context = document_context(opened)
    figures(
        context.outline, context.document.text, context.day or context.year, context.home, context.title, decide
    )
    for asked, right in found:
        yield Choice(passage.file, tuple((*asked.shared, *features) for features in asked.features), right)


def _label_of(asked: Asked, labels: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The label of a figure: the one that shares the most of its place."""
    figure = asked.figure
    shared = [min(label["end"], figure.end) - max(label["start"], figure.start) for label in labels]
    best = max(range(len(labels)), key=lambda at: (shared[at], -at))
    return labels[best] if shared[best] > 0 else None


def _right(asked: Asked, label: str) -> frozenset[int]:
    """The owners with which a name is the label's, the likest of them; none where it is without one."""
    alone = score.likeness(asked.figure.indicator, label)
    alike = [score.likeness(name, label) for name in asked.names]
    best = max(alike, default=0.0)
    if best <= alone or (best < 1.0 and score.alike(asked.figure.indicator, label)):
        return frozenset()
    return frozenset(
        at for at, one in enumerate(alike)
        if one >= best - _NEAREST and score.alike(asked.names[at], label)
    )  # fmt: skip


def learn(problems: Sequence[Choice]) -> dict[str, int]:
    """The weights, in hundredths."""
    return conditional.learn(problems, _HELD_BACK)


def told(problems: Sequence[Choice], learned: dict[str, int]) -> Iterable[str]:
    """How well the weights do on the documents they come from, and on documents left out in turn."""
    yield "owners: restored rightly, restored wrongly, restored where none is, not restored"
    yield f"owners, learned from: {measured(problems, learned)}"
    totals = [0] * 4
    for held, weights in folds(problems):
        for at, count in enumerate(measured([one for one in problems if one.place in held], weights)):
            totals[at] += count
    yield f"owners, documents left out in turn: {tuple(totals)}"


def folds(problems: Sequence[Choice]) -> Iterator[tuple[frozenset[str], dict[str, int]]]:
    """Documents left out in turn, with the weights that all others teach."""
    named = sorted({problem.place for problem in problems}, key=lambda place: (PurePath(place).suffix, place))
    for fold in range(FOLDS):
        held = frozenset(named[fold::FOLDS])
        yield held, learn([problem for problem in problems if problem.place not in held])


def measured(problems: Iterable[Choice], weights: dict[str, int]) -> tuple[int, int, int, int]:
    """How many are restored rightly, wrongly, where the label has none, and how many owners are not restored."""
    right = wrong = none = missed = 0
    for problem in problems:
        best = chosen([sum(weights.get(feature, 0) for feature in offered) for offered in problem.offered])
        if best >= 0:
            right += best in problem.right
            wrong += best not in problem.right and bool(problem.right)
            none += not problem.right
        else:
            missed += bool(problem.right)
    return right, wrong, none, missed
