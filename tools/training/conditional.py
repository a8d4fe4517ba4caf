"""Weights of questions that ask which one of those proposed is meant, or none: a conditional logit, by columns.

As :mod:`training.answers` learns, with sums over all proposals at once, for questions with a hundred of them each.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from training.answers import Choice

SCALE = 100
_ROUNDS = 200
_SHARE = 0.05
_LEAST = 4  # problems in which a feature has to be seen


def learn(problems: Sequence[Choice], held_back: float) -> dict[str, int]:
    """The weights, in hundredths; ``held_back`` is the weight of their squares."""
    known = [problem for problem in problems if problem.offered]
    seen = Counter(
        feature for problem in known for feature in {feature for offered in problem.offered for feature in offered}
    )
    names = sorted(feature for feature, count in seen.items() if count >= _LEAST)
    number = {name: at for at, name in enumerate(names)}
    cells, rows, groups, rightly = [], [], [], []
    for at, problem in enumerate(known):
        for place, offered in enumerate(problem.offered):
            mine = [number[feature] for feature in offered if feature in number]
            cells += mine
            rows += [len(groups)] * len(mine)
            groups.append(at)
            rightly.append(place in problem.right)
    cell, row, group, right = np.array(cells), np.array(rows), np.array(groups), np.array(rightly)
    answered = np.bincount(group, weights=right, minlength=len(known)) > 0
    # What a problem adds to the curvature along one weight is less than this share of the features of a proposal.
    most = _SHARE * np.bincount(row, minlength=len(group)).max()
    bound = held_back + most * np.array([seen[name] for name in names], dtype=float)
    weight = ahead = np.zeros(len(names))
    momentum = 1.0
    for _ in range(_ROUNDS):
        odds = np.exp(np.minimum(30.0, np.bincount(row, weights=ahead[cell], minlength=len(group))))
        whole = np.bincount(group, weights=odds, minlength=len(known)) + 1.0
        good = np.where(answered, np.bincount(group, weights=odds * right, minlength=len(known)), 1.0)
        pull = odds * right / good[group] - odds / whole[group]
        slope = np.bincount(cell, weights=pull[row], minlength=len(names)) - held_back * ahead
        reached = ahead + slope / bound
        further = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        if ((reached - weight) * slope).sum() < 0:  # past the top: begin anew from here
            momentum = further = 1.0
        weight, ahead = reached, reached + (momentum - 1) / further * (reached - weight)
        momentum = further
    return {
        name: rounded for name, value in zip(names, weight, strict=True) if (rounded := round(SCALE * float(value)))
    }
