"""The readers' makers' own loop: score all labelled texts, show every error, compare with the last run.

    python tools/workbench.py                        all labelled texts, first 20 errors of each field
    python tools/workbench.py d1 d7 --errors 100     two texts (the start of a name is enough)
    python tools/workbench.py --field period         only errors in one field (or: missed, extra, office missed, …)
    python tools/workbench.py --rule "growth after"  only errors of rules whose name holds these words

The labelled texts lie beside the project in ``../shared/gold`` (``NAME.txt``, ``NAME.jsonl``, and
``meta.json`` with each text's date and jurisdiction). The last run is kept in ``workbench/last.json``.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from luoshi import documents, reading, score
from luoshi.ways.cli import terminal
from luoshi.ways.cli.tables.grid import grid

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"
LAST = ROOT / "workbench" / "last.json"
READ_AS = {"task": "commitment"}  # the labels' name of a kind → the reader's
CONTEXT = 24  # characters shown on both sides of an error


@dataclass(frozen=True)
class Slip:
    """One error: ``field`` is the field read wrongly, or missed or extra; the kind goes before, but for figures."""

    text: str
    field: str
    start: int
    words: str
    gold: Any
    read: Any
    rule: str
    around: str

    def key(self) -> str:
        """The error's name in both runs."""
        return f"{self.text}|{self.field}|{self.start}|{self.words}"

    def __str__(self) -> str:
        alone = self.field.endswith(("missed", "extra"))
        what = str(self.gold) if alone else f"{self.gold!r} read as {self.read!r}"
        rule = f"  [{self.rule}]" if self.rule else ""
        return f"{self.text}:{self.start} {self.words}  {what}{rule}\n      …{self.around}…"


@dataclass(frozen=True)
class Result:
    """What one text gave: rows of (hit, gold, read) by name, right fields over pairs, errors, and its seconds."""

    rows: dict[str, tuple[int, int, int]]
    fields: Counter[str]
    pairs: int
    slips: list[Slip]
    rules: Counter[str]
    seconds: float


def run(name: str, meta: dict[str, str]) -> Result:
    """Read one labelled text and hold it against its labels."""
    document = documents.open(GOLD / f"{name}.txt", date=meta["date"], place=meta["place"])
    begun = time.perf_counter()
    records = [record.to_json() for record in reading.read(document)]
    seconds = time.perf_counter() - begun
    gold = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]
    scores = score.score(gold, records)

    def slip(field: str, record: dict[str, Any], wanted: Any, got: Any, rule: str) -> Slip:
        start, end = record["start"], record["end"]
        words = (record.get("quote") or record.get("headline") or "")[:40]
        around = document.text[max(0, start - CONTEXT) : start] + "【" + document.text[start:end][:60] + "】"
        around += document.text[end : end + CONTEXT]
        return Slip(name, field, start, one_line(words), wanted, got, rule, one_line(around))

    slips = []
    fields: Counter[str] = Counter()
    paired_figures = 0
    for kind in dict.fromkeys(record["type"] for record in gold):
        labels = [record for record in gold if record["type"] == kind]
        read = [record for record in records if record["type"] in (kind, READ_AS.get(kind))]
        paired = score.pairs(labels, read)
        for i, j in paired:
            right = score.compared(kind, labels[i], read[j])
            if kind == "figure":
                paired_figures += 1
                fields.update(field for field, same in right.items() if same)
            for field, same in right.items():
                if not same:
                    called = field if kind == "figure" else f"{kind} {field}"
                    slips.append(
                        slip(called, labels[i], labels[i].get(field), read[j].get(field), read[j].get("rule", ""))
                    )
        for i in sorted(set(range(len(labels))) - {i for i, _ in paired}):
            about = labels[i].get("indicator", labels[i].get("actor", labels[i].get("speaker", "")))
            slips.append(slip("missed" if kind == "figure" else f"{kind} missed", labels[i], about, None, ""))
        for j in sorted(set(range(len(read))) - {j for _, j in paired}):
            about = read[j].get("indicator", read[j].get("actor", read[j].get("speaker", "")))
            called = "extra" if kind == "figure" else f"{kind} extra"
            slips.append(slip(called, read[j], about, None, read[j].get("rule", "")))
    return Result(
        rows={row: (x.hit, x.gold, x.read) for row, x in scores.rows.items()},
        fields=fields,
        pairs=paired_figures,
        slips=slips,
        rules=Counter(record.get("rule", "") for record in records if record["type"] == "figure"),
        seconds=seconds,
    )


def one_line(words: str) -> str:
    """Words without line breaks."""
    return " ".join(words.split())


def f1(hit: int, gold: int, read: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hit / (gold + read) if gold + read else 0.0


def change(now: float, before: float | None) -> str:
    """A score and how it moved since the last run."""
    if before is None or abs(now - before) < 0.0005:
        return f"{now:.3f}"
    return f"{now:.3f} {'▲' if now > before else '▼'}{abs(now - before):.3f}"


def totals(rows_by_text: dict[str, dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """The rows of several texts added up."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for rows in rows_by_text.values():
        for row, counts in rows.items():
            for i in range(3):
                sums[row][i] += counts[i]
    return {row: (a, b, c) for row, (a, b, c) in sums.items()}


def main() -> int:
    """Score, show, compare; 1 where a text could not be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "texts", nargs="*", metavar="TEXT", help="labelled texts, by name or the start of it; all if none"
    )
    parser.add_argument("--errors", type=int, default=20, metavar="N", help="errors shown of each field (default 20)")
    parser.add_argument("--field", help="only errors in this field; missed, extra and kinds of record are fields too")
    parser.add_argument("--rule", help="only errors of rules whose name holds these words")
    parser.add_argument("--no-save", action="store_true", help="do not keep this run for the next comparison")
    options = parser.parse_args()
    terminal.speak_utf8()
    if not GOLD.is_dir():
        print(f"no labelled texts at {GOLD}; nothing to score")
        return 0
    meta = json.loads((GOLD / "meta.json").read_text("utf-8"))
    names = [n for n in meta if not options.texts or any(n == t or n.startswith(f"{t}_") for t in options.texts)]
    if not names:
        parser.error(f"no such labelled text; there are {', '.join(meta)}")
    results: dict[str, Result] = {}
    reading.read("全市生产总值增长6.5%。")  # what is loaded on first use is not timed
    for name in names:
        try:
            results[name] = run(name, meta[name])
        except Exception:
            print(f"!! {name} could not be read")
            traceback.print_exc(limit=-6, file=sys.stdout)
    last = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    show(results, last, options.errors, options.field, options.rule)
    if not options.no_save:
        for name, result in results.items():
            last[name] = {"rows": result.rows, "slips": [slip.key() for slip in result.slips]}
        LAST.parent.mkdir(exist_ok=True)
        LAST.write_text(json.dumps(last, ensure_ascii=False), "utf-8")
    return 0 if len(results) == len(names) else 1


def show(results: dict[str, Result], last: dict[str, Any], limit: int, field: str | None, rule: str | None) -> None:
    """Scores by text and together, fields, rules, errors by field, and what changed since the last run."""
    out = terminal.screen()
    before = {name: last[name]["rows"] for name in results if name in last}
    rows_now = {name: result.rows for name, result in results.items()} | {"TOGETHER": {}}
    rows_now["TOGETHER"] = totals({name: result.rows for name, result in results.items()})
    if len(before) == len(results):
        before["TOGETHER"] = totals(before)
    table = []
    for name, rows in rows_now.items():
        scores = []
        for row in ("figure span", "figure value", "figure full"):
            old = before.get(name, {}).get(row)
            scores.append(change(f1(*rows[row]), f1(*old) if old else None) if row in rows else "—")
        hit, gold, read = rows.get("figure full", (0, 0, 0))
        seconds = results[name].seconds if name in results else sum(result.seconds for result in results.values())
        table.append([name, str(gold), str(read), *scores, f"{seconds:.2f}"])
    right = [(column, "right") for column in ("gold", "read", "span F1", "value F1", "full F1", "seconds")]
    out.print(grid("figures", ["text", *right], table))
    others = []
    for name, rows in rows_now.items():
        for row, (hit, gold, read) in rows.items():
            if not row.startswith("figure") and name != "TOGETHER":
                old = before.get(name, {}).get(row)
                others.append(
                    [name, row, f"{hit}/{gold}", str(read), change(f1(hit, gold, read), f1(*old) if old else None)]
                )
    if others:
        out.print(grid("other records", ["text", "row", ("hit", "right"), ("read", "right"), ("F1", "right")], others))

    pairs = sum(result.pairs for result in results.values())
    fields = sum((result.fields for result in results.values()), Counter())
    print("fields over paired figures: " + "  ".join(f"{name} {n / max(1, pairs):.3f}" for name, n in fields.items()))
    slips = [slip for result in results.values() for slip in result.slips]
    show_rules(slips, sum((result.rules for result in results.values()), Counter()))

    known = {key for name in before if name in last for key in last[name]["slips"]}
    for name in sorted({slip.field for slip in slips}):
        chosen = [s for s in slips if s.field == name and field in (None, name) and (not rule or rule in s.rule)]
        if chosen and limit:
            print(f"\n── {name}: {len(chosen)}")
            for slip in chosen[:limit]:
                print(f"  {'*' if before and slip.key() not in known else ' '} {slip}")
            if len(chosen) > limit:
                print(f"    … and {len(chosen) - limit} more (--field {name} --errors {len(chosen)})")
    if before:
        now = {slip.key() for slip in slips}
        since = [s for s in slips if s.key() not in known and s.text in before]
        print(f"\nsince the last run: {len(known - now)} errors mended, {len(since)} new (marked *)")
        for slip in since[:limit]:
            print(f"  + {slip.field:10} {slip}")


def show_rules(slips: list[Slip], read: Counter[str]) -> None:
    """For each rule how many figures it read, how many of them are wrong somewhere, and in which fields."""
    wrong: dict[str, set[tuple[str, int]]] = defaultdict(set)
    fields: dict[str, Counter[str]] = defaultdict(Counter)
    for slip in slips:
        if slip.rule:
            wrong[slip.rule].add((slip.text, slip.start))
            fields[slip.rule][slip.field] += 1
    rows = []
    for name, count in sorted(read.items(), key=lambda item: -len(wrong[item[0]])):
        listed = ", ".join(f"{f} {n}" for f, n in fields[name].most_common(5))
        rows.append([name or "(no rule)", str(count), str(len(wrong[name])), listed])
    columns: list[str | tuple[str, str]] = ["rule", ("read", "right"), ("wrong", "right"), "in fields"]
    terminal.screen().print(grid("rules", columns, rows))


if __name__ == "__main__":
    sys.exit(main())
