"""Word lists: the longest word at an edge is found."""

from __future__ import annotations

from luoshi.knowledge.words import Affixes, predicates


def test_the_longest_word_at_an_edge_is_found() -> None:
    verbs = Affixes(["增长", "同比增长", "到"])
    assert verbs.ending("收入同比增长") == "同比增长"
    assert verbs.ending("增长") == "增长"
    assert verbs.beginning("到2025年") == "到"
    assert (verbs.ending("收入"), verbs.beginning(""), verbs.ending("")) == ("", "", "")


def test_rises_and_falls_share_no_word() -> None:
    words = predicates()
    assert not set(words["rise"]["words"]) & set(words["fall"]["words"])


def test_verbs_that_are_dropped_are_verbs() -> None:
    action = predicates()["action"]
    assert set(action["drop"]) <= set(action["words"])
