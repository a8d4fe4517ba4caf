"""How a segment looks before anything around it is asked: its first words, its signs, whether it leans to plans.

A segment's lean is a scorer's answer over words of no topic (``tools/training/commitments.py``); what surrounds a
segment is described by the leans of its neighbours (:mod:`luoshi.reading.pledge_features`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from luoshi.knowledge.speech import words as speech_words
from luoshi.knowledge.words import alternatives
from luoshi.patterns import late, standing_at
from luoshi.reading.first_words import FirstWords, Tagged, first_words, head_of
from luoshi.reading.scorer import Features, weights
from luoshi.reading.segments import Segment

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
_WORD, _BEFORE_NUMBER, _END_TAG = Features("word"), Features("before number"), Features("end tag")
_FIRST, _FIRST_TAG, _LATER, _LATER_TAG = map(Features, ("first", "first tag", "later", "later tag"))


@dataclass(slots=True)
class Look:
    """A segment with what its first words tell, and the signs that it holds.

    ``due`` and ``done`` are its words of what is ahead and of what is over, ``years`` those it names, ``target``
    tells whether it sets a number to be reached; ``lean`` is above 0 for plans, below 0 for reviews, -3 to 3.
    ``features`` are told by :mod:`luoshi.reading.pledge_features`.
    """

    segment: Segment
    words: FirstWords
    due: list[str]
    done: list[str]
    years: list[int]
    target: bool
    lean: int = 0
    features: list[str] = field(default_factory=list)


def looks(segments: Iterable[Segment]) -> list[Look]:
    """Each segment with what its first words tell, its signs and its lean."""
    score = weights("leanings").score
    found = []
    for segment in segments:
        text = segment.text
        head = head_of(text)
        look = Look(
            segment,
            first_words(text, head),
            sorted(set(due)) if (due := _DUE.findall(text)) else [],
            sorted(set(done)) if (done := _DONE.findall(text)) else [],
            sorted({int(year) for year in _YEAR.findall(text)}) if "年" in text else [],
            _TARGET.search(text) is not None,
        )
        lean = score(leaning_features(look, head))
        steps = bisect_right(_LEVELS, abs(lean))
        look.lean = steps if lean > 0 else -steps
        found.append(look)
    return found


def leaning_features(look: Look, head: Tagged) -> list[str]:
    """What tells plans from reviews whatever they are about: how clauses begin, words of no topic, numbers.

    ``head`` are the segment's first words.
    """
    out = {"bias"}
    begins = True
    verbs = clauses = 0
    for at, (text, tag) in enumerate(head):
        role = _role(tag)
        if begins and role != "mark":
            clauses += 1
            verbs += tag[0] in "vad"
            tags, words = (_FIRST_TAG, _FIRST) if clauses == 1 else (_LATER_TAG, _LATER)
            out.add(tags[tag])
            if tag[0] in "vadrtcp":
                out.add(words[text])
            begins = False
        elif not role:
            continue
        elif role == "of no topic":
            out.add(_WORD[text])
        if role == "number" and at:
            out.add(_BEFORE_NUMBER[head[at - 1][0]])
        elif role == "mark":
            begins = begins or text in "，,"
            if at:
                out.add(_END_TAG[head[at - 1][1]])
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
