"""Small files of every format, and what damage and malice make of them: for the fuzzing of the readers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

import xlwt
from marked_files import formatted_xls, formatted_xlsx, marked_docx, marked_html
from ofd_pages import line, ofd, page, rule
from office_files import docx, package, paragraph, table, xlsx

WORDS = "2025年，临澜市一般公共预算收入完成182.4亿元，增长5.8%。"
ROWS = (("项目", "预算", "完成"), ("税收收入", "100", "101.2"), ("非税收入", "50", "48.7"))


def samples() -> dict[str, bytes]:
    """A file of each format, and of what is told apart within one, by the usual end of its name."""
    html = f"<html><head><title>临澜市公报</title></head><body><div><p>{WORDS}</p>{_html_table()}</div></body></html>"
    return {
        "docx": _docx(),
        "xlsx": _xlsx(),
        "xls": _xls(),
        "ofd": _ofd(),
        "mhtml": _mhtml(html),
        "html": html.encode(),
        "marks.docx": marked_docx(),
        "formats.xlsx": formatted_xlsx(),
        "formats.xls": formatted_xls(),
        "charset.mhtml": _mhtml(html, "gb2312"),
        "marks.html": marked_html().encode("gb18030"),
        "csv": "\n".join(",".join(row) for row in ROWS).encode("gb18030"),
        "txt": f"临澜市人民政府文件\n临政发〔2025〕3号\n{WORDS}\n".encode("utf-16"),
        "zip": package({"报告.docx": _docx(), "内.zip": package({"表.xlsx": _xlsx(), "报告.txt": WORDS})}),
    }


def mutated(data: bytes, random: Random) -> bytes:
    """The file with something changed; in a zip file mostly within its parts, so that they can still be unpacked."""
    if data.startswith(b"PK") and random.random() < 0.8:
        return _repacked(data, random)
    return _changed(data, random)


def _repacked(data: bytes, random: Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # it was changed before
        return _changed(data, random)
    for _ in range(random.randint(1, 3) if parts else 0):
        name = random.choice(list(parts))
        kind = random.random()
        if kind < 0.08:
            del parts[name]
        elif kind < 0.14:
            parts[name] = random.choice(list(parts.values()))
        elif parts[name].startswith(b"PK") or kind < 0.3:
            parts[name] = mutated(parts[name], random)
        else:
            parts[name] = _changed_xml(parts[name], random)
        if not parts:
            break
    return package(parts)


def _changed(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        if not changed:
            break
        at = random.randrange(len(changed))
        end = min(len(changed), at + random.choice((1, 1, 2, 4, 16, 256)))
        choice = random.randrange(7)
        if choice == 6 and (stated := list(re.finditer(rb"charset\s*=\s*[\"']?([\w-]+)", bytes(changed)))):
            start, end = random.choice(stated).span(1)
            changed[start:end] = random.choice(_CHARSETS)
        elif choice == 0:
            changed[at] ^= 1 << random.randrange(8)
        elif choice == 1:
            changed[at:end] = random.randbytes(end - at)
        elif choice == 2:
            del changed[at:end]
        elif choice == 3:
            changed[at:at] = changed[at:end] * random.choice((1, 2, 50))
        elif choice == 4:
            changed[at:end] = random.choice((b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff", b"\x00\x00\x00\x80"))
        elif random.random() < 0.3:
            del changed[at:]
    return bytes(changed)


def _changed_xml(data: bytes, random: Random) -> bytes:
    """XML with tags or values changed, that mostly still can be parsed."""
    text = data.decode("utf-8", "replace")
    changes: tuple[Callable[[str], str], ...] = (
        lambda words: _at_one(r'"[^"<>]*"', words, f'"{random.choice(_VALUES)}"', random),
        lambda words: _at_one(r">[^<>]+<", words, f">{random.choice(_VALUES)}<", random),
        lambda words: _at_one(r"<(\w+:?\w*)[^<>]*>[^<>]*</\1>", words, "", random),
        lambda words: _at_one(r"<(\w+:?\w*)[^<>/]*/>", words, "", random),
        lambda words: _doubled(words, random),
        lambda words: words.replace("<?xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><?xml", 1),
        lambda words: words[: random.randrange(len(words) + 1)],
    )
    for _ in range(random.randint(1, 6)):
        text = random.choice(changes)(text)
    return text.encode("utf-8", "replace")


# Names of no charset, and of codecs that are not for bytes.
_CHARSETS = (b"utf\x00-8", b"idna", b"undefined", b"rot13", b"punycode", b"utf-7", b"x" * 300, b"", b"\xff")
# fmt: off
_VALUES = (
    "", "0", "-1", "1", "999999999999", "1e308", "nan", "g 99999999 1", "A1:XFD1048576", "字" * 300, "../../x", "&#0;",
)
# fmt: on


def _at_one(pattern: str, words: str, instead: str, random: Random) -> str:
    found = list(re.finditer(pattern, words))
    if not found:
        return words
    place = random.choice(found)
    return words[: place.start()] + instead + words[place.end() :]


def _doubled(words: str, random: Random) -> str:
    """An element put into itself or after itself many times."""
    found = list(re.finditer(r"<(\w+:?\w*)(?:\s[^<>]*)?>[^<>]*</\1>|<\w+:?\w*[^<>]*/>", words))
    if not found:
        return words
    place = random.choice(found)
    return words[: place.end()] + place[0] * random.choice((1, 3, 300)) + words[place.end() :]


def _html_table() -> str:
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in ROWS)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _docx() -> bytes:
    rows = [[(cell, "") for cell in row] for row in ROWS]
    rows[0][1] = ("2025年", 'span="2"')
    rows[1][0] = ("税收收入", 'down="1" indent="2"')
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    style = f'<w:style w:styleId="a"><w:name w:val="heading 1"/><w:pPr>{listed}</w:pPr></w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    note = f'<w:footnote w:id="2">{paragraph("快报数。")}</w:footnote>'
    marked = f'<w:p><w:r><w:t>{WORDS}</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    blocks = paragraph("收入情况", '<w:pStyle w:val="a"/>'), marked, table(*rows)
    return docx(*blocks, styles=style, numbering=numbering, footnotes=note)


def _xlsx() -> bytes:
    styles = '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>'
    strings = "".join(f"<si><t>{row[0]}</t></si>" for row in ROWS)
    rows = "".join(
        f'<row r="{at + 1}"><c r="A{at + 1}" t="s"><v>{at}</v></c><c r="B{at + 1}" s="0"><v>0.{at}5</v></c></row>'
        for at in range(len(ROWS))
    )
    sheet = f'<sheetData>{rows}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    return xlsx({"收入": sheet}, strings=strings, styles=styles)


def _xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("收入")
    sheet.write_merge(0, 0, 0, 2, "收入情况表")
    for at, row in enumerate(ROWS, 1):
        for column, cell in enumerate(row):
            sheet.write(at, column, float(cell) if at > 1 and column else cell)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _ofd() -> bytes:
    objects = [line(WORDS[:20], 30, 30), line(WORDS[20:], 30, 36)] + [rule(30, 50 + 10 * at, 120, 0) for at in range(4)]
    objects += [line(cell, 32 + 40 * x, 57 + 10 * y) for y, row in enumerate(ROWS) for x, cell in enumerate(row)]
    return ofd(page(*objects), title="收入情况", template=line("临澜市财政局", 30, 280))


def _mhtml(html: str, charset: str = "utf-8") -> bytes:
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n'
    return f"{head}--B\nContent-Type: text/html; charset={charset}\n\n{html}\n--B--\n".encode(charset)
