"""How exactly a value is printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger import Ledger
from luoshi.ledger.precision import half_unit, interval, overlap, shown
from luoshi.reading import read


@pytest.mark.parametrize(
    ("quote", "value", "half"),
    [
        ("182.4亿元", "18240000000", "5000000"),
        ("182.40亿元", "18240000000", "500000"),
        ("3.2万人", "32000", "500"),
        ("5%左右", "5", "0.5"),
        ("６.５％", "6.5", "0.05"),
        ("1,080,211吨", "1080211", "0.5"),
        ("4.5%—5%", "4.5", "0.05"),
        ("4.5%—5%", "5", "0.5"),
        ("三千五百万人", "35000000", "500000"),
        ("1.4万亿斤", "700000000000", "25000000000"),
        ("0.0%", "0", "0.05"),
        ("零", "0", "0"),
    ],
)
def test_half_a_unit_of_the_last_printed_digit(quote: str, value: str, half: str) -> None:
    assert half_unit(quote, Decimal(value)) == Decimal(half)


@given(st.decimals(min_value=1, max_value=10**6, places=2), st.integers(min_value=0, max_value=12))
def test_the_printed_value_lies_within_its_interval(number: Decimal, zeros: int) -> None:
    value = number.scaleb(zeros)
    low, high = interval(f"{number}亿元", value, value)
    assert low is not None
    assert high is not None
    assert low < value < high
    assert high - low == Decimal("0.01").scaleb(zeros)


@given(st.text(max_size=60), st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**15))
def test_any_quote_has_a_half_unit(quote: str, value: Decimal) -> None:
    assert half_unit(quote, value) >= 0


def test_open_ends_overlap_with_everything_on_their_side() -> None:
    assert overlap((Decimal(3), None), (Decimal(5), Decimal(6)))
    assert not overlap((Decimal(7), None), (Decimal(5), Decimal(6)))
    assert overlap((None, Decimal(5)), (Decimal(5), None))


@pytest.mark.parametrize(
    ("value", "words"),
    [("18240000000", "182.4亿"), ("-35000", "-3.5万"), ("6.5", "6.5"), ("20.00005", "20"), ("0", "0"), ("100", "100")],
)
def test_large_numbers_are_told_in_their_own_words(value: str, words: str) -> None:
    assert shown(Decimal(value)) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e60"), max_value=Decimal("1e60")))
def test_any_number_is_told_in_plain_digits(value: Decimal) -> None:
    told = shown(value)
    assert "E" not in told
    assert len(told.rstrip("亿万").partition(".")[2]) <= 4


def test_values_of_forty_digits_are_compared_and_exported(tmp_path: Path) -> None:
    text = "2024年，全市一般公共预算收入150.0亿元。\n2025年，全市一般公共预算收入180.0亿元，增长10.0%。"
    found = read(text, date="2026-01-20", place="临澜市")
    scale = Decimal("1.00000000000000000000000001e28")
    figures = [
        replace(figure, low=figure.low * scale, high=figure.low * scale)
        if figure.measure == "level" and figure.low
        else figure
        for figure in found.figures
    ]
    with Ledger(":memory:") as ledger:
        ledger.add(replace(found, figures=tuple(figures)))
        assert [row.kind for row in ledger.conflicts()] == ["growth"]
        ledger.export("xlsx", tmp_path / "sheet.xlsx")
    assert (tmp_path / "sheet.xlsx").stat().st_size
