"""The scorer: sums of integer weights, the first of equal readings, and trained weights that repeat."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from luoshi.reading.scorer import Features, Weights, weights

TOOLS = Path(__file__).resolve().parents[1] / "tools"


def test_a_reading_scores_the_sum_of_its_features_and_unknown_ones_count_nothing() -> None:
    known = Weights({"unit fits": 40, "another clause": -25})
    assert known.score(["unit fits", "another clause", "never seen"]) == 15
    assert known.best([["another clause"], ["unit fits"]]) == 1


def test_features_of_one_name_are_made_once_and_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Features("word")
    assert words["加快"] == "word=加快"
    assert words["加快"] is words["加快"]
    monkeypatch.setattr(Features, "_MOST", 2)
    assert [words[one] for one in ("新建", "改造")] == ["word=新建", "word=改造"]
    assert list(words) == ["改造"]


def test_of_equal_readings_the_first_proposed_wins() -> None:
    assert Weights({"a": 3, "b": 3}).best([["a"], ["b"], []]) == 0


def test_nothing_to_decide_between_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        Weights({}).best([])


@pytest.mark.parametrize("question", ["leanings", "commitments", "actors", "concrete"])
def test_what_is_shipped_is_in_order_and_of_integers(question: str) -> None:
    assert weights(question).values
    assert list(weights(question).values) == sorted(weights(question).values)


def test_a_question_without_weights_decides_by_order() -> None:
    assert weights("of no such question").best([["a"], ["b"]]) == 0


def test_the_same_problems_give_the_same_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.delitem(sys.modules, "train", raising=False)
    import train

    problems = [train.Problem((("a", "x"), ("b", "x")), frozenset({n % 2 if n < 4 else 0})) for n in range(12)]
    learned = train.learn(problems, least=1)
    assert learned == train.learn(problems, least=1)
    assert learned["a"] > learned["b"]
