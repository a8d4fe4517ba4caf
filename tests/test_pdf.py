"""PDF files: what becomes of their pages, and what is said of those that can't be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import PageContent
from pdf_files import pdf as written

from luoshi import documents, reading
from luoshi.documents import UnreadableFile, pdf
from luoshi.records import UNKNOWN, Document

PROSE = [
    "\u3000\u3000二〇二五年，临澜市坚持稳字当头，全市经济运行总",
    "体平稳。全年实现地区生产总值812.4亿元，比上年增",
    "长5.6%，其中渔业增加值96.1亿元。",
    "\u3000\u3000全市一般公共预算收入60.3亿元。",
]


def opened(*pages: PageContent) -> Document:
    return documents.from_bytes(written(*pages), "报告.pdf")


def test_lines_become_paragraphs_without_the_breaks_of_the_page() -> None:
    document = opened(PageContent().lines(PROSE, 72, 100))
    assert document.text.splitlines() == ["".join(PROSE[:3]).strip(), PROSE[3].strip()]
    assert document.format == "pdf"


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_are_left_out() -> None:
    first = PageContent().lines(PROSE[:2], 72, 700).text("— 1 —", 280, 790)
    second = PageContent().lines(PROSE[2:], 72, 80).text("— 2 —", 280, 790)
    document = opened(first, second)
    assert document.text.splitlines() == ["".join(PROSE[:3]).strip(), PROSE[3].strip()]
    start = document.text.index("96.1")
    assert [document.page_at(0), document.page_at(start)] == [1, 2]


def test_running_heads_are_left_out_and_headings_are_not() -> None:
    pages = [
        PageContent().text("东屿省统计年鉴", 72, 40, 9).text(f"第{name}章", 260, 90, 18).lines(PROSE, 72, 140)
        for name in "一二三"
    ]
    text = opened(*pages).text
    assert "统计年鉴" not in text
    assert [f"第{name}章" in text for name in "一二三"] == [True] * 3


def test_characters_set_apart_are_words() -> None:
    document = opened(PageContent().text("临澜市财政局关于预算的说明", 60, 100, 12, spread=24))
    assert document.text == "临澜市财政局关于预算的说明\n"


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"左栏第{number}行写着渔港的建设情况" for number in "一二三四五六"]
    right = [f"右栏第{number}行写着果园的收成情况" for number in "一二三四五六"]
    document = opened(PageContent().lines(left, 60, 100, 12).lines(right, 310, 104, 12))
    assert document.text.replace("\n", "") == "".join(left + right)


def test_a_ruled_table_repeats_merged_cells() -> None:
    page = PageContent().text("表1　全市收入情况表", 200, 60).text("单位：万元", 400, 80)
    page.grid([60, 200, 320, 440], [100, 160, 190, 220])
    page.operators = [each for each in page.operators if each]
    page.text("项目", 110, 122).text("决算数", 240, 122).text("比上年（%）", 345, 122)
    page.text("税收收入", 64, 168).text("41200", 270, 168).text("3.1", 400, 168)
    page.text("\u3000\u3000增值税", 64, 198).text("18800", 270, 198).text("-0.6", 400, 198)
    lines = opened(page).text.splitlines()
    assert lines[-3:] == [
        "| 项目 | 决算数 | 比上年（%） |",
        "| 税收收入 | 41200 | 3.1 |",
        "|     增值税 | 18800 | -0.6 |",
    ]
    assert lines[:2] == ["表1 全市收入情况表", "单位：万元"]


def test_a_page_whose_text_runs_upward_is_read_as_it_is_turned() -> None:
    page = PageContent()
    for at, line in enumerate(line.strip() for line in PROSE):
        page.upward(line, 80 + 18 * at, 780)
    document = opened(page)
    assert document.text.startswith("二〇二五年，临澜市")
    box = document.boxes_of(0, 5)[0]
    assert (round(box.left), round(box.right)) == (80, 92)
    assert round(box.bottom) == 780


def test_no_character_is_lost_where_each_is_an_object_of_its_own() -> None:
    words = "二〇二五年，临澜市一般公共预算收入60.3亿元，增长5.6%。"
    page, left = PageContent(), 72.0
    for sign in words:
        page.text(sign, left, 100)
        left += 6 if sign.isascii() else 12
    assert opened(page).text == words + "\n"


def test_characters_are_as_wide_as_the_file_says_whatever_their_ink() -> None:
    document = opened(PageContent().text("一丨丶龘的", 72, 100))
    boxes = [document.boxes_of(at, at + 1)[0] for at in range(5)]
    assert [(round(box.left, 2), round(box.right, 2)) for box in boxes] == [
        (72 + 12 * at, 84 + 12 * at) for at in range(5)
    ]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_characters_without_unicode_are_told_and_their_number_is_not_read(count: int) -> None:
    page = PageContent().text("二〇二五年，临澜市渔业产值", 72, 100).unknown(count, 72 + 13 * 12, 100)
    document = opened(page.text("42.7亿元，果园面积为3万亩。", 72 + 13 * 12 + 6 * count, 100))
    assert f"渔业产值{UNKNOWN * count}42.7亿元" in document.text
    (warning,) = document.warnings
    assert str(count) in warning
    assert "\n" not in warning
    assert "42.7亿元" not in [figure.quote for figure in reading.read(document).figures]


def test_a_character_that_only_its_font_knows_is_unknown_and_a_bullet_is_left_out() -> None:
    document = opened(PageContent().text("\uf0b7渔业产值5\ue0042.7亿元", 72, 100))
    assert document.text == f"渔业产值5{UNKNOWN}2.7亿元\n"
    assert not reading.read(document).figures


def test_radicals_are_the_characters_that_they_look_like() -> None:
    assert opened(PageContent().text("粮⻝产值⼗⼆亿元，增⻓5.8%", 72, 100)).text == "粮食产值十二亿元，增长5.8%\n"


def test_small_raised_digits_are_no_digits_of_a_number() -> None:
    page = (
        PageContent()
        .text("渔业产值", 72, 100, 16)
        .text("1", 136, 97, 8)
        .text("1362.5亿元，港区扩大8400m", 140, 100, 16)
    )
    page.text("2", 340, 97, 8).text("。", 344, 100, 16)
    assert opened(page).text == "渔业产值1362.5亿元，港区扩大8400m²。\n"


def test_pairs_of_a_name_and_its_value_keep_their_lines() -> None:
    lines = [
        "渔业总产值：96.1亿元，增长5.6%",
        "一般公共预算收入：60.3亿元",
        "城镇新增就业：4.83万人",
        "居民消费价格：上涨0.4%",
    ]
    document = opened(PageContent().text("临澜市2025年主要指标快报", 72, 60, 20).lines(lines, 72, 120))
    assert document.text.splitlines()[-4:] == lines
    figures = {figure.indicator: figure.quote for figure in reading.read(document).figures if figure.measure == "level"}
    assert figures == {"渔业总产值": "96.1亿元", "一般公共预算收入": "60.3亿元", "城镇新增就业": "4.83万人"}


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_boxes_are_those_of_the_page_as_it_is_shown(rotate: int) -> None:
    page = PageContent(rotate=rotate).text("临澜市的渔港", 100, 200)
    document = opened(page)
    width, height = (842, 595) if rotate in (90, 270) else (595, 842)
    assert (document.pages[0].width, document.pages[0].height) == (width, height)
    box = document.boxes_of(0, 1)[0]
    expected = {90: (842 - 212, 100), 180: (595 - 112, 842 - 212), 270: (200, 595 - 112)}[rotate]
    assert (round(box.left), round(box.top)) == expected


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (written(PageContent().text("临澜市", 100, 100), password="漁港".encode().hex()), "password"),
        (written(PageContent().text("临澜市", 100, 100))[:300], "broken"),
        (b"%PDF-1.7\n%%EOF", "broken"),
        (written(), "no pages"),
        (written(PageContent()), "no text"),
    ],
    ids=["encrypted", "truncated", "header only", "no pages", "no text"],
)
def test_what_can_not_be_read_says_why(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as told:
        pdf.read(data, "报告.pdf")
    assert "\n" not in str(told.value)


def test_more_pages_than_the_bound_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(UnreadableFile, match="at most 2"):
        pdf.read(written(*[PageContent().text("临澜市", 100, 100)] * 3), "报告.pdf")


def test_more_characters_than_the_bound_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 5)
    with pytest.raises(UnreadableFile, match="characters"):
        pdf.read(written(PageContent().text("临澜市的渔港和果园", 100, 100)), "报告.pdf")


WHOLE = written(
    PageContent()
    .lines(PROSE, 72, 100)
    .grid([60, 200, 320], [300, 330, 360])
    .text("增值税", 70, 310)
    .text("12", 210, 310)
)


@settings(max_examples=300)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=40), st.integers(0, len(WHOLE))
)
def test_damaged_files_are_read_or_refused(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[place] = byte
    try:
        content = pdf.read(bytes(data[: max(length, 20)]), "报告.pdf")
    except UnreadableFile:
        return
    assert len(content.positions) == 4 * len(content.text)
    assert content.pages[-1].end == len(content.text)
