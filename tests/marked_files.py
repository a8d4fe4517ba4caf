"""Files with what is told apart within a format: note marks, what is hidden, number formats, tables in cells."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

import xlwt
from office_files import docx, paragraph, table, xlsx

CODES = ('0.0,,"百万元"', '0.0"亿元"_);[Red](0.0"亿元")', '[>=10000]0!.0,"万辆";0"辆"', ";;;", '"增长"0%;"下降"0%')
RAISED = '<r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'


def marked_html() -> str:
    """A page with raised marks and units, deleted and hidden words, and a table in a table's cell."""
    inner = "<table><tr><td>契税</td><td>7.1</td></tr></table>"
    return (
        '<html><head><meta charset="gb2312"></head><body><div>'
        "<p>全市面积8216km<sup>2</sup>，收入<sup>①</sup>99.9<sup>2</sup>亿元"
        '<a href="#n3">3</a>。<del>旧数。</del><span style="visibility:hidden">藏数。</span></p>'
        "<table><caption>收入表</caption><tr><th>项目</th><th hidden>旧</th><th>完成<br>数</th></tr>"
        f"<tr style='display:none'><td>藏</td><td>1</td></tr><tr><td rowspan=2>税收</td><td>{inner}</td></tr>"
        "<tr><td>1 230<br>.5</td></tr></table></div></body></html>"
    )


def marked_docx() -> bytes:
    """A document with raised runs by themselves and by style, hidden ones, a symbol, and a table in a cell."""
    raised = '<w:rPr><w:rStyle w:val="m"/><w:vertAlign w:val="superscript"/><w:position w:val="8"/></w:rPr>'
    hidden = '<w:rPr><w:vanish/><w:strike w:val="0"/></w:rPr>'
    marked = (
        f"<w:p><w:r><w:t>收入</w:t></w:r><w:r>{raised}<w:t>1</w:t></w:r><w:r><w:t>99.9亿元</w:t></w:r>"
        f'<w:r>{hidden}<w:t>藏</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r></w:p>'
    )
    inner = table([("契税", ""), ("7.1", "")]).replace("<w:tr>", '<w:tr><w:trPr><w:hidden w:val="0"/></w:trPr>')
    outer = table([("项目", ""), ("完成", "")], [("税收", ""), ("[in]", "")], [("非税", ""), ("3.5", "")])
    form = '<w:basedOn w:val="m"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    style = f'<w:style w:type="character" w:styleId="m">{form}</w:style>'
    return docx(marked, outer.replace(paragraph("[in]"), inner + paragraph("")), styles=style)


def formatted_xlsx() -> bytes:
    """A workbook of formats that bear units, with raised characters, a hidden row, and hidden columns."""
    codes = [escape(code, {'"': "&quot;"}) for code in CODES]
    forms = "".join(f'<numFmt numFmtId="{at}" formatCode="{code}"/>' for at, code in enumerate(codes, 164))
    cells = "".join(f'<xf numFmtId="{at}"/>' for at in range(164, 164 + len(codes)))
    rows = "".join(
        f'<row r="{at}" hidden="{int(at == 3)}"><c r="A{at}" t="s"><v>{at % 2}</v></c>'
        f'<c r="B{at}" s="{at % 5}"><v>{12345.6 * (-1) ** at}</v></c>'
        f'<c r="C{at}" t="inlineStr"><is><r><t>12</t></r>{RAISED}</is></c></row>'
        for at in range(1, 8)
    )
    columns = '<cols><col min="4" max="5" width="0" hidden="1"/></cols>'
    merged = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    return xlsx(
        {"收入": f"{columns}<sheetData>{rows}</sheetData>{merged}"},
        strings=f"<si><r><t>税收</t></r>{RAISED}</si><si><t>非税</t></si>",
        styles=f"<numFmts>{forms}</numFmts><cellXfs>{cells}</cellXfs>",
    )


def formatted_xls() -> bytes:
    """The same in an old workbook."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("收入")
    raised = xlwt.easyfont("escapement superscript")
    form = xlwt.easyxf(num_format_str='#,##0.0,"千元";[Red](0.0)')
    for at, name in enumerate(("税收", "非税", "债券", "上年结余")):
        sheet.write_rich_text(at, 0, [name, ("2", raised)])
        sheet.write(at, 1, -12345.6 * at, form)
        sheet.write(at, 2, at)
    sheet.row(2).hidden = True
    sheet.col(2).hidden = True
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
