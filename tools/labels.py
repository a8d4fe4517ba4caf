"""The labelled passages of ``labels/`` beside what is read in them.

    python tools/labels.py                        the parts, by kind of document
    python tools/labels.py --part tuning --errors 40 [--field indicator] [--kind news]
    python tools/labels.py --agreement            how far two independent labellings agree
    python tools/labels.py --gate                 fails where the tuning part falls below labels/baseline.json
    python tools/labels.py --record               writes what the tuning part reaches now as that baseline

A document is read whole, with the date and place that its labeller was told; what begins inside the passage is
compared with the labels. Errors of the parts that are only measured (test, unseen) are never shown.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from luoshi import documents, reading, score
from luoshi.records import Document, Reading

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "labels"
CORPORA = ROOT.parent / "shared" / "corpora"
BASELINE = LABELS / "baseline.json"
PARTS = ("train", "pages", "tuning", "aligned", "test", "unseen")
MEASURED = ("test", "unseen")  # nobody looks at their errors
_ROUNDING = 0.0005
Row = tuple[int, int, int]

_FIGURE = ("indicator", "measure", "sign", "low", "high", "qualifier", "unit", "period", "status", "place")
_FIELDS = {
    "F": ("figure", _FIGURE),
    "C": ("task", ("actor", "bodies", "deadline", "concrete")),
    "S": ("statement", ("speaker", "mode")),
    "O": ("office", ("person", "organisation", "posts")),
    "P": ("formulation", ("head",)),
    "E": ("event", ("kind", "period", "actors", "accompanied", "places", "subject")),
    "J": ("project", ("name", "body", "stage", "ahead", "period", "place")),
}
_LABELLED_AS = {"commitment": "task"}  # what is read → the labels' name of the kind


@dataclass(frozen=True)
class Labelled:
    """A passage: where it stands, what its labeller was told, and the records found there.

    ``only`` names the kinds of record that its labeller looked for (``F``); empty means all of them.
    """

    id: str
    file: str
    sha256: str
    kind: str
    date: str
    place: str
    start: int
    end: int
    text: str
    records: tuple[dict[str, Any], ...]
    only: tuple[str, ...] = ()

    def asks_for(self, kind: str) -> bool:
        """Whether its labeller looked for records of a kind (``task``)."""
        return not self.only or kind in {_FIELDS[letter][0] for letter in self.only}


def passages(part: str) -> list[Labelled]:
    """The passages of a part, or of ``second`` (labelled twice); none where there is no file."""
    path = LABELS / f"{part}.jsonl"
    if not path.exists():
        return []
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        records = tuple(_record(record) for record in row.pop("records"))
        only = tuple(row.pop("only", ()))
        found.append(Labelled(**row, records=records, only=only))
    return found


def _record(row: list[Any]) -> dict[str, Any]:
    """A label in the form of RECORDS.md, without its quote."""
    kind, fields = _FIELDS[row[0]]
    return {"type": kind, "start": row[1], "end": row[2], **dict(zip(fields, row[3:], strict=True))}


def path_of(file: str) -> Path:
    """Where a labelled document lies."""
    own = LABELS / file
    return own if own.exists() else CORPORA / file


@cache
def document(file: str, date: str, place: str) -> Document | None:
    """The document as it is opened; None where the material is not there."""
    path = path_of(file)
    return documents.open(path, date=date, place=place) if path.exists() else None


@cache
def read(file: str, date: str, place: str) -> Reading | None:
    """All that is read in a document; None where the material is not there."""
    opened = document(file, date, place)
    return reading.read(opened) if opened is not None else None


def stands(passage: Labelled) -> bool:
    """Whether the document's text at the passage is what its labeller read."""
    opened = document(passage.file, passage.date, passage.place)
    return opened is not None and digest(opened.text[passage.start : passage.end]) == passage.text


def digest(words: str) -> str:
    """The first sixteen digits of the words' SHA-256."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def beside(passage: Labelled) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The labels of a passage with their quotes, and the records read that begin in it."""
    found = read(passage.file, passage.date, passage.place)
    assert found is not None
    text = found.document.text
    gold = [{**record, "quote": text[record["start"] : record["end"]]} for record in passage.records]
    inside = [
        record.to_json()
        for record in found
        if passage.start <= record.start < passage.end
        and record.kind != "article"
        and passage.asks_for(_LABELLED_AS.get(record.kind, record.kind))
    ]
    return gold, inside


@dataclass
class Tally:
    """Added up over passages: rows of (hit, labelled, read), right fields over paired figures, and errors."""

    rows: dict[str, list[int]]
    fields: Counter[str]
    pairs: int = 0

    @classmethod
    def empty(cls) -> Tally:
        """Nothing counted yet."""
        return cls(defaultdict(lambda: [0, 0, 0]), Counter())

    def add(self, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> score.Scores:
        """Count one passage."""
        labelled = {record["type"] for record in gold}
        scores = score.score(gold, found)
        for name, row in scores.rows.items():
            for place, count in enumerate((row.hit, row.gold, row.read)):
                self.rows[name][place] += count
        # What is read of a kind that the passage has not counts against it, too.
        for kind, read_as in (
            ("figure", "figure"),
            ("task", "commitment"),
            ("statement", "statement"),
            ("office", "office"),
        ):
            if kind not in labelled:
                extra = sum(record["type"] == read_as for record in found)
                for name in _rows_of(kind):
                    self.rows[name][2] += extra
        if scores.fields:
            pairs = scores.rows["figure span"].hit
            self.pairs += pairs
            self.fields.update({name: round(part * pairs) for name, part in scores.fields.items()})
        return scores


def _rows_of(kind: str) -> tuple[str, ...]:
    """The rows that a kind of record fills in :func:`luoshi.score.score`."""
    if kind == "figure":
        return ("figure span", "figure value", "figure full")
    keys = {"task": "actor", "statement": "speaker, mode", "office": "person, posts"}[kind]
    return (kind, f"{kind} with {keys}")


def f1(row: list[int]) -> float:
    """The harmonic mean of precision and recall."""
    hit, gold, found = row
    return 2 * hit / (gold + found) if gold + found else 0.0


def tallies(part: str, kinds: frozenset[str] = frozenset()) -> dict[str, Tally]:
    """A part's counts by kind of document, and together under ``all``; what can't be compared is named."""
    by_kind: dict[str, Tally] = {"all": Tally.empty()}
    for passage in passages(part):
        if kinds and passage.kind not in kinds:
            continue
        if not stands(passage):
            print(f"{passage.id}: the text at its place is another than when it was labelled, left out")
            continue
        gold, found = beside(passage)
        by_kind["all"].add(gold, found)
        by_kind.setdefault(passage.kind, Tally.empty()).add(gold, found)
    return by_kind


def lines(part: str, by_kind: dict[str, Tally]) -> Iterator[str]:
    """A part's scores for people: figures by kind of document, then the fields and the other records."""
    for kind, tally in sorted(by_kind.items(), key=lambda item: (item[0] != "all", item[0])):
        rows = tally.rows
        if "figure full" in rows:
            gold = rows["figure full"][1]
            shares = "  ".join(f"{name} {tally.fields[name] / max(1, tally.pairs):.3f}" for name in _FIGURE)
            whole = f"value {f1(rows['figure value']):.3f} full {f1(rows['figure full']):.3f}"
            yield f"{part:7} {kind:9} figures {gold:5} {whole}   {shares}"
    for name, row in by_kind["all"].rows.items():
        if any(row) and not name.startswith("figure"):  # a part may have figures only
            yield f"{part:7} all       {name:32} {row[0]:4} of {row[1]:4} labelled, {row[2]:4} read   F1 {f1(row):.3f}"


def errors(part: str, field: str, kinds: frozenset[str], limit: int) -> Iterator[str]:
    """What is wrong in a part, each with the words around it."""
    shown = 0
    for passage in passages(part):
        if (kinds and passage.kind not in kinds) or not stands(passage):
            continue
        gold, found = beside(passage)
        opened = document(passage.file, passage.date, passage.place)
        assert opened is not None
        for error in (*score.score(gold, found).errors, *_otherwise(gold, found)):
            if field not in error:
                continue
            at = int(error.split(":")[0])
            around = " ".join(opened.text[max(0, at - 60) : at + 30].split())
            yield f"{passage.id} {passage.kind} {error}\n      …{around}…"
            shown += 1
            if shown >= limit:
                return


def _otherwise(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[str]:
    """What :func:`luoshi.score.score` does not name: fields other than a figure's that differ, and what is extra."""
    for kind, read_as in (("task", "commitment"), ("statement", "statement"), ("office", "office")):
        labelled = [record for record in gold if record["type"] == kind]
        records = [record for record in found if record["type"] == read_as]
        paired = score.pairs(labelled, records)
        for i, j in paired:
            label, record = labelled[i], records[j]
            wrong = [name for name, right in score.compared(kind, label, record).items() if not right]
            if wrong:
                differences = "; ".join(f"{name}: {label[name]!r} read as {record[name]!r}" for name in wrong)
                yield f"{label['start']}: {kind} {label['quote'][:30]}  {differences}"
        for j in sorted(set(range(len(records))) - {j for _, j in paired}):
            yield f"{records[j]['start']}: extra {kind} {records[j]['quote'][:30]}"


def agreement() -> Iterator[str]:
    """The second labelling of passages held against the first, as a reading is, by the part of the first."""
    first = {passage.id: (part, passage) for part in PARTS for passage in passages(part)}
    together: dict[str, Tally] = defaultdict(Tally.empty)
    for second in passages("second"):
        part, one = first.get(second.id, ("", second))
        if not part or not stands(one):
            continue
        opened = document(one.file, one.date, one.place)
        assert opened is not None
        quoted = [
            [{**record, "quote": opened.text[record["start"] : record["end"]]} for record in passage.records]
            for passage in (one, second)
        ]
        renamed = [{**record, "type": "commitment"} if record["type"] == "task" else record for record in quoted[1]]
        together[part].add(quoted[0], renamed)
    for part, tally in together.items():
        yield from lines(f"{part}, twice", {"all": tally})


def f1s(by_kind: dict[str, Tally]) -> dict[str, float]:
    """The F1 of each row of a part, all its documents together, to four digits."""
    return {name: round(f1(row), 4) for name, row in sorted(by_kind["all"].rows.items())}


def fallen(now: dict[str, float], baseline: dict[str, float]) -> Iterator[str]:
    """The rows that lie below the recorded baseline."""
    for name, least in baseline.items():
        if now.get(name, 0.0) < least - _ROUNDING:
            yield f"tuning {name}: F1 {now.get(name, 0.0):.4f}, the baseline is {least:.4f}"


def main() -> int:
    """Print the scores; 1 where there is nothing to compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, help="one part; all if none")
    parser.add_argument("--kind", action="append", default=[], help="only documents of this kind")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N errors (of no part that is only measured)"
    )
    parser.add_argument("--field", default="", help="only errors that name this field, or: missed, extra, task, …")
    parser.add_argument("--agreement", action="store_true", help="two labellings of the same passages")
    parser.add_argument("--gate", action="store_true", help="1 where the tuning part falls below its baseline")
    parser.add_argument("--record", action="store_true", help="write the tuning part's baseline anew")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print(f"no documents at {CORPORA}; the labels can't be compared")
        return 0
    if options.gate or options.record:
        now = f1s(tallies("tuning"))
        if options.record:
            BASELINE.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
            return 0
        low = list(fallen(now, json.loads(BASELINE.read_text("utf-8"))))
        print("\n".join(low) if low else "the tuning part holds its baseline")
        return int(bool(low))
    if options.agreement:
        print("\n".join(agreement()))
        return 0
    kinds = frozenset(options.kind)
    for part in (options.part,) if options.part else PARTS:
        print("\n".join(lines(part, tallies(part, kinds))))
        if options.errors and part not in MEASURED:
            print("\n".join(errors(part, options.field, kinds, options.errors)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
