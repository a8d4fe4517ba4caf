"""Problems of the question ``projects``: what may be a project in the labelled passages, and whether it is one.

The first reading of each problem is that it is none, which has no features: its score is 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from happenings_check import half_shared
from train import Problem

from labels import Labelled, document, passages, stands
from luoshi.reading import document_context
from luoshi.reading.projects import candidates


def problems(part: str) -> list[Problem]:
    """The problems of ``labels/happenings/tuning.jsonl``, the only part that teaches; none for another."""
    if part != "train":
        return []
    return [problem for passage in passages("happenings/tuning") if stands(passage) for problem in of_passage(passage)]


def of_passage(passage: Labelled) -> Iterator[Problem]:
    """The problems of a passage."""
    opened = document(passage.file, passage.date, passage.place)
    assert opened is not None
    context = document_context(opened)
    labels = [record for record in passage.records if record["type"] == "project"]
    for one in candidates(context.outline, context.document.text, context.day or context.year, context.title):
        first, last = one.passage.origin(one.start), one.passage.origin(one.end - 1) + 1
        if passage.start <= first < passage.end:
            here = {"start": first, "end": last}
            is_one = any(half_shared(label, here) for label in labels)
            yield Problem(((), tuple(one.features)), frozenset({int(is_one)}))
