"""Whether the page prints each record's words where the record says: the page is cropped to each character's box.

    python tools/evidence.py                every PDF in ../shared/corpora/budgets
    python tools/evidence.py FILE...        other PDFs

Scans are left out: what stands on a picture is known from recognition alone.
"""

from __future__ import annotations

import argparse
import unicodedata
from pathlib import Path

import pypdfium2

from luoshi import documents, reading
from luoshi.knowledge.radicals import fold
from luoshi.records import Article, Document
from luoshi.ways.cli import terminal

ROOT = Path(__file__).resolve().parents[1]
BUDGETS = ROOT.parent / "shared" / "corpora" / "budgets"


def main() -> None:
    """Print for each file how many records it has and which of them are misprinted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    terminal.speak_utf8()
    for path in parser.parse_args().files or sorted(BUDGETS.glob("*.pdf")):
        data = path.read_bytes()
        try:
            if not pypdfium2.PdfDocument(data)[0].get_textpage().count_chars():
                continue
        except pypdfium2.PdfiumError:
            continue
        count, wrong = misprinted(data, documents.open(path))
        print(
            f"{path.name}: {count} records, {len(wrong)} characters not where they are said to be",
            *wrong[:20],
            sep="\n  ",
        )


def misprinted(data: bytes, document: Document) -> tuple[int, list[str]]:
    """How many records a PDF has, and the characters of theirs that are not read where the page is cropped to them."""
    source = pypdfium2.PdfDocument(data)
    pages: dict[int, tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]] = {}
    count = 0
    wrong: list[str] = []
    for record in reading.read(document):
        if isinstance(record, Article):
            continue
        count += 1
        for at in range(record.start, record.end):
            left, top, right, bottom = document.positions[4 * at : 4 * at + 4]
            if left != left:
                if document.text[at] not in " \n|":
                    wrong.append(f"{record.key()}: no box for {document.text[at]!r}")
                continue
            number = document.page_at(at)
            if number not in pages:
                page = source[number - 1]
                pages[number] = page, page.get_textpage()
            page, textpage = pages[number]
            x, _, _, y = page.get_bbox()
            shown = textpage.get_text_bounded(x + left, y - bottom, x + right, y - top)
            if _plain(document.text[at]) not in _plain(shown):
                wrong.append(f"{record.key()}: {document.text[at]!r} is not at {left:.0f}, {top:.0f} of page {number}")
    return count, wrong


def _plain(words: str) -> str:
    """Words without radicals and raised digits, which the reader writes in another way than the file."""
    return unicodedata.normalize("NFKC", fold(words))


if __name__ == "__main__":
    main()
