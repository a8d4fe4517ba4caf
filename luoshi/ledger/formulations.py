"""Set phrases over time: when each was first and last used, how often, by whom."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection

from luoshi.ledger.mentions import Evidence, first_and_last, mentions
from luoshi.records import Formulation

_MARKS = re.compile(r"[\s“”\"'‘’《》]")


@dataclass(frozen=True, slots=True)
class FormulationRow:
    """A set phrase with its head noun: its first and last use, and how many uses in how many documents.

    ``users`` are those who use it, the most frequent first.
    """

    phrase: str
    head: str
    first: Evidence
    last: Evidence
    uses: int
    documents: int
    users: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi formulations --json`` prints it."""
        return {
            "phrase": self.phrase,
            "head": self.head,
            "first_used": self.first.date,
            "last_used": self.last.date,
            "uses": self.uses,
            "documents": self.documents,
            "users": list(self.users),
            "first": self.first.to_json(),
            "last": self.last.to_json(),
        }


def formulations(connection: Connection, phrase: str = "", place: str = "") -> list[FormulationRow]:
    """Set phrases, the most used first; ``phrase`` is one or a part of one, ``place`` a jurisdiction, ``""`` for all.

    Quotation marks and line breaks make no other phrase; the words are told as they were used most often.
    """
    uses: dict[str, list[tuple[Formulation, Evidence]]] = defaultdict(list)
    wanted = _MARKS.sub("", phrase)
    for record, _, evidence in mentions(connection, "formulation", place):
        formulation = cast(Formulation, record)
        name = _MARKS.sub("", formulation.phrase)
        if name and wanted in name:
            uses[name].append((formulation, evidence))
    rows = []
    for name, found in uses.items():
        first, last = first_and_last([evidence for _, evidence in found])
        heads = Counter(formulation.head for formulation, _ in found if formulation.head)
        users = Counter(formulation.user for formulation, _ in found if formulation.user)
        rows.append(
            FormulationRow(
                phrase=Counter(formulation.phrase for formulation, _ in found).most_common(1)[0][0] or name,
                head=heads.most_common(1)[0][0] if heads else "",
                first=first,
                last=last,
                uses=len(found),
                documents=len({evidence.id.partition(":")[0] for _, evidence in found}),
                users=tuple(user for user, _ in sorted(users.items(), key=lambda item: (-item[1], item[0]))),
            )
        )
    return sorted(rows, key=lambda row: (-row.uses, row.first.date, row.phrase))
