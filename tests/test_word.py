"""Word documents: what a reader sees, in order; nothing fetched, nothing unbounded."""

from __future__ import annotations

import pytest
from office_files import docx, paragraph, table

from luoshi.documents import UnreadableFile, from_bytes

STYLES = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/>'
    '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="h1a"><w:name w:val="own"/>'
    '<w:basedOn w:val="h1"/></w:style><w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>'
)
LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def text_of(*blocks: str, **parts: str) -> str:
    return from_bytes(docx(*blocks, **parts), "报告.docx").text


def listed(words: str, level: int, list_id: int = 7) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_paragraphs_are_lines_and_the_title_is_told() -> None:
    document = from_bytes(
        docx(paragraph("临澜市预算报告", '<w:pStyle w:val="a1"/>'), paragraph("全市财政运行平稳。"), styles=STYLES),
        "a.docx",
    )
    assert (document.format, document.title) == ("docx", "临澜市预算报告")
    assert document.text == "临澜市预算报告\n全市财政运行平稳。\n"


def test_words_broken_into_runs_are_whole_and_hidden_ones_left_out() -> None:
    runs = (
        "<w:r><w:t>收入完成</w:t></w:r><w:ins><w:r><w:t>182.4</w:t></w:r></w:ins><w:del><w:r><w:delText>9</w:delText>"
        "</w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>亿元</w:t><w:br/><w:t>下一行</w:t></w:r>"
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink r:id="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'
    )
    assert text_of(f"<w:p>{runs}</w:p>") == "收入完成182.4亿元\n下一行链接\n"


def run(words: str, form: str = "") -> str:
    return f"<w:r><w:rPr>{form}</w:rPr><w:t>{words}</w:t></w:r>"


RAISED = '<w:vertAlign w:val="superscript"/>'
RUN_STYLES = (
    f'<w:style w:type="character" w:styleId="mark"><w:rPr>{RAISED}</w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="own"><w:basedOn w:val="mark"/></w:style>'
    '<w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>'
)


def test_raised_runs_are_marks_of_notes_or_exponents() -> None:
    runs = (
        run("全市生产总值") + run("1", RAISED) + run("1362.5亿元，收入99.9")
        + run("[", RAISED) + run("2", RAISED) + run("]", RAISED)
        + run("亿元，增长5.6") + run("3", '<w:rStyle w:val="own"/>') + run("%，出口")
        + run("4", '<w:position w:val="6"/>')
        + run("8亿元，竣工98.6万m") + run("2", RAISED) + run("，增长2")
        + run("1", '<w:rStyle w:val="mark"/><w:vertAlign w:val="baseline"/>')
        + run("%。")
    )  # fmt: skip
    assert text_of(f"<w:p>{runs}</w:p>", styles=RUN_STYLES) == (
        "全市生产总值[1]1362.5亿元，收入99.9[2]亿元，增长5.6[3]%，出口[4]8亿元，竣工98.6万m²，增长21%。\n"
    )


def test_struck_and_hidden_runs_and_rows_are_left_out() -> None:
    runs = (
        run("收入") + run("旧", "<w:strike/>") + run("旧", "<w:dstrike/>") + run("旧", '<w:rStyle w:val="gone"/>')
        + run("新", '<w:rStyle w:val="gone"/><w:vanish w:val="0"/>') + run("3亿元", '<w:strike w:val="false"/>')
        + "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
    )  # fmt: skip
    assert text_of(f"<w:p>{runs}</w:p>", styles=RUN_STYLES) == "收入新3亿元\n"
    rows = table([("项目", ""), ("完成", "")], [("旧", ""), ("9", "")], [("税收", ""), ("3", "")])
    hidden = rows.replace(
        "<w:tr><w:tc><w:tcPr></w:tcPr>" + paragraph("旧"), "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + paragraph("旧")
    )
    assert text_of(hidden) == "| 项目 | 完成 |\n| 税收 | 3 |\n"


def test_symbols_that_stand_in_numbers() -> None:
    symbols = (
        '<w:r><w:t>增长</w:t><w:sym w:font="Symbol" w:char="F02D"/><w:t>2.3%</w:t>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run("，误差\uf0b10.1", '<w:rFonts w:ascii="Symbol"/>')
    )
    assert text_of(f"<w:p>{symbols}</w:p>") == "增长−2.3%，误差±0.1\n"


def in_cell(inner: str) -> str:
    outer = table(
        [("项目", ""), ("完成", ""), ("增长", "")],
        [("支出", ""), ("9", ""), ("1", "")],
        [("收入", ""), ("[in]", ""), ("2", "")],
    )
    return outer.replace(paragraph("[in]"), inner + "<w:p/>")


def test_a_table_of_pairs_in_a_cell_is_rows_below_its_row() -> None:
    text = text_of(in_cell(table([("税收", ""), ("7.1", "")])))
    assert text == "| 项目 | 完成 | 增长 |\n| 支出 | 9 | 1 |\n| 收入 |  | 2 |\n|   税收 | 7.1 |  |\n"


def test_a_table_with_a_head_in_a_cell_stands_apart_under_its_row_s_name() -> None:
    text = text_of(in_cell(table([("税种", ""), ("数", "")], [("契税", ""), ("3", "")])))
    assert text.splitlines()[2:] == ["| 收入 |  | 2 |", "收入", "| 税种 | 数 |", "| 契税 | 3 |"]


def test_numbers_that_word_prints_stand_before_their_paragraphs() -> None:
    text = text_of(
        paragraph("收入情况", '<w:pStyle w:val="h1"/>'),
        listed("税收", 1), listed("非税", 1), listed("专项", 2),
        paragraph("支出情况", '<w:pStyle w:val="h1a"/>'),
        listed("教育", 1), listed("另起", 0, 8),
        styles=STYLES, numbering=NUMBERING,
    )  # fmt: skip
    assert text.splitlines() == [
        "一、收入情况", "（一）税收", "（二）非税", "3.专项", "二、支出情况", "（一）教育", "五、另起",
    ]  # fmt: skip


def test_a_table_of_contents_is_left_out() -> None:
    entry = paragraph("一、收入情况 3", '<w:pStyle w:val="toc1"/>')
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('目录中的一行')}</w:sdtContent></w:sdt>"
    )
    other = f"<w:sdt><w:sdtContent>{paragraph('控件里的正文')}</w:sdtContent></w:sdt>"
    assert text_of(entry, control, other, styles=STYLES) == "控件里的正文\n"


def test_merged_cells_are_repeated_and_stubs_keep_their_indent() -> None:
    text = text_of(
        paragraph("单位：万元"),
        table(
            [("项目", 'down="1"'), ("2025年", 'span="2"')],
            [("", 'down="0"'), ("预算", ""), ("完成", "")],
            [("税收收入", ""), ("100", ""), ("101.2", "")],
            [("增值税", 'indent="2"'), ("50", ""), ("51", "")],
        ),
    )
    assert text.splitlines() == [
        "单位：万元",
        "| 项目 | 2025年 | 2025年 |",
        "| 项目 | 预算 | 完成 |",
        "| 税收收入 | 100 | 101.2 |",
        "|     增值税 | 50 | 51 |",
    ]


def test_tables_that_a_file_keeps_as_one_are_parted_at_their_captions() -> None:
    text = text_of(
        table(
            [("附表1", ""), ("", 'span="3"')],
            [("全市收入情况表", 'span="4"')],
            [("项目", ""), ("完成", 'span="3"')],
            [("税收", ""), ("10", 'span="3"')],
            [("全市支出情况表", 'span="4"')],
            [("项目", 'span="2"'), ("完成", 'span="2"')],
            [("教育", 'span="2"'), ("7", 'span="2"')],
            [("注：快报数。", 'span="4"')],
        )
    )
    assert text.splitlines() == [
        "附表1", "全市收入情况表", "| 项目 | 完成 |", "| 税收 | 10 |",
        "全市支出情况表", "| 项目 | 完成 |", "| 教育 | 7 |", "注：快报数。",
    ]  # fmt: skip


def test_a_table_that_lays_out_the_page_is_its_paragraphs() -> None:
    inner = table([("项目", ""), ("值", "")], [("税收", ""), ("3", "")])
    text = text_of(f"<w:tbl><w:tr><w:tc>{paragraph('左栏的话。')}{inner}</w:tc></w:tr></w:tbl>")
    assert text == "左栏的话。\n| 项目 | 值 |\n| 税收 | 3 |\n"


def test_notes_stand_at_the_end_under_their_marks() -> None:
    mark = '<w:p><w:r><w:t>增长5.8%</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>'
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("按可比口径计算。")}</w:footnote>'
    )
    assert text_of(mark, footnotes=notes) == "增长5.8%[1]。\n[1] 按可比口径计算。\n"


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    drawn = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(drawn) == "正文\n框里的话\n"


def test_a_text_box_in_a_cell_is_of_its_cell() -> None:
    inner = f"<w:drawing><w:txbxContent>{paragraph('收入')}</w:txbxContent></w:drawing>"
    box = f"<w:p><w:r><w:t>税收</w:t>{inner}</w:r></w:p>"
    rows = table([("项目", ""), ("完成", "")], [("[box]", ""), ("3", "")]).replace(paragraph("[box]"), box)
    assert text_of(rows) == "| 项目 | 完成 |\n| 税收 收入 | 3 |\n"


def test_paragraphs_of_a_table_that_lays_out_the_page_are_numbered_once() -> None:
    listed_cell = table([("甲", "")]).replace(paragraph("甲"), listed("甲", 0) + listed("乙", 0))
    assert text_of(listed_cell, numbering=NUMBERING) == "一、甲\n二、乙\n"


def test_a_title_of_the_metadata_is_believed_where_it_is_printed() -> None:
    core = "<dc:title>某报告的标题</dc:title>"
    assert from_bytes(docx(paragraph("某报告的标题"), core=core), "a.docx").title == "某报告的标题"
    assert from_bytes(docx(paragraph("另外一份报告"), core=core), "a.docx").title == ""


def test_links_to_the_outside_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", forbidden)
    links = '<Relationship Id="x" Type="image" Target="http://203.0.113.9/x.png" TargetMode="External"/>'
    text = text_of('<w:p><w:r><w:t>正文</w:t><w:drawing><a:blip r:link="x"/></w:drawing></w:r></w:p>', links=links)
    assert text == "正文\n"


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("最里面") + "</w:tc></w:tr></w:tbl>" * depth


def test_deep_nesting_is_bounded() -> None:
    assert "最里面" in text_of(nested(20))
    for depth in (70, 2000):
        with pytest.raises(UnreadableFile, match="nested too deeply"):
            text_of(nested(depth))


def test_merged_cells_can_not_make_a_text_without_bounds() -> None:
    long = "字" * 400_000
    with pytest.raises(UnreadableFile, match="unreasonably large"):
        text_of(table([(long, 'span="200"'), ("2", "")], [("3", ""), ("4", "")]))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(paragraph("字"))[:300], "damaged"),
        (docx(document="<w:document"), "damaged"),
        (docx(document='<!DOCTYPE a [<!ENTITY b "c">]><document>&b;</document>'), "entities"),
        (docx(document="<document/>"), "damaged"),
    ],
)
def test_what_can_not_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        from_bytes(data, "a.docx")


def test_an_archive_with_a_password_says_so() -> None:
    data = bytearray(docx(paragraph("字")))
    data[data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1) + 8] |= 1  # the flags of the second part
    with pytest.raises(UnreadableFile, match="password"):
        from_bytes(bytes(data), "a.docx")
