"""Raised marks: which of a page's small digits leave the text, and which are exponents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_pages import printed

from luoshi.documents.note_marks import without_note_marks
from luoshi.documents.printed import Glyph

Part = tuple[str, float, float]  # words, their size, how far their upper edge stands below that of the line


def line(*parts: Part) -> list[Glyph]:
    """Words one behind the other."""
    glyphs: list[Glyph] = []
    left = 50.0
    for words, size, down in parts:
        glyphs += printed(words, left, 100 + down, size)
        left = glyphs[-1].right
    return glyphs


def words_of(glyphs: list[Glyph]) -> str:
    """What characters say."""
    return "".join(glyph.text for glyph in glyphs)


@pytest.mark.parametrize("mark", ["3", "12", "*", "[2]", "②", "（1）"])
def test_marks_leave_the_text(mark: str) -> None:
    assert words_of(without_note_marks(line(("收入542.7", 16, 0), (mark, 8, -2), ("亿元", 16, 0)))) == "收入542.7亿元"
    assert words_of(without_note_marks(line(("产值", 16, 0), (mark, 9, 0), ("1362亿元", 16, 0)))) == "产值1362亿元"


@pytest.mark.parametrize(
    ("base", "digit", "read"), [("8400m", "2", "8400m²"), ("1.2×10", "8", "1.2×10⁸"), ("5km", "3", "5km³")]
)
def test_exponents_stay(base: str, digit: str, read: str) -> None:
    assert words_of(without_note_marks(line((base, 16, 0), (digit, 8, -1)))) == read


@pytest.mark.parametrize(
    "parts",
    [
        [("CO", 16, 0), ("2", 8, 9)],
        [("共", 16, 0), ("35", 8, 7.4), ("页", 16, 0)],
        [("标题", 30, 0), ("2025", 16, 40)],
        [("收入", 10, 0), ("542", 9, 0)],
        [("542.7", 8, 0)],
    ],
    ids=["lowered", "on the base line", "below", "one size", "alone"],
)
def test_other_digits_stay(parts: list[Part]) -> None:
    glyphs = line(*parts)
    assert without_note_marks(glyphs) == glyphs


@given(st.lists(st.tuples(st.sampled_from("3m①亿"), *[st.floats(0, 90)] * 2, st.floats(0.5, 40)), max_size=30))
def test_what_stays_keeps_its_order_and_boxes(drawn: list[tuple[str, float, float, float]]) -> None:
    glyphs = [Glyph(sign, left, top, left + size, top + size) for sign, left, top, size in drawn]
    boxes = iter([glyph[1:] for glyph in glyphs])
    assert all(glyph[1:] in boxes for glyph in without_note_marks(glyphs))


def test_what_has_the_type_of_its_surroundings_stays_whatever_its_box() -> None:
    glyphs = line(("收入542.7", 16, 0), ("3", 8, -2), ("亿元", 16, 0))
    assert without_note_marks(glyphs, lambda place: glyphs[place].text != "3") == glyphs


def test_a_comma_with_a_tall_box_raises_no_digits() -> None:
    comma = Glyph(",", 82, 92, 90, 130)
    glyphs = [*printed("因素", 50, 100, 16), comma, *printed("2026", 90, 101, 16), *printed("年", 122, 100, 16)]
    assert without_note_marks(glyphs) == glyphs
