"""Numbers and units in brackets."""

from __future__ import annotations

from quantity_examples import examples, told

from luoshi.language import quantity_brackets
from luoshi.language.quantities import scan
from luoshi.language.quantity_brackets import unit_ahead


@examples(quantity_brackets)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields


def test_the_bracket_of_a_unit_is_told_where_the_number_has_no_unit_of_its_own() -> None:
    text = "用水量（万立方米）为482.5，养殖场（户）1253家"
    water, farms = scan(text)
    assert unit_ahead(text, water) == (3, 9)
    assert unit_ahead(text, farms) is None
