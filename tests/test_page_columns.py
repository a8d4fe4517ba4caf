"""The order in which a page's parts are read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from printed_pages import block, printed

from luoshi.documents.page_columns import columns
from luoshi.documents.page_lines import TextLine, line_pieces
from luoshi.documents.printed import Glyph, Rule

LEFT = [f"左边第{number}行写着渔港" for number in "一二三四五"]
RIGHT = [f"右边第{number}行写着果园" for number in "一二三四五"]


def order(glyphs: list[Glyph], rules: list[Rule] | None = None) -> list[str]:
    """The words of the columns in order, those of each from the top."""
    found = columns(list(line_pieces(glyphs)), rules or [], 10.0)
    lines = [item for column in found for item in sorted(column, key=lambda item: (item.top, item.left))]
    return [line.text for line in lines if isinstance(line, TextLine)]


def test_columns_under_a_headline_that_spans_them() -> None:
    glyphs = printed("横跨两栏的大标题文字", 60, 60, 18) + block(LEFT, 50, 100) + block(RIGHT, 165, 103)
    assert order(glyphs) == ["横跨两栏的大标题文字", *LEFT, *RIGHT]


def test_bands_with_columns_of_their_own() -> None:
    below = [f"下面第{number}行写着山区小学" for number in "一二三四五"]
    glyphs = block(LEFT, 50, 100) + block(RIGHT, 165, 100) + printed("横贯全页的一行说明文字隔开上下两部分", 50, 200)
    glyphs += block(below, 50, 230) + block(below, 190, 230)
    assert order(glyphs) == [*LEFT, *RIGHT, "横贯全页的一行说明文字隔开上下两部分", *below, *below]


def test_a_rule_across_closes_a_gutter() -> None:
    glyphs = block(LEFT, 50, 100) + block(RIGHT, 165, 100) + block(LEFT, 50, 200) + block(RIGHT, 165, 200)
    assert order(glyphs, [Rule(50, 190, 270, 190.5)]) == [*LEFT, *RIGHT, *LEFT, *RIGHT]
    assert order(glyphs) == [*LEFT, *LEFT, *RIGHT, *RIGHT]


def test_short_lines_make_no_columns() -> None:
    lines = ["渔港的建设进展顺利今年完成", "果园丰收", "山区小学的新校舍已经完工了"]
    assert order(block(lines, 50, 100) + printed("签字", 220, 116)) == [lines[0], "果园丰收", "签字", lines[2]]


@given(st.lists(st.tuples(*[st.integers(0, 500)] * 2, st.integers(1, 12)), max_size=60))
def test_every_piece_is_in_one_column(places: list[tuple[int, int, int]]) -> None:
    pieces = [TextLine.of(printed("字" * length, x, y)) for x, y, length in places]
    found = [item for column in columns(list(pieces), [], 10.0) for item in column]
    assert sorted(map(id, found)) == sorted(map(id, pieces))
