"""Learns the weights of the scorer from the labelled passages of ``labels/train.jsonl``.

    python tools/train.py                    learn all questions again, write luoshi/knowledge/weights/*.tsv
    python tools/train.py names --dry        learn one, print how often it decides rightly, write nothing
    python tools/train.py names --without "unit"   the same without the features whose group this is

An averaged perceptron (Freund & Schapire 1999) over problems: each is a list of readings with their features, and
which of them are right. The order of the problems and all sums are fixed, so that the same labels give the same
weights byte for byte. A feature's group is its words up to the first ``=`` or ``:``.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "luoshi" / "knowledge" / "weights"
SCALE = 100  # averaged weights are kept as integers, in hundredths


@dataclass(frozen=True)
class Problem:
    """Readings by their features, in the order in which they were proposed, and the indexes of the right ones."""

    readings: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def learn(problems: list[Problem], rounds: int = 12, least: int = 3) -> dict[str, int]:
    """Averaged perceptron weights; features seen in fewer than ``least`` problems are left out."""
    seen: dict[str, int] = defaultdict(int)
    for problem in problems:
        for feature in {feature for reading in problem.readings for feature in reading}:
            seen[feature] += 1
    kept = {feature for feature, count in seen.items() if count >= least and feature.isprintable()}
    trimmed = [
        ([tuple(f for f in reading if f in kept) for reading in problem.readings], problem.right)
        for problem in problems
        if problem.right and len(problem.right) < len(problem.readings)
    ]
    weight: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    step = 0
    for turn in range(rounds):
        # A fixed order that differs from round to round: by a stride coprime to the count.
        count = len(trimmed)
        stride = next((s for s in range(7 + 2 * turn, count + 8 + 2 * turn) if _coprime(s, count)), 1)
        for place in range(count):
            readings, right = trimmed[(place * stride + turn) % count]
            step += 1
            scores = [sum(weight[f] for f in reading) for reading in readings]
            best = min(right, key=lambda i: (-scores[i], i))
            wrong = min((i for i in range(len(readings)) if i not in right), key=lambda i: (-scores[i], i))
            if scores[best] - scores[wrong] < MARGIN:
                for feature in readings[best]:
                    weight[feature] += 1
                    total[feature] += step
                for feature in readings[wrong]:
                    weight[feature] -= 1
                    total[feature] -= step
    # The average over all steps: weight - total / step.
    averaged = {f: round(SCALE * (w - total[f] / max(1, step))) for f, w in weight.items()}
    return {f: value for f, value in sorted(averaged.items()) if value}


MARGIN = 2  # a right reading has to lead by this much, or the problem teaches again


def _coprime(a: int, b: int) -> bool:
    while b:
        a, b = b, a % b
    return a == 1


def accuracy(problems: Iterable[Problem], weights: dict[str, int]) -> tuple[int, int, int, int]:
    """How many problems are decided rightly, how many have a right reading, how many there are, the first one right."""
    hit = able = count = first = 0
    for problem in problems:
        count += 1
        able += bool(problem.right)
        first += 0 in problem.right
        scores = [sum(weights.get(f, 0) for f in reading) for reading in problem.readings]
        best = min(range(len(scores)), key=lambda i: (-scores[i], i))
        hit += best in problem.right
    return hit, able, count, first


def write(question: str, weights: dict[str, int]) -> None:
    """The shipped file of a question."""
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / f"{question}.tsv").write_text("".join(f"{f}\t{w}\n" for f, w in sorted(weights.items())), "utf-8")


def without(problems: list[Problem], groups: list[str]) -> list[Problem]:
    """The problems without the features of some groups."""

    def stays(feature: str) -> bool:
        return feature.split("=")[0].split(":")[0] not in groups

    return [
        Problem(tuple(tuple(f for f in reading if stays(f)) for reading in problem.readings), problem.right)
        for problem in problems
    ]


#: Rounds, and in how many problems a feature has to be seen, where a question needs others than :func:`learn` takes.
LEARNING = {"leanings": (6, 20), "commitments": (8, 3), "actors": (5, 5), "concrete": (5, 3)}


def questions() -> dict[str, Callable[[str], list[Problem]]]:
    """Each question with the function that makes its problems from a part of the labels."""
    from training import commitments

    return {
        "leanings": commitments.leanings,
        "commitments": commitments.problems,
        "actors": commitments.actors,
        "concrete": commitments.concrete,
    }


def learn_answers(dry: bool) -> None:
    """Learn which later result answers a target; another kind of problem, with a file of weights like the others'."""
    from training import answers

    problems = answers.choices("tuning")
    learned = answers.learn(problems)
    print(*answers.told(problems, learned), sep="\n")
    if not dry:
        write("answers", learned)
        print(f"answers: {len(learned)} weights written")


def learn_happenings(question: str, dry: bool) -> None:
    """Learn what is the name of a project, or which clause tells an event, as answers are learned."""
    from training import events, projects

    problems = (projects if question == "projects" else events).choices()
    further = list(projects.judged()) if question == "projects" else []
    learned = projects.learn([*problems, *further])
    print(*projects.told(question, problems, further, learned), sep="\n")
    if not dry:
        write(question, learned)
        print(f"{question}: {len(learned)} weights written")


def main() -> int:
    """Learn, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question", nargs="*", help="which questions; all if none")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--without", action="append", default=[], metavar="GROUP", help="leave out a group of features")
    options = parser.parse_args()
    known = questions()
    for name in [name for name in options.question or known if name not in ("answers", "projects", "events")]:
        train, tuning = (without(known[name](part), options.without) for part in ("train", "tuning"))
        learned = learn(train, *LEARNING.get(name, ()))
        for part, problems in (("train", train), ("tuning", tuning)):
            hit, able, count, first = accuracy(problems, learned)
            print(f"{name} {part}: {hit} of {count} right; a right reading offered in {able}, as the first in {first}")
        if not options.dry:
            write(name, learned)
            print(f"{name}: {len(learned)} weights written")
    if "answers" in (options.question or ["answers"]):
        learn_answers(options.dry)
    for question in ("projects", "events"):
        if question in (options.question or [question]):
            learn_happenings(question, options.dry)
    return 0


if __name__ == "__main__":
    sys.exit(main())
