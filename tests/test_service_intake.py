"""Files that were handed over: kept, told with what was not understood, and drafts that are not kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.records import Document
from luoshi.service.intake import Handed, left_over, read_confined, take_in

TEXT = "临澜市2025年一般公共预算收入99.9亿元。"


def test_each_file_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    with Ledger(tmp_path / "账本.db") as ledger:
        files = [Handed("坏.docx", b"PK\x03\x04"), Handed("好.txt", TEXT.encode())]
        bad, good = take_in(ledger, files, date="2026-01-13")
        assert (bad.state, bad.document) == ("refused", "")
        assert "坏.docx" in bad.message
        assert (good.state, good.date, good.place, good.records["figure"]) == ("new", "2026-01-13", "临澜市", 1)
        assert [each.state for each in take_in(ledger, files[1:])] == ["known"]
        assert [held.name for held in ledger.documents()] == ["好.txt"]


def test_quantities_that_no_record_holds_are_told_in_their_place() -> None:
    text = "长120公里的路。收入99.9亿元。"
    reading = read(Document(id="ab" * 32, text=text), date="2026-01-13")
    held = {figure.quote for figure in reading.figures}
    left = left_over(reading)
    assert {span.quote for span in left}.isdisjoint(held)
    assert all(text[span.start : span.end] == span.quote for span in left)
    assert {"120公里", "99.9亿元"} <= held | {span.quote for span in left}


def test_a_draft_that_can_t_be_read_is_a_line() -> None:
    assert read_confined("稿.txt", TEXT.encode()).figures
    with pytest.raises(ValueError, match=r"坏\.docx"):
        read_confined("坏.docx", b"PK\x03\x04")
