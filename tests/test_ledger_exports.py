"""Exports read back by the tools they are for."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from ledger_readings import document, figure, reading, report, yearly

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.exports import FORMATS
from luoshi.ledger.rows import KINDS


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(report())
    ledger.add(report(reader="2"))
    ledger.add(yearly(2022, "4.50", unit="%", place="青岛"))
    return ledger


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_tells_every_figure_of_the_readings_that_stand(filled: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    assert filled.export("csv", out) == 6
    rows = rows_of(out)
    assert [row["quote"] for row in rows] == ["4.50元", "182.4亿元", "61亿元", "3.2万人", "190亿元以上", "4.5%以内"]
    first, last = rows[0], rows[-1]
    assert (first["low"], first["low_exact"], first["place"], first["place_code"]) == (
        "4.50",
        "4.50",
        "青岛市",
        "370200",
    )
    assert (last["low"], last["high"], last["place"], last["reader"]) == ("", "4.5", "临澜市", "2")
    assert filled.record(first["id"]).record.start == int(first["start"])


def test_parquet_tells_the_same(filled: Ledger, tmp_path: Path) -> None:
    assert filled.export("parquet", tmp_path / "figures.parquet") == 6
    filled.export("csv", tmp_path / "figures.csv")
    table = pq.read_table(tmp_path / "figures.parquet")
    told = table.to_pylist()
    for mine, theirs in zip(told, rows_of(tmp_path / "figures.csv"), strict=True):
        assert {
            name: "" if value is None else str(value) for name, value in mine.items() if name not in ("low", "high")
        } == {name: value for name, value in theirs.items() if name not in ("low", "high")}
        assert [mine["low"], mine["high"]] == [
            float(theirs[name]) if theirs[name] else None for name in ("low_exact", "high_exact")
        ]
    assert all(field.metadata[b"description"] for field in table.schema)


@pytest.mark.parametrize("kind", [table.name for table, _ in KINDS.values()])
@pytest.mark.parametrize("to", ["csv", "parquet"])
def test_every_kind_can_be_exported(filled: Ledger, tmp_path: Path, kind: str, to: str) -> None:
    out = tmp_path / f"{kind}.{to}"
    number = filled.export(to, out, kind)
    assert number == {"figures": 6, "commitments": 1, "statements": 1, "offices": 1}.get(kind, 0)
    if to == "parquet":
        assert pq.read_table(out).num_rows == number
    else:
        assert len(rows_of(out)) == number


def test_lists_are_lists(filled: Ledger, tmp_path: Path) -> None:
    filled.correct("office", "posts", ["党组书记", "局长"], by="苏问渠", why="核对")
    filled.export("parquet", tmp_path / "o.parquet", "offices")
    filled.export("csv", tmp_path / "o.csv", "offices")
    assert pq.read_table(tmp_path / "o.parquet").to_pylist()[0]["posts"] == ["党组书记", "局长"]
    assert rows_of(tmp_path / "o.csv")[0]["posts"] == "党组书记、局长"


def test_corrections_are_laid_over(filled: Ledger, tmp_path: Path) -> None:
    filled.correct(filled.series("城镇新增就业")[0].id, "low", Decimal("33000.5"), by="苏问渠", why="核对")
    filled.export("csv", tmp_path / "figures.csv")
    assert [row["low"] for row in rows_of(tmp_path / "figures.csv") if row["unit"] == "人"] == ["33000.5"]


def test_text_that_looks_like_a_formula_is_made_harmless(ledger: Ledger, tmp_path: Path) -> None:
    text = "=1+1项。"
    told = figure(text, "=1+1项", "@SUM(A1)", "-2", unit="项", measure="change", sign=-1)
    ledger.add(reading(document(text), figures=(told,)))
    ledger.export("csv", tmp_path / "figures.csv")
    [row] = rows_of(tmp_path / "figures.csv")
    assert (row["quote"], row["indicator"], row["low"], row["low_exact"]) == ("'=1+1项", "'@SUM(A1)", "-2", "-2")
    ledger.export("parquet", tmp_path / "figures.parquet")
    assert pq.read_table(tmp_path / "figures.parquet").to_pylist()[0]["quote"] == "=1+1项"


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_is_written_whole_and_leaves_nothing_else(filled: Ledger, tmp_path: Path, to: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert filled.export(to, folder / f"out.{to}") > 0
    beside = {"out.structure.xml"} if to == "sdmx" else set()
    assert {path.name for path in folder.iterdir()} == {f"out.{to}"} | beside


@pytest.mark.parametrize(("to", "kind"), [("xls", "figures"), ("csv", "tables")])
def test_unknown_formats_and_kinds(filled: Ledger, tmp_path: Path, to: str, kind: str) -> None:
    with pytest.raises(LedgerError):
        filled.export(to, tmp_path / "out", kind)
    assert list(tmp_path.glob("*out*")) == []


def test_a_file_is_replaced_whole_or_not_at_all(
    filled: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "figures.csv"
    filled.export("csv", out)
    before = out.read_bytes()

    def fails(*_: object) -> object:
        raise OSError("no space left")

    monkeypatch.setattr("luoshi.ledger.tidy._told", fails)
    with pytest.raises(LedgerError, match=r"figures\.csv"):
        filled.export("csv", out)
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if "figures" in path.name] == ["figures.csv"]


def test_a_directory_that_is_not_there(filled: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="missing"):
        filled.export("csv", tmp_path / "missing" / "figures.csv")
