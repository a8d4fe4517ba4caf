"""What is told of a ledger's health."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from luoshi.ledger import Ledger
from luoshi.reading import READER, read

TEXT = "2025年，全市新增养老床位1200张。市民政局将在2026年新增养老床位900张。"


def made(path: Path) -> Path:
    with Ledger(path) as ledger:
        ledger.add(read(TEXT, date="2026-01-13", place="临澜市"))
    return path


def test_a_whole_ledger_has_no_damage_and_is_counted(tmp_path: Path) -> None:
    path = made(tmp_path / "luoshi.db")
    with Ledger(path) as ledger:
        health = ledger.health()
    assert health.documents == 1
    assert health.records["figure"] == 2
    assert health.readers == {READER: 1}
    assert health.size >= path.stat().st_size
    assert health.damages == ()


def test_superseded_readings_are_not_counted(tmp_path: Path) -> None:
    with Ledger(made(tmp_path / "luoshi.db")) as ledger:
        ledger.add(read(TEXT, date="2026-01-14", place="临澜市"))
        health = ledger.health()
    assert (health.documents, health.records["figure"], health.readers) == (1, 2, {READER: 1})


def test_rows_that_hang_on_nothing_are_told(tmp_path: Path) -> None:
    path = made(tmp_path / "luoshi.db")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE figures SET reading_id = 99 WHERE start > 10")
    connection.close()
    with Ledger(path) as ledger:
        assert any("figures" in damage for damage in ledger.health().damages)


def test_documents_that_search_can_not_find_are_told(tmp_path: Path) -> None:
    path = made(tmp_path / "luoshi.db")
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM sentences")
    connection.close()
    with Ledger(path) as ledger:
        (damage,) = ledger.health().damages
    assert "not in the search index" in damage
