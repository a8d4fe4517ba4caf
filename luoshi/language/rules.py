"""A grammar of named rules, each beside its examples.

A rule is small, has a name and a sentence that says what it reads, and stands beside its examples
(text → what it yields). The examples are its tests (``tests/test_examples.py`` runs them all), and
``luoshi explain`` prints the sentence. To add a rule, add one decorated function with its examples.

    @rule(
        "growth after its head",
        "A noun phrase, a verb of growth and a percentage: 生产总值增长6.5%.",
        ("全市生产总值增长6.5%。", "生产总值 growth+ 6.5% 2024 actual"),
    )
    def growth_after_head(...): ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Function = TypeVar("Function", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: what it reads, in a sentence, and examples (text, what it yields)."""

    name: str
    reads: str
    examples: tuple[tuple[str, str], ...]
    module: str


RULES: dict[str, Rule] = {}


def rule(name: str, reads: str, *examples: tuple[str, str]) -> Callable[[Function], Function]:
    """Register the decorated function as the rule ``name``; ``ValueError`` for a name used twice."""

    def register(function: Function) -> Function:
        if name in RULES:
            raise ValueError(f"two rules are named {name!r}")
        RULES[name] = Rule(name, reads, examples, function.__module__)
        return function

    return register
