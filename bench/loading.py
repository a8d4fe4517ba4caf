"""A read corpus into a ledger: figures a second from Parquet into SQLite and, where one is named, into PostgreSQL.

    python bench/loading.py                                   200,000 figures into SQLite
    LUOSHI_TEST_POSTGRESQL=postgresql://… python bench/loading.py --figures 1000000

The documents are the invented ones of bench/ledger.py: each of 200 figures, each figure in a sentence of its own, so
that as many sentences go into the index as figures into their table; the last column leaves the sentences out.
"""

from __future__ import annotations

import argparse
import os
import random
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from ledger import FIGURES, document
from sqlalchemy import create_engine, text

from luoshi.knowledge.indicators import scheme
from luoshi.ledger import Ledger, search
from luoshi.ledger.parts import ReadCorpus

DOCUMENTS = 200  # of a part
NOW = "2026-01-01T00:00:00+00:00"


def main() -> None:
    """Write the parts, load them, and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=200_000, metavar="N", help="figures to load (default 200000)")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        figures = written(folder, max(1, options.figures // FIGURES))
        print(f"{figures:,} figures in parts of {DOCUMENTS * FIGURES:,}")
        for name, place in places(folder).items():
            whole = rate(place, folder, figures)
            indexed, search.numbered = search.numbered, lambda *_: []
            alone = rate(place, folder, figures)
            search.numbered = indexed
            print(f"{name:10} {whole:>8,.0f} figures/s   without the sentences {alone:>8,.0f}")


def written(folder: str, documents: int) -> int:
    """Write parts with so many documents; the number of figures."""
    source, corpus = random.Random(1), ReadCorpus(f"{folder}/read")
    indicators = [indicator.name for indicator in scheme().indicators.values()]
    for part, first in enumerate(range(0, documents, DOCUMENTS)):
        numbers = range(first, min(first + DOCUMENTS, documents))
        corpus.write(part, [document(source, at, "青岛市", "370200", indicators) for at in numbers], [], NOW)
    return documents * FIGURES


def places(folder: str) -> dict[str, Callable[[], str]]:
    """Where a new ledger is made, by the name of the database."""
    found: dict[str, Callable[[], str]] = {"SQLite": lambda: str(Path(folder, f"{uuid.uuid4().hex}.db"))}
    server = os.environ.get("LUOSHI_TEST_POSTGRESQL", "")
    if server:

        def schema() -> str:
            name = f"bench_{uuid.uuid4().hex}"
            with create_engine(server).begin() as connection:
                connection.execute(text(f"CREATE SCHEMA {name}"))
            return f"{server}?options=-csearch_path%3D{name}"

        found["PostgreSQL"] = schema
    return found


def rate(place: Callable[[], str], folder: str, figures: int) -> float:
    """Figures a second into a new ledger."""
    with Ledger(place()) as ledger:
        begun = time.perf_counter()
        for _ in ledger.load(f"{folder}/read"):
            pass
        return figures / (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
