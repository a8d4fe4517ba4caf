"""Incomes of townspeople and villagers that decide a target for all residents."""

from __future__ import annotations

import pytest
from test_outcomes_answers import PLAN, REVIEW, row_of

from luoshi.ledger import Ledger
from luoshi.reading import read


@pytest.mark.parametrize(
    ("town", "country", "verdict"), [("6.2", "7.1", "met"), ("4.1", "4.9", "missed"), ("4.8", "6.2", "unclear")]
)
def test_both_decide_where_they_agree(ledger: Ledger, town: str, country: str, verdict: str) -> None:
    ledger.add(read(PLAN.format("居民人均可支配收入增长5.5%"), date="2024-01-15"))
    review = REVIEW.format(f"城镇、农村居民人均可支配收入分别增长{town}%和{country}%")
    ledger.add(read(review, date="2025-01-14"))
    row = row_of(ledger, "收入")
    assert (row.answer, row.verdict, len(row.results)) == ("result", verdict, 2)
    assert f"城镇与农村 town and country: {town}, {country}" in row.rule


def test_one_alone_decides_nothing(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("居民人均可支配收入增长5.5%"), date="2024-01-15"))
    ledger.add(read(REVIEW.format("农村居民人均可支配收入增长7.1%"), date="2025-01-14"))
    assert row_of(ledger, "收入").result is None


def test_villagers_incomes_may_be_net_ones_and_prices_are_left_aside_where_the_target_does(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("城乡居民收入实际增长6%以上"), date="2024-01-15"))
    both = "城镇居民人均可支配收入、农民人均纯收入分别增长8.5%和5.5%，扣除价格因素，分别实际增长6.1%和6.4%"
    ledger.add(read(REVIEW.format(both), date="2025-01-14"))
    row = row_of(ledger, "收入")
    assert (row.verdict, [one.quote for one in row.results]) == ("met", ["6.1%", "6.4%"])


def test_a_net_income_is_told_by_the_disposable_one_that_took_its_place(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("农民人均纯收入增长9%"), date="2024-01-15"))
    review = "城镇居民人均可支配收入增长7.1%，农村居民人均可支配收入增长9.4%"
    ledger.add(read(REVIEW.format(review), date="2025-01-14"))
    row = row_of(ledger, "纯收入")
    assert row.result is not None
    assert (row.verdict, row.result.quote) == ("met", "9.4%")
    assert "told as 农村居民人均可支配收入" in row.rule
