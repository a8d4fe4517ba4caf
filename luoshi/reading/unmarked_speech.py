"""Who speaks where no mark stands behind the verb, or more than the verb before a colon.

方敏希望│学校早开学        方敏强调│要…；表示│将…        方敏提出三点要求：│一要…
"""

from __future__ import annotations

import re
from dataclasses import replace

from luoshi.knowledge.speech import words
from luoshi.patterns import late
from luoshi.reading.scenes import Paragraph
from luoshi.reading.speakers import (
    Speaker,
    body_that_makes_known,
    named_speaker,
    party_that_takes_a_position,
    source_of_news,
    speaker_before,
    teller,
)

_CONTINUING = frozenset(words("speech", "continuing"))
_OF_ONE_SENTENCE = frozenset(words("speech", "wishes"))
# What leads to what is told: 提出三点要求：, 提出3点期许，一是.
_LEADS_IN = late("[^，。：；“”]{1,14}(?:：|，(?=一[是要]))")
_TOLD = late("[^，。；：！？“”]*")
_POSITIONS = frozenset(words("speech", "positions"))
# Verbs that a thing follows too: 谴责占用航道的行为.
_OF_A_DEED = ("谴责", "批评", "指责")
_A_THING = late("^[^是]*的[^的，]{1,6}$|(?:行为|行动|主义|袭击)$")
_LEAST = 5  # characters that are told behind a verb without a mark
_LEAST_NEWS = 8  # of these, behind 宣布: 宣布开工 tells nothing
_NEWS = "宣布"
_NO_NEWS = ("开幕", "开始", "事宜", "结果", "名单", "闭幕", "意见", "建议", "要求", "祝贺")


def who_tells(verb: re.Match[str], lead: str, continued: bool, paragraph: Paragraph) -> tuple[Speaker | None, int]:
    """Who speaks, None for nobody, and where what is told begins.

    ``lead`` are the words before the verb in its sentence; ``continued`` says that there are none, and that the
    speaker can be whom the sentence before tells of.
    """
    text, word = paragraph.text, verb.group()
    if verb.lastgroup == "known":
        return body_that_makes_known(lead, paragraph), verb.end()
    if verb.lastgroup == "telling":
        return teller(lead, paragraph), verb.end()
    if verb.lastgroup == "source":
        return source_of_news(verb["source"], paragraph), verb.end()
    begins = told_from(text, verb.end(), word)
    if begins < 0:
        return None, verb.end()
    speaker = named_speaker(lead, paragraph)
    if speaker is None and word == "称":
        speaker = body_that_makes_known(lead, paragraph)
    if speaker is None and continued and word in _CONTINUING:
        speaker = speaker_before(text, verb.start() - len(lead), paragraph)
    if speaker is None and word in _POSITIONS:
        speaker = party_that_takes_a_position(lead, paragraph)
    if speaker is not None and begins == verb.end() and word in _OF_ONE_SENTENCE:
        speaker = replace(speaker, goes_on=False)
    return speaker, begins


def told_from(text: str, at: int, word: str) -> int:
    """Where what is told behind a verb without a mark begins; -1 where what follows is too short to be told."""
    leads = _LEADS_IN.match(text, at)
    if leads is not None:
        return leads.end()
    told = _TOLD.match(text, at)
    assert told is not None
    if told.group().endswith(_NO_NEWS) or (word in _OF_A_DEED and _A_THING.search(told.group())):
        return -1
    if word == _NEWS:
        return at if len(told.group()) >= _LEAST_NEWS else -1
    return at if len(told.group()) >= _LEAST or text[told.end() : told.end() + 1] in ("，", "“") else -1
