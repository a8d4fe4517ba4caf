"""An office at its desk in a real Chromium: signing in, and the book of sixty tasks through a month."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from desk_chromium import MISSING, barriers, chromium, opened, running_desk
from office_tables import BODIES, report_of, sixty_tasks

from luoshi.service.access.accounts import Accounts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.long,
    pytest.mark.browser,
    pytest.mark.skipif(MISSING, reason="no Chromium, or no Playwright"),
]
NAME, PASSWORD = "林越", "lan jiang chao shui"
JULY = "/book?on=2026-07-01"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running desk that others can reach, with an account of an administrator and one of a reader."""
    folder = tmp_path_factory.mktemp("office")
    accounts = Accounts(folder / "账本.accounts.db", create=True)
    accounts.add(NAME, "administrator", PASSWORD)
    accounts.add("白榆", "reader", PASSWORD)
    with running_desk(folder, "--public", "--address", "127.0.0.1") as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with chromium() as started:
        yield started


def signed_in(browser: Browser, address: str, name: str = NAME, **how: object) -> tuple[Page, list[str]]:
    """A page of who is signed in."""
    page, complaints = opened(browser, **how)  # type: ignore[arg-type]
    page.goto(f"{address}/book")
    page.fill("[name=name]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("button.main")
    page.wait_for_url("**/book")
    return page, complaints


def handed(page: Page, address: str, way: str, name: str, data: bytes, **stated: str) -> None:
    """Hand a file over, and wait until what was read of it is shown."""
    page.goto(f"{address}/book/{way}")
    page.set_input_files("input[name=file]", [{"name": name, "mimeType": "application/octet-stream", "buffer": data}])
    for field, words in stated.items():
        page.fill(f"form:first-of-type [name={field}]", words)
    page.click("form:first-of-type button.main")
    page.wait_for_url(re.compile(rf"/book/{way}/.+"))


def light(page: Page, address: str, name: str) -> int:
    """How many tasks have a light."""
    page.goto(address + JULY)
    return int(page.inner_text(f".chips a:has(.l-{name}) b"))


def test_the_book_of_sixty_tasks_through_a_month(address: str, browser: Browser) -> None:
    page, complaints = signed_in(browser, address)
    handed(page, address, "import", "重点任务.xlsx", sixty_tasks(), year="2026")
    assert page.locator(".mapping select").count() == 6
    assert page.locator("table.list tbody tr").count() == 60
    page.click(".sign button")
    page.wait_for_selector("table.tasks")
    assert light(page, address, "red") == 20
    for body in range(2):
        handed(page, address, "report", f"{BODIES[body]}6月.txt", report_of(body))
        page.click(".sign button")
        page.wait_for_selector("table.tasks")
    assert light(page, address, "done") == 2
    page.click("text=49.5%")  # the row of the second task
    page.goto(f"{address}/book/tasks/T002?on=2026-07-01")
    page.fill(".deed [name=until]", "2027-03-31")
    page.select_option(".deed [name=deed]", "extend")
    page.fill(".deed [name=why] >> nth=0", "汛期停工")
    page.click(".deed button >> nth=0")
    page.locator(".entries", has_text="汛期停工").wait_for()
    assert NAME in page.inner_text(".entries li >> nth=0")
    page.click(".entries li >> nth=0 >> summary")
    page.fill(".entries li >> nth=0 >> [name=why]", "误录")
    page.click(".entries li >> nth=0 >> button")
    page.locator(".entries .undone").wait_for()
    assert complaints == []


def test_the_sheet_goes_out_is_edited_and_comes_back(address: str, browser: Browser) -> None:
    page, complaints = signed_in(browser, address)
    page.goto(address + JULY)
    with page.expect_download() as waiting:
        page.click("a[href*='sheet.xlsx']")
    assert waiting.value.suggested_filename == "台账-2026-07-01.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "备注" for cell in row))
    sheet.cell(head[0].row + 5, next(cell.column for cell in head if cell.value == "备注"), "现场核查")
    edited = io.BytesIO()
    book.save(edited)
    handed(page, address, "import", "台账.xlsx", edited.getvalue())
    assert "现场核查" in page.inner_text("table.list")
    page.click(".sign button")
    page.wait_for_selector("table.tasks")
    page.goto(f"{address}/book/tasks/T005")
    assert "现场核查" in page.inner_text(".fields")
    with page.expect_download() as waiting:
        page.goto(address + JULY)
        page.click("form[action$='bulletin.docx'] button")
    assert waiting.value.suggested_filename == "通报-2026-07-01.docx"
    assert complaints == []


def test_a_reader_finds_no_way_to_write(address: str, browser: Browser) -> None:
    page, _ = signed_in(browser, address, "白榆")
    for path in (JULY, "/book/tasks/T001", "/", "/review", "/book/history"):
        page.goto(address + path)
        assert page.locator("form[method=post]").count() == 0, path
    page.goto(f"{address}/account")
    page.click("form[action='/sign-out'] button")
    page.wait_for_url("**/sign-in")


@pytest.mark.parametrize(("width", "locale", "dark"), [(1280, "zh-CN", False), (390, "en-GB", True)])
def test_no_page_of_the_office_has_a_serious_barrier_or_is_too_wide(
    address: str, browser: Browser, width: int, locale: str, dark: bool
) -> None:
    page, _ = opened(browser, width, locale, dark)
    page.goto(f"{address}/sign-in")
    assert barriers(page) == []
    page, _ = signed_in(browser, address, width=width, locale=locale, dark=dark)
    handed(page, address, "report", f"{BODIES[3]}6月.txt", report_of(3))
    paths = [page.url.removeprefix(address)]
    handed(page, address, "import", "重点任务.xlsx", sixty_tasks(), year="2026")
    paths.append(page.url.removeprefix(address))
    for path in (
        *paths,
        JULY,
        "/book/tasks/T002",
        "/book/history",
        "/account",
        "/deeds",
        "/book/import",
        "/book/report",
    ):
        page.goto(address + path)
        assert barriers(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
