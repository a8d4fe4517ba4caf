"""The state of a ledger is another one after each change, by whatever program, and no other time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ledger_readings import document, reading, report
from sqlalchemy import create_engine, text

from luoshi.ledger import Ledger
from luoshi.ledger.book.model import Task
from luoshi.ledger.schema import metadata

ADDED = """
import sys, luoshi
from luoshi.ledger import Ledger
with Ledger(sys.argv[1]) as ledger:
    ledger.add(luoshi.read("全市新增养老床位300张。", date="2026-02-01", place="临澜市"))
"""


def test_each_deed_makes_another_state(ledger: Ledger) -> None:
    ledger.add(report())
    id = ledger.documents()[0].id
    figure = ledger.series("一般公共预算收入")[0].id
    deeds: tuple[Callable[[], object], ...] = (
        lambda: ledger.add(reading(document("另一份。"))),
        lambda: ledger.correct(figure, "period", "2019", by="苏问渠", why="核对"),
        lambda: ledger.withdraw(id, by="苏问渠", why="是征求意见稿"),
        lambda: ledger.put_back(id, by="苏问渠", why="就是定稿"),
        lambda: ledger.book().add([Task("新增养老床位")], "苏问渠"),
    )
    states = [ledger.state()]
    for deed in deeds:
        deed()
        states.append(ledger.state())
    assert len(set(states)) == len(states)


def test_asking_makes_none(ledger: Ledger) -> None:
    ledger.add(report())
    state = ledger.state()
    ledger.series("一般公共预算收入")
    ledger.progress("临澜市")
    assert ledger.add(report()) is False
    assert ledger.state() == state


def test_a_change_by_another_process_is_seen(ledger: Ledger, location: str) -> None:
    state = ledger.state()
    subprocess.run([sys.executable, "-c", ADDED, location], check=True)
    assert ledger.state() != state
    assert ledger.count_documents() == 1


@pytest.mark.parametrize(
    "deed", ["UPDATE readings SET place = '望渔县'", "DELETE FROM figures", "DELETE FROM sentences"]
)
def test_a_change_by_any_program_is_seen(ledger: Ledger, location: str, deed: str) -> None:
    ledger.add(report())
    state = ledger.state()
    engine = create_engine(location if "://" in location else f"sqlite:///{location}")
    with engine.connect() as other:
        other.execute(text(deed))
        assert ledger.state() == state  # what is not committed is told to nobody
        other.rollback()
        assert ledger.state() == state
        for _ in range(2):
            other.execute(text(deed))
        other.commit()
    engine.dispose()
    assert ledger.state() != state


def test_a_change_of_any_table_of_postgresql_is_seen(ledger: Ledger, location: str) -> None:
    if "://" not in location:
        pytest.skip("SQLite counts by itself")
    engine = create_engine(location)
    for table in reversed(metadata.sorted_tables):
        state = ledger.state()
        with engine.begin() as other:
            other.execute(text(f"DELETE FROM {table.name}"))
        assert ledger.state() != state, table.name
    engine.dispose()


def test_asking_for_the_state_keeps_no_transaction_open(tmp_path: Path) -> None:
    with Ledger(tmp_path / "luoshi.db") as ledger:
        ledger.add(report())
        ledger.state()
        other = sqlite3.connect(tmp_path / "luoshi.db")
        [(busy, _, _)] = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        other.close()
        assert busy == 0
    assert not (tmp_path / "luoshi.db-wal").exists()


@pytest.mark.filterwarnings("error")
def test_a_ledger_in_memory_has_states_too() -> None:
    with Ledger(":memory:") as ledger:
        states = [ledger.state(), ledger.state()]
        ledger.add(report())
        assert states[0] == states[1] != ledger.state()
