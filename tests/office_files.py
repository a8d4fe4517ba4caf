"""Small Word and Excel files for the tests, put together by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="urn:a" xmlns:mc="urn:mc" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:dc="urn:dc"'
)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts, the same bytes every time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    """A Word paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def table(*rows: list[tuple[str, str]]) -> str:
    """A Word table; each cell its words and ``span``, ``down`` (1 begins a merged cell, 0 goes on) or ``indent``."""
    written = []
    for row in rows:
        cells = []
        for words, how in row:
            told = dict(re.findall(r'(\w+)="(\d+)"', how))
            span = f'<w:gridSpan w:val="{told["span"]}"/>' if "span" in told else ""
            down = {"1": '<w:vMerge w:val="restart"/>', "0": "<w:vMerge/>"}.get(told.get("down", ""), "")
            indent = f'<w:ind w:leftChars="{told["indent"]}00"/>' if "indent" in told else ""
            cells.append(f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{paragraph(words, indent)}</w:tc>")
        written.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def docx(*blocks: str, document: str = "", links: str = "", **parts: str) -> bytes:
    """A Word document of these blocks; ``styles``, ``numbering``, ``footnotes`` and ``core`` are those parts."""
    roots = {"styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes"}
    written: dict[str, str] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document or f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>",
    }
    for name, content in parts.items():
        if name == "core":
            written["docProps/core.xml"] = f"<core {SPACES}>{content}</core>"
        else:
            written[f"word/{name}.xml"] = f"<{roots[name]} {SPACES}>{content}</{roots[name]}>"
    if links:
        written["word/_rels/document.xml.rels"] = f"<Relationships>{links}</Relationships>"
    return package(written)


def xlsx(
    sheets: Mapping[str, str], strings: str = "", styles: str = "", states: Mapping[str, str] | None = None
) -> bytes:
    """An Excel workbook: each sheet's name and the XML within its ``worksheet`` element."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    links = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    named = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" state="{(states or {}).get(name, "visible")}" r:id="r{at}"/>'
        for at, name in enumerate(sheets, 1)
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = "".join(
        f'<Relationship Id="r{at}" Type="{kind}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    parts = {
        "_rels/.rels": f'{relations}<Relationship Id="b" Type="{kind}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f"<workbook {space} {links}><sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{relations}{targets}"
        f'<Relationship Id="s" Type="{kind}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="t" Type="{kind}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {space}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {space}>{styles}</styleSheet>",
    }
    for at, content in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{at}.xml"] = f"<worksheet {space}>{content}</worksheet>"
    return package(parts)
