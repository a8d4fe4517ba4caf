"""Which of several readings holds: a linear model over named features, with integer weights.

Rules propose readings, each with features that say what speaks for it (the unit fits the indicator, the name
begins at a word, another clause lies between). A reading's score is the sum of its features' weights, which are
learned from labelled texts (``tools/train.py``) and shipped as ``knowledge/weights/QUESTION.tsv``: a feature and
its integer a line, in alphabetical order. Sums of integers are the same on every machine; of equal scores the
reading proposed first wins, so rules propose in the order of their trust.

    >>> weights = Weights({"unit fits": 40, "another clause": -25})
    >>> weights.decide([["another clause"], ["unit fits"]])
    Decision(best=1, second=0, margin=65)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Decision:
    """The index of the winner and of the runner-up (-1 for none), and by how much the first leads the second."""

    best: int
    second: int
    margin: int


class Weights:
    """The weights of one question, by feature; a feature without a weight counts nothing."""

    def __init__(self, values: Mapping[str, int]) -> None:
        self.values = dict(values)

    def score(self, features: Sequence[str]) -> int:
        """The sum of the features' weights."""
        get = self.values.get
        return sum([get(feature, 0) for feature in features])

    def decide(self, readings: Sequence[Sequence[str]]) -> Decision:
        """The best of ``readings``, each given by its features; the first of equal ones. ``ValueError`` for none."""
        if not readings:
            raise ValueError("nothing to decide between")
        scores = [self.score(features) for features in readings]
        order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
        if len(order) == 1:
            return Decision(order[0], -1, 0)
        return Decision(order[0], order[1], scores[order[0]] - scores[order[1]])

    def reasons(self, winner: Sequence[str], other: Sequence[str]) -> list[tuple[str, int]]:
        """The features that only one of two readings has and what each brings the winner, the weightiest first."""
        told = [(feature, self.values.get(feature, 0)) for feature in winner if feature not in other]
        told += [(f"not: {feature}", -self.values.get(feature, 0)) for feature in other if feature not in winner]
        return sorted((one for one in told if one[1]), key=lambda one: (-abs(one[1]), one[0]))


@cache
def weights(question: str) -> Weights:
    """The shipped weights of a question (``names``, ``commitments`` …); none where nothing is shipped for it."""
    path = files("luoshi.knowledge").joinpath(f"weights/{question}.tsv")
    if not path.is_file():
        return Weights({})
    rows = (line.rsplit("\t", 1) for line in path.read_text("utf-8").splitlines() if line)
    return Weights({feature: int(value) for feature, value in rows})
