"""What people look over: likely results, conflicts, what was corrected and why, and corrections made and undone."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Form, language_of, show, signer
from luoshi.ways.web.fields import code_of
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Words, Year
from luoshi.ways.web.pages.reader import DocumentId, Key, held_document, record_told
from luoshi.ways.web.words import said

router = APIRouter()
kept = APIRouter(route_class=KeptRoute)


@kept.get("/review")
def review(request: Request, desk: AtDesk, place: Words = "", year: Year = "") -> Response:
    """The likely results and the conflicts of a place, and all corrections, the latest first."""
    places = desk.places()
    checks = desk.remembered(service.Ledger.checks, place, year)
    corrections = service.corrections_told(desk.ledger.corrections())[::-1]
    likely, doubtful = desk.remembered(service.likely_results, place, year, desk.remembered)
    return show(
        request, "review.html", likely=likely, doubtful=doubtful, checks=checks, corrections=corrections,
        places=places, place=place, year=year,
    )  # fmt: skip


@router.post("/answers")
def answer(request: Request, desk: AtDesk, form: Form) -> Response:
    """Confirm or refuse a likely result of a target, with a name and a reason."""
    target, figure, verdict, why = (
        str(form.get(name) or "").strip() for name in ("target", "figure", "verdict", "why")
    )
    by = signer(request, form)
    if not by:
        raise HTTPException(400, said(language_of(request), "errors.unsigned"))
    desk.ledger.link(target, figure, verdict, by, why or said(language_of(request), "review.usual_why"))
    return RedirectResponse(f"{request.scope.get('root_path', '')}/review", 303)


@router.post("/documents/{id}/records/{key}/correct")
def correct(request: Request, desk: AtDesk, form: Form, id: DocumentId, key: Key) -> Response:
    """Lay a correction over a record's field, signed, with a reason; what is refused stands beside what was typed."""
    field, value, why = (str(form.get(name) or "").strip() for name in ("field", "value", "why"))
    by, language = signer(request, form), language_of(request)
    error = "" if by and why else said(language, "errors.unsigned")
    try:
        if not error:
            service.correct(desk.ledger, f"{id[:16]}:{key}", field, code_of(field, value), by, why)
    except service.CorrectionError as refused:
        error = service.in_language(str(refused), language)
    if not error:
        return _back(request, id, key)
    typed = {"field": field, "value": value, "by": by, "why": why, "error": error, "at": "value" if by and why else ""}
    held = held_document(request, desk, id)
    return show(request, "record.html", 400, held=held, told=record_told(request, desk, id, key, typed))


@router.post("/documents/{id}/records/{key}/undo")
def undo(request: Request, desk: AtDesk, form: Form, id: DocumentId, key: Key) -> Response:
    """Lay over a record's field what it was before its last correction."""
    field, by = str(form.get("field") or "").strip(), signer(request, form)
    if not by:
        raise HTTPException(400, said(language_of(request), "errors.unsigned"))
    service.undo(desk.ledger, f"{id[:16]}:{key}", field, by)
    return _back(request, id, key)


def _back(request: Request, id: str, key: str) -> Response:
    """The record again, in the panel or on its page."""
    base, start = request.scope.get("root_path", ""), key.split("-")[1]
    where = f"{base}/documents/{id[:16]}"
    alone = "hx-request" in request.headers
    return RedirectResponse(f"{where}/records/{key}" if alone else f"{where}?record={key}#c{start}", 303)
