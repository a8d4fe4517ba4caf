"""The first page: a box for files and texts, three doors, and what was handed over lately."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.service import Handed
from luoshi.ways.web.desk import AtDesk, Desk, Form, language_of, show
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Day, no_day
from luoshi.ways.web.words import said

router = APIRouter()
kept = APIRouter(route_class=KeptRoute)
_SHOWN = 200  # documents on one page
_LATEST = 12  # documents on the first page


@kept.get("/")
def start(request: Request, desk: AtDesk) -> Response:
    """The first page."""
    return show(request, "start.html", documents=_latest(desk), books=desk.ledger.book().names())


@kept.get("/documents")
def documents(
    request: Request, desk: AtDesk, place: str = "", page: Annotated[int, Query(ge=1, le=100_000)] = 1
) -> Response:
    """All documents of the ledger, or those of a place."""
    shown = desk.ledger.documents(place, first=(page - 1) * _SHOWN, most=_SHOWN)
    count = desk.remembered(service.Ledger.count_documents, place)
    return show(
        request, "documents.html", documents=shown, count=count, page=page, place=place, most=_SHOWN,
        withdrawn=desk.ledger.withdrawn(),
    )  # fmt: skip


@router.post("/add")
def add(request: Request, desk: AtDesk, form: Form) -> Response:
    """Hand files or a text over to be read."""
    language = language_of(request)
    files = [
        Handed(each.filename, each.file.read())
        for each in form.getlist("files")
        if isinstance(each, UploadFile) and each.filename
    ]
    text = str(form.get("text") or "").strip()
    if text:
        files.append(Handed(said(language, "start.pasted") + ".txt", text.encode()))
    day: Day = str(form.get("date") or "")
    if not files or no_day(day):
        raise HTTPException(400, said(language, "errors.no_day" if files else "errors.no_files"))
    batch = desk.intake.begin(desk.ledger, files, day, str(form.get("place") or "").strip())
    base = request.scope.get("root_path", "")
    if "hx-request" in request.headers:
        return show(request, "batch.html", batch=batch, documents=[])
    return RedirectResponse(f"{base}/batches/{batch.id}", 303)


@router.get("/batches/{id}")
def batch(request: Request, desk: AtDesk, id: str) -> Response:
    """What has become of files that were handed over together."""
    found = desk.intake.batch(id)
    if found is None:
        raise HTTPException(404, said(language_of(request), "errors.no_batch"))
    return show(request, "batch.html", batch=found, documents=_latest(desk))


def _latest(desk: Desk) -> list[service.DocumentRow]:
    """The documents that were added last."""
    return desk.ledger.documents(most=_LATEST, last_added=True)
