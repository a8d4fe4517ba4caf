"""People and bodies over time: who held which post when, and which body answers for which commitments.

A person is known by name, a post by its name and the body it belongs to; two people of one name in one post
can't be told apart. When a post was held is only known from the documents that mention it: first and last seen.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection

from luoshi.ledger.mentions import Evidence, first_and_last, mentions, when
from luoshi.reading.posts import in_each_body
from luoshi.records import Commitment, Office


@dataclass(frozen=True, slots=True)
class PostRow:
    """A person in a post: ``body`` is its full name (the text's words where it is not known), ``place`` where.

    ``first`` and ``last`` are the mentions in the earliest and the latest document, ``mentions`` their number.
    """

    person: str
    body: str
    post: str
    place: str
    first: Evidence
    last: Evidence
    mentions: int

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi people --json`` prints it."""
        return {
            "person": self.person,
            "body": self.body,
            "post": self.post,
            "place": self.place,
            "first_seen": self.first.date,
            "last_seen": self.last.date,
            "mentions": self.mentions,
            "first": self.first.to_json(),
            "last": self.last.to_json(),
        }


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A commitment that a body answers for, called ``actor`` by the text; ``deadline`` is an ISO period or ``""``."""

    body: str
    place: str
    theme: str
    deadline: str
    evidence: Evidence
    actor: str = ""

    @property
    def called(self) -> str:
        """The words of the text, where it calls the body by another name than its full one; else ``""``."""
        return "" if self.body.endswith(self.actor) else self.actor

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi bodies --json`` prints it."""
        told = {"body": self.body, "place": self.place, "theme": self.theme, "deadline": self.deadline}
        return told | self.evidence.to_json()


def people(connection: Connection, person: str = "", body: str = "", place: str = "") -> list[PostRow]:
    """Who held which post, ordered by place, body and post, then by when the person was first seen in it.

    ``person`` and ``body`` are names or parts of them, ``place`` a jurisdiction; ``""`` asks for all.
    """
    seen: dict[tuple[str, str, str, str], list[Evidence]] = defaultdict(list)
    for record, home, evidence in mentions(connection, "office", place):
        for office in in_each_body(cast(Office, record), home):
            held_in = office.body or office.organisation
            if office.person and person in office.person and (body in held_in or body in office.organisation):
                for post in office.posts:
                    seen[home, held_in, post, office.person].append(evidence)
    rows = [
        PostRow(who, held_in, post, home, *first_and_last(found), len(found))
        for (home, held_in, post, who), found in seen.items()
    ]
    return sorted(rows, key=lambda row: (row.place, row.body, row.post, when(row.first), row.person))


def bodies(connection: Connection, body: str = "", place: str = "") -> list[DutyRow]:
    """Which body answers for which commitments, by place and body, the earliest document first.

    ``body`` is a name or part of one, in the text's words or in full; ``place`` a jurisdiction; ``""`` for all.
    """
    rows = []
    for record, home, evidence in mentions(connection, "commitment", place):
        duty = cast(Commitment, record)
        responsible = duty.body or duty.actor
        if responsible and (body in responsible or body in duty.actor):
            rows.append(DutyRow(responsible, home, duty.theme, duty.deadline, evidence, duty.actor))
    return sorted(rows, key=lambda row: (row.place, row.body, when(row.evidence)))
