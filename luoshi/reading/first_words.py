"""The words with which a segment begins: whom they are about, its first modal and verb, and where they lean to a body.

全供水系统今年将更换老管网      subject 全供水系统 (others), modal 将
加快建设环湾快速路              no subject, verb 加快
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from luoshi.knowledge.speech import words as speech_words
from luoshi.language.words import tagged
from luoshi.patterns import late

Tagged = list[tuple[str, str]]
"""Words as (text, part of speech)."""

_HEAD = 60  # characters of a segment that are cut into words
WE = frozenset(("我们", "我", "我局", "本局", "我委", "我市", "我省", "我县", "我区", "我州", "咱们", "政府", "该局"))
BODY_TAIL = frozenset("部委局署办院厅会府处行校心团司区县镇乡科队社统门方军省市党国盟公司")
MODALS = frozenset(speech_words("commitment", "modals"))
_OTHERS = frozenset(
    (
        "各级",
        "各地",
        "各地区",
        "各部门",
        "各单位",
        "各县区",
        "各",
        "全市上下",
        "大家",
        "你",
        "他们",
        "每个",
        "全社会",
        "广大",
    )
)
_SKIPPED = frozenset(("x", "t", "m", "c"))
_OF_TASKS = frozenset(("nz", "ns", "nt", "m", "vn", "a"))  # parts of speech that tell a task from a slogan
_WORD, _TAG = itemgetter(0), itemgetter(1)
_TIME_FIRST = late(
    r"^(?:接下来|下一步|下一阶段|未来|今后|明年|今年|目前|同时|此外|为此|近期|另外|对此|据悉|(?:20)?\d{2}年|\d{1,2}月(?:\d{1,2}日)?|[底初]|年底前?|起|，|,)+"
)
_SUBJECT_END = late("(?:也|还|都|均|正|更|则|今年|明年|近期|目前|下一步|年内|已经|已|\\d{1,2}月(?:底|\\d{1,2}日)?)+$")
_NO_SUBJECT = late(
    "[“”《》：；。（）]|^(?:在|对|把|从|以|按照|根据|为|到|通过|围绕|经|由|针对|聚焦|据|记者)|[的和与等了上中后时前]$"
)
_LONGEST_SUBJECT = 20
_ANNOUNCING = frozenset(("将", "拟", "计划", "要", "会", "力争", "承诺", "准备", "正在"))


class FirstWords(NamedTuple):
    """What a segment's first words tell.

    ``first`` is the first word that is no time or number, ``subject`` the class of the words before the verb (none, we,
    others, body, person, place, word), ``modal`` the first modal and ``verb`` the first verb, ``tag`` the first part
    of speech. ``subjects`` stand before a modal and ``noun`` begins the segment, where they end like a body's name;
    ``tags`` are the parts of speech that tell a task from a slogan.
    """

    first: str
    subject: str
    modal: str
    verb: str
    tag: str
    subjects: tuple[tuple[str, str], ...]
    noun: str
    tags: frozenset[str]


def head_of(text: str) -> Tagged:
    """The first words of a segment's text."""
    return tagged(text[:_HEAD])


def first_words(text: str, head: Tagged) -> FirstWords:
    """What the first words of a segment tell, ``head`` being those of its ``text``."""
    words = list(map(_WORD, head))
    before_modal = subjects(text[:_HEAD], words)
    first, nouns, modal, verb = _beginning(head, words)
    subject = _class_of(nouns, before_modal, text)
    tags = _OF_TASKS.intersection(map(_TAG, head))
    return FirstWords(first, subject, modal, verb, head[0][1], tuple(before_modal), _noun_first(head), tags)


def _beginning(head: Tagged, words: Sequence[str]) -> tuple[str, Tagged, str, str]:
    """The first word that is no time or number, the nouns before the verb, the first modal, and the first verb."""
    first = modal = verb = ""
    nouns: Tagged = []
    clause_over = False
    for at, (text, tag) in enumerate(head):
        kind = tag[0]
        if kind in _SKIPPED:
            first = first or (text if kind == "t" else "")
            clause_over = clause_over or (text in "，、,：" and bool(nouns))
            continue
        first = first if nouns or modal else text
        if not modal:
            modal = _modal(text)
        if clause_over and modal:
            break
        if (kind in "vaip" or tag == "d") and text not in MODALS:
            verb = text
            modal = modal or _first_modal(words[at + 1 :])
            break
        if kind in "nrjl":
            nouns.append((text, tag))
    return first, nouns, modal or "none", verb


def _first_modal(words: Sequence[str]) -> str:
    """The first modal of the words that follow the verb, ``""`` for none."""
    joined = "".join(words)
    if "将" not in joined and "拟" not in joined and MODALS.isdisjoint(words):
        return ""
    return next((modal for word in words if (modal := _modal(word))), "")


@lru_cache(1 << 14)
def _modal(word: str) -> str:
    """The modal that a word is or holds, ``""`` for none."""
    return word if word in MODALS else "将" if "将" in word else "拟" if "拟" in word else ""


def _class_of(nouns: Tagged, before_modal: list[tuple[str, str]], beginning: str) -> str:
    """The class of the words before the verb: none, we, others, body, person, place, word."""
    if before_modal:
        return "others" if before_modal[0][1][0] in "各全" else "body"
    if not nouns:
        return "none"
    named = [text for text, _ in nouns]
    if not WE.isdisjoint(named):
        return "we"
    if beginning[0] == "各" or not _OTHERS.isdisjoint(named):
        return "others"
    last, tag = nouns[-1]
    if tag == "nr":
        return "person"
    if last[-1] in BODY_TAIL or tag == "nt":
        return "body"
    return "place" if tag == "ns" else "word"


def _noun_first(head: Tagged) -> str:
    """The nouns with which the segment begins, where they end like a body's name."""
    name = last = ""
    for text, tag in head:
        if tag[0] in "nj" and text not in WE:
            name, last = name + text, tag
        elif name or tag[0] in "vp":
            break
    return name if name and (last == "nt" or name[-1] in BODY_TAIL) else ""


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
