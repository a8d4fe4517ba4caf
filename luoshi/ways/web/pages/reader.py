"""The reader: a document's text with every record marked in its place, and each record told."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, language_of, show
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Words
from luoshi.ways.web.words import said

router = APIRouter()
kept = APIRouter(route_class=KeptRoute)
DocumentId = Annotated[str, Path(pattern="^[0-9a-f]{8,64}$")]
Key = Annotated[str, Path(pattern=r"^[a-z]{1,20}-\d{1,9}-\d{1,9}(?:\.\d{1,6})?$")]


@kept.get("/documents/{id}")
def document(
    request: Request,
    desk: AtDesk,
    id: DocumentId,
    record: Words = "",
    at: Annotated[str, Query(pattern=r"^(?:\d{1,9}-\d{1,9})?$")] = "",
    part: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    view: Annotated[str, Query(pattern="^(?:text|page)?$")] = "",
    page: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """A document, open at a ``record`` or a place (``at``), or at one of its parts; as text or as its pages."""
    held = held_document(request, desk, id)
    place = _place(record) or _place(f"at-{at}")
    reading = desk.ledger.reading(held.id)
    marks = service.marks_of(reading, desk.ledger.corrections())
    told = record_told(request, desk, id, record) if record else {}
    values: dict[str, Any] = {"held": held, "record": record, "at": place, "told": told, "view": view}
    if view == "page":
        shown = service.page_shown(desk.ledger, held.id, marks, page, place[0] if place else None)
        if shown is not None:
            return show(request, "document_page.html", shown=shown, **values)
    text = service.marked_text(reading, marks, part, place[0] if place else None)
    return show(request, "document.html", text=text, **values)


@kept.get("/documents/{id}/records/{key}")
def record(request: Request, desk: AtDesk, id: DocumentId, key: Key) -> Response:
    """A record alone: its parts, its rule, its series, other documents that give the same."""
    held = held_document(request, desk, id)
    return show(request, "record.html", held=held, told=record_told(request, desk, id, key))


@router.get("/documents/{id}/pages/{number}.png")
def picture(
    request: Request, desk: AtDesk, id: DocumentId, number: Annotated[int, Path(ge=1, le=1_000_000)]
) -> Response:
    """The picture of a page."""
    png = service.page_picture(desk.ledger, held_document(request, desk, id).id, number)
    if png is None:
        raise HTTPException(404)
    return Response(png, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})


def held_document(request: Request, desk: Desk, id: str) -> service.DocumentRow:
    try:
        found = desk.ledger.documents(ids=[desk.ledger.document_named(id)])
    except service.LedgerError:
        found = []
    if not found:
        raise HTTPException(404, said(language_of(request), "errors.no_document"))
    return found[0]


def record_told(
    request: Request, desk: Desk, id: str, key: str, typed: dict[str, str] | None = None
) -> dict[str, object]:
    """What the panel of a record tells; ``typed`` is a correction that was refused, with its ``error``."""
    if not re.fullmatch(r"[a-z]{1,20}-\d{1,9}-\d{1,9}(?:\.\d{1,6})?", key):
        raise HTTPException(404, said(language_of(request), "errors.no_record"))
    stored = desk.ledger.record(f"{id[:16]}:{key}")
    return {
        "stored": stored,
        "key": key,
        "explained": service.explain(stored),
        "company": service.company(desk.ledger, stored),
        "within": service.within(desk.ledger.reading(stored.document.id), key),
        "fields": service.correctable(stored),
        "corrections": service.corrections_told(stored.corrections),
        "typed": typed,
    }


def _place(named: str) -> tuple[int, int] | None:
    found = re.fullmatch(r"[a-z]{1,20}-(\d{1,9})-(\d{1,9})(?:\.\d{1,6})?", named)
    return (int(found[1]), int(found[2])) if found else None
