"""The words that touch a quantity."""

from __future__ import annotations

from quantity_examples import examples, told

from luoshi.language import quantity_bounds


@examples(quantity_bounds)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields
