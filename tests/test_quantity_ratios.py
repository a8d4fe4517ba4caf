"""Proportions with colons."""

from __future__ import annotations

from quantity_examples import examples, told

from luoshi.language import quantity_ratios


@examples(quantity_ratios)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields
