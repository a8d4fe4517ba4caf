"""Whether some words name who acts: a body, a place for those who govern it, people.

    市统计局, 临澜市, 各界群众, 周闻笙        somebody
    南塘大桥工程, 全部, 招标, 现              nobody

A subject may hold more than its name: 该组织使用无人机 袭击 begins with who does it, 市教育局等三部门 ends in those
who go unnamed.
"""

from __future__ import annotations

from functools import lru_cache

from luoshi.knowledge.words import countries
from luoshi.language.people import could_be_name
from luoshi.language.words import Word
from luoshi.language.words import words as words_of
from luoshi.patterns import late
from luoshi.reading.event_words import event_words
from luoshi.reading.project_words import project_words

_PROPER = ("ns", "nt", "nr", "nz", "j")
_QUOTED = late("[》”]$")
_OURS = late("(?:我|全|本)[国省市县区州旗军]$|京津冀$")
# What a noun phrase can't go on behind: a verb, a preposition, an adverb, a conjunction.
_STOPS = ("v", "p", "d", "c", "t")
_NATURE = late("(?:风|暴雨|雪|地震|洪水|山火|林火)$")  # that strikes, and is nobody
_SO = frozenset(("成功", "顺利", "圆满"))
_SHORT = 2  # characters of words of prose that end like a body: 全部, 平台
_NO_BEGINNING = ("d", "p", "c", "t", "y")


@lru_cache(1 << 12)
def acting(words: str) -> str:
    """The name with which some words begin, all of them where they are one; "" where they name nobody."""
    return words if names_somebody(words) else first_acting(words)


def first_acting(words: str) -> str:
    """The shortest name with which a clause begins: 市水务局召集三家企业的人 is told of 市水务局."""
    for word in words_of(words)[1:]:
        if _stops(word) and names_somebody(words[: word.start]):
            return words[: word.start]
    return words if names_somebody(words) else ""


@lru_cache(1 << 12)
def names_somebody(words: str) -> bool:
    """Whether some words name a body, a place or people."""
    if _QUOTED.search(words) or _OURS.match(words):
        return True
    told = words_of(words)
    if not told or _begins_otherwise(told) or _NATURE.search(words):
        return False
    return _ends_as_name(words, told[-1]) or _is_persons_name(words, told)


def _stops(word: Word) -> bool:
    """Whether a noun phrase ends before a word; a verb of one character may be part of a name: 关累."""
    return word.tag[0] in _STOPS and word.tag != "vn" and (word.tag != "v" or len(word.text) > 1)


def _is_persons_name(words: str, told: list[Word]) -> bool:
    """Whether some words have the shape of a person's name and none of them is one of prose."""
    common = project_words().common
    return could_be_name(words) and not any(len(word.text) > 1 and word.text in common for word in told)


def _begins_otherwise(told: list[Word]) -> bool:
    """Whether the first word is none with which a name begins: 又, 从, 不久前."""
    first = told[0]
    if len(told) > 1 and ((first.tag == "v" and not first.text.endswith(("军", "方"))) or first.text in _SO):
        return True
    return first.tag[0] in _NO_BEGINNING and len(first.text) > 1 and first.text not in countries() and len(told) > 1


def _ends_as_name(words: str, last: Word) -> bool:
    """Whether the last word tells of somebody by its end or by being a proper noun."""
    tail = event_words().actor_tails.ending(words)
    if tail:
        # A character ends many words of prose: 全部, 平台.
        return (
            len(tail) > 1
            or words != last.text
            or len(words) > _SHORT
            or words not in project_words().common
            or _is_proper(last)
        )
    if last.tag[:2] == "nr" and last.text in project_words().common:
        return False  # the dictionary takes 洪水 for a name
    return _is_proper(last) and not project_words().kind(words)


def _is_proper(word: Word) -> bool:
    """Whether the dictionary takes a word for a proper noun."""
    return word.tag[:2] in _PROPER
