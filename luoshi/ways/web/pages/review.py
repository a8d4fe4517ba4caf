"""What people look over: likely results, conflicts, what was corrected and why, and corrections made and undone."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, Form, language_of, show, signer
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
    """Lay a correction over a record's field, signed, with a reason; what is refused stands beside what was typed.

    A bare number is shown with the unit in which the value is printed before it is kept.
    """
    field, value, why = (str(form.get(name) or "").strip() for name in ("field", "value", "why"))
    by, language = signer(request, form), language_of(request)
    record = f"{id[:16]}:{key}"
    error = "" if by and why else said(language, "errors.unsigned")
    meant = service.with_printed_unit(desk.ledger.record(record), field, value)
    if not error and meant != value:
        error, value = said(language, "reader.unit_as_printed", value=meant), meant
    try:
        if not error:
            service.correct(desk.ledger, record, field, code_of(field, value), by, why)
    except service.CorrectionError as refused:
        error = service.in_language(str(refused), language)
    if not error:
        return _back(request, id, key)
    typed = {"field": field, "value": value, "by": by, "why": why, "error": error, "at": "value" if by and why else ""}
    return _told_again(request, desk, id, key, typed)


@router.post("/documents/{id}/records/{key}/undo")
def undo(request: Request, desk: AtDesk, form: Form, id: DocumentId, key: Key) -> Response:
    """Tell a record's field as if one of its corrections had not been made."""
    number, by, language = str(form.get("number") or ""), signer(request, form), language_of(request)
    if not by:
        raise HTTPException(400, said(language, "errors.unsigned"))
    try:
        service.undo(desk.ledger, f"{id[:16]}:{key}", int(number) if number.isdecimal() else 0, by)
    except service.CorrectionError as refused:
        raise HTTPException(400, service.in_language(str(refused), language)) from refused
    return _back(request, id, key)


def _told_again(request: Request, desk: Desk, id: str, key: str, typed: dict[str, str]) -> Response:
    """The record with what was typed, and why it was not kept."""
    held = held_document(request, desk, id)
    return show(request, "record.html", 400, held=held, told=record_told(request, desk, id, key, typed))


def _back(request: Request, id: str, key: str) -> Response:
    """The record again, in the panel or on its page."""
    base, start = request.scope.get("root_path", ""), key.split("-")[1]
    where = f"{base}/documents/{id[:16]}"
    alone = "hx-request" in request.headers
    return RedirectResponse(f"{where}/records/{key}" if alone else f"{where}?record={key}#c{start}", 303)
