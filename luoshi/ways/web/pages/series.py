"""An indicator over time: a chart, the table under it, and the table as a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, show
from luoshi.ways.web.options import Measured, Words

router = APIRouter()
_MOST = 500  # rows on one page
Places = Annotated[Sequence[str], Query(max_length=40)]


@router.get("/series")
def series(
    request: Request,
    desk: AtDesk,
    indicator: Words = "",
    place: Places = (),
    measure: Measured = "",
) -> Response:
    """The values of an indicator in one or several places."""
    told = service.charted(desk.ledger, indicator, [name for name in place if name], measure) if indicator else None
    why = service.why_nothing(desk.ledger, "series", "", indicator) if told and not told.rows else ""
    return show(
        request, "series.html", told=told, why=why, indicator=indicator, chosen=place,
        most=_MOST, places=desk.places(), indicators=desk.remembered(service.Ledger.targeted),
    )  # fmt: skip


@router.get("/series/chart")
def chart(desk: AtDesk, indicator: Words, place: Places = (), measure: Measured = "") -> dict[str, Any]:
    """What the chart draws."""
    return service.charted(desk.ledger, indicator, [name for name in place if name], measure).to_json()


@router.get("/series.csv")
def csv(desk: AtDesk, indicator: Words, place: Places = (), measure: Measured = "") -> Response:
    """The values as a table that spreadsheets open."""
    told = service.charted(desk.ledger, indicator, [name for name in place if name], measure)
    return Response(
        service.rows_as_csv(told.rows), media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": "attachment; filename=series.csv"},
    )  # fmt: skip
