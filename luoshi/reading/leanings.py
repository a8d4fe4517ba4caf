"""How a segment looks before anything around it is asked: its first words, its subjects, whether it leans to plans.

A segment's lean is a scorer's answer over words of no topic (``tools/training/commitments.py``); what surrounds a
segment is described by the leans of its neighbours (:mod:`luoshi.reading.pledge_features`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter
from typing import Literal

from luoshi.knowledge.speech import words as speech_words
from luoshi.knowledge.words import alternatives
from luoshi.language.words import tagged
from luoshi.patterns import late, standing_at
from luoshi.reading.scorer import weights
from luoshi.reading.segments import Segment

_HEAD = 60  # characters of a segment that are cut into words
WE = frozenset(("我们", "我", "我局", "本局", "我委", "我市", "我省", "我县", "我区", "我州", "咱们", "政府", "该局"))
BODY_TAIL = frozenset("部委局署办院厅会府处行校心团司区县镇乡科队社统门方军省市党国盟公司")
_TIME_FIRST = late(
    r"^(?:接下来|下一步|下一阶段|未来|今后|明年|今年|目前|同时|此外|为此|近期|另外|对此|据悉|(?:20)?\d{2}年|\d{1,2}月(?:\d{1,2}日)?|[底初]|年底前?|起|，|,)+"
)
_SUBJECT_END = late("(?:也|还|都|均|正|更|则|今年|明年|近期|目前|下一步|年内|已经|已|\\d{1,2}月(?:底|\\d{1,2}日)?)+$")
_NO_SUBJECT = late(
    "[“”《》：；。（）]|^(?:在|对|把|从|以|按照|根据|为|到|通过|围绕|经|由|针对|聚焦|据|记者)|[的和与等了上中后时前]$"
)
_LONGEST_SUBJECT = 20
_ANNOUNCING = frozenset(("将", "拟", "计划", "要", "会", "力争", "承诺", "准备", "正在"))
_TARGET = late(
    standing_at(
        "增下达突控提占压降不",
        "(?:(?:增长|下降|达到|突破|控制|提高|占|压|降|达)[^，。；]{0,14}\\d[\\d.,]*[^，。；]{0,8}(?:左右|以上|以内|以下)"
        "|不低于|不少于|不超过)",
    )
)
_DUE = late(alternatives(speech_words("commitment", "due")))
_DONE = late(alternatives(speech_words("commitment", "done")))
_YEAR = late("(?<!\\d)((?:19|20)\\d\\d)年")
_NO_TOPIC = frozenset("vaducpfyr")  # parts of speech, by their first letter, whose words are of no topic
_LEVELS = (100, 400, 900)


@dataclass(slots=True)
class Look:
    """A segment with its first words as (text, part of speech), its subjects, and the signs that it holds.

    ``words`` are the first words alone.
    ``due`` and ``done`` are its words of what is ahead and of what is over, ``years`` those it names, ``target``
    tells whether it sets a number to be reached; ``lean`` is above 0 for plans, below 0 for reviews, -3 to 3.
    ``subject`` (its class), ``modal`` and ``features`` are told by :mod:`luoshi.reading.pledge_features`.
    """

    segment: Segment
    head: list[tuple[str, str]]
    words: list[str]
    subjects: list[tuple[str, str]]
    due: list[str]
    done: list[str]
    years: list[int]
    target: bool
    lean: int = 0
    subject: str = ""
    modal: str = ""
    features: list[str] = field(default_factory=list)


def looks(segments: Iterable[Segment]) -> list[Look]:
    """Each segment with its first words, its signs and its lean."""
    score = weights("leanings").score
    found = []
    for segment in segments:
        text = segment.text
        head = tagged(text[:_HEAD])
        words = list(map(itemgetter(0), head))
        look = Look(
            segment,
            head,
            words,
            subjects(text[:_HEAD], words),
            sorted(set(due)) if (due := _DUE.findall(text)) else [],
            sorted(set(done)) if (done := _DONE.findall(text)) else [],
            sorted({int(year) for year in _YEAR.findall(text)}) if "年" in text else [],
            _TARGET.search(text) is not None,
        )
        lean = score(leaning_features(look))
        steps = bisect_right(_LEVELS, abs(lean))
        look.lean = steps if lean > 0 else -steps
        found.append(look)
    return found


def leaning_features(look: Look) -> list[str]:
    """What tells plans from reviews whatever they are about: how clauses begin, words of no topic, numbers."""
    out = {"bias"}
    begins = True
    verbs = clauses = 0
    for at, (text, tag) in enumerate(look.head):
        role = _role(tag)
        if begins and role != "mark":
            clauses += 1
            verbs += tag[0] in "vad"
            out.update(_beginning("first" if clauses == 1 else "later", text, tag))
            begins = False
        elif not role:
            continue
        elif role == "of no topic":
            out.add(_feature("word", text))
        if role == "number" and at:
            out.add(_feature("before number", look.words[at - 1]))
        elif role == "mark":
            begins = begins or text in "，,"
            if at:
                out.add(_feature("end tag", look.head[at - 1][1]))
    out.add(f"verbs first={verbs},{min(4, clauses)}")
    out.add(f"mark={look.segment.mark}")
    if look.target:
        out.add("target")
    return list(out)


@cache
def _role(tag: str) -> Literal["mark", "number", "of no topic", ""]:
    """What a word of this part of speech does in a clause, whatever the clause is about."""
    if tag[0] in _NO_TOPIC or tag == "t":
        return "of no topic"
    return "mark" if tag[0] == "x" else "number" if tag[0] == "m" else ""


@lru_cache(1 << 14)
def _feature(name: str, word: str) -> str:
    """A feature of one word; words come again, and what is made once is found by its hash."""
    return f"{name}={word}"


@lru_cache(1 << 14)
def _beginning(place: str, text: str, tag: str) -> tuple[str, ...]:
    """The features of the word that begins the first or a later clause."""
    return (f"{place} tag={tag}", f"{place}={text}") if tag[0] in "vadrtcp" else (f"{place} tag={tag}",)


def subjects(beginning: str, words: Sequence[str]) -> list[tuple[str, str]]:
    """What stands before the modal word in each of the first three clauses, where it ends like a body's name.

    ``words`` are those of the segment's ``beginning``.
    """
    found: list[tuple[str, str]] = []
    if "将" not in beginning and "拟" not in beginning and _ANNOUNCING.isdisjoint(words):
        return found
    clause, clauses = "", 0
    for text in words:
        if text in "，,：:；;":
            clause, clauses = "", clauses + 1
            continue
        modal = text if text in _ANNOUNCING else "将" if "将" in text else "拟" if "拟" in text else ""
        if not modal:
            clause += text
            continue
        name = _SUBJECT_END.sub("", _TIME_FIRST.sub("", clause + text.partition(modal)[0]))
        if (
            1 < len(name) <= _LONGEST_SUBJECT
            and name[-1] in BODY_TAIL
            and not _NO_SUBJECT.search(name)
            and name not in WE
        ):
            found.append(("later subject" if clauses else "subject", name))
        clause = ""
    return found
