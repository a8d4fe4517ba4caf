"""Reported speech: the words behind an attribution, as far as they are its speaker's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from luoshi.knowledge.bodies import core_pattern
from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives
from luoshi.language.rules import rule
from luoshi.language.words import words as words_of
from luoshi.patterns import late
from luoshi.reading.attributions import Attribution
from luoshi.reading.scenes import SENTENCE_END, Paragraph, is_a_last_clause
from luoshi.reading.speakers import PRONOUN

_NARRATION = late(
    "会议(?:决定|审议|通过|听取|研究|传达|学习)|"
    + alternatives(words("speech", "narration"))
    + r"|据[^，。]{1,14}(?:消息|报道|介绍|数据|统计)|(?:央视|本报|记者)"
    + r"|[^，。]{2,60}(?:参加|出席|陪同|主持)(?:了)?[^，。]{0,12}。$"
)
# A sentence of the narrator behind a body's report of a day: what was before, what is now, who else tells.
_BACKGROUND = late(
    r"(?:目前|当前|此前|截至|近年|近来|[今去前]年|\d{4}年|\d{1,2}(?:月\d{1,2})?日|当地时间|对此|另|报道|外界|分析|在此之前|此次|这是|据|同一天|受此影响)"
    "|[^。！？]{0,30}(?:此前|对此|目前|至今|位于|最初|今年以来|尚未|没有[对就])"
)
_FARTHEST = 40
_SPACE = "&nbsp；"  # as pages that were saved as text leave it
_FIRST = 12  # characters that tell a sentence's first word
_NARRATED = frozenset(("预计", "显示", "报道", "数据", "截至", "包括", "走进", "来到"))
# 习近平主席, 方敏同志的: whom the speaker mentions.
_NAMED_AS = late("总书记|主席|总理|总统|首相|同志|先生|女士|的")
_POST_LAST = late(core_pattern() + "$")
_GOES_ON = late("要|必须|我们|同时|只有|既要|不仅|更要")


@rule(
    "reported speech",
    "What follows the verb without quotation marks, to the end of the paragraph or sentence, or to the next speaker.",
    (
        "市水务局局长何立诚说，下一步，将更换老管网。新管道用球墨铸铁。",
        "何立诚 indirect 下一步，将更换老管网。新管道用球墨铸铁。",
    ),
    (
        "市水务局局长何立诚说，水质稳定。市教育局局长方敏说，学校天天消毒。",
        "何立诚 indirect 水质稳定。 / 方敏 indirect 学校天天消毒。",
    ),
    (
        "市水务局5日表示，新管道已经通水。旧管道随后拆除。目前，路面还在修复。",
        "市水务局 indirect 新管道已经通水。旧管道随后拆除。",
    ),
    ("市教育局局长方敏表示，专家认为，孩子要多睡。", "方敏 indirect 专家认为，孩子要多睡。"),
    ("市教育局局长方敏表示将新建两所学校。", "方敏 indirect 将新建两所学校。"),
    ("市教育局局长方敏强调，安全第一。郭启明、沈南舟参加调研。", "方敏 indirect 安全第一。"),
    ("市教育局局长方敏强调，安全第一。她给大家列了一份清单。", "方敏 indirect 安全第一。"),
    ("市政府对获奖单位表示祝贺。", ""),
)
def reported_speech(paragraph: Paragraph, attribution: Attribution, limit: int) -> None:
    """Keep the words behind the attribution as far as they are its speaker's."""
    text = paragraph.text
    start = attribution.end
    for place in range(bisect_right(paragraph.openings, start), bisect_right(paragraph.openings, limit)):
        opening, closing = paragraph.quotations[place]
        if is_a_last_clause(text, opening, closing):
            limit = min(limit, closing + 2)
            break
        begins = text[opening - 2 : opening - 1] in ("。", "！", "？")
        if begins and place not in paragraph.taken and paragraph.is_sentence((opening, closing)):
            limit = opening - 1
            break
    end = _end_of_speech(paragraph, attribution, limit)
    while end > start and (text[end - 1] in "；，— " or text.endswith(_SPACE, start, end)):
        end -= len(_SPACE) if text.endswith(_SPACE, start, end) else 1
    end = _before_quoted_clause(paragraph, attribution, start, end)
    paragraph.keep(start, end, attribution.speaker.name, "indirect", "reported speech")


def _end_of_speech(paragraph: Paragraph, attribution: Attribution, limit: int) -> int:
    """Where what the speaker tells ends, before ``limit``: with the sentence, or where the narrator speaks again."""
    text, start, speaker = paragraph.text, attribution.end, attribution.speaker
    stop = SENTENCE_END.search(text, start, limit)
    end = stop.end() if stop else limit
    while stop and end < limit:
        stop = SENTENCE_END.search(text, end, limit)
        until = stop.end() if stop else limit
        if text.startswith(speaker.name, end) or (speaker.reports and _BACKGROUND.match(text, end, until)):
            break
        runs_on = speaker.goes_on or speaker.reports or _GOES_ON.match(text, end)
        if not runs_on and not _is_told_to_do(text, end, until):
            break
        if _NARRATION.match(text, end, until) and (speaker.goes_on or not speaker.reports):
            break
        if PRONOUN.match(text[end : end + 2]) and speaker.goes_on:
            break
        if _is_of_another(paragraph, attribution, end, until):
            break
        end = until
    return end


def _is_told_to_do(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with a verb, without a subject: 加快建设…, what the speaker before wants done."""
    first = words_of(text[start : min(end, start + _FIRST)])[0]
    return first.tag == "v" and len(first.text) > 1 and first.text not in _NARRATED


def _is_of_another(paragraph: Paragraph, attribution: Attribution, start: int, end: int) -> bool:
    """Whether a sentence begins with another person, by name alone or with posts before it, of whom it tells."""
    name = paragraph.scene.name
    known = name.search(paragraph.text, start, min(end, start + _FARTHEST)) if name is not None else None
    if known is None or known.group() in attribution.speaker.name or _NAMED_AS.match(paragraph.text, known.end()):
        return False
    before = paragraph.text[start : known.start()]
    return not before or ("，" not in before and _POST_LAST.search(before) is not None)


def _before_quoted_clause(paragraph: Paragraph, attribution: Attribution, start: int, end: int) -> int:
    """Keep the clause in quotation marks with which reported speech ends; where what is reported ends before it."""
    place = bisect_left(paragraph.openings, end) - 1
    if place < 0 or place in paragraph.taken:
        return end
    opening, closing = paragraph.quotations[place]
    text = paragraph.text
    if (
        opening - 2 <= start
        or text[opening - 2] != "，"
        or closing - opening < 6
        or text[closing + 1 : end] not in ("", "。")
    ):
        return end
    paragraph.taken.add(place)
    paragraph.keep(opening, closing, attribution.speaker.name, "direct", "reported speech")
    return opening - 2
