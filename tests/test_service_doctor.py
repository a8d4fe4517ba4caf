"""The state of an installation and its ledger."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from luoshi.extras import MODULES, needs
from luoshi.ledger import Ledger, LedgerError
from luoshi.reading import READER, read
from luoshi.service import Service, checkup, restore


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "luoshi.db"
    with Ledger(path) as made:
        made.add(read("全市新增养老床位1200张。", date="2026-01-13", place="临澜市"))
    return path


def test_nothing_is_complained_of_a_sound_ledger(ledger: Path) -> None:
    found = checkup(Service(str(ledger)))
    assert found.complaints == ()
    assert found.versions["reader"] == READER
    assert found.ledger is not None
    assert found.ledger.documents == 1
    assert found.to_json()["ledger"]["records"]["figure"] == 1


def test_a_ledger_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    assert checkup(Service(str(tmp_path / "luoshi.db"))).ledger is None
    assert not list(tmp_path.iterdir())


def test_documents_of_an_older_reader_are_told(ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE readings SET reader = '1'")
    connection.close()
    assert [code for code, _ in checkup(Service(str(ledger))).complaints] == ["older_reader"]


def test_a_disk_without_room_for_a_copy_is_told(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=4096))
    assert [code for code, _ in checkup(Service(str(ledger))).complaints] == ["little_space"]


def test_every_extra_has_its_modules_and_its_words() -> None:
    for extra in MODULES:
        assert all(f"luoshi[{extra}]" in line for line in needs(extra))


def test_a_copy_is_put_back_into_a_file_only(ledger: Path) -> None:
    with pytest.raises(LedgerError, match="pg_restore"):
        restore(Service("postgresql://localhost/luoshi"), ledger)
