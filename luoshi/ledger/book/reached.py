"""How far a sentence says the work is: 1,180 of 1,500 beds are 78.7 %.

A value for one month alone (6月新增120张) is no total and is left out. More than planned is more than 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from luoshi.language.quantities import quantities
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
_THIS_MONTH = late(
    r"本月|当月|本周|上周|(?<![-—–~至\d])\d{1,2}月份?(?=[^，底末日前\d]{0,4}(?:新增|完成|建成|发放|培训|签约|开工))"
)
_ENDED = late("已|完成|建成|累计|达到|实现|竣工|完工|投用|超额|交付|新增了|发放|全覆盖")
_BEGUN = late("开工|启动|招标|前期|进场|计划|任务|目标")
_TIMES = late(r"[\d年月日底前末旬]+|[一二三四]季度|上半年|下半年|完成|：")
_STEP = 0.5  # of a milestone's pairs that a clause must share
_END = 3
_TENTH = Decimal("0.1")


class Reached(NamedTuple):
    """What was reached of a node (``None``: of the task as a whole): its value, and percent of the target."""

    node: int | None
    value: Decimal | None
    unit: str
    share: Decimal | None


def reached(task: Task, words: str, start: int, figures: Sequence[Figure]) -> list[Reached]:
    """What ``words``, which begin at ``start`` of their document and hold ``figures``, say was reached of a task."""
    found: dict[int, Reached] = {}
    strength: dict[int, int] = {}
    for figure in figures:
        value = figure.low if figure.low is not None else figure.high
        at, strong = _node_of(task, figure)
        if at is None or value is None or not _counts(words[: figure.start - start]):
            continue
        if value == task.nodes[at].low and not _is_reached(words, figure.start - start, figure.end - start):
            continue
        known = found.get(at)
        more = known is not None and known.value is not None and value > known.value and not is_rate(task.nodes[at])
        if known is None or strong > strength[at] or (strong == strength[at] and more):
            found[at], strength[at] = Reached(at, value, figure.unit, share_of(task.nodes[at], value)), strong
    for quantity in quantities(words) if not found else ():
        value = quantity.low if quantity.low is not None else quantity.high
        at = _of_unit(task, quantity.unit)
        if at is None or value is None or not _counts(words[: quantity.start]):
            continue
        if value == task.nodes[at].low and not _is_reached(words, quantity.start, quantity.end):
            continue
        if at not in found or value > (found[at].value or 0):
            found[at] = Reached(at, value, quantity.unit, share_of(task.nodes[at], value))
    stated = _SHARE.search(words)
    if stated and not any(one.share is not None for one in found.values()):
        targets = [at for at, node in enumerate(task.nodes) if node.kind == "target"]
        node = next(iter(found)) if len(found) == 1 else targets[0] if len(targets) == 1 else None
        known = found.pop(node, None) if node is not None else None
        share = Decimal(stated["share"])
        if node is not None and is_rate(task.nodes[node]):
            return [Reached(node, share, "%", None), *found.values()]
        return [Reached(node, known.value if known else None, known.unit if known else "", share), *found.values()]
    return list(found.values())


def share_of(node: Node, value: Decimal) -> Decimal | None:
    """``value`` in percent of the node's target, to a tenth; ``None`` for a rate or an upper bound."""
    if node.low is None or node.low <= 0 or is_rate(node):
        return None
    return (100 * value / node.low).quantize(_TENTH, ROUND_HALF_UP)


def is_rate(node: Node) -> bool:
    """Whether a target is a rate, which is not reached bit by bit: growth, a share, a level in percent."""
    return node.measure in ("growth", "share", "rank") or node.unit in ("%", "个百分点", "‰")


def meets(node: Node, value: Decimal) -> bool:
    """Whether a value reaches a node's target: at least its lower bound, at most its upper one where that is all."""
    if node.low is None:
        return node.high is not None and value <= node.high
    if node.sign == -1 and node.measure == "growth":
        return abs(value) >= node.low
    return value >= node.low


def _counts(before: str) -> bool:
    """Whether a value behind the words ``before`` is a total, and not the target or one month's share of it."""
    clause = re.split("[，。；]", before)[-1]
    if _OF_TARGET.search(clause):
        return False
    return not _THIS_MONTH.search(clause) or _TOTAL.search(clause) is not None


def _is_reached(words: str, start: int, end: int) -> bool:
    """Whether a value as large as the target is told as reached, and not only named again: 6所全部开工."""
    first = max(words.rfind(mark, 0, start) + 1 for mark in "，。；")
    last = min((at for mark in "，。；" if (at := words.find(mark, end)) >= 0), default=len(words))
    return bool(_ENDED.search(words[first:last])) and not _BEGUN.search(words[first:last])


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
    alike = [at for at, node in fitting if is_rate(node) and _same_end(node.indicator, figure.indicator)]
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
