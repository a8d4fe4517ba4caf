"""How many of a group, a size in brackets, and how long ahead of its time something was done."""

from __future__ import annotations

import re

from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.constructions.situation import Found, Situation, construction

_NAMED_BEFORE = late(r"(?P<name>[^，。、；：☆\s\d.．]{3,24})$")
_FRAMED = late(r"^((?:规模以上|规上|限额以上)[^，、的]{2,4}业)")
_SOME_OF = late(r"[中里][，,]?(?:已|共)?有$")
_NOT_IN_DEED = late(r"[了“”]|全年|全市|全省|全国")


@construction(
    "some of a group",
    "36个行业中有23个增加值实现正增长: how many of a group just counted do or are something.",
    (
        "规模以上工业的31个行业大类中有24个增加值实现正增长。",
        "规模以上工业行业大类 level 31个 2024 actual; 增加值正增长的规模以上工业行业大类 level 24个 2024 actual",
    ),
    kinds=frozenset({"count"}),
)
def some_of_group(s: Situation) -> list[Found]:
    if (
        not s.text.endswith("有", 0, s.quantity.start)
        or not _SOME_OF.search(s.text, max(0, s.quantity.start - 6), s.quantity.start)
        or not s.context.subjects
    ):
        return []
    group = s.context.subjects[-1]
    stop = re.compile(r"[，。；]").search(s.text, s.quantity.end)
    deed = s.text[s.quantity.end : stop.start() if stop else len(s.text)]
    for length in range(min(6, len(deed)), 1, -1):
        if deed[:length] in group:
            deed = deed[length:]
            break
    deed = deed.replace("实现", "")
    framed = _FRAMED.match(group)
    if framed and deed.startswith("增加值"):
        s.context.subjects = [framed.group(1) + "增加值"]
    return [Found(f"{deed}的{group}" if deed else group, "level")]


@construction(
    "a size in brackets behind its name",
    "东湾旅游公路（16.5公里）同步开工: a number alone in brackets is the size of what stands before them.",
    (
        "东湾旅游公路（16.5公里）同步开工，西线公路（约20公里）年内通车。",
        "东湾旅游公路 level 16.5公里 - actual; 西线公路 level ~20公里 - actual",
    ),
    kinds=frozenset({"measure", "count"}),
)
def bracketed(s: Situation) -> list[Found]:
    clause, q = s.clause, s.quantity
    if not clause.depth or (clause.start, clause.end) != (q.start, q.end):
        return []
    before_it = next((one for one in s.sentence if one.end == clause.start - 1 and one.depth < clause.depth), None)
    if before_it is None or any(one.end > before_it.end - 3 for one in before_it.quantities):
        return []
    named = _NAMED_BEFORE.search(s.text, before_it.start, before_it.end)
    name = names.clean(named["name"], s.own) if named else ""
    return [Found(name, "level", undated=q.kind == "measure")] if len(name) > 2 else []


@construction(
    "ahead of time",
    "提前两年完成任务: how much earlier than planned something was done, named by what was done.",
    ("提前3个月完成管网改造任务。", "提前完成管网改造任务 level 3个月 2024 actual"),
    ("提前5个月完成新开航线任务。", "提前完成新开航线任务 level 5个月 2024 actual"),
    ("提前40天建成跨海通道。", "提前建成跨海通道 level 40天 2024 actual"),
    kinds=frozenset({"duration"}),
)
def ahead_of_time(s: Situation) -> list[Found]:
    q, text = s.quantity, s.text
    if not text.endswith("提前", s.start, q.start):
        return []
    pieces, at = [], q.end
    for following in s.rest[:4]:
        pieces.append(text[at : following.start])
        at = following.end
    end = s.rest[4].start if len(s.rest) > 4 else s.clause.end
    deed = _NOT_IN_DEED.sub("", "".join([*pieces, text[at:end]]))
    return [Found("提前" + deed, "level")] if len(deed) > 2 else []
