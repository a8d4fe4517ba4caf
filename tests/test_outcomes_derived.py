"""Results worked out from others."""

from __future__ import annotations

from test_outcomes_answers import PLAN, REVIEW, row_of

from luoshi.ledger import Ledger
from luoshi.reading import read

EARLIER = REVIEW.replace("2024年", "2023年")


def grown(ledger: Ledger, target: str, before: str, now: str) -> Ledger:
    ledger.add(read(EARLIER.format(before), date="2024-01-15"))
    ledger.add(read(PLAN.format(target), date="2024-01-16"))
    ledger.add(read(REVIEW.format(now), date="2025-01-14"))
    return ledger


def test_a_growth_follows_from_two_levels(ledger: Ledger) -> None:
    grown(ledger, "社会消费品零售总额增长6%", "社会消费品零售总额500亿元", "社会消费品零售总额540.2亿元")
    row = row_of(ledger, "零售")
    assert (row.answer, row.verdict) == ("result", "met")
    assert "from two levels: 540.2亿 ÷ 500亿" in row.rule


def test_a_growth_that_was_worked_out_is_known_to_a_tenth(ledger: Ledger) -> None:
    grown(ledger, "社会消费品零售总额增长8%", "社会消费品零售总额40370万元", "社会消费品零售总额43598万元")
    assert row_of(ledger, "零售").verdict == "met"  # 7.996 %


def test_what_is_told_at_constant_prices_does_not(ledger: Ledger) -> None:
    grown(ledger, "地区生产总值增长6%", "地区生产总值800亿元", "地区生产总值880.5亿元")
    assert row_of(ledger, "生产总值").verdict == "unclear"


def test_a_step_too_far_is_of_another_scope(ledger: Ledger) -> None:
    grown(ledger, "社会消费品零售总额增长6%", "社会消费品零售总额500亿元", "社会消费品零售总额54亿元")
    assert row_of(ledger, "零售").verdict == "unclear"


def test_a_yearly_mean_is_not_held_against_the_growth_of_all_years(ledger: Ledger) -> None:
    head = "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n"
    ledger.add(read(f"{head}“十四五”时期主要目标是：生产总值年均增长6%，税收收入年均增长5%。\n", date="2021-01-15"))
    ledger.add(read(f"{head}五年来，生产总值增长40.7%，税收收入年均增长5.2%。\n", date="2026-01-14"))
    verdicts = {row.target.indicator: row.verdict for row in ledger.outcomes("临澜市", "2025")}
    assert verdicts["税收收入"] == "met"
    assert verdicts["生产总值"] in ("open", "unclear")


def test_a_rate_held_within_a_bound_over_years_was_so_in_the_last_of_them(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("城镇登记失业率控制在4%以内"), date="2024-01-15"))
    head = "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n过去五年工作回顾\n"
    ledger.add(read(f"{head}五年来，城镇登记失业率控制在3.5%以内。\n", date="2025-01-14"))
    assert row_of(ledger, "失业率").verdict == "met"


def test_a_multiple_of_an_earlier_year_takes_nothing_from_the_level_beside_it(ledger: Ledger) -> None:
    now = "社会消费品零售总额540.2亿元，是2019年的1.6倍"
    grown(ledger, "社会消费品零售总额增长6%", "社会消费品零售总额500亿元", now)
    assert "from two levels: 540.2亿 ÷ 500亿" in row_of(ledger, "零售").rule


def test_the_income_of_all_residents_is_not_that_of_townspeople(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("城镇居民人均可支配收入增长6%"), date="2024-01-15"))
    ledger.add(read(REVIEW.format("居民人均可支配收入增长6.4%"), date="2025-01-14"))
    assert row_of(ledger, "收入").result is None
