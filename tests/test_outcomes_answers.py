"""The answer to a target: found in a later report in other words, likely, silent or not there; and a person's word."""

from __future__ import annotations

import pytest

from luoshi.ledger import CorrectionError, Ledger, OutcomeRow
from luoshi.reading import read

PLAN = "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n一、2024年工作安排\n今年主要任务是：{}。\n"
REVIEW = "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n一、2024年工作回顾\n过去一年，{}。\n"


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    """A ledger that holds a plan, to which reviews are added."""
    ledger.add(read(PLAN.format("新建农村示范生态河道60公里，举办渔灯节庙会12场"), date="2024-01-15"))
    return ledger


def row_of(ledger: Ledger, words: str) -> OutcomeRow:
    [row] = [row for row in ledger.outcomes("临澜市", "2024") if words in row.target.indicator]
    return row


def test_no_later_report_is_told_apart_from_a_silent_one(told: Ledger) -> None:
    row = row_of(told, "庙会")
    assert (row.answer, row.verdict, row.confidence, row.candidates) == ("none", "open", None, ())
    told.add(read(REVIEW.format("新建农村生态河道64公里，城镇新增就业3.1万人"), date="2025-01-14"))
    assert row_of(told, "庙会").answer == "silent"


def test_an_answer_in_other_words_has_a_verdict_and_a_confidence(told: Ledger) -> None:
    told.add(read(REVIEW.format("建成农村生态河道64公里"), date="2025-01-14"))
    row = row_of(told, "河道")
    assert row.result is not None
    assert (row.answer, row.verdict, row.result.quote) == ("result", "met", "64公里")
    assert row.confidence is not None
    assert 0.8 < row.confidence < 1
    assert "told as" in row.rule


def test_a_narrower_scope_answers_nothing(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("固定资产投资增长6%"), date="2024-01-15"))
    ledger.add(read(REVIEW.format("开发区固定资产投资增长9%"), date="2025-01-14"))
    assert row_of(ledger, "投资").result is None


def test_a_level_that_years_later_are_looked_back_on_does_not_replace_the_growth(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("地区生产总值增长10.5%左右"), date="2024-01-15"))
    told = "地区生产总值增长8.9%，比计划低1.6个百分点；人均生产总值增长8.1%，海洋生产总值增长10.3%"
    ledger.add(read(REVIEW.format(told), date="2025-01-14"))
    looking_back = "一、五年工作回顾\n五年来，地区生产总值由2024年的1310亿元增加到2029年的1820亿元，年均增长7.1%。\n"
    ledger.add(read(looking_back, date="2030-01-14", place="临澜市"))
    row = row_of(ledger, "生产总值")
    assert row.result is not None
    assert (row.result.quote, row.verdict) == ("8.9%", "missed")


def test_one_result_answers_one_target(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("新建公共停车场30个，改建公共停车场12个"), date="2024-01-15"))
    ledger.add(read(REVIEW.format("新建公共停车场33个"), date="2025-01-14"))
    rows = [row for row in ledger.outcomes("临澜市", "2024") if row.result]
    assert [(row.target.quote, row.verdict) for row in rows] == [("30个", "met")]


def test_what_a_person_confirmed_is_the_result(told: Ledger) -> None:
    told.add(read(REVIEW.format("农村生态整治项目64个，承办灯会15场"), date="2025-01-14"))
    target, [later] = row_of(told, "庙会").target, [row for row in told.series("承办灯会") if row.status == "actual"]
    told.link(target.id, later.id, "answer", by="苏问渠", why="庙会即灯会")
    row = row_of(told, "庙会")
    assert row.result is not None
    assert (row.result.quote, row.confidence, row.verdict) == ("15场", 1.0, "met")
    assert [(link.commitment, link.sentence, link.verdict) for link in told.links(target.id)] == [
        (target.id, later.id, "answer")
    ]


def test_what_a_person_refused_is_no_result(told: Ledger) -> None:
    told.add(read(REVIEW.format("建成农村生态河道64公里"), date="2025-01-14"))
    row = row_of(told, "河道")
    assert row.result is not None
    told.link(row.target.id, row.result.id, "no_answer", by="苏问渠", why="不是同一项")
    assert row_of(told, "河道").result is None
    told.link(row.target.id, row.result.id, "answer", by="纪闻澜", why="是同一项")
    assert row_of(told, "河道").confidence == 1.0


def test_a_target_takes_no_verdict_of_a_commitment(told: Ledger) -> None:
    told.add(read(REVIEW.format("建成农村生态河道64公里"), date="2025-01-14"))
    row = row_of(told, "河道")
    assert row.result is not None
    with pytest.raises(CorrectionError):
        told.link(row.target.id, row.result.id, "done", by="苏问渠", why="完成")


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("新招引总投资10亿元的项目20个", "10亿元"),
        ("加快建设30万吨乙烯装置", "30万吨"),
        ("完成人口30万人以上的县城规划", "30万人以上"),
        ("小微企业所得税税率下调至5%", "5%"),
    ],
)
def test_thresholds_sizes_and_rules_of_law_are_no_targets(ledger: Ledger, words: str, quote: str) -> None:
    ledger.add(read(PLAN.format(words), date="2024-01-15"))
    assert quote not in [row.target.quote for row in ledger.outcomes("临澜市")]


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("新增家庭养老床位1万张", "家庭养老床位净增1.1万张", "met"),
        ("粮食总产量达到230万吨", "粮食总产量达到46.8亿斤", "met"),
        ("减税降费100亿元以上", "减税降费近110亿元", "met"),
        ("全社会研发投入强度4.1%左右", "全社会研发投入强度3.7%", "missed"),
        ("常住人口城镇化率达到58.04%", "常住人口城镇化率58.0%", "met"),
        ("常住人口城镇化率达到58.08%", "常住人口城镇化率58.0%", "missed"),
        ("地区生产总值增长6%左右", "预计地区生产总值增长6.2%", "met"),
    ],
)
def test_verdicts(ledger: Ledger, target: str, result: str, verdict: str) -> None:
    ledger.add(read(PLAN.format(target), date="2024-01-15"))
    ledger.add(read(REVIEW.format(result), date="2025-01-14"))
    assert [row.verdict for row in ledger.outcomes("临澜市", "2024")] == [verdict]


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("地区生产总值增长8%", "地区生产总值、规模以上工业增加值均增长9.1%", "met"),
        ("规模以上工业增加值增长9.5%", "地区生产总值、规模以上工业增加值均增长9.1%", "missed"),
        ("地区生产总值增长8%", "地区生产总值达到910亿元，比2023年增长9.1%", "met"),
    ],
)
def test_a_growth_of_several_indicators_and_one_over_the_year_before_named(
    ledger: Ledger, target: str, result: str, verdict: str
) -> None:
    ledger.add(read(PLAN.format(target), date="2024-01-15"))
    ledger.add(read(REVIEW.format(result), date="2025-01-14"))
    assert [row.verdict for row in ledger.outcomes("临澜市", "2024")] == [verdict]


def test_a_growth_of_several_indicators_answers_a_target_for_each(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("地区生产总值增长8%，规模以上工业增加值增长9.5%"), date="2024-01-15"))
    ledger.add(read(REVIEW.format("地区生产总值、规模以上工业增加值均增长9.1%"), date="2025-01-14"))
    assert [row.verdict for row in ledger.outcomes("临澜市", "2024")] == ["met", "missed"]


@pytest.mark.parametrize(
    ("next_year", "verdict"), [("2025年主要任务是：地区生产总值增长7%", "met"), ("以上情况，请审议", "open")]
)
def test_a_report_of_december_that_opens_the_next_year_tells_what_is_expected(
    ledger: Ledger, next_year: str, verdict: str
) -> None:
    ledger.add(read(PLAN.format("地区生产总值增长8%"), date="2024-01-15"))
    review = REVIEW.format("预计全年地区生产总值增长8.2%") + f"二、2025年工作安排\n{next_year}。\n"
    ledger.add(read(review, date="2024-12-22"))
    assert [row.verdict for row in ledger.outcomes("临澜市", "2024")] == [verdict]


def test_a_mark_passed_on_the_way_is_no_result(ledger: Ledger) -> None:
    ledger.add(read(PLAN.format("粮食产量达到1050万吨"), date="2024-01-15"))
    ledger.add(read(REVIEW.format("粮食产量跨过1000万吨大台阶，达到1110万吨"), date="2025-01-14"))
    row = row_of(ledger, "粮食")
    assert row.result is not None
    assert (row.result.quote, row.verdict) == ("1110万吨", "met")
