"""What a reader of speech keeps in mind: the people of an article so far, and a paragraph with its quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise

from luoshi.language.passage import Passage
from luoshi.patterns import late
from luoshi.reading.interviews import Interview
from luoshi.records import Mode, Statement

_MARK = late("[“”]")
_SAID = late("[。！？…，]")
_TALK = late("拉起?了?[^。，]{0,6}家常|聊|攀谈|交谈|对话|谈心|问起")
_TWO = 2
_LONGEST_TALK = 60
_LONG_ENOUGH = 8
SENTENCE_END = late("[。！？]”?")
_NATIONAL = "(?:国务院常务|中央[一-鿿]{2,6}工作|中央政治局|全国[一-鿿]{2,6}工作)会议"
_NATIONAL_MEETING = late(
    f"(?:召开|举行|闭幕|主持)(?:了|的)?({_NATIONAL})|({_NATIONAL})(?=[^，。“”]{{0,20}}(?:召开|举行|闭幕|在京|在北京))"
)
# 在中央经济工作会议上的讲话: the meeting meant, where no other is held.
_SPOKEN_AT = late(f"在({_NATIONAL})上")
_ARTICLE = late("发表[^，。《》]{0,40}?文章《")
_ISSUED = late(
    "(?:^|[，。>])(?P<who>[^，。《》“”>]{2,30}?)(?:印发|下发|发表|发出|联合印发)(?:了|题为|关于)?[^，。《》]{0,24}《[^》]{4,60}》"
)
_REPORTED = late("听取了?[^，。]{2,30}?(?:所)?作的[^，。]{2,50}?报告")
_DAY_LAST = late(r"(?:(?:今天|昨天|日前|近日)?(?:[（(]?\d{1,2}月\d{1,2}日[）)]?)?|联合)+$")


@dataclass(slots=True)
class Scene:
    """What the paragraphs so far say of the people in them, and the statements found.

    ``stresses`` is who a headline says to stress something that its next line says; ``pair`` are two people who
    talk, the next to speak first; ``goes_on`` is whose quotation the last paragraph left open. ``aliases`` are what
    else a person is called (方局长), ``titles`` who alone bears a title; ``meeting`` is the national meeting and
    ``author`` who wrote or issued the paper that a bare 会议, 文章 or 通知 takes up.
    """

    document_text: str
    name: re.Pattern[str] | None
    aliases: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    speaker: str = ""
    person: str = ""
    quoting: bool = False
    goes_on: str = ""
    stresses: str = ""
    pair: tuple[str, str] | None = None
    meeting: str = ""
    author: str = ""
    interview: Interview = field(default_factory=Interview)
    found: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its quotations; ``taken`` holds those that have their speaker."""

    passage: Passage
    scene: Scene
    quotations: list[tuple[int, int]]
    text: str
    taken: set[int] = field(default_factory=set)
    openings: list[int] = field(default_factory=list)
    person: str = ""

    def __post_init__(self) -> None:
        self.openings = [start for start, _ in self.quotations]
        self.person = self.scene.person

    def quoted(self, at: int) -> bool:
        """Whether the character at ``at`` stands between quotation marks."""
        place = bisect_right(self.openings, at) - 1
        return place >= 0 and at < self.quotations[place][1]

    def keep(self, start: int, end: int, speaker: str, mode: Mode, name: str) -> None:
        """Keep ``text[start:end]`` as a statement, if there are words and a speaker."""
        if end - start < 2 or not speaker:
            return
        speaker = self.scene.aliases.get(speaker, speaker)
        span = self.passage.span(self.scene.document_text, start, end)
        self.scene.found.append(
            Statement(quote=span.quote, start=span.start, end=span.end, rule=name, speaker=speaker, mode=mode)
        )

    def extend(self, end: int) -> None:
        """Let the last statement, which the paragraph before left open, go on to ``end``."""
        last = self.scene.found[-1]
        span = self.passage.span(self.scene.document_text, end - 1, end)
        quote = self.scene.document_text[last.start : span.end]
        self.scene.found[-1] = replace(last, quote=quote, end=span.end)

    def is_sentence(self, quotation: tuple[int, int]) -> bool:
        """Whether the words between the marks end as a sentence does, so that they can be speech."""
        return bool(_SAID.match(self.text, quotation[1] - 1))

    def person_before(self, at: int) -> str:
        """The person whom 他 at ``at`` takes up: the first that the last sentence with a name names."""
        scene = self.scene
        for sentence in reversed(sentences(self.text, at)):
            if scene.name is not None and (name := scene.name.search(self.text, *sentence)):
                return name.group()
        return self.person or scene.speaker


def talkers(text: str, scene: Scene) -> tuple[str, str] | None:
    """The two people of whom the last sentence tells that they talk: 方敏同村民孔有福拉起了家常。"""
    last = text.rfind("。", 0, len(text) - 1) + 1
    if scene.name is None or len(text) - last > _LONGEST_TALK or not _TALK.search(text, last):
        return None
    names = tuple(dict.fromkeys(name.group() for name in scene.name.finditer(text, last)))
    return (names[0], names[1]) if len(names) == _TWO else None


def sentences(text: str, until: int) -> list[tuple[int, int]]:
    """The extents of the sentences of ``text[:until]``, the last one as far as it goes."""
    ends = [0, *(mark.end() for mark in SENTENCE_END.finditer(text, 0, until)), until]
    return [(start, end) for start, end in pairwise(ends) if start < end]


def is_a_last_clause(text: str, start: int, end: int) -> bool:
    """Whether what is quoted is the last clause of a sentence: 方敏数了数，“今天少说六十车”。"""
    return text[start - 2 : start - 1] == "，" and text[end + 1 : end + 2] == "。" and end - start >= _LONG_ENOUGH


def outermost_quotations(text: str) -> list[tuple[int, int]]:
    """Extents between the outermost “ and ”; speech that goes on in the next paragraph is not closed."""
    out: list[tuple[int, int]] = []
    depth = start = 0
    for mark in _MARK.finditer(text):
        if mark.group() == "“":
            if depth == 0:
                start = mark.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and mark.start() > start:
                out.append((start, mark.start()))
    if depth == 1 and len(text) - start > _LONG_ENOUGH and text[-1] in "。！？…":
        out.append((start, len(text)))  # the next paragraph opens with “ and goes on
    return out


def _author(text: str, scene: Scene) -> str:
    """Who wrote or issued the paper that the text tells of: 市委组织部印发《…通知》; ``""`` for nobody."""
    issued = _ISSUED.search(text)
    if issued is not None:
        known = scene.name.search(text, issued.start(), issued.end()) if scene.name is not None else None
        return known.group() if known else _DAY_LAST.sub("", issued["who"])
    reported = _REPORTED.search(text) or _ARTICLE.search(text)
    known = scene.name.search(text, reported.start(), reported.end()) if reported and scene.name is not None else None
    return known.group() if known else ""


def remember_person(text: str, scene: Scene) -> None:
    """The person a later 他 takes up: whom the last sentence with a name names first."""
    if "会议" in text and (meetings := _NATIONAL_MEETING.findall(text)):
        scene.meeting = "".join(meetings[-1])
    elif not scene.meeting and (spoken_at := _SPOKEN_AT.search(text)):
        scene.meeting = spoken_at.group(1)
    if "》" in text or "报告" in text:
        scene.author = _author(text, scene) or scene.author
    if scene.name is None:
        return
    sentence = -2
    for name in scene.name.finditer(text):
        stop = text.rfind("。", max(0, name.start() - 400), name.start())
        if stop != sentence:
            scene.person = name.group()
            sentence = stop
