"""What the words around things counted say of them, as it stands before their noun.

为│60家│小微企业减免税费        减免税费的小微企业
列入名录的│12项│技艺            列入名录的技艺
"""

from __future__ import annotations

from luoshi.knowledge.words import predicates
from luoshi.language.words import Word, words
from luoshi.patterns import late
from luoshi.reading.constructions.situation import Situation

# A preposition whose object is counted, at the head of its clause: 免费为│, 在全市│.
_FOR = late(
    r"(?:^|[，、：:）)年月来前后底内])(?:免费|还|并|且|又|再|已|将|要|须|继续|累计|共|依法|先|重点|全年|计划|及时|全部|主动){0,2}"
    r"(?:为|向|给|对|在)(?:全[市省国州县区]|我[市省州县区]|辖区|市区)?$"
)
_ADVERBS = late(
    r"(?:“[^”]*”|免费|全部|全面|统一|集中|分别|逐一|逐个|及时|依法|都|均|已|再|共|累计|先行|率先|每年|每月)+$"
)
_MARKS = "，。；：、 ”"
_WITHIN = ("中", "里", "内", "上", "间")  # 在200个│城市中: where, and nothing is done to them
_DEEDS = frozenset((*predicates()["action"]["words"], *predicates()["benefit"]["words"]))
_NOUNS = ("vn", "n")
_SHORTEST_OBJECT = 2  # characters
_LONGEST_DEED = 24  # characters
_SHORTEST_CLAUSE = 3  # characters of a clause before 的: 拖欠的│工资 says less than one
# Verbs that say where the things counted stand and not what is done for them.
_STANDS = frozenset({"属于", "位于", "来自", "超过", "达到", "包括", "组成", "参加", "参与", "没有"})


def served(s: Situation, after: str) -> str:
    """What is done for, to or in the things counted, before their noun; "" where the clause does not say so."""
    if not after or not _FOR.search(s.before.raw.rstrip("“ ")):
        return ""
    said = _without_numbers(s)
    verb = _predicate(said, len(after))
    if verb is None or "的" in said:
        return ""
    noun, deed = _ADVERBS.sub("", said[: verb.start]), said[verb.start :]
    told = len(verb.text) + _SHORTEST_OBJECT <= len(deed) <= _LONGEST_DEED and verb.text not in _STANDS
    return f"{deed}的{noun}" if told and len(noun) > 1 and not noun.endswith(_WITHIN) else ""


def _predicate(said: str, noun: int) -> Word | None:
    """The verb of a clause that begins with a noun: the one right behind it, else a known one, else the first."""
    deeds = [part for part in words(said)[1:] if len(part.text) > 1 and (part.tag == "v" or part.text in _DEEDS)]
    behind = [part for part in deeds if _ADVERBS.sub("", said[: part.start]) == said[:noun]]
    verbs = [part for part in deeds if part.tag not in _NOUNS]
    known = [part for part in verbs if part.text in _DEEDS and said[part.start - 1] != "并"]
    return next(iter([*behind, *known, *verbs]), None)


def _without_numbers(s: Situation) -> str:
    """The clause from the number on, without it and the numbers behind it, up to its first mark."""
    at, kept = s.quantity.end, ""
    for following in s.rest:
        kept += s.text[at : following.start]
        at = following.end
    kept += s.text[at : s.clause.end]
    kept = kept.rstrip(_MARKS).replace("了", "")
    return kept if not any(mark in kept for mark in "（(，；：") else ""


def described(words_before: str, noun: str) -> str:
    """A noun with what stands before 的: a clause keeps it (列入名录的│技艺), a noun does not (全市政府系统│任务)."""
    clause = len(words_before) > _SHORTEST_CLAUSE and any(part.tag == "v" for part in words(words_before))
    return f"{words_before}的{noun}" if clause else words_before + noun
