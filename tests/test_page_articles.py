"""The articles of a newspaper page by its geometry."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from printed_pages import block, grid, printed

from luoshi.documents.page_articles import page_articles
from luoshi.documents.page_lines import line_pieces
from luoshi.documents.printed import Glyph, Rule

WIDTH = 100.0  # ten characters a column
PITCH = 115.0  # from one column's left to the next


def column(place: int, top: float, rows: int, sign: str) -> list[Glyph]:
    """A column of lines of one character."""
    return block([sign * 10] * rows, PITCH * place, top, pitch=14)


def found(glyphs: list[Glyph], rules: list[Rule] | None = None) -> list[tuple[str, str]]:
    """Each article's headline, and the characters of its columns in order, repeated ones once."""
    articles = page_articles(line_pieces(glyphs), rules or [])
    return [
        (
            "".join(line.text for line in article.headline),
            "".join(dict.fromkeys("".join(line.text for lines in article.columns for line in lines))),
        )
        for article in articles
    ]


def test_a_headline_has_the_columns_that_begin_under_it_and_those_beside_them() -> None:
    upper = (
        printed("临澜港货物吞吐量", 0, 0, 24)
        + column(0, 40, 10, "甲")
        + column(1, 40, 10, "乙")
        + column(2, 40, 7, "丙")
    )
    lower = (
        printed("口袋公园开门", 0, 200, 20)
        + column(0, 235, 10, "丁")
        + column(1, 235, 10, "戊")
        + column(2, 235, 10, "己")
    )
    assert found(upper + lower) == [("临澜港货物吞吐量", "甲乙丙"), ("口袋公园开门", "丁戊己")]


def test_headlines_at_one_height_part_the_columns_between_them() -> None:
    glyphs = printed("修缮老码头", 0, 0, 18) + column(0, 30, 12, "甲") + column(1, 30, 12, "乙")
    glyphs += printed("新建托育园", 2 * PITCH, 0, 18) + column(2, 30, 12, "丙") + column(3, 30, 12, "丁")
    assert found(glyphs) == [("修缮老码头", "甲乙"), ("新建托育园", "丙丁")]


def test_a_centred_headline_has_the_columns_on_both_sides() -> None:
    glyphs = printed("渔港码头", PITCH + 10, 0, 20) + [
        glyph for place, sign in enumerate("甲乙丙") for glyph in column(place, 35, 10, sign)
    ]
    glyphs += printed("共享书房", 0, 220, 20) + [
        glyph for place, sign in enumerate("丁戊己") for glyph in column(place, 250, 10, sign)
    ]
    assert found(glyphs) == [("渔港码头", "甲乙丙"), ("共享书房", "丁戊己")]


def test_a_piece_goes_on_at_the_top_of_the_next_column() -> None:
    glyphs = printed("充电桩", 0, 0, 14) + column(0, 20, 10, "甲")
    glyphs += column(1, 0, 6, "乙") + printed("冷链仓库", PITCH, 100, 14) + column(1, 120, 8, "丙")
    glyphs += column(2, 0, 14, "丁")
    assert found(glyphs) == [("充电桩", "甲乙"), ("冷链仓库", "丙丁")]


def test_a_box_holds_an_article_of_its_own() -> None:
    glyphs = printed("全市春季生产调度会召开", 0, 0, 20) + column(0, 40, 20, "甲") + column(1, 40, 20, "乙")
    glyphs += printed("简讯一则", 2 * PITCH + 10, 45, 16) + column(2, 75, 10, "丙") + column(3, 75, 10, "丁")
    box = grid([2 * PITCH - 8, 4 * PITCH], [38, 230])
    assert sorted(found(glyphs, box)) == sorted([("全市春季生产调度会召开", "甲乙"), ("简讯一则", "丙丁")])


def test_headlines_side_by_side_are_two_though_their_gutter_is_narrower_than_their_type() -> None:
    glyphs = printed("修缮码头", 0, 0, 25) + printed("新建园区", PITCH, 0, 25)
    glyphs += (
        column(0, 40, 12, "甲")
        + column(1, 40, 12, "乙")
        + printed("再添绿道", 2 * PITCH, 0, 25)
        + column(2, 40, 12, "丙")
    )
    assert found(glyphs) == [("修缮码头", "甲"), ("新建园区", "乙"), ("再添绿道", "丙")]


def test_a_byline_is_part_of_the_head() -> None:
    glyphs = printed("渔港码头扩建", 0, 0, 20) + printed("□临澜日报记者沈一帆", 0, 24, 10)
    glyphs += [glyph for place, sign in enumerate("甲乙丙") for glyph in column(place, 40, 10, sign)]
    glyphs += printed("共享书房开门", 0, 220, 20) + column(0, 250, 10, "丁")
    first = page_articles(line_pieces(glyphs), [])[0]
    assert [line.text for line in first.head] == ["渔港码头扩建", "□临澜日报记者沈一帆"]


def test_a_page_of_one_column_is_no_newspaper() -> None:
    glyphs = printed("临澜市统计公报", 100, 0, 20) + block(["全" * 40] * 30, 0, 60)
    assert found(glyphs) == []
    assert found([]) == []


@given(
    st.lists(
        st.tuples(st.floats(0, 500), st.floats(0, 700), st.integers(1, 12), st.sampled_from([8.0, 10.0, 24.0])),
        max_size=40,
    )
)
def test_no_character_is_lost_or_printed_twice(placed: list[tuple[float, float, int, float]]) -> None:
    glyphs = [glyph for left, top, length, size in placed for glyph in printed("海" * length, left, top, size)]
    pieces = line_pieces(glyphs)
    articles = page_articles(pieces, [])
    if articles:
        lines = [line for article in articles for part in (article.head, *article.columns) for line in part]
        kept = [glyph for line in lines for glyph in line.glyphs if glyph.text != " "]
        assert sorted(kept) == sorted(glyph for piece in pieces for glyph in piece.glyphs)
