"""A draft with what the ledger says of it: the text in marked stretches, and what to look at, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luoshi.ledger.drafts.findings import SORTS, first_concerns
from luoshi.records import Reading
from luoshi.service.text_marks import Mark, MarkedText, marked_text

if TYPE_CHECKING:
    from luoshi.ledger.drafts import Finding


@dataclass(frozen=True, slots=True)
class Concern:
    """A finding with its number in the order of concern, and its sort."""

    number: int
    sort: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """The draft: its name, day and place, its text with a mark for each concern (the key is its number), and counts."""

    name: str
    date: str
    place: str
    text: MarkedText
    concerns: tuple[Concern, ...]
    counts: dict[str, int]

    @property
    def unknown(self) -> list[str]:
        """What decides a check and is not known of the draft: ``no_place``, ``no_date``."""
        return [name for name, held in (("no_place", self.place), ("no_date", self.date)) if not held]


def checked_draft(draft: Reading, findings: Sequence[Finding]) -> CheckedDraft:
    """The draft with its findings."""
    concerns = tuple(
        Concern(number, finding.sort, finding) for number, finding in enumerate(sorted(findings, key=first_concerns), 1)
    )
    marks = [Mark(str(each.number), each.sort, each.finding.draft.start, each.finding.draft.end) for each in concerns]
    text = marked_text(draft, marks, longest=len(draft.document.text) + 1)
    counted = Counter(each.sort for each in concerns)
    counts = {sort: counted[sort] for sort in SORTS}
    return CheckedDraft(draft.document.name, draft.date, draft.place, text, concerns, counts)
