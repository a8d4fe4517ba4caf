"""A place and a year at a glance."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, language_of, show, today
from luoshi.ways.web.downloads import download
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Limit, Words, Year, no_day

router = APIRouter()
kept = APIRouter(route_class=KeptRoute)
_STEP = 200


@kept.get("/overview")
def overview(request: Request, desk: AtDesk, place: Words = "", year: Year = "", on: Words = "") -> Response:
    """Targets beside results, commitments and conflicts of a place and a year, seen on a day."""
    places = desk.places()
    day = _seen_on(on)
    chosen = place or (places[0] if places else "")
    told = desk.remembered(service.overview, chosen, year, day, desk.remembered) if chosen else None
    return show(request, "overview.html", told=told, places=places, on=day, unread_day=no_day(on))


@router.get("/overview.{to}")
def overview_file(request: Request, desk: AtDesk, to: str, place: Words, year: Year = "", on: Words = "") -> Response:
    """The targets of a place and a year beside their results, as CSV or as a workbook."""
    if to not in ("csv", "xlsx"):
        raise HTTPException(404)
    told = desk.remembered(service.overview, place, year, _seen_on(on), desk.remembered)
    language = language_of(request)
    name = f"{service.outcomes_name(told.place, told.year, language)}.{to}"
    return download(name, lambda path: service.write_outcomes(told.rows, to, path, language))


@kept.get("/tasks")
def tasks(
    request: Request,
    desk: AtDesk,
    place: Words = "",
    year: Year = "",
    state: Words = "",
    on: Words = "",
    vague: Annotated[bool, Query()] = False,
    limit: Limit = 100,
) -> Response:
    """The commitments of a place, all or of a year, each with its state and the sentences that speak of it later.

    Those that name nothing that can be checked are listed where ``vague`` ones are asked for.
    """
    places = desk.places()
    day = _seen_on(on)
    chosen = place or (places[0] if places else "")
    promised = desk.remembered(service.Ledger.progress, place=chosen, on=day) if chosen else []
    everything = service.promised_in(promised, year, vague=True)
    rows = everything if vague else service.promised_in(promised, year)
    counts = {name: sum(row.state == name for row in rows) for name in ("overdue", "in_progress", "no_news", "done")}
    shown = [row for row in rows if state in ("", row.state)]
    return show(
        request, "tasks.html", rows=shown[:limit], counts=counts, total=len(rows), places=places, place=chosen,
        year=year, years=sorted({row.date[:4] for row in promised if row.date}, reverse=True), state=state, on=day,
        unread_day=no_day(on), vague=vague, left_out=len(everything) - len(rows),
        more=min(limit + _STEP, 1000) if len(shown) > limit else 0,
    )  # fmt: skip


def _seen_on(on: str) -> str:
    """The day that a page is seen on: today where none is given, or none that can be read."""
    return today() if not on or no_day(on) else on
