"""OFD files: the words in reading order, and where each stands on its page."""

from __future__ import annotations

import pytest
from ofd_pages import SIZE, line, ofd, page, rule

from luoshi.documents import UnreadableFile, from_bytes

POINTS = 72 / 25.4
REPORT = page(
    line("临澜市2025年财政预算执行情况", 60, 30, 6),
    line("2025年全市一般公共预算收入完成182.4亿元，", 30, 50),
    line("同比增长5.8%。财政支出保障有力，结构持续优化。", 30, 56),
)


def test_words_have_their_boxes() -> None:
    document = from_bytes(ofd(REPORT, title="临澜市2025年财政预算执行情况"), "报告.ofd")
    assert (document.format, document.title) == ("ofd", "临澜市2025年财政预算执行情况")
    assert "一般公共预算收入完成182.4亿元，同比增长5.8%。" in document.text.replace("\n", "")
    at = document.text.index("182.4亿元")
    (box,) = document.boxes_of(at, at + len("182.4亿元"))
    place = "2025年全市一般公共预算收入完成182.4亿元，".index("182.4")
    assert box.page == 1
    assert box.left == pytest.approx((30 + place * SIZE) * POINTS, abs=1)
    assert box.bottom == pytest.approx((50 + 0.12 * SIZE) * POINTS, abs=1)


def test_pages_and_their_sizes() -> None:
    second = page(line("第二页的内容在这里，是完整的一句话。", 10, 40), box="0 0 420 297")
    document = from_bytes(ofd(REPORT, second), "报告.ofd")
    assert [page.number for page in document.pages] == [1, 2]
    assert document.pages[1].width == pytest.approx(420 * POINTS)
    assert document.page_at(document.text.index("第二页")) == 2


def test_a_template_is_printed_on_its_pages() -> None:
    document = from_bytes(ofd(REPORT, template=line("临澜市财政局编制预算公开资料", 30, 80)), "报告.ofd")
    assert "临澜市财政局编制预算公开资料" in document.text


def test_a_table_by_its_rules() -> None:
    rows = (("项目", "完成数", "增长"), ("税收收入", "1200", "5.1"), ("非税收入", "300", "-2.0"))
    objects = [rule(30, 40 + 10 * at, 120, 0) for at in range(4)] + [rule(30 + 40 * at, 40, 0, 30) for at in range(4)]
    for down, row in enumerate(rows):
        objects += [line(words, 32 + 40 * across, 47 + 10 * down) for across, words in enumerate(row)]
    document = from_bytes(ofd(page(*objects)), "表.ofd")
    for row in rows:
        assert f"| {' | '.join(row)} |" in document.text


def test_radicals_note_marks_and_pairs_of_a_name_and_its_value() -> None:
    lines = ["渔业总产值：96.1亿元，增⻓5.6%", "一般公共预算收入：60.3亿元", "城镇新增就业：⼗⼆万人"]
    objects = [line(words, 30, 50 + 7 * at) for at, words in enumerate(lines)]
    mark = line("3", 30 + len(lines[1]) * SIZE, 57 - 0.4 * SIZE, 0.5 * SIZE)
    document = from_bytes(ofd(page(*objects, mark)), "快报.ofd")
    assert document.text.splitlines() == [
        "渔业总产值：96.1亿元，增长5.6%", "一般公共预算收入：60.3亿元", "城镇新增就业：十二万人",
    ]  # fmt: skip


def test_hidden_words_and_words_outside_the_page_are_left_out() -> None:
    objects = (line("看不见的文字", 30, 90, more='Visible="false"'), line("页面之外的文字", 500, 90))
    text = from_bytes(ofd(page(line("这是看得见的一句话。", 30, 50), *objects)), "a.ofd").text
    assert "看得见" in text
    assert "看不见" not in text
    assert "之外" not in text


def test_words_are_scaled_by_their_matrix() -> None:
    code = '<ofd:TextCode X="0" Y="2" DeltaX="g 5 2">放大一倍文字</ofd:TextCode>'
    scaled = f'<ofd:TextObject ID="1" Boundary="20 30 90 9" CTM="2 0 0 2 0 0" Font="1" Size="2">{code}</ofd:TextObject>'
    document = from_bytes(ofd(page(scaled)), "a.ofd")
    (box,) = document.boxes_of(0, 6)
    assert box.right - box.left == pytest.approx(6 * 4 * POINTS, abs=1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (ofd(page()), "no words"),
        (ofd(REPORT, more={"Encryptions.xml": "<a/>"}), "password"),
        (ofd(REPORT, more={"Doc_0/Document.xml": "<broken"}), "damaged"),
        (ofd(REPORT, more={"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        (ofd(REPORT, more={"OFD.xml": "<a/>"}), "no pages"),
        (ofd(REPORT)[:900], "damaged"),
    ],
)
def test_what_can_not_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        from_bytes(data, "a.ofd")


def test_numbers_that_are_none_do_no_harm() -> None:
    code = '<ofd:TextCode X="a" DeltaX="g g g 1e99">字</ofd:TextCode>'
    strange = f'<ofd:TextObject Boundary="x" Size="-1">{code}</ofd:TextObject>'
    data = "<ofd:AbbreviatedData>M 1 L C B 1 2 Z L L 5</ofd:AbbreviatedData>"
    path = f'<ofd:PathObject Boundary="0 0 9 9">{data}</ofd:PathObject>'
    assert "这是一句话" in from_bytes(ofd(page(strange, path, line("这是一句话。", 30, 50))), "a.ofd").text
