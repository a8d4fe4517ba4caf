"""Targets beside their results, and the verdict."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from ledger_readings import document, figure, reading, report, yearly

from luoshi.ledger import Ledger, OutcomeRow
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
    assert row.rule == "以上 / at least ≥ 19000000000: 19100000000"


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
    promised += " targets results readings"
    assert " ".join(told_row) == promised
    assert told_row["result"] is None
    assert told_row["target"]["quote"] == "190亿元以上"
