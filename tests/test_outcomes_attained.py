"""What a report says in words of a target, where it tells no number of it."""

from __future__ import annotations

import pytest
from test_outcomes_answers import PLAN, REVIEW, row_of

from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.service.wording import value_of


def told(ledger: Ledger, target: str, result: str) -> tuple[str, str]:
    """The verdict on a target and the words that give it, ``""`` where none do."""
    ledger.add(read(PLAN.format(target), date="2024-01-15"))
    ledger.add(read(REVIEW.format(result), date="2025-01-14"))
    row = row_of(ledger, "")
    return row.verdict, row.result.quote if row.result else ""


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("固定资产投资增长9%", "粮食产量42万吨，地区生产总值、固定资产投资等指标没有完成年初预期目标", "missed"),
        ("固定资产投资增长9%", "粮食产量42万吨，固定资产投资完成情况低于年初既定目标", "missed"),
        ("城镇新增就业3万人", "城镇新增就业、转移农村劳动力年度任务超额完成，粮食产量42万吨", "met"),
        ("城镇新增就业3万人", "城镇新增就业、转移农村劳动力分别完成年计划的134%、98%", "met"),
        ("转移农村劳动力3万人", "城镇新增就业、转移农村劳动力分别完成年计划的134%、98%", "missed"),
        ("居民消费价格涨幅3%左右", "粮食产量42万吨，居民消费价格涨幅控制在预期目标以内", "met"),
        ("居民消费价格涨幅3%左右", "粮食产量42万吨，居民消费价格涨幅低于预期目标", "met"),
        ("社会消费品零售总额增长9%", "粮食产量42万吨，社会消费品零售总额与上年持平", "missed"),
    ],
)
def test_words_decide(ledger: Ledger, target: str, result: str, verdict: str) -> None:
    found, quote = told(ledger, target, result)
    assert found == verdict
    assert quote
    assert quote in result


@pytest.mark.parametrize(
    "result",
    [
        "粮食产量42万吨，“十四五”规划确定的固定资产投资目标没有完成预期目标",  # set for years
        "粮食产量42万吨，确保固定资产投资完成年度目标",  # still to come
        "粮食产量42万吨，工业投资没有完成预期目标",  # of another
        "粮食产量42万吨",
    ],
)
def test_other_words_decide_nothing(ledger: Ledger, result: str) -> None:
    assert told(ledger, "固定资产投资增长9%", result) == ("open", "")


def test_a_number_goes_before_words(ledger: Ledger) -> None:
    result = "固定资产投资增长9.2%，地区生产总值、固定资产投资等指标没有完成年初预期目标"
    assert told(ledger, "固定资产投资增长9%", result) == ("met", "9.2%")


def test_a_level_that_decides_nothing_gives_way_to_words(ledger: Ledger) -> None:
    result = "地区生产总值1310亿元，地区生产总值、固定资产投资没有完成年初预期目标"
    assert told(ledger, "地区生产总值增长6%", result)[0] == "missed"


def test_the_words_are_evidence_of_their_own(ledger: Ledger) -> None:
    told(ledger, "城镇新增就业3万人", "城镇新增就业年度任务超额完成，粮食产量42万吨")
    row = row_of(ledger, "就业")
    assert row.result is not None
    text = ledger.reading(row.result.document_id).document.text
    assert text[row.result.start : row.result.end] == row.result.quote == value_of(row.result)
    assert ledger.sentence(row.result.id).document == row.result.document
    assert "told in words" in row.rule
