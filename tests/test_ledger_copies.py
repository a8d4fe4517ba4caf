"""A copy of a ledger in use is whole, and is put back whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.copies import back_up, keep, restore
from luoshi.reading import read


def add(ledger: Ledger, beds: int) -> None:
    ledger.add(read(f"2025年，全市新增养老床位{beds}张。", date="2026-01-13", place="临澜市"))


def quotes(path: Path) -> list[str]:
    with Ledger(path, create=False) as ledger:
        return sorted(row.quote for row in ledger.series("新增养老床位"))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "luoshi.db"
    with Ledger(path) as made:
        add(made, 1200)
    return path


def test_a_copy_is_put_back_and_what_stood_there_is_kept(ledger: Path, tmp_path: Path) -> None:
    back_up(ledger, tmp_path / "copy.db")
    with Ledger(ledger) as later:
        add(later, 1300)
    kept = restore(tmp_path / "copy.db", ledger)
    assert quotes(ledger) == ["1200张"]
    assert kept is not None
    assert quotes(kept) == ["1200张", "1300张"]


def test_a_copy_is_put_where_there_is_no_ledger(ledger: Path, tmp_path: Path) -> None:
    assert restore(ledger, tmp_path / "new.db") is None
    assert quotes(tmp_path / "new.db") == ["1200张"]


def test_who_reads_the_ledger_sees_one_state_while_a_copy_is_put_back(ledger: Path, tmp_path: Path) -> None:
    back_up(ledger, tmp_path / "copy.db")
    with Ledger(ledger) as reader:
        add(reader, 1300)
        restore(tmp_path / "copy.db", ledger)
        assert [row.quote for row in reader.series("新增养老床位")] == ["1200张"]


def test_copies_of_a_ledger_that_is_being_added_to_are_whole(ledger: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with Ledger(ledger) as writer:
            for beds in range(2000, 9000):
                if stop.is_set():
                    return
                add(writer, beds)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(5):
            back_up(ledger, tmp_path / f"{number}.db")
    finally:
        stop.set()
        thread.join()
    for number in range(5):
        with Ledger(tmp_path / f"{number}.db", create=False) as copy:
            health = copy.health()
            assert not health.damages
            assert health.records["figure"] == health.documents


@pytest.mark.parametrize("words", [b"", b"garbage " * 999])
def test_what_is_no_ledger_is_not_put_back(words: bytes, ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(words)
    with pytest.raises(LedgerError):
        restore(tmp_path / "copy.db", ledger)
    assert quotes(ledger) == ["1200张"]
    assert not list(tmp_path.glob("*before*"))


def test_a_damaged_copy_is_not_put_back(ledger: Path, tmp_path: Path) -> None:
    back_up(ledger, tmp_path / "copy.db")
    data = bytearray((tmp_path / "copy.db").read_bytes())
    data[len(data) // 2 :] = b"\x07" * (len(data) - len(data) // 2)
    (tmp_path / "copy.db").write_bytes(data)
    with pytest.raises(LedgerError):
        restore(tmp_path / "copy.db", ledger)
    assert quotes(ledger) == ["1200张"]


def test_a_ledger_is_no_copy_of_itself(ledger: Path) -> None:
    with pytest.raises(LedgerError):
        back_up(ledger, ledger)
    with pytest.raises(LedgerError):
        restore(ledger, ledger)
    assert quotes(ledger) == ["1200张"]


def test_kept_copies_take_each_other_no_name(ledger: Path) -> None:
    names = {keep(ledger, "before-restore").name for _ in range(3)}
    assert names == {f"luoshi.db.before-restore{end}" for end in ("", "-2", "-3")}


def test_an_older_ledger_is_kept_as_it_was_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "luoshi.db"
    with Ledger(path) as made:
        add(made, 1200)
    older = "0005"
    with sqlite3.connect(path) as connection:
        for table in ("events", "projects"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP TABLE book_entries")
        connection.execute("DROP TABLE book_tasks")
        connection.execute("UPDATE alembic_version SET version_num = ?", (older,))
    connection.close()
    assert quotes(path) == ["1200张"]
    (kept,) = tmp_path.glob("luoshi.db.before-*")
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (older,)
    connection.close()


def test_a_copy_leaves_nothing_beside_it(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    back_up(ledger, tmp_path / "copies" / "copy.db")
    assert [file.name for file in (tmp_path / "copies").iterdir()] == ["copy.db"]
