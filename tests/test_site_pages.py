"""What a page of the documentation becomes in the site, and whether a site loads anything from elsewhere."""

from __future__ import annotations

import runpy
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1] / "tools"
on_page_markdown = runpy.run_path(str(TOOLS / "site_pages.py"))["on_page_markdown"]
elsewhere = runpy.run_path(str(TOOLS / "site_check.py"))["elsewhere"]


def test_links_out_of_the_documentation_become_names() -> None:
    assert (
        on_page_markdown("[`sums.toml`](../luoshi/knowledge/sums.toml), [cli](cli.md)") == "`sums.toml`, [cli](cli.md)"
    )


def test_what_only_tests_run_is_left_out() -> None:
    assert on_page_markdown("保存。\n\n<!-- by hand:\nx = 1\n-->\n\n然后") == "保存。\n\n\n然后"


def test_chinese_lines_are_joined_but_in_code() -> None:
    page = "一句话，\n两行。\n\n```text\n甲\n乙\n```\nEnglish 的\nwords\n"
    assert on_page_markdown(page) == "一句话，两行。\n\n```text\n甲\n乙\n```\nEnglish 的\nwords\n"


def test_only_what_a_browser_fetches_by_itself_counts(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<link rel="canonical" href="https://a.example/"><link rel="stylesheet" href="site.css">'
        '<a href="https://b.example/">b</a><script src="//c.example/c.js"></script><img src="https://d.example/d.png">',
        "utf-8",
    )
    (tmp_path / "site.css").write_text(
        "a { background: url(data:x) } b { src: url('https://e.example/e.woff') }", "utf-8"
    )
    assert [line.rpartition(" ")[2] for line in elsewhere(tmp_path)] == [
        "//c.example/c.js",
        "https://d.example/d.png",
        "https://e.example/e.woff",
    ]
