"""Articles read by one process, by as many as there are cores, and by a Ray cluster on this machine.

    python bench/spreading.py                      4,000 articles
    python bench/spreading.py --articles 20000

The articles are passages of the evening news where ``../shared`` stands beside the checkout, of the sample city else,
some thousand characters each, read as ``luoshi read-corpus`` reads them: each in a process with bounds, the records
written as Parquet. Ray is asked where it is installed (``luoshi[cluster]``). The last column is what ten million such
articles take on 64 cores, if every core does what each does here.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi.service.corpora import Corpus, read_corpus
from luoshi.service.sample import texts
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import grid

NEWS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "news"
CHARACTERS = 1000  # of an article, at least
ARTICLES = 4_000
MANY, CORES = 10_000_000, 64


def main() -> None:
    """Write the articles, read them in each way, and print articles a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N", help=f"how many (default {ARTICLES})")
    options = parser.parse_args()
    terminal.speak_utf8()
    cores = os.cpu_count() or 1
    with TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        characters = written(source, options.articles)
        print(f"{options.articles:,} articles, {characters:,} characters, {cores} cores")
        rates = {"one process": (1, rate(source, 1, ""))}
        if cores > 1:
            rates[f"{cores} processes"] = (cores, rate(source, cores, ""))
        if find_spec("ray"):
            rates["Ray"] = (cores, rate(source, cores, "local"))
    show(rates)


def written(path: Path, articles: int) -> int:
    """Write so many articles as lines of JSON, and say how many characters they have."""
    sources = [file.read_text("utf-8") for file in sorted(NEWS.glob("*.md"))] or [document.text for document in texts()]
    passages = [passage for text in sources for passage in cut(text)]
    total = 0
    with path.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(islice(cycle(passages), articles)):
            total += len(text)
            lines.write(
                json.dumps({"text": text, "name": f"{number}", "date": "2024-12-31"}, ensure_ascii=False) + "\n"
            )
    return total


def cut(text: str) -> list[str]:
    """A text's paragraphs, put together to passages of some thousand characters."""
    passages = [""]
    for paragraph in text.splitlines(keepends=True):
        if len(passages[-1]) >= CHARACTERS:
            passages.append("")
        passages[-1] += paragraph
    return passages


def rate(source: Path, jobs: int, address: str) -> float:
    """Articles a second, from the first process begun to the last part written."""
    with TemporaryDirectory() as out:
        begun = time.perf_counter()
        read = sum(part.rows["documents"] for part, _, _ in read_corpus(Corpus(str(source), out), jobs, address))
        return read / (time.perf_counter() - begun)


def show(rates: dict[str, tuple[int, float]]) -> None:
    """The table: articles a second, how many times one process, and ten million articles on 64 cores."""
    alone = rates["one process"][1]
    rows = [
        (name, f"{each:,.0f}", f"{each / alone:.2f}", f"{MANY / (each / cores * CORES) / 3600:,.1f} h")
        for name, (cores, each) in rates.items()
    ]
    right = [(name, "right") for name in ("articles/s", "× one", "10 M on 64 cores")]
    terminal.screen().print(grid("", ["read by", *right], rows))


if __name__ == "__main__":
    main()
