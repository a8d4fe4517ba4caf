"""What was read in parts comes into a ledger as if it had been added: on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_readings import document, reading, report, yearly

pytest.importorskip("pyarrow")

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.parts import ReadCorpus
from luoshi.records import Reading
from luoshi.service.sample import texts

NOW = "2026-02-01T08:00:00+00:00"


def written(folder: Path, *parts: list[Reading]) -> str:
    for number, readings in enumerate(parts):
        ReadCorpus(str(folder)).write(number, readings, [], NOW)
    return str(folder)


def sample() -> list[Reading]:
    import luoshi

    return [luoshi.read(text) for text in texts()]


def test_a_loaded_ledger_tells_what_an_added_one_tells(ledger: Ledger, tmp_path: Path) -> None:
    readings = sample()
    parts = written(tmp_path / "read", readings[:1], readings[1:])
    assert list(ledger.load(parts)) == [("part-000000", 1), ("part-000001", 3)]
    with Ledger(":memory:") as added:
        for each in readings:
            added.add(each)
        for each in readings:
            assert ledger.reading(each.document.id) == added.reading(each.document.id)
        assert ledger.series("一般公共预算收入") == added.series("一般公共预算收入")
        assert ledger.search("养老床位") == added.search("养老床位")
        assert ledger.outcomes(year=2025) == added.outcomes(year=2025)
        assert [row.to_json() | {"added_at": ""} for row in ledger.documents()] == [
            row.to_json() | {"added_at": ""} for row in added.documents()
        ]


def test_what_the_ledger_holds_is_passed_over(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(report())
    parts = written(tmp_path / "read", [report(), reading(document("另一份报告。"))])
    assert [new for _, new in ledger.load(parts)] == [1]
    assert [new for _, new in ledger.load(parts)] == [0]
    assert len(ledger.series("一般公共预算收入")) == 2


def test_an_older_reading_is_superseded_and_corrections_stay(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(report())
    row = ledger.series("一般公共预算收入")[0]
    ledger.correct(row.id, "period", "2023", by="苏问渠", why="核对")
    parts = written(tmp_path / "read", [report(reader="2", commitments=())])
    assert [new for _, new in ledger.load(parts)] == [1]
    assert ledger.reading(report().document.id).reader == "2"
    assert ledger.search("平台", kinds=["commitment"]) == []
    assert [each.new for each in ledger.corrections(row.id)] == ["2023"]


def test_documents_are_added_after_a_load(ledger: Ledger, tmp_path: Path) -> None:
    list(ledger.load(written(tmp_path / "read", [report()])))
    assert ledger.add(yearly(2024, "19000000000"))
    assert [new for _, new in ledger.load(written(tmp_path / "later", [yearly(2023, "18000000000")]))] == [1]
    assert len(ledger.series("一般公共预算收入")) == 4


def test_nothing_read_is_a_line(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="没有读好"):
        list(ledger.load(str(tmp_path)))
