"""Choices of the question ``events``: clauses of the labelled passages that may tell an event, and whether they do.

Learned as projects are (:mod:`training.projects`), from the same passages.
"""

from __future__ import annotations

from collections.abc import Iterator

from labels import Labelled, document, passages, stands
from luoshi.reading import document_context
from luoshi.reading.block_frames import framed
from luoshi.reading.events import candidates
from luoshi.reading.offices import offices
from training.answers import Choice
from training.projects import TAUGHT


def choices() -> list[Choice]:
    """What may tell an event in the passages that teach, each with its document as its place."""
    taught = (passage for part in TAUGHT for passage in passages(part) if stands(passage))
    return [one for passage in taught for one in _of_passage(passage)]


def _of_passage(passage: Labelled) -> Iterator[Choice]:
    opened = document(passage.file, passage.date, passage.place)
    assert opened is not None
    context = document_context(opened)
    text = context.document.text
    people = offices(context.outline, text, context.home.name if context.home is not None else "")
    labels = [record for record in passage.records if record["type"] == "event"]
    day = context.day or context.year
    blocks = framed(context.outline, text, day, context.title)
    for one in candidates(context.outline, text, blocks, people, day):
        where = one.clause.block.passage
        first, last = where.origin(one.clause.start), where.origin(one.clause.end - 1) + 1
        if passage.start <= first < passage.end:
            right = any(min(label["end"], last) > max(label["start"], first) for label in labels)
            yield Choice(passage.file, (tuple(one.features),), frozenset({0} if right else ()))
