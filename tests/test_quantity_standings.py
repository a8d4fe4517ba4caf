"""Streaks, doublings, ranks and ordinals."""

from __future__ import annotations

from quantity_examples import examples, told

from luoshi.language import quantity_standings


@examples(quantity_standings)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields
