"""A table's cells as values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reading.cells import cell_value, factor, without_marks


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1230", "1230"),
        ("1 230", "1230"),
        ("1\u00a0230", "1230"),
        ("1\u2009230.5", "1230.5"),
        ("1,234,567.8", "1234567.8"),
        ("２８１，０００", "281000"),
        ("６．５", "6.5"),
        ("＋12.5", "12.5"),
        ("+12.5", "12.5"),
        ("(5.3)", "-5.3"),
        ("（3500）", "-3500"),
        ("（3 500）", "-3500"),
        ("(-5.3)", "-5.3"),
        ("△2.9", "-2.9"),
        ("▲2.9", "-2.9"),
        ("-5.6", "-5.6"),
        ("–5.6", "-5.6"),
        ("﹣8.4", "-8.4"),
        ("—3.1", "-3.1"),
        ("－3.1", "-3.1"),
        ("−3.1", "-3.1"),
        ("下降2.2", "-2.2"),
        ("增长2.2", "2.2"),
        ("6.5②", "6.5"),
        ("6.5[2]", "6.5"),
        ("86 420[1]", "86420"),
        ("99.9*", "99.9"),
        ("**12.5**", "12.5"),
        ("99.90000000000001", "99.90000000000001"),
    ],
)
def test_numbers(words: str, number: str) -> None:
    found = cell_value(words)
    assert found is not None
    assert (found.number, found.unit) == (Decimal(number), "")


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("12.3亿元", "12.3", "亿元"),
        ("-12.3亿元", "-12.3", "亿元"),
        ("（12.3）亿元", "-12.3", "亿元"),
        ("99.9②亿元", "99.9", "亿元"),
        ("5.8%", "5.8", "%"),
        ("(5.3%)", "-5.3", "%"),
        ("下降12.4%", "-12.4", "%"),
        ("5.8％", "5.8", "%"),
        ("0.3个百分点", "0.3", "个百分点"),
        ("54270.0百万元", "54270.0", "百万元"),
        ("3.42亿美元", "3.42", "亿美元"),
    ],
)
def test_units_that_cells_bear(words: str, number: str, unit: str) -> None:
    found = cell_value(words)
    assert found is not None
    assert (found.number, found.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "—",
        "-",
        "…",
        "税收",
        "2025年",
        "3月",
        "2025-12-31",
        "0532-8888",
        "1-11",
        "12 34",
        "1,2345",
        "3.4.5",
        "5年以上",
        "5岁以下",
        "25,214,250 564,652",
        "123456789012345678901234567890",
        "1234567.891234567.89",
        "3个中心",
        "（一）",
        "9" * 100_000,
    ],
)
def test_what_is_no_value(words: str) -> None:
    assert cell_value(words) is None


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_number_printed_with_commas_or_spaces_is_itself(number: Decimal) -> None:
    printed = f"{number:,f}"
    for words in (
        printed,
        printed.replace(",", " "),
        printed.replace("-", "△"),
        f"({printed[1:]})" if number < 0 else printed,
    ):
        found = cell_value(words)
        assert found is not None
        assert found.number == number


@given(st.text(alphabet=st.sampled_from("0123456789.,，() （）-—△%亿元个[]①*增长下降 年"), max_size=60))
def test_any_cell_is_a_value_or_none(words: str) -> None:
    found = cell_value(words)
    assert found is None or found.number.is_finite()


def test_names_without_marks() -> None:
    assert [without_marks(name) for name in ("水泥[1]", "粮食①", "**合计**", "其他*", "①粮食", "税收")] == [
        "水泥", "粮食", "合计", "其他", "①粮食", "税收",
    ]  # fmt: skip


def test_a_column_s_unit_may_be_a_word_that_prose_has_in_names() -> None:
    assert (factor("万线"), factor("万部（信道）")) == ((10000, "线"), (10000, "部"))
    assert factor("万州") is None
