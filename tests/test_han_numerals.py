"""Chinese numerals: whole numbers, and two neighbouring digits."""

from __future__ import annotations

from luoshi.language.han_numerals import neighbours


def test_neighbouring_digits() -> None:
    assert neighbours("七八") == (7, 8)
    assert neighbours("三四十") == (30, 40)
    assert neighbours("十七八") == (17, 18)
    assert neighbours("三百五六十") == (350, 360)
    assert neighbours("一万二千三百四五十") == (12340, 12350)
    assert neighbours("三五百") == (300, 500)
    assert neighbours("七九") is None
    assert neighbours("八七") is None
