"""Sentences and clauses around numbers."""

from __future__ import annotations

from luoshi.language.quantities import scan
from luoshi.reading.clauses import sentences


def _cut(text: str) -> list[list[str]]:
    return [[text[c.start : c.end] for c in sentence] for sentence in sentences(text, scan(text))]


def test_sentences_without_numbers_are_left_out() -> None:
    assert _cut("形势向好。收入5亿元，增长3%。总体平稳。") == [["收入5亿元", "增长3%"]]


def test_a_bracket_with_a_number_is_a_clause_of_its_own() -> None:
    assert _cut("收入5亿元（含退税1亿元），增长3%。") == [["收入5亿元", "含退税1亿元", "增长3%"]]
    assert _cut("收入（含退税）5亿元，增长3%。") == [["收入（含退税）5亿元", "增长3%"]]


def test_a_mark_inside_a_number_ends_nothing() -> None:
    assert _cut("收入1,080,211万元,增长3%。") == [["收入1,080,211万元", "增长3%"]]


def test_a_bracket_that_never_closes_ends_nothing() -> None:
    assert _cut("收入（含退税5亿元，增长3%。") == [["收入（含退税5亿元", "增长3%"]]
