"""Headlines that report: who, a verb of speech, and what, without punctuation; several may share a line.

1.临澜海事局称航道已恢复通行 港口集团称货轮陆续靠泊；
┬ ────┬──── ┬ ──────┬─────  ────┬─── ┬ ────┬─────
number who verb   said         who verb   said
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from luoshi.knowledge.bodies import posts
from luoshi.language.rules import rule
from luoshi.language.words import words as words_of
from luoshi.patterns import late
from luoshi.reading.attributions import NOT_VERB, SHOWN
from luoshi.reading.scenes import Paragraph
from luoshi.reading.speakers import AGENCY, NO_SUBJECT, subject_of

MAY_REPORT = late("称|表示|认为|指责|警告|强调|指出|要求|提出|宣布|呼吁|谴责|批评|承认|证实|重申|敦促|否认")
_NUMBER = late(r"(?:\d{1,2}[.．、]|（\d{1,2}）)\s?")
_REPORTS = late(
    "([^，。：“”《》]{1,14}?)"
    r"(?:(?:联合|以[^，]{2,8}多数)?(?:下发|印发|发出|通过)(?:通知|意见|决议|倡议)(?:要求|提出|敦促|呼吁)"
    r"|称(?!为|号|呼|作)|表示|认为|指责|警告|宣布|呼吁|谴责|批评|承认|证实|重申|敦促|否认)([^，。：；]{4,40})[：；。]?$"
)
# 谴责袭击行为, 宣布新政府名单: a thing, and nothing that is said.
_A_THING = late("(?:宣布|谴责|批评|指责|承认|否认)[^，。：；]*(?:行为|行动|开幕|闭幕|开始|结果|名单|事宜)$")
# Verbs that a thing follows too: 宣布紧急状态, 承认错误.
_OF_A_DEED = ("宣布", "承认")
_STRESSES = late("(.{2,60}?)(?:时|中|会上|期间)?(?:强调|指出|要求|提出)：?$")
_SPACES = late(r"\s+")
_ENDS = "：；。"
_LONGEST = 120
_LONGEST_BODY = 10  # characters of a body that is only named


@rule(
    "headline that reports",
    "A line without punctuation, or a part of it between spaces: who, 称, and what; or on what occasion who 强调 it.",
    ("临澜海事局称航道已经恢复通行", "临澜海事局 indirect 航道已经恢复通行"),
    (
        "1.临澜海事局称航道已恢复通行 港口集团称货轮陆续靠泊；",
        "临澜海事局 indirect 航道已恢复通行 / 港口集团 indirect 货轮陆续靠泊",
    ),
    ("（2）俄称击落数架无人机 乌称打击多个目标；", "俄 indirect 击落数架无人机 / 乌 indirect 打击多个目标"),
    ("临澜海事局称航道已恢复 收起警戒浮标；", "临澜海事局 indirect 航道已恢复 收起警戒浮标"),
    ("临澜海事局称航道已恢复 东屿市连日阴雨；", "临澜海事局 indirect 航道已恢复"),
    (
        "市教育局局长方敏在一中调研时强调 把校车管好 让家长放心；\n方敏走访学校。",
        "方敏 indirect 把校车管好 让家长放心",
    ),
    ("美称拦截无人机 以称在边境建哨所", "美 indirect 拦截无人机 / 以 indirect 在边境建哨所"),
    ("国际人士认为东屿港前景广阔", "国际人士 indirect 东屿港前景广阔"),
    ("东屿渔民协会呼吁限制夜间捕捞", "东屿渔民协会 indirect 限制夜间捕捞"),
    ("市水务局 市教育局联合下发通知要求查清校舍水管", "市水务局 市教育局 indirect 查清校舍水管"),
    ("多方谴责袭击港口的行为", ""),
    ("市政府表示祝贺 港口开通", ""),
    ("临澜被称为花园城市", ""),
)
def headline_that_reports(paragraph: Paragraph) -> bool:
    """Keep what a headline reports; tells whether it reports anything."""
    text = paragraph.text
    before = len(paragraph.scene.found)
    parts = list(_parts(paragraph))
    if text.endswith("。") and parts == [(0, len(text))]:
        return False  # a sentence
    place = 0
    while place < len(parts):
        start, end = parts[place]
        place += 1
        stresses = _STRESSES.match(text, start, end) if place < len(parts) else None
        if stresses is not None and (who := _named(paragraph, stresses.group(1))):
            until = parts[-1][1]
            paragraph.keep(parts[place][0], _without_mark(text, until), who, "indirect", "headline that reports")
            break
        reports = _REPORTS.match(text[start:end])
        if reports is None:
            continue
        said, until = start + reports.start(2), start + reports.end(2)
        who = reports.group(1)
        if SHOWN.match(text, said - 2) or _A_THING.match(text, start + reports.end(1), until):
            continue
        if who not in _countries() and not _may_say(who, text[start:said]):
            continue
        if text.startswith(_OF_A_DEED, start + len(who)) and not _begins_with(text[said:until], "v", "p", "d"):
            continue
        while place < len(parts) and _goes_on(text[slice(*parts[place])]):
            until = _without_mark(text, parts[place][1])
            place += 1
        who = _named(paragraph, who) or _with_those_before(text, parts, start, subject_of(who))
        paragraph.keep(said, until, who, "indirect", "headline that reports")
    return len(paragraph.scene.found) > before


def may_be_headline(text: str) -> bool:
    """Whether a paragraph can be a headline or an item of a day's list: it is short, and no sentence ends within it."""
    return len(text) <= _LONGEST and "。" not in text[:-1]


def who_stresses(paragraph: Paragraph) -> str:
    """The person whom a headline ends with stressing what its next line says; ``""`` where it ends otherwise."""
    stresses = _STRESSES.fullmatch(paragraph.text)
    return _named(paragraph, stresses.group(1)) if stresses is not None else ""


@cache
def _countries() -> frozenset[str]:
    """Countries as headlines name them, those of one character, too: 以称, 美称."""
    return frozenset(posts()["names"]["abroad"].split())


def _may_say(who: str, with_verb: str) -> bool:
    """Whether the words before a headline's verb can be a subject, and the verb is no part of a longer word."""
    if NO_SUBJECT.match(with_verb) or NOT_VERB.search(with_verb) or who.endswith(("被", "人", "自")):
        return False
    return who[0] in _countries() or len(words_of(who, guess=False)[0].text) == 1 or not _begins_with(who, "v")


def _with_those_before(text: str, parts: list[tuple[int, int]], start: int, who: str) -> str:
    """Who speaks, with the bodies and countries that spaces set before the part at ``start``: 水务局 教育局下发通知."""
    names = [who]
    for begin, end in reversed([part for part in parts if part[1] <= start]):
        before = text[begin:end]
        told = any(word.tag.startswith("v") for word in words_of(before, guess=False))
        if before not in _countries() and (told or len(before) > _LONGEST_BODY or AGENCY.search(before) is None):
            break
        names.insert(0, before)
    return " ".join(names)


def _begins_with(part: str, *tags: str) -> bool:
    """Whether the words begin with one of these tags: 降息25个基点, but 紧急戒严令."""
    first = words_of(part, guess=False)[0]
    return first.tag.startswith(tags)


def _parts(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The extents between the spaces and the line ends of print, without the line's number."""
    text = paragraph.text
    cuts = {*paragraph.passage.starts, *(space.end() for space in _SPACES.finditer(text)), len(text)}
    for start, end in pairwise(sorted({0, *cuts})):
        number = _NUMBER.match(text, start)
        begin = number.end() if number else start
        stop = begin + len(text[begin:end].rstrip())
        if begin < stop:
            yield begin, stop


def _named(paragraph: Paragraph, words: str) -> str:
    """The known person whom the words name, ``""`` for none."""
    name = paragraph.scene.name.search(words) if paragraph.scene.name is not None else None
    return name.group() if name else ""


def _goes_on(part: str) -> bool:
    """Whether a part has no subject of its own, so that the speaker before goes on: 收起警戒浮标."""
    return _REPORTS.match(part) is None and words_of(part)[0].tag.startswith(("v", "m", "d", "c"))


def _without_mark(text: str, end: int) -> int:
    return end - 1 if text[end - 1] in _ENDS else end
