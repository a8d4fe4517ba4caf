"""The commands that keep a ledger safe."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.ways.cli.commands import app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments], env={"COLUMNS": "100"})


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with Ledger("luoshi.db") as made:
        made.add(read("全市新增养老床位1200张。", date="2026-01-13", place="临澜市"))
    return tmp_path / "luoshi.db"


def test_a_copy_is_made_and_put_back(ledger: Path) -> None:
    assert run("backup", "copy.db").exit_code == 0
    ledger.unlink()
    result = run("restore", "copy.db")
    assert (result.exit_code, "before-restore" in result.stdout) == (0, False)
    result = run("restore", "copy.db")
    assert (result.exit_code, "luoshi.db.before-restore" in result.stdout) == (0, True)
    assert "1200张" in run("series", "新增养老床位").stdout


def test_a_sound_installation_is_told(ledger: Path) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert "一切正常" in result.stdout
    (told,) = map(json.loads, run("doctor", "--json").stdout.splitlines())
    assert told["ledger"]["documents"] == 1
    assert told["complaints"] == {}


def test_a_damaged_ledger_is_told_with_what_helps(ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("DELETE FROM sentences")
    connection.close()
    result = run("doctor")
    assert result.exit_code == 1
    assert "luoshi restore" in result.stdout
