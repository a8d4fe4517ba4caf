"""The desk as an application: its pages at one ledger, and beside them those of the sample city."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from luoshi import __version__, service
from luoshi.service.context import Service
from luoshi.ways.web.desk import Desk, language_of, show
from luoshi.ways.web.doors import Doors
from luoshi.ways.web.guard import Guard
from luoshi.ways.web.metrics import PATH as METRICS
from luoshi.ways.web.metrics import Measured, Metrics
from luoshi.ways.web.pages import (
    api,
    beside,
    drafts,
    lists,
    mending,
    overview,
    panel,
    reader,
    review,
    search,
    series,
    sign_in,
    start,
)
from luoshi.ways.web.pages.book import files as book_files
from luoshi.ways.web.pages.book import reports as book_reports
from luoshi.ways.web.pages.book import tasks as book_tasks
from luoshi.ways.web.words import said

LOCAL = ("127.0.0.1", "localhost", "[::1]")
_ROUTERS = (
    start.kept, start.router, overview.kept, overview.router, reader.kept, reader.router, mending.router,
    series.kept, series.router, panel.kept, panel.router, beside.kept, search.kept, drafts.kept, drafts.router,
    review.kept, review.router, lists.kept, book_tasks.kept, book_tasks.router, book_files.router, book_reports.router,
)  # fmt: skip


def desk_app(context: Service, hosts: tuple[str, ...] = LOCAL, doors: Doors | None = None) -> FastAPI:
    """The desk of a ledger, which is made where there is none; asked only under the names ``hosts``.

    With ``doors`` others can reach it, and who asks has to be signed in.

    Below ``/sample`` stands a second desk with the documents of an invented city, which are read when the desk
    opens.
    """
    sample = _pages("/sample")

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        from luoshi.service.sample import CITY, read_sample

        with ExitStack() as stack:
            app.state.desk = Desk(stack.enter_context(context.opened(create=True)), Path(context.ledger).name)
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="luoshi-")))
            sample.state.desk = Desk(stack.enter_context(read_sample(folder)).ledger, CITY, is_sample=True)
            yield

    app = _pages("", opened)
    if doors is not None:
        app.state.doors = doors
        app.include_router(sign_in.router, include_in_schema=False)
    static = resources.files("luoshi.ways.web") / "static"
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    app.mount("/sample", sample)
    metrics = Metrics()
    app.add_api_route(METRICS, metrics.answer, include_in_schema=False)
    app.add_middleware(BaseHTTPMiddleware, dispatch=Guard(hosts, doors))
    app.add_middleware(Measured, metrics=metrics)
    return app


def _pages(base: str, lifespan: object = None) -> FastAPI:
    """An application with all pages and the API."""
    app = FastAPI(
        title="luoshi",
        version=__version__,
        lifespan=lifespan,  # type: ignore[arg-type]  # None or a context manager of the application
        docs_url=None,  # the usual page of documentation loads its scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    for router in _ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(api.router, prefix="/api")
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(service.LedgerError, _told_of_ledger)
    app.add_exception_handler(RequestValidationError, _told_of_asking)
    return app


async def _told(request: Request, error: Exception) -> Response:
    """An error as a page, or as JSON to who asks the API."""
    assert isinstance(error, HTTPException)
    words = error.detail
    if error.status_code == 404 and words == "Not Found":
        words = said(language_of(request), "errors.no_page")
    return _answer(request, error.status_code, words)


async def _told_of_ledger(request: Request, error: Exception) -> Response:
    unknown = isinstance(error, service.UnknownRecordError)
    return _answer(request, 404 if unknown else 400, str(error))


async def _told_of_asking(request: Request, error: Exception) -> Response:
    """What was asked in a form that is none: the names that were not understood."""
    assert isinstance(error, RequestValidationError)
    names = ", ".join(dict.fromkeys(str(each["loc"][-1]) for each in error.errors()))
    return _answer(request, 422, said(language_of(request), "errors.asked", what=names))


def _answer(request: Request, status: int, words: str) -> Response:
    if request.url.path.removeprefix(request.scope.get("root_path", "")).startswith("/api/"):
        return JSONResponse({"detail": words}, status)
    return show(request, "error.html", status, words=words)
