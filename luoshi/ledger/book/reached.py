"""How far a sentence says the work is: 1,180 of 1,500 beds are 78.7 %.

A value for one month alone (6月新增120张) is no total and is left out. More than planned is more than 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from luoshi.language.quantities import Quantity, quantities
from luoshi.ledger.book.model import Node, Task
from luoshi.ledger.book.said import tells_done
from luoshi.ledger.identity import indicator_key
from luoshi.ledger.likeness import like_names, same_unit
from luoshi.ledger.ranking import pairs
from luoshi.patterns import late
from luoshi.records import Figure

_SHARE = late(
    r"(?:(?:占|完成|达到?|为)[^，。；%％]{0,14}(?:任务|目标|计划|总量|工程量|总投资|年度|进度)[^，。；%％\d]{0,8}"
    r"|(?:完成率|投资率|进度|开工率|完成比例|完成度|建成率|竣工率|形象进度|办结率|支付率)(?:已|约)?(?:达到?|为|是)?(?:了)?(?:约)?)"
    r"(?P<share>\d{1,3}(?:\.\d{1,3})?)[%％]"
)
_OF_TARGET = late("(?:目标|任务|计划|指标)[^，。；\\d]{0,6}\\Z")
_TOTAL = late("累计|截至|共|总|1[-—–~至]\\d{1,2}月|上半年|前\\d|季度|今年以来|年初以来")
_THIS_MONTH = late(r"本月|当月|本周|上周|(?<![-—–~至到于在\d])\d{1,2}月份?(?![底末初中上下前\d以])")
# 累计 right before a value, but for what is done: it goes before the value of one month.
_CUMULATIVE = late("累计(?:已|共|完成|达到?|为|有|建成|新增|实现|了)*(?P<deed>[^，。；\\d]{0,6})\\Z")
# 18座水库中15座已完成: the first counts the whole.
_OF_WHOLE = late(
    r"[^，。；、\d]{0,16}(?<!其)(?:中(?![心小型学医长等央国期标草药文间])|里|当中)[，,]?[^，。；、\d]{0,8}\Z"
)
_CLAUSE_END = late(
    r"[，。；]|(?<=\d[^\d，。；、])、|(?<=\d[^\d，。；、]{2})、|(?<=\d[^\d，。；、]{3})、|(?<=\d[^\d，。；、]{4})、"
)
_FOUND = late("发现|查出|排查出|摸排出|梳理出|认定|列入|交办|受理|登记|存在")
_ENDED = late(
    "已|完成|建成|累计|达到|实现|竣工|完工|投用|超额|交付|新增了|发放|全覆盖|落地|运行|运营|通过|签约|整改|办结|销号"
)
_BEGUN = late("开工|启动|招标|前期|进场|计划|任务|目标")
_TIMES = late(r"[\d年月日底前末旬]+|[一二三四]季度|上半年|下半年|完成|：")
_STEP = 0.5  # of a milestone's pairs that a clause must share
_END = 3
_TENTH = Decimal("0.1")
# What is not done yet: 其余3条正在施工, 另有23家, 在建26部.
_OPEN = late("其余|剩余|余下|另有|另外|尚有|还有|仍有|在建|正在|正(?=依法|按|抓|在)|待|拟|公示|未(?!来)|推迟|滞后")
# Work that stands before the work itself, where the task does not ask for it.
_PRELIMINARY = late(
    "评估|摸底|排查|筹集|设计|规划|招标|开工|动工|进场|签约|报名|申报|启动|立项|选址|入户|征集|储备|办理|论证|培训|调查|施工"
)
_MADE = late("完工|建成|竣工|投用|投入|交付|通车|运营|运行|通过|验收|整改|办结|销号|改造完|累计")
_FINISHED = late("完工|建成|竣工|投用|投入|交付|通车|运营|通过|验收|改造完成")
_WITHIN = late("[^，。；]{0,12}中[，,]?")


_Rank = tuple[bool, int, bool, bool, Decimal]


class _Said(NamedTuple):
    """A value in a sentence: the node that it may tell of and how surely, and where it stands."""

    node: int
    value: Decimal
    unit: str
    strength: int
    start: int
    end: int


class Reached(NamedTuple):
    """What was reached of a node (``None``: of the task as a whole): its value, and percent of the target."""

    node: int | None
    value: Decimal | None
    unit: str
    share: Decimal | None


def reached(task: Task, words: str, start: int, figures: Sequence[Figure]) -> list[Reached]:
    """What ``words``, which begin at ``start`` of their document and hold ``figures``, say was reached of a task."""
    best: dict[int, tuple[_Rank, Reached]] = {}
    named: dict[int, Reached] = {}  # values as large as the target, of which no verb says that they are reached
    values = list(_values(task, words, start, figures))
    for said in values:
        node = task.nodes[said.node]
        if not _counts(words[: said.start], is_rate(node)) or _is_open(words, said.start, said.end):
            continue
        if any(_is_whole(words, said, other) for other in values):
            continue
        if said.strength < 2 and _is_preliminary(task, words, said.start, said.end):
            continue
        if abs(said.value) == node.low and not _is_reached(words, said.start, said.end):
            if not _BEGUN.search(_clause(words, said.start, said.end)):
                named[said.node] = Reached(said.node, said.value, said.unit, share_of(node, said.value))
            continue
        size = Decimal(0) if is_rate(node) else said.value
        made = bool(_MADE.search(_clause(words, said.start, said.end)))
        rank = (_is_cumulative(task, words[: said.start]), said.strength, said.unit == node.unit, made, size)
        if said.node not in best or rank > best[said.node][0]:
            best[said.node] = rank, Reached(said.node, said.value, said.unit, share_of(node, said.value))
    found = {at: one for at, (_, one) in best.items()}
    if found and not named.keys() & found.keys():  # the sentence tells results, and does not cite the task
        found = named | found
    stated = _SHARE.search(words)
    if stated and not any(one.share is not None for one in found.values()):
        return _with_share(task, found, Decimal(stated["share"]))
    if not found and (part := _part_of_whole(words)):
        return [part]
    return list(found.values())


def _values(task: Task, words: str, start: int, figures: Sequence[Figure]) -> Iterator[_Said]:
    """The values in ``words`` that may tell how far a target of the task is, of figures and of bare quantities."""
    read: list[tuple[int, int]] = []
    for figure in figures:
        first, last = figure.start - start, figure.end - start
        value = figure.low if figure.low is not None else figure.high
        at, strength = _node_of(task, figure)
        read.append((first, last))
        if at is not None and value is not None:
            fell = figure.measure == "growth" and figure.sign == -1
            yield _Said(at, -value if fell else value, figure.unit, strength, first, last)
    for quantity in quantities(words):
        value = quantity.low if quantity.low is not None else quantity.high
        at = _of_unit(task, quantity.unit)
        if any(first < quantity.end and quantity.start < last for first, last in read):
            continue
        if at is not None and value is not None:
            yield _Said(at, value, quantity.unit, 0, quantity.start, quantity.end)


def _with_share(task: Task, found: dict[int, Reached], share: Decimal) -> list[Reached]:
    """What was reached with the percentage that the sentence itself states."""
    targets = [at for at, node in enumerate(task.nodes) if node.kind == "target"]
    node = next(iter(found)) if len(found) == 1 else targets[0] if len(targets) == 1 else None
    known = found.pop(node, None) if node is not None else None
    if node is not None and is_rate(task.nodes[node]):
        return [Reached(node, share, "%", None), *found.values()]
    return [Reached(node, known.value if known else None, known.unit if known else "", share), *found.values()]


def _part_of_whole(words: str) -> Reached | None:
    """How much of a whole that the sentence itself counts is done: 213座，已整改206座，其余7座正在施工."""
    counted = [(one, one.low) for one in quantities(words) if one.low is not None and one.low == one.high and one.unit]
    for at, (whole, total) in enumerate(counted):
        alike = [(one, value) for one, value in counted[at + 1 :] if one.unit == whole.unit]
        for one, value in alike:
            if not 0 < value <= total or _OPEN.search(_clause(words, one.start, one.end, whole.end)):
                continue
            rest = [left for other, left in alike if other is not one and _is_open(words, other.start, other.end)]
            within = _WITHIN.match(words[whole.end : one.start]) is not None or _is_found(words, whole, one)
            if (within or total - value in rest) and _ENDED.search(_clause(words, one.start, one.end)):
                return Reached(None, value, one.unit, (100 * value / total).quantize(_TENTH, ROUND_HALF_UP))
    return None


def _is_found(words: str, whole: Quantity, part: Quantity) -> bool:
    """Whether a number counts what was found, and the one in the clause behind it what of that is dealt with."""
    between = words[whole.end : part.start]
    found = _FOUND.search(_clause(words, whole.start, whole.end)[: whole.end]) is not None
    return found and between.count("，") + between.count("；") == 1 and not re.search(r"\d", between)


def share_of(node: Node, value: Decimal) -> Decimal | None:
    """``value`` in percent of the node's target, to a tenth; ``None`` for a rate or an upper bound."""
    if node.low is None or node.low <= 0 or is_rate(node):
        return None
    return (100 * value / node.low).quantize(_TENTH, ROUND_HALF_UP)


def is_rate(node: Node) -> bool:
    """Whether a target is a rate, which is not reached bit by bit: growth, a share, a level in percent."""
    return node.measure in ("growth", "share", "rank") or node.unit in ("%", "个百分点", "‰")


def meets(node: Node, value: Decimal) -> bool:
    """Whether a value reaches a node's target: at least its lower bound, at most its upper one where that is all.

    What fell has a value below zero: 下降5% is reached with -5.
    """
    if node.low is None:
        return node.high is not None and value <= node.high
    if node.sign == -1 and node.measure == "growth":
        return -value >= node.low
    return value >= node.low


def _counts(before: str, rate: bool) -> bool:
    """Whether a value behind the words ``before`` is a total, and not the target or one month's share of it.

    A rate is no sum of months.
    """
    clause = re.split("[，。；]", before)[-1]
    if _OF_TARGET.search(clause):
        return False
    return rate or not _THIS_MONTH.search(clause) or _TOTAL.search(clause) is not None


def _is_cumulative(task: Task, before: str) -> bool:
    """Whether a value behind the words ``before`` is told as the sum up to now of what the task asks for."""
    found = _CUMULATIVE.search(before)
    return found is not None and found["deed"] in task.words


def _is_whole(words: str, said: _Said, other: _Said) -> bool:
    """Whether a value counts the whole of which a later one is a part: 18座水库中15座."""
    alike = said.unit == other.unit and said.end <= other.start and other.value <= said.value
    return alike and _OF_WHOLE.fullmatch(words[said.end : other.start]) is not None


def _clause(words: str, start: int, end: int, after: int = 0) -> str:
    """The clause in which a value stands, as far as it stands behind ``after``.

    、 ends it behind a value: 已开工98部、完工76部.
    """
    ends = [found.end() for found in _CLAUSE_END.finditer(words)]
    first = max((at for at in ends if at <= start), default=0)
    return words[max(first, after) : min((at - 1 for at in ends if at > end), default=len(words))]


def _is_open(words: str, start: int, end: int) -> bool:
    """Whether a value counts what is still to be done."""
    return _OPEN.search(_clause(words, start, end)) is not None


def _is_preliminary(task: Task, words: str, start: int, end: int) -> bool:
    """Whether a value counts work that only prepares what the task asks for: 入户评估4100户."""
    clause = _clause(words, start, end)
    early = [found[0] for found in _PRELIMINARY.finditer(clause) if found[0] not in task.words]
    return bool(early) and _FINISHED.search(clause) is None


def _is_reached(words: str, start: int, end: int) -> bool:
    """Whether a value as large as the target is told as reached, and not only named again: 6所全部开工."""
    clause = _clause(words, start, end)
    return bool(_ENDED.search(clause)) and not _BEGUN.search(clause)


def _node_of(task: Task, figure: Figure) -> tuple[int | None, int]:
    """The target that a figure tells the result of, and how surely: 2 by its indicator, 1 by a part of its name.

    0 is by the end of a rate's name, or by a unit that no other target has.
    """
    targets = [(at, node) for at, node in enumerate(task.nodes) if node.kind == "target"]
    fitting = [(at, node) for at, node in targets if same_unit(node.indicator, node.unit, figure.unit)]
    key = indicator_key(figure.indicator, figure.concept)
    for at, node in fitting:
        if key == indicator_key(node.indicator) or key in like_names(node.indicator):
            return at, 2
    contained = [at for at, node in fitting if figure.indicator and figure.indicator in node.indicator]
    if len(contained) == 1:
        return contained[0], 1
    alike = [
        at
        for at, node in fitting
        if is_rate(node)
        and (_same_end(node.indicator, figure.indicator) or figure.indicator.startswith(node.indicator or "…"))
    ]
    return (alike[0] if len(alike) == 1 else _of_unit(task, figure.unit)), 0


def _same_end(one: str, other: str) -> bool:
    """Whether two names of rates end alike: 重点人群签约率 and 家庭医生签约率."""
    return len(one) >= _END and one[-_END:] == other[-_END:]


def steps_done(task: Task, words: str) -> list[int]:
    """The milestones that a clause of ``words`` says are done, by the pairs of characters that it shares with them."""
    found: list[int] = []
    for at, node in enumerate(task.nodes):
        wanted = set(pairs(_TIMES.sub("", node.words)))
        if node.kind != "milestone" or not wanted:
            continue
        for clause in re.split("[，。；]", words):
            shared = len(wanted.intersection(pairs(clause)))
            if shared >= _STEP * len(wanted) and tells_done(clause):
                found.append(at)
                break
    return found


def _of_unit(task: Task, unit: str) -> int | None:
    """The one target that is counted in a unit; ``None`` where several are, or the unit tells nothing."""
    fitting = [
        at for at, node in enumerate(task.nodes) if node.kind == "target" and same_unit(node.indicator, node.unit, unit)
    ]
    return fitting[0] if len(fitting) == 1 and unit not in ("", "%") else None
