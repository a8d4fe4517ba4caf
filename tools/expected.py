"""Known values of published documents asked of a fresh ledger: answered, missed, and wrong values offered.

    python tools/expected.py                      every file beside ../shared/corpora/budgets/expected.csv
    python tools/expected.py FOLDER               another folder with an expected.csv of the same columns
    python tools/expected.py --only jiaozuo       the files whose name begins so

A row of ``expected.csv`` has ``file, place, year, indicator, value``; the indicator's brackets hold the unit.
It is answered when ``series`` offers the value for the place, the year (or its last day, as of 年末常住人口) and
the measure (增速(%) is growth, anything else a level), told of that file. A value is wrong when it is offered
as reached for the same place, year, indicator and measure and differs beyond the digits that either prints.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi import Ledger
from luoshi.ledger.series import SeriesRow
from luoshi.service import batch
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import grid

ROOT = Path(__file__).resolve().parents[1]
BUDGETS = ROOT.parent / "shared" / "corpora" / "budgets"
SCALES = {"亿元": Decimal(10) ** 8, "万元": Decimal(10) ** 4, "万人": Decimal(10) ** 4, "%": Decimal(1)}
_INDICATOR = re.compile(r"(?P<name>.+?)(?P<growth>增速)?[（(](?P<unit>[^（）()]+)[）)]")


@dataclass(frozen=True)
class Expected:
    """A known value: the indicator without its measure, the value in its unit, the unit's scale."""

    file: str
    place: str
    year: str
    indicator: str
    measure: str
    value: Decimal
    scale: Decimal

    def __str__(self) -> str:
        return f"{self.place} {self.year} {self.indicator} {self.measure} {self.value}"


def main() -> None:
    """Print a row for each file, what was missed, what was offered wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=BUDGETS)
    parser.add_argument("--only", default="", metavar="NAME", help="only files whose name begins so")
    options = parser.parse_args()
    terminal.speak_utf8()
    if not (options.folder / "expected.csv").is_file():
        sys.exit(f"{options.folder}: no expected.csv")
    rows = [row for row in expected(options.folder / "expected.csv") if row.file.startswith(options.only)]
    files = sorted(path for path in options.folder.iterdir() if path.name.startswith(options.only))
    refused: dict[str, str] = {}
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "luoshi.db") as ledger:
        for added in batch.add(ledger, [path for path in files if path.name != "expected.csv"]):
            if added.state == "refused":
                refused[added.path.name] = added.message
        report(ledger, rows, refused)


def expected(path: Path) -> list[Expected]:
    """The rows of a file of known values."""
    found = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            named = _INDICATOR.fullmatch(row["indicator"])
            if named is None:
                sys.exit(f"{path}: an indicator without a unit: {row['indicator']}")
            measure = "growth" if named["growth"] else "level"
            value, scale = Decimal(row["value"]), SCALES[named["unit"]]
            found.append(Expected(row["file"], row["place"], row["year"], named["name"], measure, value, scale))
    return found


def report(ledger: Ledger, rows: list[Expected], refused: dict[str, str]) -> None:
    """Print the table and its causes."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    missed: list[Expected] = []
    wrong: dict[str, tuple[Expected, SeriesRow]] = {}
    for row in rows:
        offered = [
            each
            for each in ledger.series(row.indicator, place=row.place, measure=row.measure)
            if each.period in (row.year, f"{row.year}-12-31") and each.status == "actual"
        ]
        answered = any(each.document == row.file and each.low == each.high and agrees(each, row) for each in offered)
        counts[row.file]["answered" if answered else "missed"] += 1
        if not answered:
            missed.append(row)
        for each in offered:
            if not agrees(each, row):
                wrong[each.id] = (row, each)
                counts[row.file]["wrong"] += 1
    table = [
        [file, *(str(count[each]) for each in ("answered", "missed", "wrong")), refused.get(file, "").split(" / ")[-1]]
        for file, count in sorted(counts.items())
    ]
    total = Counter[str]()
    for count in counts.values():
        total += count
    table.append(["all", *(str(total[each]) for each in ("answered", "missed", "wrong")), ""])
    right = [(name, "right") for name in ("answered", "missed", "wrong")]
    terminal.screen().print(grid("", ["file", *right, "refused"], table))
    for message in refused.values():
        print(f"refused  {message}")
    for row in dict.fromkeys(missed):
        print(f"missed   {row.file}: {row}")
    for row, each in wrong.values():
        print(f"wrong    {each.document}: {row} is not {each.low} {each.unit}: {each.quote}  [{each.id}]")
        print(f"         {each.sentence[:160]}")
    print(f"answered {total['answered']} of {len(rows)}, {total['answered'] / max(1, len(rows)):.1%}; "
          f"{len(wrong)} wrong values offered")  # fmt: skip


def agrees(offered: SeriesRow, row: Expected) -> bool:
    """Whether two values are the same as far as both are printed; 超500亿元 agrees with all above it."""
    sign = offered.sign if row.measure == "growth" and offered.sign is not None else 1
    bounds = [None if bound is None else sign * bound / row.scale for bound in (offered.low, offered.high)[::sign]]
    margins = [Decimal(0) if b is None else max(_last_digit(b), _last_digit(row.value)) / 2 for b in bounds]
    return (bounds[0] is None or bounds[0] - margins[0] <= row.value) and (
        bounds[1] is None or row.value <= bounds[1] + margins[1]
    )


def _last_digit(value: Decimal) -> Decimal:
    """The place value of a number's last digit: 0.1 for 144.8."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(0)


if __name__ == "__main__":
    main()
