"""Lines put together to paragraphs: a page breaks them at column ends, a book's text layer at every line.

Works on the text alone. A break is one of the page, not of the author, where the words before it do not
end a sentence though they are running prose, and what follows does not open a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Extent = tuple[int, int]

# A line without the blanks before it; the line ends are those of str.splitlines.
_LINE = re.compile(r"[^\s\u200b-\u200d\u2060\ufeff][^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*")
_LINE_ENDS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BLANKS = " \t\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u1680\u200b\u200c\u200d\u2060\ufeff\x1f"

# What ends a sentence, with the quotes and brackets that may close after it.
ENDED = re.compile(r"[。！？!?；;：:…][”’」』\"'）)】\]》]{0,3}\Z")
_PROSE = re.compile(r"[，。；,]")
# What opens a paragraph, a heading or an entry of a list of its own.
OPENS = re.compile(
    r"[（(【\[]?(?:[一二三四五六七八九十]{1,3}[、是）)】]|\d{1,2}[）)、]|\d{1,2}[.．](?![\d])|第[一二三四五六七八九十]{1,3}[，、章节]"
    r"|[①-⑳❶-❿])|——|[□■◎◆●○★▲※]|#{1,6} |[-*] |\||【|\[查看原文|各位|附件|附表|附注|注[:：]|资料来源|[图表]\s?\d|[（(]?单位[:：]"
)
_PAGE_NUMBER = re.compile(r"[-—–―·\s]{1,4}\d{1,4}[-—–―·\s]{1,4}\Z|第\s?\d{1,4}\s?页(?:[，,/\s]{0,2}共\s?\d{1,4}\s?页)?\Z")
# A numbered heading on a line of its own, which nothing continues where only paragraphs are broken.
_SHORT_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))[^。]{1,50}\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's words without the blanks around them; ``indent`` counts the blanks before them."""

    text: str
    start: int
    end: int
    indent: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together: ``text`` without the page's breaks, ``extents`` where its lines stand."""

    text: str
    extents: tuple[Extent, ...]

    @property
    def start(self) -> int:
        return self.extents[0][0]

    @property
    def end(self) -> int:
        return self.extents[-1][1]


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that have words, in order."""
    before = 0
    for found in _LINE.finditer(text):
        start = found.start()
        words = found.group().rstrip(BLANKS)
        indent = start - before
        if indent:
            breaks = [end.end() for end in _LINE_ENDS.finditer(text, before, start)]
            if breaks:
                indent = start - breaks[-1]
        yield Line(words, start, start + len(words), indent)
        before = found.end()


def paragraphs(rows: list[Line]) -> list[Paragraph]:
    """Lines joined to paragraphs; page numbers are left out."""
    found: list[Paragraph] = []
    open_line: Line | None = None
    parts: list[Line] = []
    width = wrap_width(rows)
    for line in rows:
        if _PAGE_NUMBER.match(line.text):
            continue
        if open_line is not None and continues(open_line, parts, line, width):
            parts.append(line)
        else:
            if parts:
                found.append(_joined(parts))
            parts = [line]
        open_line = line
    if parts:
        found.append(_joined(parts))
    return found


def _joined(parts: list[Line]) -> Paragraph:
    if len(parts) == 1:
        return Paragraph(parts[0].text, ((parts[0].start, parts[0].end),))
    return Paragraph("".join(part.text for part in parts), tuple((part.start, part.end) for part in parts))


def wrap_width(rows: list[Line]) -> int:
    """The number of columns at which a text layer breaks its lines; 0 where it breaks paragraphs only."""
    widths = [columns(line.text) for line in rows if len(line.text) >= 15 and not ENDED.search(line.text)]
    long = sum(1 for line in rows if len(line.text) >= 15)
    if not long or len(widths) < 0.4 * long:
        return 0
    widths.sort()
    width = widths[(len(widths) * 4) // 5]
    return width if width <= 120 else 0


def columns(text: str) -> int:
    """The width of a text in columns: two for a character outside ASCII."""
    return len(text) if text.isascii() else len(text) + (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2


def continues(last: Line, parts: list[Line], line: Line, width: int) -> bool:
    """Whether ``line`` goes on with the sentence that ``last``, the end of ``parts``, leaves open."""
    if ENDED.search(last.text) or OPENS.match(line.text) or (not width and _SHORT_NUMBERED.match(last.text)):
        return False
    if last.text[-1] in "，、,（(《“":
        return True
    if line.text[0] in "，。、；：）)》”%％,":
        return True
    prose = len(parts) > 1 or _PROSE.search(last.text) is not None
    if width and columns(last.text) >= 0.9 * width:
        return True
    if not prose or len(parts[0].text) < 12:
        return False
    return not (line.indent >= 2 and parts[0].indent >= 2)
