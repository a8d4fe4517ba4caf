"""The word lists of speech: whole, without doubles, and turned into patterns that prefer the longer word."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives

TABLES = tomllib.loads(files("luoshi.knowledge").joinpath("speech.toml").read_text("utf-8"))


@pytest.mark.parametrize(("table", "name"), [(table, name) for table, lists in TABLES.items() for name in lists])
def test_lists_have_words_and_no_doubles(table: str, name: str) -> None:
    found = words(table, name)
    assert found
    assert all(word.strip() == word and word for word in found)
    assert len(set(found)) == len(found)


def test_the_nouns_among_the_verbs_of_speech_are_verbs_of_speech() -> None:
    assert set(words("speech", "nouns")) <= set(words("speech", "verbs"))


def test_the_strong_heads_are_heads() -> None:
    assert set(words("formulation", "strong")) <= set(words("formulation", "heads"))


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("speech", "nothing")


def test_the_longer_word_wins() -> None:
    match = re.match(alternatives(["行动", "行动计划", "行"]), "行动计划书")
    assert match is not None
    assert match.group() == "行动计划"


def test_words_are_taken_literally() -> None:
    assert re.fullmatch(alternatives(["+", "（"]), "+")
