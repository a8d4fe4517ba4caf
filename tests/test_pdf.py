"""PDF files: what becomes of their pages, and what is said of those that can't be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import PageContent
from pdf_files import pdf as written

from luoshi import documents
from luoshi.documents import UnreadableFile, pdf
from luoshi.records import Document

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
