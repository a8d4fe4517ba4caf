"""Labelled targets with their answers, ``labels/answers/*.jsonl``, and the ledger of the reports that they are of.

labels/README.md tells the form. Where a report is not the one that was labelled, its place is left out and named.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from labels import CORPORA, LABELS, digest
from luoshi import documents, reading
from luoshi.ledger import Ledger
from luoshi.records import Reading

FOLDER = LABELS / "answers"
PARTS = ("tuning", "test")
Span = tuple[int, int, int]  # the report's year, start and end in its text


@dataclass(frozen=True, slots=True)
class LabelledTarget:
    """A target and where the next report answers it: several places, each of one or more spans that decide together."""

    key: str
    span: Span
    indicator: str
    measure: str
    period: str
    answer: Literal["told", "silent", "later"]
    places: tuple[tuple[Span, ...], ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class LabelledResult:
    """What a report tells of a headline indicator for the year before it."""

    key: str
    span: Span
    indicator: str
    measure: str
    period: str


@dataclass(frozen=True, slots=True)
class LabelledPlace:
    """The labels of one place: its reports by year (path below the corpora, hashes), and what was found in them."""

    place: str
    documents: dict[str, dict[str, str]]
    targets: tuple[LabelledTarget, ...]
    results: tuple[LabelledResult, ...]
    passages: tuple[Span, ...]
    no_targets: tuple[Span, ...]

    def within(self, span: Span) -> bool:
        """Whether a span stands in a passage that was labelled whole."""
        return any(span[0] == year and start <= span[1] < end for year, start, end in self.passages)


def places(part: str) -> list[LabelledPlace]:
    """The labelled places of a part; none where there is no file."""
    path = FOLDER / f"{part}.jsonl"
    return [_place(json.loads(line)) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _place(row: dict[str, Any]) -> LabelledPlace:
    kinds: dict[str, list[list[Any]]] = {"T": [], "R": [], "P": [], "N": []}
    for record in row["records"]:
        kinds[record[0]].append(record[1:])
    return LabelledPlace(
        place=row["place"],
        documents=row["documents"],
        targets=tuple(_target(*record) for record in kinds["T"]),
        results=tuple(LabelledResult(key, (y, s, e), *rest) for key, y, s, e, *rest in kinds["R"]),
        passages=tuple((y, s, e) for y, s, e in kinds["P"]),
        no_targets=tuple((y, s, e) for y, s, e in kinds["N"]),
    )


def _target(
    key: str, year: int, start: int, end: int, indicator: str, measure: str, period: str, answer: Any, verdict: str
) -> LabelledTarget:
    told = isinstance(answer, list)
    spans = tuple(tuple((y, s, e) for y, s, e in one) for one in answer) if told else ()
    return LabelledTarget(
        key, (year, start, end), indicator, measure, period, "told" if told else answer, spans, verdict
    )


def read(labelled: LabelledPlace) -> Iterator[tuple[int, Reading]]:
    """The labelled reports of a place as they are read, by year; ``ValueError`` for one that is another text."""
    for year, document in sorted(labelled.documents.items()):
        path = CORPORA / document["file"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != document["sha256"]:
            raise ValueError(f"{path}: 不是标注的文件 / is not the file that was labelled")
        found = reading.read(documents.open(path, place=labelled.place))
        if digest(found.document.text) != document["text"]:
            raise ValueError(f"{path}: 文本不是标注时的文本 / its text is not the one that was labelled")
        yield int(year), found


def fill(ledger: Ledger, labelled: LabelledPlace) -> dict[str, int]:
    """Add the labelled reports of a place; the year of each by its document's id."""
    years = {}
    for year, found in read(labelled):
        ledger.add(found)
        years[found.document.id] = year
    return years
