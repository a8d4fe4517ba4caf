"""What is carried from clause to clause: the names that a sentence mentioned, and rows told in turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.reading import read
from luoshi.reading.constructions.context import Mentioned


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁戊"))))
def test_names_are_kept_once_in_the_order_of_first_mention(mentions: list[list[str]]) -> None:
    kept = Mentioned()
    for names in mentions:
        kept.add(names)
    assert kept == list(dict.fromkeys(name for names in mentions for name in names))


def test_a_later_row_of_a_long_sentence_is_told_by_its_own_names() -> None:
    pairs = [("稻谷", "小麦"), ("苹果", "梨")] * 100
    rows = "，".join(f"{one}、{other}产量分别为{at + 1}吨、{at + 2}吨" for at, (one, other) in enumerate(pairs))
    found = [(figure.indicator, int(figure.low or 0)) for figure in read(f"{rows}。").figures]
    assert found == [
        told
        for at, (one, other) in enumerate(pairs)
        for told in ((f"{one}产量", at + 1), (f"{other}产量", at + 2))
    ]  # fmt: skip


def test_years_told_in_turn_take_their_values() -> None:
    found = read("2023年、2024年粮食产量分别为94.6万吨、97.5万吨。", date="2025-02-01").figures
    assert [(figure.period, str(figure.low)) for figure in found] == [("2023", "946000"), ("2024", "975000")]
