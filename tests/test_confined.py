"""Reading in a process of its own: what comes back, and what ends that process and nothing else."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Iterator

import pytest

from luoshi.ledger import LedgerError
from luoshi.records import Reading
from luoshi.service import confined
from luoshi.service.confined import ConfinedReader, run_confined

TEXT = "临澜市2025年一般公共预算收入99.9亿元。".encode()


@pytest.fixture(scope="module")
def reader() -> Iterator[ConfinedReader]:
    """A reader with the usual bounds."""
    with ConfinedReader() as made:
        yield made


def test_a_file_is_read_under_what_is_stated(reader: ConfinedReader) -> None:
    (read,) = reader.read(TEXT, "报告.txt", date="2026-01-13", place="临澜市")
    assert isinstance(read.reading, Reading)
    assert (read.name, read.reading.date, read.original) == ("报告.txt", "2026-01-13", None)
    assert [figure.quote for figure in read.reading.figures] == ["99.9亿元"]


def test_the_files_of_an_archive_come_one_by_one(reader: ConfinedReader) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("一.txt", TEXT)
        archive.writestr("二.docx", b"PK\x03\x04 broken")
    first, second = reader.read(out.getvalue(), "资料.zip")
    assert isinstance(first.reading, Reading)
    assert isinstance(second.reading, str)
    assert "二.docx" in second.reading


def test_what_takes_too_long_is_stopped_and_the_next_file_is_read() -> None:
    with ConfinedReader(seconds=0) as hurried:
        (read,) = hurried.read(TEXT, "慢.txt")
        assert isinstance(read.reading, str)
        assert "慢.txt" in read.reading
        assert "0 秒" in read.reading
        hurried._seconds = confined.SECONDS
        (again,) = hurried.read(TEXT, "慢.txt")
        assert isinstance(again.reading, Reading)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded on Linux")
def test_what_takes_too_much_memory_is_stopped() -> None:
    with ConfinedReader(memory=1) as narrow:
        (read,) = narrow.read(TEXT * 100_000, "大.txt")
    assert isinstance(read.reading, str)
    assert "大.txt" in read.reading


def slept(name: str, seconds: float) -> str:
    time.sleep(seconds)
    return name


def filled(name: str, count: int) -> int:
    return len(bytes(count))


def failing(name: str) -> str:
    raise KeyError(name)


def test_a_function_is_called_apart_and_bounded() -> None:
    assert run_confined(slept, "甲.txt", 0) == "甲.txt"
    with pytest.raises(LedgerError, match=r"甲\.txt：读了 0\.5 秒"):
        run_confined(slept, "甲.txt", 60, seconds=0.5)
    with pytest.raises(LedgerError, match=r"甲\.txt：阅读时出错"):
        run_confined(failing, "甲.txt")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_a_function_that_fills_the_memory_ends_alone() -> None:
    with pytest.raises(LedgerError, match=r"甲\.txt"):
        run_confined(filled, "甲.txt", 2 * 1024**3, memory=1024**3)
