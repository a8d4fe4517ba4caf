"""The nodes of a task: milestones with their days, targets with their values.

3月底前开工，9月底前主体封顶        two milestones
新建幼儿园6所、改造老旧小区45个     two targets
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from luoshi.language.times import Time
from luoshi.language.times.periods import last_day
from luoshi.ledger.book.deadlines import due_times, written_out
from luoshi.ledger.book.model import Node
from luoshi.patterns import late
from luoshi.reading import read
from luoshi.records import Figure

_PARTS = late(r"[^，,；;。\n、]+")
_DEED = late(
    "新增|新建|改造|培训|发放|整治|修复|清理|开工|动工|启动|封顶|竣工|完工|建成|投用|投入|投产|通车|通航|运行|运营|印发|出台|制定|编制|形成|完成|报送|上报|提交|验收|交付|招标|"
    "挂牌|开放|上线|发布|签订|签约|达到|实现|取得|批复|审批|立项|开展|组织|召开|举办|落地|建立|贯通|合龙|移交|入库|评审|办结|拨付|下达"
    "|主体|前期|基础|方案|进场|安装|调试|开园|开馆|供地|用地|拆迁|征收|搬迁|投放|试点|摸底|评估|总结|销号|整改"
)
_BARE = late(r"[\s，,；;。、:：（）()\d.]*(?:前|底前|底|末|内|之前|以前)?(?:完成|办结|到位)?[\s，,；;。、:：（）()]*")
_CLAUSES = late(r"[^，,；;。\n]+")
_AMOUNT = late(r"\d(?!\d*(?:年|月|日|号|季))")
_WHEN = late("计划|预计|拟|时间|日期|节点|\\s")
# What a work is like, not what is to be reached.
_SCALE = late(
    "全长|总长|线路长|长度|宽度?|日(?:供水|处理|产|污水)|设计|总建筑面积|建筑面积|总?占地|用地面积|总?规模(?!以上)|总投资|库容|装机|概算|估算"
)
_WHOLE_YEAR = frozenset({"year", "years", "plan"})


def milestones(text: str, year: int | None, day: str = "") -> tuple[Node, ...]:
    """The deeds with a day of their own that ``text`` names, in their order.

    One deed with one day is the task itself, so that there are none or at least two. A clause without a day that
    follows one with a day belongs to it (6月底前完成招标、签订合同).
    """
    times = [time for time in due_times(text, year, day) if time.kind not in _WHOLE_YEAR]
    found: list[Node] = []
    for at, time in enumerate(times):
        before = times[at - 1].end if at else 0
        after = times[at + 1].start if at + 1 < len(times) else len(text)
        piece = _deed(text, time, before, after)
        if piece:
            found.append(Node(piece, "milestone", due=last_day(time.period)))
    return tuple(found) if len(found) > 1 else ()


def of_deadline(text: str, year: int | None) -> tuple[Node, ...]:
    """The milestones that a deadline's cell names; ``text`` is as :func:`written_out` gives it.

    A deed with an amount whose time is not understood (汛期前完成80公里，年底前全部完成) is a milestone without a day.
    """
    found = milestones(text, year)
    parts = [part[0].strip() for part in _CLAUSES.finditer(text)]
    if found or len(parts) < 2:
        return found
    return tuple(
        Node(part, "milestone")
        for part in parts
        if _AMOUNT.search(part) and _DEED.search(part) and not due_times(part, year)
    )


def _deed(text: str, time: Time, before: int, after: int) -> str:
    """The words of a deed with its time: up to the next time; of words before it, those of its own clause."""
    piece = text[time.start : after].strip(" \n，,；;。、")
    own = text[time.end : after]
    bracketed = text[max(0, time.start - 1)] in "（("
    if not bracketed and _DEED.search(own) and not _BARE.fullmatch(own):
        return piece
    start = max((text.rfind(mark, before, time.start) + 1 for mark in "，,；;。\n"), default=0)
    start = max(start, before)
    led = text[start : time.start]
    if _DEED.search(led) and len(led) > 2:
        end = next((m.start() for m in re.finditer(r"[，,；;。\n]", text[time.end : after])), after - time.end)
        return text[start : time.end + end].strip(" \n，,；;。、")
    return ""


def of_column(head: str, words: str, year: int | None, day: str = "") -> tuple[Node, ...]:
    """The node of a cell under a column for a quarter or a month (一季度目标), due on the last day that its head names.

    Under a column for a deed (开工时间) the cell says when.
    """
    if not words.strip(" -—/／无\n"):
        return ()
    due = max((last_day(time.period) for time in due_times(head, year, day)), default="")
    if due:
        return (Node(words.strip(), "milestone", due=due),)
    due = max((last_day(time.period) for time in due_times(written_out(words), year, day)), default="")
    return (Node(f"{_WHEN.sub('', head)}：{words.strip()}", "milestone", due=due),)


def targets(words: str, year: int | None, due: str) -> tuple[Node, ...]:
    """A node for each indicator with a value in ``words``, as the reader of figures reads them.

    Values that the words give as reached before the plan's year are none.
    """
    if not re.search(r"[\d一二三四五六七八九十百千万]", words):
        return ()
    text = words.replace("\n", "；")
    figures = read(text, date=f"{year}-01-01" if year else "").figures
    return tuple(_target(text, figure, due) for figure in figures if _is_target(figure, text, year))


def _is_target(figure: Figure, text: str, year: int | None) -> bool:
    early = year is not None and figure.period[:4].isdecimal() and int(figure.period[:4]) < year
    named_early = early and re.search(r"20\d\d年|去年|上年", text[: figure.end]) is not None
    if _SCALE.search(figure.indicator) and not re.search("完成|新增|投资完成", figure.indicator):
        return False
    return figure.indicator != "" and figure.measure != "streak" and not named_early


def _target(text: str, figure: Figure, due: str) -> Node:
    start, end = figure.start, figure.end
    for part in _PARTS.finditer(text):
        if part.start() <= start < part.end():
            start, end = part.start(), max(end, part.end())
    return Node(
        words=text[start:end].strip(" （）()"),
        kind="target",
        due=due,
        indicator=figure.indicator,
        measure=figure.measure,
        sign=figure.sign,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
    )


def dated(found: Sequence[Node], steps: Sequence[Node]) -> tuple[Node, ...]:
    """Targets with the day of the milestone in whose words they stand (6月底前完成700张), where they stand in one."""
    days = {target: step.due for step in reversed(steps) for target in found if target.words in step.words}
    return tuple(replace(target, due=days.get(target, target.due)) for target in found)
