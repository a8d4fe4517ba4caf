"""Tables and edited sheets into the book, looked at before they are kept; the sheet and the bulletin out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, HTTPException
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, Form, language_of, show
from luoshi.ways.web.downloads import download
from luoshi.ways.web.options import Words, no_day
from luoshi.ways.web.pages.book.tasks import day_of, signed, to_book
from luoshi.ways.web.words import said

router = APIRouter(prefix="/book")


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that waits to be kept: its bytes, how it is to be read, and what was read of it.

    ``columns`` maps the roles that a person gave to columns; a file without ``data`` is of the ledger's commitments.
    """

    book: str
    on: str
    year: int | None
    data: bytes
    columns: dict[str, str]
    read: service.BookFile


@router.get("/import")
def import_page(request: Request, desk: AtDesk, book: Words = "") -> Response:
    """The page to hand a table or an edited sheet over."""
    places = desk.places()
    return show(request, "book_import.html", book=book, id="", held=None, places=places)


@router.post("/import")
def import_file(request: Request, desk: AtDesk, form: Form) -> Response:
    """Read a table, an edited sheet, or the ledger's own commitments; nothing is kept yet."""
    language, book = language_of(request), str(form.get("book") or "").strip()[:80]
    year, on = str(form.get("year") or "").strip(), str(form.get("on") or "")
    if (year and not re.fullmatch(r"\d{4}", year)) or no_day(on):
        raise HTTPException(400, said(language, "errors.no_day"))
    number, held, handed = int(year) if year else None, desk.ledger.book(book), form.get("file")
    if isinstance(handed, UploadFile) and handed.filename:
        data = handed.file.read()
        read = service.read_book_file(held, handed.filename, data, day_of(on), number)
    elif form.get("place"):
        data, read = b"", service.tasks_of_ledger(held, str(form.get("place")), year)
    else:
        raise HTTPException(400, said(language, "errors.no_files"))
    id = desk.tables.put(WaitingFile(book, day_of(on), number, data, {}, read))
    return RedirectResponse(f"{request.scope.get('root_path', '')}/book/import/{id}", 303)


@router.get("/import/{id}")
def look(request: Request, desk: AtDesk, id: str) -> Response:
    """What was read of a file: the mapping of its columns, its tasks, doubts, and differences from the book."""
    held = _held(request, desk, id)
    return show(request, "book_import.html", book=held.book, id=id, held=held, roles=service.ROLE_WORDS)


@router.post("/import/{id}/columns")
def map_columns(request: Request, desk: AtDesk, form: Form, id: str) -> Response:
    """Read a file again with other meanings of its columns."""
    held = _held(request, desk, id)
    columns = held.columns | _given(held, form)
    read = service.read_book_file(desk.ledger.book(held.book), held.read.name, held.data, held.on, held.year, columns)
    desk.tables.take(id)
    new = desk.tables.put(replace(held, columns=columns, read=read))
    return RedirectResponse(f"{request.scope.get('root_path', '')}/book/import/{new}", 303)


@router.post("/import/{id}/keep")
def keep(request: Request, desk: AtDesk, form: Form, id: str) -> Response:
    """Keep the tasks of a file, and those of its differences that were chosen."""
    held = _held(request, desk, id)
    by, why = signed(request, form)
    chosen = {int(number) for number in form.getlist("difference") if str(number).isdecimal()}
    differences = [one for number, one in enumerate(held.read.differences) if number in chosen]
    book = desk.ledger.book(held.book)
    desk.tables.take(id)
    if held.read.fresh:
        book.add(held.read.fresh, by)
    if differences:
        book.keep(differences, held.on, by, why)
    return to_book(request, held.book, held.on)


@router.get("/sheet.xlsx")
def sheet(desk: AtDesk, book: Words = "", on: Words = "") -> Response:
    """The sheet as it stands on a day, to be edited and handed over again."""
    day, held = day_of(on), desk.ledger.book(book)
    return download(f"{book or '台账'}-{day}.xlsx".replace("/", "-"), lambda path: held.export(path, day))


@router.get("/bulletin.docx")
def bulletin(desk: AtDesk, book: Words = "", on: Words = "", since: Words = "", office: Words = "") -> Response:
    """The monthly bulletin for Word, compared with another day."""
    day, held = day_of(on), desk.ledger.book(book)
    before = since and day_of(since)
    return download(f"通报-{day}.docx", lambda path: held.bulletin(path, day, before, office=office))


def _held(request: Request, desk: Desk, id: str) -> WaitingFile:
    held = desk.tables.get(id)
    if held is None:
        raise HTTPException(404, said(language_of(request), "book.gone"))
    return held


def _given(held: WaitingFile, form: Any) -> dict[str, str]:
    """The roles that a person changed, each with its column: by its head's words, or its number where that has none."""
    given: dict[str, str] = {}
    for table in held.read.imported.tables if held.read.imported else ():
        for at, (head, role) in enumerate(zip(table.columns.heads, table.columns.roles, strict=True), 1):
            asked = str(form.get(f"role-{table.number}-{at}") or role)
            if asked != role and asked in service.ROLE_WORDS:
                plain = re.sub(r"\s+", "", head)
                alone = [re.sub(r"\s+", "", other) for other in table.columns.heads].count(plain) == 1
                given[asked] = plain if plain and alone and not plain.isdecimal() else str(at)
    return given
