"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from luoshi import patterns
from luoshi.patterns import late, standing_at


def test_a_late_pattern_is_the_compiled_one(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    monkeypatch.setattr(patterns.re, "compile", lambda *given: compiled.append(given) or REAL(*given))
    pattern = late(r"(?P<number>\d+)张", re.I)
    assert (pattern.pattern, compiled) == (r"(?P<number>\d+)张", [])
    found = pattern.search("新增床位1200张")
    assert found is not None
    assert found["number"] == "1200"
    assert pattern.sub("x", "12张 3张") == "x x"
    assert (pattern.groupindex, pattern.flags & re.I) == ({"number": 1}, re.I)
    assert compiled == [(r"(?P<number>\d+)张", re.I)]


REAL = re.compile


def test_what_is_no_pattern_is_told_when_it_is_used() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("(")


def test_the_module_that_uses_a_late_pattern_has_the_compiled_one_from_then_on() -> None:
    assert not isinstance(COUNTED, re.Pattern)
    assert COUNTED.findall("12张 3台") == ["12", "3"]
    assert isinstance(COUNTED, re.Pattern)


COUNTED = late(r"\d+")


def test_a_search_for_what_stands_at_characters_finds_the_places_of_the_pattern() -> None:
    pattern, text = r"(?P<number>\d+)[张台]|共计", "共12张，共计3台，3人"
    found = [(match.start(), match["number"]) for match in re.finditer(standing_at("0123456789共", pattern), text)]
    assert found == [(1, "12"), (2, "2"), (5, None), (7, "3")]
