"""What a verb alone is done with: some of the things that the sentence has just counted.

提请审议地方性法规41件、修改│50件           修改地方性法规
新建公办幼儿园3所、改扩建│12所             改扩建公办幼儿园
培训农村富余劳动力12万人，转移│9万人       转移农村富余劳动力
"""

from __future__ import annotations

from luoshi.knowledge.words import predicates
from luoshi.language.words import words

_ACTIONS = frozenset(predicates()["action"]["words"])
_HANDLING = frozenset(predicates()["handling"]["words"])
_NOUNS = "nlijz"  # the first letters of tags of nouns, set phrases, short forms and unknown proper names
_SHORTEST = 2  # characters of a verb or of a noun
_NOT_DONE_TO = frozenset(predicates()["handling"]["none"])


def handles(name: str) -> bool:
    """Whether a name is nothing but verbs that are done with things: 修改, 整治提升."""
    if len(name) < _SHORTEST or name in _NOT_DONE_TO:
        return False
    if name in _HANDLING or name in _ACTIONS:
        return True
    deeds = [word.text for word in words(name, False)]
    return deeds[-1] not in _NOT_DONE_TO and all(deed in _HANDLING or deed in _ACTIONS for deed in deeds)


def object_of(name: str) -> str:
    """The things in a name, without what was done with them: 提请审议│地方性法规, 劳动力│培训; "" for none."""
    parts = words(name)
    begins, ends = 0, len(name)
    while parts and parts[-1].text in _ACTIONS and parts[-1].start >= _SHORTEST:
        ends = parts.pop().start
    for part in parts:
        if (part.text in _ACTIONS or part.text in _HANDLING) and ends - part.end >= _SHORTEST:
            begins = part.end
    nouns = any(part.tag[0] in _NOUNS or part.tag == "vn" for part in parts if part.start >= begins)
    return name[begins:ends].removeprefix("的") if nouns else ""
