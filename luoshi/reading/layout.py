"""Lines put together to paragraphs: a page breaks them at column ends, a book's text layer at every line.

Works on the text alone. A break is the page's, not the author's, where the words before it are running
prose that ends no sentence, and what follows does not open a paragraph of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from luoshi.patterns import late

Extent = tuple[int, int]

# Blanks inside a line; Unicode's spaces and the characters of no width that web pages leave.
BLANKS = " \t\x1f\u00a0\u1680\u3000\u202f\u205f\u2060\ufeff" + "".join(map(chr, range(0x2000, 0x200E)))
# A line without the blanks before it; the line ends are those of str.splitlines.
_LINE = late(rf"[^\s{BLANKS}][^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*")
_LINE_ENDS = late(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")

# What ends a sentence, with the quotes and brackets that may close after it.
ENDED = late(r"[。！？!?；;：:…][”’」』\"'）)】\]》]{0,3}\Z")
# What opens a paragraph, a heading or an entry of a list of its own.
_OPENS = late(
    r"[（(【\[]?(?:[一二三四五六七八九十]{1,3}[、是）)】]|\d{1,2}(?:[）)、]|[.．](?!\d))|第[一二三四五六七八九十]{1,3}[，、章节部]"
    r"|[①-⑳❶-❿])|——|[|□■◎◆●○★▲※#【]|[-*] |\[查看原文|各位|附件|附表|附注|注[:：]|资料来源|[图表]\s?\d"
    r"|[（(]?(?:计量)?单位[:：]|本报讯|(?:本报|新华社)[^，。]{0,8}\d{1,2}日[电讯]"
)
# What a line that nothing continues begins with: an item's title, a link.
_ALONE = late(r"#{1,6} |【(?:19|20)\d\d-|\[[^\[\]]{1,20}\]\(http")
_NUMBERED = late(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)")
_SOURCE = late(r"[\u4e00-\u9fff]{2,6}网消息\Z")
_UNIT = late(r"[亿万元年月日人户家吨倍]|个百分点|公里|公顷|千米|平方米|立方米")
_PAGE_NUMBER = late(
    r"[-—–―－·•\s]{1,4}\d{1,4}[-—–―－·•\s]{1,4}\Z|第\s?\d{1,4}\s?页(?:[，,/\s]{0,2}共\s?\d{1,4}\s?页)?\Z|\d{1,4}\s?/\s?\d{1,4}\Z"
)
_KEY = late(r"[A-Za-z_][\w-]{0,30}:(?:\s|\Z)")
_TURNING = late(r"[（(【◆▶→\s]{0,2}(?:下转|上接|紧接)[^，。]{1,8}版[）)】◆]?\Z")
_TAG = late(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,10})(?:\s[^<>]{0,300})?/?>")
_EMPHASIS = late(r"\*\*+")
_LINE_MARKS = late(r"(?:> ?)*(?:\*\*(?!\*))?[ \u3000]*")
_BREAKING_TAGS = frozenset(("p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4"))

_MOST_KEYS = 40  # of front matter
_WIDEST = 120  # columns; no book has wider lines
_LONG = 45  # characters; a line with commas that is longer is prose, a shorter one may be a heading


class Line(NamedTuple):
    """A line's words without the blanks around them.

    ``indent`` counts the blanks before them, ``breaks`` the line ends between them and the line before.
    """

    text: str
    start: int
    end: int
    indent: int = 0
    breaks: int = 1


class Style(NamedTuple):
    """How a text is broken: at so many columns (``width``, 0 for no width), paragraphs by blank lines or not."""

    width: int
    spaced: bool


class Paragraph(NamedTuple):
    """Words that belong together: ``text`` without the page's breaks, ``extents`` where its lines stand."""

    text: str
    extents: tuple[Extent, ...]


def lines(text: str) -> list[Line]:
    """The lines of a text that have words, in order."""
    found: list[Line] = []
    before = 0
    for line in _LINE.finditer(text):
        start = line.start()
        words = line[0].rstrip(BLANKS)
        ends = [end.end() for end in _LINE_ENDS.finditer(text, before, start)]
        indent = start - (ends[-1] if ends else before)
        if words[0] in "*>":
            words, start = _without_marks(words, start)
        found.append(Line(words, start, start + len(words), indent, len(ends)))
        before = line.end()
    return found


def _without_marks(words: str, start: int) -> tuple[str, int]:
    """A line without Markdown's marks of quotation and bold print around it, and where it begins then."""
    marks = _LINE_MARKS.match(words)
    bare = words[marks.end() :] if marks else words
    if bare.endswith("**") and bare.count("**") == 1:
        bare = bare[:-2].rstrip(BLANKS)
    return (bare, start + len(words) - len(words[marks.end() :])) if bare and marks else (words, start)


def page_numbers(rows: list[Line]) -> frozenset[int]:
    """Which lines are page numbers: — 12 —, 第 3 页, and bare numbers that count the pages up."""
    found = {place for place, line in enumerate(rows) if len(line.text) < 16 and _PAGE_NUMBER.match(line.text)}
    bare = [place for place, line in enumerate(rows) if len(line.text) < 5 and line.text.isdecimal()]
    run: list[int] = []
    for place in [*bare, -1]:
        follows = place >= 0 and run and int(rows[place].text) == int(rows[run[-1]].text) + 1 and place - run[-1] >= 5
        if follows:
            run.append(place)
        else:
            if len(run) >= 3 and rows[run[0]].text[0] != "0":
                found.update(run)
            run = [place]
    return frozenset(found)


def turnings(rows: list[Line]) -> frozenset[int]:
    """Which lines only say on which page an article goes on: 下转第二版."""
    return frozenset(place for place, line in enumerate(rows) if len(line.text) <= 14 and _TURNING.match(line.text))


def front_matter(rows: list[Line]) -> frozenset[int]:
    """Which lines are a Markdown file's front matter: ``key: value`` lines between a first and a second ``---``."""
    if not rows or rows[0].text != "---":
        return frozenset()
    for place, line in enumerate(rows[1 : _MOST_KEYS + 2], 1):
        if line.text == "---":
            return frozenset(range(place + 1))
        if not _KEY.match(line.text):
            break
    return frozenset()


def running_heads(rows: list[Line], numbers: frozenset[int]) -> frozenset[int]:
    """Which lines print the same words beside page numbers on three pages or more."""
    beside: dict[str, list[int]] = {}
    for number in numbers:
        for place in (number - 1, number + 1):
            if (
                0 <= place < len(rows)
                and place not in numbers
                and len(rows[place].text) <= 40
                and not ENDED.search(rows[place].text)
            ):
                beside.setdefault(rows[place].text, []).append(place)
    return frozenset(place for places in beside.values() if len(places) >= 3 for place in places)


def style(rows: list[Line]) -> Style:
    """How a text's lines are broken, from their lengths and the blank lines between them."""
    long = [line.text for line in rows if len(line.text) >= 15 and line.text[0] not in "|<"]
    open_ended = sorted(_columns(words) for words in long if not ENDED.search(words))
    width = 0
    if len(open_ended) >= max(3, 0.4 * len(long)):
        width = open_ended[(len(open_ended) * 4) // 5]
        wider = sum(1 for words in long if _columns(words) > 1.2 * width)
        if width > _WIDEST or wider > 0.1 * len(long):
            width = 0
    apart = sum(1 for line in rows if line.breaks > 1)
    return Style(width, apart >= 0.4 * len(rows) and len(rows) > 4)


def paragraphs(rows: Iterable[Line], page: Style) -> list[Paragraph]:
    """Lines joined to paragraphs, broken as :func:`style` finds it; tags of HTML are left out."""
    found: list[Paragraph] = []
    parts: list[Line] = []
    for line in rows:
        if parts and _continues(parts, line, page):
            parts.append(line)
            continue
        if parts:
            found.append(_joined(parts))
            parts = []
        if line.text[0] == "<" and _TAG.match(line.text):
            found.extend(_unmarked(line))
        else:
            parts = [line]
    if parts:
        found.append(_joined(parts))
    return found


def cut(paragraph: Paragraph, length: int) -> tuple[tuple[Extent, ...], Paragraph | None]:
    """The extents of a paragraph's first ``length`` characters, and the paragraph of the rest."""
    head: list[Extent] = []
    left = length
    for place, (start, end) in enumerate(paragraph.extents):
        if left < end - start:
            if left:
                head.append((start, start + left))
            rest = ((start + left, end), *paragraph.extents[place + 1 :])
            return tuple(head), Paragraph(paragraph.text[length:], rest)
        head.append((start, end))
        left -= end - start
    return tuple(head), None


def _joined(parts: list[Line]) -> Paragraph:
    if len(parts) == 1:
        return _unemphasised(Paragraph(parts[0].text, ((parts[0].start, parts[0].end),)))
    joined = Paragraph("".join(part.text for part in parts), tuple((part.start, part.end) for part in parts))
    return _unemphasised(joined)


def _unemphasised(paragraph: Paragraph) -> Paragraph:
    """A paragraph without Markdown's marks of bold print inside it, which are no words of it."""
    text = paragraph.text
    if "**" not in text:
        return paragraph
    kept: list[str] = []
    extents: list[Extent] = []
    at = 0
    for start, end in paragraph.extents:
        words = text[at : at + end - start]
        at += end - start
        last = 0
        for mark in [*_EMPHASIS.finditer(words), None]:
            stop = mark.start() if mark else len(words)
            if stop > last and words[last:stop].strip(BLANKS):
                kept.append(words[last:stop])
                extents.append((start + last, start + stop))
            last = mark.end() if mark else stop
    return Paragraph("".join(kept), tuple(extents)) if kept else paragraph


def _columns(text: str) -> int:
    """The width of a text in columns: two for a character outside ASCII."""
    return len(text) if text.isascii() else len(text) + (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2


def _continues(parts: list[Line], line: Line, page: Style) -> bool:
    """Whether ``line`` goes on with the sentence that the last of ``parts`` leaves open."""
    first, last = parts[0], parts[-1].text
    if ENDED.search(last) or _OPENS.match(line.text) or line.text[0] == "<":
        return False
    if line.text[0] in "，。、；：）)》”%％,;":
        return True
    if _ALONE.match(first.text):
        return False
    if last[-1] in "，、,（(《“" or (last[-1].isascii() and last[-1].isalpha() and line.text[0].isdigit()):
        return True
    if last[-1].isdecimal() and _UNIT.match(line.text):
        return True
    if _SOURCE.match(last):
        return line.text[0] in "（("
    # A line that holds a clause is no heading, and may be left a little short before a number.
    full = 0.75 if "，" in last or "。" in last else 0.9
    if page.width and _columns(last) >= full * page.width:
        return True
    if len(parts) == 1:
        if not page.width and len(last) <= _LONG and _NUMBERED.match(last):
            return False
        if page.spaced and line.breaks == 1:  # a link or a subscript, which a saved page sets on a line of its own
            return True
        prose = "。" in last or "；" in last or (len(last) > _LONG and ("，" in last or "、" in last or "," in last))
        if not prose:
            return False
    return not (line.indent >= 2 and first.indent >= 2)


def _unmarked(line: Line) -> list[Paragraph]:
    """The paragraphs of a line of HTML: what stands between tags, parted where a tag breaks the line."""
    found: list[Paragraph] = []
    pieces: list[Line] = []
    at = 0
    for tag in [*_TAG.finditer(line.text), None]:
        end = tag.start() if tag else len(line.text)
        words = line.text[at:end]
        bare = words.strip(BLANKS)
        if bare:
            start = line.start + at + words.index(bare[0])
            pieces.append(Line(bare, start, start + len(bare)))
        if pieces and (tag is None or tag[2].lower() in _BREAKING_TAGS):
            found.append(_joined(pieces))
            pieces = []
        at = tag.end() if tag else end
    return found
