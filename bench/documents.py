"""Speed and memory of reading files into documents: pages a second on one core, without the reading of records.

    python bench/documents.py               the published documents in ../shared/corpora/budgets
    python bench/documents.py FOLDER        the files of another folder

Time is the processor's, so that other work on the machine does not count; the best of three rounds is shown.
Memory is the highest of a process that does nothing else than open a file of 300 pages, the folder's pages
with tables and those without put together.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from luoshi import documents
from luoshi.records import Document
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import grid

ROOT = Path(__file__).resolve().parents[1]
BUDGETS = ROOT.parent / "shared" / "corpora" / "budgets"
ROUNDS = 3
PAGES = 300
_OPENS_ONE = """
import resource, sys
from luoshi import documents
documents.open(sys.argv[1])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak // 1024 if sys.platform != "darwin" else peak >> 20)
"""


def main() -> None:
    """Print pages a second of each file and kind of page, and the memory of a long one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=BUDGETS)
    options = parser.parse_args()
    terminal.speak_utf8()
    files = sorted(options.folder.glob("*.pdf"))
    if not files:
        sys.exit(f"{options.folder}: no PDF files")
    rows = []
    seconds: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    long = pypdfium2.PdfDocument.new()
    for file in files:
        try:
            source = pypdfium2.PdfDocument(file)
        except pypdfium2.PdfiumError:
            continue
        if not source[0].get_textpage().count_chars():
            continue  # scans are another matter
        document, spent = timed(file)
        kind = "with tables" if "\n| " in document.text else "without tables"
        seconds[kind] += spent
        pages[kind] += len(document.pages)
        rows.append([file.name, str(len(document.pages)), kind, f"{len(document.pages) / spent:.0f}"])
        if len(long) < PAGES:
            long.import_pages(source, list(range(min(len(source), PAGES - len(long)))))
    rows += [["all", str(pages[kind]), kind, f"{pages[kind] / seconds[kind]:.0f}"] for kind in sorted(pages)]
    right = [("pages", "right"), "", ("pages/s", "right")]
    terminal.screen().print(grid("", ["file", *right], rows))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        long.save(path)
        told = subprocess.run([sys.executable, "-c", _OPENS_ONE, path], capture_output=True, text=True, check=True)
        print(f"memory: {told.stdout.strip()} MB at the peak of opening a PDF of {len(long)} pages")
    web_pages(options.folder)


def web_pages(folder: Path) -> None:
    """Print web pages a second, and the slowest of them."""
    seconds: dict[str, float] = {}
    for file in sorted(folder.glob("*.html")):
        try:
            seconds[file.name] = timed(file)[1]
        except documents.UnreadableFile:
            continue
    if seconds:
        slowest = max(seconds, key=lambda name: seconds[name])
        rate = len(seconds) / sum(seconds.values())
        print(f"web pages: {rate:.0f} a second; the slowest, {slowest}, {seconds[slowest] * 1000:.0f} ms")


def timed(file: Path) -> tuple[Document, float]:
    """A file's document, and the seconds of the fastest of some rounds."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        document = documents.open(file)
        spent.append(time.process_time() - begun)
    return document, min(spent)


if __name__ == "__main__":
    main()
