"""Four documents of an invented city, to try everything on.

临澜市 in 东屿省 does not exist. A page of its newspaper and the government's report of January 2025 say
what is going to be done; the reports of January 2026, on the government's work and on the budget, say
what was, and what comes next. All four were written for this project.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi import documents, reading
from luoshi.ledger import Ledger, LedgerError
from luoshi.records import Document, Reading

CITY, REVENUE = "临澜市", "一般公共预算收入"


@dataclass(frozen=True, slots=True)
class Sample:
    """The readings of the documents in the order of their days, and the ledger that holds them, at ``location``."""

    readings: list[Reading]
    ledger: Ledger
    location: Path


def texts() -> list[Document]:
    """The documents, in the order of their names."""
    folder = resources.files(__name__)
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=lambda file: file.name)
    return [documents.from_bytes(file.read_bytes(), file.name) for file in files]


@contextmanager
def read_sample(out: Path | None = None) -> Iterator[Sample]:
    """The documents read into a ledger, which is kept in the directory ``out``, or gone afterwards without one.

    :class:`~luoshi.ledger.LedgerError` where it can't be written.
    """
    with TemporaryDirectory() if out is None else nullcontext(out) as folder:
        location = Path(folder, "luoshi.db")
        try:
            location.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or error
            raise LedgerError(f"{folder}：写不了（{reason}） / it can't be written ({reason})") from error
        with Ledger(location) as ledger:
            readings = sorted((reading.read(document) for document in texts()), key=lambda each: each.date)
            for each in readings:
                ledger.add(each)
            yield Sample(readings, ledger, location)
