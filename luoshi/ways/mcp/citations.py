"""Where an answer stands: its document and sentence, its id, and two ways to open it.

{"id": "3b96451b9fe6c390:figure-187-193", "document": "work-report-2025.txt", "date": "2025-01-07",
 "quote": "96.2亿元", "sentence": "全市…一般公共预算收入96.2亿元…",
 "command": "luoshi explain 3b96451b9fe6c390:figure-187-193 --ledger luoshi.db",
 "desk": "http://127.0.0.1:8360/documents/3b96451b9fe6c390?record=figure-187-193#c187"}
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Protocol

from luoshi.service import one_line

Citation = dict[str, str]
_KEPT = 16  # digits of a document's id in an address


class Told(Protocol):
    """A row that says a sentence of a document."""

    @property
    def id(self) -> str: ...
    @property
    def document(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def sentence(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Citing:
    """Citations of one ledger; ``desk`` is the address of its desk, without a stroke at its end."""

    ledger: str
    desk: str

    def of(self, row: Told) -> Citation:
        """The citation of a row that has an id of its own."""
        return self.named(row.id, row.document, row.date, row.quote, row.sentence)

    def named(self, id: str, document: str, date: str, quote: str, sentence: str) -> Citation:
        """The citation of what has this id: a record, or a sentence (``…:sentence-START-END``)."""
        return {
            "id": id,
            "document": document,
            "date": date,
            "quote": one_line(quote),
            "sentence": one_line(sentence),
            "command": self.command("explain", id),
            "desk": self._address(id),
        }

    def command(self, *words: str) -> str:
        """A command that opens something of this ledger in a terminal."""
        return shlex.join(["luoshi", *words, "--ledger", self.ledger])

    def _address(self, id: str) -> str:
        document, _, key = id.partition(":")
        kind, start, *rest = key.split("-")
        place = f"at={start}-{rest[0]}" if kind == "sentence" else f"record={key}"
        return f"{self.desk}/documents/{document[:_KEPT]}?{place}#c{start}"
