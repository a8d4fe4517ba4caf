"""A read corpus into a ledger: figures a second from Parquet into SQLite and, where one is named, into PostgreSQL.

    python bench/loading.py                                   200,000 figures into SQLite
    LUOSHI_TEST_POSTGRESQL=postgresql://… python bench/loading.py --figures 1000000

The documents are those of bench/generated.py, of 200 figures each: once with a sentence for each figure, so that as
many sentences go into the index for search as figures into their table, once with ten figures in a sentence. Beside the
rate stands the time that this process computed for a figure: on a busy machine the rate says little.
"""

from __future__ import annotations

import argparse
import os
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from generated import written
from sqlalchemy import create_engine, text

from luoshi.ledger import Ledger


def main() -> None:
    """Write the parts, load them, and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=200_000, metavar="N", help="figures to load (default 200000)")
    options = parser.parse_args()
    for together in (1, 10):
        with TemporaryDirectory() as folder:
            figures = written(f"{folder}/read", options.figures, together)
            for name, place in places(folder).items():
                rate, computed = loaded(place(), f"{folder}/read", figures)
                print(f"{name:10} {figures:,} figures, {together} in a sentence: {rate:>8,.0f} figures/s", end="   ")
                print(f"{computed:.0f} µs computed for each")


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


def loaded(place: str, folder: str, figures: int) -> tuple[float, float]:
    """Figures a second into a new ledger, and the microseconds that this process computed for each."""
    with Ledger(place) as ledger:
        begun, computed = time.perf_counter(), time.process_time()
        for _ in ledger.load(folder):
            pass
        computed = time.process_time() - computed
        return figures / (time.perf_counter() - begun), computed / figures * 1e6


if __name__ == "__main__":
    main()
