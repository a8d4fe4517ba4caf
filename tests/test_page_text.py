"""Pages become a text: paragraphs, headlines, tables across pages, and a place for each character."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st
from printed_pages import block, grid, printed

from luoshi.documents.page_text import page_text
from luoshi.documents.printed import Glyph, PrintedPage

LONG = ["全市渔港建设进展顺利已经完成投资四成以上其余", "工程将在明年汛期之前完工"]


def page(number: int, glyphs: list[Glyph], rules: list[tuple[list[float], list[float]]] | None = None) -> PrintedPage:
    drawn = [rule for xs, ys in rules or [] for rule in grid(xs, ys)]
    return PrintedPage(number, 595, 842, glyphs, drawn)


def test_headlines_stand_alone_and_their_lines_are_joined() -> None:
    glyphs = printed("东屿省临澜市渔港建设", 60, 60, 20) + printed("三年行动方案", 100, 86, 20) + block(LONG, 60, 130)
    assert page_text([page(1, glyphs)]).text == "东屿省临澜市渔港建设三年行动方案\n\n" + "".join(LONG) + "\n"


def test_indented_lines_open_paragraphs() -> None:
    lines = ["\u3000\u3000" + LONG[0], LONG[1] + "。", "\u3000\u3000果园今年丰收。"]
    assert page_text([page(1, block(lines, 60, 130))]).text.splitlines() == [LONG[0] + LONG[1] + "。", "果园今年丰收。"]


def test_two_rows_of_cells_without_rules_stay_two_lines() -> None:
    def row(cells: str, top: float, apart: float) -> list[Glyph]:
        return [glyph for at, cell in enumerate(cells) for glyph in printed(cell, 72 + apart * at, top)]

    title = printed("临澜市教育经费", 72, 60)
    rows = row("项一十", 100, 60) + row("年34", 120, 60)
    assert page_text([page(1, title + rows)]).text.splitlines() == ["临澜市教育经费", "项 一 十", "年 3 4"]


def test_a_table_goes_on_over_the_page_without_its_head_and_caption() -> None:
    def table(number: int, rows: list[tuple[str, str]]) -> PrintedPage:
        glyphs = printed("表3　渔业收入情况表", 100, 100) + printed("单位：万元", 180, 116)
        for at, (name, value) in enumerate([("项目", "收入"), *rows]):
            glyphs += printed(name, 54, 136 + 20 * at) + printed(value, 180, 136 + 20 * at)
        ys = [132.0 + 20 * at for at in range(len(rows) + 2)]
        return page(number, glyphs, [([50.0, 150.0, 250.0], ys)])

    first = table(1, [("一、渔业", "41"), ("\u3000养殖", "30")])
    second = table(2, [("\u3000捕捞", "11"), ("\u3000加工", "12")])
    assert page_text([first, second]).text.splitlines() == [
        "表3 渔业收入情况表",
        "单位：万元",
        "| 项目 | 收入 |",
        "| 一、渔业 | 41 |",
        "|   养殖 | 30 |",
        "|   捕捞 | 11 |",
        "|   加工 | 12 |",
    ]


def test_page_numbers_at_the_edge_are_left_out_and_numbers_in_the_text_are_not() -> None:
    glyphs = printed("2024", 60, 400) + block(LONG, 60, 130) + printed("- 7 -", 280, 800)
    assert page_text([page(1, glyphs)]).text.splitlines() == ["".join(LONG), "2024"]


def test_a_page_number_set_in_three_pieces_is_left_out() -> None:
    number = printed("—", 200, 800) + printed("71", 280, 800) + printed("—", 360, 800)
    assert page_text([page(1, block(LONG, 60, 130) + number)]).text.splitlines() == ["".join(LONG)]


def test_running_heads_are_left_out_where_three_pages_repeat_them() -> None:
    pages = [
        page(n, printed("临澜市统计年鉴", 60, 40) + block([f"第{name}页的内容", *LONG], 60, 200))
        for n, name in enumerate("甲乙丙", 1)
    ]
    assert "年鉴" not in page_text(pages).text
    assert page_text(pages[:2]).text.count("年鉴") == 2


def test_an_article_in_a_box_is_read_as_a_whole() -> None:
    boxed = ["盒中第一行写着山区小学", "盒中第二行写着新校舍", "盒中第三行写着操场"]
    glyphs = block([f"左边第{n}行写着渔港" for n in "一二三四五六七八"], 60, 100) + block(boxed, 210, 130)
    text = page_text([page(1, glyphs, [([200.0, 330.0], [120.0, 190.0])])]).text.replace("\n", "")
    assert "".join(boxed) in text


def test_the_pages_follow_each_other_and_cover_the_text() -> None:
    found = page_text([page(1, block(LONG, 60, 130)), page(2, []), page(3, block(LONG, 60, 130))])
    assert (found.pages[0].number, found.pages[0].start) == (1, 0)
    assert found.pages[-1].end == len(found.text)
    assert all(before.end == after.start for before, after in zip(found.pages, found.pages[1:], strict=False))


@given(
    st.lists(
        st.lists(
            st.tuples(st.text("渔港果园，。123 ", min_size=1, max_size=20), *[st.integers(0, 820)] * 2), max_size=12
        ),
        max_size=4,
    )
)
def test_every_character_has_its_place_or_is_no_print(lines: list[list[tuple[str, int, int]]]) -> None:
    pages = [
        page(number, [glyph for words, x, y in placed for glyph in printed(words, x, y)])
        for number, placed in enumerate(lines, 1)
    ]
    boxes = {(each.number, g.text, g.left, g.top, g.right, g.bottom) for each in pages for g in each.glyphs}
    found = page_text(pages)
    assert len(found.positions) == 4 * len(found.text)
    for each in found.pages:
        for at in range(each.start, each.end):
            box = tuple(found.positions[4 * at : 4 * at + 4])
            if math.isnan(box[0]):
                assert found.text[at] in " \n|"
            else:
                assert any(
                    known[:2] == (each.number, found.text[at])
                    and all(math.isclose(a, b, abs_tol=0.01) for a, b in zip(known[2:], box, strict=True))
                    for known in boxes
                )
