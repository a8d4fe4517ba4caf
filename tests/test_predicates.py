"""The words before a number, taken apart."""

from __future__ import annotations

import pytest

from luoshi.reading.predicates import before


@pytest.mark.parametrize(
    ("words", "name", "kind", "basis", "cue"),
    [
        ("全市生产总值比上年增长", "生产总值", "rise", "比上年", ""),
        ("城镇登记失业率控制在", "城镇登记失业率", "reach", "", "target"),
        ("其中，税收收入完成", "税收收入", "reach", "", ""),
        ("预计单位生产总值能耗再降低", "单位生产总值能耗", "fall", "", "forecast"),
        ("赤字率提高到", "赤字率", "reach", "", ""),
        ("（2）市本级收入合计", "市本级收入合计", "", "", ""),
        ("实际使用外资", "实际使用外资", "", "", ""),
    ],
)
def test_the_words_before_a_number(words: str, name: str, kind: str, basis: str, cue: str) -> None:
    found = before(words, 0, len(words), [])
    assert (found.name, found.kind, found.basis, found.cue) == (name, kind, basis, cue)


def test_the_first_of_two_values_is_known_by_its_preposition() -> None:
    assert before("参保率由", 0, 4, []).origin
    assert not before("推进自由", 0, 4, []).origin
