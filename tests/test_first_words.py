"""What the first words of a segment tell of its subject, its modal and its verb."""

from __future__ import annotations

import pytest

from luoshi.reading.first_words import FirstWords, first_words, head_of, subjects


def told(text: str) -> FirstWords:
    return first_words(text, head_of(text))


def test_the_subject_before_the_modal_is_a_body() -> None:
    words = told("市水务局将更换老管网八十公里")
    assert words.subjects == (("subject", "市水务局"),)
    assert (words.subject, words.modal) == ("body", "将")


def test_a_sentence_without_a_subject_begins_with_its_verb() -> None:
    words = told("加快建设环湾快速路")
    assert (words.subject, words.modal, words.verb, words.noun) == ("none", "none", "加快", "")
    assert words.tag.startswith("v")


@pytest.mark.parametrize(
    ("text", "subject"),
    [("我们要新建两所小学", "we"), ("各县区要抓好落实", "others"), ("大家要行动起来", "others")],
)
def test_classes_of_subjects(text: str, subject: str) -> None:
    assert told(text).subject == subject


def test_nouns_that_begin_it_are_a_body_where_they_end_like_one() -> None:
    assert told("市教育局改造食堂四十个").noun == "市教育局"
    assert told("农村公路建成三百公里").noun == ""


def test_each_clause_may_have_a_subject_before_its_modal() -> None:
    text = "市教育局将新建学校，市水务局将更换水表"
    found = subjects(text, [word for word, _ in head_of(text)])
    assert found == [("subject", "市教育局"), ("later subject", "市水务局")]


def test_no_word_that_announces_no_subject() -> None:
    text = "市教育局新建学校"
    assert subjects(text, [word for word, _ in head_of(text)]) == []
