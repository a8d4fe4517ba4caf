"""Codes, headings and names, which are no quantities."""

from __future__ import annotations

from quantity_examples import examples, told

from luoshi.language import quantity_labels


@examples(quantity_labels)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields
