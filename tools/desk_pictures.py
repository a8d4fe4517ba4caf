"""The pictures of the desk in docs/desk.md, taken anew in a Chromium: python tools/desk_pictures.py

They show the sample city. Needs Chromium, Playwright and Chinese fonts; looked at before they are committed.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from desk_chromium import chromium, running_desk  # noqa: E402  # it stands among the tests

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUT = ROOT / "docs" / "desk"
SIZE = {"width": 1160, "height": 760}
DRAFT = (
    "2025年，临澜市地区生产总值1317.5亿元，增长6.2%；一般公共预算收入99.9亿元，增长3.8%。"
    "新增养老床位1260张，新建公共充电桩2560个。"
)


def main() -> int:
    """Take the pictures."""
    with TemporaryDirectory() as folder, running_desk(Path(folder)) as address, chromium() as browser:
        page = opened(browser)
        page.goto(f"{address}/sample/overview?year=2025&on=2026-06-01")
        kept(page, "overview")
        page.click("table.targets a.value >> nth=0")
        page.wait_for_selector("#record .record")
        kept(page, "reader")
        page.goto(f"{address}/sample/panel?indicator=地区生产总值、一般公共预算收入、粮食产量&years=2024-2026")
        kept(page, "panel")
        page.goto(f"{address}/sample/check")
        page.fill("textarea", DRAFT)
        page.fill("[name=date]", "2026-02-01")
        page.fill("[name=place]", "临澜市")
        page.click("button.main")
        page.wait_for_selector(".concerns li")
        kept(page, "check")
        kept_book(opened(browser, dark=True), address)
        page = opened(browser, locale="en-GB")
        page.goto(address)
        kept(page, "start")
    return 0


def opened(browser: Browser, locale: str = "zh-CN", dark: bool = False) -> Page:
    """A new page at the size of the pictures."""
    scheme = "dark" if dark else "light"
    return browser.new_context(viewport=SIZE, locale=locale, reduced_motion="reduce", color_scheme=scheme).new_page()


def kept_book(page: Page, address: str) -> None:
    """The book of tasks, made from the commitments of the sample city."""
    page.goto(f"{address}/sample/book/import")
    page.select_option("[name=place]", "临澜市")
    page.click("form:last-of-type button")
    page.wait_for_selector(".sign")
    page.fill(".sign [name=by]", "林越")
    page.click(".sign button")
    page.wait_for_selector("table.tasks")
    page.goto(f"{address}/sample/book?on=2026-06-01")
    kept(page, "book")


def kept(page: Page, name: str) -> None:
    """Keep what is seen as a picture of few colours."""
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    taken.quantize(128, dither=Image.Dither.NONE).save(OUT / f"{name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
