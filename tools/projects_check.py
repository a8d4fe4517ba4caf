"""How well the ledger follows one project over the years, measured on mentions that people found by reading.

    python tools/projects_check.py                the shares of all cities of labels/projects
    python tools/projects_check.py --city NAME    of one city only; with --misses also each miss and wrong mention

A mention is found where a line of the timeline lies in its clause; a line in none of a project's clauses is wrong. The
labels' form stands in labels/README.md; the reports lie below ``../shared/corpora``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from luoshi import documents, reading
from luoshi.ledger import Ledger, TimelineRow
from luoshi.ways.cli import terminal

ROOT = Path(__file__).resolve().parents[1]
LABELS, CORPORA = ROOT / "labels" / "projects", ROOT.parent / "shared" / "corpora"
FOUND, WRONG, LAST = 0.9, 0.05, 0.95


@dataclass(slots=True)
class Tally:
    """Counts over the projects of a city: labelled mentions, those found, lines told, wrong ones, last stages right."""

    projects: int = 0
    labelled: int = 0
    found: int = 0
    lines: int = 0
    wrong: int = 0
    last: int = 0
    last_ahead: int = 0
    misses: list[str] = field(default_factory=list)

    def told(self) -> str:
        """The shares in a line, each with whether it reaches what is asked."""
        found, wrong = self.found / max(1, self.labelled), self.wrong / max(1, self.lines)
        last = self.last / max(1, self.projects)
        marks = ["✓" if fine else "✗" for fine in (found >= FOUND, wrong <= WRONG, last >= LAST)]
        return (
            f"{self.projects} projects, {self.labelled} mentions: found {found:.3f} {marks[0]}  "
            f"wrong {self.wrong}/{self.lines} {wrong:.3f} {marks[1]}  "
            f"last stage {self.last}/{self.projects} {last:.3f} {marks[2]} (with ahead {self.last_ahead})"
        )


def measure(city: str, files: dict[str, list[str]], labels: list[dict[str, Any]]) -> Tally:
    """The timelines of a city's labelled projects against their labels."""
    tally = Tally()
    with Ledger(":memory:") as ledger:
        texts: dict[str, tuple[str, str]] = {}
        for year, (file, _, digest) in files.items():
            read = reading.read(documents.open(CORPORA / file, place=city))
            if not read.date:
                read = reading.read(documents.open(CORPORA / file, place=city, date=f"{year}-01-31"))
            text = read.document.text
            if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16] != digest:
                print(f"{file}: another text than when it was labelled")
            ledger.add(read)
            texts[year] = (read.document.id[:16], text)
        for label in labels:
            _compare(tally, label, ledger.timeline(label["words"], city), texts)
            _judge_last(tally, label, ledger.projects(city, label["words"]))
    return tally


def _compare(tally: Tally, label: dict[str, Any], rows: list[TimelineRow], texts: dict[str, tuple[str, str]]) -> None:
    """Count the mentions of a project that its timeline has, and its lines that are in none of them."""
    clauses: dict[str, list[tuple[int, int]]] = {}
    tally.projects += 1
    for year, start, end, _stage, _ahead in label["mentions"]:
        document_id, text = texts[year]
        places = list(_places(text, text[start:end]))
        clauses.setdefault(document_id, []).extend(places)
        hit = any(
            row.document_id == document_id and row.start < last and row.end > first
            for row in rows
            for first, last in places
        )
        tally.labelled += 1
        tally.found += hit
        if not hit:
            tally.misses.append(f"- {label['project']} {year} | {text[start:end]}")
    for row in rows:
        tally.lines += 1
        if not any(row.start < end and row.end > start for start, end in clauses.get(row.document_id, [])):
            tally.wrong += 1
            tally.misses.append(f"+ {label['project']} {row.document_date} {row.quote} | {row.sentence[:80]}")


def _judge_last(tally: Tally, label: dict[str, Any], rows: list[Any]) -> None:
    """Whether the stage told last, of all the projects that the words mean, is the labelled one."""
    told = [mention for row in rows for mention in row.mentions]
    if not told:
        tally.misses.append(f"* {label['project']}: nothing")
        return
    latest = max(mention.date for mention in told)
    last = [row.last for row in rows if row.mentions[-1].date == latest]
    right = any(each.reached == label["last_stage"] for each in last)
    tally.last += right
    tally.last_ahead += any((m.reached, m.ahead) == (label["last_stage"], label["last_ahead"]) for m in last)
    if not right:
        told_words = ", ".join(f"{each.stage} {each.ahead} {each.quote}" for each in last)
        tally.misses.append(f"* {label['project']}: {told_words}, not {label['last_stage']} {label['last_ahead']}")


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, each time."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def main() -> None:
    """Measure and print."""
    terminal.speak_utf8()
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--city", default="")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    for path in sorted(LABELS.glob("*.jsonl")):
        if asked.city in ("", path.stem):
            head, *labels = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
            tally = measure(path.stem, head["documents"], labels)
            print(path.stem, tally.told())
            if asked.misses and asked.city:
                print("\n".join(tally.misses))


if __name__ == "__main__":
    main()
