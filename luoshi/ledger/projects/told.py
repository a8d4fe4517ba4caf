"""The mentions of projects in the readings that stand, each with what its sentence says of money, length and duty."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Connection, Select, select

from luoshi.ledger.mentions import Evidence, mentions, of_jurisdiction
from luoshi.ledger.projects.names import each_line
from luoshi.ledger.projects.rows import Amount, ProjectMention
from luoshi.ledger.rows import key_of, record_id
from luoshi.ledger.schema import commitments, figures, projects, readings, sentences
from luoshi.records import Project

_ID_DIGITS = len(record_id("0" * 64, "")) - 1  # of a document in the ids of its records
_AMOUNTS = ("元", "公里", "千米", "米", "平方米", "平方公里")
_CLAUSES = re.compile(r"[，,；;。]")


def told_mentions(connection: Connection, place: str = "") -> dict[str, list[ProjectMention]]:
    """The mentions of the projects of each jurisdiction in the order of time, of one ``place`` or of all (``""``)."""
    around = _Around(connection, place)
    found: dict[str, list[ProjectMention]] = defaultdict(list)
    for record, home, evidence in mentions(connection, "project", place):
        mention = around.told(cast(Project, record), evidence)
        found[home] += (replace(mention, name=name) for name in each_line(mention.name))
    return dict(found)


class _Around:
    """What stands around the mentions: sentences, figures, commitments, looked up by document and offset."""

    def __init__(self, connection: Connection, place: str) -> None:
        self._sentences = _by_document(_rows(connection, _within(sentences, sentences.c.text), place))
        amounts = _within(figures, figures.c.indicator, figures.c.quote, figures.c.unit, figures.c.status)
        wanted = figures.c.unit.in_(_AMOUNTS) | (figures.c.status == "target")
        self._figures = _by_document(_rows(connection, amounts.add_columns(figures.c.ordinal).where(wanted), place))
        pledged = _within(commitments, commitments.c.ordinal)
        self._commitments = _by_document(_rows(connection, pledged, place))
        named = _rows(connection, _within(projects), place)
        self._projects = _by_document(named)

    def told(self, project: Project, evidence: Evidence) -> ProjectMention:
        """A record as a mention, with what is said around it."""
        document_id = evidence.id.partition(":")[0]
        sentence = _holding(self._sentences.get(document_id, []), evidence.start)
        told = ProjectMention(
            id=evidence.id,
            name=project.name,
            quote=project.quote,
            stage=project.stage,
            ahead=project.ahead,
            period=project.period,
            body=project.body,
            document=evidence.document,
            date=evidence.date,
            start=evidence.start,
            end=evidence.end,
            sentence=sentence["text"] if sentence else evidence.quote,
        )
        if sentence is None:
            return told
        pledge = _holding(self._commitments.get(document_id, []), evidence.start)
        targets = [row for row in self._inside(self._figures, document_id, sentence) if row["status"] == "target"]
        return replace(
            told,
            amounts=tuple(self._amounts(document_id, sentence, evidence)),
            commitment=record_id(document_id, key_of("commitment", pledge)) if pledge else "",
            targets=tuple(record_id(document_id, key_of("figure", row)) for row in targets),
        )

    def _amounts(self, document_id: str, sentence: Any, evidence: Evidence) -> Iterable[Amount]:
        """The figures of money and length in the clause of a mention, or in its sentence where that names no other."""
        first, last = sentence["start"], sentence["end"]
        if len(self._inside(self._projects, document_id, sentence)) > 1:
            text = sentence["text"]
            cuts = [first, *(first + found.end() for found in _CLAUSES.finditer(text)), last]
            at = bisect_right(cuts, evidence.start) - 1
            first, last = cuts[at], cuts[min(at + 1, len(cuts) - 1)]
        for row in self._inside(self._figures, document_id, {"start": first, "end": last}):
            if row["unit"] in _AMOUNTS:
                id = record_id(document_id, key_of("figure", row))
                yield Amount(id, row["indicator"], row["quote"], row["unit"])

    def _inside(self, rows: dict[str, list[Any]], document_id: str, stretch: Any) -> list[Any]:
        """The rows of a document that begin within a stretch of it."""
        held = rows.get(document_id, [])
        first = bisect_right(held, stretch["start"] - 1, key=_start)
        return held[first : bisect_right(held, stretch["end"] - 1, key=_start)]


def _within(table: Any, *columns: Any) -> Select[Any]:
    """Rows of the standing readings by document, those of documents that name projects only."""
    naming = select(projects.c.reading_id).distinct()
    return (
        select(readings.c.document_id, table.c.start, table.c.end, *columns)
        .join(readings, readings.c.id == table.c.reading_id)
        .where(readings.c.superseded_by.is_(None), table.c.reading_id.in_(naming))
    )


def _rows(connection: Connection, query: Select[Any], place: str) -> Iterable[Any]:
    return connection.execute(query.where(of_jurisdiction(place)) if place else query).mappings()


def _start(row: Any) -> int:
    return int(row["start"])


def _by_document(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row["document_id"][:_ID_DIGITS]].append(row)
    for held in found.values():
        held.sort(key=_start)
    return found


def _holding(rows: list[Any], offset: int) -> Any:
    """The row of a document, sorted by their starts, within which an offset lies; ``None`` for none."""
    at = bisect_right(rows, offset, key=_start) - 1
    return rows[at] if at >= 0 and offset < rows[at]["end"] else None
