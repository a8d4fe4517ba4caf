"""The examples beside the rules are their tests: every text yields the figures that its rule says it does."""

from __future__ import annotations

import pytest

from luoshi.language.rules import RULES
from luoshi.reading import read
from luoshi.reading.notation import notation

# The rules of these modules note their examples as figures; the other modules' tests run theirs.
FIGURE_MODULES = ("luoshi.reading.constructions", "luoshi.reading.tables")
EXAMPLES = [
    pytest.param(text, yields, id=f"{rule.name}: {text[:24]}")
    for rule in RULES.values()
    if rule.module.startswith(FIGURE_MODULES)
    for text, yields in rule.examples
]


@pytest.mark.parametrize(("text", "yields"), EXAMPLES)
def test_an_example_yields_what_its_rule_says(text: str, yields: str) -> None:
    reading = read(text, date="2025-01-20", place="临澜市")
    assert "; ".join(notation(figure) for figure in reading.figures) == yields


def test_every_rule_reads_something_and_shows_it() -> None:
    assert EXAMPLES
    for rule in RULES.values():
        assert rule.reads.endswith((".", "。")), rule.name
        assert rule.examples, rule.name
