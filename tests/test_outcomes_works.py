"""Lists of works for the people that a later report tells done as a whole."""

from __future__ import annotations

import pytest
from test_outcomes_answers import PLAN, REVIEW, row_of

from luoshi.ledger import Ledger
from luoshi.reading import read

LIST = (
    "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n一、2024年工作安排\n"
    "今年集中力量办好10件民生实事：（1）新建社区食堂30个；（2）改造老旧管网60公里。\n"
    "加快发展旅游业，新建游船码头5座。\n"
)


@pytest.fixture
def listed(ledger: Ledger) -> Ledger:
    """A ledger with a list of works, to which reviews are added."""
    ledger.add(read(LIST, date="2024-01-15"))
    return ledger


def test_a_work_of_the_list_is_told_with_the_whole(listed: Ledger) -> None:
    listed.add(read(REVIEW.format("10件民生实事全部完成"), date="2025-01-14"))
    row = row_of(listed, "社区食堂")
    assert row.result is not None
    assert (row.answer, row.verdict, row.result.quote, row.confidence) == ("result", "met", "10件", None)
    assert "told as a whole" in row.rule
    assert row_of(listed, "码头").result is None  # it stands behind the list


def test_a_number_of_its_own_goes_before_the_whole(listed: Ledger) -> None:
    listed.add(read(REVIEW.format("10件民生实事全部完成，新建社区食堂27个"), date="2025-01-14"))
    row = row_of(listed, "社区食堂")
    assert row.result is not None
    assert (row.result.quote, row.verdict) == ("27个", "missed")


@pytest.mark.parametrize("words", ["10件民生实事基本完成", "除一件因选址暂缓外，10件民生实事全部完成"])
def test_what_was_done_in_the_main_decides_nothing(listed: Ledger, words: str) -> None:
    listed.add(read(REVIEW.format(words), date="2025-01-14"))
    assert row_of(listed, "社区食堂").verdict == "unclear"


def test_works_of_another_number_are_another_list(listed: Ledger) -> None:
    listed.add(read(REVIEW.format("12件民生实事全部完成"), date="2025-01-14"))
    assert row_of(listed, "社区食堂").result is None


def test_a_list_may_run_over_lines(ledger: Ledger) -> None:
    works = "办好10件民生实事：\n一是新建社区食堂30个。\n二是改造老旧管网60公里。\n"
    plan = PLAN.format(works + "旅游业加快发展，新建游船码头5座")
    ledger.add(read(plan, date="2024-01-15"))
    ledger.add(read(REVIEW.format("10件民生实事全部完成"), date="2025-01-14"))
    assert row_of(ledger, "管网").verdict == "met"
    assert row_of(ledger, "码头").result is None
