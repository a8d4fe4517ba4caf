"""A commitment's state and the rule that gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from luoshi.language.times.periods import last_day
from luoshi.ledger.outcomes import OutcomeRow
from luoshi.ledger.progress.rows import Mention, State
from luoshi.records import Commitment


def state_of(
    commitment: Commitment, date: str, on: str, mentions: Sequence[Mention], within: Sequence[OutcomeRow]
) -> tuple[State, str]:
    """A commitment's state and the rule that gives it."""
    due = last_day(commitment.deadline)
    late = bool(due and on and due < on)
    states: tuple[Literal["done", "in_progress"], ...] = ("done", "in_progress")
    for state in states:
        if any(mention.judged == state for mention in mentions):
            if state == "in_progress" and late:
                return "overdue", f"期限已过，人工判断仍在推进 / past its deadline {due}, a person found it going on"
            return state, "人工判断 / a person's verdict"
    verdicts = Counter(outcome.verdict for outcome in within)
    if verdicts["missed"]:
        return "overdue", "所含目标未完成 / a target within it was missed"
    if verdicts["met"] and verdicts["met"] == len(within):
        return "done", "所含目标均已完成 / every target within it was met"
    reports = [mention for mention in mentions if mention.reports]
    if reports and reports[0].says == "done":
        return "done", f"后文称已完成 / a later sentence says it is done: {reports[0].id}"
    if late and reports and reports[0].says == "unfinished":
        return (
            "overdue",
            f"期限 {due} 已过，后文说没有完成 / past its deadline, and not done by what is told: {reports[0].id}",
        )
    if late and not reports:
        return "overdue", f"期限 {due} 已过，未见完成 / its deadline has passed and nothing says it is done"
    if reports and late:
        words = (
            f"期限 {due} 已过，后文有进展但未说完成 / past its deadline; a later sentence speaks of it, not of its end"
        )
        return "in_progress", f"{words}: {reports[0].id}"
    if reports:
        return "in_progress", f"后文有进展 / a later sentence speaks of it: {reports[0].id}"
    if not date:
        return (
            "no_news",
            "文件没有日期，不知何为后文，可用 --date 说明 / its document has no date; luoshi add --date states it",
        )
    return "no_news", "未见后文 / no later sentence reports on it"
