"""Values over time: which figures answer to an indicator and a place, in which order, with which evidence."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from ledger_readings import PLACE, REPORT, document, figure, reading, report, yearly

from luoshi.ledger import Ledger
from luoshi.records import Reading


@pytest.mark.parametrize("name", ["一般公共预算收入", "地方一般公共预算收入", "全市一般公共预算收入"])
def test_all_spellings_find_the_same_figures(ledger: Ledger, name: str) -> None:
    ledger.add(report())
    assert [row.quote for row in ledger.series(name)] == ["182.4亿元", "190亿元以上"]


def test_another_scope_is_another_series(ledger: Ledger) -> None:
    ledger.add(report())
    assert [row.quote for row in ledger.series("市本级一般公共预算收入")] == ["61亿元"]
    assert ledger.series("一般公共预算收入占预算数的比例") == []
    assert ledger.series("微笑指数") == []


def test_a_row_tells_place_document_and_sentence(ledger: Ledger) -> None:
    ledger.add(report())
    [row] = ledger.series("城镇新增就业", place=PLACE)
    assert (row.place, row.place_code, row.document, row.date) == (PLACE, "", "报告.txt", "2025-01-10")
    assert row.sentence.startswith("过去一年")
    assert row.quote in row.sentence
    assert REPORT[row.start : row.end] == row.quote
    assert ledger.record(row.id).record.start == row.start


def test_json_has_the_promised_keys_and_plain_numbers(ledger: Ledger) -> None:
    ledger.add(report())
    told = json.loads(json.dumps(ledger.series("城镇登记失业率")[0].to_json()))
    promised = "place place_code indicator concept measure sign period status low high unit qualifier quote"
    assert {*promised.split(), "document", "start", "end", "id"} <= set(told)
    assert (told["low"], told["high"]) == (None, 4.5)
    assert ledger.series("城镇新增就业")[0].to_json()["low"] == 32000


def test_rows_stand_in_order_of_place_and_period(ledger: Ledger) -> None:
    for year in (2023, 2021, 2022):
        ledger.add(yearly(year, f"{year}00", place="青岛"))
        ledger.add(yearly(year, f"{year}11"))
        ledger.add(yearly(year, f"{year}22", place="福州市"))
    rows = ledger.series("一般公共预算收入")
    assert [(row.place, row.period) for row in rows] == [
        (place, str(year)) for place in ("福州市", "青岛市", "临澜市") for year in (2021, 2022, 2023)
    ]


@pytest.mark.parametrize("place", ["青岛", "青岛市", "370200", " 青岛 "])
def test_a_place_is_found_by_full_and_short_name_and_code(ledger: Ledger, place: str) -> None:
    ledger.add(yearly(2023, "100", place="青岛"))
    ledger.add(yearly(2022, "100"))
    assert [row.period for row in ledger.series("一般公共预算收入", place=place)] == ["2023"]


def test_an_invented_place_is_found_by_its_name(ledger: Ledger) -> None:
    ledger.add(report())
    assert len(ledger.series("城镇新增就业", place="临澜")) == len(ledger.series("城镇新增就业", place=PLACE)) == 1
    assert ledger.series("城镇新增就业", place="东屿省") == []


def test_a_name_of_many_places_finds_them_all_and_a_chain_one(ledger: Ledger) -> None:
    for code, city in (("350100", "福州市"), ("320100", "南京市")):
        text = f"{city}鼓楼区绿道长度达到{code}公里。"
        told = figure(text, f"{code}公里", "绿道长度", code, unit="公里", place="鼓楼区")
        ledger.add(reading(document(text), place=city, place_code=code, figures=(told,)))
    assert [row.place_code for row in ledger.series("绿道长度", place="鼓楼区")] == ["320106", "350102"]
    assert [row.place_code for row in ledger.series("绿道长度", place="福州鼓楼区")] == ["350102"]


def test_a_measure_can_be_asked_for(ledger: Ledger) -> None:
    text = "2024年，生产总值2019亿元，增长6.5%。"
    level = figure(text, "2019亿元", "生产总值", "201900000000")
    growth = figure(text, "6.5%", "生产总值", "6.5", measure="growth", sign=1, unit="%")
    ledger.add(reading(document(text), figures=(level, growth)))
    assert [row.quote for row in ledger.series("地区生产总值")] == ["6.5%", "2019亿元"]
    assert [row.quote for row in ledger.series("GDP", measure="level")] == ["2019亿元"]
    assert [row.quote for row in ledger.series("GDP", measure="share")] == []
    assert [row.quote for row in ledger.series("生产总值增速")] == ["6.5%"]
    assert [row.quote for row in ledger.series("生产总值增速", measure="level")] == []


def test_numbers_keep_their_digits(ledger: Ledger) -> None:
    text = "2024年，绿道长度为120.50公里。"
    value = "120.500000000000000000000000000000001"
    ledger.add(reading(document(text), figures=(figure(text, "120.50公里", "绿道长度", value, unit="公里"),)))
    assert str(ledger.series("绿道长度")[0].low) == value
    assert ledger.series("绿道长度")[0].low == Decimal(value)


def test_kinds_of_period_are_told_one_after_the_other(ledger: Ledger) -> None:
    for period in ("2024-01/2024-11", "2023", "2024-12-31", "2021/2025", "2024", "2024-11"):
        ledger.add(restated("2026-01-10", f"{period}：1元", "1", period=period))
    told = [(row.period_kind, row.period) for row in ledger.series("一般公共预算收入")]
    assert told == [
        ("year", "2023"),
        ("year", "2024"),
        ("point", "2024-12-31"),
        ("to date", "2024-01/2024-11"),
        ("part", "2024-11"),
        ("span", "2021/2025"),
    ]


def restated(day: str, quote: str, value: str, period: str = "2024") -> Reading:
    text = f"{day}：一般公共预算收入{quote}。"
    row = figure(text, quote, "一般公共预算收入", value, period=period)
    return reading(document(text, name=f"{day}.txt"), date=day, figures=(row,))


def test_a_value_that_a_later_document_changes_is_marked(ledger: Ledger) -> None:
    ledger.add(restated("2025-01-10", "182.4亿元", "18240000000"))
    ledger.add(restated("2025-03-20", "182亿元", "18200000000"))
    ledger.add(restated("2026-01-10", "183.1亿元", "18310000000"))
    first, rounded, last = ledger.series("一般公共预算收入")
    assert first.revised_by == last.id
    assert rounded.revised_by == last.id
    assert last.revised_by == ""
    ledger.correct(last.id, "low", "18240000000", by="苏问渠", why="核对")
    ledger.correct(last.id, "high", "18240000000", by="苏问渠", why="核对")
    assert [row.revised_by for row in ledger.series("一般公共预算收入")] == ["", "", ""]


@pytest.mark.parametrize(
    ("earlier", "later", "revised"),
    [("6.8", "6.7", True), ("6.7", "6.8", True), ("83.2", "83.15", False), ("83.2", "83.1", True), ("7", "6.9", False)],
)
def test_what_rounding_can_not_explain_is_a_revision(ledger: Ledger, earlier: str, later: str, revised: bool) -> None:
    for day, value in (("2025-01-10", earlier), ("2025-04-10", later)):
        text = f"{day}：生产总值增长{value}%。"
        told = figure(text, f"{value}%", "生产总值", value, measure="growth", sign=1, unit="%")
        ledger.add(reading(document(text, name=f"{day}.txt"), date=day, figures=(told,)))
    assert [bool(row.revised_by) for row in ledger.series("生产总值")] == [revised, False]
