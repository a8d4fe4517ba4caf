"""A commitment's row: its state, and the later sentences that speak of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from luoshi.ledger.links import LinkVerdict
from luoshi.ledger.outcomes import OutcomeRow
from luoshi.records import Commitment

State = Literal["no_news", "in_progress", "done", "overdue"]
Says = Literal["done", "in_progress", "unfinished", "planned"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A later sentence that speaks of a commitment.

    ``score`` is how well it fits, 1 for as well as the commitment's own sentence; ``news`` whether it fits well enough
    to be of the same work. ``why`` names what the two have in common; ``says`` what it says of the work; ``judged``
    is a person's verdict, ``judged_by`` the person and ``judged_why`` the reason, each ``""`` for none.
    """

    id: str
    document: str
    document_id: str
    url: str
    date: str
    start: int
    end: int
    quote: str
    score: float
    news: bool
    why: tuple[str, ...]
    says: Says
    judged: LinkVerdict | Literal[""] = ""
    judged_by: str = ""
    judged_why: str = ""

    @property
    def reports(self) -> bool:
        """Whether it reports on the work: a person says so, or it fits well and does not only promise again."""
        return bool(self.judged) or (self.says != "planned" and self.news)

    def to_json(self) -> dict[str, Any]:
        """The mention as ``luoshi progress --json`` prints it within its row."""
        told = ("id", "document", "document_id", "date", "start", "end", "quote", "score")
        return {name: getattr(self, name) for name in told} | {
            "news": self.news,
            "why": list(self.why),
            "says": self.says,
            "judged": self.judged,
            "judged_by": self.judged_by,
            "judged_why": self.judged_why,
        }


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A commitment, what became of it, the rule that says so, and the later sentences, the best first.

    ``outcomes`` are the targets within the commitment's words beside their results.
    """

    id: str
    commitment: Commitment
    place: str
    place_code: str
    document: str
    document_id: str
    url: str
    date: str
    state: State
    rule: str
    mentions: tuple[Mention, ...]
    outcomes: tuple[OutcomeRow, ...]

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi progress --json`` prints it."""
        told = ("actor", "body", "theme", "deadline", "quote", "start", "end")
        return {
            "id": self.id,
            "place": self.place,
            "place_code": self.place_code,
            **{name: getattr(self.commitment, name) for name in told},
            "document": self.document,
            "date": self.date,
            "state": self.state,
            "rule": self.rule,
            "mentions": [mention.to_json() for mention in self.mentions],
        }
