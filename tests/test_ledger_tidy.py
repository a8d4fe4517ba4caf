"""Columns of the tidy tables, and text that a spreadsheet would run."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger import LedgerError
from luoshi.ledger.rows import KINDS
from luoshi.ledger.tidy import checked, columns, is_formula


def test_every_column_of_every_kind_has_a_meaning() -> None:
    for table, record_class in KINDS.values():
        told = columns(table.name)
        assert {field.name for field in fields(record_class)} <= {column.name for column in told}
        assert all(column.meaning for column in told)
        assert len({column.name for column in told}) == len(told)


def test_kinds_are_named_in_the_plural() -> None:
    assert checked("figures") == "figures"
    with pytest.raises(LedgerError, match="figures"):
        checked("figure")


@pytest.mark.parametrize("words", ["=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "＝1+1", "－3%", "+"])
def test_formulas(words: str) -> None:
    assert is_formula(words)


@pytest.mark.parametrize("words", ["", "-3.5", "+12", "1=1", "收入=支出", "“=”"])
def test_no_formulas(words: str) -> None:
    assert not is_formula(words)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_number_is_no_formula(value: object) -> None:
    assert not is_formula(f"{value:f}")


def test_every_column_is_documented() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "exports.md").read_text("utf-8")
    for table, _ in KINDS.values():
        for column in columns(table.name):
            [line] = [line for line in page.splitlines() if line.startswith(f"| `{column.name}` |")]
            assert line.endswith(f"| {column.meaning} |")
