"""The main targets of each year as the national reports set them: what is read of the paragraphs that name them.

    python tools/main_targets.py             all reports beside the project
    python tools/main_targets.py 2016 2017   two years

A line for each figure, in the notation of the rules' examples. The reports lie in
``../shared/corpora/national`` (``YEAR.txt``); tests/test_main_targets.py holds what is printed.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from luoshi import documents
from luoshi.reading import read
from luoshi.reading.notation import notation
from luoshi.records import Figure

REPORTS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "national"
# The paragraph that sets the targets; its first words may stand on a line of their own.
_SETS = re.compile(r"今年[^。\n]{0,20}主要预期目标是[：:]\s*[^\n]+")


def main_targets(path: Path) -> list[Figure]:
    """The figures of the paragraph of the report ``YEAR.txt`` that sets the main targets of that year."""
    document = documents.open(path, date=f"{path.stem}-03-05", place="中国")
    paragraph = _SETS.search(document.text)
    if paragraph is None:
        return []
    return [f for f in read(document).figures if paragraph.start() <= f.start < paragraph.end()]


def main() -> None:
    """Print the main targets of the years asked for, or of all reports there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("years", nargs="*", metavar="YEAR")
    years = parser.parse_args().years
    for path in sorted(REPORTS.glob("*.txt")):
        if not years or path.stem in years:
            print(path.stem)
            for figure in main_targets(path):
                print("   ", notation(figure))


if __name__ == "__main__":
    main()
