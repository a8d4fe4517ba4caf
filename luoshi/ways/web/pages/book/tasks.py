"""The tasks of a book with their lights, and what people set of them by hand."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Path, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, Form, language_of, show, signer, today
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Limit, Words, no_day
from luoshi.ways.web.words import LANGUAGES, said

router = APIRouter(prefix="/book")
kept = APIRouter(prefix="/book", route_class=KeptRoute)
_STEP = 200
TaskId = Annotated[str, Path(pattern=r"^[A-Za-z]?\d{1,9}$")]
Light = Annotated[str, Query(pattern="^(?:red|yellow|undecided|green|done)?$")]


@kept.get("")
def book(
    request: Request, desk: AtDesk, book: Words = "", on: Words = "", light: Light = "", body: Words = "",
    limit: Limit = 100,
) -> Response:  # fmt: skip
    """The tasks of a book with their lights on a day, and how many each body has."""
    held, on = desk.ledger.book(book), day_of(on)
    standings = held.standings(on)
    counts = held.counts(on)
    wanted = held.standings(on, body) if body else standings
    rows = [one for one in wanted if light in ("", one.light)]
    order = list(service.LIGHT_WORDS)
    rows.sort(key=lambda one: order.index(one.light))
    return show(
        request, "book.html", book=book, books=held.names(), on=on, light=light, body=body, rows=rows[:limit],
        total=len(wanted), lights=Counter(one.light for one in wanted), counts=counts[:-1], whole=counts[-1],
        more=min(limit + _STEP, 1000) if len(rows) > limit else 0, asked={"book": book, "on": on},
        since=service.last_bulletin(on),
    )  # fmt: skip


@kept.get("/tasks/{id}")
def task(request: Request, desk: AtDesk, id: TaskId, book: Words = "", on: Words = "") -> Response:
    """A task: its fields, its nodes with how far they are, what was reported, and all that was done to it."""
    held, on = desk.ledger.book(book), day_of(on)
    one = next((each for each in held.standings(on) if each.task.id == id), None)
    if one is None:
        raise HTTPException(404, said(language_of(request), "book.no_task"))
    return show(
        request, "book_task.html", book=book, on=on, one=one, history=held.history(id),
        fields=service.task_fields(one.task), asked={"book": book, "on": on},
    )  # fmt: skip


@kept.get("/history")
def history(request: Request, desk: AtDesk, book: Words = "") -> Response:
    """All that was done to a book, the latest first."""
    rows = desk.ledger.book(book).history()[::-1]
    return show(request, "book_history.html", book=book, rows=rows[:500], count=len(rows), asked={"book": book})


@router.post("/tasks/{id}/set")
def set_state(request: Request, desk: AtDesk, form: Form, id: TaskId) -> Response:
    """Close, extend or reopen a task, with a name and a reason."""
    deed, until, on = (str(form.get(name) or "").strip() for name in ("deed", "until", "on"))
    by, why = signed(request, form)
    if deed not in get_args(service.Deed) or no_day(on):
        raise HTTPException(400, said(language_of(request), "errors.no_day"))
    _book(desk, form).set(id, deed, day_of(on), by, why, until)  # type: ignore[arg-type]  # checked above
    return _to_task(request, form, id)


@router.post("/tasks/{id}/edit")
def edit(request: Request, desk: AtDesk, form: Form, id: TaskId) -> Response:
    """Change a field of a task, with a name and a reason."""
    by, why = signed(request, form)
    field, words, on = (str(form.get(name) or "") for name in ("field", "words", "on"))
    _book(desk, form).edit(id, field, words, day_of(on), by, why)
    return _to_task(request, form, id)


@router.post("/tasks/{id}/undo/{number}")
def undo_entry(
    request: Request, desk: AtDesk, form: Form, id: TaskId, number: Annotated[int, Path(ge=1, le=2**53)]
) -> Response:
    """Let an entry no longer count; it stays in the book."""
    by, why = signed(request, form)
    _book(desk, form).undo(number, day_of(str(form.get("on") or "")), by, why)
    return _to_task(request, form, id)


def day_of(text: str) -> str:
    """The ISO day that is asked about, today where none is; 400 for what is no day."""
    if no_day(text):
        raise HTTPException(400, " / ".join(said(language, "errors.no_day") for language in LANGUAGES))
    return text or today()


def signed(request: Request, form: Any) -> tuple[str, str]:
    """The name and the reason of a deed; 400 where one is missing."""
    by, why = signer(request, form), str(form.get("why") or "").strip()
    if not by or not why:
        raise HTTPException(400, said(language_of(request), "errors.unsigned"))
    return by, why


def to_book(request: Request, book: str, on: str = "") -> Response:
    """On to a book."""
    asked = {name: words for name, words in (("book", book), ("on", on)) if words}
    base = request.scope.get("root_path", "")
    return RedirectResponse(f"{base}/book{'?' if asked else ''}{urlencode(asked)}", 303)


def _book(desk: Desk, form: Any) -> service.Book:
    return desk.ledger.book(str(form.get("book") or ""))


def _to_task(request: Request, form: Any, id: str) -> Response:
    asked = {name: words for name in ("book", "on") if (words := str(form.get(name) or ""))}
    base = request.scope.get("root_path", "")
    return RedirectResponse(f"{base}/book/tasks/{id}{'?' if asked else ''}{urlencode(asked)}", 303)
