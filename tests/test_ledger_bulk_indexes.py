"""Indexes that a big load makes at its end, and what is told where it was stopped before."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_readings import document, reading, report, yearly

pytest.importorskip("pyarrow")

from luoshi.ledger import Ledger
from luoshi.ledger.parts import ReadCorpus
from luoshi.records import Reading

NOW = "2026-02-01T08:00:00+00:00"


def written(folder: Path, *parts: list[Reading]) -> str:
    for number, readings in enumerate(parts):
        ReadCorpus(str(folder)).write(number, readings, [], NOW)
    return str(folder)


def test_a_load_that_was_stopped_answers_and_the_next_one_makes_the_indexes(ledger: Ledger, tmp_path: Path) -> None:
    parts = written(tmp_path / "read", [report()], [yearly(2024, "19000000000")])
    next(ledger.load(parts))
    assert len(ledger.series("一般公共预算收入")) == 2
    assert len(ledger.search("预算收入")) == 2
    assert any("luoshi load" in damage for damage in ledger.health().damages)
    list(ledger.load(parts))
    assert ledger.health().damages == ()
    assert len(ledger.series("一般公共预算收入")) == 3
    assert len(ledger.search("预算收入")) == 3


def test_a_ledger_that_holds_something_keeps_its_indexes_meanwhile(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(report())
    next(ledger.load(written(tmp_path / "read", [yearly(2024, "19000000000")], [reading(document("另一份。"))])))
    assert ledger.health().damages == ()


def test_a_record_of_no_reading_is_refused_after_a_load(ledger: Ledger, tmp_path: Path) -> None:
    from sqlalchemy import text

    list(ledger.load(written(tmp_path / "read", [report()])))
    with pytest.raises(Exception, match=r"(?i)foreign key"), ledger._database.writing() as connection:
        connection.execute(text("UPDATE figures SET reading_id = 99"))
