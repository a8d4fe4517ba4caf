"""README, tutorials and cookbook: every block is run as a newcomer types it, and what it prints stands behind it."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

DOCS = runpy.run_path(str(Path(__file__).resolve().parents[1] / "tools" / "docs.py"))


@pytest.mark.parametrize("page", DOCS["TYPED"], ids=lambda page: page.name)
def test_every_block_runs_and_prints_what_the_page_shows(page: Path) -> None:
    text = page.read_text("utf-8")
    assert DOCS["written"](text, typed=True) == text, "make docs writes it again"


@pytest.mark.parametrize("page", DOCS["TYPED"], ids=lambda page: page.name)
def test_what_is_not_run_is_little_and_says_why(page: Path) -> None:
    text = page.read_text("utf-8")
    assert set(re.findall(r"^```(\w+)", text, re.M)) <= {"sh", "python", "sql", "text"}
    assert len(re.findall(r"^<!-- not run: \w.* -->$", text, re.M)) == text.count("<!-- not run") <= 2


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("rm -r .", "only luoshi is run"),
        ("luoshi explain figure-1-2", "exit status 1"),
        ("luoshi show", "exit status 2"),
    ],
)
def test_a_command_that_fails_is_told(block: str, message: str) -> None:
    with pytest.raises(RuntimeError, match=message):
        DOCS["written"](f"```sh\n{block}\n```\n", typed=True)


def test_blocks_follow_each_other_in_one_folder_and_long_output_is_cut() -> None:
    page = (
        "```python\nseen = ['甲', '乙', '丙']\n```\n<!-- by hand:\nseen.append('丁')\n-->\n"
        "<!-- not run: elsewhere -->\n```python\nraise ValueError\n```\n"
        "```python\nprint(*seen, sep='\\n')\n```\n<!-- output: 3 -->\n```text\nold\n```\n"
        "```sql\nSELECT 1 AS one;\n```\n<!-- output -->\n```text\n```\n"
    )
    written = DOCS["written"](page, typed=True)
    assert "```text\n甲\n乙\n丙\n…\n```" in written
    assert "```text\none\n1\n```" in written
