"""Newspaper pages printed by a browser and read back: the order of the words, the articles whole.

A page of each layout here; ``tools/newspaper.py`` measures many, as PDF and as scans.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from newspaper import LAYOUTS, Page, chromium, page, print_pages
from page_scores import PageScore, common, score

from luoshi import documents
from luoshi.documents import scans
from luoshi.reading import read

needs_chromium = pytest.mark.skipif(not chromium(), reason="Chromium is not installed")
needs_recognition = pytest.mark.skipif(not scans.installed(), reason="the extra luoshi[ocr] is not installed")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Page, Path]]:
    """A page of each layout, and its PDF."""
    pages = [page(layout, 100) for layout in LAYOUTS]
    return list(zip(pages, print_pages(pages, tmp_path_factory.mktemp("newspaper")), strict=True))


def shares(scores: list[PageScore]) -> tuple[float, float]:
    """Characters in order, and articles whole."""
    return (
        sum(one.in_order for one in scores) / sum(one.characters for one in scores),
        sum(one.whole for one in scores) / sum(one.articles for one in scores),
    )


def test_the_same_seed_writes_the_same_page() -> None:
    assert page("ell", 3) == page("ell", 3)
    assert page("ell", 3).html != page("ell", 4).html


def test_common_characters_are_those_in_the_same_order() -> None:
    assert common("甲乙丙丁", "乙丁") == 2
    assert common("甲乙丙丁", "丁丙乙甲") == 1
    assert common("", "甲") == 0


@needs_chromium
def test_words_come_in_the_order_of_reading_and_articles_whole(printed: list[tuple[Page, Path]]) -> None:
    scores = [score(made, documents.open(path)) for made, path in printed]
    in_order, whole = shares(scores)
    wrong = [words for one in scores for words in one.wrong]
    assert in_order >= 0.98, wrong
    assert whole >= 0.95, wrong


@needs_chromium
def test_every_record_of_a_page_stands_in_its_boxes(printed: list[tuple[Page, Path]]) -> None:
    for _, path in printed:
        document = documents.open(path)
        records = [record for record in read(document) if record.kind == "figure"]
        assert records
        with pypdfium2.PdfDocument(path) as file:
            words = file[0].get_textpage()
            height = file[0].get_height()
            for record in records[:20]:
                seen = "".join(
                    words.get_text_bounded(
                        box.left + 0.5, height - box.bottom + 1, box.right - 0.5, height - box.top - 1
                    )
                    for box in document.boxes_of(record.start, record.end)
                )
                quote = document.text[record.start : record.end]
                assert "".join(seen.split()) == "".join(quote.split())


@pytest.mark.long
@needs_chromium
@needs_recognition
def test_a_page_is_read_from_its_picture(printed: list[tuple[Page, Path]]) -> None:
    made, path = printed[list(LAYOUTS).index("towers")]
    with pypdfium2.PdfDocument(path) as file:
        image = file[0].render(scale=scans.DPI / 72).to_pil().convert("L")
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(scans.DPI, scans.DPI))
    found = score(made, documents.from_bytes(out.getvalue(), "版面.png"), headline=0.9)
    in_order, whole = shares([found])
    assert in_order >= 0.95, found.wrong
    assert whole >= 0.9, found.wrong
