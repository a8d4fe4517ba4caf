"""A draft is checked against what the ledger holds, before it is printed."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, HTTPException
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Form, language_of, show
from luoshi.ways.web.downloads import attached
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import no_day
from luoshi.ways.web.words import said

router = APIRouter()
kept = APIRouter(route_class=KeptRoute)


@kept.get("/check")
def empty(request: Request, desk: AtDesk) -> Response:
    """The page to hand a draft over."""
    places = desk.places()
    return show(request, "check.html", told=None, places=places, text="", date="", place="", report="")


@router.post("/check")
def check(request: Request, desk: AtDesk, form: Form) -> Response:
    """A draft with its figures and posts marked: agrees, differs, not found. Nothing of it is kept."""
    language = language_of(request)
    text, name = str(form.get("text") or ""), said(language, "check.draft")
    data = text.encode()
    handed = form.get("file")
    if isinstance(handed, UploadFile) and handed.filename:
        data, name = handed.file.read(), handed.filename
    day, place = str(form.get("date") or ""), str(form.get("place") or "").strip()
    if not data.strip() or no_day(day):
        raise HTTPException(400, said(language, "errors.no_day" if data.strip() else "errors.no_draft"))
    try:
        draft = service.read_confined(name, data, day, place)
    except ValueError as error:
        raise HTTPException(400, str(error)) from error
    told = service.checked_draft(draft, desk.ledger.check(draft))
    report = desk.checks.put((Path(name).stem, service.findings_page(told)))
    places = desk.places()
    return show(request, "check.html", told=told, places=places, text=text, date=day, place=place, report=report)


@router.get("/check/{id}.html")
def findings(request: Request, desk: AtDesk, id: str) -> Response:
    """The report of a draft that was checked lately, as one page that stands by itself."""
    held = desk.checks.get(id)
    if held is None:
        raise HTTPException(404, said(language_of(request), "check.gone"))
    name, page = held
    return attached(f"{said(language_of(request), 'check.report_name')}-{name}.html"[-120:], page.encode())
