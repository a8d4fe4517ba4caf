"""The articles of a page: where each begins and ends, its headline, who wrote it, when and of what kind.

A page's flat text has no frames. What shows an article is its head: a kicker (社论), a headline over a
byline (□临澜日报记者 …) or a dateline (本报3月2日讯); a letter may print its headline and signatures after
its body. A day's news has an item under each title. Any other document is one article under its title.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Literal

from luoshi.patterns import late
from luoshi.reading.layout import ENDED, Extent, Line, Paragraph
from luoshi.records import Document, LaidArticle

Genre = Literal["news", "editorial", "letter", "interview", ""]
HeadKind = Literal["headline", "subtitle", "byline"]

_ROLE = r"(?:记者|通讯员|评论员|特约撰稿人|实习生|摄影|报道员)"
_BYLINE = late(
    rf"[□■◎○◆●▲]?\s?[^，。；：:！？“”\s]{{0,24}}?{_ROLE}(?:[\s:：、/]|(?=[^，。；！？“”\s]{{2,4}}(?:[\s、]|\Z)))"
)
_ROLES = late(rf"[^\s、]{{0,24}}?{_ROLE}[:：]?|文/图|图/文|[□■◎○◆●▲]|报道\Z|[（(]|[）)]")
_NAME = late(r"[\u4e00-\u9fff·]{2,12}\Z")
_DATELINE = late(
    r"(?:本报|本刊|本台|[\u4e00-\u9fff]{1,6}(?:社|网|报|台))"
    r"(?:(?P<place>[\u4e00-\u9fff]{0,6}?)(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日[电讯]|讯|消息)"
    r"(?:\s?[（(](?P<names>[^（）()，。]{1,60})[）)])?(?:\s?[:：]|\s|\Z|(?<=[）)])|(?<=日[讯电])|(?<=\A本报讯))[\s\u3000]?"
)
_KICKER = late(
    r"(?:本报)?(?:社论|评论员文章|评论员|时评|短评|快评|锐评|述评|编者按|编后|今日论坛|记者手记|.{2,8}(?:时评|快评|锐评))\Z"
)
_LETTER = late(r"(?:致|给).{2,40}(?:信|书)\Z|[^，。]{0,20}(?:慰问信|公开信|感谢信|表扬信|倡议书|贺信|贺词)\Z")
_BODY = r"[\u4e00-\u9fff]{2,25}(?:委|政府|局|厅|部|院|会|处|办公室|办|集团|公司|社|队|大学|政协|人大|军区|分区)"
_SIGNATURE = late(
    rf"{_BODY}(?:[\s、]{{1,4}}{_BODY}){{0,6}}\Z|(?:\d{{4}}|[〇○零一二三四五六七八九]{{4}})年[\d一二三四五六七八九十]{{1,3}}月[\d一二三四五六七八九十]{{1,3}}日\Z"
)
_INTERVIEW = late(r"——.{0,30}(?:谈|访)|专访|访谈|对话|答记者问")
_PROSE_MARK = late(r"[。；]")
_HAN = late("[\u4e00-\u9fff]")
_FOLIO = late(r"责任?编辑?[:：\s]|美编|审读|版式|第?\s?[A-Z]?\d{1,2}\s?版|星期[一二三四五六日天]|刊号|邮发代号")

_ITEM = late(r"(?P<mark>###\s+)|【(?P<date>(?:19|20)\d\d-\d\d-\d\d)】")
_DAY_TITLE = late(r"#\s.{0,40}?((?:19|20)\d\d)-?(\d\d)-?(\d\d)\D{0,4}\Z")
_ITEM_END = late(r"##?\s|-{3,}\Z|\(更新时间")
_LINK = late(r"\[[^\[\]]{1,20}\]\(https?:[^()\s]{1,300}\)\Z")

_TITLE = late(
    r"[^。；！]{0,60}(?:报告|公报|公开|通知|意见|方案|规划|纲要|讲话|决定|决议|草案|说明|办法|条例|致辞|简报|综述|实录|要点)"
    r"(?:[（(][^（）()]{1,12}[）)])?(?:\[\d{1,2}\])?(?:——|－－|--)?\Z"
)
_FULL_TITLE = late(r"关于|.{0,12}(?:19|20)\d\d|.{0,12}工作报告|.{0,40}《")
_TITLE_BEGINS = late(r"关于|(?:19|20)\d\d年|[^，。：:]{0,20}[年市省州县区的和及与况展]\Z")
_SIGNED = late(rf"{_BODY}(?:[\s、]{{1,4}}{_BODY}){{0,6}}\Z")
_DELIVERED_BY = late(
    r"[\u4e00-\u9fff]{2,20}?(?:[省市州县区旗盟局厅]长|主席|主任|专员|总理|书记)[\s\u3000]{0,4}([\u4e00-\u9fff·]{2,4})\Z"
)
_PLAIN_TITLE = late(r"(?=.*[\u4e00-\u9fff])[^：:]{6,40}\Z")
_POST = late(r"[\u4e00-\u9fff]{2,20}(?:[省市州县区旗盟局厅]长|主席|主任|专员|总理|书记)\Z")
_PERSON = late(r"[\u4e00-\u9fff·]{2,4}\Z")
_LICENCE = late(r"本作品[是在]中华人民共和国|此作品在全世界|Public domain")
_DATE = late(r"((?:19|20)\d\d)(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)(\d{1,2})")
_DATE_LINE = late(r"[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:[（(].{1,6}[）)])?[）)]?\Z")
_OCCASION = late(
    r"[（(]?(?:——|—)?\s?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^。]{0,4}在.{4,60}(?:会议|大会|会|全会)上[）)]?\Z"
)
_METADATA = late(
    r"[-·•*\s]{0,3}(?:索引号|发布机构|发文机关|文号|发文字号|(?:发布|生成|成文|公开|发文)(?:日期|时间)|时效性?|有效性|主题分类|来源|作者"
    r"|信息来源|浏览|点击|访问|阅读|字号|字体|名称|关键词|责任编辑|编辑|打印|分享)[^：:]{0,8}[:：]"
)
# The unit of a table, which stands above it: 单位：亿元; not who wrote (单位：市财政局).
_UNIT = late(
    r"[（(]?(?:计量)?单位[:：]\s?[十百千万亿]*(?:美?元|人次?|户|家|个|件|所|张|吨|公[里顷]|亩|[%％]|千瓦时|[平立]方米)[）)]?$"
)
_SUMMED_UP = late(r"\d{1,2}[.．、]\D")
_CONTENTS = late(r"目\s{0,4}录\Z")
_SALUTATION = late(r"[^。；]{2,80}[：:]\Z")
_NUMBERED = late(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|\d{1,2}\Z")
_LONGEST_HEAD = 45
_LONGEST_TOP = 24
_LONGEST_LETTER = 60  # lines


@dataclass(slots=True)
class Piece:
    """An article taken apart: its head, its body's lines, and what a letter prints after its body.

    ``date`` is the day that the piece gives for itself, ``dateline`` the day it was sent, both ISO 8601.
    """

    body: list[Line]
    head: list[tuple[HeadKind, Line]] = field(default_factory=list)
    after: list[tuple[HeadKind, Line]] = field(default_factory=list)
    headline: str = ""
    byline: tuple[str, ...] = ()
    date: str = ""
    dateline: str = ""
    genre: Genre = ""

    @property
    def extent(self) -> Extent:
        """From the first character of what the piece holds to after its last."""
        held = [line for _, line in self.head] + self.body[:1] + self.body[-1:] + [line for _, line in self.after]
        return min(line.start for line in held), max(line.end for line in held)


def pieces(rows: list[Line], document: Document) -> list[Piece]:
    """The articles of a document's lines, in order; lines that belong to none (folio, contents) are left out."""
    if not rows:
        return []
    if document.laid_out:
        return _laid_out(rows, document)
    return _items(rows) or _page(rows, document) or [_single(rows, document)]


def dateline(paragraph: Paragraph, document_date: str) -> tuple[int, str, tuple[str, ...]]:
    """How many characters of a paragraph are a dateline (本报3月2日讯), its ISO day, the names in its brackets.

    The day is the last of its month and day up to the document's date; unknown where the document has none.
    """
    found = _DATELINE.match(paragraph.text)
    if found is None:
        return 0, "", ()
    names = _names(found["names"]) if found["names"] and re.search(_ROLE, found["names"]) else ()
    return found.end(), _day_before(found["month"], found["day"], document_date), names


def _day_before(month: str | None, day: str | None, document_date: str) -> str:
    """The last such day not after an ISO date."""
    if not day or not re.fullmatch(r"\d{4}-\d\d-\d\d", document_date):
        return ""
    try:
        latest = Day.fromisoformat(document_date)
        year, number = latest.year, int(month) if month else latest.month
        found = Day(year, number, int(day))
        if found > latest:
            if month:
                found = Day(year - 1, number, int(day))
            else:
                found = Day(year - (number == 1), (number - 2) % 12 + 1, int(day))
    except ValueError:
        return ""
    return found.isoformat()


def _names(words: str) -> tuple[str, ...]:
    """The names of a byline, in order."""
    bare = _ROLES.sub(" ", words)
    return tuple(name for name in re.split(r"[\s、/]+", bare) if _NAME.match(name))


# A day's news


def _items(rows: list[Line]) -> list[Piece]:
    """Items under titles: ### title in a day's file, 【2023-04-22】title in a collection.

    The list of what is in a day's news stands before its items and is an article without a headline.
    """
    day = next((match for line in rows[:3] if (match := _DAY_TITLE.match(line.text))), None)
    date = f"{day[1]}-{day[2]}-{day[3]}" if day else ""
    found: list[Piece] = []
    summary = Piece([], date=date, genre="news")
    piece: Piece | None = None
    for line in rows:
        first = line.text[0]
        if day and piece is None and not found and _SUMMED_UP.match(line.text):
            piece = summary
        item = _ITEM.match(line.text) if first in "#【" else None
        if item and (item["date"] or day) and item.end() < len(line.text):
            title = Line(line.text[item.end() :], line.start + item.end(), line.end)
            piece = Piece([], [("headline", title)], headline=title.text, date=item["date"] or date, genre="news")
            found.append(piece)
        elif first in "#-(" and _ITEM_END.match(line.text):
            piece = None
        elif piece is not None and not (first == "[" and _LINK.match(line.text)):
            piece.body.append(line)
    return [summary, *found] if found and summary.body else found


# A newspaper page


def _laid_out(rows: list[Line], document: Document) -> list[Piece]:
    """The articles that a page's layout shows, and what prose stands outside them as articles without a headline."""
    found: list[Piece] = []
    loose: list[Line] = []
    place = 0
    for laid in (*document.laid_out, None):
        while place < len(rows) and (laid is None or rows[place].start < laid.start):
            loose.append(rows[place])
            place += 1
        after = place
        while laid is not None and after < len(rows) and rows[after].start < laid.end:
            after += 1
        if laid is not None and laid.headline_start == laid.headline_end:
            loose.extend(rows[place:after])
        elif after > place or laid is None:
            if any(_is_prose(line) for line in loose):
                found.append(Piece(_without_folio(loose)))
            loose = []
            if laid is not None:
                found.append(_under_headline(rows[place:after], laid))
        place = after
    return found


def _under_headline(rows: list[Line], laid: LaidArticle) -> Piece:
    """An article of which the layout shows the headline: what stands above it is a kicker, below it the head's rest."""
    above = [line for line in rows if line.start < laid.headline_start]
    headline = [line for line in rows if laid.headline_start <= line.start < laid.headline_end]
    after = len(above) + len(headline)
    head: list[tuple[HeadKind, Line]] = [("subtitle", line) for line in above]
    head += [("headline", line) for line in headline]
    while after < len(rows) and _is_head(rows[after]) and not _is_byline(rows[after].text):
        head.append(("subtitle", rows[after]))
        after += 1
    printed = " ".join(line.text for _, line in head)
    kicker = any(_KICKER.match(line.text) for line in above)
    genre: Genre = "editorial" if kicker else "interview" if _INTERVIEW.search(printed) else "news"
    piece = Piece([], head, headline="".join(line.text for line in headline), genre=genre)
    piece.body = rows[_take_bylines(rows, after, piece) :]
    return piece


def _page(rows: list[Line], document: Document) -> list[Piece]:
    """The articles of a newspaper page, by their heads; none where no line is a head's."""
    heads: list[tuple[int, int, Piece]] = []  # first line, first line after the head, the piece
    place = 0
    while place < len(rows):
        free = heads[-1][1] if heads else 0
        head = _head_at(rows, place, free)
        if head is not None:
            heads.append(head)
            place = max(place + 1, head[1])
        else:
            place += 1
    if not heads:
        return []
    found: list[Piece] = []
    first = heads[0][0]
    if any(_is_prose(line) for line in rows[:first]):
        found.append(Piece(_without_folio(rows[:first])))
    for at, (_, after, piece) in enumerate(heads):
        end = heads[at + 1][0] if at + 1 < len(heads) else len(rows)
        if not piece.after:
            piece.body = _without_folio(rows[after:end])
        found.append(piece)
    return found


def _head_at(rows: list[Line], place: int, free: int) -> tuple[int, int, Piece] | None:
    """The article that the line at ``place`` shows, taking no line before ``free``."""
    words = rows[place].text
    if len(words) <= 12 and _KICKER.match(words):
        return _under_kicker(rows, place)
    if len(words) <= _LONGEST_HEAD and _LETTER.match(words):
        return _letter(rows, place, free)
    byline = _is_byline(words)
    if byline or _DATELINE.match(words):
        return _over_byline(rows, place, free, byline)
    return None


def _under_kicker(rows: list[Line], place: int) -> tuple[int, int, Piece] | None:
    """社论 and the headline under it."""
    after = place + 1
    head: list[tuple[HeadKind, Line]] = [("subtitle", rows[place])]
    while after < len(rows) and after < place + 4 and _is_head(rows[after]) and not _is_byline(rows[after].text):
        head.append(("headline" if after == place + 1 else "subtitle", rows[after]))
        after += 1
    if after == place + 1:
        return None
    piece = Piece([], head, headline=head[1][1].text, genre="editorial")
    after = _take_bylines(rows, after, piece)
    return place, after, piece


def _over_byline(rows: list[Line], place: int, free: int, byline: bool) -> tuple[int, int, Piece] | None:
    """The headline and subtitles above a byline or dateline."""
    first = place
    while first > free and place - first < 4 and _is_head(rows[first - 1]):
        first -= 1
    if first == place or not any(_is_prose(line) for line in rows[place : place + 4]):
        return None
    head: list[tuple[HeadKind, Line]] = [("headline", rows[first])]
    head += [("subtitle", line) for line in rows[first + 1 : place]]
    printed = " ".join(line.text for line in rows[first:place])
    piece = Piece([], head, headline=rows[first].text, genre="interview" if _INTERVIEW.search(printed) else "news")
    return first, _take_bylines(rows, place, piece) if byline else place, piece


def _take_bylines(rows: list[Line], place: int, piece: Piece) -> int:
    """Put the byline at ``place``, which may run over lines, into a piece; the first line after it."""
    while place < len(rows) and _is_byline(rows[place].text):
        piece.head.append(("byline", rows[place]))
        piece.byline += _names(rows[place].text)
        place += 1
    return place


def _letter(rows: list[Line], place: int, free: int) -> tuple[int, int, Piece] | None:
    """A letter by its headline, which stands before its salutation or, with the signatures, after its body."""
    after = place + 1
    if after < len(rows) and (_SALUTATION.match(rows[after].text) or _is_prose(rows[after])):
        return place, after, Piece([], [("headline", rows[place])], headline=rows[place].text, genre="letter")
    while after < len(rows) and _SIGNATURE.match(rows[after].text):
        after += 1
    begin = place - 1
    earliest = max(free, place - _LONGEST_LETTER)
    while begin >= earliest and not _SALUTATION.match(rows[begin].text):
        begin -= 1
    if begin < earliest:
        return None
    signatures = rows[place + 1 : after]
    names = tuple(name for line in signatures for name in re.split(r"[\s、]+", line.text) if not name[0].isdigit())
    piece = Piece(_without_folio(rows[begin:place]), headline=rows[place].text, byline=names, genre="letter")
    piece.after = [("headline", rows[place]), *(("byline", line) for line in signatures)]
    return begin, after, piece


def _is_byline(words: str) -> bool:
    return (
        len(words) <= 120 and _BYLINE.match(words) is not None and not _PROSE_MARK.search(words) and bool(_names(words))
    )


def _is_prose(line: Line) -> bool:
    return len(line.text) > 30 and _PROSE_MARK.search(line.text) is not None


def _is_head(line: Line) -> bool:
    """Whether a line can be a headline or subtitle: short, no sentence, no signature, no folio."""
    words = line.text
    return (
        2 < len(words) <= _LONGEST_HEAD
        and _HAN.search(words) is not None
        and not _PROSE_MARK.search(words)
        and words[-1] not in "！：:，、"
        and not _SIGNATURE.match(words)
        and not _FOLIO.search(words)
        and not _LETTER.match(words)
    )


def _without_folio(rows: list[Line]) -> list[Line]:
    return [
        line for line in rows if len(line.text) > _LONGEST_HEAD or "。" in line.text or not _FOLIO.search(line.text)
    ]


# One document


def _single(rows: list[Line], document: Document) -> Piece:
    """A document that is one article: its title, who presented it and when stand above its text."""
    rows = rows[: _notice(rows)]
    top = _top_of(rows)
    head = _whole_lines(rows[:top])
    rows, end = head + rows[top:], len(head)
    kinds = [_kind_on_top(line, document) for line in rows[:end]]
    titles = [place for place, kind in enumerate(kinds) if kind == "title"]
    piece = Piece(rows[end:], headline=document.title)
    for line, kind in zip(rows, kinds, strict=False):
        stated = _DATE.search(line.text) if kind in ("occasion", "date", "metadata") else None
        if stated and not piece.date:
            piece.date = _iso(stated)
    for place in range(1, end):
        if kinds[place - 1] == "post" and _PERSON.match(rows[place].text):
            kinds[place] = "person"
    first = last = 0
    if not titles and not document.title and kinds and kinds[0] == "other" and _PLAIN_TITLE.match(rows[0].text):
        titles = [0]
    if titles:
        # A column's name (政务公开) may stand above the title.
        titles = [place for place in titles if _FULL_TITLE.match(rows[place].text)] or titles
        first = _title_begins(rows, kinds, titles[0])
        last = titles[0]
        if rows[last].text[-1] in "—－-" and last + 1 in titles:
            last += 1
        joint = " " if rows[titles[0]].text[-1] in "—－-" else ""
        piece.headline = joint.join(re.sub(r"\[\d{1,2}\]", "", line.text) for line in rows[first : last + 1])
        kinds[first : last + 1] = ["title"] * (last + 1 - first)
    for place in range(first, end):
        line, kind = rows[place], kinds[place]
        if kind == "title" and titles and place <= last:
            piece.head.append(("headline", line))
        elif kind == "byline":
            signed = _DELIVERED_BY.match(line.text)
            piece.byline += (signed[1],) if signed else tuple(re.split(r"[\s、]+", line.text))
            piece.head.append(("byline", line))
        elif kind in ("post", "person"):
            piece.byline += (line.text,) if kind == "person" else ()
            piece.head.append(("byline", line))
        elif kind != "metadata":
            piece.head.append(("subtitle", line))
    return piece


def _notice(rows: list[Line]) -> int:
    """Where the licence begins that a wiki prints under a document's text."""
    for place in range(len(rows) // 2, len(rows)):
        if _LICENCE.match(rows[place].text):
            return place
    return len(rows)


def _whole_lines(top: list[Line]) -> list[Line]:
    """The lines above a text, a title's last character or two put back to it (政府工作报 / 告)."""
    for place in range(1, len(top)):
        last, line = top[place - 1], top[place]
        if len(line.text) <= 2 and line.breaks == 1 and _HAN.match(line.text) and _TITLE.match(last.text + line.text):
            whole = Line(last.text + line.text, last.start, line.end, last.indent, last.breaks)
            return [*top[: place - 1], whole, *top[place + 1 :]]
    return top


def _top_of(rows: list[Line]) -> int:
    """How many lines stand above a document's text: titles, names and dates, a table of contents."""
    contents = False
    for place, line in enumerate(rows[:_LONGEST_TOP]):
        words = line.text
        if _CONTENTS.match(words):
            contents = True
        elif _NUMBERED.match(words):
            if not contents:
                return place
        elif _UNIT.match(words):
            return place
        elif _METADATA.match(words):
            continue
        elif (
            words[0] in "|#<【"
            or words.count("\t") > 1  # a table that was copied from a sheet
            or len(words) > 80
            or _PROSE_MARK.search(words)
            or ENDED.search(words)
            or "，" in words
            or "," in words
        ):
            return place
    return _LONGEST_TOP if len(rows) > _LONGEST_TOP and contents else 0


def _kind_on_top(line: Line, document: Document) -> str:
    words = line.text
    tests: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("metadata", _METADATA.match),
        ("metadata", _CONTENTS.match),
        ("occasion", _OCCASION.match),
        ("date", _DATE_LINE.match),
        ("metadata", _NUMBERED.match),
        ("post", _POST.match),
        ("byline", _DELIVERED_BY.match),
        ("byline", _SIGNED.match),
        ("title", _TITLE.match),
    )
    for kind, test in tests:
        if test(words):
            return kind
    return "title" if document.title and words == document.title else "other"


def _title_begins(rows: list[Line], kinds: list[str], title: int) -> int:
    """The first line of a title that is broken over lines: 2024年临澜市 over 国民经济和社会发展统计公报."""
    first = title
    while first > 0 and title - first < 2 and kinds[first - 1] == "other" and _TITLE_BEGINS.match(rows[first - 1].text):
        first -= 1
    return first


def _iso(found: re.Match[str]) -> str:
    try:
        return Day(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""
