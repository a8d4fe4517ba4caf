"""What a stretch of text brings up that a later name may belong to: phrases between its words, and where they stand.

    嘉平铁路是规划的联络线，正线全长 94 公里        嘉平铁路 opens the first piece and stands before 是

A piece is what stands between two marks, numbers or times. Its phrases are those that open it, to each end that they
may have, and those that close it; which of them owns a property is decided from the words around it
(:mod:`~luoshi.reading.restored_owners`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.language.words import tagged
from luoshi.patterns import late
from luoshi.reading.predicates import Before, strip_openers

_SHORTEST, _LONGEST = 2, 24  # characters of a phrase
_MOST_ENDS, _MOST_STARTS = 4, 2  # in a piece, of phrases that open it and of such as close it
_LONGEST_PIECE = 60  # characters of a piece that are looked at, its last ones
_MARK = late(r"[，,；;。：:！!？?（(）)【】\n…—◎●◆■▲▪✅🔸☆★☑①②③④⑤⑥⑦⑧⑨|/]")
_NUMBERING = late(
    r"[\s·]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是|其[一二三四五]|第[一二三四五六七八九十](?=，|$))?\s*"
)
# What may open a piece before its subject, beside what opens a name: a place as a whole, what there is.
_OPENER = late(r"(?:全[市省县区国州](?:的)?|我[市省县区国州局]|[市县区]里|现有|共有|还有|拟|将|关于|围绕|随着|在|于|以)+")
# Who says what follows owns none of it.
_REPORTS = late(
    r"(?:介绍(?:说)?|表示|说|透露|获悉|了解到|指出|强调|要求|汇报|告诉记者|通报|认为|坦言|回答|补充|提出|显示|统计|消息)$|记者|^(?:问|答)$|^据"
)
# Words after which a phrase may begin, by the first letter of their part of speech.
_BEFORE = frozenset("vpucdtmrfx")
_PROPER = frozenset(("nr", "ns", "nt", "nz", "nrfg", "nrt"))
_STAGE = frozenset(("一期", "二期", "三期", "四期", "首期", "新馆", "专线", "二线", "一线"))
_QUOTES = {"“": "”", "《": "》", "‘": "’"}
# 电站施工现场, 项目情况: what is spoken of is the thing.
_AT_THING = late(
    r"(?:施工|建设|项目|活动|大会)?现场$|(?:有关|进展|建设|推进|调整|工作)?情况(?:汇报|介绍)?$|方面$|作用$|(?<=[\u4e00-\u9fff]{2})[中上内里]$"
)
# Verbs that taggers take for nouns after the name of a thing: 大桥│通车, 大会│开幕.
_HAPPENS = frozenset(
    ("通车", "开工", "竣工", "投产", "启用", "开幕", "闭幕", "开市", "上线", "发布", "投运", "开通", "开馆", "开园", "封顶", "贯通", "试运行")
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two marks, numbers or times; ``closed`` tells by which of them it ends."""

    start: int
    end: int
    closed: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be a name: what stands around them, what they are made of.

    ``before`` and ``after`` are the words beside them in the piece, "" at its ends; ``opens`` says that nothing but
    an opener stands before them, ``nth`` which of the piece's ends theirs is. ``first`` and ``last`` are the words at
    their ends, ``tags`` their parts of speech, ``around`` those of the words beside; ``named`` says that a proper name
    is among them.
    """

    text: str
    before: str
    after: str
    opens: bool
    nth: str
    first: str
    last: str
    named: bool
    tags: tuple[str, str]
    around: tuple[str, str]


def pieces(text: str, start: int, end: int, breaks: Sequence[tuple[int, int]] = ()) -> list[Piece]:
    """The pieces of a stretch, without numbering; ``breaks`` are the places of numbers and times in order."""
    cuts = [(max(first, start), min(last, end), "number") for first, last in breaks if first < end and last > start]
    marks = [(found.start(), found.end(), "mark") for found in _MARK.finditer(text, start, end)]
    out = []
    at = start
    for first, last, kind in sorted([*cuts, *marks, (end, end, "end")]):
        if first > at:
            opening = _NUMBERING.match(text, at, first)
            begin = opening.end() if opening else at
            if first - begin >= _SHORTEST and not _REPORTS.search(text, begin, first):
                out.append(Piece(max(begin, first - _LONGEST_PIECE), first, kind))
        at = max(at, last)
    return out


def phrases(text: str, piece: Piece) -> Iterator[Phrase]:
    """The phrases of one piece."""
    words = tagged(text[piece.start : piece.end])
    places = [piece.start]
    for word, _ in words:
        places.append(places[-1] + len(word))
    subject = _subject_of(text, piece)
    opens = places.index(subject) if subject in places[:-1] else 0
    ends = [at for at in range(opens, len(words)) if _may_end(words, at)]
    spans = [(opens, at) for at in (*ends[: _MOST_ENDS - 1], *ends[_MOST_ENDS - 1 :][-1:])]
    if ends:
        starts = [
            at
            for at in range(opens + 1, ends[-1] + 1)
            if words[at - 1][1][0] in _BEFORE and words[at][1][0] not in "upcx" or words[at][0] in _QUOTES
        ]
        spans += [(at, ends[-1]) for at in dict.fromkeys((*starts[:_MOST_STARTS], *starts[-_MOST_STARTS:]))]
    for first, last in spans:
        own = _trimmed(text[places[first] : places[last + 1]])
        if not _SHORTEST <= len(own) <= _LONGEST or not _whole(own):
            continue
        before = words[first - 1] if first else ("", "")
        after = words[last + 1] if last + 1 < len(words) else ("", "")
        nth = "only" if len(ends) == 1 else "first" if last == ends[0] else "last" if last == ends[-1] else "middle"
        yield Phrase(
            own, before[0], after[0], first == opens, nth, words[first][0], words[last][0],
            any(tag in _PROPER or len(word) == 1 and tag[0] != "m" for word, tag in words[first : last + 1]),
            (words[first][1], words[last][1]), (before[1], after[1]),
        )  # fmt: skip


def _subject_of(text: str, piece: Piece) -> int:
    """Where a piece has nothing before it any more but its subject."""
    stretch = text[piece.start : piece.end]
    begin = piece.end - len(strip_openers(stretch, Before()))
    opening = _OPENER.match(text, begin, piece.end)
    return opening.end() if opening else begin


def _trimmed(words: str) -> str:
    """A phrase without what only says where one stands before a thing: its site, its case."""
    place = _AT_THING.search(words, 2)
    return (words[: place.start()] if place else words).strip("的 、")


def _may_end(words: list[tuple[str, str]], last: int) -> bool:
    """Whether a phrase may end with a word: a noun that no noun follows, or any but a particle at the piece's end."""
    word, tag = words[last]
    if last + 1 == len(words):
        return tag[0] not in "upcmd" or word in _STAGE
    following, next_tag = words[last + 1]
    noun = tag[0] in "njlgisz" or tag in ("vn", "eng") or word in _STAGE or word in _QUOTES.values()
    return noun and (following in _HAPPENS or (following not in _STAGE and next_tag[0] != "n"))


def _whole(words: str) -> bool:
    """Whether every quotation mark in ``words`` has its other half."""
    return all(words.count(left) == words.count(right) for left, right in _QUOTES.items())
