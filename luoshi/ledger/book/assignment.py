"""One to one over a report: a sentence that fits its body's tasks only somewhat speaks of the one left to tell of.

Strong matches claim their tasks first; then the best pair of a sentence and a task that nobody claims is joined, and
so on down, as long as the sentence does not fit two such tasks alike.
"""

from __future__ import annotations

from collections.abc import Mapping

_LEAST = 0.12  # of the score of the task's own words
_BESIDE = 0.25  # where the sentence fits a claimed task better
_MARGIN = 0.06


def one_to_one(scores: Mapping[int, Mapping[int, float]], claimed: frozenset[int]) -> dict[int, int]:
    """The task of each sentence that gets one; ``scores`` hold how well each fits each task, ``claimed`` are taken."""
    taken = set(claimed)
    found: dict[int, int] = {}
    order = sorted(
        ((score, -unit, task) for unit, fits in scores.items() for task, score in fits.items()), reverse=True
    )
    changed = True
    while changed:
        changed = False
        for score, negative, task in order:
            unit = -negative
            if unit not in found and task not in taken and _holds(scores[unit], task, score, taken):
                found[unit] = task
                taken.add(task)
                changed = True
    return found


def _holds(fits: Mapping[int, float], task: int, score: float, taken: set[int]) -> bool:
    """Whether a sentence fits a task well enough, and no other one that is free as well."""
    free = max((other for at, other in fits.items() if at != task and at not in taken), default=0.0)
    beside = max((other for at, other in fits.items() if at in taken), default=0.0)
    return score >= (_BESIDE if beside > score else _LEAST) and score - free >= _MARGIN
