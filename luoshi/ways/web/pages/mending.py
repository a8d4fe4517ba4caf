"""What people mend of a document: its day and its place stated anew, the document taken out and put back."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, Form, language_of, show, signer
from luoshi.ways.web.pages.reader import DocumentId, held_document
from luoshi.ways.web.words import said

router = APIRouter()


@router.get("/documents/{id}/mend")
def mend_page(request: Request, desk: AtDesk, id: DocumentId) -> Response:
    """The page to state a document's day or place, or to take it out."""
    return _page(request, desk, id, {})


@router.post("/documents/{id}/state")
def state_document(request: Request, desk: AtDesk, form: Form, id: DocumentId) -> Response:
    """State a document's day and place; it is read again under them."""
    held = held_document(request, desk, id)
    typed = _typed(request, form)
    changes = {"date": typed["date"], "place": typed["place"]}
    changed = {name: value for name, value in changes.items() if value != getattr(held, name)}
    try:
        service.restate(desk.ledger, held.id, changed, typed["by"], typed["why"], bool(form.get("new_place")))
    except (service.CorrectionError, service.LedgerError) as error:
        return _page(request, desk, id, typed | {"error": _words(request, error)})
    return _to(request, f"/documents/{id[:16]}")


@router.post("/documents/{id}/take-back")
def take_back_statement(request: Request, desk: AtDesk, form: Form, id: DocumentId) -> Response:
    """Take back what was stated of a document last, or put back one that was taken out."""
    typed = _typed(request, form)
    try:
        whole = service.take_back(desk.ledger, id, typed["by"], typed["why"] or said(language_of(request), "mend.undo"))
    except (service.CorrectionError, service.LedgerError) as error:
        return _page(request, desk, id, typed | {"error": _words(request, error)})
    return _to(request, f"/documents/{whole[:16]}")


@router.post("/documents/{id}/remove")
def remove_document(request: Request, desk: AtDesk, form: Form, id: DocumentId) -> Response:
    """Take a document out of the ledger; nothing is deleted."""
    held, typed = held_document(request, desk, id), _typed(request, form)
    try:
        service.withdraw(desk.ledger, held.id, typed["by"], typed["why"])
    except (service.CorrectionError, service.LedgerError) as error:
        return _page(request, desk, id, typed | {"error": _words(request, error)})
    return _to(request, "/documents")


def _page(request: Request, desk: Desk, id: str, typed: dict[str, str]) -> Response:
    held = held_document(request, desk, id)
    return show(
        request, "document_mend.html", 400 if typed else 200, held=held, typed=typed,
        stated=desk.ledger.stated(held.id)[::-1], places=desk.places(),
    )  # fmt: skip


def _typed(request: Request, form: Any) -> dict[str, str]:
    """What was typed; a day also as people write it."""
    typed = {name: str(form.get(name) or "").strip() for name in ("date", "place", "why", "what")}
    return typed | {"by": signer(request, form), "date": service.plain_day(typed["date"])}


def _words(request: Request, error: Exception) -> str:
    return service.in_language(str(error), language_of(request))


def _to(request: Request, path: str) -> Response:
    return RedirectResponse(f"{request.scope.get('root_path', '')}{path}", 303)
