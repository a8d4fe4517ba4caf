"""A target beside its result, as the ledger tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from luoshi.ledger.outcomes.wording import as_told
from luoshi.ledger.series import SeriesRow

Verdict = Literal["met", "missed", "open", "unclear"]
#: ``result``: found; ``likely``: candidates for a person to confirm; ``silent``: the later report does not say;
#: ``none``: the ledger holds no later report.
Answer = Literal["result", "likely", "silent", "none"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A later figure that may tell what came of a target, and how likely it does, from 0 to 1."""

    figure: SeriesRow
    confidence: float

    def to_json(self) -> dict[str, Any]:
        """The figure as ``luoshi series --json`` prints it, and ``confidence``."""
        return self.figure.to_json() | {"confidence": self.confidence}


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """A target beside its result (``None`` where there is none), the verdict, and the rule that gave it.

    ``targets`` are all values that were set for the period, ``results`` all that were reported of it, each in
    the order of their documents' days; ``readings`` are the values of the years before the target's own.
    ``confidence`` is how sure it is that ``result`` is of the target; None where there is no result, or where it
    follows from the values of several years. ``candidates`` are likely answers to be confirmed, the best first.
    """

    target: SeriesRow
    result: SeriesRow | None
    verdict: Verdict
    rule: str
    targets: tuple[SeriesRow, ...] = ()
    results: tuple[SeriesRow, ...] = ()
    readings: tuple[SeriesRow, ...] = ()
    answer: Answer = "none"
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()

    def as_told(self) -> OutcomeRow:
        """The row with no other days than those that its documents give."""
        return replace(
            self,
            target=as_told(self.target),
            result=as_told(self.result) if self.result else None,
            targets=tuple(map(as_told, self.targets)),
            results=tuple(map(as_told, self.results)),
            readings=tuple(map(as_told, self.readings)),
            candidates=tuple(replace(one, figure=as_told(one.figure)) for one in self.candidates),
        )

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi outcomes --json`` prints it."""
        named = ("place", "place_code", "period", "indicator", "concept", "measure")
        return {name: getattr(self.target, name) for name in named} | {
            "verdict": self.verdict,
            "rule": self.rule,
            "target": self.target.to_json(),
            "result": self.result.to_json() if self.result else None,
            "answer": self.answer,
            "confidence": self.confidence,
            "candidates": [one.to_json() for one in self.candidates],
            "targets": [row.to_json() for row in self.targets],
            "results": [row.to_json() for row in self.results],
            "readings": [row.to_json() for row in self.readings],
        }
