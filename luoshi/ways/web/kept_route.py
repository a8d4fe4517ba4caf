"""Routes whose pages depend on the ledger and what is asked alone: written once, and kept until the ledger changes.

Who may ask is looked at before, on each request (:mod:`luoshi.ways.web.guard`). A page is written for one who is hidden
(:mod:`luoshi.ways.web.askers`): neither a token nor a name of anyone is kept, and the template can't tell more of an
account than whether it may write. What tells of anything else (files that wait, accounts, refusals) is no such page.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Hashable
from typing import Any

from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from luoshi.ways.web.askers import asker_of
from luoshi.ways.web.desk import desk_of, language_of, settings_of, today
from luoshi.ways.web.kept_pages import Page

_TOLD = ("content-language", "vary")


class KeptRoute(APIRoute):
    """A route whose pages are kept; a router's ``route_class``."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The usual answer, or the page that was kept."""
        write = super().get_route_handler()

        async def answer(request: Request) -> Response:
            pages, asker, asked = desk_of(request).pages, asker_of(request), _asked(request)
            page = pages.get(await _state(request), asked)
            if page is None:
                async with pages.turn(asked):  # of several who ask at once the first has it written for all
                    state = await _state(request)
                    page = pages.get(state, asked)
                    if page is None:
                        written = await _written(request, write)
                        if not isinstance(written, HTMLResponse):
                            return written
                        page = Page(bytes(written.body), {name: written.headers[name] for name in _TOLD})
                        if written.status_code != 200 or "set-cookie" in written.headers:
                            written.body = asker.shown(page.body)
                            written.headers["content-length"] = str(len(written.body))
                            return written
                        pages.put(state, asked, page, len(request.url.path) + len(request.url.query))
            return HTMLResponse(asker.shown(page.body), headers=page.headers)

        return answer


async def _state(request: Request) -> tuple[int, ...]:
    """The state of the ledger."""
    return await run_in_threadpool(desk_of(request).ledger.state)


async def _written(request: Request, write: Callable[[Request], Coroutine[Any, Any, Response]]) -> Response:
    """The usual answer to one who is hidden."""
    request.state.hidden = True
    try:
        return await write(request)
    finally:
        request.state.hidden = False


def _asked(request: Request) -> Hashable:
    """All that a page depends on but the ledger."""
    kind = asker_of(request).kind
    return request.url.path, request.url.query, language_of(request), settings_of(request), today(), kind
