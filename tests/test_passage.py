"""Words put together again, with the way back to the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.passage import Passage, one_line


def test_a_word_broken_over_lines_is_one_word_and_its_evidence_keeps_the_break() -> None:
    text = "贷款余\n\n额达到 183.66\n亿元"
    passage = Passage.of(text, (0, len(text)))
    assert passage.text == "贷款余额达到183.66亿元"
    at = passage.text.index("183")
    assert passage.span(text, at, len(passage.text)).quote == "183.66\n亿元"


def test_a_space_between_latin_words_stays() -> None:
    text = "市 对 区 use case 一般"
    assert Passage.of(text, (0, len(text))).text == "市对区use case一般"


def test_numbers_that_stand_apart_stay_apart_in_one_line() -> None:
    assert one_line("一般公共\n预算收入 101 99.9\n税收收入") == "一般公共预算收入101 99.9税收收入"
    assert one_line("税收收入") == "税收收入"


@given(st.text(alphabet="市收入 \n\u3000ab1", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_every_character_stands_where_the_passage_says(text: str, one: int, other: int) -> None:
    first, second = sorted((min(one, len(text)), min(other, len(text))))
    passage = Passage.of(text, (0, first), (second, len(text)))
    assert [text[passage.origin(i)] for i in range(len(passage.text))] == list(passage.text)
