"""The desk on a phone: rows as cards whose values are named, the menu where one is, the chart's legend off its axis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from desk_chromium import MISSING, chromium, opened, running_desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.skipif(MISSING, reason="no Chromium, or no Playwright"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running desk at an empty ledger."""
    with running_desk(tmp_path_factory.mktemp("phone")) as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with chromium() as started:
        yield started


@pytest.mark.parametrize("path", ["documents", "overview", "people", "formulations", "projects"])
def test_rows_are_cards_whose_values_are_named(address: str, browser: Browser, path: str) -> None:
    page, complaints = opened(browser, 390)
    page.goto(f"{address}/sample/{path}")
    told = page.evaluate("""() => {
        const row = document.querySelector("table.stack tbody tr");
        const cells = [...row.children].filter((cell) => cell.offsetParent);
        const name = cells[0].getBoundingClientRect();
        const labels = cells.slice(1).map((cell) => getComputedStyle(cell, "::before").content);
        return {width: name.width, labels, seen: getComputedStyle(row.closest("table").tHead).display};
    }""")
    assert told["width"] > 250  # not one character a line
    assert told["seen"] == "none"
    assert all(label not in ("none", '""') for label in told["labels"])
    assert complaints == []


def test_the_menu_shows_where_one_is(address: str, browser: Browser) -> None:
    page, _ = opened(browser, 390)
    page.goto(f"{address}/sample/documents")
    here = page.locator(".top nav [aria-current]").bounding_box()
    assert here
    assert here["x"] >= 0
    assert here["x"] + here["width"] <= 390
    page.goto(f"{address}/sample/overview")
    assert page.locator(".top nav.more").count() == 1  # more lies beyond its edge


def test_no_entry_of_the_menu_is_cut_on_a_laptop(address: str, browser: Browser) -> None:
    for locale in ("zh-CN", "en-GB"):
        page, _ = opened(browser, 1280, locale)
        page.goto(f"{address}/sample/overview")
        assert page.locator(".top nav").evaluate("(box) => box.scrollWidth - box.clientWidth") <= 1


def test_years_lie_at_their_distance_and_signs_stand_in_the_legend(address: str, browser: Browser) -> None:
    page, complaints = opened(browser, 1280)
    page.goto(address)
    text = "临澜市2019年统计资料。2016年，粮食产量40万吨。2018年，粮食产量超过45万吨。2019年，预计粮食产量49万吨。"
    page.fill("textarea[name=text]", text)
    page.fill("[name=date]", "2020-03-01")
    page.fill("[name=place]", "临澜市")
    page.click("button.main")
    page.wait_for_selector("#batch .actions")
    assert page.locator("#recent a").count() > 1  # the list below is put anew
    page.goto(f"{address}/series?indicator=粮食产量")
    page.wait_for_selector("#chart canvas")
    told = page.evaluate("""() => {
        const chart = echarts.getInstanceByDom(document.getElementById("chart"));
        const at = (year) => chart.convertToPixel({xAxisIndex: 0}, year);
        const option = chart.getOption();
        return {
            steps: [at(2018) - at(2016), at(2019) - at(2018)],
            named: chart.getModel().getComponent("xAxis").axis.scale.getTicks().map((tick) => tick.value),
            broken: option.series[0].data.some((point) => Array.isArray(point) && point[1] === null),
            legend: option.legend[0].data.map((each) => each.name ?? each),
        };
    }""")
    assert abs(told["steps"][0] - 2 * told["steps"][1]) < 2
    assert {2016, 2017, 2018, 2019} <= set(told["named"])
    assert told["broken"]
    assert any("预计" in name for name in told["legend"])
    assert any("≥" in name for name in told["legend"])
    assert complaints == []


def test_what_differs_from_the_book_is_named_and_not_covered(address: str, browser: Browser) -> None:
    page, _ = opened(browser, 390)
    table = {"name": "任务.csv", "mimeType": "text/csv"}
    for leads in ("市民政局", "市民政局、市财政局"):
        words = f"重点任务,牵头单位,完成时限,备注\n新增养老床位1300张,市民政局,年底前,{leads}\n"
        page.goto(f"{address}/book/import")
        page.set_input_files("input[name=file]", table | {"buffer": words.encode()})  # type: ignore[arg-type]
        page.fill("input[name=year]", "2026")
        page.locator("form button.main").first.click()
        page.wait_for_selector(".sign")
        if leads == "市民政局":
            page.fill("input[name=by]", "林越")
            page.click(".sign button")
            page.wait_for_selector("table.tasks")
    told = page.evaluate("""() => ({
        labels: [...document.querySelectorAll("table.told td.words")].map(
            (cell) => getComputedStyle(cell, "::before").content),
        sign: getComputedStyle(document.querySelector(".sign")).position,
    })""")
    assert told == {"labels": ['"编号"', '"原值"', '"新值"'], "sign": "static"}
