"""The page of a checked draft: its text marked, its concerns beside it, and nothing of a document as markup."""

from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.service import checked_draft, findings_page

DRAFT = "2025年，临澜市一般公共预算收入184.23亿元，增长4.2%。<script>alert(1)</script>粮食总产量88.6万吨。"


def made(draft: str) -> str:
    with Ledger(":memory:") as ledger:
        ledger.add(read("2025年，全市一般公共预算收入182.43亿元，增长4.2%。", date="2026-01-13", place="临澜市"))
        reading = read(draft, date="2026-03-09", place="临澜市")
        return findings_page(checked_draft(reading, ledger.check(reading)))


def test_marks_tell_what_was_found() -> None:
    html = made(DRAFT)
    assert 'class="certain"' in html
    assert ">184.23亿元<" in html
    assert 'class="agrees"' in html
    assert ">4.2%<" in html
    assert 'class="absent"' in html
    assert ">88.6万吨<" in html


def test_concerns_stand_beside_the_text_with_their_source() -> None:
    html = made(DRAFT)
    assert html.count('<li id="f') == 2
    assert "<b>182.43亿元</b>" in html


def test_words_of_documents_are_no_markup() -> None:
    html = made(DRAFT)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_draft_without_figures_is_shown_whole() -> None:
    html = made("今天天气很好。")
    assert "今天天气很好。" in html
    assert "<li" not in html
