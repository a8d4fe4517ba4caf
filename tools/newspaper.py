"""How well newspaper pages are read: invented pages, printed to PDF, scored against what was laid out.

    python tools/newspaper.py                       64 pages of 8 layouts as PDF
    python tools/newspaper.py --scans               the same pages as pictures of 200 dpi, through recognition
    python tools/newspaper.py --seeds 2 --layout ell --keep DIRECTORY

Prints a row for each layout: characters in the right reading order, articles whole with their own headline.
Stopped with Ctrl-C it prints them for the pages read so far; recognition takes some ten seconds a page.
Needs Chromium and the fonts fonts-noto-cjk and fonts-wqy-zenhei; ``--scans`` the extra ``luoshi[ocr]``.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from newspaper import LAYOUTS, Page, chromium, page, print_pages
from page_scores import PageScore, score

from luoshi import documents

DPI = 200
SCANNED_HEADLINE = 0.9  # how much of a headline must be recognised


def main() -> int:
    """Print and score the pages; 1 where no browser is installed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seeds", type=int, default=8, help="pages of each layout")
    asked.add_argument("--layout", action="append", choices=list(LAYOUTS), help="only this layout; may be repeated")
    asked.add_argument("--scans", action="store_true", help="read pictures of the pages")
    asked.add_argument("--keep", type=Path, help="keep the printed pages here")
    options = asked.parse_args()
    if not chromium():
        print("Chromium is not installed.", file=sys.stderr)
        return 1
    pages = [page(layout, seed) for seed in range(options.seeds) for layout in options.layout or LAYOUTS]
    with tempfile.TemporaryDirectory() as scratch:
        directory = options.keep or Path(scratch)
        directory.mkdir(parents=True, exist_ok=True)
        paths = print_pages(pages, directory)
        rows: dict[str, list[PageScore]] = defaultdict(list)
        begun = time.perf_counter()
        try:
            for made, path in zip(pages, paths, strict=True):
                found = _scanned(made, path) if options.scans else score(made, documents.open(path))
                rows[made.layout].append(found)
                for words in found.wrong:
                    print(f"  {words}", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            print("stopped; the pages read so far:")
        seconds = time.perf_counter() - begun
    print(f"{'layout':<12}{'pages':>6}{'in order':>10}{'articles':>10}{'whole':>8}")
    for layout, found_scores in rows.items():
        _print_row(layout, found_scores)
    read = [one for some in rows.values() for one in some]
    _print_row("all", read)
    print(f"{seconds:.1f} s, {len(read) / seconds:.2f} pages/s")
    return 0


def _scanned(made: Page, path: Path) -> PageScore:
    """The score of a page read from its picture."""
    return score(made, documents.from_bytes(picture(path), f"{path.stem}.png"), headline=SCANNED_HEADLINE)


def picture(path: Path, dpi: int = DPI) -> bytes:
    """The first page of a PDF as a PNG."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=dpi / 72).to_pil().convert("L")
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def _print_row(layout: str, found: list[PageScore]) -> None:
    characters, articles = sum(one.characters for one in found), sum(one.articles for one in found)
    in_order, whole = sum(one.in_order for one in found) / characters, sum(one.whole for one in found) / articles
    print(f"{layout:<12}{len(found):>6}{in_order:>10.4f}{articles:>10}{whole:>8.4f}")


if __name__ == "__main__":
    raise SystemExit(main())
