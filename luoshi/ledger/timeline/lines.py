"""Records as lines of a timeline: mentions of projects, events, commitments, figures, posts, later sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from luoshi.ledger.events import EventRow
from luoshi.ledger.mentions import Evidence
from luoshi.ledger.people import DutyRow, PostRow
from luoshi.ledger.progress.rows import Mention, ProgressRow
from luoshi.ledger.projects.rows import ProjectMention
from luoshi.ledger.series import SeriesRow
from luoshi.ledger.timeline.rows import Said, TimelineRow

_OF_STAGES: dict[str, Said] = {
    "planned": "decided", "start": "begun", "going on": "reported", "done": "finished", "stopped": "stopped",
}  # fmt: skip
_OF_ACTS: dict[str, Said] = {
    "meeting": "decided", "visit": "visited", "signing": "decided", "publication": "decided",
    "appointment": "decided", "other": "reported",
}  # fmt: skip
_OF_PROGRESS: dict[str, Said] = {
    "done": "finished", "in_progress": "reported", "unfinished": "reported", "planned": "promised",
}  # fmt: skip
_BEGINNING = re.compile("开工|动工|奠基|启动|破土")


def of_mention(mention: ProjectMention, heads: Sequence[str] = (), silence: int = 0) -> TimelineRow:
    """A mention of a project: what is still to come is promised."""
    return TimelineRow(
        date=mention.date,
        said="promised" if mention.ahead else _OF_STAGES[mention.reached],
        what=mention.name,
        quote=mention.quote,
        sentence=mention.sentence,
        document=mention.document,
        document_date=mention.date,
        start=mention.start,
        end=mention.end,
        id=mention.id,
        period=mention.period,
        stage=mention.stage,
        bodies=(mention.body,) if mention.body else (),
        heads=tuple(heads),
        amounts=mention.amounts,
        commitment=mention.commitment,
        targets=mention.targets,
        silence=silence,
    )


def of_event(row: EventRow) -> TimelineRow:
    """An event, on its own day where it has one; an opening begins a work or finishes it."""
    opening: Said = "begun" if _BEGINNING.search(row.evidence.quote) else "finished"
    said = opening if row.kind == "opening" else _OF_ACTS[row.kind]
    line = _line(row.evidence, said, row.subject or "、".join(row.actors), period=row.period, bodies=row.actors)
    return replace(line, date=row.date, sentence=row.sentence)


def of_duty(row: DutyRow) -> TimelineRow:
    """A commitment."""
    bodies = (row.body,) if row.body else ()
    return _line(row.evidence, "promised", row.theme, period=row.deadline, bodies=bodies, commitment=row.evidence.id)


def of_figure(row: SeriesRow) -> TimelineRow:
    """A value of an indicator: a target is promised."""
    return TimelineRow(
        date=row.date,
        said="reported" if row.status == "actual" else "promised",
        what=row.indicator,
        quote=row.quote,
        sentence=row.sentence or row.quote,
        document=row.document,
        document_date=row.date,
        start=row.start,
        end=row.end,
        id=row.id,
        period=row.period,
        targets=(row.id,) if row.status == "target" else (),
    )


def of_post(row: PostRow) -> Iterable[TimelineRow]:
    """A person in a post: where documents name it first, and last."""
    for evidence in dict.fromkeys((row.first, row.last)):
        yield _line(evidence, "reported", f"{row.body}{row.post}{row.person}", bodies=(row.body,))


def of_progress(row: ProgressRow) -> Iterable[TimelineRow]:
    """A commitment, and the later sentences that speak of it."""
    pledge = row.commitment
    body = pledge.body or pledge.actor
    yield TimelineRow(
        date=row.date,
        said="promised",
        what=pledge.theme,
        quote=pledge.quote,
        sentence=pledge.quote,
        document=row.document,
        document_date=row.date,
        start=pledge.start,
        end=pledge.end,
        id=row.id,
        period=pledge.deadline,
        bodies=(body,) if body else (),
        commitment=row.id,
    )
    for mention in row.mentions:
        if not mention.reports and mention.says != "planned":
            continue
        yield _line(mention, _OF_PROGRESS[mention.says], pledge.theme, commitment=row.id)


def _line(evidence: Evidence | Mention, said: Said, what: str, **more: Any) -> TimelineRow:
    """The line of words that stand in a document, on the document's day."""
    return TimelineRow(
        date=evidence.date,
        said=said,
        what=what,
        quote=evidence.quote,
        sentence=evidence.quote,
        document=evidence.document,
        document_date=evidence.date,
        start=evidence.start,
        end=evidence.end,
        id=evidence.id,
        **more,
    )
