"""Choices of the question ``projects``: what may be a project in the labelled passages, and whether it is one.

Each is a choice of one reading or none (:mod:`training.logistic`); ``train.jsonl`` and ``tuning.jsonl`` of
``labels/happenings`` teach.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from happenings_check import half_shared

from labels import LABELS, Labelled, document, passages, stands
from luoshi.reading import document_context
from luoshi.reading.block_frames import framed
from luoshi.reading.projects import Candidate, candidates
from luoshi.records import Document
from training import logistic
from training.answers import Choice

_HELD_BACK = 4.0  # weight of the squares: few passages teach many features
FOLDS = 8
TAUGHT = ("happenings/train", "happenings/tuning")


def choices() -> list[Choice]:
    """What may be a project in the passages that teach, each with its document as its place."""
    taught = (passage for part in TAUGHT for passage in passages(part) if stands(passage))
    return [one for passage in taught for one in _of_passage(passage)]


def judged() -> Iterator[Choice]:
    """What was proposed in other documents and judged: ``labels/happenings/judged.jsonl``, a document a line."""
    for line in (LABELS / "happenings" / "judged.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        opened = document(row["file"], row["date"], row["place"])
        if opened is None or opened.id != row["sha256"]:
            continue
        told = {(start, end): right for start, end, right in row["projects"]}
        for one in _candidates(opened):
            right = told.get(_extent(one))
            if right is not None:
                yield Choice(row["file"], (tuple(one.features),), frozenset({0} if right else ()))


def _of_passage(passage: Labelled) -> Iterator[Choice]:
    opened = document(passage.file, passage.date, passage.place)
    assert opened is not None
    labels = [record for record in passage.records if record["type"] == "project"]
    for one in _candidates(opened):
        first, last = _extent(one)
        if passage.start <= first < passage.end:
            right = any(half_shared(label, {"start": first, "end": last}) for label in labels)
            yield Choice(passage.file, (tuple(one.features),), frozenset({0} if right else ()))


def _candidates(opened: Document) -> Iterator[Candidate]:
    context = document_context(opened)
    return candidates(
        context.outline, framed(context.outline, context.document.text, context.day or context.year, context.title)
    )


def _extent(one: Candidate) -> tuple[int, int]:
    """Where a candidate stands in its document."""
    return one.passage.origin(one.start), one.passage.origin(one.end - 1) + 1


def learn(problems: Sequence[Choice]) -> dict[str, int]:
    """The weights, in hundredths."""
    return logistic.learn(problems, _HELD_BACK)


def folds(problems: Sequence[Choice], further: Sequence[Choice]) -> Iterator[tuple[frozenset[str], dict[str, int]]]:
    """Documents left out in turn, with the weights that all others teach; ``further`` choices only teach."""
    named = sorted({passage.file for part in TAUGHT for passage in passages(part)})
    for fold in range(FOLDS):
        held = frozenset(named[fold::FOLDS])
        yield held, learn([problem for problem in (*problems, *further) if problem.place not in held])


def told(
    question: str, problems: Sequence[Choice], further: Sequence[Choice], learned: dict[str, int]
) -> Iterable[str]:
    """How well the weights do on the passages they come from, and on those left out in learning."""
    yield f"{question}: taken rightly, taken wrongly, not taken"
    yield f"{question}, learned from: {_measured(problems, learned)}"
    totals = [0, 0, 0]
    for held, weights in folds(problems, further):
        for at, count in enumerate(_measured([one for one in problems if one.place in held], weights)):
            totals[at] += count
    yield f"{question}, documents left out in turn: {tuple(totals)}"


def _measured(problems: Iterable[Choice], weights: dict[str, int]) -> tuple[int, int, int]:
    """How many are taken rightly, taken wrongly, not taken."""
    taken = false = missed = 0
    for problem in problems:
        positive = sum(weights.get(feature, 0) for feature in problem.offered[0]) > 0
        taken += positive and bool(problem.right)
        false += positive and not problem.right
        missed += not positive and bool(problem.right)
    return taken, false, missed
