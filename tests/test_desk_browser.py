"""The desk in a real Chromium: drop, overview, one click to the sentence, chart, correction, languages, phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk_chromium import MISSING, barriers, chromium, opened, running_desk
from desk_client import REPORT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.skipif(MISSING, reason="no Chromium, or no Playwright"),
]
PAGES = ["/", "/sample/overview", "/sample/tasks", "/sample/series?indicator=一般公共预算收入", "/sample/search?q=养老",
         "/sample/check", "/sample/review", "/sample/people", "/sample/bodies", "/sample/formulations",
         "/sample/documents", "/sample/panel?indicator=一般公共预算收入、粮食产量&years=2022-2026", "/sample/panel",
         "/book", "/book/import", "/book/report"]  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running desk at an empty ledger."""
    with running_desk(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with chromium() as started:
        yield started


def test_from_an_empty_ledger_to_a_sentence_and_a_correction(address: str, browser: Browser) -> None:
    page, complaints = opened(browser)
    page.goto(address)
    page.set_input_files("#files", [{"name": "报告.txt", "mimeType": "text/plain", "buffer": REPORT.encode()}])
    assert page.inner_text("#chosen") == "报告.txt"
    page.click("button.main")
    page.wait_for_selector("#batch .actions")
    page.click("#batch .actions a")
    page.wait_for_selector("table.targets")
    page.click("table.targets a.value")
    assert page.inner_text(".m.chosen") == "4%左右"
    page.click("text=1260张")
    page.locator("#record .says strong", has_text="1260张").wait_for()  # another record is told until then
    assert page.inner_text(".m.chosen") == "1260张"
    page.click("details.correct summary")
    page.select_option("[data-fields]", "value")
    assert page.input_value(".correct [name=value]") == "1260张"
    page.fill(".correct [name=value]", "1270张")
    page.fill(".correct [name=by]", "苏问渠")
    page.fill(".correct [name=why]", "与公报核对")
    page.click(".correct button")
    page.wait_for_selector(".corrections")
    assert "1260 → 1270" in page.inner_text(".corrections")
    page.click(".undo button")
    page.locator(".corrections li").nth(1).wait_for()
    assert "已撤销" in page.inner_text(".corrections li.undone")
    page.click("details.refuse summary")
    page.fill(".refuse [name=why]", "不是床位数")
    page.click(".refuse button")
    page.locator("#record .failure").wait_for()
    assert "不再计入" in page.inner_text("#record .failure")
    page.locator(".corrections .undo button").last.click()
    page.locator(".corrections li").nth(3).wait_for()
    assert page.locator("#record .failure").count() == 0
    assert complaints == []


def test_dropped_files_are_taken(address: str, browser: Browser) -> None:
    page, complaints = opened(browser)
    page.goto(address)
    page.evaluate("""() => {
        const dropped = new DataTransfer();
        dropped.items.add(new File(["临澜市2025年粮食产量64.1万吨。"], "粮食.txt", {type: "text/plain"}));
        document.getElementById("drop").dispatchEvent(new DragEvent("drop", {dataTransfer: dropped, bubbles: true}));
    }""")
    page.wait_for_selector("#chosen:not(:empty)")
    page.click("button.main")
    page.wait_for_selector("#batch .actions")
    assert "粮食.txt" in page.inner_text("#batch")
    assert complaints == []


def test_the_chart_is_drawn(address: str, browser: Browser) -> None:
    page, complaints = opened(browser)
    page.goto(f"{address}/sample/series?indicator=一般公共预算收入&measure=growth")
    page.wait_for_selector("#chart canvas")
    drawn = page.evaluate("""() => {
        const chart = echarts.getInstanceByDom(document.getElementById("chart"));
        return chart.getOption().series.map((each) => each.data.length).filter(Boolean);
    }""")
    assert drawn == [2, 2]
    assert complaints == []


def test_the_picture_of_a_chart_is_downloaded(address: str, browser: Browser) -> None:
    page, complaints = opened(browser)
    page.goto(f"{address}/sample/series?indicator=一般公共预算收入&measure=growth")
    page.wait_for_selector("#chart canvas")
    with page.expect_download() as waited:
        page.click("#png")
    assert waited.value.suggested_filename == "一般公共预算收入-增速-临澜市.png"
    picture = Path(waited.value.path()).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000
    assert complaints == []


def test_the_keyboard_goes_from_mark_to_mark(address: str, browser: Browser) -> None:
    page, _ = opened(browser)
    page.goto(f"{address}/sample/documents")
    page.click("table.list a")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("Enter")
    page.wait_for_selector("#record .record")
    page.keyboard.press("/")
    page.wait_for_selector("input[type=search]")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "locale"), [(390, "zh-CN"), (390, "en-GB"), (1280, "en-GB")])
def test_no_page_is_wider_than_its_window(address: str, browser: Browser, path: str, width: int, locale: str) -> None:
    page, complaints = opened(browser, width, locale)
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.lang") == ("zh-CN" if locale == "zh-CN" else "en")
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize(("width", "locale", "dark"), [(1280, "zh-CN", False), (390, "en-GB", True)])
def test_no_page_has_a_serious_barrier(address: str, browser: Browser, width: int, locale: str, dark: bool) -> None:
    page, _ = opened(browser, width, locale, dark)
    page.goto(f"{address}/sample/documents")
    document = page.get_attribute("table.list a", "href")
    page.goto(f"{address}/sample/overview")
    beside = page.get_attribute("a[href*='/beside']", "href")
    page.goto(f"{address}{document}")
    page.click("a.m.k-figure >> nth=0")
    page.wait_for_selector("#record .record")
    assert barriers(page) == []
    found = {}
    for path in (*PAGES, document, f"{document}/mend", beside):
        page.goto(f"{address}{path}")
        found[path] = barriers(page)
    assert {path: told for path, told in found.items() if told} == {}


def test_light_and_dark_are_remembered(address: str, browser: Browser) -> None:
    page, _ = opened(browser)
    page.goto(address)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(f"{address}/check")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light


def test_a_printed_document_has_nothing_of_the_desk_around_it(address: str, browser: Browser) -> None:
    page, _ = opened(browser)
    page.goto(f"{address}/sample/documents")
    page.click("table.list a")
    page.emulate_media(media="print")
    assert page.is_visible("article.text")
    assert not any(page.is_visible(part) for part in (".top", "footer", "#legend", "#record"))


def test_marks_of_a_pdf_stand_on_its_page(address: str, browser: Browser, tmp_path: Path) -> None:
    page, complaints = opened(browser)
    page.set_content("<meta charset=utf-8>" + "".join(f"<p>{line}</p>" for line in REPORT.splitlines()))
    printed = page.pdf(path=str(tmp_path / "报告.pdf"), width="210mm", height="297mm")
    page.goto(address)
    page.set_input_files("#files", [{"name": "报告.pdf", "mimeType": "application/pdf", "buffer": printed}])
    page.click("button.main")
    page.wait_for_selector("#batch .actions")
    page.click("#batch .what a")
    page.click(".views a:last-child")
    page.wait_for_selector("svg image")
    page.click("a.b.k-figure >> nth=0")
    page.wait_for_selector("#record .says")
    assert page.inner_text("#record .says strong") == "99.9亿元"
    assert complaints == []
