"""Targets beside their results, and the verdict."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from ledger_readings import document, figure, reading, report, yearly

from luoshi.ledger import Ledger, OutcomeRow, Tolerance
from luoshi.records import Reading


def told(day: str, quote: str, name: str, value: str, **fields: Any) -> Reading:
    text = f"{day}：{name}{quote}。"
    return reading(document(text, name=f"{day}.txt"), date=day, figures=(figure(text, quote, name, value, **fields),))


def outcome(ledger: Ledger, name: str, target: dict[str, Any], result: dict[str, Any]) -> OutcomeRow:
    """The outcome of a target for 2025 that a report of that January sets, and the next year's result."""
    for day, status, fields in (("2025-01-10", "target", target), ("2026-01-12", "actual", result)):
        ledger.add(told(day, f"<{fields}>", name, **({"value": "0", "period": "2025", "status": status} | fields)))
    [row] = ledger.outcomes()
    return row


OVER, UNDER, ABOUT = {"high": None, "qualifier": "over"}, {"low": None, "qualifier": "under"}, {"qualifier": "about"}
GROWTH = {"measure": "growth", "sign": 1, "unit": "%"}
FALL = {"measure": "growth", "sign": -1, "unit": "%"}


@pytest.mark.parametrize(
    ("name", "target", "result", "verdict"),
    [
        ("绿道长度", {"value": "100"} | OVER, {"value": "100"}, "met"),
        ("绿道长度", {"value": "100"} | OVER, {"value": "99.9"}, "missed"),
        ("绿道长度", {"value": "100"} | OVER, {"value": "100"} | OVER, "met"),
        ("绿道长度", {"value": "100"} | OVER, {"value": "90"} | OVER, "unclear"),
        ("绿道长度", {"value": "100"} | OVER, {"value": "90"} | UNDER, "missed"),
        ("绿道长度", {"value": "100"}, {"value": "120"}, "met"),
        ("绿道长度", {"value": "100"}, {"value": "99"}, "missed"),
        ("绿道长度", {"value": "100"} | ABOUT, {"value": "96"}, "met"),
        ("绿道长度", {"value": "100"} | ABOUT, {"value": "94"}, "missed"),
        ("绿道长度", {"value": "100", "low": None, "qualifier": "nearly"}, {"value": "97"}, "met"),
        ("绿道长度", {"value": "100"}, {"value": "100", "unit": "公里"}, "unclear"),
        ("城镇登记失业率", {"value": "4.5", "unit": "%"} | UNDER, {"value": "4.1", "unit": "%"}, "met"),
        ("城镇登记失业率", {"value": "4.5", "unit": "%"} | UNDER, {"value": "4.6", "unit": "%"}, "missed"),
        ("城镇登记失业率", {"value": "4.5", "unit": "%"}, {"value": "4.1", "unit": "%"}, "met"),
        ("城镇登记失业率", {"value": "4.5", "unit": "%"} | ABOUT, {"value": "5.1", "unit": "%"}, "missed"),
        ("生产总值", {"value": "6.5"} | ABOUT | GROWTH, {"value": "6.0"} | GROWTH, "met"),
        ("生产总值", {"value": "6.5"} | ABOUT | GROWTH, {"value": "5.9"} | GROWTH, "missed"),
        ("生产总值", {"value": "6.5"} | ABOUT | GROWTH, {"value": "9"} | GROWTH, "met"),
        ("生产总值", {"value": "6.5"} | GROWTH, {"value": "6.5"} | FALL, "missed"),
        (
            "生产总值",
            {"value": "0", "high": "5", "low": "4.5", "qualifier": "range"} | GROWTH,
            {"value": "4.7"} | GROWTH,
            "met",
        ),
        (
            "生产总值",
            {"value": "0", "high": "5", "low": "4.5", "qualifier": "range"} | GROWTH,
            {"value": "4.4"} | GROWTH,
            "missed",
        ),
        (
            "生产总值",
            {"value": "0", "high": "5", "low": "4.5", "qualifier": "range"} | GROWTH,
            {"value": "5.4"} | GROWTH,
            "met",
        ),
        ("单位生产总值能耗", {"value": "2.5"} | FALL, {"value": "3"} | FALL, "met"),
        ("单位生产总值能耗", {"value": "2.5"} | FALL, {"value": "2"} | FALL, "missed"),
        ("单位生产总值能耗", {"value": "2.5"} | FALL, {"value": "1"} | GROWTH, "missed"),
    ],
)
def test_verdicts(ledger_file: Ledger, name: str, target: dict[str, Any], result: dict[str, Any], verdict: str) -> None:
    def decimals(fields: dict[str, Any]) -> dict[str, Any]:
        return {
            key: Decimal(value) if key in ("low", "high") and value is not None else value
            for key, value in fields.items()
        }

    row = outcome(ledger_file, name, decimals(target), decimals(result))
    assert row.verdict == verdict, row.rule


@pytest.fixture
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Ledger(tmp_path_factory.mktemp("outcomes") / "luoshi.db") as ledger:
        yield ledger


def test_a_target_without_a_result_is_open(ledger: Ledger) -> None:
    ledger.add(report())
    rows = ledger.outcomes()
    assert [(row.target.quote, row.verdict, row.result) for row in rows] == [
        ("190亿元以上", "open", None),
        ("4.5%以内", "open", None),
    ]


def test_a_target_meets_the_result_of_its_own_indicator_place_and_year(ledger: Ledger) -> None:
    ledger.add(report())
    ledger.add(yearly(2025, "18900000000", name="市本级一般公共预算收入"))
    ledger.add(yearly(2025, "18900000001", place="青岛"))
    ledger.add(yearly(2024, "18900000002"))
    assert {row.verdict for row in ledger.outcomes()} == {"open"}
    ledger.add(yearly(2025, "19100000000", name="地方一般公共预算收入"))
    row = ledger.outcomes()[0]
    assert row.verdict == "met"
    assert row.result is not None
    assert row.result.quote == "19100000000元"
    assert row.rule == "以上 / at least ≥ 190亿: 191亿"


def test_of_several_results_the_latest_counts(ledger: Ledger) -> None:
    ledger.add(report())
    for day, value in (("2026-03-01", "18900000000"), ("2026-01-12", "19100000000")):
        ledger.add(told(day, f"{value}元", "一般公共预算收入", value, period="2025"))
    row = ledger.outcomes()[0]
    assert row.verdict == "missed"
    assert row.result is not None
    assert row.result.date == "2026-03-01"


def test_place_and_year_can_be_asked_for(ledger: Ledger) -> None:
    ledger.add(report())
    ledger.add(told("2024-01-10", "5%", "生产总值", "5", period="2024", status="target", place="青岛"))
    ledger.add(told("2021-01-10", "30公里", "绿道长度", "30", period="2021/2025", status="target"))
    assert [row.target.place for row in ledger.outcomes(place="青岛")] == ["青岛市"]
    assert len(ledger.outcomes(place="临澜", year="2025")) == 3
    assert len(ledger.outcomes(year="2024")) == 1
    assert ledger.outcomes(year="2023") == []


@pytest.mark.parametrize(
    ("period", "verdict"),
    [
        ("2025", "met"),
        ("2025-12-31", "met"),
        ("2025-01/2025-12", "met"),
        ("2025-01/2025-11", "open"),
        ("2025-12", "open"),
    ],
)
def test_a_year_its_months_and_its_last_day_are_one(ledger: Ledger, period: str, verdict: str) -> None:
    ledger.add(told("2025-01-10", "30公里", "绿道长度", "30", period="2025", status="target"))
    ledger.add(told("2026-01-10", "31公里", "绿道长度", "31", period=period))
    assert [row.verdict for row in ledger.outcomes()] == [verdict]


def test_a_corrected_figure_counts_as_what_it_was_corrected_to(ledger: Ledger) -> None:
    ledger.add(yearly(2025, "19100000000"))
    ledger.add(report())
    ledger.correct(ledger.outcomes()[0].target.id, "low", "19200000000", by="苏问渠", why="核对")
    assert ledger.outcomes()[0].verdict == "missed"
    ledger.correct(ledger.outcomes()[0].target.id, "status", "forecast", by="苏问渠", why="核对")
    assert [row.target.quote for row in ledger.outcomes()] == ["4.5%以内"]


def test_json_has_the_promised_keys(ledger: Ledger) -> None:
    ledger.add(report())
    told_row = json.loads(json.dumps(ledger.outcomes()[0].to_json()))
    promised = "place place_code period indicator concept measure verdict rule target result"
    promised += " answer confidence candidates targets results readings"
    assert " ".join(told_row) == promised
    assert told_row["result"] is None
    assert told_row["target"]["quote"] == "190亿元以上"


def say(ledger: Ledger, day: str, quote: str, value: str, **fields: Any) -> None:
    """Add a document of a day that tells one figure of 绿道长度, a target for 2025 unless ``fields`` say otherwise."""
    name = str(fields.pop("name", "绿道长度"))
    ends = {key: Decimal(fields[key]) for key in ("low", "high") if fields.get(key) is not None}
    ledger.add(
        told(day, quote, name, value, **({"period": "2025", "status": "target", "unit": "公里"} | fields | ends))
    )


ACTUAL, TARGET = {"status": "actual"}, {"status": "target"}


def test_a_target_said_twice_is_one_told_by_its_fullest_words(ledger: Ledger) -> None:
    text = "今年修绿道30公里。到年底，全市新修绿道30公里以上，连通四个公园。"
    usual: dict[str, Any] = {"period": "2025", "status": "target", "unit": "公里"}
    short = figure(text, "30公里", "绿道长度", "30", **usual)
    full = figure(text, "30公里以上", "绿道长度", "30", **(usual | OVER))
    ledger.add(reading(document(text), figures=(short, full)))
    [row] = ledger.outcomes()
    assert row.target.quote == "30公里以上"


def test_a_target_can_be_raised_and_lowered_until_its_period_ends(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    say(ledger, "2025-04-10", "30.0公里", "30")
    say(ledger, "2025-06-10", "40公里", "40")
    say(ledger, "2025-09-10", "35公里", "35")
    say(ledger, "2026-01-10", "33公里", "33")
    say(ledger, "2026-01-12", "36公里", "36", **ACTUAL)
    [row] = ledger.outcomes()
    assert row.verdict == "met"
    assert row.target.quote == "35公里"
    assert [target.quote for target in row.targets] == ["30公里", "40公里", "35公里", "33公里"]
    assert "目标上调 raised 30公里 → 40公里 (2025-06-10)" in row.rule
    assert "目标下调 lowered 40公里 → 35公里 (2025-09-10)" in row.rule


def test_a_higher_bound_is_another_target(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里以上", "30", **OVER)
    say(ledger, "2025-06-10", "40公里以上", "40", **OVER)
    say(ledger, "2026-01-12", "36公里", "36", **ACTUAL)
    [row] = ledger.outcomes()
    assert (row.verdict, row.target.quote) == ("missed", "40公里以上")
    assert "目标上调 raised 30公里以上 → 40公里以上" in row.rule


def test_many_targets_of_one_name_in_one_document_decide_nothing(ledger: Ledger) -> None:
    text = "绿道长度：" + "，".join(f"{value}公里" for value in range(31, 37)) + "。"
    usual: dict[str, Any] = {"unit": "公里", "period": "2025", "status": "target"}
    stated = tuple(figure(text, f"{value}公里", "绿道长度", str(value), **usual) for value in range(31, 37))
    ledger.add(reading(document(text), figures=stated))
    for day, value in (
        ("2026-01-12", 36),
        ("2026-02-12", 40),
        ("2026-03-12", 44),
        ("2026-04-12", 48),
        ("2026-05-12", 52),
    ):
        say(ledger, day, f"{value}公里", str(value), **ACTUAL)
    [row] = ledger.outcomes()
    assert row.verdict == "unclear"
    assert "6 个同名目标" in row.rule
    assert row.rule.endswith("40 (2026-02-12), 44 (2026-03-12), 48 (2026-04-12) 等 4 个 / of 4")
    assert (len(row.targets), len(row.results)) == (6, 5)


def test_all_results_are_shown_and_the_rule_names_those_that_differ(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    say(ledger, "2026-01-10", "29.6公里", "29.6", **ACTUAL)
    say(ledger, "2026-03-10", "30.4公里", "30.4", **ACTUAL)
    [row] = ledger.outcomes()
    assert row.verdict == "met"
    assert [result.quote for result in row.results] == ["29.6公里", "30.4公里"]
    assert row.rule.endswith("另有结果 also reported: 29.6 (2026-01-10)")


def test_what_was_known_on_a_day(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    say(ledger, "2025-06-10", "40公里", "40")
    say(ledger, "2026-01-10", "29.6公里", "29.6", **ACTUAL)
    say(ledger, "2026-03-10", "40.4公里", "40.4", **ACTUAL)
    known = {}
    for day in ("2025-01-09", "2025-02-01", "2026-01-09", "2026-02-01", ""):
        known[day] = [(row.target.quote, row.verdict) for row in ledger.outcomes(on=day)]
    assert list(known.values()) == [
        [],
        [("30公里", "open")],
        [("40公里", "open")],
        [("40公里", "missed")],
        [("40公里", "met")],
    ]


def test_a_rounded_value_does_not_replace_an_exact_one(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    say(ledger, "2026-01-10", "29.6公里", "29.6", **ACTUAL)
    say(ledger, "2026-03-10", "近30公里", "30", **ACTUAL, low=None, qualifier="nearly")
    [row] = ledger.outcomes()
    assert row.result is not None
    assert (row.verdict, row.result.quote) == ("missed", "29.6公里")


def test_what_is_said_before_the_period_ends_is_no_result(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    say(ledger, "2025-07-10", "31公里", "31", **ACTUAL)
    [row] = ledger.outcomes()
    assert (row.verdict, row.result) == ("open", None)
    assert "进度 so far: 2025 31 (2025-07-10)" in row.rule


def test_a_forecast_is_no_result(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    say(ledger, "2025-12-20", "31公里", "31", status="forecast")
    [row] = ledger.outcomes()
    assert (row.verdict, row.result) == ("open", None)
    assert "预计 forecast: 2025 31" in row.rule


def test_growth_is_not_held_against_a_level(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "增长5%", "5", name="一般公共预算收入", **GROWTH)
    say(ledger, "2026-01-10", "190亿元", "19000000000", name="一般公共预算收入", unit="元", **ACTUAL)
    [row] = ledger.outcomes()
    assert row.verdict == "unclear"
    assert "目标是增速，结果是总量" in row.rule


def test_growths_over_different_bases_are_not_compared(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "翻一番", "100", name="旅游总收入", basis="比2015年", **GROWTH)
    say(ledger, "2026-01-10", "增长9%", "9", name="旅游总收入", basis="比上年", **GROWTH, **ACTUAL)
    say(ledger, "2026-01-10", "五年增长60%", "60", name="旅游总收入", basis="比“十三五”平均", **GROWTH, **ACTUAL)
    [row] = ledger.outcomes()
    assert (row.verdict, row.result) == ("open", None)
    assert [reading.quote for reading in row.readings] == ["增长9%"]


def test_a_growth_over_several_years_is_one_over_the_years_between(ledger: Ledger) -> None:
    energy = {"name": "单位生产总值能耗"}
    say(ledger, "2021-01-10", "下降14%", "14", period="2025", **energy, **FALL)
    say(ledger, "2021-01-11", "比2020年降低13.5%", "13.5", period="2025", basis="比2020年", **energy, **FALL)
    years(ledger, {2024: "2.9", 2025: "3.1"}, **energy, **FALL)
    assert {(row.verdict, len(row.readings)) for row in ledger.outcomes(year="2025")} == {("open", 2)}
    say(ledger, "2026-01-10", "五年下降14.2%", "14.2", period="2021/2025", **energy, **FALL, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes(year="2025")] == ["met"]


@pytest.mark.parametrize(("basis", "period"), [("比“十三五”期末", "2025"), ("较2020年末", "2025")])
def test_a_plan_and_a_year_name_what_a_growth_is_over(ledger: Ledger, basis: str, period: str) -> None:
    share = {"name": "森林蓄积量", "measure": "change", "sign": 1, "unit": "立方米"}
    say(ledger, "2024-01-10", "增加6亿", "6", period=period, basis=basis, **share)
    say(ledger, "2026-01-10", "增加5亿", "5", period="2021/2025", **share, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == ["missed"]


def test_a_further_value_is_told_and_the_first_one_counts(ledger: Ledger) -> None:
    text = "2025年地区生产总值增长6%以上、力争6.5%。"
    first = figure(text, "6%以上", "地区生产总值", "6", high=None, qualifier="over", period="2025", **TARGET, **GROWTH)
    second = figure(text, "6.5%", "地区生产总值", "6.5", period="2025", **TARGET, **GROWTH)
    ledger.add(reading(document(text), figures=(first, second)))
    say(ledger, "2026-01-10", "增长6.2%", "6.2", name="地区生产总值", **GROWTH, **ACTUAL)
    [row] = ledger.outcomes()
    assert (row.target.quote, row.verdict) == ("6%以上", "met")
    assert row.rule == "以上 / at least ≥ 6: 6.2; 力争 striven for 6.5%: missed"
    assert [target.quote for target in row.targets] == ["6%以上", "6.5%"]


def test_a_thing_told_under_a_like_name_is_its_result(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30个", "30", name="新建标准球场", unit="个")
    say(ledger, "2026-01-10", "33座", "33", name="建成标准球场", unit="座", **ACTUAL)
    [row] = ledger.outcomes()
    assert (row.verdict, row.rule) == ("met", "达到 / reach ≥ 30: 33; 名称相近 told as 建成标准球场")


def test_its_own_result_comes_before_one_of_a_like_name(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30个", "30", name="新建标准球场", unit="个")
    say(ledger, "2026-01-10", "28个", "28", name="新建标准球场", unit="个", **ACTUAL)
    say(ledger, "2026-01-11", "33座", "33", name="建成标准球场", unit="座", **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == ["missed"]


def test_a_joint_target_meets_the_results_of_its_parts(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "分别下降3%", "3", name="二氧化硫、氮氧化物排放量", **FALL)
    assert [row.target.indicator for row in ledger.outcomes()] == ["二氧化硫、氮氧化物排放量"]
    say(ledger, "2026-01-10", "下降5%", "5", name="二氧化硫排放量", **FALL, **ACTUAL)
    say(ledger, "2026-01-10", "下降2%", "2", name="氮氧化物排放量", **FALL, **ACTUAL)
    rows = ledger.outcomes(year="2025")
    assert {(row.target.indicator, row.verdict) for row in rows} == {
        ("二氧化硫排放量", "met"),
        ("氮氧化物排放量", "missed"),
    }


@pytest.mark.parametrize(("verb", "verdict"), [("压缩至", "met"), ("控制在", "met"), ("达到", "missed")])
def test_what_is_held_down_may_fall_short(ledger: Ledger, verb: str, verdict: str) -> None:
    text = f"今年审批时间{verb}5天。"
    days = figure(text, "5天", "审批时间", "5", period="2025", unit="天", **TARGET)
    ledger.add(reading(document(text), figures=(days,)))
    say(ledger, "2026-01-10", "4天", "4", name="审批时间", unit="天", **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == [verdict]


def test_those_who_left_poverty_are_a_fall_of_the_poor(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "减少10万人", "100000", name="农村贫困人口", measure="change", sign=-1, unit="人")
    say(ledger, "2026-01-10", "11万人", "110000", name="农村贫困人口脱贫", unit="人", **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == ["met"]


@pytest.mark.parametrize("planned", ["高标准农田", "新增高标准农田"])
def test_what_a_stock_gains_is_what_is_new(ledger: Ledger, planned: str) -> None:
    gained = {"measure": "change", "sign": 1, "unit": "亩"}
    counted = {"unit": "亩"}
    first, second = (gained, counted) if planned == "高标准农田" else (counted, gained)
    say(ledger, "2025-01-10", "50万亩", "500000", name=planned, **first)
    reported = "新增高标准农田" if planned == "高标准农田" else "高标准农田"
    say(ledger, "2026-01-10", "52万亩", "520000", name=reported, **second, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == ["met"]


def test_over_a_whole_year_since_its_beginning_is_since_the_year_before(ledger: Ledger) -> None:
    loans = {"name": "各项贷款余额", "measure": "change", "sign": 1}
    say(ledger, "2025-01-10", "增加50亿元", "50", **loans)
    say(ledger, "2026-01-10", "比年初增加56亿元", "56", basis="比年初", **loans, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == ["met"]


def test_a_level_at_the_prices_of_one_year_is_not_judged(ledger: Ledger) -> None:
    text = "按2020年价格计算，2025年地区生产总值达到2000亿元。"
    goal = figure(text, "2000亿元", "地区生产总值", "200000000000", period="2025", **TARGET)
    ledger.add(reading(document(text), figures=(goal,)))
    say(ledger, "2026-01-10", "2100亿元", "210000000000", name="地区生产总值", unit="元", **ACTUAL)
    [row] = ledger.outcomes()
    assert (row.verdict, row.rule) == ("unclear", "目标按某年价格计算 / the target is at the prices of one year")


@pytest.mark.parametrize(("now", "verdict"), [("580", "met"), ("560", "missed")])
def test_a_planned_change_follows_from_two_levels(ledger: Ledger, now: str, verdict: str) -> None:
    homes = {"name": "棚户区住房改造", "unit": "套"}
    say(ledger, "2025-01-10", "增加100套", "100", measure="change", sign=1, **homes)
    say(ledger, "2025-01-10", "470套", "470", period="2024", **homes, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes(year="2025")] == ["open"]
    say(ledger, "2026-01-10", f"{now}套", now, **homes, **ACTUAL)
    [row] = ledger.outcomes(year="2025")
    assert (row.verdict, row.rule.partition(" (")[2]) == (
        verdict,
        f"由2024年 470 推算 / from two levels: {now} − 470)",
    )


def test_a_change_of_a_plan_is_not_held_against_levels_reached(ledger: Ledger) -> None:
    homes = {"name": "棚户区住房改造", "unit": "套"}
    say(ledger, "2025-01-10", "增加100套", "100", measure="change", sign=1, **homes)
    say(ledger, "2025-01-10", "580套", "580", **homes)
    say(ledger, "2025-01-10", "490套", "490", period="2024", **homes, **ACTUAL)
    say(ledger, "2026-01-10", "585套", "585", **homes, **ACTUAL)
    verdicts = {row.target.measure: row.verdict for row in ledger.outcomes(year="2025")}
    assert verdicts == {"change": "open", "level": "met"}


def test_a_yearly_mean_is_no_result_of_a_year(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "增长6%", "6", name="旅游总收入", **GROWTH)
    say(ledger, "2026-01-10", "增长7%", "7", name="旅游总收入", **GROWTH, **ACTUAL)
    text = "旅游总收入平均每年增长8.5%。"
    mean = figure(text, "8.5%", "旅游总收入", "8.5", period="2025", **GROWTH)
    ledger.add(reading(document(text), date="2026-01-12", figures=(mean,)))
    [row] = ledger.outcomes()
    assert row.result is not None
    assert row.result.quote == "增长7%"


def test_about_a_growth_reaches_a_twentieth_where_that_is_more(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "下降20%左右", "20", name="单位生产总值能耗", qualifier="about", **FALL)
    say(ledger, "2026-01-10", "下降19.1%", "19.1", name="单位生产总值能耗", **FALL, **ACTUAL)
    assert [(row.verdict, row.rule) for row in ledger.outcomes()] == [("met", "左右 / about ±1 ≥ 19: 19.1")]


def test_a_rank_is_no_result_of_a_level(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    say(ledger, "2026-01-10", "全省第一", "1", unit="位", measure="rank", **ACTUAL)
    [row] = ledger.outcomes()
    assert (row.verdict, row.result) == ("open", None)


@pytest.mark.parametrize(("growth", "verdict"), [("5.0", "met"), ("3.0", "missed"), ("4.2", "unclear")])
def test_a_level_follows_from_last_years_and_its_growth(ledger: Ledger, growth: str, verdict: str) -> None:
    revenue = "一般公共预算收入"
    say(ledger, "2025-01-10", "190亿元", "19000000000", name=revenue, unit="元")
    say(ledger, "2025-01-11", "182.4亿元", "18240000000", name=revenue, unit="元", period="2024", **ACTUAL)
    say(ledger, "2026-01-10", f"增长{growth}%", growth, name=revenue, **GROWTH, **ACTUAL)
    [row] = ledger.outcomes()
    assert row.verdict == verdict
    assert "推算" in row.rule
    assert row.result is not None
    assert row.result.measure == "growth"


def test_growth_at_constant_prices_makes_no_level(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "2100亿元", "210000000000", name="生产总值", unit="元")
    say(ledger, "2025-01-11", "2000亿元", "200000000000", name="生产总值", unit="元", period="2024", **ACTUAL)
    say(ledger, "2026-01-10", "增长6%", "6", name="生产总值", **GROWTH, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == ["unclear"]


def years(ledger: Ledger, values: dict[int, str], **fields: Any) -> None:
    for year, value in values.items():
        say(ledger, f"{year + 1}-01-10", f"{value}（{year}）", value, period=str(year), **fields, **ACTUAL)


def test_a_goal_of_several_years_has_its_readings(ledger: Ledger) -> None:
    say(ledger, "2021-01-10", "100公里", "100", period="2021/2025", name="新建绿道")
    years(ledger, {2021: "18", 2022: "22"}, name="新建绿道")
    [row] = ledger.outcomes(year="2025")
    assert row.verdict == "open"
    assert [reading.period for reading in row.readings] == ["2021", "2022"]
    assert row.rule.endswith("进度 so far: 2021 18, 2022 22")
    years(ledger, {2023: "25", 2024: "19", 2025: "21"}, name="新建绿道")
    [row] = ledger.outcomes(year="2025")
    assert row.verdict == "met"
    assert "各年合计 sum of the years: 18、22、25、19、21" in row.rule


def test_a_goal_for_a_rate_is_reached_in_its_last_year(ledger: Ledger) -> None:
    share = {"unit": "%", "name": "常住人口城镇化率"}
    say(ledger, "2021-01-10", "70%", "70", period="2021/2025", **share)
    years(ledger, {2021: "66", 2024: "69.2", 2025: "69.6"}, **share)
    [row] = ledger.outcomes(year="2025")
    assert row.verdict == "missed"
    assert row.result is not None
    assert row.result.period == "2025"


def test_a_yearly_average_is_that_of_all_years(ledger: Ledger) -> None:
    for day, quote in (("2021-01-10", "年均增长6%"), ("2021-01-11", "五年增长6%")):
        name = "生产总值" if quote.startswith("年均") else "旅游总收入"
        say(ledger, day, quote, "6", name=name, period="2021/2023", **GROWTH)
        years(ledger, {2021: "8.0", 2022: "4.0", 2023: "6.0"}, name=name, **GROWTH)
    average, together = sorted(ledger.outcomes(year="2023"), key=lambda row: row.target.date)
    assert "年均增速 yearly average" in average.rule
    assert average.verdict == "unclear"  # 5.99 within the printed digits
    assert "累计增速 compounded" in together.rule
    assert together.verdict == "met"


def test_a_year_without_a_target_is_said_and_not_judged(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "30公里", "30")
    years(ledger, {2023: "28", 2024: "29", 2025: "31"})
    assert [row.target.period for row in ledger.outcomes()] == ["2025"]
    assert [row.period for row in ledger.untargeted()] == ["2023", "2024"]
    assert [row.period for row in ledger.untargeted(year="2024")] == ["2024"]
    assert ledger.untargeted(indicator="微笑指数") == []


def test_the_reach_of_about_can_be_set(ledger: Ledger) -> None:
    say(ledger, "2025-01-10", "6%左右", "6", name="生产总值", qualifier="about", **GROWTH)
    say(ledger, "2026-01-10", "5.6%", "5.6", name="生产总值", **GROWTH, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == ["met"]
    strict = Tolerance(points=Decimal("0.2"))
    [row] = ledger.outcomes(tolerance=strict)
    assert (row.verdict, row.rule) == ("missed", "左右 / about ±0.2 ≥ 5.8: 5.6")


@pytest.mark.parametrize(("result", "verdict"), [("2.1", "met"), ("3.5", "met"), ("3.6", "missed")])
def test_prices_may_rise_less_than_planned(ledger: Ledger, result: str, verdict: str) -> None:
    say(ledger, "2025-01-10", "3%左右", "3", name="居民消费价格", qualifier="about", **GROWTH)
    say(ledger, "2026-01-10", f"上涨{result}%", result, name="居民消费价格", **GROWTH, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == [verdict]


def test_an_indicator_can_be_asked_for_with_its_word_of_measure(ledger: Ledger) -> None:
    ledger.add(report())
    assert [row.target.quote for row in ledger.outcomes(indicator="一般公共预算收入")] == ["190亿元以上"]
    assert ledger.outcomes(indicator="一般公共预算收入增速") == []


@pytest.mark.parametrize(("quote", "verdict"), [("低于4.5%", "missed"), ("4.5%以内", "met")])
def test_the_bound_itself_is_not_below_it(ledger: Ledger, quote: str, verdict: str) -> None:
    rate = {"name": "城镇登记失业率", "unit": "%"}
    say(ledger, "2025-01-10", quote, "4.5", **rate, **UNDER)
    say(ledger, "2026-01-10", "4.5%", "4.5", **rate, **ACTUAL)
    assert [row.verdict for row in ledger.outcomes()] == [verdict]


def test_a_document_without_a_day_reports_the_years_before_its_targets(ledger: Ledger) -> None:
    text = "2025年绿道31公里，预算30公里。2026年绿道40公里，到2月已有3公里。"
    values = [("31公里", "2025", "actual"), ("30公里", "2025", "target"), ("40公里", "2026", "target")]
    values += [("3公里", "2026", "actual")]
    rows = tuple(
        figure(text, quote, "绿道长度", quote[:-2], period=period, status=status, unit="公里")
        for quote, period, status in values
    )
    more = figure(text, "40公里", "步道长度", "40", period="2026", status="target", unit="公里")
    ledger.add(reading(document(text), date="", figures=(*rows[:3], more, rows[3])))
    told_rows = [(row.target.indicator, row.target.period, row.verdict) for row in ledger.outcomes()]
    assert told_rows == [("绿道长度", "2025", "met"), ("绿道长度", "2026", "open"), ("步道长度", "2026", "open")]


def test_documents_without_a_day_stand_in_the_order_of_their_targets(ledger: Ledger) -> None:
    for year, value in ((2024, "26"), (2027, "33"), (2026, "31"), (2025, "29")):
        text = f"{year - 1}年绿道{value}公里，2025年绿道目标{value}0公里，{year}年绿道计划40公里，步道50公里。"
        told_of = [
            figure(text, f"{value}公里", "绿道长度", value, period="2025", unit="公里"),
            figure(text, f"{value}0公里", "步道宽度", f"{value}0", period="2027", unit="公里", **TARGET),
            figure(text, "40公里", "绿道长度", "40", period=str(year), unit="公里", **TARGET),
            figure(text, "50公里", "步道长度", "50", period=str(year), unit="公里", **TARGET),
        ]
        ledger.add(reading(document(text), date="", figures=tuple(told_of)))
    [row] = ledger.outcomes(year="2025", indicator="绿道长度")
    assert [result.quote for result in row.results] == ["31公里", "33公里"]
    assert row.result is not None
    assert (row.result.quote, row.result.date) == ("33公里", "")
    [wide] = ledger.outcomes(year="2027", indicator="步道宽度")
    assert [target.quote for target in wide.targets] == ["260公里", "290公里", "310公里", "330公里"]
