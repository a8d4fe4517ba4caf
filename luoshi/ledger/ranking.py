"""Sentences ranked by the words they share with a question: BM25 over an index of words.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the weight of a word as
Lucene has it, ``log(1 + (N - n + 0.5) / (n + 0.5))``, which is never negative. A word is weighed when it is first asked
for; asking again adds up.
"""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|\d+(?:\.\d+)?")


def pairs(words: str) -> list[str]:
    """Every pair of neighbouring characters of each run of Chinese, other words and numbers whole."""
    found: list[str] = []
    for match in _RUN.finditer(words):
        run = match.group()
        found += map(str.__add__, run, run[1:]) if run[0] >= "\u3400" and len(run) > 1 else (run,)
    return found


class Ranking:
    """Sentences by number, each given as its words; ``k1`` and ``b`` are BM25's parameters.

    ``k1`` says how soon a word said again counts no more, ``b`` how much less a word counts in a long sentence.
    """

    def __init__(self, sentences: Sequence[Sequence[str]], k1: float, b: float) -> None:
        # Each word's sentences in ascending order, and how much it tells of each: eight bytes a word of a sentence.
        self._numbers: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
        self._shares: defaultdict[str, array[float]] = defaultdict(lambda: array("f"))
        self._weights: dict[str, array[float]] = {}
        mean = sum(map(len, sentences)) / len(sentences) if sentences else 0.0
        for number, words in enumerate(sentences):
            damping = k1 * (1 - b + b * len(words) / mean) if mean else 0.0
            for word, count in Counter(words).items():
                self._numbers[word].append(number)
                self._shares[word].append(count / (damping + count))
        self._number = len(sentences)

    def rarity(self, word: str) -> float:
        """How rare a word is among the sentences: the weight of one that stands in few of them, never negative."""
        known = len(self._numbers.get(word, ()))
        return math.log(1 + (self._number - known + 0.5) / (known + 0.5))

    def scores(self, words: Iterable[str], first: int, last: int) -> dict[int, float]:
        """The scores of the sentences from ``first`` up to ``last`` (left out) that have any of the ``words``."""
        found: dict[int, float] = {}
        for word in words:
            numbers = self._numbers.get(word)
            if numbers is None:
                continue
            low, high = bisect_left(numbers, first), bisect_left(numbers, last)
            for number, weight in zip(numbers[low:high], self._weighed(word)[low:high], strict=True):
                found[number] = found.get(number, 0.0) + weight
        return found

    def _weighed(self, word: str) -> array[float]:
        """What a word weighs in each of its sentences; few words are ever asked for."""
        if word not in self._weights:
            rarity = self.rarity(word)
            self._weights[word] = array("f", [rarity * share for share in self._shares[word]])
        return self._weights[word]
