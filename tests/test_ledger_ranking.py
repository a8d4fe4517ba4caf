"""BM25 over an index of words."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.ranking import Ranking

BEDS = ["养老", "床位", "新增"]
SENTENCES = [BEDS, ["新增", "学位"], ["养老", "床位", "养老", "床位"], ["公园", "绿地", "新增", "建成", "改造"]]
WORDS = st.sampled_from(["养老", "床位", "新增", "学位", "公园"])


def formula(sentences: Sequence[Sequence[str]], words: Sequence[str], number: int, k1: float, b: float) -> float:
    """BM25 as it is written down."""
    mean = sum(map(len, sentences)) / len(sentences)
    total = 0.0
    for word in words:
        holding = sum(word in sentence for sentence in sentences)
        count = sentences[number].count(word)
        rarity = math.log(1 + (len(sentences) - holding + 0.5) / (holding + 0.5))
        if count:
            total += rarity * count / (k1 * (1 - b + b * len(sentences[number]) / mean) + count)
    return total


@given(st.lists(st.lists(WORDS, max_size=8), max_size=8), st.sets(WORDS), st.floats(0.1, 3), st.floats(0, 1))
def test_scores_are_those_of_the_formula(sentences: list[list[str]], words: set[str], k1: float, b: float) -> None:
    scores = Ranking(sentences, k1, b).scores(words, 0, len(sentences))
    assert scores.keys() == {number for number, sentence in enumerate(sentences) if words & set(sentence)}
    for number, score in scores.items():
        assert score == pytest.approx(formula(sentences, sorted(words), number, k1, b), rel=1e-5)


def test_rare_words_and_those_said_again_weigh_more_and_less_in_a_long_sentence() -> None:
    scores = Ranking(SENTENCES, 1.2, 0.3).scores(BEDS, 0, len(SENTENCES))
    assert sorted(scores, key=scores.__getitem__, reverse=True) == [2, 0, 1, 3]


def test_only_the_sentences_asked_for_are_scored() -> None:
    ranking = Ranking(SENTENCES, 1.2, 0.3)
    whole = ranking.scores(["新增"], 0, 4)
    assert ranking.scores(["新增"], 1, 3) == {1: whole[1]}
    assert ranking.scores(["没有"], 0, 4) == {}
    assert Ranking([], 1.2, 0.3).scores(BEDS, 0, 0) == {}
