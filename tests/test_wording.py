"""Values as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.service import wording

_SCALES = {"亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("133900000000", "1339亿"),
        ("365000", "36.5万"),
        ("43490", "43490"),
        ("5.70", "5.7"),
        ("6.0", "6"),
        ("0", "0"),
        ("15737820000", "157.3782亿"),
        ("12345678912", "12345678912"),
        ("-39000", "-3.9万"),
        ("1E+12", "10000亿"),
        ("12345678901234567890123456789012345.67", "12345678901234567890123456789012345.67"),
        ("1E+44", f"1{'0' * 36}亿"),
    ],
)
def test_a_number_is_shown_as_it_is_written(number: str, shown: str) -> None:
    assert wording.number(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("low", "unit", "quote", "shown"),
    [
        ("6.0", "%", "6.0%", "6.0%"),
        ("9950000000", "元", "99.50亿元", "99.50亿元"),
        ("1200.0", "元", "1,200.0元", "1200.0元"),
        ("300000", "人", "３０．０万人", "30.0万人"),
        ("6", "%", "百分之六", "6%"),
        ("120000000", "元", "12000.0万元", "1.2亿元"),
    ],
)
def test_zeros_at_the_end_stand_where_they_are_printed(low: str, unit: str, quote: str, shown: str) -> None:
    number = Decimal(low)
    assert wording.value(number, number, unit, "level", None, "exact", quote) == shown


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4))
def test_no_digit_is_lost(number: Decimal) -> None:
    shown = wording.number(number)
    assert Decimal(shown.rstrip("亿万")) * _SCALES.get(shown[-1], Decimal(1)) == number


@pytest.mark.parametrize(
    ("low", "high", "unit", "measure", "sign", "qualifier", "shown"),
    [
        ("5.7", "5.7", "%", "growth", 1, "exact", "+5.7%"),
        ("0.2", "0.2", "个百分点", "change", -1, "exact", "−0.2个百分点"),
        ("400000000000", None, "元", "level", None, "over", "≥4000亿元"),
        (None, "5.5", "%", "level", None, "under", "≤5.5%"),
        (None, "70", "%", "share", None, "nearly", "近70%"),
        ("5.5", "6", "%", "growth", 1, "range", "+5.5—6%"),
        ("6", "6", "%", "growth", 1, "about", "约+6%"),
        ("1", "1", "位", "rank", None, "exact", "第1位"),
        ("6", "6", "年", "streak", None, "exact", "连续6年"),
    ],
)
def test_a_value_in_its_short_form(
    low: str | None, high: str | None, unit: str, measure: str, sign: int | None, qualifier: str, shown: str
) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert wording.value(bounds[0], bounds[1], unit, measure, sign, qualifier) == shown


@pytest.mark.parametrize(
    ("words", "english"), [("约+6.7%", "about +6.7%"), ("近1.5万人", "nearly 1.5万人"), ("≥5%", "≥5%"), ("", "")]
)
def test_the_word_before_a_number_is_in_the_language_of_the_page(words: str, english: str) -> None:
    assert wording.in_words(words, "en") == english
    assert wording.in_words(words, "zh") == words


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "shown"),
    [
        ("5", None, "over", "≤−5%"),
        (None, "5", "under", "≥−5%"),
        ("5", "5", "exact", "−5%"),
        ("5", "5", "about", "约−5%"),
    ],
)
def test_the_bound_of_a_fall_says_the_truth(low: str | None, high: str | None, qualifier: str, shown: str) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert wording.value(ends[0], ends[1], "%", "growth", -1, qualifier) == shown
