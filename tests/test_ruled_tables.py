"""Tables between ruling lines: cells, names over lines, captions, boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from printed_pages import block, cells, grid, printed

from luoshi.documents.page_tables import PageTable
from luoshi.documents.printed import Glyph, Rule
from luoshi.documents.ruled_tables import ruled

XS = [50.0, 150.0, 250.0, 350.0]


def test_cells_that_span_rows_and_columns_are_repeated() -> None:
    rules = [Rule(50, y, 350, y + 0.5) for y in (100, 160, 190)]
    rules += [
        Rule(150, 130, 350, 130.5),
        *(Rule(x, 100, x + 0.5, 190) for x in (50, 150, 350)),
        Rule(250, 130, 250.5, 190),
    ]
    glyphs = (
        printed("项目", 60, 125) + printed("收入", 240, 108) + printed("全市", 160, 140) + printed("县级", 260, 140)
    )
    glyphs += printed("增值税", 60, 170) + printed("18800", 160, 170) + printed("960", 260, 170)
    found = ruled(glyphs, rules, 595, 842)
    assert cells(found.tables[0].content) == [
        ["项目", "收入", "收入"],
        ["项目", "全市", "县级"],
        ["增值税", "18800", "960"],
    ]
    assert not found.rest


def test_rows_between_two_rules_are_told_by_their_figures() -> None:
    glyphs = printed("项目", 60, 105) + printed("决算数", 160, 105) + printed("同比", 260, 105)
    glyphs += printed("税收收入", 60, 130) + printed("412", 200, 130) + printed("3.1%", 300, 130)
    glyphs += (
        block(["安排预算稳定调节和", "周转金"], 60, 150, pitch=12) + printed("77", 200, 156) + printed("2.0%", 300, 156)
    )
    glyphs += printed("非税收入", 60, 182) + printed("95", 200, 182)
    found = ruled(glyphs, grid(XS, [100.0, 120.0, 200.0]), 595, 842)
    assert cells(found.tables[0].content) == [
        ["项目", "决算数", "同比"],
        ["税收收入", "412", "3.1%"],
        ["安排预算稳定调节和周转金", "77", "2.0%"],
        ["非税收入", "95", ""],
    ]


def test_a_name_broken_over_lines_is_not_the_end_of_the_full_one_above_it() -> None:
    glyphs = printed("项目", 60, 105) + printed("决算数", 160, 105) + printed("同比", 260, 105)
    glyphs += printed("其他城乡社区的支出", 60, 130) + printed("28,624", 200, 130) + printed("47.4%", 300, 130)
    glyphs += block(["其他城乡社区公共支", "出"], 60, 150, pitch=12)
    glyphs += printed("13,556", 200, 156) + printed("12.9%", 300, 156)
    glyphs += printed("住房保障支出", 60, 182) + printed("95", 200, 182)
    found = ruled(glyphs, grid(XS, [100.0, 120.0, 200.0]), 595, 842)
    assert cells(found.tables[0].content)[1:] == [
        ["其他城乡社区的支出", "28,624", "47.4%"],
        ["其他城乡社区公共支出", "13,556", "12.9%"],
        ["住房保障支出", "95", ""],
    ]


def test_two_numbers_in_a_cell_are_not_one() -> None:
    glyphs = printed("项目", 60, 105) + printed("决算数", 160, 105) + printed("同比", 260, 105)
    glyphs += printed("补助", 60, 136) + block(["159,100", "159,100"], 200, 130, pitch=12)
    found = ruled(glyphs, grid(XS, [100.0, 120.0, 160.0]), 595, 842)
    assert cells(found.tables[0].content)[1] == ["补助", "159,100 159,100", ""]


def test_a_title_and_unit_inside_the_grid_are_captions() -> None:
    rules = [
        *(Rule(50, y, 350, y + 0.5) for y in (80, 100, 130, 160, 190)),
        Rule(50, 80, 50.5, 190),
        Rule(350, 80, 350.5, 190),
    ]
    rules += [Rule(x, 100, x + 0.5, 190) for x in (150, 250)]
    glyphs = (
        printed("单位：万元", 280, 84)
        + printed("项目", 60, 110)
        + printed("收入", 160, 110)
        + printed("支出", 260, 110)
    )
    glyphs += printed("渔业", 60, 140) + printed("41", 160, 140) + printed("40", 260, 140)
    table = ruled(glyphs, rules, 595, 842).tables[0].content
    assert cells(table)[0] == ["项目", "收入", "支出"]
    assert isinstance(table, PageTable)
    assert [line.text for line in table.captions] == ["单位：万元"]


def test_a_frame_around_prose_is_a_box() -> None:
    glyphs = block(["渔港的建设进展顺利", "果园丰收"], 60, 110)
    found = ruled(glyphs, grid([50.0, 200.0], [100.0, 180.0]), 595, 842)
    assert not found.tables
    assert [round(box.right) for box in found.boxes] == [200]
    assert found.rest == glyphs


def test_lines_that_cross_at_random_repeat_nothing() -> None:
    rules = [Rule(50, 100, 350, 100.5), Rule(50, 400, 350, 400.5), Rule(50, 100, 50.5, 400), Rule(350, 100, 350.5, 400)]
    rules += [Rule(50, 110 + 6 * at, 53, 110.5 + 6 * at) for at in range(40)]
    rules += [Rule(60 + 6 * at, 100, 60.5 + 6 * at, 103) for at in range(40)]
    glyphs = block(["渔港的建设进展顺利", "果园丰收"], 120, 210)
    found = ruled(glyphs, rules, 595, 842)
    assert not found.tables
    assert found.rest == glyphs


@given(
    st.lists(st.tuples(*[st.integers(0, 300)] * 4), max_size=30),
    st.lists(st.tuples(*[st.integers(0, 300)] * 2), max_size=40),
)
def test_every_character_is_in_a_table_or_outside(
    rules: list[tuple[int, int, int, int]], places: list[tuple[int, int]]
) -> None:
    glyphs = [Glyph(chr(0x4E00 + at), x, y, x + 10, y + 10) for at, (x, y) in enumerate(places)]
    drawn = [Rule(a, b, a + c, b + 0.5) if c > d else Rule(a, b, a + 0.5, b + d) for a, b, c, d in rules]
    found = ruled(glyphs, drawn, 595, 842)
    inside = [
        glyph
        for region in found.tables
        if isinstance(region.content, PageTable)
        for row in region.content.rows
        for cell in row
        for glyph in cell
    ]
    captions = [
        glyph
        for region in found.tables
        if isinstance(region.content, PageTable)
        for line in region.content.captions
        for glyph in line.glyphs
    ]
    assert {glyph.text for glyph in inside + captions + found.rest} - {" "} == {glyph.text for glyph in glyphs}
