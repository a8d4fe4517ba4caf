"""How much of `luoshi panel` is filled over the real documents beside the project, and how much of it is right.

    python tools/panel_check.py                     share of cells filled for eight headline indicators, and why not
    python tools/panel_check.py --cells 200         as many filled cells drawn at random (a fixed seed), with sentences
    python tools/panel_check.py --ledger FILE       of a ledger that is there already

The cells are printed for judging by reading: place, year, indicator, value, stage, and the words around it.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from luoshi import documents, reading
from luoshi.ledger import Ledger, PanelRow

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT.parent / "shared" / "corpora" / "reports"
INDICATORS = (
    "生产总值增速",
    "生产总值",
    "一般公共预算收入",
    "社会消费品零售总额增速",
    "固定资产投资增速",
    "城镇居民人均可支配收入",
    "居民消费价格",
    "城镇新增就业",
)
_UNTOLD = ("no document", "no later document")
_SEED = 20250101
_AROUND = 60  # characters on either side of a value that are shown


def main() -> None:
    """Print the shares, and cells for judging where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=0, help="how many filled cells to print")
    parser.add_argument("--ledger", type=Path, help="a ledger that holds the reports")
    options = parser.parse_args()
    if not options.ledger and not REPORTS.is_dir():
        sys.exit(f"{REPORTS}: 没有这个文件夹 / there is no such directory")
    with _ledger(options.ledger) as ledger:
        cells = ledger.panel(INDICATORS)
    _shares(cells)
    if options.cells:
        filled = [cell for cell in cells if not cell.missing]
        for number, cell in enumerate(random.Random(_SEED).sample(filled, min(options.cells, len(filled))), 1):
            _show(number, cell)


@contextmanager
def _ledger(path: Path | None) -> Iterator[Ledger]:
    """The ledger at ``path``, or one of all the reports made for the time being."""
    if path:
        with Ledger(path, create=False) as ledger:
            yield ledger
        return
    with TemporaryDirectory() as folder, Ledger(Path(folder, "luoshi.db")) as ledger:
        for file in sorted(REPORTS.glob("*/*")):
            ledger.add(reading.read(documents.open(file)))
        yield ledger


def _shares(cells: list[PanelRow]) -> None:
    """Cells filled of those for which the place has a document of the next year, by indicator, and why not."""
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    for cell in cells:
        reasons[cell.indicator][cell.missing] += 1
    written = [cell for cell in cells if cell.missing not in _UNTOLD]
    filled = sum(not cell.missing for cell in written)
    print(f"{len(cells)} cells, documents for {len(written)}, filled {filled} ({filled / max(1, len(written)):.1%})")
    print(f"    of them disputed {sum(cell.disputed > 0 for cell in written)}")
    for indicator, counts in reasons.items():
        of = counts.total() - sum(counts[reason] for reason in _UNTOLD)
        why = ", ".join(f"{reason} {number}" for reason, number in counts.most_common() if reason)
        print(f"    {indicator:14} {counts['']} of {of}   ({why})")


def _show(number: int, cell: PanelRow) -> None:
    at = max(0, cell.sentence.find(cell.quote))
    words = cell.sentence[max(0, at - _AROUND) : at + len(cell.quote) + _AROUND].replace("\n", " ")
    value = " ".join(str(part) for part in (cell.low, cell.high, cell.unit) if part is not None)
    print(f"{number}. {cell.place} {cell.year} {cell.indicator} = {value}  [{cell.stage}, {cell.disputed} disputed]")
    print(f"      {cell.document} {cell.period}: {words}")


if __name__ == "__main__":
    main()
