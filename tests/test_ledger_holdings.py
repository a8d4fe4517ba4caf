"""What a ledger holds: each document once, under the reading that stands."""

from __future__ import annotations

from dataclasses import replace

from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.records import Document

TEXT = "2025年，临澜市一般公共预算收入99.9亿元，增长3.8%。"


def test_documents_are_told_with_their_records(ledger: Ledger) -> None:
    ledger.add(read(Document(id="ab" * 32, text=TEXT, name="旧.txt"), date="2025-02-01", place="临澜市"))
    ledger.add(read(Document(id="cd" * 32, text=TEXT, name="新.txt"), date="2026-02-01", place="临澜市"), b"bytes")
    newest, oldest = ledger.documents()
    assert (newest.name, newest.date, newest.place, newest.has_original) == ("新.txt", "2026-02-01", "临澜市", True)
    assert (oldest.name, oldest.records["figure"], oldest.records["office"], oldest.has_original) == (
        "旧.txt",
        2,
        0,
        False,
    )
    assert newest.to_json()["records"]["figure"] == 2
    assert [each.name for each in ledger.documents("abab")] == ["旧.txt"]
    assert ledger.documents("ee") == []


def test_a_document_that_was_read_again_is_told_once(ledger: Ledger) -> None:
    first = read(Document(id="ab" * 32, text=TEXT, name="r.txt"), date="2026-02-01")
    ledger.add(replace(first, reader="0.0.1"))
    ledger.add(first)
    (told,) = ledger.documents()
    assert (told.reader, told.records["figure"]) == (first.reader, 2)
