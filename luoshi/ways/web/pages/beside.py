"""Two reports side by side: one with a target, one with what came of it, both marked."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.service.text_marks import MarkedText
from luoshi.ways.web.desk import AtDesk, show
from luoshi.ways.web.options import Words

router = APIRouter()
_LONGEST = 8000  # characters of each report


@dataclass(frozen=True, slots=True)
class Side:
    """A record in its report's text."""

    stored: service.StoredRecord
    key: str
    text: MarkedText


@router.get("/beside")
def beside(request: Request, desk: AtDesk, target: Words, answer: Words) -> Response:
    """A target and its answer, each in its report; with the verdict where the two belong together."""
    sides = [_side(desk.ledger, id) for id in (target, answer)]
    row = service.outcome_of(desk.ledger, sides[0].stored, sides[1].stored.id)
    return show(request, "beside.html", sides=sides, row=row)


def _side(ledger: service.Ledger, id: str) -> Side:
    stored = ledger.record(id)
    reading = ledger.reading(stored.document.id)
    text = service.marked_text(reading, service.marks_of(reading), at=stored.record.start, longest=_LONGEST)
    return Side(stored, stored.id.partition(":")[2], text)
