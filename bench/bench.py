"""Speed: the whole reading, one core, beside word cutters and another rule library, in one run on one text.

    python bench/bench.py               all of it (make bench sets up the other tools)
    python bench/bench.py --rounds 9    more rounds; the median of the rounds is shown

The texts are the national government work reports in ``../shared/corpora/national`` where they lie beside
the project, else the documents of the demo. The tools take turns in each round, so that whatever else
the machine does falls on all of them. The second table doubles texts of several shapes up to a million
characters: reading must take twice as long for twice the text, whatever the text is.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import logging
import platform
import statistics
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from luoshi import documents, reading
from luoshi.records import Document
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import grid

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
NATIONAL = SHARED / "corpora" / "national"
KINDS = {
    "national reports": "corpora/national/*.txt",
    "reports of Shanghai": "corpora/districts/*.txt",
    "reports of Qingdao": "corpora/reports/青岛市/201*.md",
    "news": "corpora/news/2024120*.md",
    "labelled, dense in figures": "gold/*.txt",
}
SAMPLE = ROOT / "luoshi" / "service" / "sample"
SIZES = (125_000, 250_000, 500_000, 1_000_000)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds of each tool (default 5)")
    options = parser.parse_args()
    terminal.speak_utf8()
    folder = NATIONAL if NATIONAL.is_dir() else SAMPLE
    texts = [documents.open(path) for path in sorted(folder.glob("*.txt"))]
    compare(texts, folder, options.rounds)
    by_kind(options.rounds)
    double(texts)


def compare(texts: list[Document], folder: Path, rounds: int) -> None:
    """Characters a second of each tool on the same texts."""
    characters = sum(len(document.text) for document in texts)
    tools = available()
    seconds: dict[str, list[float]] = {name: [] for name in tools}
    for work in tools.values():
        work(texts[0])  # dictionaries are loaded before the clock runs
    for _ in range(rounds):
        for name, work in tools.items():
            begun = time.perf_counter()
            for document in texts:
                work(document)
            seconds[name].append(time.perf_counter() - begun)
    ours = statistics.median(seconds["luoshi"])
    rows = []
    for name, times in seconds.items():
        middle = statistics.median(times)
        rate = characters / middle / 1e6
        rows.append([name, DOES[name], version(name), f"{rate:.3f}", f"{middle:.2f}", f"{middle / ours:.2f}"])
    title = f"{len(texts)} texts of {folder.name}, {characters:,} characters, one core, median of {rounds} rounds"
    right = [(column, "right") for column in ("Mcharacters/s", "seconds", "time÷luoshi's")]
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    print(title)
    terminal.screen().print(grid("", ["tool", "does", "version", *right], rows))
    tracemalloc.start()
    kept = [reading.read(document) for document in texts]
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    records = sum(1 for each in kept for _ in each)
    print(f"memory: {records} records held in {size / 1e6:.1f} MB, {peak / 1e6:.1f} MB at the peak of reading them")


def by_kind(rounds: int) -> None:
    """Reading beside jieba on each kind of text, in the processor's time, and figures a second."""
    jieba = available().get("jieba")
    rows = []
    for kind, pattern in KINDS.items():
        texts = [documents.open(path) for path in sorted(SHARED.glob(pattern))]
        if not texts or jieba is None:
            continue
        figures = sum(len(reading.read(document).figures) for document in texts)
        ours, theirs = (statistics.median(spent(work, texts) for _ in range(rounds)) for work in (reading.read, jieba))
        characters = sum(len(document.text) for document in texts)
        rows.append(
            [
                kind,
                f"{characters:,}",
                f"{characters / ours / 1e6:.3f}",
                f"{figures / ours:,.0f}",
                f"{theirs / ours:.2f} ×",
            ]
        )
    if rows:
        right = [(column, "right") for column in ("characters", "Mcharacters/s", "figures/s", "jieba's time÷luoshi's")]
        terminal.screen().print(grid("kinds of text", ["kind", *right], rows))


def spent(work: Callable[[Document], object], texts: list[Document]) -> float:
    """The seconds of the processor that a tool takes for some texts."""
    begun = time.process_time()
    for document in texts:
        work(document)
    return time.process_time() - begun


DOES = {
    "luoshi": "all records with evidence",
    "jieba": "cuts words (lcut)",
    "rjieba": "cuts words (cut), in Rust",
    "jionlp": "extracts times and money, parsed",
}


def available() -> dict[str, Callable[[Document], object]]:
    """The tools that are installed, by name; each takes a document."""
    tools: dict[str, Callable[[Document], object]] = {"luoshi": reading.read}
    try:
        import jieba

        jieba.setLogLevel(60)
        tools["jieba"] = lambda document: jieba.lcut(document.text)
    except ModuleNotFoundError:
        print("jieba is not installed (make bench installs it)")
    try:
        import rjieba

        tools["rjieba"] = lambda document: rjieba.cut(document.text)
    except ModuleNotFoundError:
        print("rjieba is not installed (make bench installs it)")
    try:
        import jionlp

        logging.disable()  # it logs each string that it can't parse

        def times_and_money(document: Document) -> object:
            times = jionlp.ner.extract_time(document.text, with_parsing=True)
            return times, jionlp.ner.extract_money(document.text, with_parsing=True)

        tools["jionlp"] = times_and_money
    except ModuleNotFoundError:
        print("jionlp is not installed (make bench installs it)")
    return tools


def version(name: str) -> str:
    """The installed version of a tool."""
    return importlib.metadata.version(name)


def double(texts: list[Document]) -> None:
    """Seconds for texts of several shapes, each doubled up to a million characters."""
    prose = "".join(document.text for document in texts)
    shapes = {
        "government reports": prose,
        "one line, no full stop": prose.replace("\n", "").replace("。", "，"),
        "one digit": "1",
        "digits and points": "1234.5，",
        "one numeral": "十",
        "percent signs": "增长5%，",
        "open brackets": "（",
        "quotation marks": "“十个”",
        "one character": "的",
        "commas": "，",
        "spaces": "中 ",
        "line ends": "中\n",
        "table rows": "其中：增值税 29.6 28.1 1.4\n",
    }
    rows = []
    for name, seed in shapes.items():
        times = []
        for size in SIZES:
            text = (seed * (size // len(seed) + 1))[:size]
            document = Document(id=f"{name}-{size}", text=text)
            times.append(min(seconds_to_read(document) for _ in range(2)))  # other work on the machine only adds
        growth = times[-1] / times[-2]
        rows.append([name, *(f"{t:.2f}" for t in times), f"{growth:.2f}", "" if growth < 3 else "not linear"])
    columns = [(f"{size // 1000}k", "right") for size in SIZES]
    print("seconds for texts of up to a million characters; the last doubling must be near 2")
    terminal.screen().print(grid("", ["shape", *columns, ("last÷before", "right"), ""], rows))


def seconds_to_read(document: Document) -> float:
    """How long one reading takes."""
    begun = time.perf_counter()
    reading.read(document)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
