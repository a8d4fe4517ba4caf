"""A line of a timeline: what was said or done when, in which words, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from luoshi.ledger.projects.rows import Amount

Said = Literal["promised", "decided", "begun", "reported", "visited", "finished", "stopped"]
SAID: tuple[Said, ...] = get_args(Said)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A record, or a later sentence, as a line of a timeline.

    ``date`` is the day by which it stands in the order of time: an event's own, else the document's, whose day is
    ``document_date``. ``said`` is what the words do; ``what`` whom or what they are about; ``period`` the time that
    they name. ``stage`` is a project's. ``bodies`` answer for it, ``heads`` are who headed them then (局长卫青岚).
    ``quote`` are the record's words, ``sentence`` those around them. ``silence`` is the number of years with documents
    that went by without a word before it.
    """

    date: str
    said: Said
    what: str
    quote: str
    sentence: str
    document: str
    document_date: str
    start: int
    end: int
    id: str
    period: str = ""
    stage: str = ""
    bodies: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    commitment: str = ""
    targets: tuple[str, ...] = ()
    silence: int = 0

    @property
    def document_id(self) -> str:
        """The beginning of its document's id, as in its own."""
        return self.id.partition(":")[0]

    def to_json(self) -> dict[str, Any]:
        """The line as ``luoshi timeline --json`` prints it."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        lists = {name: list(told[name]) for name in ("bodies", "heads", "targets")}
        return told | lists | {"amounts": [each.to_json() for each in self.amounts]}


def order(row: TimelineRow) -> tuple[bool, str, str, int]:
    """The order of time; what has no day stands behind the others."""
    return row.date == "", row.date, row.document_id, row.start
