"""Sentences that hold words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, show
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Words

kept = APIRouter(route_class=KeptRoute)
_STEP, _MOST = 50, 1000


@kept.get("/search")
def search(
    request: Request, desk: AtDesk, q: Words = "", limit: Annotated[int, Query(ge=1, le=_MOST)] = _STEP
) -> Response:
    """The newest sentences that hold all words, the words marked."""
    rows, more = service.newest(desk.ledger, q, limit) if q.strip() else ([], False)
    return show(request, "search.html", rows=rows, q=q, more=min(limit + _STEP, _MOST) if more else 0)
