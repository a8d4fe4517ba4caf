"""Sentences and tasks joined one to one."""

from __future__ import annotations

from luoshi.ledger.book.assignment import one_to_one


def test_the_best_pair_is_joined_first() -> None:
    assert one_to_one({10: {1: 0.4, 2: 0.2}, 20: {1: 0.3, 2: 0.26}}, frozenset()) == {10: 1, 20: 2}


def test_a_sentence_that_fits_two_free_tasks_alike_gets_none_until_one_is_taken() -> None:
    assert one_to_one({10: {1: 0.3, 2: 0.28}}, frozenset()) == {}
    assert one_to_one({10: {1: 0.3, 2: 0.28}, 20: {1: 0.4}}, frozenset()) == {20: 1, 10: 2}


def test_a_claimed_task_is_not_told_of_again_and_its_sentence_needs_more() -> None:
    assert one_to_one({10: {1: 0.45, 2: 0.2}}, frozenset({1})) == {}
    assert one_to_one({10: {1: 0.45, 2: 0.3}}, frozenset({1})) == {10: 2}


def test_what_hardly_fits_stays_alone() -> None:
    assert one_to_one({10: {1: 0.05}}, frozenset()) == {}
