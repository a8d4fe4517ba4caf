"""One number in its clause as the constructions see it, what they find, and how they are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from luoshi.language.quantities import Quantity
from luoshi.language.rules import rule
from luoshi.language.times import Time
from luoshi.patterns import late
from luoshi.reading.clauses import Clause
from luoshi.reading.constructions.context import Context
from luoshi.reading.nouns import phrase_after
from luoshi.reading.predicates import Before
from luoshi.records import Measure, Status

_FUTURE = late(r"将(?!军|士)|拟|计划|力争|确保")


@dataclass(slots=True)
class Situation:
    """One number in its clause: what the rules look at."""

    text: str
    clause: Clause
    start: int
    quantity: Quantity
    group: list[Quantity]
    before: Before
    context: Context
    rest: list[Quantity]
    sentence: list[Clause]
    own: tuple[str, ...]
    times: list[Time]
    every_time: list[Time]
    used: int = 1
    described: bool = False
    compares: bool = False

    def times_between(self, start: int, end: int) -> list[Time]:
        """The dated times that stand between two places of the paragraph."""
        return [
            t
            for t in self.every_time
            if start <= t.start and t.end <= end and t.period and t.kind != "duration" and t.role != "base"
        ]

    @property
    def ahead(self) -> list[Time]:
        """The times after the number that a word of the future goes with: …建设12月20日以前将全部完成."""
        if self.rest or not _FUTURE.search(self.text, self.quantity.end, self.clause.end):
            return []
        return self.times_between(self.quantity.end, self.clause.end)

    def every_quantity(self, start: int) -> list[Quantity]:
        """The quantities of the sentence that begin at ``start`` or after it, in their order."""
        return [q for clause in self.sentence if clause.end > start for q in clause.quantities if q.start >= start]

    def next_quantity(self, start: int) -> int:
        """Where the next number after ``start`` begins, else where the sentence ends."""
        following = self.every_quantity(start)
        return following[0].start if following else self.sentence[-1].end

    @property
    def limit(self) -> int:
        """Where the words after the number must end: at the next number or the clause's end."""
        return self.rest[0].start if self.rest else self.clause.end

    def after(self) -> str:
        """The noun phrase that follows the number."""
        return phrase_after(self.text, self.group[-1].end, self.limit)


@dataclass(slots=True)
class Found:
    """What a construction says of a number.

    ``quantity`` is left out for the situation's own number; a construction that reads several names each.
    ``carried`` marks a name that another clause gave, ``undated`` a value to which the text gives no time
    though one holds around it. ``period``, ``status``, ``unit`` and ``place`` are the context's where they are empty.
    """

    name: str
    measure: Measure
    sign: int | None = None
    quantity: Quantity = None  # type: ignore[assignment]  # construe() fills it
    rule: str = ""
    period: str = ""
    status: Status | None = None
    unit: str = ""
    place: str = ""
    carried: bool = False
    undated: bool = False


Find = Callable[[Situation], list[Found]]

NOTHING: list[Found] = []
"""What a construction gives for a number that measures nothing: no other is tried."""


@dataclass(frozen=True, slots=True)
class Construction:
    """A way to say what a number measures: ``kinds`` of quantity it is tried for (None: all), and ``find``."""

    name: str
    kinds: frozenset[str] | None
    find: Find


def construction(
    name: str, reads: str, *examples: tuple[str, str], kinds: frozenset[str] | None = None
) -> Callable[[Find], Construction]:
    """Make the decorated function a construction, and a rule of that name."""

    def make(function: Find) -> Construction:
        rule(name, reads, *examples)(function)
        return Construction(name, kinds, function)

    return make
