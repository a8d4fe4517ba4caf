import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_texts import BUDGET_BOOK, BULLETIN, COLLECTION, DAY, NEWSPAPER, REPORT

from luoshi.reading.outline import Block, Outline, outline
from luoshi.records import Document

PAGES = (NEWSPAPER, DAY, COLLECTION, BULLETIN, BUDGET_BOOK, REPORT)


def read(text: str, date: str = "") -> Outline:
    return outline(Document(id="", text=text, date=date))


def blocks(text: str, kind: str) -> list[Block]:
    return [block for block in read(text).blocks if block.kind == kind]


def themes(block: Block) -> list[str]:
    return [heading.text for heading in block.headings]


def test_paragraphs_run_across_the_columns():
    found = [block.passage.text for block in blocks(NEWSPAPER, "paragraph")]
    assert any("把思想和行动统一到会议部署上来" in words for words in found)
    assert any("服务企业制造业贷款需求" in words for words in found)


def test_side_headings_of_an_interview():
    assert [(block.level, block.passage.text) for block in blocks(NEWSPAPER, "heading")] == [
        (4, "让科技创新成为第一动力"),
        (4, "让百姓生活更有温度"),
    ]
    (people,) = [block for block in blocks(NEWSPAPER, "paragraph") if "养老床位" in block.passage.text]
    assert themes(people) == ["让百姓生活更有温度"]


def test_headings_with_their_levels_and_stack():
    assert [(block.level, block.passage.text) for block in blocks(REPORT, "heading")] == [
        (1, "一、2024年工作回顾"),
        (2, "（一）稳增长成效明显。"),
        (2, "（二）城乡面貌持续改善"),
        (3, "1.完善交通网络"),
        (1, "二、2025年工作安排"),
    ]
    paragraphs = {block.passage.text: themes(block) for block in blocks(REPORT, "paragraph")}
    assert paragraphs["规模以上工业增加值增长7.1%。"] == ["一、2024年工作回顾", "（一）稳增长成效明显。"]
    assert paragraphs["新建改建农村公路260公里。"][-1] == "1.完善交通网络"
    assert paragraphs["细颗粒物（PM2.5）平均浓度降至24微克/立方米。"][0] == "一、2024年工作回顾"
    assert paragraphs["今年发展的主要预期目标是：生产总值增长6%左右。"] == ["二、2025年工作安排"]


def test_a_numbered_sentence_with_figures_is_a_paragraph():
    assert "（1）全市一般公共预算收入完成285.6亿元，增长4.2%。" in [
        block.passage.text for block in blocks(REPORT, "paragraph")
    ]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、二、三产业增加值分别增长3.1%、5.2%、6.4%，结构持续优化，就业保持稳定。", 0),
        ("1.5万名职工参加培训。", 0),
        ("一是聚焦扩大内需。抓好重点项目建设，促进消费持续恢复。", 0),
        ("第二部分 重点工作", 1),
        ("（十二）建设平安临澜", 2),
        ("(三)深化改革", 2),
        ("3．完善机制", 3),
        ("（2）完善机制", 3),
        ("2.加强管理；", 0),
    ],
)
def test_numbers_that_open_a_heading(line, level):
    text = (
        f"各位代表：\n{line}\n全市上下要坚持稳中求进，抓好各项任务落实，推动经济社会发展迈上新的台阶，努力开创新局面。"
    )
    assert [block.level for block in blocks(text, "heading")] == ([level] if level else [])


def test_a_point_in_brackets_stands_under_its_number():
    text = "各位代表：\n一、预算安排\n1.一般公共预算\n（1）保障情况\n全市安排157亿元。\n2.基金预算\n安排23亿元。"
    assert themes(blocks(text, "paragraph")[1]) == ["一、预算安排", "1.一般公共预算", "（1）保障情况"]
    assert themes(blocks(text, "paragraph")[2]) == ["一、预算安排", "2.基金预算"]


def test_a_parts_title_ends_the_sections_before_it():
    text = (
        "各位代表：\n一、预算安排\n（一）保障情况\n全市安排157亿元。\n"
        "2025年市对区转移支付情况说明\n年初预算安排市对区县转移支付资金18.6亿元，其中一般性转移支付12.1亿元，增长3%。"
    )
    assert themes(blocks(text, "paragraph")[-1]) == ["2025年市对区转移支付情况说明"]


def test_bare_numbers_of_sections_and_note_marks_are_left_out():
    assert [block.passage.text for block in blocks(BULLETIN, "heading")] == ["综合", "农业"]
    assert [block.level for block in blocks(BULLETIN, "heading")] == [1, 1]
    assert blocks(BULLETIN, "paragraph")[0].passage.text.startswith("初步核算，全年地区生产总值2860.5亿元")
    assert blocks(BULLETIN, "paragraph")[1].passage.text == "2020-2024年地区生产总值"


def test_brackets_around_a_paragraph_are_left_out():
    text = "各位代表：\n[今年目标是生产总值增长6%。]\n[注]与[释]都在。"
    assert [block.passage.text for block in blocks(text, "paragraph")][1:] == [
        "今年目标是生产总值增长6%。",
        "[注]与[释]都在。",
    ]


def test_page_numbers_of_a_text_layer_are_left_out_and_its_spaces_closed():
    found = [block.passage.text for block in blocks(BUDGET_BOOK, "paragraph")]
    assert found[1] == "2024年,全市一般公共预算收入完成285.61亿元,增长4.2%,其中税收收入完成201.30亿元。"
    assert found[2] == "2024年,市对区县转移支付61.25亿元。"
    assert not any("— " in words for words in found)
    (table,) = blocks(BUDGET_BOOK, "table")
    assert table.table is not None
    assert themes(table) == ["一、全市情况"]


def test_a_dateline_is_a_byline_and_no_part_of_the_sentence():
    found = read(NEWSPAPER, "2025-02-04")
    assert [block.passage.text for block in found.blocks if block.kind == "byline"][-1] == "本报2月3日讯"
    assert found.blocks[-1].passage.text.startswith("记者从市港口集团获悉")


def test_items_of_news_have_headings_of_their_own():
    (heading,) = blocks(DAY, "heading")
    assert (heading.level, heading.passage.text) == (4, "临澜地铁2号线日均客流突破30万人次")
    assert not any("<" in block.passage.text for block in read(DAY).blocks)


def test_the_space_between_two_lines_of_a_headline_is_kept():
    headline = next(block for block in blocks(NEWSPAPER, "headline"))
    assert headline.passage.text == "开局就是决战 起步就要冲刺"


def test_markdown_headings():
    text = "各位代表：\n# 第一章\n## 产业发展\n全市产业发展良好。"
    assert [(block.level, block.passage.text) for block in blocks(text, "heading")] == [(1, "第一章"), (2, "产业发展")]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_change_nothing_but_places(end):
    other = REPORT.replace("\n", end)
    assert [block.passage.text for block in read(REPORT).blocks] == [block.passage.text for block in read(other).blocks]


def test_nothing_to_read():
    assert read(" \n\u3000 \n") == Outline((), (), ())


def hold(text: str) -> None:
    """Blocks lie in articles, in order and apart, and their words are the document's."""
    found = read(text, "2025-02-04")
    assert len(found.dates) == len(found.articles)
    before = 0
    for block in found.blocks:
        passage = block.passage
        assert passage.text
        places = [passage.origin(offset) for offset in range(len(passage.text))]
        assert "".join(text[place] for place in places) == passage.text
        assert places == sorted(set(places))
        assert places[0] >= before
        before = places[-1] + 1
        article = found.articles[block.article]
        assert article.start <= places[0] < before <= article.end
    assert [article.start for article in found.articles] == sorted(article.start for article in found.articles)
    assert all(one.end <= two.start for one, two in zip(found.articles, found.articles[1:], strict=False))


@given(st.text())
def test_any_text_has_an_outline(text):
    hold(text)


@given(st.lists(st.sampled_from([line for page in PAGES for line in page.splitlines(keepends=True)]), max_size=25))
def test_lines_in_any_order_have_an_outline(some):
    hold("".join(some))


@given(st.sampled_from(PAGES), st.integers(0, 2000), st.integers(0, 2000))
def test_a_page_cut_anywhere_has_an_outline(page, start, end):
    hold(page[min(start, end) : max(start, end)])


@given(st.sampled_from(PAGES), st.randoms(use_true_random=False))
def test_a_damaged_page_has_an_outline(page: str, chance: random.Random):
    signs = list(page)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(signs))
        signs[place] = chance.choice(
            ["", "\n", " ", "。", "|", "[", "]", "<p>", "：", "— 3 —", "（", "1", "\u3000\u3000", "【"]
        )
    hold("".join(signs))


def test_the_unit_above_a_table_is_no_part_of_the_head() -> None:
    text = "临澜市存款情况\n单位：亿元\n| 项目 | 2024年末 |\n| 住户存款 | 52.5 |\n"
    [table] = blocks(text, "table")
    assert table.table is not None
    assert table.table.unit == "亿元"
