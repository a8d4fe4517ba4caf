"""Attributions of speech: a subject and a verb of speech before a comma, a colon or a quotation mark.

市教育局局长方敏表示，        a verb of speech with its mark, and who speaks
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives
from luoshi.patterns import begun_by, late, standing_at
from luoshi.reading.scenes import SENTENCE_END, Paragraph, remember_person
from luoshi.reading.speakers import Speaker, speaker_of
from luoshi.reading.unmarked_speech import told_from, who_tells

VERBS = alternatives(words("speech", "verbs"))
_BARE = alternatives(words("speech", "bare"))
_POSITIONS = alternatives(words("speech", "positions"))
_PEOPLE = alternatives((*words("speech", "groups"), *words("speech", "roles"), "同志", "干部", "部门", "单位"))
_TOLD_TO = rf"(?:{alternatives(words('speech', 'to_somebody'))})"
_SPOKEN = rf"{VERBS}|{_TOLD_TO}[^，。：；“”的]{{1,3}}(?=[，：])|{_TOLD_TO}[^，。：；“”]{{0,12}}{_PEOPLE}(?=[，：])"
# 会议要求各区…; 下发通知，要求各校…; 市水务局承诺年底前…: these need no mark.
_UNMARKED = r"(?<=[会议]要求)|(?<=，要求)|(?<=，宣布)|(?<=部署，提出)|(?<=承诺)(?=[\d在年月今明本下])"
_KNOWN = r"(?:发布|公布|通报|答复|回复|回应)[^，。：；“”]{0,16}：(?!“)"
_MARKED = rf"({_SPOKEN})(?:([，：,:。！])|(?=“)|(?=将|要|愿|会|，)|$|{_UNMARKED})"
# 据市水务局5日发布的消息，: who gives out what follows.
_SOURCE = "据(?P<source>[^，。：；“”]{2,28}?)(?:消息|声明)，"
# With what verbs of speech begin: one is looked for at every character of a paragraph.
_FIRST = {word[0] for word in (*words("speech", "verbs"), *words("speech", "to_somebody"))} | set("发公通答回称据")
_SPEAKS = (
    _FIRST | {word[0] for word in words("speech", "positions")},
    rf"{_MARKED}|{_SOURCE}|(?P<known>{_KNOWN})|(?P<bare>称|{_POSITIONS}(?![说称道的了过着和与及、是]))(?=[^，。：；“”]{{5}})",
)
# Of a person some verbs need no mark, and 算了一笔账： is as good as a verb.
_PERSON_SPEAKS = (
    _FIRST | {word[0] for word in words("speech", "bare")} | set("算讲说数提作做列宣介布明给许开亮交"),
    rf"{_MARKED}|{_SOURCE}|(?P<bare>{_BARE})(?![说称道的了过着和与及、，。：；是])"
    rf"|(?P<known>{_KNOWN})"
    r"|(?P<telling>(?:[算讲说]|说话|算了算|数了数|(?:[算提讲作做列][了出]?|(?:宣布|通报|介绍|布置|明确|给出|作出|许下|开出|亮出|交出)了?)"
    r"[^，。：；“”]{1,12})：(?!“))",
)
VERB, SPEAKS = late(begun_by(*_SPEAKS)), late(standing_at(*_SPEAKS))
VERB_OF_A_PERSON, PERSON_SPEAKS = late(begun_by(*_PERSON_SPEAKS)), late(standing_at(*_PERSON_SPEAKS))
# What is shown and not told: 表示祝贺.
SHOWN = late(
    "表示(?!不(?!满))(?:[^，。]{0,6}(?:祝贺|感谢|欢迎|慰问|哀悼|敬意|满意|同意|赞赏|支持|肯定|歉意|谢意|关切|不满|反对|谴责))"
)
# 予以勉励, 遭到批评: a noun.
_NOUN = late("(?:予以|给予|遭到?|受到|引发|开展)[^，。；]{0,4}$")
NOT_VERB = late(alternatives(words("speech", "not_verbs")) + "(?<!总统称)$")
_NO_SPEECH = late(alternatives(words("speech", "no_speech")))
_VIEWS = words("speech", "views")
_MEETINGS = frozenset(("会议", "全会"))
_PAPERS = frozenset(words("speech", "papers"))
_OWN_SIDE = ("中方", "我方")  # of whom those speak who are of it
_GO_ON = frozenset((*words("speech", "positions"), "称", "要求"))
_BEHIND_A_CLAUSE = late("[^。！？；“”]{4,}，[他她]?(?:并|还|也|同时)?")
# 国防部5日, 发表声明: a report of a day goes on over the sentences behind it.
_OF_A_DAY = late(r"(?:\d日[）)]?|[当今昨]天|同一天|日前|近日)[^，]{0,14}$|发[表布][^，]{0,4}(?:声明|通告|公报)$")
# Characters of a quotation before 方敏说。, and before a longer clause, that is closed before the comma.
_SHORT_BEFORE, _LONG_BEFORE = 3, 8
_SHOWN_AHEAD = 90
_LONGEST_LEAD = 400
_BOUNDARY = late("[。！？；…，](?:(?<=[。！？…，])”|(?<=[。！？；])(?![”’]))")


@dataclass(frozen=True, slots=True)
class Attribution:
    """``start`` of the words that name the speaker, ``end`` behind the verb and its mark."""

    start: int
    end: int
    mark: str
    speaker: Speaker


def attributions_of(paragraph: Paragraph, of_speech: re.Pattern[str]) -> list[Attribution]:
    """The attributions of a paragraph that stand outside its quotations and outside reported speech.

    ``of_speech`` finds the verbs of speech.
    """
    text = paragraph.text
    out: list[Attribution] = []
    sentence_until = seen = 0
    for verb in of_speech.finditer(text):
        at, word, mark = verb.start(), verb.group(1) or verb.group(), verb.group(2) or ""
        if paragraph.quoted(at) or _is_no_speech(text, at, word):
            continue
        start, after_quotation = _clause_before(paragraph, at)
        goes_on = bool(out) and not mark and _goes_on_saying(text, at, word, out[-1])
        # A verb within reported speech is the speaker's own (方敏表示，专家认为，…), but for a part after ；.
        if start < sentence_until and text[start - 1] != "；" and not goes_on:
            continue
        if (
            (mark in ("。", "！") or not text[verb.end() :])
            and not after_quotation
            and not text.startswith("“", verb.end())
        ):
            continue
        lead = text[start:at]
        remember_person(text[seen:start], paragraph.scene)
        seen = start
        speaker, end = None, verb.end()
        if goes_on:
            start, speaker = text.rfind("，", 0, at) + 1, out[-1].speaker
        elif verb.lastgroup is not None:
            continued = not lead and _continues(text, start, out)
            speaker, end = who_tells(verb, lead, continued, paragraph)
        else:
            said_before = after_quotation and mark == "。"
            behind = text[verb.end() : verb.end() + _SHOWN_AHEAD]
            speaker = speaker_of(lead, word, "，" if said_before else mark, behind, paragraph)
        if speaker is None or (out and _is_inner(out[-1], speaker, start, text)):
            continue
        speaker = _reporting(_resolved(speaker, paragraph), verb, word, lead)
        out.append(Attribution(start, end, mark, speaker))
        paragraph.scene.speaker = speaker.name
        stop = SENTENCE_END.search(text, verb.end())
        sentence_until = stop.end() if stop and mark not in ("。", "！") else verb.end() if stop else len(text)
        if _is_source(verb, word):
            sentence_until = 0  # 据…报道，市长方敏表示，: what the mayor says is told, too
    return out


def _is_source(verb: re.Match[str], word: str) -> bool:
    """Whether what follows is told by who gives out news: 据…报道，, 据…消息，."""
    return word == "报道" or verb.lastgroup == "source"


def _reporting(speaker: Speaker, verb: re.Match[str], word: str, lead: str) -> Speaker:
    """The speaker, marked where what is told is the report of a day or of a source: 国防部5日称，."""
    if speaker.cited:
        return speaker
    dated = (verb.lastgroup is None or word == "称") and _OF_A_DAY.search(lead) is not None
    return replace(speaker, reports=dated or _is_source(verb, word))


def _clause_before(paragraph: Paragraph, at: int) -> tuple[int, bool]:
    """Where the sentence with the verb at ``at`` begins, behind a quotation too; and whether one stands before it."""
    text = paragraph.text
    start = max(0, at - _LONGEST_LEAD)
    for boundary in _BOUNDARY.finditer(text, start, at):
        start = boundary.end()
    place = bisect_left(paragraph.openings, start)
    if paragraph.openings[place : place + 1] == [start + 1]:
        # “…”，方敏说: the comma may stand outside the marks.
        closing = paragraph.quotations[place][1]
        alone = "，" not in text[closing + 2 : at]
        if closing - start > (_SHORT_BEFORE if alone else _LONG_BEFORE) and text[closing : closing + 2] == "”，":
            return closing + 2, True
    return start, start > 0 and text[start - 1] == "”"


def _goes_on_saying(text: str, at: int, word: str, last: Attribution) -> bool:
    """Whether an unmarked verb begins a clause behind what an unmarked one tells: 双方呼吁…，并│强调…."""
    behind = _BEHIND_A_CLAUSE.fullmatch(text, last.end, at)
    return behind is not None and last.mark == "" and word in _GO_ON and told_from(text, at + len(word), word) >= 0


def _continues(text: str, start: int, before: list[Attribution]) -> bool:
    """Whether a verb at ``start``, behind ； or after a sentence of the narrator, takes up who was told of before."""
    mark = text[start - 1 : start]
    return mark == "；" or (mark == "。" and not (before and before[-1].speaker.goes_on))


def _is_no_speech(text: str, at: int, word: str) -> bool:
    """Whether the verb at ``at`` is part of a longer word, or what it tells is shown and not said."""
    if word in _VIEWS:
        return False
    ends = NOT_VERB.search(text, max(0, at - 5), at + len(word)) or _NOUN.search(text, max(0, at - 8), at)
    return ends is not None or _NO_SPEECH.match(text, at) is not None or SHOWN.match(text, at) is not None


def _resolved(speaker: Speaker, paragraph: Paragraph) -> Speaker:
    """Who is meant where the text says only 会议 or 文章: the national meeting, or who wrote or issued the paper."""
    scene = paragraph.scene
    if speaker.name in _MEETINGS and scene.meeting:
        return replace(speaker, name=scene.meeting)
    if speaker.name in _PAPERS and scene.author:
        return replace(speaker, name=scene.author)
    return speaker


def _is_inner(last: Attribution, speaker: Speaker, start: int, text: str) -> bool:
    """Whether an attribution in a later sentence still belongs to what the last speaker reports."""
    of_itself = speaker.name in _OWN_SIDE
    return (
        last.speaker.goes_on
        and (speaker.cited or of_itself)
        and last.speaker.name != speaker.name
        and not text.endswith(("”", "”。"), 0, start)
    )
