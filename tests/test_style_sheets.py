"""What a page's style sheets hide, strike or raise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from luoshi.documents import style_sheets
from luoshi.documents.web_pages import read

BODY = "<p>全市收入增长，支出<span id=one class='note old'>旧</span>下降。</p>"


def shown(sheet: str, body: str = BODY) -> str:
    """The text of a page with a style sheet."""
    return read(f"<html><head>{sheet}</head><body>{body}</body></html>".encode(), "页.html").text


@pytest.mark.parametrize(
    "rule",
    [
        ".old{display:none}",
        "span.old { visibility : HIDDEN }",
        "#one, .other {mso-hide:all}",
        "p .old{text-decoration: red line-through}",
        "p > span.note.old{text-decoration-line:line-through}",
        "<!-- @import 'a.css'; .old{display:none} -->",
        ".old{display:inline} span#one{display:none}",
        ".old{display:none!important} span#one{display:inline}",
        "@media screen{.old{display:none}}",
        "/* .x{ */ .old{color:red;;display:none",
    ],
)
def test_what_a_rule_hides_or_strikes_is_left_out(rule: str) -> None:
    assert shown(f"<style>{rule}</style>") == "全市收入增长，支出下降。\n"


@pytest.mark.parametrize(
    "rule",
    [
        ".old2{display:none}",
        ".old{display:none} .old{display:inline}",
        ".old:hover{display:none}",
        ".old::after{display:none}",
        ".old, $no{display:none}",
        "p + .old, .old:not(.x){display:none}",
        "body > .old{display:none}",
        "@media print{.old{display:none}}",
        "@media (max-width: 600px){.old{display:none}}",
        "p td .old{display:none}",
        "[" * 3000 + ".old{display:none}",
    ],
)
def test_what_no_rule_for_the_screen_hides_is_shown(rule: str) -> None:
    assert shown(f"<style>{rule}</style>") == "全市收入增长，支出旧下降。\n"


def test_an_element_s_own_style_goes_before_a_sheet() -> None:
    body = BODY.replace("id=one", "style='display:inline'")
    assert shown("<style>.old{display:none}</style>", body) == "全市收入增长，支出旧下降。\n"
    assert shown("<style>.old{display:none!important}</style>", body) == "全市收入增长，支出下降。\n"


def test_rows_and_columns_of_a_class_are_hidden_and_its_marks_are_raised() -> None:
    body = (
        "<table><tr><td>指标<td class=draft>核数<td>亿元<tr><td>收入<td class=draft>7<td>3<span class=up>4</span>"
        "<tr class=draft><td>支出<td class=draft>8<td>5</table><p>全市收入增长。</p>"
    )
    style = "<style>td.draft, tr.draft td{display:none} .up{vertical-align:super}</style>"
    assert shown(style, body) == "| 指标 | 亿元 |\n| 收入 | 3[4] |\n全市收入增长。\n"


def test_a_page_that_only_a_script_shows_is_read() -> None:
    assert shown("<style>body{visibility:hidden}</style>") == "全市收入增长，支出旧下降。\n"


@given(st.text(alphabet=".#a{}[]():;!@,>*+~\"'/ -\\<", max_size=80))
def test_no_sheet_is_an_error(sheet: str) -> None:
    page = html.document_fromstring("<html><head><style></style></head><body><p class=a>b</p></body></html>")
    page.find(".//style").text = f"{sheet} .a{{display:none}}"
    style_sheets.apply(page, lambda _: "")
    assert page.find(".//p").get("style") in (None, "display:none;")
