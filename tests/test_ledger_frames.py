"""The ledger's records as data frames."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pytest
from ledger_readings import report

from luoshi.ledger import Ledger, LedgerError
from luoshi.ledger.rows import KINDS
from luoshi.ledger.tidy import columns

PLURALS = [table.name for table, _ in KINDS.values()]


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("kind", PLURALS)
def test_a_frame_has_the_columns_of_the_export(ledger: Ledger, kind: str, library: str) -> None:
    ledger.add(report())
    frame: Any = ledger.frame(kind, library)
    assert list(frame.columns) == [column.name for column in columns(kind)]
    assert len(frame) == {"figures": 5, "commitments": 1, "statements": 1, "offices": 1}.get(kind, 0)


def test_values(ledger: Ledger) -> None:
    ledger.add(report())
    pandas: Any = ledger.frame()
    assert list(pandas["low"])[:2] == [18240000000.0, 6100000000.0]
    assert str(pandas["sign"].dtype) == "Int64"
    assert pandas["document_date"].dt.year.tolist() == [2025] * 5
    polars: Any = ledger.frame("figures", "polars")
    assert polars["document_date"].to_list() == [date(2025, 1, 10)] * 5
    assert polars["high_exact"].to_list()[-1] == "4.5"
    assert ledger.frame("offices", "polars")["posts"].to_list() == [["局长"]]
    ledger.add(report(reader="2", date=""))
    assert ledger.frame("offices", "polars")["document_date"].to_list() == [None]


@pytest.mark.parametrize(("kind", "library"), [("tables", "pandas"), ("figures", "numpy")])
def test_unknown_kinds_and_libraries(ledger: Ledger, kind: str, library: str) -> None:
    with pytest.raises(LedgerError):
        ledger.frame(kind, library)


def test_a_library_that_is_not_installed(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(LedgerError, match=r"luoshi\[polars\]"):
        ledger.frame("figures", "polars")
