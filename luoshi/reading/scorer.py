"""Which of several readings holds: a linear model over named features, with integer weights.

Rules propose readings, each with features that say what speaks for it (the unit fits the indicator, the name
begins at a word, another clause lies between). A reading's score is the sum of its features' weights, which are
learned from labelled texts (``tools/train.py``) and shipped as ``knowledge/weights/QUESTION.tsv``: a feature and
its integer a line, in alphabetical order. Sums of integers are the same on every machine; of equal scores the
reading proposed first wins, so rules propose in the order of their trust.

    >>> weights = Weights({"unit fits": 40, "another clause": -25})
    >>> weights.best([["another clause"], ["unit fits"]])
    1
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


class Weights:
    """The weights of one question, by feature; a feature without a weight counts nothing."""

    def __init__(self, values: Mapping[str, int]) -> None:
        self.values = dict(values)

    def score(self, features: Sequence[str]) -> int:
        """The sum of the features' weights."""
        return sum(filter(None, map(self.values.get, features)))

    def best(self, readings: Sequence[Sequence[str]]) -> int:
        """The index of the best of ``readings``, each given by its features; the first of equal ones.

        ``ValueError`` where there are none.
        """
        scores = [self.score(features) for features in readings]
        return scores.index(max(scores))


class Features(dict[str, str]):
    """The features of one name, each made once: ``Features("word")["加快"]`` is ``word=加快``."""

    _MOST = 1 << 14

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def __missing__(self, told: str) -> str:
        if len(self) >= self._MOST:  # a document of ever new words must not fill the memory
            self.clear()
        self[told] = made = f"{self.name}={told}"
        return made


@cache
def weights(question: str) -> Weights:
    """The shipped weights of a question (``names``, ``commitments`` …); none where nothing is shipped for it."""
    path = files("luoshi.knowledge").joinpath(f"weights/{question}.tsv")
    if not path.is_file():
        return Weights({})
    rows = (line.rsplit("\t", 1) for line in path.read_text("utf-8").splitlines() if line)
    return Weights({feature: int(value) for feature, value in rows})
