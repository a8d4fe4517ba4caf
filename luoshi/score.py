"""How well a reading agrees with labels.

A labelled record and a read one are the same mention where their spans overlap by at least half of
what they cover together; they are paired one to one, the best overlap first. What is counted then:

    figure span     mentions found
    figure value    and low, high, unit and the qualifier's group are right
    figure full     and measure, sign, period and status are right, and the indicator's name is alike
    task, statement, office, article    mentions found; and with the right actor, speaker, … (``_ATTRIBUTES``)

Each gives precision, recall and F1. A commitment is a ``task`` in the labels. Labels and reading are
lists of objects as ``luoshi read --json`` prints them.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

Item = Mapping[str, Any]

# Between about and nearly, and between exact and range, no difference is made.
_QUALIFIER_GROUPS = {
    "exact": "plain",
    "range": "plain",
    "about": "approximate",
    "nearly": "approximate",
    "over": "at least",
    "under": "at most",
}
_VALUE = ("low", "high", "unit", "qualifier")
_FULL = (*_VALUE, "measure", "sign", "period", "status", "indicator")
_ATTRIBUTES = {
    "task": ("actor",),
    "statement": ("speaker", "mode"),
    "office": ("person", "posts"),
    "article": ("headline",),
}

_BRACKETED = re.compile(r"[（(][^）)]*[）)]")
_IGNORED = re.compile(r"[\s的、，“”\"'·]")
_LEAST_OVERLAP = 0.5
_LEAST_PART = 0.6
_LEAST_DICE = 0.8
_TOLERANCE = 1e-6
_SHOWN = 30  # characters of a quote that an error line shows


@dataclass(frozen=True, slots=True)
class Agreement:
    """``hit`` of ``gold`` labels were found among ``read`` records: precision, recall, and their harmonic mean."""

    hit: int
    gold: int
    read: int

    @property
    def precision(self) -> float:
        """The part of what was read that is right; 0 where nothing was read."""
        return self.hit / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The part of the labels that was found; 0 where there are none."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """``rows`` by name, in the order of the table above, for the kinds that are labelled.

    ``fields`` is, for each field, the part of the paired figures that have it right; ``errors`` tells each
    difference in a line.
    """

    rows: dict[str, Agreement]
    fields: dict[str, float]
    errors: tuple[str, ...]

    @property
    def full_f1(self) -> float:
        """F1 of figures right in every field; 0 where none are labelled."""
        return self.rows["figure full"].f1 if "figure full" in self.rows else 0.0

    def to_json(self) -> dict[str, Any]:
        """The scores as ``luoshi score --json`` prints them."""
        rows = {
            name: asdict(row) | {"p": row.precision, "r": row.recall, "f1": row.f1} for name, row in self.rows.items()
        }
        return {"rows": rows, "fields": self.fields}


def score(gold: Iterable[Item], reading: Iterable[Item]) -> Scores:
    """Compare ``reading`` with the labels ``gold``."""
    labelled, read = _by_kind(gold, {}), _by_kind(reading, {"commitment": "task"})
    rows: dict[str, Agreement] = {}
    fields: dict[str, float] = {}
    errors: list[str] = []
    if figures := labelled.get("figure"):
        fields = _score_figures(figures, read.get("figure", []), rows, errors)
    for kind in _ATTRIBUTES:
        if labels := labelled.get(kind):
            _score_kind(kind, labels, read.get(kind, []), rows, errors)
    return Scores(rows, fields, tuple(errors))


def score_table(scores: Scores, errors: int = 0) -> str:
    """The scores as lines for people, then the first ``errors`` differences."""
    lines = [
        f"{name:34} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}   "
        f"{row.hit}/{row.gold} gold, {row.read} read"
        for name, row in scores.rows.items()
    ]
    if scores.fields:
        parts = "  ".join(f"{name} {part:.3f}" for name, part in scores.fields.items())
        lines.append(f"fields over paired figures: {parts}")
    lines += [f"  {error}" for error in scores.errors[:errors]]
    return "\n".join(lines)


def misplaced(text: str, reading: Iterable[Item]) -> list[Item]:
    """The records whose quote does not stand at its place in ``text``."""
    return [item for item in reading if "quote" in item and text[item["start"] : item["end"]] != item["quote"]]


def load(path: Path) -> list[dict[str, Any]]:
    """Records of a file in UTF-8, one JSON object a line, empty lines passed over.

    ``ValueError`` with the line's number where a line is no record; ``OSError`` where the file can't be read.
    """
    items = []
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                item = json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path}, {number}: 不是 JSON / is not JSON: {error}") from error
            if not isinstance(item, dict) or "type" not in item or not _has_span(item):
                raise ValueError(f"{path}, {number}: 不是一条记录 / is no record with type, start and end")
            items.append(item)
    return items


def _has_span(item: Item) -> bool:
    return all(isinstance(item.get(name), int | float) for name in ("start", "end"))


def _by_kind(items: Iterable[Item], names: Mapping[str, str]) -> dict[str, list[Item]]:
    kinds: dict[str, list[Item]] = {}
    for item in items:
        kinds.setdefault(names.get(item["type"], item["type"]), []).append(item)
    return kinds


def _score_figures(
    labels: list[Item], read: list[Item], rows: dict[str, Agreement], errors: list[str]
) -> dict[str, float]:
    """Add the figures' three rows and their errors; the part of pairs that is right, for each field."""
    paired = pairs(labels, read)
    verdicts = [compared("figure", labels[i], read[j]) for i, j in paired]
    for name, needed in (("figure span", ()), ("figure value", _VALUE), ("figure full", _FULL)):
        hit = sum(all(verdict[field] for field in needed) for verdict in verdicts)
        rows[name] = Agreement(hit, len(labels), len(read))
    for (i, j), verdict in zip(paired, verdicts, strict=True):
        wrong = [name for name in _FULL if not verdict[name]]
        if wrong:
            differences = "; ".join(f"{name}: {labels[i].get(name)!r} read as {read[j].get(name)!r}" for name in wrong)
            errors.append(f"{labels[i]['start']}: {labels[i].get('quote')}  {differences}")
    for what, items, found in (("missed", labels, {i for i, _ in paired}), ("extra", read, {j for _, j in paired})):
        for at, item in enumerate(items):
            if at not in found:
                errors.append(f"{item['start']}: {what} {item.get('quote')} ({item.get('indicator')})")
    right = Counter(name for verdict in verdicts for name, agrees in verdict.items() if agrees)
    return {name: right[name] / len(paired) for name in _CHECKS} if paired else {}


def _score_kind(kind: str, labels: list[Item], read: list[Item], rows: dict[str, Agreement], errors: list[str]) -> None:
    """Add the two rows of a kind other than figures, and what was missed."""
    paired = pairs(labels, read)
    attributes = _ATTRIBUTES[kind]
    right = sum(all(compared(kind, labels[i], read[j]).values()) for i, j in paired)
    rows[kind] = Agreement(len(paired), len(labels), len(read))
    rows[f"{kind} with {', '.join(attributes)}"] = Agreement(right, len(labels), len(read))
    found = {i for i, _ in paired}
    for at, item in enumerate(labels):
        if at not in found:
            errors.append(f"{item['start']}: missed {kind} {str(item.get('quote', item.get('headline')))[:_SHOWN]}")


def pairs(labels: Sequence[Item], read: Sequence[Item]) -> list[tuple[int, int]]:
    """Which label is which read record, the best overlap first, then in their order."""
    by_start = sorted(range(len(read)), key=lambda j: read[j]["start"])
    starts = [read[j]["start"] for j in by_start]
    longest = max((item["end"] - item["start"] for item in read), default=0)
    candidates = []
    for i, label in enumerate(labels):
        nearby = slice(bisect_left(starts, label["start"] - longest), bisect_left(starts, label["end"]))
        for j in by_start[nearby]:
            common = min(label["end"], read[j]["end"]) - max(label["start"], read[j]["start"])
            covered = max(label["end"], read[j]["end"]) - min(label["start"], read[j]["start"])
            if common > 0 and common / covered >= _LEAST_OVERLAP:
                candidates.append((-common / covered, i, j))
    paired: list[tuple[int, int]] = []
    taken_labels: set[int] = set()
    taken_read: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in taken_labels and j not in taken_read:
            taken_labels.add(i)
            taken_read.add(j)
            paired.append((i, j))
    return paired


def compared(kind: str, label: Item, read: Item) -> dict[str, bool]:
    """For each field that counts whether the read record has it as the label has it; ``kind`` is the label's type."""
    if kind == "figure":
        return {name: check(label.get(name), read.get(name)) for name, check in _CHECKS.items()}
    attributes = _ATTRIBUTES.get(kind, ())
    return {name: _core(str(label.get(name, ""))) == _core(str(read.get(name, ""))) for name in attributes}


def _same(label: Any, read: Any) -> bool:
    return bool(label == read)


def _same_words(label: Any, read: Any) -> bool:
    """Equal, where nothing and the empty text are one."""
    return bool((label or "") == (read or ""))


def _same_number(label: Any, read: Any) -> bool:
    """Equal to a millionth; no number is equal to none only."""
    if label is None or read is None:
        return label is read
    a, b = float(label), float(read)
    return abs(a - b) <= _TOLERANCE * max(1.0, abs(a), abs(b))


def _same_group(label: Any, read: Any) -> bool:
    return _QUALIFIER_GROUPS.get(label) == _QUALIFIER_GROUPS.get(read)


def _alike(label: Any, read: Any) -> bool:
    """Whether two names are one: equal at the core, one nearly the other, or of nearly the same pairs of characters."""
    a, b = _core(label or ""), _core(read or "")
    if a == b:
        return True
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if short in long and len(short) >= _LEAST_PART * len(long):
        return True
    x, y = _character_pairs(a), _character_pairs(b)
    return 2 * (x & y).total() / (x.total() + y.total()) >= _LEAST_DICE


def _core(name: str) -> str:
    """A name without what brackets hold, spaces, quotation marks, 的 and 、."""
    return _IGNORED.sub("", _BRACKETED.sub("", name))


def _character_pairs(name: str) -> Counter[str]:
    return Counter(map(str.__add__, name, name[1:])) or Counter([name])


_CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "low": _same_number,
    "high": _same_number,
    "unit": _same_words,
    "qualifier": _same_group,
    "measure": _same,
    "sign": _same,
    "period": _same_words,
    "status": _same,
    "indicator": _alike,
    "place": _same_words,
}
