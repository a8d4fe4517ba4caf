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
