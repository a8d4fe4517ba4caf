"""What waits for a person's yes or no: likely results of targets, the surest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luoshi.ledger import Ledger
from luoshi.service.remembered import Remembered

if TYPE_CHECKING:
    from luoshi.ledger import OutcomeRow

_WORTH = 0.15  # of confidence: what is less sure is far-fetched, and offered apart


def likely_results(
    ledger: Ledger, place: str = "", year: str = "", remembered: Remembered | None = None
) -> tuple[list[OutcomeRow], list[OutcomeRow]]:
    """Targets with likely results to confirm, the surest first; apart from them those whose best one is far-fetched.

    Of a target's further candidates only those are told that are not far-fetched. Outcomes that are ``remembered`` are
    not asked for again.
    """
    ask = remembered or Remembered(ledger)
    rows = [row for row in ask(Ledger.outcomes, place, year) if row.answer == "likely"]
    rows.sort(key=lambda row: -row.candidates[0].confidence)
    told = [
        replace(row, candidates=(row.candidates[0], *(one for one in row.candidates[1:3] if one.confidence >= _WORTH)))
        for row in rows
    ]
    return (
        [row for row in told if row.candidates[0].confidence >= _WORTH],
        [row for row in told if row.candidates[0].confidence < _WORTH],
    )
