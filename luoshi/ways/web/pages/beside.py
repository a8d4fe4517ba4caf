"""Two reports side by side: one with a target, one with what came of it, both marked."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.service.text_marks import MarkedText
from luoshi.ways.web.desk import AtDesk, Desk, show
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Words
from luoshi.ways.web.pages.reader import held_document

kept = APIRouter(route_class=KeptRoute)
_LONGEST = 8000  # characters of each report


@dataclass(frozen=True, slots=True)
class Side:
    """A record in its report's text."""

    stored: service.StoredRecord
    key: str
    text: MarkedText


@kept.get("/beside")
def beside(request: Request, desk: AtDesk, target: Words, answer: Words) -> Response:
    """A target and its answer, each in its report; with the verdict where the two belong together."""
    sides = [_side(request, desk, id) for id in (target, answer)]
    row = service.outcome_of(desk.ledger, sides[0].stored, sides[1].stored.id)
    return show(request, "beside.html", sides=sides, row=row)


def _side(request: Request, desk: Desk, id: str) -> Side:
    stored = desk.ledger.record(id)
    held_document(request, desk, stored.document.id)
    reading = desk.ledger.reading(stored.document.id)
    text = service.marked_text(reading, service.marks_of(reading), at=stored.record.start, longest=_LONGEST)
    return Side(stored, stored.id.partition(":")[2], text)
