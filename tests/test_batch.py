"""Which files a batch reads, and what becomes of each."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from luoshi import reading
from luoshi.ledger import Ledger
from luoshi.service import batch


def test_files_are_sorted_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".git/x.txt", "b/.hidden", "luoshi.db"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    found = batch.files_under([tmp_path, tmp_path / "missing.txt"], leave_out=[tmp_path / "luoshi.db"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.txt", "b/1.txt", "b/2.txt", "missing.txt"]


def test_a_path_that_is_named_is_kept_once_even_if_hidden(tmp_path: Path) -> None:
    path = tmp_path / ".notes.txt"
    path.write_text("x", "utf-8")
    assert batch.files_under([path, tmp_path, path]) == [path]


def test_results_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = []
    for name, text in (("c.txt", "临澜市新增就业3万人。"), ("a.txt", ""), ("b.txt", "临澜市新增就业4万人。")):
        files.append(tmp_path / name)
        files[-1].write_text(text, "utf-8")
    with Ledger(tmp_path / "luoshi.db") as ledger:
        first = list(batch.add(ledger, files))
        again = list(batch.add(ledger, files))
    assert [(added.path, added.state) for added in first] == list(zip(files, ["new", "refused", "new"], strict=True))
    assert [added.state for added in again] == ["known", "refused", "known"]
    assert "a.txt" in first[1].message


def test_a_failure_of_the_reader_refuses_the_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(document: object) -> None:
        raise RecursionError("too deep")

    path = tmp_path / "a.txt"
    path.write_text("临澜市新增就业3万人。", "utf-8")
    monkeypatch.setattr(reading, "read", read)
    with Ledger(tmp_path / "luoshi.db") as ledger:
        (added,) = batch.add(ledger, [path])
    assert added.state == "refused"
    assert "a.txt" in added.message
    assert "too deep" in added.message


def test_an_address_that_is_none_of_the_web_is_refused(tmp_path: Path) -> None:
    files = batch.files_under(["file:///etc/passwd", "FTP://linlan.example/x"])
    assert files == ["file:///etc/passwd", "FTP://linlan.example/x"]
    with Ledger(tmp_path / "luoshi.db") as ledger:
        for added in batch.add(ledger, files):
            assert added.state == "refused"
            assert "http://" in added.message


def test_a_path_that_is_too_long_is_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("临澜市新增就业3万人。", "utf-8")
    with Ledger(tmp_path / "luoshi.db") as ledger:
        files = batch.files_under(["长" * 3000, path])
        assert [added.state for added in batch.add(ledger, files)] == ["refused", "new"]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names there are always Unicode")
@pytest.mark.parametrize("name", [b"\xb1\xa8\xb8\xe6.txt", b"\xff\xff.txt"])
def test_a_name_that_is_no_utf8_is_kept_as_text(name: bytes, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_text("临澜市新增就业3万人。", "utf-8")
    with Ledger(tmp_path / "luoshi.db") as ledger:
        assert [added.state for added in batch.add(ledger, [path])] == ["new"]
        (row,) = ledger.search("就业")
    assert row.document == ("报告.txt" if name.startswith(b"\xb1") else "\ufffd\ufffd.txt")


def test_a_text_that_the_ledger_can_not_keep_refuses_the_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for number, file in enumerate(files):
        file.write_text(f"临澜市新增就业{number + 3}万人。", "utf-8")
    read = reading.read
    monkeypatch.setattr(
        reading, "read", lambda document: replace(read(document), title="\ud800" if document.name == "a.txt" else "")
    )
    with Ledger(tmp_path / "luoshi.db") as ledger:
        assert [added.state for added in batch.add(ledger, files)] == ["refused", "new"]
