"""A saved web page becomes text: the article without the page around it, tables kept in their place.

A paragraph is a line; a table's row is a line ``| cell | cell |``, merged cells repeated so that every
row has all columns, the indentation of its first cell kept as spaces. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree, html

from luoshi.documents import style_sheets
from luoshi.documents.encodings import decode
from luoshi.documents.raised import Words
from luoshi.documents.table_lines import (
    MOST_COLUMNS,
    PRINT_SPACES,
    TableRow,
    check_size,
    is_data,
    lays_out,
    table_lines,
)
from luoshi.documents.unreadable import UnreadableFile
from luoshi.documents.web_heads import page_head

_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
# The national encodings are subsets of GB18030, and pages in one often hold characters of the larger.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8"}
# fmt: off
_NOT_SHOWN = frozenset((
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "video",
    "audio", "canvas", "map", "nav", "select", "option", "button", "input", "textarea", "label", "datalist",
    "del", "s", "strike", "rt", "rp",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "caption", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))
# fmt: on
# Words with the ``hidden`` attribute or such a style are not shown; those with aria-hidden are, on the screen.
_HIDDEN = re.compile(
    r"display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|text-decoration[-a-z]{0,9}\s{0,9}:[^;]{0,60}line-through"
    r"|(?:font-size|opacity)\s{0,9}:\s{0,9}0(?:\.0{1,9})?(?:px|pt|em|rem|%)?\s{0,9}(?:;|!|\Z)",
    re.I,
)
_INVISIBLE = re.compile(r"visibility\s{0,9}:\s{0,9}hidden", re.I)
_RAISED = re.compile(r"vertical-align\s{0,9}:\s{0,9}super", re.I)
# What a link to a note on the same page says, beside which everything longer is an ordinary link.
_LONGEST_MARK = 8
_INDENT = re.compile(r"(?:text-indent|padding-left|margin-left)\s*:\s*(\d{1,3}(?:\.\d{1,4})?)\s*(em|pt|px|char)", re.I)
_INDENT_UNIT = {"em": 1.0, "char": 1.0, "pt": 12.0, "px": 16.0}
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…"
_SOURCE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
# A line's end before or behind a decimal point, where a page breaks a number: 256<br>.3.
_BROKEN_NUMBER = re.compile(r"(?<=\d)\n(?=[.．]\d)|(?<=\d[.．])\n(?=\d)")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_PROSE = re.compile(r"[。；！？，]|^\|.{0,2000}\d")
# Where prose or a table's figures are: a sentence's punctuation, or a number by itself.
_WEIGHTY = re.compile(r"[。；，]|^\s*[-+]?\d[\d.,]*%?\s*$")
# fmt: off
_CONTAINERS = frozenset((
    "div", "article", "section", "main", "table", "center", "blockquote", "body", "form",
))
# fmt: on
_SHARE_OF_PAGE = 0.85
_TAIL = re.compile(
    r"[【\[（]?(?:相关(?:稿件|阅读|链接|文章|新闻|附件)|打印|关闭|分享|返回|扫一扫|上一篇|下一篇)[^。]{0,20}\Z"
)
_MOST_CHANGED = 1000  # one character in so many may be undecodable: browsers show such pages too


# A row, the column of a cell in it, and a table in that cell.
_InCell = tuple[TableRow, int, html.HtmlElement]


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page's article as text and what its head says of it; empty where it says nothing."""

    text: str
    encoding: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    number: str = ""
    url: str = ""


def read(data: bytes, name: str, sheet: Callable[[str], str] = lambda _: "") -> WebPage:
    """The article of a saved page. Raises :class:`UnreadableFile` where there is none, or no end to it.

    ``sheet`` gives the text of the style sheet at an address that the page links to, "" where it is not at hand.
    """
    source, encoding = _decoded(data, name)
    page, body = _parsed(source, name)
    head = page_head(page, body)
    style_sheets.apply(page, sheet)
    lines = _lines(_article(body), name)
    if not any(_PROSE.search(line) for line in lines):  # a page that a script shows is hidden until it runs
        _, body = _parsed(source, name)
        lines = _lines(_article(body), name)
    if not any(_PROSE.search(line) for line in lines):
        raise _without_article(name)
    if head.title and not any(_alike(head.title, "".join(lines[at : at + 2])) for at in range(min(8, len(lines)))):
        lines.insert(0, head.title)
    return WebPage("\n".join(lines) + "\n", encoding, head.title, head.date, head.publisher, head.number, head.url)


def _parsed(source: str, name: str) -> tuple[html.HtmlElement, html.HtmlElement]:
    """A page's root and its body."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        page = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise _without_article(name) from None
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableFile(name, "网页嵌套过深，可能已损坏", "the page is nested too deeply; it may be damaged")
    body = page.find("body")
    if body is None:
        raise _without_article(name)
    return page, body


def _without_article(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        "网页里没有正文（可能要在浏览器中打开后再另存）",
        "there is no article in the page (it may have to be opened in a browser and saved from there)",
    )


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """A page's characters: in the declared encoding where that fits, else in the one its bytes are in."""
    declared = _DECLARED.search(data, 0, 4096)
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        label = declared[1].decode("ascii").lower()
        label = _SUPERSETS.get(label, label)
        try:
            text = data.decode(label, "replace")
        except (LookupError, ValueError):  # no such encoding, or one that is not for bytes
            text = ""
        if text and text.count("\ufffd") * _MOST_CHANGED <= len(text):
            return text, label
    decoded = decode(data)
    if decoded is None:
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") * _MOST_CHANGED > len(text):
            raise UnreadableFile(
                name, "网页的编码无法辨认，请另存为 UTF-8", "the page's encoding is not known; save it as UTF-8"
            )
        decoded = text, "utf-8"
    return decoded


def _alike(title: str, line: str) -> bool:
    """Whether a line prints the title, but for spaces and note marks."""
    bare, printed = (re.sub(r"\s|\[\d+\]", "", words) for words in (title, line))
    return bool(printed) and (bare in printed or (printed in bare and len(printed) > 0.7 * len(bare)))


def _shown(element: html.HtmlElement) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _NOT_SHOWN:
        return False
    style = element.get("style")
    return element.get("hidden") is None and (not style or not _hides(style))


@lru_cache(maxsize=4096)
def _hides(style: str) -> bool:
    return _HIDDEN.search(style) is not None


@lru_cache(maxsize=4096)
def _raises(style: str) -> bool:
    return _RAISED.search(style) is not None


def _is_raised(element: html.HtmlElement) -> bool:
    """Whether an element's words are printed raised, or are the mark of a note that the page links to."""
    if element.tag == "sup":
        return True
    if element.tag == "a" and re.match(r"#.", element.get("href", "")):
        return len(element.text_content()) <= _LONGEST_MARK
    style = element.get("style")
    return style is not None and _raises(style)


def _article(body: html.HtmlElement) -> html.HtmlElement:
    """The innermost element that holds a page's sentences and table cells; menus and links weigh nothing."""
    weights: dict[html.HtmlElement, int] = {}
    unread = {inner for outer in body.iter() if outer.tag == "a" or not _shown(outer) for inner in outer.iter()}
    for element in reversed(list(body.iter())):
        weights[element] = (0 if element in unread else _weight(element.text)) + sum(
            weights[child] + _weight(child.tail) for child in element
        )
    found = body
    while len(found):
        inner = max(found, key=weights.__getitem__)
        if weights[inner] < _SHARE_OF_PAGE * weights[body] or not weights[inner]:
            break
        found = inner
    while found is not body and found.tag not in _CONTAINERS:
        found = found.getparent()
    return found


def _weight(words: str | None) -> int:
    """How many characters of prose or of a figure's cell a stretch of text has."""
    return len(words) if words and _WEIGHTY.search(words) else 0


def _lines(article: html.HtmlElement, name: str) -> list[str]:
    """An element's text, a block or a table's row a line, blank lines left out."""
    words = Words()
    _write(article, words, name)
    whole = _BROKEN_NUMBER.sub("", words.text().translate(PRINT_SPACES))
    lines = (line.strip() for line in whole.split("\n"))
    found = [line for line in lines if line]
    while found and _TAIL.match(found[-1]):
        found.pop()
    return found


def _write(element: html.HtmlElement, words: Words, name: str, inner: list[html.HtmlElement] | None = None) -> None:
    """An element's text added to ``words``, "\\n" where a line ends; tables in a cell go to ``inner`` where given."""
    if element.tag == "br":
        words.add("\n")
    elif not _shown(element):
        return
    elif element.tag == "table" and inner is not None:
        inner.append(element)
    elif element.tag == "table" and (rows := _rows(element, name)):
        words.add("\n")
        for caption in element.iterchildren("caption"):
            _write(caption, words, name)
        for line in table_lines(rows):
            words.add(f"{line}\n")
    elif _is_raised(element):
        words.add_raised(_collapsed("".join(_inline(element))))
    else:
        block = element.tag in _BLOCKS
        if block:
            words.add("\n")
        words.add(_collapsed(element.text or ""))
        for child in element:
            _write(child, words, name, inner)
            words.add(_collapsed(child.tail or ""))
        if block:
            words.add("\n")


def _inline(element: html.HtmlElement) -> Iterator[str]:
    """The pieces of an element's text that are shown."""
    if _shown(element):
        yield element.text or ""
        for child in element:
            yield from _inline(child)
            yield child.tail or ""


def _collapsed(words: str) -> str:
    """Text as a browser shows it: the source's line breaks are spaces, or nothing between wide characters.

    A bar becomes a wide one, so that only a table's rows begin with a bar.
    """
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", words)).replace("|", "｜")


def _rows(table: html.HtmlElement, name: str) -> list[TableRow]:
    """The rows of a table of data, merged cells repeated; none where it only lays out the page."""
    inner: list[_InCell] = []
    rows = _own_rows(table, name, inner)
    if lays_out(rows) or (inner and not is_data(rows)):
        return []
    for row, column, element in inner:
        row.take(column, _inner_rows(element, name))
    return [row for row in rows if any(row.cells) or row.inner]


def _inner_rows(table: html.HtmlElement, name: str) -> list[TableRow] | str:
    """The rows of a table in a cell, which may be one; its words where it only lays out the cell."""
    inner: list[_InCell] = []
    rows = _own_rows(table, name, inner)
    if not inner and is_data(rows):
        return rows
    words = Words()
    _write(table, words, name)
    return words.text()


def _own_rows(table: html.HtmlElement, name: str, inner: list[_InCell]) -> list[TableRow]:
    """The rows of a table that are shown, merged cells repeated; the tables in its cells go to ``inner``."""
    rows: list[TableRow] = []
    # Column: in how many rows its merged cell still stands, the cell's words, whether the cell begins there.
    below: dict[int, tuple[int, str, bool]] = {}
    size = 0
    for element in _shown_rows(table):
        cells: list[str] = []
        begun: list[int] = []
        tables: list[tuple[int, html.HtmlElement]] = []
        for cell in element.iterchildren("td", "th"):
            if not _takes_room(cell):
                continue
            while len(cells) in below and len(cells) < MOST_COLUMNS:
                _repeat(below, cells, begun)
            found: list[html.HtmlElement] = []
            words = _cell(cell, name, found, first=not cells)
            tables.extend((len(cells), each) for each in found)
            rest = _span(cell, "rowspan", 65534) - 1
            begun.append(len(cells))
            for _ in range(_span(cell, "colspan", MOST_COLUMNS - len(cells))):
                if rest > 0:
                    below[len(cells)] = (rest, words, len(cells) == begun[-1])
                cells.append(words)
        while len(cells) in below and len(cells) < MOST_COLUMNS:
            _repeat(below, cells, begun)
        size += sum(map(len, cells))
        check_size(size, name)
        rows.append(TableRow(cells, frozenset(begun)))
        inner.extend((rows[-1], column, each) for column, each in tables)
    holders = {id(row) for row, _, _ in inner}
    return [row for row in rows if any(row.cells) or id(row) in holders]


def _shown_rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The rows of a table that are shown, without those of tables in its cells."""
    for part in table:
        if part.tag == "tr" and _shown(part):
            yield part
        elif part.tag not in ("tr", "td", "th", "table", "caption") and _shown(part):
            yield from _shown_rows(part)


def _repeat(below: dict[int, tuple[int, str, bool]], cells: list[str], begun: list[int]) -> None:
    """Put the words of a cell that reaches down from an earlier row into the next column."""
    rest, words, begins = below.pop(len(cells))
    if rest > 1:
        below[len(cells)] = (rest - 1, words, begins)
    if begins:
        begun.append(len(cells))
    cells.append(words)


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    number = cell.get(name, "1").strip()
    return max(1, min(int(number[:6]), most)) if number.isascii() and number.isdigit() else 1


def _cell(cell: html.HtmlElement, name: str, inner: list[html.HtmlElement], *, first: bool) -> str:
    """A cell's words on one line; a row's first keeps its indentation as leading spaces."""
    if not _shown(cell):
        return ""
    written = Words()
    written.add(_collapsed(cell.text or ""))
    for child in cell:
        _write(child, written, name, inner)
        written.add(_collapsed(child.tail or ""))
    lines = [line for line in _BROKEN_NUMBER.sub("", written.text()).split("\n") if line.strip()]
    words = " ".join(line.strip() for line in lines).translate(PRINT_SPACES)
    if not (first and lines):
        return words
    margin = (
        lines[0][: len(lines[0]) - len(lines[0].lstrip())].lstrip(" ").translate(PRINT_SPACES).replace("\u3000", "  ")
    )
    return " " * (len(margin) + _styled_indent(cell)) + words


def _takes_room(cell: html.HtmlElement) -> bool:
    """Whether a cell has a place in its row: one that is only invisible has."""
    return _shown(cell) or _INVISIBLE.search(cell.get("style", "")) is not None


def _styled_indent(cell: html.HtmlElement) -> int:
    """The characters by which a cell's style, or its paragraph's, moves the words to the right."""
    for element in (cell, *cell.iterchildren("p", "div")):
        found = _INDENT.search(element.get("style", ""))
        if found:
            return min(20, round(2 * float(found[1]) / _INDENT_UNIT[found[2].lower()]))
    return 0
