"""People in their posts, what bodies answer for, set phrases and projects over time, the timeline of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, show
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Words

kept = APIRouter(route_class=KeptRoute)
_MOST = 500  # rows on one page


@kept.get("/people")
def people(request: Request, desk: AtDesk, q: Words = "", place: Words = "") -> Response:
    """Who holds which post, by name or by body."""
    rows = desk.ledger.people(person=q, place=place) or desk.ledger.people(body=q, place=place)
    return _listed(request, desk, "people.html", rows, q, place)


@kept.get("/bodies")
def bodies(request: Request, desk: AtDesk, q: Words = "", place: Words = "") -> Response:
    """Which body answers for which commitments."""
    return _listed(request, desk, "bodies.html", desk.ledger.bodies(q, place), q, place)


@kept.get("/formulations")
def formulations(request: Request, desk: AtDesk, q: Words = "", place: Words = "") -> Response:
    """Set phrases: first and last use, how often."""
    return _listed(request, desk, "formulations.html", desk.ledger.formulations(q, place), q, place)


@kept.get("/projects")
def projects(request: Request, desk: AtDesk, q: Words = "", place: Words = "") -> Response:
    """Projects under all their names, and how far each is."""
    return _listed(request, desk, "projects.html", desk.ledger.projects(place, q), q, place)


@kept.get("/timeline")
def timeline(request: Request, desk: AtDesk, q: Words = "", place: Words = "") -> Response:
    """What was promised, begun, reported, finished of one thing, by its name or a record's id."""
    rows = desk.ledger.timeline(q, place)
    counts = Counter(row.said for row in rows)
    name = rows[0].what if rows and ":" in q else q
    places = desk.places()
    why = "" if rows else service.why_nothing(desk.ledger, "timeline", place)
    told = {said: counts[said] for said in service.NAMES if counts[said]}
    return show(
        request, "timeline.html", rows=rows[:_MOST], counts=told, q=q, name=name, place=place, places=places, why=why
    )


def _listed(request: Request, desk: AtDesk, page: str, rows: Sequence[object], q: str, place: str) -> Response:
    places = desk.places()
    return show(request, page, rows=rows[:_MOST], count=len(rows), q=q, place=place, places=places)
