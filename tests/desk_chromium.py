"""A desk that runs, and a Chromium that opens it, for the tests that work in a browser."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MISSING = not CHROMIUM or not find_spec("playwright")


@contextmanager
def running_desk(folder: Path, *options: str) -> Iterator[str]:
    """The address of a running desk at an empty ledger in ``folder``."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = [sys.executable, "-m", "luoshi", "serve", "--no-browser", "--port", str(port), "--ledger", "账本.db"]
    server = subprocess.Popen([*command, *options], cwd=folder, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert server.stdout is not None
        told = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert told
        for _ in range(600):
            try:
                urlopen(f"{told[0]}/static/seal.svg").close()
                break
            except OSError:
                time.sleep(0.1)
        yield told[0]
    finally:
        server.terminate()
        server.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield started
        started.close()


def opened(browser: Browser, width: int = 1280, locale: str = "zh-CN", dark: bool = False) -> tuple[Page, list[str]]:
    """A new page, and what its console complains of while it is used."""
    page = browser.new_context(
        viewport={"width": width, "height": 900}, locale=locale, reduced_motion="reduce",
        color_scheme="dark" if dark else "light",
    ).new_page()  # fmt: skip
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


def barriers(page: Page) -> list[str]:
    """What axe-core finds serious or critical of a page: the rule, and the first element."""
    from axe_playwright_python.base import AXE_SCRIPT

    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']} {len(each['nodes'])} {each['nodes'][0]['html'][:200]}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]
