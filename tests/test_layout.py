import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.reading.layout import (
    Paragraph,
    cut,
    front_matter,
    lines,
    page_numbers,
    paragraphs,
    running_heads,
    style,
    turnings,
)


def joined(text: str) -> list[str]:
    rows = lines(text)
    return [paragraph.text for paragraph in paragraphs(rows, style(rows))]


def test_lines_know_their_place_indent_and_breaks():
    text = "\ufeff\u3000\u3000全市。\r\n\r\n第二行 \u2028第三行"
    found = lines(text)
    assert [line.text for line in found] == ["全市。", "第二行", "第三行"]
    assert [text[line.start : line.end] for line in found] == [line.text for line in found]
    assert [(line.indent, line.breaks) for line in found] == [(3, 0), (0, 2), (0, 1)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\f"])
def test_every_line_end_parts_lines(end):
    assert [line.text for line in lines(f"甲{end}乙")] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        (
            "全市上下齐心协力。这些成绩的取\n\n得，根本在于大家的努力。",
            "全市上下齐心协力。这些成绩的取得，根本在于大家的努力。",
        ),
        ("坚持绿色发展。细颗粒物（PM\n2.5\n）浓度下降。", "坚持绿色发展。细颗粒物（PM2.5）浓度下降。"),
        ("加强统\n，筹发展。", "加强统，筹发展。"),
        ("增收节支，\n压减开支。", "增收节支，压减开支。"),
    ],
)
def test_a_break_inside_a_sentence_is_the_pages(text, paragraph):
    assert joined(text) == [paragraph]


@pytest.mark.parametrize(
    "text",
    [
        "全市经济稳中有进。\n民生持续改善。",
        "（一）完善城乡交通网络，加快补齐短板\n新建公路260公里。",
        "五年来的主要工作：\n完成投资300亿元。",
        "成绩来之不易。还要清醒看到\n一、2025年工作安排",
        "市民生活改善，城市更美\n新建公园绿地35处，改造老旧小区60个。",
        "### 会议召开，部署工作\n今天召开会议。",
    ],
)
def test_a_break_between_paragraphs_stays(text):
    assert joined(text) == text.split("\n")


def test_a_text_layer_is_joined_at_its_width():
    line = "一般公共预算收入是以税收为主体的财政收入主要用于保障"
    text = "\n".join([line, line, line, "民生。", "情况说明", line, line, "支出。"])
    assert joined(text) == [line * 3 + "民生。", "情况说明", line * 2 + "支出。"]


def test_links_on_lines_of_their_own_join_where_blank_lines_part_paragraphs():
    text = "各位代表！\n\n五年来，我们落实\n区域协调发展战略\n，成效明显。\n\n新的一年。\n\n谢谢大家。\n\n再见。"
    assert joined(text)[1] == "五年来，我们落实区域协调发展战略，成效明显。"


def test_tags_part_and_vanish():
    text = "<p><strong>澜港网消息</strong>（新闻）：今天开会。<br></p><p>会议要求抓落实。</p>"
    rows = lines(text)
    found = paragraphs(rows, style(rows))
    assert [paragraph.text for paragraph in found] == ["澜港网消息（新闻）：今天开会。", "会议要求抓落实。"]
    for paragraph in found:
        assert "".join(text[start:end] for start, end in paragraph.extents) == paragraph.text


def test_page_numbers():
    body = ["正文在此。"] * 6
    text = "\n".join(["— 1 —", *body, "第 2 页 共 9 页", *body, "3 / 9", *body])
    rows = lines(text)
    assert [rows[place].text for place in sorted(page_numbers(rows))] == ["— 1 —", "第 2 页 共 9 页", "3 / 9"]


def test_bare_numbers_are_page_numbers_only_where_they_count_up():
    body = ["正文在此。"] * 6
    counted = lines("\n".join([*body, "7", *body, "8", *body, "9"]))
    assert len(page_numbers(counted)) == 3
    assert not page_numbers(lines("广义货币M\n2\n和贷款增长。"))
    assert not page_numbers(lines("\n".join(["01", *body, "02", *body, "03", *body])))


def test_running_heads_and_turnings():
    body = ["正文在此。"] * 6
    rows = lines("\n".join(f"临澜市预算\n{'。'.join(body)}\n— {page} —" for page in range(1, 5)))
    numbers = page_numbers(rows)
    assert {rows[place].text for place in running_heads(rows, numbers)} == {"临澜市预算"}
    rows = lines("开工建设\n（下转第二版）\n下转◆3版\n下转换思路谋发展。")
    assert turnings(rows) == {1, 2}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("---\nsource: https://www.linlan.gov.cn/\ntitle: 2025年\n---\n\n临澜市公报\n", 4),
        ("---\n临澜市公报\n---\n", 0),
        ("临澜市公报\n---\ntitle: 2025年\n---\n", 0),
        ("---\ntitle: 2025年\n", 0),
    ],
)
def test_front_matter_of_markdown(text, number):
    assert front_matter(lines(text)) == frozenset(range(number))


def test_cut_parts_extents():
    paragraph = Paragraph("甲乙丙丁戊", ((0, 2), (5, 8)))
    assert cut(paragraph, 3) == (((0, 2), (5, 6)), Paragraph("丁戊", ((6, 8),)))
    assert cut(paragraph, 2) == (((0, 2),), Paragraph("丙丁戊", ((5, 8),)))
    assert cut(paragraph, 5) == (((0, 2), (5, 8)), None)


SIGNS = (
    st.text(alphabet=st.sampled_from("全市增长5.8%，。：（一）、1. —|<p>/#【】[]\t \u3000\r\n\u2028\u200bM2表单位□"))
    | st.text()
)


@given(SIGNS)
def test_paragraphs_hold_the_documents_own_characters(text):
    rows = lines(text)
    before = 0
    for paragraph in paragraphs(rows, style(rows)):
        assert "".join(text[start:end] for start, end in paragraph.extents) == paragraph.text
        for start, end in paragraph.extents:
            assert before <= start < end
            before = end


@given(SIGNS)
def test_lines_hold_all_words(text):
    found = lines(text)
    kept = "".join(line.text for line in found)
    assert all(sign in kept for sign in text if sign.isalnum())
    assert all(text[line.start : line.end] == line.text and line.text for line in found)
