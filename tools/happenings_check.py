"""How well events and projects are read, on passages that people labelled by reading (``labels/happenings/``).

    python tools/happenings_check.py                          both parts
    python tools/happenings_check.py --part tuning --errors   each label that is missed, each reading that is none

An event is met where the clauses overlap; it is right where its kind, its day and its first actor are the label's (a
day that only words outside the passage tell, which its labeller had not, agrees with none). A
project is met where half of the longer name is shared; it is right where its name (or a shorter one that the same
section, phase or line distinguishes) and its stage are. Errors of the test part are never shown.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

from labels import beside, passages, stands

Record = dict[str, Any]
PARTS = ("tuning", "test")
# What tells a project from its neighbours: a phase, a section, a line of its own.
_DISTINGUISHES = re.compile(r"[一二三四五六七八九十\d]+(?:期|号|标)|[东西南北中]线|[东西南北]延|段|支线|首期")


def main() -> int:
    """Print the counts of the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    if asked.errors and asked.part != "tuning":
        sys.exit("只给看 tuning 的错误 / only errors of the tuning part are shown: --part tuning")
    for part in [asked.part] if asked.part else PARTS:
        print(part)
        for kind, overlap, right, fields in (
            ("event", shared, same_event, ("kind", "period", "first actor")),
            ("project", half_shared, same_project, ("name", "stage", "ahead", "period")),
        ):
            measure(part, kind, overlap, right, fields, asked.errors)
    return 0


def measure(
    part: str,
    kind: str,
    overlap: Callable[[Record, Record], int],
    right: Callable[[Record, Record], bool],
    fields: tuple[str, ...],
    errors: bool,
) -> None:
    """Count one kind of record over the passages of a part."""
    labelled = read = met = hits = 0
    agree: Counter[str] = Counter()
    for passage in passages(f"happenings/{part}"):
        if not stands(passage):
            print(f"  {passage.id}: 文字与标注时不同，略过 / the text is not what was labelled, left out")
            continue
        gold, found = ([one for one in side if one["type"] == kind] for side in beside(passage))
        for reading in found:
            reading["told within"] = told_within(reading, passage.start, passage.end)
        pairs = paired(gold, found, overlap)
        labelled, read, met = labelled + len(gold), read + len(found), met + len(pairs)
        for label, reading in pairs:
            hits += right(label, reading)
            agree.update(field for field in fields if same_field(field, label, reading))
            if errors and not right(label, reading):
                print(f"  {passage.id} ~ {told(label)}\n        {told(reading)}")
        if errors:
            for label in gold:
                if all(label is not one for one, _ in pairs):
                    print(f"  {passage.id} - {told(label)}")
            for reading in found:
                if all(reading is not one for _, one in pairs):
                    print(f"  {passage.id} + {told(reading)}")
    print(f"  {kind:8} F1 {f1(hits, labelled, read):.3f}  right {hits} of {labelled} labelled, {read} read")
    shares = "  ".join(f"{field} {agree[field] / max(1, met):.3f}" for field in fields)
    print(f"  {'':8} met {f1(met, labelled, read):.3f} ({met})  {shares}")


def paired(
    gold: list[Record], found: list[Record], overlap: Callable[[Record, Record], int]
) -> list[tuple[Record, Record]]:
    """Labels with the readings that meet them, each once, those that share most first."""
    meets = sorted(
        ((overlap(label, reading), -i, -j) for i, label in enumerate(gold) for j, reading in enumerate(found)),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    pairs = []
    for common, i, j in meets:
        if common > 0 and ("label", i) not in taken and ("reading", j) not in taken:
            taken |= {("label", i), ("reading", j)}
            pairs.append((gold[-i], found[-j]))
    return pairs


def shared(label: Record, reading: Record) -> int:
    """How many characters two records share."""
    return int(min(label["end"], reading["end"]) - max(label["start"], reading["start"]))


def half_shared(label: Record, reading: Record) -> int:
    """How many characters two names share, 0 where it is less than half of the longer."""
    longer = max(label["end"] - label["start"], reading["end"] - reading["start"])
    common = shared(label, reading)
    return common if 2 * common >= longer else 0


def same_event(label: Record, reading: Record) -> bool:
    """Whether kind, day and first actor are the same."""
    return all(same_field(field, label, reading) for field in ("kind", "period", "first actor"))


def same_project(label: Record, reading: Record) -> bool:
    """Whether name and stage are the same."""
    return same_field("name", label, reading) and same_field("stage", label, reading)


def same_field(field: str, label: Record, reading: Record) -> bool:
    """Whether a field is the same; a name is where one holds the other and nothing distinguishes them."""
    if field == "first actor":
        return list(label["actors"][:1]) == list(reading["actors"][:1])
    if field == "period" and not label["period"] and not reading["told within"]:
        return True
    if field != "name":
        return bool(label[field] == reading[field])
    shorter, longer = sorted((label["name"], reading["name"]), key=len)
    if shorter not in longer:
        return False
    return _DISTINGUISHES.search(longer.replace(shorter, "", 1)) is None


def told_within(reading: Record, start: int, end: int) -> bool:
    """Whether the words that say a record's period stand in the passage that the labeller had."""
    source = reading["sources"].get("period")
    return source is None or start <= source[0] < end


def f1(hits: int, labelled: int, read: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / max(1, labelled + read)


def told(record: Record) -> str:
    """A record on one line."""
    left_out = ("type", "start", "end", "quote", "rule", "sources", "told within")
    fields = {name: value for name, value in record.items() if name not in left_out}
    return f"{record['quote']!r} {' '.join(f'{name}={value}' for name, value in fields.items() if value)}"


if __name__ == "__main__":
    sys.exit(main())
