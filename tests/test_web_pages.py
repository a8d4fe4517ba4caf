from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents import UnreadableFile
from luoshi.documents.web_pages import read

BUDGETS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "budgets"

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="2024年临澜市统计公报"><meta name="PubDate" content="2025-3-18 09:00">
<meta name="ContentSource" content="临澜市统计局"><meta name="Url" content="https://example.org/gb">
<title>2024年临澜市统计公报_统计数据_临澜市人民政府</title><style>p{color:red}</style></head>
<body><div class="menu"><ul><li><a href="#">首页，导航。</a></li><li>政务公开</li></ul></div>
<div class="main"><h1>2024年临澜市统计公报</h1>
<div class="article"><h2>一、综合</h2>
<p>全年地区生产总值<sup>[1]</sup>2860.5亿元，
比上年增长5.8%。<br>年末常住人口512.6万人。</p><script>var 隐藏 = 1;</script>
<p style="display:none">看不见的话。</p>
<p>表1&nbsp;&nbsp;主要农产品产量</p>
<table><thead><tr><th rowspan="2">指标</th><th colspan="2">2024年</th></tr>
<tr><th>产量<br>（万吨）</th><th>增长（%）</th></tr></thead>
<tr><td>粮食</td><td>105.2</td><td>1.3</td></tr>
<tr><td>&nbsp;&nbsp;其中：稻谷</td><td>60.4</td><td>-0.7</td></tr>
<tr><td style="text-indent:2em">玉米</td><td>20|1</td><td></td></tr></table>
<p>粮食种植结构持续优化，效益稳步提高。</p></div></div>
<div class="footer">版权所有：临澜市人民政府 备案号00000</div></body></html>"""


def page(body: str, head: str = "") -> str:
    return read(f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode(), "页.html").text


def test_the_article_without_the_page_around_it():
    found = read(PAGE.encode(), "页.html")
    assert found.text.splitlines() == [
        "2024年临澜市统计公报",
        "一、综合",
        "全年地区生产总值[1]2860.5亿元，比上年增长5.8%。",
        "年末常住人口512.6万人。",
        "表1  主要农产品产量",
        "| 指标 | 2024年 | 2024年 |",
        "| 指标 | 产量 （万吨） | 增长（%） |",
        "| 粮食 | 105.2 | 1.3 |",
        "|   其中：稻谷 | 60.4 | -0.7 |",
        "|     玉米 | 20｜1 |  |",
        "粮食种植结构持续优化，效益稳步提高。",
    ]


def test_what_the_head_says():
    found = read(PAGE.encode(), "页.html")
    assert (found.title, found.date, found.publisher) == ("2024年临澜市统计公报", "2025-03-18", "临澜市统计局")
    assert (found.url, found.encoding) == ("https://example.org/gb", "utf-8")


def test_the_title_without_the_sites_name_and_the_printed_date():
    source = (
        "<html><head><title>临澜市2025年预算公开 - 预决算 - 临澜市人民政府</title></head>"
        "<body><p>发布日期：2025年2月7日</p><p>全市收入增长4.2%，支出增长3.1%。</p></body></html>"
    )
    found = read(source.encode(), "页.html")
    assert (found.title, found.date) == ("临澜市2025年预算公开", "2025-02-07")


@pytest.mark.parametrize(
    ("declared", "encoding"), [("gb2312", "gb18030"), ("GBK", "gbk"), ("utf-8", "utf-8"), ("x-no-such", "gb18030")]
)
def test_the_declared_encoding_or_the_bytes_own(declared, encoding):
    source = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={declared}'></head><body><p>"
    source += "全市生产总值增长5.8%，城镇新增就业3.2万人。</p></body></html>"
    assert "城镇新增就业" in read(source.encode(encoding), "页.html").text


def test_a_wrong_declaration_gives_way_to_the_bytes():
    source = "<html><head><meta charset='gb2312'></head><body><p>全市收入增长4.2%，支出增长。</p></body></html>"
    assert "全市收入" in read(source.encode("utf-8"), "页.html").text


@pytest.mark.parametrize(
    "body", ["", "<script>document.write('全市。')</script>", "<ul><li>首页</li></ul>", "<p> </p>"]
)
def test_a_page_with_nothing_in_it_says_so(body):
    with pytest.raises(UnreadableFile, match="没有正文"):
        page(body)


def test_what_stands_below_an_article_is_left_out():
    assert page("<p>全市收入增长，支出下降。</p><p>相关稿件</p><p>打印 | 关闭</p>") == "全市收入增长，支出下降。\n"


def test_raised_marks_are_no_digits_and_raised_units_are():
    assert page(
        "<p>全年生产总值<sup>1</sup>1362.5亿元，收入99.9<sup>②</sup>亿元，零售额542.7亿元<sup>[3]</sup>，"
        "进出口<a href='#n4'>4</a>3.1亿元，"
        "竣工98.6万m<sup>2</sup>，库容3亿m<sup>3</sup>，"
        "存量<span style='vertical-align:super'>5</span>7×10<sup>8</sup>吨。</p>"
        "<p>上一年的情况见<a href='b.html'>2</a>和<a href='#top'>回到页首的链接</a>。</p>"
    ) == (
        "全年生产总值[1]1362.5亿元，收入99.9[2]亿元，零售额542.7亿元[3]，进出口[4]3.1亿元，竣工98.6万m²，库容3亿m³，存量[5]7×10⁸吨。\n"
        "上一年的情况见2和回到页首的链接。\n"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<del>旧</del>",
        "<s>旧</s>",
        "<strike>旧</strike>",
        "<span hidden>旧</span>",
        "<span hidden='until-found'>旧</span>",
        "<span style='display: none'>旧</span>",
        "<span style='visibility:hidden'>旧</span>",
        "<span style='color:red;text-decoration: line-through'>旧</span>",
        "<span style='font-size:0px'>旧</span>",
        "<span style='opacity:0;'>旧</span>",
        "<sup style='display:none'>1</sup>",
        "<ruby>新<rp>（</rp><rt>xin</rt><rp>）</rp></ruby>",
    ],
)
def test_what_is_struck_or_hidden_is_left_out(hidden):
    text = page(f"<p>全市收入增长，支出{hidden}下降。</p>")
    assert text.replace("新", "") == "全市收入增长，支出下降。\n"


def test_what_is_hidden_from_readers_of_the_screen_alone_is_shown():
    assert page("<p>全市收入<span aria-hidden='true'>增长</span>，支出下降。</p>") == "全市收入增长，支出下降。\n"


def test_hidden_rows_and_cells_are_left_out_of_tables():
    assert (
        page(
            "<p>全市收入增长，支出下降。</p><table><caption>表1 收入</caption>"
            "<tr><th>项目</th><th hidden>旧</th><th>完成</th></tr>"
            "<tr style='display:none'><td>契税</td><td hidden>1</td><td>9</td></tr>"
            "<tr><td>税收</td><td style='display:none'>1</td><td><del>9</del>3</td></tr>"
            "<tbody hidden><tr><td>债券</td><td>7</td></tr></tbody>"
            "<tr><td style='visibility:hidden'>藏</td><td>2<br>.5</td></tr></table>"
        )
        == "全市收入增长，支出下降。\n表1 收入\n| 项目 | 完成 |\n| 税收 | 3 |\n|  | 2.5 |\n"
    )


def test_a_number_broken_at_its_point_is_one():
    assert page("<p>进出口256<br>.3亿元，<br>增长4.<br>2%。</p>") == "进出口256.3亿元，\n增长4.2%。\n"


OUTER = (
    "<p>全市收入增长，支出下降。</p><table><tr><td>项目</td><td>完成</td><td>增长</td></tr>"
    "<tr><td>收入</td><td>9</td><td>1</td></tr>{}</table>"
)


def test_a_table_of_pairs_in_a_cell_is_rows_below_its_row():
    inner = "<table><tr><td>契税</td><td>7.1</td></tr><tr><td>关税</td><td>0.2</td></tr></table>"
    lines = page(OUTER.format(f"<tr><td>其中</td><td>{inner}</td><td>2</td></tr>")).splitlines()
    assert lines[2:] == ["| 收入 | 9 | 1 |", "| 其中 |  | 2 |", "|   契税 | 7.1 |  |", "|   关税 | 0.2 |  |"]


def test_a_table_with_a_head_in_a_cell_stands_apart_under_its_row_s_name():
    inner = "<table><tr><td>行业</td><td>产值</td></tr><tr><td>采矿</td><td>7</td></tr></table>"
    lines = page(OUTER.format(f"<tr><td>分行业</td><td>{inner}</td><td></td></tr>")).splitlines()
    assert lines[2:] == ["| 收入 | 9 | 1 |", "| 分行业 |  |  |", "分行业", "| 行业 | 产值 |", "| 采矿 | 7 |"]


def test_a_table_that_only_lays_out_a_cell_is_its_words():
    inner = "<table><tr><td>第一段</td></tr><tr><td>第二段</td></tr></table>"
    lines = page(OUTER.format(f"<tr><td>说明</td><td>{inner}</td><td></td></tr>")).splitlines()
    assert lines[3] == "| 说明 | 第一段 第二段 |  |"


def test_tables_that_lay_out_a_page_within_each_other_are_read_once():
    body = "<p>全市收入增长，支出下降。</p>"
    for _ in range(40):
        body = f"<table><tr><td>栏</td><td>{body}</td></tr><tr><td>脚</td><td>注</td></tr></table>"
    assert page(body).count("全市收入增长") == 1


def test_a_table_that_lays_out_the_page_is_text():
    sentences = "全市经济稳中有进。民生持续改善。社会大局稳定。"
    assert page(
        f"<table><tr><td><p>{sentences}</p></td><td>侧栏</td></tr><tr><td>下</td><td>栏</td></tr></table>"
    ).startswith(sentences)


def test_a_span_of_unreasonable_size_is_bounded():
    rows = "<tr><td rowspan=65534 colspan=1000>甲</td></tr>" + "<tr><td>1</td></tr>" * 50
    assert len(page(f"<p>全市收入增长，支出下降。</p><table>{rows}</table>")) < 100_000


def test_nesting_without_end_is_refused():
    with pytest.raises(UnreadableFile, match="嵌套过深"):
        page("<div>" * 100_000 + "全市收入增长，支出下降。")


def test_entities_are_not_expanded_without_end():
    bomb = (
        "<!DOCTYPE html [<!ENTITY a '啊啊啊啊啊啊啊啊'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>]>"
    )
    found = read(f"{bomb}<html><body><p>全市收入增长，支出下降&c;。</p></body></html>".encode(), "页.html")
    assert len(found.text) < 200


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "<td colspan=2>",
        "<td rowspan=3>",
        "</table>",
        "<br>",
        "<div>",
        "</div>",
        "<a href=x>",
        "<ul><li>",
        "<script>",
        "<!--",
        "全市收入增长4.2%，",
        "支出下降。",
        "12.5",
        "&nbsp;",
        "|",
        "<",
    ]
)


@given(st.lists(TAGS, max_size=40))
def test_any_page_is_read_or_refused(parts):
    try:
        text = page("".join(parts))
    except UnreadableFile:
        return
    assert text.strip()
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert all(line.endswith("|") for line in rows)


@pytest.mark.skipif(not BUDGETS.is_dir(), reason="the published pages are not beside this checkout")
@pytest.mark.parametrize("name", sorted(path.name for path in BUDGETS.glob("*.html")) if BUDGETS.is_dir() else [])
def test_published_pages(name):
    data = (BUDGETS / name).read_bytes()
    if len(data) < 2000:
        with pytest.raises(UnreadableFile, match="没有正文"):
            read(data, name)
    else:
        found = read(data, name)
        assert found.title
        assert not any(word in found.text for word in ("版权所有", "网站地图", "function", "{"))
