"""The same answers as JSON, described by OpenAPI; lists come in pages, ids are those of every ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Protocol

from fastapi import APIRouter, HTTPException, Query

from luoshi import service
from luoshi.ways.web.desk import AtDesk, today
from luoshi.ways.web.options import Limit, Measured, Offset, Words, Year, no_day

router = APIRouter()
Found = dict[str, Any]
On = Annotated[str, Query(description="ISO 8601 day from which one looks back", max_length=10)]


class _Row(Protocol):
    def to_json(self) -> dict[str, Any]: ...


def _page(rows: Sequence[_Row], limit: int, offset: int) -> Found:
    return {
        "count": len(rows),
        "offset": offset,
        "rows": [row.to_json() for row in rows[offset : offset + limit]],
    }


@router.get("/documents")
def documents(desk: AtDesk, limit: Limit = 100, offset: Offset = 0) -> Found:
    """The documents of the ledger, the newest day first."""
    rows = [row.to_json() for row in desk.ledger.documents(first=offset, most=limit)]
    return {"count": desk.remembered(service.Ledger.count_documents, ""), "offset": offset, "rows": rows}


@router.get("/documents/{id}/records")
def records(desk: AtDesk, id: str, limit: Limit = 100, offset: Offset = 0) -> Found:
    """The records of a document as ``luoshi read --json`` prints them, corrections not laid over."""
    try:
        named = desk.ledger.document_named(id)
    except service.LedgerError as error:
        raise HTTPException(404, str(error)) from error
    rows: Iterable[Found] = list(service.rows_of(desk.ledger.reading(named)))
    return {"count": len(list(rows)), "offset": offset, "rows": list(rows)[offset : offset + limit]}


@router.get("/records/{id}")
def record(desk: AtDesk, id: str) -> Found:
    """A record, corrections laid over it, with its document, its sentence and its rule."""
    stored = desk.ledger.record(id)
    told = service.explain(stored)
    return stored.record.to_json() | {
        "id": stored.id,
        "document": stored.document.name,
        "document_id": stored.document.id,
        "date": stored.date,
        "place": stored.record.to_json().get("place") or stored.place,
        "sentence": "".join(part.words for part in told.sentence),
        "rule": told.rule,
        "superseded": stored.superseded,
    }


@router.get("/series")
def series(
    desk: AtDesk, indicator: Words, place: Words = "", measure: Measured = "", limit: Limit = 100, offset: Offset = 0
) -> Found:
    """The values of an indicator over time."""
    return _page(desk.ledger.series(indicator, place, measure), limit, offset)


@router.get("/panel")
def panel(
    desk: AtDesk,
    indicator: Annotated[list[str], Query(min_length=1, max_length=12)],
    place: Annotated[Sequence[str], Query(max_length=200)] = (),
    years: Annotated[str, Query(pattern=r"^(?:\d{4}(?:-\d{4})?)?$", description="2020 or 2020-2025")] = "",
    measure: Measured = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> Found:
    """A row for each place, year and indicator; an empty one says why in ``missing``."""
    try:
        span = service.years_of(years)
    except ValueError as error:
        raise HTTPException(422, f"{years}: 不是年份 / write the years as YYYY-YYYY") from error
    return _page(desk.ledger.panel(indicator, place, span, measure), limit, offset)  # type: ignore[arg-type]


@router.get("/book")
def book(
    desk: AtDesk, book: Words = "", on: On = "", body: Words = "", limit: Limit = 100, offset: Offset = 0
) -> Found:
    """The tasks of a book with their lights on a day."""
    if no_day(on):
        raise HTTPException(422, f"{on}: 不是年-月-日 / write the day as YYYY-MM-DD")
    return _page(desk.ledger.book(book).standings(on or today(), body), limit, offset)


@router.get("/outcomes")
def outcomes(
    desk: AtDesk, place: Words = "", year: Year = "", indicator: Words = "", limit: Limit = 100, offset: Offset = 0
) -> Found:
    """Targets beside their results."""
    return _page(desk.ledger.outcomes(place, year, indicator), limit, offset)


@router.get("/conflicts")
def conflicts(
    desk: AtDesk, place: Words = "", year: Year = "", indicator: Words = "", limit: Limit = 100, offset: Offset = 0
) -> Found:
    """Figures that can't all be right."""
    return _page(desk.ledger.conflicts(place, year, indicator), limit, offset)


@router.get("/progress")
def progress(
    desk: AtDesk, place: Words = "", year: Year = "", on: On = "", limit: Limit = 100, offset: Offset = 0
) -> Found:
    """Commitments and what became of them."""
    if no_day(on):
        raise HTTPException(422, f"{on}: 不是年-月-日 / write the day as YYYY-MM-DD")
    return _page(desk.ledger.progress(place=place, year=year, on=on), limit, offset)


@router.get("/search")
def search(desk: AtDesk, q: Words, limit: Limit = 100) -> Found:
    """The newest sentences that hold all words."""
    rows, more = service.newest(desk.ledger, q, limit)
    return {"more": more, "rows": [row.to_json() for row in rows]}


@router.get("/people")
def people(
    desk: AtDesk, person: Words = "", body: Words = "", place: Words = "", limit: Limit = 100, offset: Offset = 0
) -> Found:
    """People in their posts."""
    return _page(desk.ledger.people(person, body, place), limit, offset)


@router.get("/bodies")
def bodies(desk: AtDesk, body: Words = "", place: Words = "", limit: Limit = 100, offset: Offset = 0) -> Found:
    """Which body answers for which commitments."""
    return _page(desk.ledger.bodies(body, place), limit, offset)


@router.get("/formulations")
def formulations(desk: AtDesk, phrase: Words = "", place: Words = "", limit: Limit = 100, offset: Offset = 0) -> Found:
    """Set phrases over time."""
    return _page(desk.ledger.formulations(phrase, place), limit, offset)


@router.get("/projects")
def projects(
    desk: AtDesk, words: Words = "", place: Words = "", year: Year = "", limit: Limit = 100, offset: Offset = 0
) -> Found:
    """Projects over the years, each with its mentions."""
    return _page(desk.ledger.projects(place, words, "", year), limit, offset)


@router.get("/events")
def events(
    desk: AtDesk, words: Words = "", actor: Words = "", place: Words = "", year: Year = "", limit: Limit = 100,
    offset: Offset = 0,
) -> Found:  # fmt: skip
    """Events in the order of their days."""
    return _page(desk.ledger.events(place, "", actor, year, words), limit, offset)


@router.get("/timeline")
def timeline(desk: AtDesk, asked: Words, place: Words = "", limit: Limit = 100, offset: Offset = 0) -> Found:
    """What was promised, begun, reported, finished of one thing."""
    return _page(desk.ledger.timeline(asked, place), limit, offset)
