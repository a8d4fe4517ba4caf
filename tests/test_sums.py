"""Which indicators add up to which."""

from __future__ import annotations

from luoshi.knowledge.indicators import identify
from luoshi.knowledge.sums import ratios, sums


def test_every_whole_and_part_is_in_the_indicator_scheme() -> None:
    for each in sums():
        assert len(each.parts) > 1
        assert all(part.concept for part in each.parts)
        assert each.whole is None or each.whole.concept


def test_tax_and_other_revenue_make_up_the_budget_revenue() -> None:
    wholes = {each.whole.concept: {part.concept for part in each.parts} for each in sums() if each.whole}
    assert wholes[identify("一般公共预算收入").concept] == {"tax_revenue", "non_tax_revenue"}


def test_no_whole_is_a_part_of_itself() -> None:
    assert all(each.whole not in each.parts for each in sums())


def test_every_ratio_is_of_indicators_of_the_scheme() -> None:
    for each in ratios():
        assert all(about.concept for about in (each.share, each.part, each.whole))
        assert each.part != each.whole
