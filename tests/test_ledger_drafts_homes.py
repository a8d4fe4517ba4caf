"""A draft that compares two places: whose each of its figures is."""

from collections.abc import Iterator

import pytest

from luoshi.ledger import Ledger
from luoshi.reading import read


@pytest.fixture(scope="module")
def sources() -> Iterator[Ledger]:
    with Ledger(":memory:") as ledger:
        for place, revenue, area in (("福州市", "750.5", "271.4"), ("泉州市", "592.1", "177.5")):
            words = f"2025年，全市一般公共预算收入{revenue}亿元。年末中心市区建成区面积{area}平方公里。"
            ledger.add(read(words, date="2026-01-20", place=place))
        yield ledger


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("2025年，福州一般公共预算收入750.5亿元，泉州为592.1亿元。", [("agrees", ()), ("agrees", ())]),
        ("2025年，泉州全市一般公共预算收入750.5亿元。", [("differs", ("place",))]),
        ("2025年末，泉州中心市区建成区面积177.5平方公里。", [("agrees", ())]),
        ("福州稳步扩城。2025年末中心市区建成区面积214.7平方公里。", [("differs", ("value",))]),
    ],
)
def test_a_figure_is_of_the_place_named_last(
    sources: Ledger, draft: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = sources.check(read(draft, date="2026-04-20", place="福州市、泉州市"))
    assert [(one.verdict, one.fields) for one in found if one.certain] == expected


def test_a_draft_that_names_two_sources_again_and_again_compares_them(sources: Ledger) -> None:
    draft = (
        "福州和泉州的账本摆在一起看。2025年，福州一般公共预算收入750.5亿元；泉州为592.1亿元。\n"
        "论城区则是泉州小些：年末中心市区建成区面积177.5平方公里；福州大些，年末中心市区建成区面积271.4平方公里。"
    )
    found = sources.check(read(draft, date="2026-04-20", place="福州市"))
    assert [one.verdict for one in found] == ["agrees"] * 4


def test_a_draft_of_one_place_keeps_it(sources: Ledger) -> None:
    draft = "2025年，福州一般公共预算收入750.5亿元，泉州以592.1亿元居后。年末中心市区建成区面积271.4平方公里。"
    found = sources.check(read(draft, date="2026-04-20", place="福州市"))
    assert [one.verdict for one in found if one.draft.quote == "271.4平方公里"] == ["agrees"]
