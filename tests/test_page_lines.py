"""Characters become lines."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from printed_pages import block, printed

from luoshi.documents.page_lines import line_pieces, one_line, rows_of
from luoshi.documents.printed import Glyph


def words(glyphs: list[Glyph]) -> list[list[str]]:
    """The rows of characters as words."""
    return [[piece.text for piece in row] for row in rows_of(line_pieces(glyphs))]


def test_wide_gaps_part_a_line_and_narrow_ones_do_not() -> None:
    glyphs = printed("渔港建设", 50, 100) + printed("在望", 95, 100) + printed("果园丰收", 160, 100)
    assert words(glyphs) == [["渔港建设在望", "果园丰收"]]


def test_lines_are_found_in_whatever_order_the_file_gives_them() -> None:
    glyphs = block(["渔港建设在望", "果园今年丰收"], 50, 100)
    random.Random(7).shuffle(glyphs)
    assert words(glyphs) == [["渔港建设在望"], ["果园今年丰收"]]


def test_characters_set_apart_are_one_piece() -> None:
    assert words(printed("会议文件", 50, 100, gap=14)) == [["会议文件"]]


def test_bold_type_printed_twice_is_read_once() -> None:
    twice = [glyph for pair in zip(printed("合计", 50, 100), printed("合计", 50.4, 100), strict=True) for glyph in pair]
    assert words(twice) == [["合计"]]
    assert words(printed("合计", 50, 100) + printed("合计", 50.4, 100)) == [["合计"]]


def test_spaces_stand_between_latin_words_and_between_figures() -> None:
    line = one_line(line_pieces(printed("GDP per 2024 2025年", 50, 100)))
    assert line.text == "GDP per 2024 2025年"
    assert [glyph.text for glyph in line.glyphs if glyph.left != glyph.left] == [" "] * 3


def test_pieces_put_together_to_a_line_keep_their_gap() -> None:
    assert one_line(line_pieces(printed("第一章", 50, 100) + printed("渔业", 120, 100))).text == "第一章 渔业"


@given(st.lists(st.tuples(st.text(min_size=1, max_size=3), *[st.floats(0, 800)] * 2, st.floats(0.1, 60)), max_size=60))
def test_no_character_is_lost(placed: list[tuple[str, float, float, float]]) -> None:
    glyphs = [Glyph(text, x, y, x + size, y + size) for text, x, y, size in placed]
    pieces = line_pieces(glyphs)
    kept = [glyph for piece in pieces for glyph in piece.glyphs]
    assert {glyph.text for glyph in kept} == {glyph.text for glyph in glyphs}
    assert len(kept) <= len(glyphs)
    assert sum(map(len, rows_of(pieces))) == len(pieces)
