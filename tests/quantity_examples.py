"""The examples that stand beside the rules of a module of the language layer."""

from __future__ import annotations

from types import ModuleType

import pytest

from luoshi.language.quantities import notation, quantities, scan
from luoshi.language.rules import RULES


def examples(module: ModuleType) -> pytest.MarkDecorator:
    """One case (rule, text, what it yields) for each example of the module's rules."""
    cases = [
        pytest.param(rule.name, text, yields, id=f"{rule.name}: {text}")
        for rule in RULES.values()
        if rule.module == module.__name__
        for text, yields in rule.examples
    ]
    assert cases, f"{module.__name__} has no rule"
    return pytest.mark.parametrize(("name", "text", "yields"), cases)


def told(name: str, text: str) -> str:
    """What is read in the example of the rule ``name``, in the examples' notation."""
    return "; ".join(map(notation, quantities(text) if name == "ordinal" else scan(text)))
