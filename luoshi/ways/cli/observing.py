"""What long commands tell machines while they run: a log of its parts, and metrics in a file."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi import service

if TYPE_CHECKING:
    from luoshi.service import LogFormat

LogAs = Annotated[
    str,
    typer.Option(
        "--log-format",
        metavar="text|json",
        show_default=False,
        help="在标准错误写日志，每件事一行。 Log to standard error, a line an event.",
    ),
]
MetricsFile = Annotated[
    Path | None,
    typer.Option(
        "--metrics",
        metavar="FILE",
        show_default=False,
        help="把进度写成 Prometheus 指标（node_exporter 的 textfile）。 "
        "Write progress as Prometheus metrics, for node_exporter's textfile collector.",
    ),
]


class Observed:
    """A run that is logged, and measured where that is asked for; :class:`~luoshi.service.LedgerError` as there."""

    def __init__(self, run: str, log_format: str, metrics: Path | None) -> None:
        log_as(log_format)
        self._log = logging.getLogger(f"luoshi.{run}")
        self._metrics = service.RunMetrics(run, metrics) if metrics else None

    def part(self, name: str, documents: Mapping[str, int]) -> None:
        """A part or file is done: its documents by what became of them."""
        self._log.info(name, extra=dict(documents))
        if self._metrics:
            self._metrics.part(documents)

    def done(self) -> None:
        """The run has come to its end."""
        self._log.info("done")
        if self._metrics:
            self._metrics.done()


def log_as(form: str) -> None:
    """Log in this format, ``""`` for no log; a line and exit status 2 for one that there is not."""
    if form not in ("", "text", "json"):
        raise typer.BadParameter(f"{form}: text, json", param_hint="--log-format")
    if form:
        chosen: LogFormat = "json" if form == "json" else "text"
        service.log_to(chosen)
