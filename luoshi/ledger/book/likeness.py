"""How well words fit a task: rare pairs of characters, its indicators, its names, its own number.

A pair of neighbouring characters weighs more the fewer tasks of the book have it; pairs that every report has (完成,
推进) weigh little. 1 is as well as the task's own words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from luoshi.ledger.book.model import Node, Task
from luoshi.ledger.identity import IndicatorKey, indicator_key
from luoshi.ledger.likeness import like_names, same_unit
from luoshi.ledger.ranking import pairs
from luoshi.patterns import late
from luoshi.records import Figure

_QUOTED = late(r"“([^“”\s]{2,40})”|《([^《》\s]{2,40})》")
_NUMBERED = late(r"(?:第\s?|任务\s?|序号\s?|编号\s?[:：]?)(\d{1,3})(?:项|号|条|[:：、])?")
# What every plan and report says; a pair of two of these tells no task from another.
_COMMON = frozenset(
    pairs(
        "完成推进加快建设实施开展工作全面全市截至目前累计任务目标计划进一步持续积极有序稳步落实组织年度全年按照"
        "要求加强力争确保情况进展已经启动正在项目工程底前年底月底左右以上新增总体提升推动不断深入达到"
        "通过国家级省级市级县级验收审议提请印发实施出台正式投入使用运营通车竣工主体封顶施工招标重点任务清单投资计划"
    )
)
_NUMBERS_AND_TIMES = late(r"[\d.,，%％]+|第?[一二三四]季度|[上下]半年|年底前?|月底前?|截至目前|今年以来")
_LIGHT = 0.15  # of a rare pair's weight
_FIELD, _WORDS = 0.75, 0.25  # shares of a field's pairs that the words have, and of the words' that the task has
_SAME_INDICATOR, _LIKE_INDICATOR, _SAME_NAME, _OWN_VALUE = 0.45, 0.25, 0.4, 0.15
_LEAST_PAIRS = 2
_LOOKED_AT = 20  # tasks for each stretch of words
_SHARED = 0.6
_END = 2  # characters of an indicator's name that say of what kind it is
_RARE = 2  # pairs that no other task has


class Fit(NamedTuple):
    """How well words fit a task, the node of it that they speak of (``None``: the whole), and what is in common."""

    score: float
    node: int | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Field:
    """One way to say a task: its pairs with their weight together."""

    pairs: frozenset[str]
    weight: float
    node: int | None
    shared: bool = False  # with other tasks, as a title over several rows: it does not tell them apart


class Likeness:
    """The tasks of a book, to be asked which of them words speak of."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tuple(tasks)
        counted = Counter(pair for task in tasks for pair in set(pairs(task.words)))
        self._rarity = {pair: math.log(1 + len(tasks) / count) for pair, count in counted.items()}
        self._unseen = math.log(1 + 2 * len(tasks))
        self._least = _RARE * math.log(1 + len(tasks))  # of a field that tells its task from others by itself
        titles = Counter(task.title for task in tasks)
        self._fields = [self._of(task, titles[task.title] > 1) for task in tasks]
        self._names = [_names(task.words) for task in tasks]
        self._keys = [[_keys(node) for node in task.nodes] for task in tasks]
        self._having: dict[str, list[int]] = defaultdict(list)
        for at, fields in enumerate(self._fields):
            for pair in {pair for one in fields for pair in one.pairs}:
                self._having[pair].append(at)

    def nearest(self, words: str) -> list[int]:
        """The numbers of the tasks worth a closer look: those that share the heaviest pairs with ``words``."""
        found: dict[int, float] = defaultdict(float)
        for pair in sorted(set(pairs(_without_numbers(words)))):
            weight = self._rarity.get(pair, 0.0) * (_LIGHT if pair in _COMMON else 1.0)
            for at in self._having.get(pair, ()):
                found[at] += weight
        return sorted(sorted(found, key=lambda at: -found[at])[:_LOOKED_AT])

    def fit(self, at: int, words: str, figures: Sequence[Figure] = ()) -> Fit:
        """How well ``words``, in which ``figures`` stand, fit the task with the number ``at``."""
        task = self.tasks[at]
        said = frozenset(pairs(_without_numbers(words)))
        whole = self._weight(said)
        best, node = 0.0, None
        for one in self._fields[at]:
            shared = said & one.pairs
            if one.weight and len(shared) >= min(_LEAST_PAIRS, len(one.pairs)):
                common = self._weight(shared)
                score = (_FIELD * common / one.weight + _WORDS * common / whole) * (_SHARED if one.shared else 1)
                score *= min(1.0, one.weight / self._least)
                if score > best:
                    best, node = score, one.node
        why = [f"用词 words {best:.2f}"] if best else []
        if names := self._names[at] & _names(words):
            best += _SAME_NAME
            why.append(f"名称 name {'、'.join(sorted(names))}")
        bonus, of_node, reason = self._by_figures(at, figures)
        if bonus:
            best, node = best + bonus, of_node
            why.append(reason)
        if task.number and (own := _NUMBERED.match(words.strip())) and own[1] == task.number:
            best += _SAME_NAME
            why.append(f"序号 number {own[1]}")
        return Fit(min(best, 1.0), node, tuple(why))

    def is_beside(self, at: int, other: int, words: str) -> bool:
        """Whether ``words`` have something rare of the task ``other`` that the near task ``at`` has not.

        Near are tasks with targets in one unit and of one kind: 新增学位9600个 and 新增公办幼儿园学位2400个.
        """
        mine, theirs = (
            {(node.unit, node.indicator[-_END:]) for node in self.tasks[number].nodes if node.kind == "target"}
            for number in (at, other)
        )
        if not mine & theirs:
            return False
        said = frozenset(pairs(_without_numbers(words))) - _COMMON
        own, others = (frozenset().union(*(one.pairs for one in self._fields[n])) for n in (at, other))
        return self._weight((said & others) - own) >= self._least / _RARE

    def _by_figures(self, at: int, figures: Sequence[Figure]) -> tuple[float, int | None, str]:
        """What the figures of a sentence add: one of a target's own indicator, or the target's own value cited."""
        best: tuple[float, int | None, str] = (0.0, None, "")
        for number, (node, keys) in enumerate(zip(self.tasks[at].nodes, self._keys[at], strict=True)):
            for figure in figures:
                if node.kind != "target" or not same_unit(node.indicator, node.unit, figure.unit):
                    continue
                bonus, reason = 0.0, ""
                if keys and indicator_key(figure.indicator, figure.concept) == keys[0]:
                    bonus, reason = _SAME_INDICATOR, f"指标 indicator {node.indicator}"
                elif indicator_key(figure.indicator) in keys:
                    bonus, reason = _LIKE_INDICATOR, f"近似指标 like indicator {figure.indicator}"
                elif figure.low is not None and figure.low == (node.low or node.high) and node.unit not in ("", "%"):
                    bonus, reason = _OWN_VALUE, f"目标值 target value {node.words}"
                if bonus > best[0]:
                    best = (bonus, number, reason)
        return best

    def _of(self, task: Task, shared: bool) -> tuple[_Field, ...]:
        """The ways to say a task: its title, its measure, each of its nodes."""
        texts: list[tuple[str, int | None]] = [(task.title, None), (task.measure, None)]
        texts += [(part, None) for part in re.split("[，；。\n]", task.measure) if len(part) > 5]
        texts += [(node.words, at) for at, node in enumerate(task.nodes)]
        texts += [(node.indicator, at) for at, node in enumerate(task.nodes) if len(node.indicator) > 3]
        fields = []
        for words, node in texts:
            found = frozenset(pairs(_without_numbers(words)))
            if len(found) >= _LEAST_PAIRS:
                fields.append(_Field(found, self._weight(found), node, shared and words == task.title))
        return tuple(fields)

    def _weight(self, found: frozenset[str]) -> float:
        return sum(
            self._rarity.get(pair, self._unseen) * (_LIGHT if pair in _COMMON else 1.0) for pair in sorted(found)
        )


def _keys(node: Node) -> tuple[IndicatorKey, ...]:
    """The indicators under which a report may tell what became of a target, its own first."""
    return (indicator_key(node.indicator), *like_names(node.indicator)) if node.kind == "target" else ()


def _names(words: str) -> frozenset[str]:
    return frozenset(found[1] or found[2] for found in _QUOTED.finditer(words))


def _without_numbers(words: str) -> str:
    return _NUMBERS_AND_TIMES.sub(" ", words)
