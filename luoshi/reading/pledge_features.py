"""What speaks for and against a segment being a commitment, as named features for the scorer.

A feature looks at one thing: the words with which the segment begins, its subject, the marks of time and tense in
it and around it, the headings over it, whose speech it is, and what kind of document it stands in. Which of them
count, and how much, is learned (``tools/training/commitments.py``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from luoshi.knowledge.speech import words as speech_words
from luoshi.knowledge.words import alternatives
from luoshi.patterns import late
from luoshi.reading.duties import NOBODY
from luoshi.reading.first_words import BODY_TAIL
from luoshi.reading.leanings import Look
from luoshi.reading.segments import Segment, turns

_AROUND = 10  # segments before and after that tell whether a stretch plans or reviews
_PLANS = late(alternatives(speech_words("commitment", "plan_headings")))
_REVIEWS = late(alternatives(speech_words("commitment", "review_headings")))
_PLEDGING = frozenset(speech_words("commitment", "pledging"))
_DIGIT = late("[0-9]")
_YEAR = late("(?<!\\d)((?:19|20)\\d\\d)年")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for all segments of a document: its kind, its year, who speaks for which body."""

    kind: str
    year: int
    posts: Mapping[str, str] = field(default_factory=dict)


def kind_of_document(segments: Sequence[Segment], text: str) -> str:
    """The kind of document by its frame: report, budget, plan, list, talk, news, speech or other."""
    beginning = text[:4000]
    if "各位代表" in text and ("政府工作" in beginning or "国务院" in beginning or "人民政府" in beginning):
        return "budget" if "预算执行情况" in beginning else "report"
    if "规划纲要" in beginning or "五年规划" in text[:300]:
        return "plan"
    if sum(bool(one.duty.form) for one in segments) > 1 or any(word in text[:300] for word in ("工作要点", "纪要")):
        return "list"
    if len(turns(text)) > 3:
        return "talk"
    if any(word in beginning for word in ("讯（", "讯 （", "讯(", "新闻联播", "记者")):
        return "news"
    return "other"


def described(found: Sequence[Look], around: Surroundings) -> Iterator[Look]:
    """The segments in order, each with its features; a segment's features may be dropped when it is decided."""
    sums = [0]
    paragraphs: dict[int, int] = {}
    for look in found:
        sums.append(sums[-1] + look.lean)
        key = id(look.segment.passage)
        paragraphs[key] = paragraphs.get(key, 0) + look.lean
    sections = sections_of(found, around)
    announced: set[tuple[int, str]] = set()
    for at, look in enumerate(found):
        near = sums[min(len(found), at + _AROUND + 1)] - sums[max(0, at - _AROUND)]
        close = sums[min(len(found), at + 4)] - sums[max(0, at - 3)]
        paragraph = paragraphs[id(look.segment.passage)] - look.lean
        look.features = _features(look, around, sections[at], (_step(near), _step(close), _step(paragraph)))
        speaker = (look.segment.block.article, look.segment.speaker)
        if speaker[1]:
            look.features += _of_speaker(look, around, speaker in announced)
            if look.lean > 0 and look.words.modal in _SAID_AHEAD:
                announced.add(speaker)
        yield look


_SAID_AHEAD = frozenset(("将", "要", "拟", "计划", "会"))
_STEPS = (-12, -6, -2, 2, 6, 12)
_STEP_NAMES = ("-12", "-6", "-2", "2", "6", "12", "13")


def _step(value: int) -> str:
    """A sum in steps."""
    return _STEP_NAMES[bisect_left(_STEPS, value)]


def sections_of(found: Sequence[Look], around: Surroundings) -> list[str]:
    """plan, review or none for each segment: what the headings over it say, carried on where they say nothing."""
    out = []
    carried, article, headings, section = "", -1, None, "none"
    for look in found:
        block = look.segment.block
        if block.article != article:
            article, carried, headings = block.article, "", None
        over = block.headings if block.kind != "heading" else (*block.headings, block.passage)
        if over is not headings:
            headings = over
            section = ""
            for heading in over:
                told = _told(heading.text, around.year)
                section = told or section
            if section:
                carried = section
            section = section or (carried if over else "") or "none"
        out.append(section)
    return out


def _told(heading: str, year: int) -> str:
    """Whether a heading's words announce a plan or a review; the year that it names tells where they don't."""
    plans = _PLANS.search(heading) is not None
    if not plans and _REVIEWS.search(heading):
        return "review"
    named = [int(one) for one in _YEAR.findall(heading)]
    if named and year and "今后" not in heading and "下一步" not in heading:
        return "plan" if max(named) >= year else "review"
    return "plan" if plans else ""


def _features(look: Look, around: Surroundings, section: str, context: tuple[str, str, str]) -> list[str]:
    """All features of a segment but those of what was decided before it."""
    segment = look.segment
    near, close, paragraph = context
    lean = look.lean
    first, subject, modal, verb, tag = look.words[:5]
    speaker = speaker_class(segment.speaker, around) if segment.speaker else "narrator"
    evidence = _evidence(look, section, around)
    out = [
        *_of_context(around.kind, section, near, close, paragraph, lean),
        *_of_subject(section, near, subject, modal, tag),
        *_of_evidence(near, subject, speaker, evidence),
        *_of_first(first, verb),
        *_of_form(
            segment.block.kind, around.kind, min(4, len(segment.text) // 20), segment.mark, look.target, bool(look.due)
        ),
    ]
    _of_frame(look, around, out)
    _of_speech(look, out)
    return out


# These are made of few values that come again and again, so that each is made once.
@lru_cache(1 << 12)
def _of_context(kind: str, section: str, near: str, close: str, paragraph: str, lean: int) -> tuple[str, ...]:
    """Features of what stands around a segment."""
    return (
        "bias", f"kind={kind}", f"section={section}", f"near={near}", f"close={close}", f"paragraph={paragraph}",
        f"lean={lean}", f"section,near={section},{near}", f"section,lean={section},{lean}", f"near,lean={near},{lean}",
        f"close,lean={close},{lean}",
    )  # fmt: skip


@lru_cache(1 << 12)
def _of_subject(section: str, near: str, subject: str, modal: str, tag: str) -> tuple[str, ...]:
    """Features of a segment's subject, modal and first part of speech."""
    return (
        f"subject={subject}", f"modal={modal}", f"tag={tag}", f"section,subject={section},{subject}",
        f"near,subject={near},{subject}", f"subject,modal={subject},{modal}", f"section,tag={section},{tag}",
    )  # fmt: skip


@lru_cache(1 << 12)
def _of_evidence(near: str, subject: str, speaker: str, evidence: int) -> tuple[str, ...]:
    """Features of how much speaks for what is ahead."""
    return (
        f"evidence={evidence}", f"speaker,evidence={speaker},{evidence}", f"subject,evidence={subject},{evidence}",
        f"near,evidence={near},{evidence}",
    )  # fmt: skip


@lru_cache(1 << 14)
def _of_first(first: str, verb: str) -> tuple[str, ...]:
    """Features of a segment's first word and first verb."""
    return (f"first={first}", f"verb={verb}") if verb else (f"first={first}",)


@lru_cache(1 << 10)
def _of_form(block: str, kind: str, length: int, mark: str, target: bool, due: bool) -> tuple[str, ...]:
    """Features of the block that a segment stands in, its length and last mark, a number to be reached, what is due."""
    ends = mark if mark in "。；！？;!?" else ""
    out = f"block={block}", f"length={length}", f"mark={ends}", f"semicolon={mark in '；;'}", f"due,kind={due},{kind}"
    return (*out, "target") if target else out


def _evidence(look: Look, section: str, around: Surroundings) -> int:
    """How much speaks for what is ahead against what is done: one for each of a few plain signs."""
    segment = look.segment
    found = (section == "plan") - (section == "review") + (look.lean > 1) - (look.lean < -1)
    found += bool(look.due) + (look.words.modal in _PLEDGING) + (segment.duty is not NOBODY)
    found -= bool(look.done) + segment.text.endswith(("？", "?")) + (segment.mark in "？?")
    if around.year and look.years:
        found += (look.years[-1] > around.year) - (look.years[0] < around.year)
    return found


def _of_frame(look: Look, around: Surroundings, out: list[str]) -> None:
    """Marks of lists and of announcements, numbers, the years that are named, words of what is ahead and over."""
    segment, text = look.segment, look.segment.text
    if segment.duty.form:
        out.append(f"duty={segment.duty.form}")
    if segment.marker:
        out.append(f"item={segment.marker[-1]}")
    if segment.announcement:
        goal = any(word in segment.announcement for word in _GOALS)
        out.append(f"announced={'goal' if goal else 'other'}")
    if _DIGIT.search(text):
        out.append("number")
    for year in look.years if around.year else ():
        out.append(f"year={'ahead' if year > around.year else 'same' if year == around.year else 'past'}")
    if look.done:
        out += [f"done={word}" for word in look.done]
    if look.due:
        out += [f"due={word}" for word in look.due]
    if "各位代表" in text or "同志们" in text:
        out.append("address")


_GOALS = ("目标", "要求", "任务", "安排", "措施", "思路", "打算")


def _of_speech(look: Look, out: list[str]) -> None:
    """How speech is printed, and with which verb it is introduced."""
    segment, subject, modal = look.segment, look.words.subject, look.words.modal
    if not segment.speaker:
        out.append("speech=none")
        return
    mode = segment.statement.mode if segment.statement is not None else "turn"
    out += (
        f"speech={mode}", f"speech,modal={modal}", f"speech,subject={subject}", f"speech,lean={look.lean}",
        f"speech,verb={segment.verb}", f"speech,subject,modal={subject},{modal}",
    )  # fmt: skip


def _of_speaker(look: Look, around: Surroundings, announced: bool) -> list[str]:
    """Whether the speaker speaks for a body, and has already said what it will do."""
    speaker, lean = speaker_class(look.segment.speaker, around), look.lean
    return [
        f"speaker={speaker}", f"speaker,announced={speaker},{announced}", f"speaker,lean={speaker},{lean}",
        f"announced,lean={announced},{lean}", f"speaker,announced,lean={speaker},{announced},{lean}",
        f"speaker,verb={speaker},{look.segment.verb}", f"speaker,modal={look.words.modal},{speaker}",
    ]  # fmt: skip


def speaker_class(speaker: str, around: Surroundings) -> str:
    """office for who speaks for a body, leader for a post without one, body, asker or other."""
    if speaker in around.posts:
        return "office" if around.posts[speaker] else "leader"
    if speaker.endswith(("记者", "主持人", "问")):
        return "asker"
    return "body" if speaker and speaker[-1] in BODY_TAIL else "other"


def concrete_features(look: Look) -> list[str]:
    """What tells a task from a slogan: numbers, names in quotation marks, works and papers, times, its length."""
    text, words = look.segment.text, look.words
    return [
        *_of_measures(min(6, len(text) // 15), min(4, text.count("、")), bool(_DIGIT.search(text)), words.tag),
        *_of_tags(words.tags),
        *(f"has={mark}" for mark in sorted(set(_CONCRETE.findall(text)))),
    ]


@lru_cache(1 << 12)
def _of_measures(length: int, listed: int, number: bool, tag: str) -> tuple[str, ...]:
    """Features of how long a task is, how many things it lists, and how it begins."""
    out = ("bias", f"length={length}", f"listed={listed}", f"first tag={tag}")
    return (*out, "number") if number else out


@lru_cache(1 << 8)
def _of_tags(tags: frozenset[str]) -> tuple[str, ...]:
    """Features of the parts of speech that a task's first words have."""
    return tuple(f"tag={tag}" for tag in sorted(tags))


_CONCRETE = late(alternatives(speech_words("commitment", "concrete")))
