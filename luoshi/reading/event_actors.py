"""Who does what an event tells, where, and who takes part: read from the words around its verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from luoshi.knowledge.words import alternatives
from luoshi.language.times import Time
from luoshi.patterns import late
from luoshi.reading.event_clauses import Clause
from luoshi.reading.event_words import event_words
from luoshi.records import Office

_START = attrgetter("start")
_JOINTS = late("、|和|与(?!会)|及")
_OPENS = late(
    r"(?:央视网消息|本台消息|据[^，]{2,16}(?:报道|消息|称)|[其此][中外间]|会上|会前|会后|随后|座谈中|座谈会上|考察途中|"
    r"又讯|近日|日前|大型纪录片|今[天日]|昨[天日]|由|经|[上下]午|当[天日晚])+"
)
_WITHIN = late("[在于][^，。；、]{0,3}$")
_PREPOSITION = late("^(?:在|于|从|对|向|为|随着|通过|按照|根据|经|以(?!军|色|方|总)|将|把|围绕|并|还|也)")
_PLACE = late(
    "(?:在|赴|前往|来到|抵达|到(?!访|会|期|位)|走进|到访|访问)(?P<place>[^，。；：“”]{2,30}?)(?=举行|召开|举办|会见|会谈|调研|考察|视察|检查|慰问|开幕|落幕|播出|学习|访问|打击|，|。|$|集体|同|与|出席|发射|启动|开工|揭牌)"
)
_NO_PLACE = late("会上|期间|此|同|基础|过程|领导|大会|会议|方面|座谈会")
_TAKES_PART = late(
    "(?P<names>[\u4e00-\u9fff·、]{2,160}?)等?(?:领导|同志|人员|负责人)?(?:一同|分别|随同)?(?:参加|陪同|出席)"
)
_LONGEST = 24


@dataclass(slots=True)
class Cast:
    """The people that a document names: their mentions with posts, and a pattern of their names."""

    offices: list[Office]
    names: re.Pattern[str] | None

    @classmethod
    def of(cls, offices: Sequence[Office]) -> Cast:
        """The cast of a document's offices."""
        found = sorted(offices, key=_START)
        names = {office.person for office in found if len(office.person) > 1}
        return cls(found, re.compile(alternatives(names)) if names else None)

    def persons(self, clause: Clause, start: int, end: int) -> list[str]:
        """The people named between two places of a clause's passage, in order."""
        if end <= start:
            return []
        passage = clause.block.passage
        first, last = passage.origin(start), passage.origin(end - 1) + 1
        at = bisect_left(self.offices, first, key=_START)
        told: list[tuple[int, str]] = []
        while at < len(self.offices) and self.offices[at].start < last:
            office = self.offices[at]
            if office.end <= last:
                told.append((office.start, office.person))
            at += 1
        if self.names is not None:
            known = {name for _, name in told}
            for name in self.names.finditer(passage.text, start, end):
                if name.group() not in known:
                    told.append((passage.origin(name.start()), name.group()))
        return list(dict.fromkeys(name for _, name in sorted(told)))


def subject_of(clause: Clause, times: Sequence[Time]) -> tuple[int, int]:
    """Where the words stand that name who does it: before the verb, without times, places and adverbs."""
    text = clause.block.passage.text
    start, end = clause.start, clause.verb_start
    opening = _OPENS.match(text, start, end)
    start = opening.end() if opening else start
    for time in times:
        if time.start <= start < time.end:
            start = min(end, time.end)
        elif start < time.start < end:
            end = time.start
    opening = _OPENS.match(text, start, end)
    start = opening.end() if opening else start
    parts = event_words().parts.search(text, start + 2, end) if end - start > 2 else None
    if parts is not None:
        end = parts.start()
    if _PREPOSITION.match(text[start:end]):
        return start, start
    while end > start and text[end - 1] in "0123456789月日一 （(":
        end -= 1
    return start, end


def actors_of(clause: Clause, subject: tuple[int, int], cast: Cast) -> tuple[str, ...]:
    """Who does it: people by name, else the bodies that the subject names; none where the subject is the thing itself."""
    text = clause.block.passage.text
    persons = cast.persons(clause, *subject)
    before = text.rfind("，", clause.before, clause.start)
    if persons and before > 0 and clause.start - before == 1:
        earlier = cast.persons(clause, clause.before, before)
        if earlier and text[:before].endswith(earlier[-1]):
            persons = list(dict.fromkeys([*earlier, *persons]))
    if persons:
        return tuple(persons)
    words = text[slice(*subject)].strip('“”" 　')
    if not words or len(words) > 3 * _LONGEST or is_thing(clause):
        return ()
    return tuple(part for part in _JOINTS.split(words) if 1 < len(part) <= _LONGEST or len(words) == 1)


def is_thing(clause: Clause) -> bool:
    """Whether the verb has no object and says what happens to its subject: 大桥通车, 会议召开, 名单发布."""
    behind = clause.block.passage.text[clause.verb_end : clause.end]
    if behind and not (len(behind) <= 1 or behind.startswith(("，", "了"))):
        return False
    return clause.verb in _OF_THINGS


_OF_THINGS = frozenset(
    [
        "开工",
        "启用",
        "通车",
        "揭牌",
        "投产",
        "首飞",
        "下水",
        "入列",
        "开馆",
        "开园",
        "投运",
        "竣工",
        "开通",
        "奠基",
        "挂牌",
        "投入使用",
        "投入运营",
        "首发",
        "开业",
        "通航",
        "揭幕",
        "建成投用",
        "开幕",
        "闭幕",
        "落幕",
        "举行",
        "召开",
        "举办",
        "启动",
        "播出",
        "开播",
        "发布",
        "公布",
        "出台",
        "印发",
        "上线",
        "首播",
        "发生",
        "收官",
        "实施",
        "发射",
        "出版",
        "爆炸",
        "起火",
        "坠毁",
    ]
)


def places_of(clause: Clause) -> tuple[str, ...]:
    """Where it is: what stands behind 在, 到, 赴 in the clause."""
    found: list[str] = []
    for place in _PLACE.finditer(clause.block.passage.text, clause.start, clause.end):
        words = place.group("place")
        if not _NO_PLACE.search(words):
            found += [part for part in _JOINTS.split(words) if part]
    return tuple(dict.fromkeys(found))


def taking_part(text: str) -> tuple[str, ...]:
    """The names of a paragraph that only tells who took part: 何立诚、方敏参加调研."""
    found = _TAKES_PART.match(text) if len(text) <= 200 else None
    if found is None:
        return ()
    return tuple(name for name in _JOINTS.split(found.group("names")) if 2 <= len(name) <= 12)
