"""Numbers as a spreadsheet shows them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.number_formats import shown, shown_date, shows_words


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
        (12.3456, '0.00"亿元"', "12.35亿元"),
        (12_345_678.0, "#,##0,", "12346"),
        (2_810_000_000, '0.00,,"百万元"', "2810.00百万元"),
        (456_000_000, '0!.0,"万元"', "45600.0万元"),
        (5_238_000, '0!.0000"万人"', "523.8000万人"),
        (5, '0!.0"万元"', "0.5万元"),
        (5.8, '0.0"%"', "5.8%"),
        (0.012, "0.0%_);(0.0%)", "1.2%"),
        (-0.052, "0.0%_);(0.0%)", "-5.2%"),
        (-3.5, '0.0"亿元"_);[Red](0.0"亿元")', "-3.5亿元"),
        (-3.5, "0.0;[Red]0.0", "-3.5"),
        (-3.5, '0.0;"▲"0.0', "▲3.5"),
        (0.058, "+0.0%;-0.0%", "+5.8%"),
        (-0.058, "+0.0%;-0.0%", "-5.8%"),
        (-12.4, '"增长"0.0"%";"下降"0.0"%"', "下降12.4%"),
        (1234.5, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "1234.50"),
        (0, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "-"),
        (0, "#,###", ""),
        (0, '0.0;-0.0;"持平"', "持平"),
        (7, ";;;", ""),
        (123456, '[>=10000]0!.0,"万辆";0"辆"', "12.3万辆"),
        (321, '[>=10000]0!.0,"万辆";0"辆"', "321辆"),
        (12.5, "[$€-407]0.0", "€12.5"),
        (12.5, 'General"亿元"', "12.5亿元"),
        (13_812_345, "000-00000", "138-12345"),
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
def test_any_number_under_any_format_has_words_or_none(value: float, code: str) -> None:
    assert "\n" not in shown(value, code)


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["0.00", "#,##0.00", '0.00"亿元"', "(0.00);[Red]0.00"]))
def test_a_format_of_enough_digits_keeps_the_number(value: Decimal, code: str) -> None:
    assert Decimal(shown(float(value), code).removesuffix("亿元")) == value


@pytest.mark.parametrize(
    ("code", "words"), [("", True), ("0.0", True), (";;;", False), (";;;@", True), ("0;-0;0;", False)]
)
def test_what_a_format_makes_of_words(code: str, words: bool) -> None:
    assert shows_words(code) is words
