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
    found = before(words, 0, len(words))
    assert (found.name, found.kind, found.basis, found.cue) == (name, kind, basis, cue)


@pytest.mark.parametrize(
    ("words", "name", "version"),
    [
        ("税收收入预算数为", "税收收入", "预算数"),
        ("执行数为", "", "执行数"),
        ("一般公共预算支出调整预算数（以下简称预算数）为", "一般公共预算支出", "调整预算数"),
        ("调整后收入预算为", "收入", "预算"),
        ("政协事务预算减少", "政协事务", "预算"),
        ("专项债务余额预计执行数", "专项债务余额", "预计执行数"),
        ("一般性支出在年初预算压减", "一般性支出", ""),
        ("“三公”经费预算安排", "“三公”经费预算", ""),
        ("项目完成数", "项目完成数", ""),
    ],
)
def test_which_of_a_budgets_values_it_is_is_no_part_of_the_name(words: str, name: str, version: str) -> None:
    found = before(words, 0, len(words))
    assert (found.name, found.version) == (name, version)


def test_the_first_of_two_values_is_known_by_its_preposition() -> None:
    assert before("参保率由", 0, 4).origin
    assert not before("推进自由", 0, 4).origin


@pytest.mark.parametrize(
    ("words", "bound", "name"),
    [
        ("每个片区至少新建", "over", "每个片区"),
        ("礼堂最多能容纳", "under", "礼堂"),
        ("不少于新建", "over", ""),
        ("岗位补贴不低于最低工资的", "over", "岗位补贴"),
        ("礼堂容纳", "", "礼堂"),
    ],
)
def test_the_bound_that_an_adverb_gives(words: str, bound: str, name: str) -> None:
    found = before(words, 0, len(words))
    assert (found.bound, found.name) == (bound, name)
