"""What `luoshi conflicts` finds: in real documents, printed for reading, and of what was planted in invented ones.

    python tools/conflicts_check.py               every conflict in ../shared/corpora, with the words of its figures
    python tools/conflicts_check.py --judged      how many of the first fifty were found real by reading
    python tools/conflicts_check.py --planted     how many planted conflicts are found, by kind, and what is missed

With ``--ledger FILE`` the real documents are those of a ledger that is there already. ``labels/conflicts.jsonl`` keeps
what a reader found of each row: its kind, the figures as hash of the file and offsets, whether it is real, and why not.

Planted conflicts stand in ``tests/data/planted_conflicts*.jsonl``: short documents about the invented 临澜市, most with
one number that can't be right, others with numbers that invite a false alarm and are right. One is found where a
conflict is reported with at least two of the figures that it is about; of a clean one nothing may be reported.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from luoshi import documents, reading
from luoshi.ledger import Checks, ConflictRow, Ledger
from luoshi.ways.cli import terminal

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"
JUDGED = ROOT / "labels" / "conflicts.jsonl"
_FIRST = 50
PLANTED = ROOT / "tests" / "data"
# The days of reports that do not name their own.
DAYS = {"national": "{year}-03-05", "districts": "{year}-01-24"}
PLACES = {"national": "中国", "districts": "上海市", "news": "中国"}


def main() -> None:
    """Measure one or the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--planted", action="store_true", help="the planted conflicts instead of the real documents")
    parser.add_argument("--judged", action="store_true", help="how many of the first rows are real, by labels/")
    parser.add_argument("--ledger", type=Path, help="a ledger of the real documents")
    options = parser.parse_args()
    terminal.speak_utf8()
    if options.planted:
        for path in sorted(PLANTED.glob("planted_conflicts*.jsonl")):
            planted(path)
    elif options.ledger or CORPORA.is_dir():
        found = real(options.ledger)
        (judged if options.judged else show)(found)
    else:
        sys.exit(f"{CORPORA}: 没有这个文件夹 / there is no such directory")


def real(path: Path | None) -> Checks:
    """All checks of the real documents, or of the ledger at ``path``."""
    if path:
        with Ledger(path, create=False) as ledger:
            return ledger.checks()
    with TemporaryDirectory() as folder, Ledger(Path(folder, "luoshi.db")) as ledger:
        for file in sorted(file for file in CORPORA.rglob("*") if file.is_file() and file.suffix != ".csv"):
            kind = file.parent.name
            day = DAYS.get(kind, "").format(year=file.stem[-4:])
            try:
                ledger.add(reading.read(documents.open(file, date=day, place=PLACES.get(kind, ""))))
            except documents.UnreadableFile as error:
                print(error, file=sys.stderr)
        return ledger.checks()


def show(found: Checks) -> None:
    """Every conflict with the words of its figures."""
    print(f"{found.made} comparisons, {len(found.conflicts)} conflicts\n")
    for number, row in enumerate(found.conflicts, 1):
        print(f"{number}. {row.kind} ({row.certainty})  {row.arithmetic}")
        for figure in row.figures[:4]:
            at = max(0, figure.sentence.find(figure.quote))
            words = figure.sentence[max(0, at - 40) : at + 40].replace("\n", " ")
            page = f" p. {figure.page}" if figure.page else ""
            print(f"     {figure.document}{page}  {figure.place} {figure.period} {figure.indicator}: …{words}…")
        print()


def judged(found: Checks) -> None:
    """How many of the first rows a reader found real, by place in the list, and which nobody has judged."""
    verdicts = {label(each["figures"]): each for each in map(json.loads, JUDGED.read_text("utf-8").splitlines())}
    first = found.conflicts[:_FIRST]
    known = [verdicts.get(label(spans(row))) for row in first]
    real_ones = sum(each["real"] for each in known if each)
    print(f"{found.made} comparisons, {len(found.conflicts)} conflicts")
    print(f"of the first {len(first)}: real {real_ones}, not {sum(not e['real'] for e in known if e)}, ", end="")
    print(f"not judged {known.count(None)}")
    for number, (row, each) in enumerate(zip(first, known, strict=True), 1):
        if each is None or not each["real"]:
            print(f"    {number}. {row.kind}  {row.arithmetic}  ({each['why'] if each else 'not judged'})")


def spans(row: ConflictRow) -> list[list[Any]]:
    """The figures of a conflict as labels name them: the hash of the file, and the offsets."""
    return [[figure.document_id, figure.start, figure.end] for figure in row.figures]


def label(figures: list[list[Any]]) -> frozenset[tuple[Any, ...]]:
    """What a verdict is found by, whatever the order of the figures."""
    return frozenset(map(tuple, figures))


def planted(path: Path) -> None:
    """How many planted conflicts are found, and how many clean documents are left alone."""
    found, cases = Counter[str](), Counter[str]()
    missed = []
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        cases[case["kind"]] += 1
        if right(case, conflicts_of(case)):
            found[case["kind"]] += 1
        else:
            missed.append(case)
    print(f"{path.name}")
    for kind, number in sorted(cases.items()):
        print(f"    {kind:16} {found[kind]} of {number}")
    number = sum(cases.values()) - cases["clean"]
    print(f"    planted {sum(found.values()) - found['clean']} of {number}, clean {found['clean']} of {cases['clean']}")
    for case in missed:
        print(f"    not: {case['id']}  {case['why']}")


def conflicts_of(case: dict[str, Any]) -> list[ConflictRow]:
    """What is reported of a case's documents in a ledger of their own."""
    with TemporaryDirectory() as folder, Ledger(Path(folder, "luoshi.db")) as ledger:
        for number, each in enumerate(case["documents"]):
            day, place = each["date"], each["place"]
            source = documents.from_bytes(each["text"].encode(), f"{number}.txt", date=day, place=place)
            ledger.add(reading.read(source))
        return ledger.conflicts()


def right(case: dict[str, Any], rows: list[ConflictRow]) -> bool:
    """Whether the planted conflict is among ``rows``, or, of a clean case, nothing is."""
    if case["kind"] == "clean":
        return not rows
    numbers = set(case["numbers"])
    return any(len({figure.quote.strip() for figure in row.figures} & numbers) > 1 for row in rows)


if __name__ == "__main__":
    main()
