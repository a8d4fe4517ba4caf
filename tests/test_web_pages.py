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
