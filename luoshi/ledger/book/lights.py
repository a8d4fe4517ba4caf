"""The light of a task on a day, by rule; the first rule that holds decides.

| rule      | light     | holds where                                                                               |
|-----------|-----------|-------------------------------------------------------------------------------------------|
| closed    | done      | a person closed it (销号), and nobody reopened it                                           |
| finished  | done      | every target is reached (more than planned is done too), or a report says that it is done |
| overdue   | red       | its deadline, or the later one that a person set (延期), has passed                         |
| trouble   | yellow    | the latest report speaks of delay or trouble                                              |
| milestone | yellow    | the day of a milestone has passed, and no report since then tells how the work goes on    |
| behind    | yellow    | the share reached is more than 10 points behind the share of time gone                    |
| near      | yellow    | 30 days or fewer are left, and no report shows that the work keeps pace with the time     |
| unclear   | undecided | the words of its deadline are not understood, and no person set a day                     |
| on time   | green     | otherwise                                                                                 |

A rate (growth, a share, a bound such as 5.5%以内) is reached when a report for the deadline's own time says so; before
that one that meets its target is on time. Work without a day (长期坚持, 第一时间) is never overdue, and what goes on
without end is done only where an amount is reached or a person closes it. Only feedback that was taken or confirmed
counts, and only of days up to the one asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from luoshi.ledger.book.model import Entry, Feedback, Light, Task
from luoshi.ledger.book.reached import is_rate, meets
from luoshi.patterns import late

_COMPLETES = late("竣工|完工|投用|投入|投产|建成|通车|验收|交付|完成|印发|出台|上线|开园|开馆|启用|挂牌")
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Rules:
    """What an office may set: days before a deadline that count as near, points that count as behind, and whether

    a task whose milestone has passed without a word is yellow.
    """

    near_days: int = 30
    behind_points: Decimal = Decimal(10)
    by_milestones: bool = True


USUAL = Rules()


@dataclass(frozen=True, slots=True)
class NodeStanding:
    """How far a node is: the value last reported and percent of its target; ``done`` where it is reached."""

    value: Decimal | None = None
    share: Decimal | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A task on a day: its light, the name of the rule that gives it, and why in Chinese and English.

    ``due`` is the deadline that holds, ``""`` for none; ``share`` the percent reached of the target that is least far,
    ``gone`` the percent of time gone from the start of the plan's year to the deadline. ``latest`` is the latest
    feedback, ``done_on`` the day from which it is done.
    """

    task: Task
    light: Light
    rule: str
    why: str
    due: str = ""
    share: Decimal | None = None
    gone: Decimal | None = None
    nodes: tuple[NodeStanding, ...] = ()
    latest: Feedback | None = None
    done_on: str = ""

    def to_json(self) -> dict[str, Any]:
        """The standing as ``luoshi book show --json`` prints it, the task's own fields among it."""
        numbers = {name: None if (n := getattr(self, name)) is None else f"{n:f}" for name in ("share", "gone")}
        told = {name: getattr(self, name) for name in ("light", "rule", "why", "due", "done_on")}
        latest = self.latest.to_json() if self.latest is not None else None
        return {**self.task.to_json(), **told, **numbers, "latest": latest}


def standing(
    task: Task, feedback: Iterable[Feedback], entries: Sequence[Entry], day: str, rules: Rules = USUAL
) -> Standing:
    """The light of a task on the ISO day ``day``; ``entries`` are what people set, in their order."""
    held = [entry for entry in entries if entry.day <= day]
    due = _due(task, held)
    reopened = max((entry.day for entry in held if entry.deed == "reopen"), default="")
    news = sorted((one for one in feedback if reopened <= one.date <= day), key=lambda one: one.date)
    nodes = tuple(_node(task, at, news, due) for at in range(len(task.nodes)))
    share = min((node.share for node in nodes if node.share is not None), default=None)
    if share is None:
        share = next((one.share for one in news[::-1] if one.share is not None), None)
    gone = time_gone(task, due, day)
    light, rule, why = _decided(task, held, news, nodes, share, gone, due, day, rules)
    return Standing(
        task, light, rule, why, due, share, gone, nodes, news[-1] if news else None,
        done_on=_done_on(held, news) if light == "done" else "",
    )  # fmt: skip


def time_gone(task: Task, due: str, day: str) -> Decimal | None:
    """The percent of the time from the start of the plan's year to the deadline that is gone; ``None`` without one."""
    if not due:
        return None
    end, now = Date.fromisoformat(due), Date.fromisoformat(day)
    first = Date(min(task.year or end.year, end.year), 1, 1)
    gone = Decimal((now - first).days + 1) * 100 / Decimal((end - first).days + 1)
    return min(max(gone, Decimal(0)), Decimal(100)).quantize(_TENTH, ROUND_HALF_UP)


def _due(task: Task, held: Sequence[Entry]) -> str:
    later = [str(entry.value) for entry in held if entry.deed == "extend"]
    return later[-1] if later else task.deadline.date


def _node(task: Task, at: int, news: Sequence[Feedback], due: str) -> NodeStanding:
    """How far a node is by what was reported of it, the latest value of all."""
    node = task.nodes[at]
    own = [one for one in news if one.node == at]
    valued = [one for one in own if one.value is not None or one.share is not None]
    if node.kind == "milestone":
        later = [one for one in news if one.node is not None and one.node >= at and one.says == "done"]
        steps = [one for one in later if task.nodes[one.node or 0].kind == "milestone"]
        return NodeStanding(done=bool(steps) or any(_says_whole(task, one) for one in news))
    if not valued:
        said = any(one.says == "done" for one in own) or any(_says_whole(task, one) for one in news)
        return NodeStanding(done=said and not is_rate(node))
    last = valued[-1]
    best = max((one for one in valued if one.date == last.date), key=lambda one: (one.value or 0, one.share or 0))
    if best.value is None:
        return NodeStanding(share=best.share, done=best.share is not None and best.share >= 100 and not is_rate(node))
    reached = meets(node, best.value)
    in_time = not (is_rate(node) or node.low is None) or (due != "" and best.date >= due)
    return NodeStanding(best.value, best.share, reached and in_time)


def _says_whole(task: Task, one: Feedback) -> bool:
    """Whether feedback says that the task as a whole is done, which one that goes on without end never is."""
    if one.says != "done" or task.deadline.kind == "continuous":
        return False
    if one.node is None:
        return one.share is None or one.share >= 100
    alone = len(task.nodes) == 1 and (task.nodes[0].kind == "target" or task.nodes[0].due != "")
    return alone and one.value is None


def _finished(task: Task, news: Sequence[Feedback], nodes: Sequence[NodeStanding]) -> bool:
    """Whether every target is reached, or what a report says leaves nothing open."""
    targets = [at for at, node in enumerate(task.nodes) if node.kind == "target"]
    steps = [at for at, node in enumerate(task.nodes) if node.kind == "milestone" and node.due]
    ends = bool(steps) and nodes[steps[-1]].done and _COMPLETES.search(task.nodes[steps[-1]].words) is not None
    if not targets and task.deadline.kind == "continuous":
        return False
    if targets:
        open_ones = [nodes[at] for at in targets if not nodes[at].done]
        return not open_ones or (ends and all(one.value is None and one.share is None for one in open_ones))
    if steps and nodes[steps[-1]].done and (ends or task.nodes[steps[-1]].due >= task.deadline.date):
        return True
    return any(_says_whole(task, one) or (one.share is not None and one.share >= 100) for one in news)


def _decided(
    task: Task,
    held: Sequence[Entry],
    news: Sequence[Feedback],
    nodes: Sequence[NodeStanding],
    share: Decimal | None,
    gone: Decimal | None,
    due: str,
    day: str,
    rules: Rules,
) -> tuple[Light, str, str]:
    """The light, its rule, and why."""
    set_by_hand = [entry for entry in held if entry.deed in ("close", "reopen")]
    if set_by_hand and set_by_hand[-1].deed == "close":
        by = set_by_hand[-1]
        return "done", "closed", f"{by.day} {by.who}销号：{by.why} / closed by {by.who}"
    if _finished(task, news, nodes):
        return "done", "finished", f"{news[-1].date} 反馈已完成 / reported as done"
    if due and due < day:
        return "red", "overdue", f"期限 {due} 已过，未见完成 / the deadline has passed"
    if news and news[-1].says == "trouble":
        return "yellow", "trouble", f"{news[-1].date} 反馈有滞后或困难 / the latest report speaks of trouble"
    told = max((one.date for one in news if one.says in ("done", "in_progress")), default="")
    for node, own in zip(task.nodes, nodes, strict=True) if rules.by_milestones else ():
        if node.kind == "milestone" and node.due and node.due < day and not own.done and told <= node.due:
            return "yellow", "milestone", f"节点“{node.words}”应于 {node.due} 完成，未见反馈 / a milestone has passed"
    if share is not None and gone is not None and share + rules.behind_points < gone:
        return "yellow", "behind", f"完成 {share}%，时间已过 {gone}% / reached {share} % with {gone} % of the time gone"
    near = due and due <= (Date.fromisoformat(day) + timedelta(days=rules.near_days)).isoformat()
    if near and not (share is not None and gone is not None and share >= gone):
        return "yellow", "near", f"距期限 {due} 不足 {rules.near_days} 天 / the deadline is near"
    if not due and task.deadline.kind == "unknown":
        return "undecided", "unclear", f"期限“{task.deadline.words}”看不懂，请写明日期 / its deadline is not understood"
    return "green", "on time", "按期推进 / on time"


def _done_on(held: Sequence[Entry], news: Sequence[Feedback]) -> str:
    closed = [entry.day for entry in held if entry.deed == "close"]
    return closed[-1] if closed else news[-1].date if news else ""
