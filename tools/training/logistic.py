"""Weights of questions that are answered with yes or no: logistic regression over named features.

The weights are those of greatest likelihood, held back by their squares, found by accelerated gradient ascent
(Nesterov 1983) with a step for each feature that its curvature bounds, so that they converge however many choices
there are. The order of all sums is fixed, and weights are rounded to hundredths.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from training.answers import Choice

SCALE = 100
_ROUNDS = 200
_LEAST = 4  # choices in which a feature has to be seen


def learn(problems: Sequence[Choice], held_back: float) -> dict[str, int]:
    """The weights, in hundredths, from choices of one reading each; ``held_back`` is the weight of their squares."""
    seen = Counter(feature for problem in problems for feature in set(problem.offered[0]))
    names = sorted(feature for feature, count in seen.items() if count >= _LEAST)
    place = {name: at for at, name in enumerate(names)}
    holds = np.zeros((len(problems), len(names)))
    for row, problem in enumerate(problems):
        holds[row, [place[feature] for feature in problem.offered[0] if feature in place]] = 1
    right = np.array([bool(problem.right) for problem in problems], dtype=float)
    bound = held_back + 0.25 * (holds.T @ holds.sum(axis=1))
    weight = ahead = np.zeros(len(names))
    momentum = 1.0
    for _ in range(_ROUNDS):
        slope = holds.T @ (right - 1 / (1 + np.exp(-(holds @ ahead)))) - held_back * ahead
        reached = ahead + slope / bound
        further = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        weight, ahead = reached, reached + (momentum - 1) / further * (reached - weight)
        momentum = further
    return {
        name: rounded for name, value in zip(names, weight, strict=True) if (rounded := round(SCALE * float(value)))
    }
