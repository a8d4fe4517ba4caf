"""Values told with fewer digits, with 约, or as a bound, beside the source's value."""

import pytest

from luoshi.ledger import Ledger
from luoshi.reading import read

SOURCE = "2025年，全市粮食总产量46.74亿斤，增长5%。全市一般公共预算收入386.21亿元。全市教育支出3222714万元。"


def verdict(words: str) -> tuple[str, bool, tuple[str, ...]]:
    """What is said of the one figure of a draft."""
    with Ledger(":memory:") as ledger:
        ledger.add(read(SOURCE, date="2026-01-13", place="临澜市"))
        (finding,) = ledger.check(read(words, date="2026-03-09", place="临澜市"))
        return finding.verdict, finding.certain, finding.fields


@pytest.mark.parametrize(
    "told", ["386亿元", "约386亿元", "近387亿元", "超386亿元", "突破380亿元", "约390亿元", "386.2亿元"]
)
def test_what_is_rightly_rounded_agrees(told: str) -> None:
    assert verdict(f"2025年，全市一般公共预算收入{told}。")[0] == "agrees"


@pytest.mark.parametrize("told", ["387亿元", "约387亿元", "近386亿元", "超387亿元", "386.3亿元"])
def test_what_is_wrongly_rounded_differs(told: str) -> None:
    assert verdict(f"2025年，全市一般公共预算收入{told}。") == ("differs", True, ("value",))


def test_about_does_not_excuse_digits_that_are_wrong() -> None:
    assert verdict("2025年，全市粮食总产量约46.8亿斤。") == ("differs", True, ("value",))


def test_a_rounded_value_in_a_wrong_unit_differs() -> None:
    assert verdict("2025年，全市教育支出32.2亿元。") == ("differs", True, ("unit",))


@pytest.mark.parametrize("growth", ["4.9%", "5.1%", "5.4%"])
def test_no_digits_are_added_to_a_source_s(growth: str) -> None:
    text = f"2025年，全市粮食总产量46.74亿斤，增长{growth}。"
    with Ledger(":memory:") as ledger:
        ledger.add(read(SOURCE, date="2026-01-13", place="临澜市"))
        *_, finding = ledger.check(read(text, date="2026-03-09", place="临澜市"))
    assert (finding.verdict, finding.fields) == ("differs", ("value",))


@pytest.mark.parametrize("told", ["超371亿元", "近398亿元", "不到400.5亿元"])
def test_a_bound_that_is_far_from_the_value_is_not_of_it(told: str) -> None:
    assert verdict(f"2025年，全市一般公共预算收入{told}。")[0] != "agrees"
