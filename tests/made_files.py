"""Twelve files of invented places in six formats, and what a careful person reads in each.

They were made to be hard where people report that tools go wrong: marks of notes beside digits, numbers with spaces,
brackets and signs, formats that bear the unit, what is hidden or struck, tables in tables, heads of two levels, codes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

import openpyxl
import xlwt
from ofd_pages import line, ofd, page, rule
from office_files import docx, paragraph
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

#: The file's name → its bytes and the figures in it, in the notation of the examples.
FILES: dict[str, tuple[bytes, list[str]]] = {}


def html(body: str) -> bytes:
    """A page of this body."""
    title = "临澜市2025年统计公报"
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<html>{head}<body><h1>{title}</h1>{body}</body></html>".encode()


# 1 notes in prose
FILES["01.html"] = (
    html("""<div class=main><p>全市经济运行平稳，民生持续改善。</p>
<p>全年第三产业增加值<sup><a href="#n4">4</a></sup>712.6亿元，增长6.2%。
进出口总额<a href="#n5" class="note">5</a>318.4亿元，下降2.7<sup>6</sup>%。
森林面积12.5万hm<sup>2</sup>，水库库容3.6亿m<sup>3</sup>，全市土地面积8216km<sup>2</sup>。<s>粮食产量55.5万吨。</s>粮食产量61.2<sup>⑦</sup>万吨，增长1.4%。
<span style="visibility: hidden">棉花产量77.7万吨。</span>
常住人口523.8<span style="vertical-align:super">[8]</span>万人。</p>
<strike>城镇化率55.1%。</strike><p>城镇化率63.4%。</p><p hidden="hidden">油料产量88.8万吨。</p></div>"""),
    [
        "第三产业增加值 level 71260000000元 2025 actual",
        "第三产业增加值 growth+ 6.2% 2025 actual",
        "进出口总额 level 31840000000元 2025 actual",
        "进出口总额 growth- 2.7% 2025 actual",
        "森林面积 level 125000公顷 2025 actual",
        "水库库容 level 360000000立方米 2025 actual",
        "土地面积 level 8216平方公里 2025 actual",
        "粮食产量 level 612000吨 2025 actual",
        "粮食产量 growth+ 1.4% 2025 actual",
        "常住人口 level 5238000人 2025 actual",
        "城镇化率 level 63.4% 2025 actual",
    ],
)

# 2 table with marks, hidden cells and rows, brackets
FILES["02.html"] = (
    html("""<div><p>全市工业生产稳定，效益持续改善。</p><p>表2 2025年规模以上工业主要产品产量</p><table>
<tr><th>产品</th><th>计量单位</th><th>产量</th><th style="display:none">上年产量</th><th>比上年增长(%)</th></tr>
<tr><td>水泥<sup>①</sup></td><td>万吨</td><td>1 204.5</td><td style="display:none">1300.1</td><td>(7.4)</td></tr>
<tr><td>钢材</td><td>万吨</td><td>356.8<sup>2</sup></td><td style="display:none">333</td><td>△0.8</td></tr>
<tr hidden><td>生铁</td><td>万吨</td><td>111.1</td><td style="display:none">1</td><td>1.1</td></tr>
<tr><td>发电量</td><td>亿千瓦时</td><td><del>90.2</del>92.7</td><td style="display:none">3</td><td>—3.6</td></tr>
<tr><td>集成电路</td><td>亿块</td><td>2&#8239;016</td><td style="display:none">3</td><td>＋12.5</td></tr>
</table></div>"""),
    [
        "规模以上工业水泥产量 level 12045000吨 2025 actual",
        "规模以上工业水泥产量 growth- 7.4% 2025 actual",
        "规模以上工业钢材产量 level 3568000吨 2025 actual",
        "规模以上工业钢材产量 growth- 0.8% 2025 actual",
        "规模以上工业发电量 level 9270000000千瓦时 2025 actual",
        "规模以上工业发电量 growth- 3.6% 2025 actual",
        "规模以上工业集成电路产量 level 201600000000块 2025 actual",
        "规模以上工业集成电路产量 growth+ 12.5% 2025 actual",
    ],
)

# 3 html: a table of results with a table in a cell; br in numbers
FILES["03.html"] = (
    """<html><head><meta charset=gb2312><title>东屿省2025年财政收支情况</title></head><body>
<h1>东屿省2025年财政收支情况</h1>
<p>2025年，全省财政运行平稳，收支平衡。</p>
<p>单位：亿元</p><table><tr><td>项目</td><td>2025年执行数</td><td>比上年增长%</td></tr>
<tr><td>一般公共预算收入</td><td>2<br>316.4</td><td>4.7</td></tr>
<tr><td>其中</td><td><table><tr><td>增值税</td><td>812.3</td></tr><tr><td>契税</td><td>96.1</td></tr></table></td><td></td></tr>
<tr><td>一般公共预算支出</td><td>3 902.8</td><td>－1.9</td></tr></table>
<p>全省社会保险基金收入685<br>.2亿元，增长3.3%。</p></body></html>""".encode("gb18030"),
    [
        "一般公共预算收入 level 231640000000元 2025 actual",
        "一般公共预算收入 growth+ 4.7% 2025 actual",
        "增值税 level 81230000000元 2025 actual",
        "契税 level 9610000000元 2025 actual",
        "一般公共预算支出 level 390280000000元 2025 actual",
        "一般公共预算支出 growth- 1.9% 2025 actual",
        "社会保险基金收入 level 68520000000元 2025 actual",
        "社会保险基金收入 growth+ 3.3% 2025 actual",
    ],
)


def run(words: str, form: str = "") -> str:
    """A run of a Word document."""
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


SUP = '<w:vertAlign w:val="superscript"/>'
# 4 docx: marks by style, raised by position, three runs; vanish by style, strike, moveFrom
st = (
    '<w:style w:type="character" w:styleId="FR"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="HD"><w:name w:val="yc"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
FILES["04.docx"] = (
    docx(
        paragraph("东屿省2025年统计公报"),
        "<w:p>"
        + run("全年社会用电量")
        + run("3", '<w:rStyle w:val="FR"/>')
        + run("516.2亿千瓦时，增长4.4")
        + run("[", SUP)
        + run("5", SUP)
        + run("]", SUP)
        + run("%。年末户籍人口")
        + run("6", '<w:position w:val="8"/><w:sz w:val="14"/>')
        + run("906.7万人。房屋施工面积1460.3万m")
        + run("2", SUP)
        + run("，下降6.8%。")
        + "</w:p>",
        "<w:p>"
        + run("旅游总收入")
        + run("999.9亿元。", '<w:rStyle w:val="HD"/>')
        + run("744.4亿元，", "<w:strike/>")
        + run("741.5亿元，增长9.1%。")
        + '<w:moveFrom w:id="1"><w:r><w:t>粮食产量12万吨。</w:t></w:r></w:moveFrom>'
        + '<w:moveTo w:id="2"><w:r><w:t>粮食产量412.6万吨，下降</w:t></w:r>'
        + "<w:del><w:r><w:delText>0</w:delText></w:r></w:del><w:ins><w:r><w:t>0.5%。</w:t></w:r></w:ins></w:moveTo>"
        + "</w:p>",
        styles=st,
    ),
    [
        "社会用电量 level 51620000000千瓦时 2025 actual",
        "社会用电量 growth+ 4.4% 2025 actual",
        "户籍人口 level 9067000人 2025-12-31 actual",
        "房屋施工面积 level 14603000平方米 2025 actual",
        "房屋施工面积 growth- 6.8% 2025 actual",
        "旅游总收入 level 74150000000元 2025 actual",
        "旅游总收入 growth+ 9.1% 2025 actual",
        "粮食产量 level 4126000吨 2025 actual",
        "粮食产量 growth- 0.5% 2025 actual",
    ],
)


def tbl(*rows: list[str]) -> str:
    """A Word table; a cell or a row's properties may be XML."""
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>"
            + (r[0] if isinstance(r[0], str) and r[0].startswith("<w:trPr") else "")
            + "".join(
                "<w:tc><w:tcPr/>" + (c if c.startswith("<") else paragraph(c)) + "</w:tc>"
                for c in r
                if not c.startswith("<w:trPr")
            )
            + "</w:tr>"
            for r in rows
        )
        + "</w:tbl>"
    )


# 5 docx: a nested table with its own head in a row of a data table
inner = tbl(["行业", "增加值（亿元）", "增长（%）"], ["采矿业", "18.2", "-4.5"], ["制造业", "402.6", "7.1"])
FILES["05.docx"] = (
    docx(
        paragraph("临澜市2025年工业经济情况"),
        paragraph("2025年，全市工业经济平稳增长，结构不断优化。"),
        tbl(
            ["指标", "2025年（亿元）", "增长（%）"],
            ["工业增加值", "430.9", "6.5"],
            ["分行业", inner + "<w:p/>", ""],
            ["工业投资", "215.7", "(1.2)"],
        ),
    ),
    [
        "工业增加值 level 43090000000元 2025 actual",
        "工业增加值 growth+ 6.5% 2025 actual",
        "采矿业增加值 level 1820000000元 2025 actual",
        "采矿业增加值 growth- 4.5% 2025 actual",
        "制造业增加值 level 40260000000元 2025 actual",
        "制造业增加值 growth+ 7.1% 2025 actual",
        "工业投资 level 21570000000元 2025 actual",
        "工业投资 growth- 1.2% 2025 actual",
    ],
)

# 6 docx: codes, hidden row, marks in cells, symbol minus
sym = '<w:p><w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r><w:r><w:t>8.3</w:t></w:r></w:p>'
FILES["06.docx"] = (
    docx(
        paragraph("临澜市2025年市级部门支出情况表"),
        paragraph("单位：万元"),
        tbl(
            ["功能编码", "科目名称", "2025年执行数", "增长（%）"],
            ["205", "教育支出", "<w:p>" + run("86") + run("\u00a0") + run("420") + run("①", SUP) + "</w:p>", "3.5"],
            ["<w:trPr><w:hidden/></w:trPr>", "206", "科学技术支出", "99999", "9.9"],
            ["208", "社会保障和就业支出", "103,255", sym],
            ["210", "卫生健康支出", "（4500）", "—"],
        ),
    ),
    [
        "市级教育支出 level 864200000元 2025 actual",
        "市级教育支出 growth+ 3.5% 2025 actual",
        "市级社会保障和就业支出 level 1032550000元 2025 actual",
        "市级社会保障和就业支出 growth- 8.3% 2025 actual",
        "市级卫生健康支出 level -45000000元 2025 actual",
    ],
)


def book(fill: Callable[[openpyxl.Workbook, Worksheet], None]) -> bytes:
    """A workbook whose first sheet was filled."""
    made = openpyxl.Workbook()
    made.active.title = "Sheet1"
    fill(made, made.active)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


# 7 xlsx number formats
def formats(_: openpyxl.Workbook, ws: Worksheet) -> None:
    """Number formats that bear the unit, scale, or hide."""
    rows = [
        ["临澜市2025年主要经济指标", None, None],
        ["指标", "2025年", "比上年增长"],
        ["固定资产投资", (486.27, '0.0"亿元"'), (-0.064, "0.0%;[Red]0.0%")],
        ["社会消费品零售总额", (54270000000, '#,##0.0,,"百万元"'), (0.0561, "+0.0%;-0.0%")],
        ["年末常住人口", (5238000, '0!.0000"万人"'), (0.004, "0.0%_);(0.0%)")],
        ["实际利用外资", (3.417, '#,##0.00"亿美元"_);[Red](#,##0.00"亿美元")'), (-12.4, '"增长"0.0"%";"下降"0.0"%"')],
        ["进出口差额", (-28.5, '_ * #,##0.0"亿元"_ ;_ * (#,##0.0"亿元")_ ;_ * "-"??_ ;_ @_ '), (0, '0.0%;-0.0%;"—"')],
        ["居民人均可支配收入", (46815, '#,##0"元"'), (0.0495, "0.0%")],
        ["汽车产量", (123456, '[>=10000]0!.0,"万辆";0"辆"'), (0.1, "General")],
        ["备查数", (777, ";;;"), None],
    ]
    for r, row in enumerate(rows, 1):
        for c, v in enumerate(row, 1):
            if isinstance(v, tuple):
                ws.cell(r, c, v[0]).number_format = v[1]
            elif v is not None:
                ws.cell(r, c, v)


FILES["07.xlsx"] = (
    book(formats),
    [
        "固定资产投资 level 48630000000元 2025 actual",
        "固定资产投资 growth- 6.4% 2025 actual",
        "社会消费品零售总额 level 54270000000元 2025 actual",
        "社会消费品零售总额 growth+ 5.6% 2025 actual",
        "常住人口 level 5238000人 2025-12-31 actual",
        "常住人口 growth+ 0.4% 2025-12-31 actual",
        "实际利用外资 level 342000000美元 2025 actual",
        "实际利用外资 growth- 12.4% 2025 actual",
        "进出口差额 level -2850000000元 2025 actual",
        "居民人均可支配收入 level 46815元 2025 actual",
        "居民人均可支配收入 growth+ 5% 2025 actual",
        "汽车产量 level 123000辆 2025 actual",
        "汽车产量 growth+ 0.1% 2025 actual",
    ],
)


# 8 xlsx two-level heads, hidden columns, sheets, codes
def two_heads(wb: openpyxl.Workbook, ws: Worksheet) -> None:
    """Heads of two levels, codes, hidden rows, columns and sheets."""
    ws.title = "各县区"
    ws.append(["2025年临澜市各县区主要指标完成情况"])
    ws.append(["代码", "县区", "一般公共预算收入", None, "社会消费品零售总额", None, None, "联系电话"])
    ws.append([None, None, "总量（亿元）", "增速（%）", "总量（亿元）", "增速（%）", "核查数", None])
    ws.append([330101, "北港区", 21.4, 3.6, 88.2, 5.5, 1.1, "0532-8888"])
    ws.append([330102, "南岭县", 9.8, "(0.7)", 40.6, "下降1.4", 2.2, "0532-7777"])
    ws.append([330103, "废县", 1.2, 3, 4, 5, 6, 7])
    for m in ("A2:A3", "B2:B3", "C2:D2", "E2:G2", "H2:H3", "A1:H1"):
        ws.merge_cells(m)
    ws.column_dimensions["G"].hidden = True
    ws.row_dimensions[6].hidden = True
    w2 = wb.create_sheet("底稿")
    w2.append(["项目", "金额（亿元）"])
    w2.append(["旧数", 5])
    w2.append(["旧数二", 6])
    w2.sheet_state = "veryHidden"


FILES["08.xlsx"] = (
    book(two_heads),
    [
        "一般公共预算收入 level 2140000000元 2025 actual @北港区",
        "一般公共预算收入 growth+ 3.6% 2025 actual @北港区",
        "社会消费品零售总额 level 8820000000元 2025 actual @北港区",
        "社会消费品零售总额 growth+ 5.5% 2025 actual @北港区",
        "一般公共预算收入 level 980000000元 2025 actual @南岭县",
        "一般公共预算收入 growth- 0.7% 2025 actual @南岭县",
        "社会消费品零售总额 level 4060000000元 2025 actual @南岭县",
        "社会消费品零售总额 growth- 1.4% 2025 actual @南岭县",
    ],
)


# 9 xls
def old_book() -> bytes:
    """Formats, hidden parts and a raised mark in an old workbook."""
    b = xlwt.Workbook()
    s = b.add_sheet("Sheet1")
    st = partial(xlwt.easyxf, "")
    s.write_merge(0, 0, 0, 3, "东屿省2025年重点产业情况")
    for c, w in enumerate(["产业", "营业收入", "上年数", "同比增长"]):
        s.write(1, c, w)
    data = [
        ("海洋装备", 128.46, '0.0"亿元"', 100, -0.031),
        ("绿色石化", 98760000, '#,##0.0,"千元"', 100, 0.0826),
        ("旧产业", 9, '0.0"亿元"', 9, 0.09),
        ("海洋生物", 64.5, '#,##0.0"亿元";(#,##0.0"亿元")', 1, 0.155),
    ]
    for r, (n, v, f, o, g) in enumerate(data, 2):
        s.write(r, 0, n)
        s.write(r, 1, v, st(f))
        s.write(r, 2, o)
        s.write(r, 3, g, st("0.0%;[Red](0.0%)"))
    s.col(2).hidden = True
    s.row(4).hidden = True
    sup = xlwt.easyfont("escapement superscript")
    s.write_rich_text(6, 0, ["现代旅游", ("2", sup)])
    s.write(6, 1, 30.2, st('0.0"亿元"'))
    s.write(6, 2, 7)
    s.write(6, 3, 0.02, st("0.0%"))
    h = b.add_sheet("藏")
    h.visibility = 1
    h.write(0, 0, "项目")
    h.write(0, 1, "亿元")
    h.write(1, 0, "甲")
    h.write(1, 1, 3)
    f = io.BytesIO()
    b.save(f)
    return f.getvalue()


FILES["09.xls"] = (
    old_book(),
    [
        "海洋装备营业收入 level 12850000000元 2025 actual",
        "海洋装备营业收入 growth- 3.1% 2025 actual",
        "绿色石化营业收入 level 98760000元 2025 actual",
        "绿色石化营业收入 growth+ 8.3% 2025 actual",
        "海洋生物营业收入 level 6450000000元 2025 actual",
        "海洋生物营业收入 growth+ 15.5% 2025 actual",
        "现代旅游营业收入 level 3020000000元 2025 actual",
        "现代旅游营业收入 growth+ 2% 2025 actual",
    ],
)

# 10 csv
FILES["10.csv"] = (
    """项目编码,项目名称,总投资（万元）,2025年计划投资（万元）,2025年完成投资（万元）,邮政编码
3301-20,滨海大道改造,"12 800",5000,"5,120",266000
3301-21,第二水厂扩建,9600①,（300）,3 050,266001
3301-22,北港渔港,"4500",2100,123456789012345678901234567890,266002
""".encode("utf-8-sig"),
    [
        "滨海大道改造总投资 level 128000000元 2025 actual",
        "滨海大道改造计划投资 level 50000000元 2025 target",
        "滨海大道改造完成投资 level 51200000元 2025 actual",
        "第二水厂扩建总投资 level 96000000元 2025 actual",
        "第二水厂扩建计划投资 level -3000000元 2025 target",
        "第二水厂扩建完成投资 level 30500000元 2025 actual",
        "北港渔港总投资 level 45000000元 2025 actual",
        "北港渔港计划投资 level 21000000元 2025 target",
    ],
)


# 11 xlsx rich text superscripts, wide digits, results of expenditure, targets
def raised(_: openpyxl.Workbook, ws: Worksheet) -> None:
    """Raised marks, wide digits, budgets' own names, a plan."""
    sup = InlineFont(vertAlign="superscript")
    ws.append(["2025年东屿省各市财政收支执行情况表"])
    ws.append([None, None, None, "单位：亿元"])
    ws.append(["地区", "一般公共预算收入", "一般公共预算支出", "2026年一般公共预算收入计划"])
    ws.append(["临澜市", CellRichText("99.9", TextBlock(sup, "1")), "２１６．４", 104.2])
    ws.append([CellRichText("南浦市", TextBlock(sup, "②")), 76.3, CellRichText("158.8", TextBlock(sup, "[3]")), 80])
    ws.append(["全省", 176.2, "375.2", 184.2])


FILES["11.xlsx"] = (
    book(raised),
    [
        "一般公共预算收入 level 9990000000元 2025 actual @临澜市",
        "一般公共预算支出 level 21640000000元 2025 actual @临澜市",
        "一般公共预算收入 level 10420000000元 2026 target @临澜市",
        "一般公共预算收入 level 7630000000元 2025 actual @南浦市",
        "一般公共预算支出 level 15880000000元 2025 actual @南浦市",
        "一般公共预算收入 level 8000000000元 2026 target @南浦市",
        "一般公共预算收入 level 17620000000元 2025 actual",
        "一般公共预算支出 level 37520000000元 2025 actual",
        "一般公共预算收入 level 18420000000元 2026 target",
    ],
)

# 12 ofd table with two-level heads and brackets
rows = [
    ["指标", "总量（亿元）", "增速（%）"],
    ["地区生产总值", "1362.5", "5.8"],
    ["工业增加值", "402.6", "(1.3)"],
    ["进出口总额", "1 256.3", "△4.1"],
    ["旅游收入", "88.4②", "12.0"],
]
objs = [line("临澜市2025年主要指标", 60, 30), line("2025年，全市经济运行平稳，各项事业取得新进步。", 30, 40)]
objs += [rule(30, 50 + 10 * i, 150, 0) for i in range(len(rows) + 1)] + [
    rule(30 + 50 * i, 50, 0, 10 * len(rows)) for i in range(4)
]
objs += [line(c, 32 + 50 * x, 57 + 10 * y) for y, r in enumerate(rows) for x, c in enumerate(r)]
FILES["12.ofd"] = (
    ofd(page(*objs), title="临澜市2025年主要指标"),
    [
        "地区生产总值 level 136250000000元 2025 actual",
        "地区生产总值 growth+ 5.8% 2025 actual",
        "工业增加值 level 40260000000元 2025 actual",
        "工业增加值 growth- 1.3% 2025 actual",
        "进出口总额 level 125630000000元 2025 actual",
        "进出口总额 growth- 4.1% 2025 actual",
        "旅游收入 level 8840000000元 2025 actual",
        "旅游收入 growth+ 12% 2025 actual",
    ],
)
