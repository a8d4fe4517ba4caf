"""Choices of the question ``projects``: what may be a project in the labelled passages, and whether it is one.

Each is a choice of one reading or none, whose weights are learned as those of answers are
(:mod:`training.answers`); ``labels/happenings/tuning.jsonl`` teaches.
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
from training.answers import Choice
from training.answers import learn as learn_choices

_HELD_BACK = 1.0  # weight of the squares: few passages teach many features
_FOLDS = 7
JUDGED = "judged"  # in place of a passage's id; such choices always teach


def choices() -> list[Choice]:
    """What may be a project in the passages that teach, and what people judged beside them."""
    found = [one for passage in passages("happenings/tuning") if stands(passage) for one in _of_passage(passage)]
    return found + list(_judged())


def _judged() -> Iterator[Choice]:
    """What was proposed in other documents and judged: ``labels/happenings/judged.jsonl``, a document a line."""
    for line in (LABELS / "happenings" / "judged.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        opened = document(row["file"], row["date"], row["place"])
        if opened is None or opened.id != row["sha256"]:
            continue
        judged = {(start, end): right for start, end, right in row["projects"]}
        for one in _candidates(opened):
            right = judged.get(_extent(one))
            if right is not None:
                yield Choice(JUDGED, (tuple(one.features),), frozenset({0} if right else ()))


def _of_passage(passage: Labelled) -> Iterator[Choice]:
    opened = document(passage.file, passage.date, passage.place)
    assert opened is not None
    labels = [record for record in passage.records if record["type"] == "project"]
    for one in _candidates(opened):
        first, last = _extent(one)
        if passage.start <= first < passage.end:
            right = any(half_shared(label, {"start": first, "end": last}) for label in labels)
            yield Choice(passage.id, (tuple(one.features),), frozenset({0} if right else ()))


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
    return learn_choices(problems, _HELD_BACK)


def told(question: str, problems: Sequence[Choice], learned: dict[str, int]) -> Iterable[str]:
    """How well the weights do on the passages they come from, and on those left out in learning."""
    yield f"{question}: taken rightly, taken wrongly, not taken"
    yield f"{question}, learned from: {_measured(problems, learned)}"
    passages_in = sorted({problem.place for problem in problems} - {JUDGED})
    totals = [0, 0, 0]
    for fold in range(_FOLDS):
        held = set(passages_in[fold::_FOLDS])
        others = learn([problem for problem in problems if problem.place not in held])
        for at, count in enumerate(_measured([one for one in problems if one.place in held], others)):
            totals[at] += count
    yield f"{question}, passages left out in turn: {tuple(totals)}"


def _measured(problems: Iterable[Choice], weights: dict[str, int]) -> tuple[int, int, int]:
    """How many are taken rightly, taken wrongly, not taken."""
    taken = false = missed = 0
    for problem in problems:
        positive = sum(weights.get(feature, 0) for feature in problem.offered[0]) > 0
        taken += positive and bool(problem.right)
        false += positive and not problem.right
        missed += not positive and bool(problem.right)
    return taken, false, missed
