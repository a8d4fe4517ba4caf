"""Logs of what goes on for long: a line an event on standard error, as text or as JSON (https://jsonlines.org).

    {"time": "2026-02-01T08:00:00.123+00:00", "level": "INFO", "logger": "luoshi.desk", "message": "GET /overview",
     "status": 200, "seconds": 0.012}

What is told beside the message is given to the logger as ``extra``, as the standard library has it.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal, TextIO

LogFormat = Literal["text", "json"]

#: What every record of the standard library has; whatever else is there was given as ``extra``.
_USUAL = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "color_message"}


def log_to(form: LogFormat, stream: TextIO | None = None) -> None:
    """Have what Luoshi logs from INFO on, and the warnings of all libraries, written to ``stream`` (standard error)."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_JsonLines() if form == "json" else _Text("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("luoshi").setLevel(logging.INFO)


def _told(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in record.__dict__.items() if name not in _USUAL}


class _Text(logging.Formatter):
    def formatMessage(self, record: logging.LogRecord) -> str:
        told = "".join(f" {name}={value}" for name, value in _told(record).items())
        return super().formatMessage(record) + told


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": when, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line | _told(record), ensure_ascii=False, default=str)
