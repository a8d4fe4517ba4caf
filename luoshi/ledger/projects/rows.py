"""A project as the ledger tells it: its names, its mentions in the order of time, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from luoshi.ledger.projects.names import is_part
from luoshi.records import Stage

_FURTHER: dict[str, int] = {"planned": 0, "start": 1, "going on": 2, "done": 3, "stopped": 4}


@dataclass(frozen=True, slots=True)
class Amount:
    """Money or a length in the sentence of a mention: the figure's id, what it measures, its words and its unit."""

    id: str
    indicator: str
    quote: str
    unit: str

    def to_json(self) -> dict[str, Any]:
        """The amount as it is printed within its mention."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True, slots=True)
class ProjectMention:
    """A mention of a project: the fields of :class:`~luoshi.records.Project`, and where it stands.

    ``sentence`` is the sentence around it, ``date`` the document's ISO day or year. ``amounts`` are the figures of
    money and length in its clause, or in its sentence where that names one project; ``commitment`` and ``targets`` the
    ids of the commitment in whose words it stands and of the targets in its sentence, if any.
    """

    id: str
    name: str
    quote: str
    stage: Stage
    ahead: bool
    period: str
    body: str
    document: str
    date: str
    start: int
    end: int
    sentence: str
    amounts: tuple[Amount, ...] = ()
    commitment: str = ""
    targets: tuple[str, ...] = ()

    @property
    def document_id(self) -> str:
        """The beginning of its document's id, as in its own."""
        return self.id.partition(":")[0]

    @property
    def reached(self) -> Stage:
        """How far the whole work is by it: where a part of it is done (主塔桩基), the work is going on."""
        return "going on" if self.stage == "done" and is_part(self.name) else self.stage

    def to_json(self) -> dict[str, Any]:
        """The mention as ``luoshi projects --json`` prints it within its row."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return told | {"amounts": [each.to_json() for each in self.amounts], "targets": list(self.targets)}


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project of a place over the years; ``name`` is its fullest name, ``names`` all of them, the fullest first.

    ``mentions`` are in the order of time. ``stage`` and ``ahead`` are those of :attr:`last`. ``silent`` is of how many
    later years the ledger has documents of the place that do not name a project that was not said to be done, 0 for
    one that was.
    """

    name: str
    names: tuple[str, ...]
    place: str
    mentions: tuple[ProjectMention, ...]
    silent: int

    @property
    def last(self) -> ProjectMention:
        """The mention that says how far it is: in the year that tells it last, the one of the furthest stage."""
        year = self.mentions[-1].date[:4]
        told = [mention for mention in self.mentions if mention.date[:4] == year]
        return max(told, key=lambda mention: (_FURTHER[mention.reached], not mention.ahead))

    @property
    def stage(self) -> Stage:
        """How far it is."""
        return self.last.reached

    @property
    def ahead(self) -> bool:
        """Whether that stage is still to come."""
        return self.last.ahead

    @property
    def bodies(self) -> tuple[str, ...]:
        """Who answers for it, in the texts' words, the latest first."""
        return tuple(dict.fromkeys(mention.body for mention in reversed(self.mentions) if mention.body))

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi projects --json`` prints it."""
        return {
            "id": self.mentions[0].id,
            "name": self.name,
            "names": list(self.names),
            "place": self.place,
            "stage": self.stage,
            "ahead": self.ahead,
            "first_told": self.mentions[0].date,
            "last_told": self.mentions[-1].date,
            "silent": self.silent,
            "bodies": list(self.bodies),
            "mentions": [mention.to_json() for mention in self.mentions],
        }
