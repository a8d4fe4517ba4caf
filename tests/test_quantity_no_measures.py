"""Numbers that measure nothing after all."""

from __future__ import annotations

from quantity_examples import examples, told

from luoshi.language import quantity_no_measures


@examples(quantity_no_measures)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields
