"""Bodies' reports into the book: matched with their tasks, confirmed by a person, then kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, HTTPException
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, Form, language_of, show, signer
from luoshi.ways.web.options import Words, no_day
from luoshi.ways.web.pages.book.tasks import to_book
from luoshi.ways.web.words import said

if TYPE_CHECKING:
    from luoshi.service import ReportRead, Task

router = APIRouter(prefix="/book")


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """A report that waits to be confirmed: its file, what was read of it, and the tasks that it speaks of."""

    book: str
    name: str
    read: ReportRead
    tasks: dict[str, Task]


@router.get("/report")
def report_page(request: Request, desk: AtDesk, book: Words = "") -> Response:
    """The page to hand a body's report over."""
    return show(request, "book_report.html", book=book, id="", held=None)


@router.post("/report")
def report(request: Request, desk: AtDesk, form: Form) -> Response:
    """Read a body's report and match it with its tasks; nothing is kept yet."""
    language, handed = language_of(request), form.get("file")
    book, body, date = (str(form.get(name) or "").strip() for name in ("book", "body", "date"))
    date = service.plain_day(date)
    text = str(form.get("text") or "").strip()
    if isinstance(handed, UploadFile) and handed.filename:
        name, data = handed.filename, handed.file.read()
    elif text:
        name, data = said(language, "start.pasted") + ".txt", text.encode()
    else:
        raise HTTPException(400, said(language, "errors.no_files"))
    if no_day(date):
        raise HTTPException(400, said(language, "errors.no_day"))
    tasks = desk.ledger.book(book).tasks()
    read = service.read_body_report(name, data, tasks, body, date)
    if not read.date:
        raise HTTPException(400, said(language, "book.no_date"))
    id = desk.reports.put(WaitingReport(book, name, read, {task.id: task for task in tasks}))
    return RedirectResponse(f"{request.scope.get('root_path', '')}/book/report/{id}", 303)


@router.get("/report/{id}")
def look_at_report(request: Request, desk: AtDesk, id: str) -> Response:
    """What a report says of which task: what is taken, what is offered, and what fits no task."""
    held = _held(request, desk, id)
    return show(request, "book_report.html", book=held.book, id=id, held=held)


@router.post("/report/{id}/keep")
def keep_report(request: Request, desk: AtDesk, form: Form, id: str) -> Response:
    """Keep the feedback that was chosen; what was only offered counts as confirmed by a person."""
    held, by = _held(request, desk, id), signer(request, form)
    if not by:
        raise HTTPException(400, said(language_of(request), "errors.unsigned"))
    chosen = {int(number) for number in form.getlist("feedback") if str(number).isdecimal()}
    kept = [one for number, one in enumerate(held.read.feedback) if number in chosen]
    book = desk.ledger.book(held.book)
    desk.reports.take(id)
    book.take([one for one in kept if one.certain], by)
    book.take([one for one in kept if not one.certain], by, confirmed=True)
    return to_book(request, held.book, held.read.date)


def _held(request: Request, desk: Desk, id: str) -> WaitingReport:
    held = desk.reports.get(id)
    if held is None:
        raise HTTPException(404, said(language_of(request), "book.gone"))
    return held
