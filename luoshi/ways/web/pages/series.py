"""An indicator over time: a chart, the table under it, and the table as a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, language_of, show
from luoshi.ways.web.downloads import attached, download
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Measured, Words

router = APIRouter()
kept = APIRouter(route_class=KeptRoute)
Level = Annotated[str, Query(pattern="^(?:country|province|city|county|all)?$")]
_MOST = 200  # rows on one page
Places = Annotated[Sequence[str], Query(max_length=40)]


@kept.get("/series")
def series(
    request: Request,
    desk: AtDesk,
    indicator: Words = "",
    place: Places = (),
    measure: Measured = "",
    level: Level = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """The values of an indicator in one or several places."""
    told = _charted(desk, indicator, place, measure, level) if indicator else None
    alike = service.unknown_names(desk.ledger, [indicator]).get(indicator, []) if told and not told.rows else []
    file_name = service.series_name(told, language_of(request)) if told else ""
    return show(
        request, "series.html", told=told, alike=alike, file_name=file_name, indicator=indicator, chosen=place,
        page=page, most=_MOST, places=desk.places(), indicators=desk.remembered(service.indicators),
    )  # fmt: skip


@router.get("/series/chart")
def chart(
    desk: AtDesk, indicator: Words, place: Places = (), measure: Measured = "", level: Level = ""
) -> dict[str, Any]:
    """What the chart draws."""
    return _charted(desk, indicator, place, measure, level).to_json()


@router.get("/series.{to}")
def series_file(
    request: Request,
    desk: AtDesk,
    to: str,
    indicator: Words,
    place: Places = (),
    measure: Measured = "",
    level: Level = "",
) -> Response:
    """The values as CSV or as a workbook, named by the indicator and the place."""
    if to not in ("csv", "xlsx"):
        raise HTTPException(404)
    told = _charted(desk, indicator, place, measure, level)
    language = language_of(request)
    name = service.series_name(told, language)
    if to == "csv":
        return attached(f"{name}.csv", service.rows_as_csv(told.rows))
    return download(f"{name}.xlsx", lambda path: service.write_series(told, path, language))


def _charted(desk: Desk, indicator: str, place: Sequence[str], measure: str, level: str) -> service.Charted:
    return desk.charts(service.charted, indicator, tuple(name for name in place if name), measure, level)
