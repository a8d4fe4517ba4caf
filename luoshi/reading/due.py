"""When the figures of a task are due: a day that stands beside the task, in brackets or on a line of its own.

新建幼儿园6所，新增学位1980个。
完成时限：8月25日              both figures are due on 2025-08-25, not some time in the year
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from luoshi.records import Commitment, Figure, Span


def dated_by_tasks(figures: tuple[Figure, ...], tasks: Sequence[Commitment]) -> tuple[Figure, ...]:
    """The figures, those to be reached by a task of whose day its own words say nothing dated by that day."""
    due = [(task, span) for task in tasks if (span := _beside(task)) is not None]
    if not due:
        return figures
    starts = [task.start for task, _ in due]
    out = []
    for figure in figures:
        at = bisect_right(starts, figure.start) - 1
        task, span = due[at] if at >= 0 else (None, None)
        if task is not None and span is not None and figure.end <= task.end and _takes(figure, task):
            figure = replace(figure, period=task.deadline, sources=(*figure.sources, ("period", span)))
        out.append(figure)
    return tuple(out)


def _beside(task: Commitment) -> Span | None:
    """The words of a task's day or month, None where they stand in its quote or it has no more than a year."""
    spans = (span for name, span in task.sources if name == "deadline" and span.start >= task.end)
    return next(spans, None) if len(task.deadline) in (7, 10) else None


def _takes(figure: Figure, task: Commitment) -> bool:
    """Whether a figure is of the task's year, to be reached, and no time in the task's words is its own."""
    own = any(name == "period" and task.start <= span.start < task.end for name, span in figure.sources)
    return figure.status == "target" and figure.period == task.deadline[:4] and not own
