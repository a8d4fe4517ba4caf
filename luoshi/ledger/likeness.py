"""Names and units in which a target and its result may differ and still be one: 新建厂房 and 建成厂房, 个 and 家.

Only names that the scheme of indicators does not know are taken as like ones; what it knows it tells apart itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.knowledge.indicators import identify
from luoshi.ledger.identity import IndicatorKey, indicator_key
from luoshi.reading.name_rows import split

# Verbs that say of a thing made or work done the same; of each pair one plans and the other reports.
_MADE = (
    "新建、改扩建", "新建、改建", "新建、改造", "新建和改造", "新建和改建", "新建改造", "新改扩建", "新改建",
    "新建改建", "新建成", "新建", "改扩建", "改建", "扩建", "建成投用", "建成", "布局建设", "建设", "新增",
    "完成", "实施", "打造",
)  # fmt: skip
_BEGUN = ("新开工建设", "开工建设", "新开工", "再开工", "开工", "启动", "启动实施", "实施")
_HELPED = ("帮助", "帮扶", "扶持")
# Work that stands before what is worked on or after it: 改造老旧小区, 完成老旧小区改造.
_WORKED = (
    "新建改造", "新建改建", "新改建", "建设", "更新改造", "综合改造", "提标改造", "改造", "综合整治", "整治",
    "综合治理", "治理", "修复", "处置", "疏浚", "搬迁", "绿化",
)  # fmt: skip
_CARRIED_OUT = ("完成", "实施", "推进", "开展")
_WORK_DONE = re.compile(
    rf"(?:{'|'.join(_CARRIED_OUT)})?(?P<thing>.{{2,}}?)的?(?P<work>{'|'.join(_WORKED)})(?:任务|工程|工作)?"
)
_DOING = re.compile(r"(?<=..)(?:实施|开展|完成|进行)(?=..)")
_PARTS = re.compile(r"[、和与及]")
_MOST_PARTS = 4

# 个 counts anything; what else counts things one by one may stand in its place.
_COUNTERS = frozenset("人名位家所座处项台条辆支只件部间艘架")
_PEOPLE = frozenset("人名位")
_FIRMS = re.compile(r"(?:企业|公司|主体|商户|工商户|农场|合作社|单位)$")


@lru_cache(maxsize=1 << 14)
def like_names(name: str) -> tuple[IndicatorKey, ...]:
    """The indicators by which a report may tell what became of a target for ``name``, without ``name``'s own.

    Empty for an indicator of the scheme, and for a name that begins with no verb of making or beginning.
    """
    own = indicator_key(name)
    if own.concept:
        return ()
    bare = own.key
    found = dict.fromkeys((bare, _DOING.sub("", bare)))
    worked = None if bare.startswith(_BEGUN[:-1]) else _WORK_DONE.fullmatch(bare)
    work = next((work for work in _WORKED if bare.startswith(work)), "")
    if worked or work:
        work, thing = (worked["work"], worked["thing"]) if worked else (work, bare[len(work) :])
        found |= dict.fromkeys((work + thing, thing + work, f"{thing}的{work}"))
        found |= dict.fromkeys(f"{verb}{thing}{work}" for verb in _CARRIED_OUT)
    for verbs in (_MADE, _BEGUN, _HELPED):
        opening = max((verb for verb in verbs if bare.startswith(verb)), key=len, default="")
        thing = bare[len(opening) :]
        if opening and len(thing) > 1 and not (worked and opening in _CARRIED_OUT):
            found |= dict.fromkeys(verb + thing for verb in verbs)
    return tuple(dict.fromkeys(key for other in found if (key := indicator_key(other)) != own))


@lru_cache(maxsize=1 << 14)
def parts_of(name: str) -> tuple[str, ...]:
    """The indicators that a joint name holds (二氧化硫、氮氧化物排放量); empty where not all are known ones."""
    marks = len(_PARTS.findall(name))
    if not 1 <= marks < _MOST_PARTS or not all(_PARTS.split(name)) or identify(name).concept:
        return ()
    parts = split(name, marks + 1) or ()
    return tuple(parts) if all(identify(part).concept for part in parts) else ()


def same_unit(name: str, one: str, other: str) -> bool:
    """Whether two units count one thing: 个 and 家, of firms also 户; 元 is 元/人年 where only one says for whom."""
    if one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/"):
        return True
    units = {one, other}
    if units <= _PEOPLE:
        return True
    if _FIRMS.search(name) and units <= {"个", "家", "户"}:
        return True
    return "个" in units and bool(units & _COUNTERS)
