"""Quantities: the examples of their rules, and quantities that read back to what they were made of."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language import quantities as layer
from luoshi.language.quantities import notation, quantities, scan
from luoshi.language.rules import RULES

EXAMPLES = [
    pytest.param(rule.name, text, yields, id=f"{rule.name}: {text}")
    for rule in RULES.values()
    if rule.module == layer.__name__
    for text, yields in rule.examples
]


@pytest.mark.parametrize(("name", "text", "yields"), EXAMPLES)
def test_example(name: str, text: str, yields: str) -> None:
    found = quantities(text) if name == "ordinal" else scan(text)
    assert "; ".join(map(notation, found)) == yields
