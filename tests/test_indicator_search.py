"""An indicator is found by a part of its name, of an alias or of its id."""

from __future__ import annotations

import pytest

from luoshi.knowledge.indicator_search import holding
from luoshi.knowledge.indicators import scheme


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("社零", "retail_sales"),
        ("gdp", "gdp"),
        ("ＧＤＰ", "gdp"),
        ("surveyed_unemp", "surveyed_unemployment_rate"),
        ("Surveyed urban unemployment", "surveyed_unemployment_rate"),
        ("市本级税收收入", "tax_revenue"),  # with a facet no name holds it
    ],
)
def test_what_a_word_stands_for_comes_first(word: str, first: str) -> None:
    assert holding(word)[0].id == first


def test_names_come_before_other_names_and_nothing_twice() -> None:
    found = [each.id for each in holding("失业")]
    assert len(found) == len(set(found)) > 3
    named = ["失业" in each.name for each in holding("失业")]
    assert named == sorted(named, reverse=True)


def test_no_word_gives_all_and_an_unknown_one_none() -> None:
    assert [each.id for each in holding("")] == list(scheme().indicators)
    assert holding("微笑指数") == []
