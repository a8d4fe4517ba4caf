"""The ledger at size: invented documents of every prefecture are added to a SQLite file, then asked.

    python bench/ledger.py                          100,000 figures
    python bench/ledger.py --figures 1000000        as many as a province's reports of some years
    python bench/ledger.py --keep big.db            the ledger is kept, and asked again when it is there

Adding must stay linear: the first table shows the seconds for each tenth. Questions are medians over several
rounds, warm: one indicator of one place, all targets of one place and year beside their results, and words.
The documents are the same in every run; all their words and numbers are invented.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi.knowledge.divisions import divisions
from luoshi.knowledge.indicators import scheme
from luoshi.ledger import Ledger
from luoshi.records import Document, Figure, Reading, Status
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import Column, grid

FIGURES = 200  # in a document
LETTERS = 30  # of a sentence, before its figure
FIRST_YEAR, YEARS = 2000, 25
ROUNDS = 15


def main() -> None:
    """Fill a ledger and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=100_000, metavar="N", help="figures to add (default 100000)")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the ledger in this file")
    options = parser.parse_args()
    terminal.speak_utf8()
    with TemporaryDirectory() as folder:
        location = options.keep or Path(folder, "luoshi.db")
        there = location.exists()
        with Ledger(location) as ledger:
            if not there:
                fill(ledger, max(1, options.figures // FIGURES))
                print(f"{location.stat().st_size / 1e6:.0f} MB")
            ask(ledger)


def fill(ledger: Ledger, documents: int) -> None:
    """Add so many documents, and print the seconds for each tenth of them."""
    source = random.Random(1)
    places = [each for found in divisions().values() for each in found if each.code.endswith("00")]
    cities = sorted({(p.name, p.code) for p in places if not p.code.endswith("0000")}, key=lambda p: p[1])[:300]
    indicators = [indicator.name for indicator in scheme().indicators.values()]
    seconds: list[float] = []
    step = max(1, documents // 10)
    begun = time.perf_counter()
    for number in range(documents):
        made = document(source, number, *cities[number % len(cities)], indicators)
        ledger.add(made)
        if number % step == step - 1:
            seconds.append(time.perf_counter() - begun)
            begun = time.perf_counter()
    columns: list[Column] = [(f"{tenth}", "right") for tenth in range(1, len(seconds) + 1)]
    print(f"seconds to add {step * FIGURES} figures, {len(seconds)} times")
    terminal.screen().print(grid("", columns, [[f"{each:.1f}" for each in seconds]]))


def document(
    source: random.Random, number: int, place: str, code: str, indicators: Sequence[str], together: int = 1
) -> Reading:
    """A document of a place and year with its figures, so many in a sentence; a tenth are targets of next year."""
    year = FIRST_YEAR + number // 300 % YEARS
    words: list[str] = []
    figures: list[Figure] = []
    at = 0
    for index in range(FIGURES):
        name, value = source.choice(indicators), source.randrange(1, 100_000)
        status: Status = "target" if index % 10 == 0 else "actual"
        before = f"{clause(source)}，{name}达到" if index % together == 0 else f"{name}"
        quote, after = f"{value}亿元", "。" if index % together == together - 1 else "、"
        words.append(f"{before}{quote}{after}")
        start = at + len(before)
        at += len(words[-1])
        figures.append(
            Figure(
                quote=quote,
                start=start,
                end=start + len(quote),
                indicator=name,
                measure="level",
                sign=None,
                low=Decimal(value) * 10**8,
                high=Decimal(value) * 10**8,
                qualifier="exact",
                unit="元",
                period=str(year + (status == "target")),
                status=status,
                rule="invented",
            )
        )
    made = Document(id=hashlib.sha256(str(number).encode()).hexdigest(), text="".join(words), name=f"{number}.txt")
    day = f"{year + 1}-01-{1 + number % 28:02}"
    return Reading(document=made, reader="1", date=day, place=place, place_code=code, figures=tuple(figures))


def clause(source: random.Random) -> str:
    """Thirty characters of common words, the first of the list more often: pairs recur about as in official prose."""
    words = common_words()
    made = ""
    while len(made) < LETTERS:
        made += words[int(len(words) * source.random() ** 2)]
    return made[:LETTERS]


@cache
def common_words() -> list[str]:
    """The knowledge's common words, in an order of their own."""
    words = files("luoshi.knowledge").joinpath("common_words.txt").read_text("utf-8").split()
    random.Random(1).shuffle(words)
    return words


def ask(ledger: Ledger) -> None:
    """Print how long each question takes."""
    place, year = "青岛市", str(FIRST_YEAR + 1)
    questions: dict[str, Callable[[], Sequence[object]]] = {
        f"series 生产总值 {place}": lambda: ledger.series("生产总值", place),
        f"outcomes {place} {year}": lambda: ledger.outcomes(place, year),
        "search 财政收入": lambda: ledger.search("财政收入"),
        "search 收": lambda: ledger.search("收"),
        "search 一般公共预算收入 达到": lambda: ledger.search("一般公共预算收入 达到"),
        f"conflicts {place} {year}": lambda: ledger.conflicts(place, year),
    }
    rows = []
    for name, question in questions.items():
        found = len(question())
        times = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            question()
            times.append(time.perf_counter() - begun)
        rows.append([name, str(found), f"{statistics.median(times) * 1000:.1f}"])
    columns: list[Column] = ["question", ("rows", "right"), ("ms", "right")]
    terminal.screen().print(grid("", columns, rows))


if __name__ == "__main__":
    main()
