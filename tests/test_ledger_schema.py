"""Column types: numbers keep their digits."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from luoshi.ledger.schema import ExactNumber

DIALECT = sqlite.dialect()


@given(st.none() | st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_with_all_its_digits(value: Decimal | None) -> None:
    kept = ExactNumber().process_bind_param(value, DIALECT)
    assert repr(ExactNumber().process_result_value(kept, DIALECT)) == repr(value)
