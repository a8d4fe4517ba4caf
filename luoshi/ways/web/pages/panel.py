"""Indicators over places and years: a table whose every cell leads to its sentence, and the table as a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service
from luoshi.ways.web.desk import AtDesk, Desk, language_of, show
from luoshi.ways.web.downloads import download
from luoshi.ways.web.kept_route import KeptRoute
from luoshi.ways.web.options import Measured, Words
from luoshi.ways.web.words import said

router = APIRouter()
kept = APIRouter(route_class=KeptRoute)
_MOST = 12  # indicators at once
Places = Annotated[Sequence[str], Query(max_length=200)]


@kept.get("/panel")
def panel(
    request: Request, desk: AtDesk, indicator: Words = "", place: Places = (), years: Words = "", measure: Measured = ""
) -> Response:
    """The values of indicators by place and year."""
    failure = ""
    try:
        rows = _rows(request, desk, indicator, place, years, measure)
    except HTTPException as error:
        rows, failure = [], str(error.detail)
    asked = service.listed(indicator)
    unknown = service.unknown_names(desk.ledger, asked[:_MOST])
    tables = [each for each in service.panel_tables(rows, bool(years)) if each.indicator not in unknown]
    return show(
        request, "panel.html", 400 if failure else 200, tables=tables, indicator=indicator,
        chosen=place, years=years, measure=measure, places=desk.places(), missing=service.MISSING,
        indicators=desk.remembered(service.indicators), failure=failure, unknown=unknown,
        asked_for=asked, most=_MOST,
    )  # fmt: skip


@router.get("/panel.{to}")
def panel_file(
    request: Request,
    desk: AtDesk,
    to: str,
    indicator: Words,
    place: Places = (),
    years: Words = "",
    measure: Measured = "",
) -> Response:
    """The panel as CSV or as a workbook."""
    if to not in ("csv", "xlsx"):
        raise HTTPException(404)
    rows = _rows(request, desk, indicator, place, years, measure)
    language = language_of(request)
    name = f"{said(language, 'panel.file')}.{to}"
    return download(name, lambda path: service.write_panel(rows, to, path, language))


def _rows(
    request: Request, desk: Desk, indicator: str, place: Sequence[str], years: str, measure: Measured
) -> list[service.PanelRow]:
    try:
        span = service.years_of(years)
    except ValueError as error:
        raise HTTPException(400, said(language_of(request), "panel.no_years")) from error
    names = service.listed(indicator)[:_MOST]
    places = [name for name in place if name]
    return desk.ledger.panel(names, places, span, measure) if names else []  # type: ignore[arg-type]  # one of them
