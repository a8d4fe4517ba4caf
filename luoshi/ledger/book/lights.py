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
| no day    | undecided | nothing says by when, and no person set a day                                             |
| on time   | green     | otherwise                                                                                 |

A reopened task is done again only when a report since then says so; what was reached before stays.

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

from luoshi.ledger.book.model import Entry, Feedback, Light, Node, Task
from luoshi.ledger.book.reached import is_rate, meets
from luoshi.ledger.book.said import day_of_deed
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
    ``gone`` the percent of time gone from the start of the plan's year to the deadline. ``latest`` is what the latest
    report says of how far it is, ``trouble`` what that report says of delay beside it. ``done_on`` is the day from
    which it is done, ``extended`` the extension that gives ``due``, ``reopened`` the deed that opened it again.
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
    trouble: Feedback | None = None
    extended: Entry | None = None
    reopened: Entry | None = None

    @property
    def overdue(self) -> bool:
        """Whether its deadline has passed and it is not done."""
        return self.rule == "overdue"

    def to_json(self) -> dict[str, Any]:
        """The standing as ``luoshi book show --json`` prints it, the task's own fields among it."""
        numbers = {name: None if (n := getattr(self, name)) is None else f"{n:f}" for name in ("share", "gone")}
        told = {name: getattr(self, name) for name in ("light", "rule", "why", "due", "done_on")}
        latest = self.latest.to_json() if self.latest is not None else None
        set_by_hand = {
            name: entry.to_json() if (entry := getattr(self, name)) is not None else None
            for name in ("extended", "reopened")
        }
        return {**self.task.to_json(), **told, **numbers, "overdue": self.overdue, "latest": latest, **set_by_hand}


def standing(
    task: Task, feedback: Iterable[Feedback], entries: Sequence[Entry], day: str, rules: Rules = USUAL
) -> Standing:
    """The light of a task on the ISO day ``day``; ``entries`` are what people set, in their order."""
    held = [entry for entry in entries if entry.day <= day]
    extended = _extended(held)
    due = str(extended.value) if extended is not None else task.deadline.date
    states = [entry for entry in held if entry.deed in ("close", "reopen")]
    reopened = states[-1] if states and states[-1].deed == "reopen" else None
    news = sorted((one for one in feedback if one.date <= day), key=lambda one: one.date)
    nodes = nodes_of(task, news, due)
    share = min((node.share for node in nodes if node.share is not None), default=None)
    if share is None:
        share = next((one.share for one in news[::-1] if one.share is not None), None)
    finishing = _finishing(task, news, due, reopened.day if reopened is not None else "")
    seen = _Seen(task, states, news, nodes, share, time_gone(task, due, day), due, day, finishing)
    light, rule, why = _decided(seen, rules)
    if reopened is not None:
        why = f"{reopened.day} {reopened.who}重新打开：{reopened.why}；{why.replace(' / ', ' / reopened; ', 1)}"
    latest = [one for one in news if one.date == news[-1].date]
    return Standing(
        task, light, rule, why, due, share, seen.gone, nodes, _telling(latest),
        done_on=_done_on(states, finishing) if light == "done" else "",
        trouble=next((one for one in latest[::-1] if one.says == "trouble"), None),
        extended=extended, reopened=reopened,
    )  # fmt: skip


def nodes_of(task: Task, news: Sequence[Feedback], due: str) -> tuple[NodeStanding, ...]:
    """How far each node of a task is."""
    return tuple(_node(task, at, news, due) for at in range(len(task.nodes)))


def node_due(task: Task, node: Node, due: str) -> str:
    """A node's day: where it is the task's own deadline, the one that holds now."""
    return due if node.due and node.due == task.deadline.date else node.due


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of a task on a day; ``finishing`` is the report with which it is done."""

    task: Task
    states: Sequence[Entry]
    news: Sequence[Feedback]
    nodes: Sequence[NodeStanding]
    share: Decimal | None
    gone: Decimal | None
    due: str
    day: str
    finishing: Feedback | None


def time_gone(task: Task, due: str, day: str) -> Decimal | None:
    """The percent of the time from the start of the plan's year to the deadline that is gone; ``None`` without one."""
    if not due:
        return None
    end, now = Date.fromisoformat(due), Date.fromisoformat(day)
    first = Date(min(task.year or end.year, end.year), 1, 1)
    gone = Decimal((now - first).days + 1) * 100 / Decimal((end - first).days + 1)
    return min(max(gone, Decimal(0)), Decimal(100)).quantize(_TENTH, ROUND_HALF_UP)


def _extended(held: Sequence[Entry]) -> Entry | None:
    """The extension that holds: the last one, unless the deadline itself was changed since."""
    set_ = [entry for entry in held if entry.deed == "extend" or (entry.deed == "edit" and entry.field == "deadline")]
    return set_[-1] if set_ and set_[-1].deed == "extend" else None


def _telling(latest: Sequence[Feedback]) -> Feedback | None:
    """Of what one report says of a task, the sentence with the figure, else the last one."""
    told = [one for one in latest if one.value is not None or one.share is not None] or list(latest)
    return told[-1] if told else None


def _finishing(task: Task, news: Sequence[Feedback], due: str, since: str) -> Feedback | None:
    """The report with which a task is done; of one that was reopened (``since``) only a later one counts."""
    for number, one in enumerate(news, 1):
        says_so = one.says == "done" or one.share is not None or one.value is not None
        if says_so and one.date >= since and _finished(task, news[:number], nodes_of(task, news[:number], due)):
            return one if _finished(task, news, nodes_of(task, news, due)) else None
    return None


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


def _decided(seen: _Seen, rules: Rules) -> tuple[Light, str, str]:
    """The light, its rule, and why."""
    task, news, due, day, share, gone = seen.task, seen.news, seen.due, seen.day, seen.share, seen.gone
    if seen.states and seen.states[-1].deed == "close":
        by = seen.states[-1]
        return "done", "closed", f"{by.day} {by.who}销号：{by.why} / closed by {by.who}"
    if seen.finishing is not None:
        done_on, told_on = _done_on((), seen.finishing), seen.finishing.date
        when = "" if done_on == told_on else f"于 {done_on} "
        return "done", "finished", f"{told_on} 反馈已{when}完成 / reported as done"
    if due and due < day:
        return "red", "overdue", f"期限 {due} 已过，未见完成 / the deadline has passed"
    if any(one.says == "trouble" for one in news if one.date == news[-1].date):
        return "yellow", "trouble", f"{news[-1].date} 反馈有滞后或困难 / the latest report speaks of trouble"
    told = max((one.date for one in news if one.says in ("done", "in_progress")), default="")
    for node, own in zip(task.nodes, seen.nodes, strict=True) if rules.by_milestones else ():
        by_when = node_due(task, node, due)
        if node.kind == "milestone" and by_when and by_when < day and not own.done and told <= by_when:
            return "yellow", "milestone", f"节点“{node.words}”应于 {by_when} 完成，未见反馈 / a milestone has passed"
    if share is not None and gone is not None and share + rules.behind_points < gone:
        return "yellow", "behind", f"完成 {share}%，时间已过 {gone}% / reached {share} % with {gone} % of the time gone"
    near = due and due <= (Date.fromisoformat(day) + timedelta(days=rules.near_days)).isoformat()
    if near and not (share is not None and gone is not None and share >= gone):
        left = (Date.fromisoformat(due) - Date.fromisoformat(day)).days
        return "yellow", "near", f"距期限 {due} 还有 {left} 天 / {left} days are left"
    if not due and task.deadline.kind == "unknown":
        words = task.deadline.words
        return "undecided", "unclear", f"期限“{words}”未明确到日，待商定 / its deadline names no day"
    if not due and task.deadline.kind == "":
        return "undecided", "no day", "未明确完成时限 / nothing says by when"
    endless = not due and task.deadline.kind == "continuous"
    return "green", "on time", "长期推进 / it goes on without end" if endless else "按期推进 / on time"


def _done_on(states: Sequence[Entry], finishing: Feedback | None) -> str:
    """The day from which a task is done: as a person closed it, as the report's words say, or the report's own."""
    if states and states[-1].deed == "close":
        return states[-1].day
    if finishing is None:
        return ""
    return day_of_deed(finishing.quote, finishing.date) or finishing.date
