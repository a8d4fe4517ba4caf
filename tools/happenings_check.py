"""How well events and projects are read, on passages that people labelled by reading (``labels/happenings/``).

    python tools/happenings_check.py                          the three parts
    python tools/happenings_check.py --part tuning --errors   each label that is missed, each reading that is none
    python tools/happenings_check.py --crossed                train and tuning, each document read with weights that
                                                              the others taught; also with --part and --errors

An event is met where the clauses overlap; it is right where its kind, its day and its first actor are the label's (a
day that only words outside the passage tell, which its labeller had not, agrees with none). A
project is met where half of the longer name is shared; it is right where its name (or a shorter one that the same
section, phase or line distinguishes) and its stage are. Errors of the test part are never shown.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any
from unittest.mock import patch

from labels import Labelled, beside, passages, stands
from luoshi.reading.scorer import Weights

Record = dict[str, Any]
Sides = tuple[Labelled, list[Record], list[Record]]
_EVENTS, _PROJECTS = (import_module(f"luoshi.reading.{name}") for name in ("events", "projects"))
PARTS = ("train", "tuning", "test")
# What tells a project from its neighbours: a phase, a section, a line of its own.
_DISTINGUISHES = re.compile(r"[一二三四五六七八九十\d]+(?:期|号|标)|[东西南北中]线|[东西南北]延|段|支线|首期")


def main() -> int:
    """Print the counts of the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--crossed", action="store_true")
    asked = parser.parse_args()
    if asked.errors and asked.part not in ("train", "tuning"):
        sys.exit("不给看 test 的错误 / errors of the test part are not shown: --part train, --part tuning")
    if asked.crossed and asked.part == "test":
        sys.exit("test 不参与学习 / the test part teaches nothing: --crossed goes with train and tuning")
    crossed = crossed_weights() if asked.crossed else {}
    for part in [asked.part] if asked.part else PARTS[: 2 if asked.crossed else 3]:
        print(part)
        beside_it = [
            (passage, *_beside(passage, crossed)) for passage in passages(f"happenings/{part}") if _fits(passage)
        ]
        for kind in KINDS:
            measure(kind, beside_it, asked.errors)
    return 0


def measure(kind: str, sides: Sequence[Sides], errors: bool) -> None:
    """Count one kind of record over passages, in all and by kind of document."""
    in_all, by_kind = Counts(), defaultdict(Counts)
    for passage, labels, readings in sides:
        gold, found = ([one for one in side if one["type"] == kind] for side in (labels, readings))
        for reading in found:
            reading["told within"] = told_within(reading, passage.start, passage.end)
        pairs = paired(gold, found, KINDS[kind].overlap)
        for counts in (in_all, by_kind[passage.kind]):
            counts.add(kind, gold, found, pairs)
        if errors:
            print(*_errors(passage.id, kind, gold, found, pairs), sep="\n")
    print(f"  {kind:8} {in_all.told()}")
    shares = "  ".join(f"{field} {in_all.agree[field] / max(1, in_all.met):.3f}" for field in KINDS[kind].fields)
    print(f"  {'':8} met {f1(in_all.met, in_all.labelled, in_all.read):.3f} ({in_all.met})  {shares}")
    for name, counts in sorted(by_kind.items()):
        print(f"  {'':8} {name:8} {counts.told()}")


def _errors(
    passage: str, kind: str, gold: list[Record], found: list[Record], pairs: list[tuple[Record, Record]]
) -> Iterator[str]:
    """Labels read otherwise, labels missed, readings that are none."""
    for label, reading in pairs:
        if not KINDS[kind].right(label, reading):
            yield f"  {passage} ~ {told(label)}\n        {told(reading)}"
    for label in gold:
        if all(label is not one for one, _ in pairs):
            yield f"  {passage} - {told(label)}"
    for reading in found:
        if all(reading is not one for _, one in pairs):
            yield f"  {passage} + {told(reading)}"


def _fits(passage: Labelled) -> bool:
    """Whether a passage can be compared; said where it can't."""
    fits = stands(passage)
    if not fits:
        print(f"  {passage.id}: 文字与标注时不同，略过 / the text is not what was labelled, left out")
    return fits


def _beside(passage: Labelled, crossed: dict[str, dict[str, Weights]]) -> tuple[list[Record], list[Record]]:
    """The labels of a passage and what is read in it, with the weights that other documents taught if there are any."""
    if passage.file not in crossed:
        return beside(passage)
    learned = crossed[passage.file]
    with patch.object(_EVENTS, "weights", learned.get), patch.object(_PROJECTS, "weights", learned.get):
        return beside(passage)


def crossed_weights() -> dict[str, dict[str, Weights]]:
    """For each document that teaches the weights of both questions as all documents but its own fold teach them."""
    from training import events as event_choices
    from training import projects as project_choices

    found: dict[str, dict[str, Weights]] = defaultdict(dict)
    for question, problems, further in (
        ("events", event_choices.choices(), []),
        ("projects", project_choices.choices(), list(project_choices.judged())),
    ):
        for held, learned in project_choices.folds(problems, further):
            for file in held:
                found[file][question] = Weights(learned)
    return found


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


@dataclass
class Counts:
    """Records labelled, read, met by one another, and right; fields that agree where they are met."""

    labelled: int = 0
    read: int = 0
    met: int = 0
    right: int = 0
    agree: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, gold: list[Record], found: list[Record], pairs: list[tuple[Record, Record]]) -> None:
        """Count a passage."""
        self.labelled += len(gold)
        self.read += len(found)
        self.met += len(pairs)
        for label, reading in pairs:
            self.right += KINDS[kind].right(label, reading)
            self.agree.update(name for name in KINDS[kind].fields if same_field(name, label, reading))

    def told(self) -> str:
        """How many are right."""
        share = f1(self.right, self.labelled, self.read)
        return f"F1 {share:.3f}  right {self.right} of {self.labelled} labelled, {self.read} read"


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


@dataclass(frozen=True)
class Measure:
    """How records of a kind are compared: when two meet, when they are the same, which fields are counted."""

    overlap: Callable[[Record, Record], int]
    right: Callable[[Record, Record], bool]
    fields: tuple[str, ...]


KINDS = {
    "event": Measure(shared, same_event, ("kind", "period", "first actor")),
    "project": Measure(half_shared, same_project, ("name", "stage", "ahead", "period")),
}


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
