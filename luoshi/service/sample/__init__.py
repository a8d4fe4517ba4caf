"""Four documents of an invented city, to try everything on.

临澜市 in 东屿省 does not exist. A page of its newspaper and the government's report of January 2025 say
what is going to be done; the reports of January 2026, on the government's work and on the budget, say
what was, and what comes next. Beside them, not read into the ledger, lie a draft of the newspaper's next page, with
four errors in it, and for the book of tasks the office's table with two bodies' reports of June 2025. All were written
for this project.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from luoshi import documents, reading
from luoshi.ledger import Ledger, LedgerError
from luoshi.records import Document, Reading

CITY, REVENUE = "临澜市", "一般公共预算收入"
DRAFT = "draft.txt"
TASKS, REPORTS = "tasks.csv", ("civil-affairs-june.txt", "housing-june.txt")
_LEFT_OUT = {DRAFT, TASKS, *REPORTS}  # not read into the ledger


@dataclass(frozen=True, slots=True)
class Sample:
    """The readings of the documents in the order of their days, and the ledger that holds them."""

    readings: list[Reading]
    ledger: Ledger


def texts() -> list[Document]:
    """The documents, in the order of their names."""
    return [documents.from_bytes(data, name) for name, data in _files() if name not in _LEFT_OUT]


@contextmanager
def read_sample(out: Path) -> Iterator[Sample]:
    """The documents read into a ledger, which is kept in the directory ``out`` beside them.

    :class:`~luoshi.ledger.LedgerError` where it can't be written.
    """
    location = out / "luoshi.db"
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in _files():
            (out / name).write_bytes(data)
    except OSError as error:
        reason = error.strerror or error
        raise LedgerError(f"{out}：写不了（{reason}） / it can't be written ({reason})") from error
    with Ledger(location) as ledger:
        readings = sorted((reading.read(document) for document in texts()), key=lambda each: each.date)
        for each in readings:
            ledger.add(each)
        yield Sample(readings, ledger)


def _files() -> Iterator[tuple[str, bytes]]:
    for file in sorted(resources.files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith((".txt", ".csv")):
            yield file.name, file.read_bytes()
