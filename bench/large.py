"""The ledger at one and at ten million figures: loading, memory, and whether its questions stay as quick.

    python bench/large.py                                     1,000,000 and 10,000,000 figures in SQLite
    LUOSHI_TEST_POSTGRESQL=postgresql://… python bench/large.py      in PostgreSQL too
    python bench/large.py --folder DIR                        ledgers of an earlier run there are asked again

Needs 9 GB of disk, as much again for PostgreSQL. The corpora are those of bench/generated.py, ten figures in a
sentence. A question is asked of places spread over the ledger, of each once to warm it; shown is the median, and how
many times that of the smaller ledger the larger one's is.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generated import DOCUMENTS, places, written
from ledger import FIGURES, YEARS
from sqlalchemy import create_engine, text

from luoshi.ledger import Ledger
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import Column, grid

SIZES = (1_000_000, 10_000_000)
TOGETHER = 10  # figures in a sentence
ASKED = 12  # places
SERVER = os.environ.get("LUOSHI_TEST_POSTGRESQL", "")


def main() -> None:
    """Make the ledgers that are not there, and ask all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, nargs="+", default=SIZES, metavar="N", help="sizes of the ledgers")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="keep the ledgers here")
    options = parser.parse_args()
    terminal.speak_utf8()
    with kept(options.folder) as folder:
        for backend in ("SQLite", "PostgreSQL") if SERVER else ("SQLite",):
            times = []
            for figures in options.figures:
                location, is_new = place(folder, backend, figures)
                with Ledger(location) as ledger:
                    if is_new:
                        fill(ledger, folder, backend, figures)
                    times.append(asked(ledger, figures))
            show(backend, options.figures, times)


@contextmanager
def kept(folder: Path | None) -> Iterator[Path]:
    """The folder named, or one for this run."""
    if folder:
        folder.mkdir(exist_ok=True)
        yield folder
        return
    with TemporaryDirectory() as made:
        yield Path(made)


def place(folder: Path, backend: str, figures: int) -> tuple[str, bool]:
    """Where a ledger of so many figures stands, and whether it is still to be made."""
    if backend == "SQLite":
        file = folder / f"{figures}.db"
        return str(file), not file.exists()
    engine = create_engine(SERVER)
    with engine.begin() as connection:
        there = "SELECT 1 FROM information_schema.schemata WHERE schema_name = :name"
        is_new = connection.execute(text(there), {"name": f"large_{figures}"}).first() is None
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS large_{figures}"))
    engine.dispose()
    return f"{SERVER}?options=-csearch_path%3Dlarge_{figures}", is_new


def fill(ledger: Ledger, folder: Path, backend: str, figures: int) -> None:
    """Load a corpus of so many figures; print the rate and the memory after the first tenth and at the end."""
    parts = folder / f"read-{figures}"
    if not parts.exists():
        written(str(parts), figures, TOGETHER)
    total = len(list(parts.glob("part-*")))
    begun, early = time.perf_counter(), 0
    for at, _ in enumerate(ledger.load(str(parts)), 1):
        if at == max(1, total // 10):
            early = memory()
    rate = total * DOCUMENTS * FIGURES / (time.perf_counter() - begun)
    print(
        f"{backend} {figures:,}: {rate:,.0f} figures/s; {early} MB after a tenth, {memory()} MB at the end", flush=True
    )


def memory() -> int:
    """The most memory that this process had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> (20 if sys.platform == "darwin" else 10)


def questions(ledger: Ledger) -> dict[str, Callable[[str], object]]:
    """What a ledger is asked, each of a place."""
    first = "地区生产总值"
    several = [first, "一般公共预算收入", "固定资产投资", "社会消费品零售总额", "粮食产量"]
    return {
        "series of a place": lambda town: ledger.series(first, town),
        "panel, 5 indicators, 10 years": lambda town: ledger.panel(several, [town], (2010, 2019)),
        "outcomes of a place and year": lambda town: ledger.outcomes(town, 2015),
        "conflicts of a place and year": lambda town: ledger.conflicts(town, 2015),
        "timeline of an indicator": lambda town: ledger.timeline(first, town),
        "documents of a place": lambda town: ledger.documents(town),
        "commitments of a place": lambda town: ledger.progress(town, 2015),
        "search 财政收入": lambda _: ledger.search("财政收入"),
        "search 质量 标准": lambda _: ledger.search("质量 标准"),
        "search 收": lambda _: ledger.search("收"),
    }


def asked(ledger: Ledger, figures: int) -> dict[str, tuple[float, int]]:
    """The median milliseconds of each question, and how many rows answer."""
    towns = places()[: max(1, figures // (FIGURES * YEARS))]
    wanted = [name for name, _ in towns[:: max(1, len(towns) // ASKED)]][:ASKED]
    found = {}
    for name, question in questions(ledger).items():
        times, rows = [], 0
        for town in wanted:
            question(town)
            begun = time.perf_counter()
            answer = question(town)
            times.append((time.perf_counter() - begun) * 1000)
            rows += len(getattr(answer, "lines", answer))  # type: ignore[arg-type]
        found[name] = statistics.median(times), rows // len(wanted)
        print(f"  {figures:,} {name}: {found[name][0]:.1f} ms", flush=True)
    return found


def show(backend: str, sizes: list[int], times: list[dict[str, tuple[float, int]]]) -> None:
    """A row a question."""
    columns: list[Column] = [
        backend,
        *((f"{size:,}", "right") for size in sizes),
        ("times", "right"),
        ("rows", "right"),
    ]
    rows = [
        [name, *(f"{each[name][0]:.1f}" for each in times), f"{times[-1][name][0] / times[0][name][0]:.1f}",
         str(times[-1][name][1])]
        for name in times[0]
    ]  # fmt: skip
    terminal.screen().print(grid("", columns, rows))


if __name__ == "__main__":
    main()
