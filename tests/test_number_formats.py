"""Numbers as a spreadsheet shows them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.number_formats import shown, shown_date


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (0.0584, "0.0%", "5.8%"),
        (-0.123, "0.00%", "-12.30%"),
        (0.5, "0%", "50%"),
        (1234.5, "#,##0.00", "1234.50"),
        (1234.5, "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "1234.50"),
        (2.5, "0", "3"),
        (2.50, "0.0#", "2.5"),
        (0.1 + 0.2, "General", "0.3"),
        (3.0, "", "3"),
        (7, "", "7"),
        (12.3456, '0.00"亿元"', "12.35"),
        (12_345_678.0, "#,##0,", "12345678"),  # in thousands: the number as it is kept
        (1.5, "# ?/?", "1.5"),
        (2e-05, "", "0.00002"),
        (float("inf"), "0.0", "inf"),
    ],
)
def test_numbers(value: float, code: str, words: str) -> None:
    assert shown(value, code) == words


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (datetime.date(2025, 3, 7), "yyyy-mm-dd", "2025-03-07"),
        (datetime.datetime(2025, 3, 7), "", "2025-03-07"),
        (datetime.datetime(2025, 3, 7, 9, 30), "", "2025-03-07 09:30"),
        (datetime.date(2025, 3, 1), 'yyyy"年"m"月"', "2025年3月"),
        (datetime.date(2025, 1, 1), "yyyy", "2025年"),
        (datetime.time(9, 30), "hh:mm", "09:30:00"),
    ],
)
def test_days(value: datetime.date | datetime.time, code: str, words: str) -> None:
    assert shown_date(value, code) == words


@given(st.floats(), st.text(alphabet='0#,.%?;"_\\[]-E/ ', max_size=60))
def test_any_number_under_any_format_has_words(value: float, code: str) -> None:
    assert shown(value, code)
