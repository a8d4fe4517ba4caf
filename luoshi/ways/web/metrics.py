"""What the desk does, for Prometheus and for the log: requests by page, how long they took, the ledger's size.

Pages are named by their route (``/documents/{id}``), so that no document or question of anyone stands in a metric.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, PlatformCollector, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from luoshi import service

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = "/metrics"
_LOCAL = ("127.0.0.1", "::1")
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")  # a proxy asks for another
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10, 30)
_LOG = logging.getLogger("luoshi.desk")


class Metrics:
    """The metrics of one running desk."""

    def __init__(self) -> None:
        self.registry = held = CollectorRegistry()
        ProcessCollector(registry=held)
        PlatformCollector(registry=held)
        labels = ("method", "page", "status")
        self.requests = Counter("luoshi_desk_requests", "Requests that were answered.", labels, registry=held)
        self.seconds = Histogram(
            "luoshi_desk_request_seconds", "How long answers took.", ("page",), buckets=_SECONDS, registry=held
        )
        self.documents = Gauge("luoshi_ledger_documents", "Documents of the ledger.", registry=held)

    def answer(self, request: Request) -> Response:
        """The page of metrics."""
        desk = request.app.state.desk
        self.documents.set(desk.remembered(service.Ledger.count_documents))
        return Response(generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class Measured:
    """The application around the desk that counts, times and logs its answers."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            self._note(scope, status, time.perf_counter() - begun)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        page, method = _page(scope), scope["method"]
        self._metrics.requests.labels(method, page, str(status)).inc()
        self._metrics.seconds.labels(page).observe(seconds)
        account = scope.get("state", {}).get("account")
        told = {"status": status, "seconds": round(seconds, 4), "page": page}
        _LOG.info("%s %s", method, scope["path"], extra=told | ({"account": account.name} if account else {}))


def is_local(request: Request) -> bool:
    """Whether a request comes from this machine, and no proxy asks for someone else."""
    client = request.client.host if request.client else ""
    return client in _LOCAL and not any(name in request.headers for name in _FORWARDED)


def _page(scope: Scope) -> str:
    """The route that answered, ``other`` for none: there are only so many."""
    if scope["path"].startswith("/static/"):
        return "/static"
    path = getattr(scope.get("route"), "path", None)
    return f"{scope.get('root_path', '')}{path}" if isinstance(path, str) else "other"
