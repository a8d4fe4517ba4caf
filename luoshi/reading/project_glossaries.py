"""Projects that a report counts in its text and names in its notes.

    推进3个国铁、5个地铁项目建设        …        名词解释  …  5个地铁项目：1号线、2号线东延段、…

The notes at the end of a report say what a counted phrase means; what is said of the phrase in the text is said of
each work that they name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.block_frames import Framed
from luoshi.reading.frames import Frame
from luoshi.reading.outline import Block
from luoshi.reading.project_clauses import Member, members
from luoshi.reading.project_names import features
from luoshi.reading.project_words import NEUTRAL, project_words, stage_of
from luoshi.reading.scorer import weights
from luoshi.records import Project, Span, Stage

_NOTES = late("(?:名词|有关名词|部分名词|用语)(?:解释|注释|说明)|(?:《政府工作报告》|报告)注释|\\A注释")
_TITLE = 24  # characters of the heading of notes
# 5个地铁项目： and 5个地铁项目，指.
_MEANS = late(
    r"(?P<count>\d{1,3})(?P<measure>[个条项大座处])(?P<what>[^，。；：:、“”（）\d]{2,14})[”]?(?:[：:](?:指|是指|包括)?|，?(?:指|是指|包括))"
)
_STOP = late("[。；]")
_OPENING, _CLOSING = "（(", "）)"
_SENTENCE = late("[^。！？!?；]+")
_WORDS_ONLY = late("(?:等)?(?:续建)?(?:重点)?(?:建设)?(?:工程)?(?:项目)?$")
_ASIDE = late("[（(](?P<words>[^（）()]{2,12})[）)]$")
_AHEAD = late("计划|拟|将|力争|争取")
_SHORTEST, _LONGEST = 2, 48


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text says of a counted phrase: the stage, whether it is to come, the block's frame, the words."""

    stage: Stage
    ahead: bool
    frame: Frame
    span: Span


@rule(
    "project in a report's notes",
    "What the text says of a counted phrase (推进5个地铁项目建设) is said of each work that the notes name for it.",
    (
        "临澜市政府工作报告\n各位代表：\n二、2025年工作安排\n今年要推进2个跨海项目、3个水库项目建设。\n名词解释\n"
        "2个跨海项目：南塘跨海大桥、青石海底隧道。",
        "南塘跨海大桥 going on ahead / 青石海底隧道 going on ahead",
    ),
)
def glossary_projects(document_text: str, framed: Framed, place: str) -> Iterator[Project]:
    """The works that the notes of a report name, each as its text tells of it."""
    first = next((at for at, (block, _, _) in enumerate(framed.blocks) if _begins_notes(block)), len(framed.blocks))
    if not framed.report or first == len(framed.blocks):
        return
    body = framed.blocks[:first]
    for block, _, _ in framed.blocks[first + 1 :]:
        text = block.passage.text
        found = list(_MEANS.finditer(text))
        for at, phrase in enumerate(found):
            end = found[at + 1].start() if at + 1 < len(found) else len(text)
            named = list(_names(text, phrase.end(), end))
            if not 1 < len(named) <= int(phrase["count"]) + 1:
                continue
            if not _WORDS_ONLY.sub("", phrase["what"]) and not _are_names(text, named):
                continue
            told = _told(document_text, body, phrase)
            if told is not None:
                for start, last in named:
                    yield _project(document_text, block, (start, last), told, place)


def _begins_notes(block: Block) -> bool:
    """Whether a block is the heading of a report's notes."""
    return block.table is None and len(block.passage.text) <= _TITLE and _NOTES.search(block.passage.text) is not None


def _are_names(text: str, named: list[tuple[int, int]]) -> bool:
    """Whether most of what is only called works (5个工程项目) bear names of their own."""
    score = weights("projects").score
    words = [text[start:end] for start, end in named]
    own = [
        score(features(each, Member(0, len(each), NEUTRAL, "推进", "before", 3, "项目"), "report")) for each in words
    ]
    return 3 * sum(one > 0 for one in own) > 2 * len(own)


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list, parted by 、 outside brackets, and by 和 behind a whole one."""
    stop = _STOP.search(text, start, end)
    end = stop.start() if stop else end
    depth, first = 0, start
    for at in range(start, end + 1):
        mark = text[at] if at < end else "、"
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
        elif (mark in "、，" and not depth) or at == end:
            yield from _pieces(text, first, at)
            first = at + 1


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One name, or the two that 和 joins; what is too long or too short is none."""
    joint = text.find("和", start + _SHORTEST, end - _SHORTEST)
    if joint > 0 and project_words().kind(_ASIDE.sub("", text[start:joint])):
        yield from _pieces(text, start, joint)
        start = joint + 1
    if _SHORTEST <= end - start <= _LONGEST:
        yield start, end


def _told(document_text: str, body: tuple[tuple[Block, str, Frame], ...], phrase: re.Match[str]) -> _Told | None:
    """What the text says of a phrase of the notes; None where no verb governs it."""
    stem = _WORDS_ONLY.sub("", phrase["what"]) or phrase["what"]
    counted = re.compile(rf"(?<!\d){phrase['count']}[个条项大座处]{re.escape(stem)}")
    for block, _, frame in body:
        found = counted.search(block.passage.text) if block.table is None else None
        if found is None:
            continue
        text = block.passage.text
        for sentence in _SENTENCE.finditer(text):
            if sentence.start() <= found.start() < sentence.end():
                member = _member(members(text, *sentence.span()), found.start())
                if member is not None:
                    ahead = frame.status == "target" or _AHEAD.search(text, sentence.start(), found.start()) is not None
                    return _Told(member.stage, ahead, frame, block.passage.span(document_text, *found.span()))
    return None


def _member(found: list[Member], at: int) -> Member | None:
    """The member of a sentence in which a place lies."""
    starts = [member.start for member in found]
    place = bisect_right(starts, at) - 1
    return found[place] if place >= 0 and at < found[place].end else None


def _project(document_text: str, block: Block, extent: tuple[int, int], told: _Told, place: str) -> Project:
    """The record of a name in the notes; a bracket behind it may tell a stage of its own (计划新开工)."""
    start, end = extent
    text = block.passage.text
    aside = _ASIDE.search(text, start, end)
    stage, ahead = told.stage, told.ahead
    if aside is not None and project_words().verb.search(aside["words"]):
        stage, ahead = stage_of(aside["words"]), ahead or _AHEAD.search(aside["words"]) is not None
        end = aside.start()
    span = block.passage.span(document_text, start, end)
    sources = [("stage", told.span)]
    if told.frame.span is not None:
        sources.append(("period", told.frame.span))
    return Project(
        quote=span.quote,
        start=span.start,
        end=span.end,
        rule="project in a report's notes",
        sources=tuple(sources),
        name=text[start:end],
        stage=stage,
        ahead=ahead,
        period=told.frame.period,
        place=place,
    )
