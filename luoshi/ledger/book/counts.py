"""Tasks counted by body and light, and this month against the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from luoshi.ledger.book.bodies import body_key
from luoshi.ledger.book.lights import Standing
from luoshi.ledger.book.model import LIGHTS, Light

ALL = "合计"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a body's tasks have each light; ``body`` is 合计 for all tasks, each counted once."""

    body: str
    red: int = 0
    yellow: int = 0
    undecided: int = 0
    green: int = 0
    done: int = 0

    @property
    def total(self) -> int:
        """All its tasks."""
        return sum(getattr(self, light) for light in LIGHTS)

    def to_json(self) -> dict[str, Any]:
        """The count as ``luoshi book counts --json`` prints it."""
        return {"body": self.body, "total": self.total} | {light: getattr(self, light) for light in LIGHTS}


@dataclass(frozen=True, slots=True)
class Change:
    """A task whose light is another one than before: ``better`` or ``worse``, or ``new`` in the book."""

    task: str
    title: str
    before: Light | Literal[""]
    now: Light
    kind: Literal["better", "worse", "new"]

    def to_json(self) -> dict[str, Any]:
        """The change as ``luoshi book counts --json`` prints it."""
        return {name: getattr(self, name) for name in ("task", "title", "before", "now", "kind")}


def counts(standings: Sequence[Standing]) -> list[Count]:
    """The count of each body that leads tasks, the most red first, and below them that of all tasks.

    A task that several bodies lead counts for each of them, once in the sum.
    """
    names: dict[str, str] = {}
    found: dict[str, dict[Light, int]] = {}
    for one in standings:
        for name in one.task.leads or ("",):
            key = body_key(name) if name else ""
            names.setdefault(key, name or "（未明确单位）")
            lights = found.setdefault(key, dict.fromkeys(LIGHTS, 0))
            lights[one.light] += 1
    rows = [Count(names[key], **lights) for key, lights in found.items()]
    rows.sort(key=lambda row: (-row.red, -row.yellow, -row.total))
    total = {light: sum(one.light == light for one in standings) for light in LIGHTS}
    return [*rows, Count(ALL, **total)]


def changes(before: Sequence[Standing], now: Sequence[Standing]) -> list[Change]:
    """The tasks whose lights changed between two days, in the order of the book."""
    earlier = {one.task.id: one.light for one in before}
    found: list[Change] = []
    for one in now:
        old = earlier.get(one.task.id)
        if old is None:
            found.append(Change(one.task.id, one.task.title, "", one.light, "new"))
        elif old != one.light:
            better = LIGHTS.index(one.light) > LIGHTS.index(old)
            found.append(Change(one.task.id, one.task.title, old, one.light, "better" if better else "worse"))
    return found
