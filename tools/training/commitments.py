"""Problems of the questions ``commitments``, ``actors`` and ``concrete``: what the labels say of each segment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from train import Problem

import labels
from luoshi import documents, score
from luoshi.reading import document_context
from luoshi.reading.commitments import Candidates, candidates
from luoshi.reading.first_words import head_of
from luoshi.reading.leanings import Look, leaning_features
from luoshi.reading.offices import offices
from luoshi.reading.pledge_features import concrete_features, described, sections_of
from luoshi.reading.statements import statements
from luoshi.records import Document

Label = dict[str, Any]
Told = list[tuple[Look, Label | None]]


_TIMES_PRACTISED = 11  # short texts say plainly what long ones leave among much else


@cache
def _candidates(file: str, date: str, place: str) -> Candidates:
    document = labels.document(file, date, place)
    assert document is not None
    return _offered(document)


def _offered(document: Document) -> Candidates:
    context = document_context(document)
    home = context.home.name if context.home is not None else ""
    people = offices(context.outline, document.text, home)
    spoken = statements(context.outline, document.text, people)
    offered = candidates(context.outline, document.text, people, spoken, home, context.day or context.year)
    return replace(offered, looks=list(described(offered.looks, offered.around)))


@cache
def practice() -> tuple[tuple[Candidates, tuple[Label, ...]], ...]:
    """The project's own pages of ``practice/``: day and place, then a text with ⟦actor·concrete|words⟧ in it.

    A line ``----`` stands between the texts of one file.
    """
    out = []
    paths = sorted(Path(__file__).with_name("practice").glob("*.txt"))
    for page in (page for path in paths for page in path.read_text("utf-8").split("\n----\n")):
        head, _, marked = page.partition("\n")
        date, place = head.split()
        text, found = "", []
        for piece in re.split("(⟦[^⟧]*⟧)", marked):
            actor, _, words = piece.strip("⟦⟧").partition("|")
            if piece.startswith("⟦"):
                name, _, told = actor.partition("·")
                start = len(text)
                text += words
                found.append({"start": start, "end": len(text), "quote": words, "actor": name, "concrete": told == "1"})
            else:
                text += piece
        out.append((_offered(Document("practice", text, date=date, place=place)), tuple(found)))
    return tuple(out)


def _told(part: str) -> Iterator[tuple[Candidates, Told]]:
    """Each passage's segments in order, with the label that says the same stretch commits somebody."""
    for passage in labels.passages(part):
        if passage.asks_for("task") and labels.stands(passage):
            wanted = [record for record in passage.records if record["type"] == "task"]
            offered = _candidates(passage.file, passage.date, passage.place)
            yield offered, _paired(offered, wanted, passage.start, passage.end)
    if part == "train":
        for offered, found in practice() * _TIMES_PRACTISED:
            yield offered, _paired(offered, list(found), 0, len(offered.bodies.document_text))
        if (sample := _sample()) is not None:
            yield sample


def _sample() -> tuple[Candidates, Told] | None:
    """The interview of the page that the project started from; its other articles have no labels of commitments."""
    path = labels.CORPORA.parent / "gold" / "d1_qingdao.txt"
    if not path.exists():
        return None
    found = [record for record in score.load(path.with_suffix(".jsonl")) if record["type"] == "task"]
    offered = _offered(replace(documents.open(path), date="2025-01-01", place="青岛市"))
    wanted = [{**record, "concrete": True} for record in found]
    return offered, _paired(offered, wanted, min(one["start"] for one in found), max(one["end"] for one in found))


def _paired(offered: Candidates, wanted: list[Label], start: int, end: int) -> Told:
    inside = []
    for look in offered.looks:
        segment = look.segment
        span = segment.passage.span(offered.bodies.document_text, segment.start, segment.end)
        if start <= span.start < end:
            inside.append((look, {"start": span.start, "end": span.end}))
    paired = {j: i for i, j in score.pairs(wanted, [place for _, place in inside])}
    return [(look, wanted[paired[j]] if j in paired else None) for j, (look, _) in enumerate(inside)]


def problems(part: str) -> list[Problem]:
    """Whether a segment commits a body: the readings are no (no features) and yes."""
    return [
        Problem(((), tuple(look.features)), frozenset({int(label is not None)}))
        for offered, told in _told(part)
        for look, label in told
        # Pages are few beside reports, whose sentences are alike: they count twice.
        for _ in range(1 if offered.around.kind == "report" or part != "train" else 2)
    ]


def leanings(part: str) -> list[Problem]:
    """Whether a segment plans or reviews, by the headings of the part's reports; no label is needed for it."""
    out = []
    for file, date, place in dict.fromkeys(
        (passage.file, passage.date, passage.place) for passage in labels.passages(part) if passage.asks_for("task")
    ):
        offered = _candidates(file, date, place)
        if offered.around.kind != "report":
            continue
        for look, section in zip(offered.looks, sections_of(offered.looks, offered.around), strict=True):
            if section != "none":
                told = leaning_features(look, head_of(look.segment.text))
                out.append(Problem(((), tuple(sorted(told))), frozenset({int(section == "plan")})))
    return out


def concrete(part: str) -> list[Problem]:
    """Whether a commitment can be checked."""
    return [
        Problem(((), tuple(concrete_features(look))), frozenset({int(label["concrete"])}))
        for _, told in _told(part)
        for look, label in told
        if label is not None
    ]


def actors(part: str) -> list[Problem]:
    """Which of the proposed bodies a commitment is."""
    out = []
    for offered, told in _told(part):
        offered.bodies.previous = ""
        for look, label in told:
            if label is None:
                continue
            proposals = offered.bodies.proposals(look, offered.around)
            right = frozenset(
                i for i, one in enumerate(proposals)
                if score.compared("task", label, {"actor": one.name})["actor"]
            )  # fmt: skip
            offered.bodies.decided(look, label["actor"])
            out.append(Problem(tuple(tuple(one.features) for one in proposals), right))
    return out
