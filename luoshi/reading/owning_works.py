"""Properties of a work that are told without its name: they are the work's that was named last.

    西岭大道东延工程昨日开工，全长8.6公里，总投资14.3亿元      西岭大道东延工程全长, 西岭大道东延工程总投资

A work is named where a project is read, and where a clause begins with a name that ends in a kind of work and holds
something proper (a place, rare words, a phase): 岚山抽水蓄能电站施工现场, 西岭大道东延工程西起环城路.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from luoshi.knowledge.indicators import identify
from luoshi.knowledge.speech import words as speech_words
from luoshi.knowledge.words import alternatives, predicates
from luoshi.patterns import late
from luoshi.reading.project_names import proper_marks
from luoshi.records import Figure, Project

_SPOKEN = [verb for verb in speech_words("speech", "verbs") if len(verb) > 1]
_FURTHEST = 160  # characters from a work's name to a property that is still its own
_WORDS = predicates()["owners"]
# What stands between the last mark and the number: a property, and what leads to its value.
_ALONE = late(
    rf"[，,。；;、：:\s（(](?:其中|目前|已|累计|现已|今年|全年|本年度|年内|(?:该|本)?(?:工程|项目|大桥|线路?))*"
    rf"(?P<name>{alternatives(_WORDS['works'])})(?:约|为|达到?|共|已|将|是|近|超|超过|不少于|不低于)*$"
)
_WORK = late(
    r"(?:^|[，,。；;：:！!？?\s“”—）)]|在|来到|走进|是|启动|推进|推动)(?P<work>“?[^，,。；;：:！!？?\s“、的该是在由于]{2,20}?"
    rf"(?:{alternatives(_WORDS['kinds_of_works'])})(?:[一二三四五六]期|\d期)?(?:工程|项目)?(?:[东南西北中]段)?)"
    r"(?=施工|现场|建设现场|位于|在|由|于|是|为|将|已|正|昨|今|上午|下午|[东南西北]起|起[自于点]|全长|总投资|计划|[，,。；;：:\s]|\d"
    r"|开工|竣工|建成|投用|投运|通车|通过|主[体塔桥]|采用|举行|启动|全面|顺利|正式|已于|项目)"
)
# What counts works, or tells who speaks of them, names none.
_NO_NAME = late(
    rf"(?:签约|引进|重点|在建|续建|新建|合作|产业|以上)(?:项目|工程)$|^(?:其中|此行|本届|共|[这该此])|{alternatives(_SPOKEN)}"
)
_FITS = {"学位": late("[学校园]"), "床位": late("[医院园]")}
# 该项目, 大桥: what stands for a work that has been named.
_STANDS_FOR_IT = late(r"[该本此这].{0,5}|工程|项目|大桥|隧道|线路?|全线|铁路|公路|医院|学校")
_PARAGRAPHS = late(r"[。！？：:][”」]?\s*\n|\n\s*\n|\n[ 　]{2,}")
_MOST_PARAGRAPHS = 1  # a work named at the end of a paragraph is what the next one describes
_NEAR = 40  # characters before a property within which an owner of its own stands
_END = attrgetter("end")


def owned_by_works(figures: Iterable[Figure], projects: Sequence[Project], text: str) -> tuple[Figure, ...]:
    """The figures, where a property stands alone in its clause named with the work that was named last before it.

    Not for reports, whose sentences pass from one work to sums of many: there three in four would be wrong.
    """
    named = sorted(projects, key=_END)
    ends = [one.end for one in named]
    return tuple(_owned(figure, named, ends, text) for figure in figures)


def _owned(figure: Figure, named: Sequence[Project], ends: Sequence[int], text: str) -> Figure:
    """A figure with its work's name, or as it is."""
    alone = _ALONE.search(text, max(0, figure.start - 24), figure.start)
    if alone is None:
        return figure
    at = bisect_right(ends, figure.start)
    project = named[at - 1] if at and figure.start - ends[at - 1] <= _FURTHEST else None
    begins = alone.start("name")
    own = alone["name"].removeprefix("完成")
    work, end = _in_focus(text, begins)
    if project is not None and project.end >= end:
        if at > 1 and _listed(named[at - 2], project, text):
            return figure
        work, end = project.name.rpartition("——")[2], project.end
    if not work or len(_PARAGRAPHS.findall(text, end, begins)) > _MOST_PARAGRAPHS:
        return figure
    name = work + own
    if not _may_own(work, own) or _has_owner(figure.indicator, own, text[max(0, begins - _NEAR) : begins]):
        return figure
    return replace(figure, indicator=name, concept=identify(name).concept)


def _may_own(work: str, name: str) -> bool:
    """Whether a name is that of a work which can have such a property."""
    fits = next((pattern for last, pattern in _FITS.items() if name.endswith(last)), None)
    return _NO_NAME.search(work) is None and (fits is None or fits.search(work) is not None)


def _has_owner(indicator: str, name: str, before: str) -> bool:
    """Whether the name read has an owner already that stands before it in the text and is no property itself."""
    owner = indicator.removesuffix(name)
    if not owner or owner == indicator or _STANDS_FOR_IT.fullmatch(owner):
        return False
    return not owner.endswith(tuple(_WORDS["works"])) and owner in before


def _in_focus(text: str, before: int) -> tuple[str, int]:
    """The work that a clause before a place begins with, and where its name ends; "" and 0 for none."""
    for found in reversed(list(_WORK.finditer(text, max(0, before - _FURTHEST), before))):
        name = found["work"].rpartition("——")[2]
        name = name if name.count("“") == name.count("”") else name.strip("“”")
        if proper_marks(name):
            return name, found.end("work")
    return "", 0


def _listed(before: Project, work: Project, text: str) -> bool:
    """Whether two works are members of one list, of which the property might be either's."""
    return text[before.end : work.start].strip() in ("、", "和", "及", "与", "以及", "，", ",")
