"""Targets of a report meet the results of the next one: read from two texts, in the words such reports have."""

from __future__ import annotations

import pytest

from luoshi.ledger import Ledger
from luoshi.reading import read

PLAN = "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n一、2024年工作安排\n今年主要预期目标是：{}。\n"
REVIEW = "各位代表：\n现在，我代表临澜市人民政府，向大会报告工作。\n一、2024年工作回顾\n过去一年，{}。\n"


def outcomes(target: str, result: str, changed: str = "") -> list[tuple[str, str, str]]:
    """Target, result and verdict of each outcome, where a result was told."""
    with Ledger(":memory:") as ledger:
        ledger.add(read(PLAN.format(target), date="2024-01-15"))
        if changed:
            ledger.add(read(changed, date="2024-08-28", place="临澜市"))
        ledger.add(read(REVIEW.format(result), date="2025-01-14"))
        rows = ledger.outcomes("临澜市", "2024")
    return [(row.target.quote, row.result.quote, row.verdict) for row in rows if row.result]


@pytest.mark.parametrize(
    ("target", "result", "expected"),
    [
        # the economy, in the words of many years
        ("国民经济增长的预期目标为7%左右", "地区生产总值增长7.3%", ("7%左右", "7.3%", "met")),
        ("经济增长百分之七左右", "国民经济增长6.2%", ("百分之七左右", "6.2%", "missed")),
        ("经济增速保持在6%以上", "全市经济增长6.3%", ("6%以上", "6.3%", "met")),
        ("地区生产总值增长6.5%至7%", "地区生产总值增长6.4%", ("6.5%至7%", "6.4%", "missed")),
        ("地区生产总值增长7%～7.5%", "地区生产总值增长7.6%", ("7%～7.5%", "7.6%", "met")),
        ("GDP增长5.5%以上，奋力冲刺6%", "GDP增长5.8%", ("5.5%以上", "5.8%", "met")),
        ("地区生产总值预期增长6%左右、力争6.5%以上", "地区生产总值增长5.6%", ("6%左右", "5.6%", "met")),
        ("一般公共预算收入达到50亿元、奋斗目标52亿元", "一般公共预算收入51亿元", ("50亿元", "51亿元", "met")),
        ("固定资产投资增长8%", "固定资产投资增长6%以上", ("8%", "6%以上", "missed")),
        ("固定资产投资增长6.5%", "固定资产投资增长6%以上", ("6.5%", "6%以上", "unclear")),
        # prices and jobs
        ("城镇新增就业1.2万人", "城镇新增就业1万人", ("1.2万人", "1万人", "missed")),
        ("城镇新增就业3.02万人", "城镇新增就业3万人", ("3.02万人", "3万人", "met")),
        ("居民消费价格总水平上涨控制在1%至2%", "居民消费价格下降0.4%", ("1%至2%", "0.4%", "met")),
        ("物价涨幅控制在3%左右", "居民消费价格上涨3.6%", ("3%左右", "3.6%", "missed")),
        ("居民消费价格指数控制在103%左右", "居民消费价格上涨2.1%", ("103%左右", "2.1%", "met")),
        ("居民消费价格指数103.5%以内", "居民消费价格指数为103.8%", ("103.5%以内", "103.8%", "missed")),
        ("居民消费价格总水平控制在3.5%左右", "居民消费价格上涨4.2%", ("3.5%左右", "4.2%", "missed")),
        ("居民消费价格涨幅2%左右", "居民消费价格指数（CPI）上涨0.2%", ("2%左右", "0.2%", "met")),
        ("新增城镇就业岗位8万个以上", "城镇新增就业8.6万人", ("8万个以上", "8.6万人", "met")),
        ("下岗失业人员再就业1.6万人", "失业人员再就业1.5万人", ("1.6万人", "1.5万人", "missed")),
        ("城镇登记失业率控制在4.6%", "年末城镇登记失业率4.2%", ("4.6%", "4.2%", "met")),
        ("城镇调查失业率控制在5%以下", "城镇调查失业率均值5.1%", ("5%以下", "5.1%", "missed")),
        # levels, rates and things made
        ("人口自然增长率控制在5‰以内", "人口自然增长率3.1‰", ("5‰以内", "3.1‰", "met")),
        ("单位生产总值能源消耗降低4%左右", "单位生产总值能耗下降2.1%", ("4%左右", "2.1%", "missed")),
        ("粮食播种面积稳定在85万亩、总产量达到38万吨", "粮食产量39.1万吨", ("38万吨", "39.1万吨", "met")),
        ("高标准农田新增8万亩以上", "新增高标准农田8.3万亩", ("8万亩以上", "8.3万亩", "met")),
        ("实现1.5万农村贫困人口脱贫", "农村贫困人口减少1.6万人", ("1.5万", "1.6万人", "met")),
        ("新建标准厂房30万平方米", "建成标准厂房32万平方米", ("30万平方米", "32万平方米", "met")),
        ("开工改造城镇老旧小区50个", "城镇老旧小区改造开工52个", ("50个", "52个", "met")),
        ("改造居民供水设施200万平方米", "完成居民供水设施改造212万平方米", ("200万平方米", "212万平方米", "met")),
        ("行政许可事项精简到460项", "行政许可事项减少到455项", ("460项", "455项", "met")),
        ("新增上市公司5家", "新增上市企业4家", ("5家", "4家", "missed")),
        ("本外币各项贷款增加50亿元以上", "本外币各项贷款比年初增加56亿元", ("50亿元以上", "56亿元", "met")),
    ],
)
def test_a_target_meets_its_result(target: str, result: str, expected: tuple[str, str, str]) -> None:
    assert expected in outcomes(target, result)


def test_what_a_sentence_tells_of_a_zone_is_not_the_city_s() -> None:
    result = "固定资产投资增长12%。推进临澜经开区改革，产业孵化器建设加快，固定资产投资增长27.5%"
    assert outcomes("固定资产投资增长8%", result) == [("8%", "12%", "met")]
    result = "扎实推进示范区建设，固定资产投资增长12%。东湾县固定资产投资增长27.5%"
    assert outcomes("固定资产投资增长8%", result) == [("8%", "12%", "met")]


def test_the_parts_of_a_joint_target() -> None:
    told = outcomes("二氧化硫、氮氧化物排放量分别下降3%", "二氧化硫排放量下降5.2%，氮氧化物排放量下降2.6%")
    assert sorted(told) == [("3%", "2.6%", "missed"), ("3%", "5.2%", "met")]


def test_what_grows_as_the_economy_does_has_no_target() -> None:
    assert outcomes("居民收入与经济增长同步，进出口促稳提质", "居民收入增长5%，进出口增长8%") == []


def test_a_target_set_anew_within_its_year() -> None:
    changed = "建议将全年地区生产总值增长预期目标由6%左右调整为5%左右。"
    told = outcomes("地区生产总值增长6%左右", "地区生产总值增长4.8%", changed)
    assert told == [("5%左右", "4.8%", "met")]
