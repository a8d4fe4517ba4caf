"""Speech between quotation marks: before its speaker, behind it, or beside whom the words around tell of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.attributions import Attribution
from luoshi.reading.scenes import Paragraph, is_a_last_clause, sentences
from luoshi.reading.speakers import PRONOUN, subject_of

_QUOTED_OR_END = late("[。！？“]")
_NEIGHBOUR = 60
_TOLD_ME = late("([^，。：；“”]{1,16}?)[跟对向][我咱](?:们)?(?:说|讲)[，：]“$")
_LONGEST_TOLD = 26
# Characters of a quoted phrase that can be speech: fewer where a comma or a colon leads to it.
_SHORT, _SHORT_WITHOUT_A_MARK = 4, 6

_LONGEST_SPEECH = 20_000  # characters, beyond which marks that nobody closes open no more paragraphs


@rule(
    "quotation before its speaker",
    "A quoted sentence and, right behind it, who says so: “…。”方敏说。",
    ("“新校舍秋天启用。”市教育局局长方敏说。", "方敏 direct 新校舍秋天启用。"),
    (
        "“水价三年不变。”市水务局局长何立诚表示，补贴由财政承担。",
        "何立诚 direct 水价三年不变。 / 何立诚 indirect 补贴由财政承担。",
    ),
    (
        "“路修好了，”村民赵大叔说，“果子也卖得出去了。”",
        "赵大叔 direct 路修好了， / 赵大叔 direct 果子也卖得出去了。",
    ),
    ("“这条路我们盼了整整十年”，市水务局局长何立诚说。", "何立诚 direct 这条路我们盼了整整十年"),
    ("“海上风电”项目开工，市长方敏说，三年建成。", "方敏 indirect 三年建成。"),
    (
        "市教育局局长方敏当即邀请：“欢迎来看。”市水务局局长何立诚说，一定去。",
        "方敏 direct 欢迎来看。 / 何立诚 indirect 一定去。",
    ),
)
def quotation_before_its_speaker(paragraph: Paragraph, attribution: Attribution) -> None:
    """Keep the quotations that end where the attribution begins."""
    at = attribution.start
    place = bisect_left(paragraph.openings, at) - 1
    while place >= 0 and place not in paragraph.taken:
        start, end = paragraph.quotations[place]
        if paragraph.text[start - 2 : start - 1] == "：":
            break  # who speaks stands before the colon
        touches = end + 1 == at and paragraph.is_sentence((start, end))
        least = _SHORT if attribution.mark in ("。", "！") else 7
        if not touches and not (end + 2 == at and paragraph.text[end + 1] == "，" and end - start > least):
            break
        paragraph.taken.add(place)
        paragraph.keep(start, end, attribution.speaker.name, "direct", "quotation before its speaker")
        at, place = start - 1, place - 1


@rule(
    "quotation behind its speaker",
    "A verb of speech, a colon or comma and a quotation that is a whole utterance; several in a row are one speaker's.",
    ("市教育局局长方敏说：“新校舍秋天启用。”", "方敏 direct 新校舍秋天启用。"),
    ("市水务局局长何立诚强调，“一滴水也不能浪费”。", "何立诚 direct 一滴水也不能浪费"),
    ("市水务局局长何立诚强调，“水要省着用”，“账要天天算”。", "何立诚 direct 水要省着用 / 何立诚 direct 账要天天算"),
    ("市水务局局长何立诚强调，“河长制”要落到人。", "何立诚 indirect “河长制”要落到人。"),
    (
        "市水务局局长何立诚强调“水要省着用着不浪费”“账要天天算月月清”。",
        "何立诚 direct 水要省着用着不浪费 / 何立诚 direct 账要天天算月月清",
    ),
    (
        "市教育局局长方敏追问：“补助何时到账？”“两个月内。”市水务局局长何立诚答。",
        "方敏 direct 补助何时到账？ / 何立诚 direct 两个月内。",
    ),
    ("会议提出“在节水上持续用力”。", ""),
)
def quotation_behind_its_speaker(paragraph: Paragraph, attribution: Attribution, following: int) -> bool:
    """Keep the quotations that begin where the attribution ends; tells whether there was one.

    ``following`` is where the next attribution begins: a further quotation that ends there is its own.
    """
    text = paragraph.text
    at = attribution.end
    found = False
    place = bisect_left(paragraph.openings, at)
    while place < len(paragraph.quotations) and paragraph.quotations[place][0] - 1 == at:
        start, end = paragraph.quotations[place]
        whole = paragraph.is_sentence((start, end))
        least = _SHORT if attribution.mark in ("，", "：", ",", ":") else _SHORT_WITHOUT_A_MARK
        phrase = end - start > least and text[end + 1 : end + 2] in "。，；！？、“"
        if not (whole or phrase) or (found and end + 1 == following):
            break
        paragraph.taken.add(place)
        paragraph.keep(start, end, attribution.speaker.name, "direct", "quotation behind its speaker")
        found = True
        at, place = end + 1, place + 1
        while text[at : at + 1] in ("，", "、", "；", "和"):
            at += 1
    return found


@rule(
    "quotation beside a person",
    "A quoted sentence without a verb of speech: of whom the words behind it, or before it, tell something.",
    ("“先修路。”村民赵大叔说。“再建桥。”", "赵大叔 direct 先修路。 / 赵大叔 direct 再建桥。"),
    (
        "市教育局局长方敏说，今年建两所学校。“明年再建四所。”",
        "方敏 indirect 今年建两所学校。 / 方敏 direct 明年再建四所。",
    ),
    ("“水来了！”市水务局局长何立诚提高了声音。", "何立诚 direct 水来了！"),
    ("市水务局局长何立诚作出批示：“大坝要天天巡查。”", "何立诚 direct 大坝要天天巡查。"),
    (
        "市教育局局长方敏没有带稿子。“先看校车。”她指着窗外，“再看食堂。”",
        "方敏 direct 先看校车。 / 方敏 direct 再看食堂。",
    ),
    ("墙上写着：“安全第一。”", ""),
)
def quotation_beside_a_person(paragraph: Paragraph, attributions: list[Attribution]) -> None:
    """Keep the sentences in quotation marks that are left, each for the person told of beside it."""
    text = paragraph.text
    ends = [attribution.end for attribution in attributions]
    for place, (start, end) in enumerate(paragraph.quotations):
        mark = text[start - 2 : start - 1]
        whole = paragraph.is_sentence((start, end)) or is_a_last_clause(text, start, end)
        if place in paragraph.taken or not whole or mark not in ("", *"。！？”，："):
            continue
        colon = mark == "："
        speaker = "" if colon else _told_behind(paragraph, end + 1)
        spoke = bisect_right(ends, start) - 1
        speaker = speaker or (_told_before(paragraph, start - 1) if colon or spoke < 0 else "")
        if not speaker and spoke >= 0:
            speaker = attributions[spoke].speaker.name
        paragraph.taken.add(place)
        paragraph.keep(start, end, speaker, "direct", "quotation beside a person")


def _told_behind(paragraph: Paragraph, at: int) -> str:
    """The person of whom the words right behind a quotation tell, ``""`` where they tell of none."""
    text = paragraph.text
    stop = _QUOTED_OR_END.search(text, at)
    until = min(stop.start() if stop else len(text), at + _NEIGHBOUR)
    if PRONOUN.match(text[at:until]):
        return paragraph.person_before(at)
    name = paragraph.scene.name.search(text, at, until) if paragraph.scene.name is not None else None
    return name.group() if name else ""


def _told_before(paragraph: Paragraph, at: int) -> str:
    """The person of whom the sentence before a quotation tells, ``""`` where it tells of none."""
    text = paragraph.text
    for start, end in reversed(sentences(text, at)[-1:]):
        subject = subject_of(text[start:end])
        if PRONOUN.match(subject):
            return paragraph.person_before(start)
        name = paragraph.scene.name.search(text, start, end) if paragraph.scene.name is not None else None
        return name.group() if name else ""
    return ""


@rule(
    "quotation over paragraphs",
    "A paragraph that is one quotation, right after a quotation, is the same speaker's.",
    (
        "市教育局局长方敏说：“今年建两所学校。”\n“明年再建四所。”",
        "方敏 direct 今年建两所学校。 / 方敏 direct 明年再建四所。",
    ),
)
def quotation_over_paragraphs(paragraph: Paragraph) -> None:
    """Keep a paragraph that is nothing but a quotation for who spoke in the paragraph before."""
    if len(paragraph.quotations) == 1 and paragraph.quotations[0] == (1, len(paragraph.text) - 1):
        paragraph.keep(*paragraph.quotations[0], paragraph.scene.speaker, "direct", "quotation over paragraphs")


@rule(
    "quotation left open",
    "Speech whose quotation mark is not closed at a paragraph's end goes on in the next, which opens with one.",
    (
        "市教育局局长方敏说：“今年先建两所学校。\n“明年再建四所。”掌声响起。",
        "方敏 direct 今年先建两所学校。\n“明年再建四所。",
    ),
)
def quotation_left_open(paragraph: Paragraph, attributions: list[Attribution]) -> None:
    """Let the statement that the paragraph before left open go on over this one's first quotation."""
    if not paragraph.scene.goes_on or paragraph.openings[:1] != [1]:
        return
    if len(paragraph.scene.found[-1].quote) > _LONGEST_SPEECH:
        return
    closing = paragraph.quotations[0][1]
    if all(attribution.start != closing + 1 for attribution in attributions):
        paragraph.taken.add(0)
        paragraph.extend(closing)


@rule(
    "quotation in a dialogue",
    "Paragraphs that are one quotation each, after two people are told to talk: they take turns.",
    (
        "市教育局局长方敏同村民孔有福拉起了家常。\n“校车几点到？”\n“七点。”\n方敏点点头。",
        "方敏 direct 校车几点到？ / 孔有福 direct 七点。",
    ),
)
def quotation_in_a_dialogue(paragraph: Paragraph) -> bool:
    """Keep a paragraph that is nothing but a quotation for whose turn it is; tells whether two people talk."""
    scene = paragraph.scene
    if scene.pair is None or paragraph.quotations != [(1, len(paragraph.text) - 1)]:
        return False
    paragraph.keep(*paragraph.quotations[0], scene.pair[0], "direct", "quotation in a dialogue")
    scene.pair = scene.pair[::-1]
    return True


@rule(
    "quotation within a turn",
    "Whom the words of an interview quote: 他跟我说：“…”.",
    (
        "市教育局局长方敏接受采访。\n方敏：我去看过村民孔有福。他跟我说：“校车早一点。”",
        "方敏 direct 我去看过村民孔有福。他跟我说：“校车早一点。” / 孔有福 direct 校车早一点。",
    ),
)
def quotation_within_a_turn(paragraph: Paragraph) -> None:
    """Keep the sentences in quotation marks that others say within a turn of an interview."""
    for start, end in paragraph.quotations:
        told = _TOLD_ME.search(paragraph.text, max(0, start - _LONGEST_TOLD), start)
        if told is None or not paragraph.is_sentence((start, end)):
            continue
        # 他 is whom the speaker named last.
        since = 0 if PRONOUN.match(told.group(1)) else told.start(1)
        name = paragraph.scene.name
        names = [one.group() for one in name.finditer(paragraph.text, since, told.end())] if name is not None else []
        others = [one for one in names if one != paragraph.scene.interview.turn]
        paragraph.keep(start, end, others[-1] if others else "", "direct", "quotation within a turn")
