"""How the pages of a bulletin look: A4 with the margins of official documents, page numbers, heads repeated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

_FONTS = (("Normal", "仿宋"), ("Title", "黑体"), ("Heading 1", "黑体"), ("List Bullet", "仿宋"))


def set_up(document: Any) -> None:
    """The page, its number below, and the fonts of official documents: body in 仿宋, headings in 黑体, all in black."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for name, font in _FONTS:
        style = document.styles[name]
        style.font.name = font
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    document.styles["Normal"].font.size = Pt(14)
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_page_number(footer)


def table(document: Any, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table with its head on every page; no row is torn over two."""
    made = document.add_table(rows=1, cols=len(heads))
    made.style = "Table Grid"
    for cell, head in zip(made.rows[0].cells, heads, strict=True):
        cell.text = head
    _mark(made.rows[0], "w:tblHeader")
    for row in rows:
        added = made.add_row()
        _mark(added, "w:cantSplit")
        for cell, words in zip(added.cells, row, strict=True):
            cell.text = str(words)


def sign(document: Any, office: str, day: str) -> None:
    """Who issues the bulletin, where that is stated, and its day, on the right below the text."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document.add_paragraph()
    for words in filter(None, (office, day)):
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _add_page_number(paragraph: Any) -> None:
    """— 3 —, as a field that Word works out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.add_run("— ")
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
    paragraph.add_run(" —")
