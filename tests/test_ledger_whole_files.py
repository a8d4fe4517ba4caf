"""Files are there whole or not at all, and what killed processes left is gone."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from luoshi.ledger import LedgerError, whole_file


def test_a_file_is_replaced_when_all_went_well(tmp_path: Path) -> None:
    out = tmp_path / "台账.xlsx"
    out.write_text("old", "utf-8")
    with whole_file(out) as part:
        part.write_text("new", "utf-8")
        assert out.read_text("utf-8") == "old"
    assert out.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_stays_as_it_was_where_something_went_wrong(tmp_path: Path) -> None:
    out = tmp_path / "台账.xlsx"
    out.write_text("old", "utf-8")
    with contextlib.suppress(KeyboardInterrupt), whole_file(out) as part:
        part.write_text("half", "utf-8")
        raise KeyboardInterrupt
    assert out.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_what_can_not_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="it can't be written"), whole_file(tmp_path / "没有" / "x") as part:
        part.write_text("x", "utf-8")


@pytest.mark.skipif(os.name == "nt", reason="processes are asked for as POSIX systems do")
def test_what_a_killed_process_left_is_removed_and_what_others_write_is_kept(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    out = tmp_path / "[台账].csv"
    left = tmp_path / f".{out.name}.{ended.pid}.part"
    kept = [tmp_path / f".{out.name}.{os.getppid()}.part", tmp_path / f".另外.{ended.pid}.part"]
    for file in (left, *kept):
        file.write_text("half", "utf-8")
    with whole_file(out) as part:
        part.write_text("new", "utf-8")
    assert sorted(tmp_path.iterdir()) == sorted([out, *kept])
