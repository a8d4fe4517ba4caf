"""Numerals: the examples of their rules, and numbers that read back to themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language import numerals
from luoshi.language.han_numerals import chinese
from luoshi.language.numerals import numbers, value
from luoshi.language.rules import RULES

EXAMPLES = [
    pytest.param(text, yields, id=f"{rule.name}: {text}")
    for rule in RULES.values()
    if rule.module == numerals.__name__
    for text, yields in rule.examples
]
DIGITS = "零一二三四五六七八九"


def in_characters(number: int) -> str:
    """The number in Chinese characters, written out in full."""

    def section(part: int, leading: bool) -> str:
        written = ""
        for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, part = divmod(part, unit)
            if digit:
                written += DIGITS[digit] + name
            elif part and written and not written.endswith("零"):
                written += "零"
        return ("零" if leading else "") + written

    if number == 0:
        return "零"
    written = ""
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, unit)
        if part:
            words = in_characters(part) if part >= 10**4 else section(part, bool(written) and part < 1000)
            written += words + name
    return written


@pytest.mark.parametrize(("text", "yields"), EXAMPLES)
def test_example(text: str, yields: str) -> None:
    assert "; ".join(numerals.notation(number) for number in numbers(text)) == yields


@pytest.mark.parametrize("text", [text for text, yields in (p.values for p in EXAMPLES) if yields == f"{text}: {text}"])
def test_a_plain_number_is_its_own_value(text: str) -> None:
    assert value(text) == Decimal(text)


@given(st.integers(0, 10**15))
def test_characters_read_back(number: int) -> None:
    assert chinese(in_characters(number)) == number
    assert value(in_characters(number)) == number


MULTIPLIERS = st.sampled_from(["", "百", "千", "万", "百万", "千万", "亿", "万亿"])


@given(st.integers(0, 10**12), st.booleans(), st.booleans(), MULTIPLIERS)
def test_digits_read_back(number: int, separators: bool, wide: bool, multiplier: str) -> None:
    written = f"{number:,}" if separators else str(number)
    if wide:
        written = written.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    power = {"百": 2, "千": 3, "万": 4, "亿": 8}
    assert value(written + multiplier) == number * 10 ** sum(power[character] for character in multiplier)


@given(st.decimals(0, 10**9, allow_nan=False, places=4), st.sampled_from(["", "万", "亿", "万亿"]))
def test_decimals_keep_every_place(number: Decimal, multiplier: str) -> None:
    power = {"": 0, "万": 4, "亿": 8, "万亿": 12}[multiplier]
    assert value(f"{number:f}{multiplier}") == number.scaleb(power)


@given(st.integers(-(10**9), 10**9))
def test_signs_read_back(number: int) -> None:
    assert value(str(number)) == number
    assert value(("负" if number < 0 else "") + in_characters(abs(number))) == number


ALPHABET = st.sampled_from("零一二两三五十百千万亿半点负分之又多余来第统１2,.，eE^/-打k廿壹萬 ")


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_every_numeral_stands_at_its_place(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert text[number.start : number.end] == number.quote
        assert end <= number.start < number.end
        end = number.end


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for number in numbers(text):
        assert text[number.start : number.end] == number.quote


@pytest.mark.parametrize(
    "words", ["", "元", "百千万", "万万", "亿万", "十百", "1/0", "1.2.3", "三个", "负", "12a", "一" * 30 + "万", "0^-1"]
)
def test_what_is_no_numeral_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        value(words)


@pytest.mark.parametrize("character", ["9", "亿", "万", "一", "点", "分之", "１,", "1/", "又", "零", "多"])
def test_long_runs_are_read(character: str) -> None:
    assert isinstance(numbers(character * 20_000), list)
