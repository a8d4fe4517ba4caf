"""Raised characters: marks of notes, units and powers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.raised import Words, as_read


@pytest.mark.parametrize(
    ("before", "raised", "words"),
    [
        ("地区生产总值", "1", "[1]"),
        ("99.9", "②", "[2]"),
        ("542.7亿元", "[3]", "[3]"),
        ("542.7亿元", "［3］", "[3]"),
        ("542.7亿元", "（4）", "[4]"),
        ("增加值", "注5", "[5]"),
        ("增加值", "1,2", "[1][2]"),
        ("GDP", "1", "[1]"),
        ("98.6万m", "2", "²"),
        ("库容3.6亿 m", "3", "³"),
        ("1362km", "2", "²"),
        ("12.5万hm", "2", "²"),
        ("12.5万米", "2", "²"),
        ("Atom", "2", "[2]"),  # the end of a word, no metre
        ("3.2×10", "8", "⁸"),
        ("（10", "4", "⁴"),
        ("3.2×10", "-3", "⁻³"),
        ("增长10", "2", "[2]"),
        ("25", "0", "°"),
        ("20", "th", "th"),
        ("增加值", "*", ""),
        ("产值", "2025", "2025"),
        ("", "PM2.5", "PM2.5"),
    ],
)
def test_what_is_printed_raised(before: str, raised: str, words: str) -> None:
    assert as_read(raised, before) == words


def test_pieces_of_one_mark_are_read_together() -> None:
    words = Words()
    words.add("增长4.4")
    for piece in ("[", "5", "]"):
        words.add_raised(piece)
    words.add("%。")
    assert words.text() == "增长4.4[5]%。"


@given(st.lists(st.tuples(st.text(max_size=5), st.booleans())))
def test_words_on_the_line_stay_as_they_are(pieces: list[tuple[str, bool]]) -> None:
    words = Words()
    for piece, raised in pieces:
        (words.add_raised if raised else words.add)(piece)
    text = words.text()
    at = 0
    for piece, raised in pieces:
        if not raised:
            at = text.index(piece, at) + len(piece)
