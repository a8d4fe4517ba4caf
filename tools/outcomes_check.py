"""Outcomes over the national government work reports, printed for reading beside the texts.

    python tools/outcomes_check.py                28 rows: four indicators, 2012 to 2018, each with both sentences
    python tools/outcomes_check.py --all          every target of the reports
    python tools/outcomes_check.py --years 2000 2018
    python tools/outcomes_check.py --place 临澜市 --all FOLDER

The reports lie in ``../shared/corpora/national``, or another folder, as YEAR.txt, delivered on 5 March of their year.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi import documents, reading
from luoshi.ledger import Ledger, OutcomeRow
from luoshi.service import one_line
from luoshi.ways.cli import terminal

NATIONAL = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "national"
INDICATORS = {"国内生产总值": "growth", "居民消费价格": "growth", "城镇新增就业": "level", "城镇登记失业率": "level"}


def main() -> None:
    """Read the reports into a ledger of their own and print its outcomes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=NATIONAL, help="the reports, as YEAR.txt")
    parser.add_argument("--place", default="中国", help="the place whose reports they are")
    parser.add_argument("--all", action="store_true", help="every target, not only those of the four indicators")
    parser.add_argument("--years", type=int, nargs=2, default=(2012, 2018), metavar=("FIRST", "LAST"))
    options = parser.parse_args()
    terminal.speak_utf8()
    if not options.folder.is_dir():
        sys.exit(f"{options.folder}: 没有这个文件夹 / there is no such directory")
    with TemporaryDirectory() as folder, Ledger(Path(folder, "luoshi.db")) as ledger:
        for path in sorted(options.folder.glob("*.txt")):
            ledger.add(reading.read(documents.open(path, date=f"{path.stem}-03-05", place=options.place)))
        for year in range(options.years[0], options.years[1] + 1):
            show(ledger, options.place, str(year), options.all)


def show(ledger: Ledger, place: str, year: str, everything: bool) -> None:
    """The outcomes of a year, and where the ledger has none for an indicator, that it has none."""
    rows = ledger.outcomes(place, year)
    if everything:
        for row in rows:
            tell(year, row)
        return
    for name, measure in INDICATORS.items():
        ours = ledger.outcomes(place, year, name)
        found = [row for row in ours if row.target.measure == measure and row.target.period == year]
        for row in found:
            tell(year, row)
        if not found:
            print(f"{year} {name}: 账本中没有这个目标 / no such target in the ledger\n")


def tell(year: str, row: OutcomeRow) -> None:
    """One outcome with its two sentences."""
    result = row.result.quote if row.result else "—"
    print(f"{year} {row.target.indicator} {row.target.quote} → {result}  {row.verdict}  [{row.rule}]")
    for side in (row.target, row.result):
        if side is not None:
            print(f"    {side.document} {side.start}: {one_line(side.sentence)}")
    print()


if __name__ == "__main__":
    main()
