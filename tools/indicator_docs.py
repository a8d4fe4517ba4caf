"""Write the indicator scheme into docs/indicators.csv and its numbers into the page: python tools/indicator_docs.py"""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path

from luoshi.knowledge.indicators import Scheme

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE, TABLE = DOCS / "indicators.md", DOCS / "indicators.csv"
COLUMNS = ("field", "id", "name", "english", "kind", "unit", "measure", "polarity", "dated", "facets", "aliases")
_NUMBERS = re.compile(r"(<!-- numbers: by tools/indicator_docs\.py -->\n).*\n")
_FACETS = re.compile(r"(<!-- facets: by tools/indicator_docs\.py -->\n).*?(\n\n|\Z)", re.S)


def table() -> str:
    """The scheme as CSV, an indicator a line, several values of a cell parted by ；."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for indicator in Scheme.load().indicators.values():
        told = indicator.to_json() | {"aliases": indicator.aliases[1:]}
        cells = (told[column] for column in COLUMNS)
        rows.writerow("；".join(cell) if isinstance(cell, tuple) else cell for cell in cells)
    return out.getvalue()


def written(page: str) -> str:
    """The page with the numbers and the facets of the scheme as it is now."""
    scheme = Scheme.load()
    names = sum(len(indicator.aliases) for indicator in scheme.indicators.values())
    numbers = f"{len(scheme.indicators)} indicators, {names} names, {len(scheme.facets)} facets."
    facets = ["| facet | values |", "|---|---|"]
    facets += [f"| `{facet}` | {'，'.join(values)} |" for facet, values in scheme.facets.items()]
    page = _NUMBERS.sub(lambda found: f"{found[1]}{numbers}\n", page)
    return _FACETS.sub(lambda found: found[1] + "\n".join(facets) + (found[2] or "\n"), page)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8", newline="\n")
    TABLE.write_text(table(), "utf-8-sig", newline="\n")  # with the mark by which Excel knows UTF-8
    sys.stdout.write(f"{PAGE.name}, {TABLE.name}: {len(table().splitlines()) - 1} indicators\n")
