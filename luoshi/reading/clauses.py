"""A paragraph cut into sentences and clauses around its numbers.

    其中，税收收入611.4亿元（含出口退税），增长4.2%；占比85.5%。
    └ clause ┘└──────── clause ────────┘└ clause ┘└ clause ┘      one sentence, four clauses

A clause ends at a comma, a semicolon, a colon, a full stop, or a bracket that itself holds a number; a
bracket without numbers is part of its clause. Marks inside a number, a time or a decimal are no ends, nor is
the colon between a name that opens the paragraph and its value (城镇新增就业：4.83万人).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from luoshi.language.quantities import Quantity
from luoshi.patterns import late

# A colon between two digits is a ratio's. All begin in one class of characters, so that a search skips others.
_MARK = late(r"[，,；;。！？!?（(）)…：:—](?:(?<![：:—])|(?<=[：:])(?:(?<!\d[：:])|(?!\d))|(?<=—)—)")
_NAMED = late(r"[^\s，。；、：:！？]{2,20}[：:]\s{0,2}(?:同比|比上年)?(?:上涨|下降|增长|达到?|为)?")
_ENDS_SENTENCE = frozenset("。！？!?…")


@dataclass(slots=True)
class Clause:
    """A clause by its place in the paragraph; ``depth`` is 1 inside brackets, ``mark`` is what ends it."""

    start: int
    end: int
    depth: int
    mark: str
    quantities: list[Quantity] = field(default_factory=list)


def sentences(text: str, quantities: Sequence[Quantity]) -> list[list[Clause]]:
    """The sentences of a paragraph that hold numbers, each a list of all its clauses in order."""
    out: list[list[Clause]] = []
    sentence: list[Clause] = []
    start = depth = at = 0
    measured = False
    count = len(quantities)
    brackets = 0  # open brackets that hold no number and so end no clause

    def close(end: int, mark: str) -> None:
        nonlocal at, measured
        if end > start:
            clause = Clause(start, end, depth, mark)
            while at < count and quantities[at].start < end:
                clause.quantities.append(quantities[at])
                at += 1
            measured = measured or bool(clause.quantities)
            sentence.append(clause)

    inside = 0  # index of the first quantity that may cover the mark
    for found in _MARK.finditer(text):
        position, mark = found.start(), found.group()
        while inside < count and quantities[inside].end <= position:
            inside += 1
        if inside < count and quantities[inside].start <= position:
            continue
        if mark == ":" and text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit():
            continue  # a ratio, 3.1:40.2:56.7
        if mark in "（(":
            closing = _closing(text, position)
            if closing < 0 or not any(position < q.start < closing for q in quantities[inside : inside + 12]):
                brackets += closing >= 0
                continue
            close(position, mark)
            start, depth = position + 1, depth + 1
            continue
        if mark in "）)":
            if brackets:
                brackets -= 1
                continue
            if not depth:
                continue
            close(position, mark)
            start, depth = position + 1, depth - 1
            continue
        if brackets:
            continue
        if mark in "：:" and inside < count and _NAMED.fullmatch(text, start, quantities[inside].start):
            continue
        close(position, mark)
        start = position + len(mark)
        if mark in _ENDS_SENTENCE and not depth:
            if measured:
                out.append(sentence)
            sentence, measured = [], False
    close(len(text), "")
    if measured:
        out.append(sentence)
    return out


def _closing(text: str, opening: int) -> int:
    """Where the bracket opened at ``opening`` closes, within 200 characters; -1 where it does not."""
    depth = 0
    for position in range(opening, min(len(text), opening + 200)):
        if text[position] in "（(":
            depth += 1
        elif text[position] in "）)":
            depth -= 1
            if not depth:
                return position
    return -1
