"""The unit after a number."""

from __future__ import annotations

from pathlib import Path

from quantity_examples import examples, told

from luoshi.knowledge import units
from luoshi.language import quantity_units
from luoshi.language.quantities import scan


@examples(quantity_units)
def test_example(name: str, text: str, yields: str) -> None:
    assert told(name, text) == yields


def test_a_table_of_ones_own_units(tmp_path: Path) -> None:
    path = tmp_path / "units.toml"
    path.write_text('[[unit]]\nsymbol = "渔排"\nkind = "count"\naliases = ["口渔排"]\n', encoding="utf-8")
    (quantity,) = scan("整治渔排3200口渔排。", units.load(path))
    assert (quantity.quote, quantity.unit, quantity.value) == ("3200口渔排", "渔排", 3200)
