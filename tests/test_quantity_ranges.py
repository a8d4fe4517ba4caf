"""Ranges, and two bounds that are one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from quantity_examples import examples, told

from luoshi.language import quantity_ranges
from luoshi.language.quantities import scan


@examples(quantity_ranges)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields


MULTIPLIERS = {"": 0, "万": 4, "亿": 8}


@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["—", "–", "-", "~", "～", "－", "至", "到"]),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "%", "人", "公里", "个百分点"]),
    st.booleans(),
)
def test_a_range_reads_back(low: int, step: int, mark: str, multiplier: str, unit: str, twice: bool) -> None:
    high = low + step
    quote = f"{low}{multiplier + unit if twice else ''}{mark}{high}{multiplier}{unit}"
    (quantity,) = scan(f"预计增长{quote}。")
    scale = 10 ** MULTIPLIERS[multiplier]
    assert (quantity.quote, quantity.qualifier, quantity.value) == (quote, "range", None)
    assert (quantity.low, quantity.high, quantity.unit) == (low * scale, high * scale, unit)
