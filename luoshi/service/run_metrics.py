"""How far a long run is, as a file that node_exporter's textfile collector takes to Prometheus.

    luoshi_run_documents_total{run="load",state="new"} 20000
    luoshi_run_parts_total{run="load"} 100
    luoshi_run_start_timestamp_seconds{run="load"} 1.7e9
    luoshi_run_last_part_timestamp_seconds{run="load"} 1.7e9
    luoshi_run_success_timestamp_seconds{run="load"} 1.7e9     0 until the run has come to its end

The file is replaced whole after each part (https://github.com/prometheus/node_exporter#textfile-collector), so that a
run that hangs, or was killed, is one whose last part is long ago.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from luoshi.extras import needs
from luoshi.ledger.errors import LedgerError


class RunMetrics:
    """The metrics of one run, named ``run``, in ``file``; :class:`LedgerError` where it can't be written."""

    def __init__(self, run: str, file: Path) -> None:
        try:
            from prometheus_client import CollectorRegistry, Counter, Gauge
        except ModuleNotFoundError as error:
            raise LedgerError(" / ".join(needs("metrics"))) from error
        self._file, self._run = file, run
        self._registry = held = CollectorRegistry()
        self._documents = Counter("luoshi_run_documents", "Documents of the run.", ("run", "state"), registry=held)
        self._parts = Counter("luoshi_run_parts", "Parts, or files, that are done.", ("run",), registry=held)
        self._moments = {
            name: Gauge(f"luoshi_run_{name}_timestamp_seconds", told, ("run",), registry=held)
            for name, told in (
                ("start", "When the run began."),
                ("last_part", "When the last part was done."),
                ("success", "When the run came to its end; 0 before."),
            )
        }
        self._moments["success"].labels(run).set(0)
        self._at("start")

    def part(self, documents: Mapping[str, int]) -> None:
        """A part is done: its documents by what became of them."""
        self._parts.labels(self._run).inc()
        for state, number in documents.items():
            self._documents.labels(self._run, state).inc(number)
        self._at("last_part")

    def done(self) -> None:
        """The run has come to its end."""
        self._at("success")

    def _at(self, moment: str) -> None:
        from prometheus_client import write_to_textfile

        self._moments[moment].labels(self._run).set(time.time())
        try:
            write_to_textfile(str(self._file), self._registry)
        except OSError as error:
            reason = error.strerror or error
            raise LedgerError(f"{self._file}：写不了（{reason}） / it can't be written ({reason})") from error
