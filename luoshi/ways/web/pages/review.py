"""What people look over: likely results, conflicts, what was corrected and why, and corrections made and undone."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Form, language_of, show, signer
from luoshi.ways.web.options import Words, Year
from luoshi.ways.web.pages.reader import DocumentId, Key
from luoshi.ways.web.words import said

router = APIRouter()


@router.get("/review")
def review(request: Request, desk: AtDesk, place: Words = "", year: Year = "") -> Response:
    """The likely results and the conflicts of a place, and all corrections, the latest first."""
    places = desk.places()
    checks = desk.ledger.checks(place, year)
    corrections = list(reversed(desk.ledger.corrections()))
    likely = [row for row in desk.ledger.outcomes(place, year) if row.answer == "likely"]
    return show(
        request, "review.html", likely=likely, checks=checks, corrections=corrections, places=places, place=place,
        year=year,
    )  # fmt: skip


@router.post("/answers")
def answer(request: Request, desk: AtDesk, form: Form) -> Response:
    """Confirm or refuse a likely result of a target, with a name and a reason."""
    target, figure, verdict, why = (
        str(form.get(name) or "").strip() for name in ("target", "figure", "verdict", "why")
    )
    by = signer(request, form)
    if not by or not why:
        raise HTTPException(400, said(language_of(request), "errors.unsigned"))
    desk.ledger.link(target, figure, verdict, by, why)
    return _signed(RedirectResponse(f"{request.scope.get('root_path', '')}/review", 303), by)


@router.post("/documents/{id}/records/{key}/correct")
def correct(request: Request, desk: AtDesk, form: Form, id: DocumentId, key: Key) -> Response:
    """Lay a correction over a record's field, with a name and a reason."""
    field, why = (str(form.get(name) or "").strip() for name in ("field", "why"))
    by = signer(request, form)
    if not by or not why:
        raise HTTPException(400, said(language_of(request), "errors.unsigned"))
    service.correct(desk.ledger, f"{id[:16]}:{key}", field, str(form.get("value") or ""), by, why)
    return _back(request, id, key, by)


@router.post("/documents/{id}/records/{key}/undo")
def undo(request: Request, desk: AtDesk, form: Form, id: DocumentId, key: Key) -> Response:
    """Lay over a record's field what it was before its last correction."""
    field, by = str(form.get("field") or "").strip(), signer(request, form)
    if not by:
        raise HTTPException(400, said(language_of(request), "errors.unsigned"))
    service.undo(desk.ledger, f"{id[:16]}:{key}", field, by)
    return _back(request, id, key, by)


def _back(request: Request, id: str, key: str, by: str) -> Response:
    """The record again, in the panel or on its page."""
    base, start = request.scope.get("root_path", ""), key.split("-")[1]
    where = f"{base}/documents/{id[:16]}"
    alone = "hx-request" in request.headers
    return _signed(RedirectResponse(f"{where}/records/{key}" if alone else f"{where}?record={key}#c{start}", 303), by)


def _signed(response: Response, by: str) -> Response:
    """The answer, with which the browser remembers who signs."""
    response.set_cookie("luoshi_by", quote(by[:80]), max_age=365 * 24 * 3600, samesite="strict", path="/")
    return response
