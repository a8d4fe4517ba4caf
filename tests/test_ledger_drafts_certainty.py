"""What differs beyond doubt, and what only may."""

from collections.abc import Iterator

import pytest

from luoshi.ledger import Ledger
from luoshi.reading import read

REPORT = """关于临澜市2025年工作和2026年安排的报告

2025年，全市地区生产总值2345.6亿元，增长5.2%。服务业增加值1180.3亿元，增长6.4%，占地区生产总值的50.3%。
全市政府性基金预算收入88.6亿元，政府性基金预算支出97.4亿元。上云企业总数增长8%以上。
争取上级转移支付资金143亿元，包括超长期特别国债28.7亿元。公路货运量3.14亿吨，铁路货运量339.1万吨。
全市融资担保机构为1569户企业提供担保30.39亿元，共支持928户企业获得贷款69.47亿元。12月份，汽车零售额增长7.3%。
全市改建城市道路60公里。退税减税47亿元。主城三大供水水库蓄水5.88亿立方米。市本级新增债券12.6亿元。
救助城市困难群众11.76万人次，救助农村困难群众68.16万人次。居民消费价格上涨1.2%。
高新区一般公共预算收入9.2亿元。市本级一般公共预算收入20.8亿元。培育市级龙头企业22家。
市级社会保险基金预算收入229亿元；社会保险基金预算支出223.7亿元。全市社会保险基金预算支出371.3亿元。
民生支出占一般公共预算支出比重82.2%。“十四五”时期，民生支出占比一直稳定在80%以上。
规模以上工业增加值增长8.2%。分门类看，采矿业增加值下降4.1%，制造业增长10.6%。
参加生育保险人数108.65万人；参加职工基本医疗保险人数134.53万人。地方政府专项债券余额占全省总量的7.4%。
争取地方政府专项债券41.42亿元。第二产业增加值844.4亿元，第一产业增加值208.9亿元。
政府债务余额892.14亿元。筹措资金6.2亿元，支持做好困难群众的基本生活保障；筹措资金2.13亿元，奖励计划生育家庭。
支持文化事业繁荣兴盛。安排9.15亿元。
2026年，地区生产总值增长5.5%左右，城镇登记失业率控制在4.5%以内，改造老旧小区210个。
2026年，全市政府性基金预算收入安排91.3亿元，国有资本经营预算收入预计19.5亿元。
"""


@pytest.fixture(scope="module")
def sources() -> Iterator[Ledger]:
    with Ledger(":memory:") as ledger:
        ledger.add(read(REPORT, date="2026-01-13", place="临澜市"))
        yield ledger


def told(ledger: Ledger, words: str, date: str = "2026-01-20") -> tuple[str, bool, tuple[str, ...]]:
    """What the last figure of a draft comes to."""
    finding = ledger.check(read(words, date=date, place="临澜市"))[-1]
    return finding.verdict, finding.certain, finding.fields


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        ("2025年，全市地区生产总值占全省的5.2%。", "measure"),
        ("2025年，服务业增加值增长50.3%。", "measure"),
        ("2025年，政府性基金方面，全市收入为97.4亿元。", "indicator"),
        ("全年争取超长期特别国债143亿元。", "indicator"),
        ("2025年，公路货运量339.1万吨。", "indicator"),
        ("2025年，救助城市困难群众68.16万人次。", "indicator"),
        ("2025年，中心城区改建城市道路60公里。", "scope"),
        ("2025年，经开区改建城市道路60公里。", "scope"),
        ("去年为企业减负，退税减税57亿元。", "value"),
        ("2025年，地区生产总值下降2.5%。", "value"),
        ("2025年，公路货运量3.4亿吨。", "value"),
        ("2025年，服务业增加值1108亿元。", "value"),
        ("去年，全市融资担保机构为企业提供担保69.47亿元。", "indicator"),
        ("全年汽车零售额增长7.3%。", "period"),
        ("民生支出占比超过八成，达到82.8%。", "value"),
        ("去年，全市社会保险基金支出371.3亿元，其中市级社会保险基金预算支出229亿元。", "indicator"),
        ("市级收入多收。具体到市本级，一般公共预算收入12.6亿元。", "value"),
        ("去年，规上工业增加值增长8.2%，其中采矿业增长4.1%。", "direction"),
        ("其中，市级社会保险基金预算支出371.3亿元。", "scope"),
        ("参加职工医保的有108.65万人。", "indicator"),
        ("去年，争取地方政府专项债券44.12亿元。", "value"),
        ("2025年，全市第二产业增加值208.9亿元，仍不及第三产业。", "scope"),
        ("去年，困难群众基本生活保障资金2.13亿元。", "indicator"),
        ("去年，文化事业繁荣兴盛9.51亿元。", "value"),
        ("今年，国有资本经营预算收入预计27.4亿元。", "value"),
        ("2026年，政府性基金方面，收入安排88.6亿元。", "period"),
        ("去年，地方政府专项债券余额占全国总量的7.4%。", "scope"),
    ],
)
def test_one_thing_differs(sources: Ledger, draft: str, field: str) -> None:
    assert told(sources, draft) == ("differs", True, (field,))


def test_a_value_of_another_place_is_certain_where_the_own_is_told_too(sources: Ledger) -> None:
    verdict, certain, fields = told(sources, "2025年，高新区一般公共预算收入20.8亿元。")
    assert (verdict, certain, set(fields)) == ("differs", True, {"scope", "place"})


@pytest.mark.parametrize(
    ("draft", "date"),
    [
        ("2026年，全市地区生产总值增长5.9%。", "2027-01-20"),  # what was planned, and what came of it
        ("2026年，全市改造老旧小区231个。", "2027-01-20"),
        ("2027年，城镇登记失业率控制在4.5%以内。", "2027-01-20"),  # a plan of every year
        ("2023年，全市地区生产总值2013.9亿元。", "2026-01-20"),  # another year's
        ("2025年，市本级退税减税47亿元。", "2026-01-20"),  # a heading may have said it
        ("2025年，居民消费价格为1.2%。", "2026-01-20"),  # the rise is meant
        ("政府债务余额892.14亿元，比限额低52.69亿元。", "2026-01-20"),  # a difference is no level
    ],
)
def test_what_may_be_true_is_not_certain(sources: Ledger, draft: str, date: str) -> None:
    assert not (told(sources, draft, date)[0] == "differs" and told(sources, draft, date)[1])


def test_of_which_year_the_whole_year_is_may_be_said_elsewhere(sources: Ledger) -> None:
    draft = "临澜交出成绩单\n全年改建城市道路62.5公里。"
    assert told(sources, draft, "2026-02-20") == ("differs", True, ("value",))


def test_what_came_of_a_plan_later_is_not_held_against_it(sources: Ledger) -> None:
    plan = read("今年主要预期目标是：全市地区生产总值增长6%。", date="2025-01-10", place="临澜市")
    assert not any(finding.certain and finding.verdict == "differs" for finding in sources.check(plan))


@pytest.mark.parametrize(
    "draft",
    [
        "全年改建城市道路60公里。",
        "去年，第三产业增加值1180.3亿元。",
        "2025年，高新区财政收入9.2亿元。",
        "去年救助农村困难群众约68万人次。",
        "去年，规上工业增加值增长8.2%，其中制造业增长10.6%。",
        "市级支出稳定。社会保险基金支出371.3亿元，其中市级223.7亿元。",
    ],
)
def test_other_words_agree(sources: Ledger, draft: str) -> None:
    assert told(sources, draft)[0] == "agrees"
