"""A draft beside its sources: what agrees, what differs and in what, what no source tells."""

from collections.abc import Iterator

import pytest

from luoshi.ledger import Ledger
from luoshi.ledger.drafts.findings import Finding, first_concerns
from luoshi.reading import read

REPORT = """关于临澜市2025年预算执行情况和2026年预算草案的报告

一、2025年预算执行情况
2025年，全市一般公共预算收入完成182.43亿元，增长4.2%。其中，税收收入130.15亿元，下降1.3%。
全市一般公共预算支出395.76亿元，增长2.1%。市本级一般公共预算收入61.28亿元，增长3.6%。
完成植树造林23.58万亩、森林抚育62.92万亩。新签约项目442个，新开工项目超400个。
全市还本付息166.7亿元，市级还本付息60.7亿元。
市区改造道路35条。城镇居民收入增长5.3%，农村居民收入增长7%。快递业务量突破10亿件。
2024年，全市一般公共预算收入175.08亿元。全市新建公路312.5公里。
二、2026年预算安排
2026年，全市一般公共预算收入预期190.55亿元，增长4.5%。
"""
NEWS = """临澜市召开教育工作会议

本报讯 3月2日，临澜市召开教育工作会议。市教育局党组书记、局长沈雁秋出席并讲话，市教育局副局长陶砚平参加。
"""


@pytest.fixture
def sources() -> Iterator[Ledger]:
    with Ledger(":memory:") as ledger:
        ledger.add(read(REPORT, date="2026-01-13", place="临澜市"))
        ledger.add(read(NEWS, date="2026-03-02", place="临澜市"))
        yield ledger


def checked(ledger: Ledger, words: str) -> dict[str, Finding]:
    """The findings of a draft of March 2026 by the words that they are about."""
    return {finding.draft.quote: finding for finding in ledger.check(read(words, date="2026-03-09", place="临澜市"))}


def told(finding: Finding) -> tuple[str, bool, tuple[str, ...]]:
    return finding.verdict, finding.certain, finding.fields


@pytest.mark.parametrize(
    ("draft", "quote", "verdict", "fields"),
    [
        ("2025年，临澜市一般公共预算收入182.43亿元。", "182.43亿元", "agrees", ()),
        ("2025年，临澜市一般公共预算收入182.4亿元。", "182.4亿元", "agrees", ()),
        ("2025年，临澜市一般公共预算收入约182亿元。", "约182亿元", "agrees", ()),
        ("2025年，临澜市一般公共预算收入突破180亿元。", "突破180亿元", "agrees", ()),
        ("2025年，临澜市一般公共预算收入184.23亿元。", "184.23亿元", "differs", ("value",)),
        ("2025年，临澜市一般公共预算收入182.43万元。", "182.43万元", "differs", ("unit",)),
        ("2025年，临澜市税收收入130.15亿元，增长1.3%。", "1.3%", "differs", ("direction",)),
        ("2024年，临澜市一般公共预算支出395.76亿元。", "395.76亿元", "differs", ("period",)),
        ("2025年，临澜市一般公共预算支出182.43亿元。", "182.43亿元", "differs", ("indicator",)),
        ("2025年，市本级一般公共预算收入182.43亿元。", "182.43亿元", "differs", ("scope",)),
        ("2025年，全市一般公共预算收入61.28亿元。", "61.28亿元", "differs", ("scope",)),
        ("2025年，全市还本付息60.7亿元。", "60.7亿元", "differs", ("scope",)),
        ("2025年，全市改造道路35条。", "35条", "differs", ("scope",)),
        ("2025年，临澜市城镇居民收入增长7%。", "7%", "differs", ("scope",)),
        ("2025年，临澜市快递业务量突破10万件。", "突破10万件", "differs", ("unit",)),
        ("2025年，临澜市植树造林62.92万亩。", "62.92万亩", "differs", ("indicator",)),
        ("2025年，临澜市新签约项目424个。", "424个", "differs", ("value",)),
        ("2025年，临澜市一般公共预算支出395.67亿元。", "395.67亿元", "differs", ("value",)),
        ("2025年，临澜市一般公共预算支出399.75亿元。", "399.75亿元", "differs", ("value",)),
        ("2025年，临澜市一般公共预算收入突破200亿元。", "突破200亿元", "differs", ("value",)),
    ],
)
def test_figures(sources: Ledger, draft: str, quote: str, verdict: str, fields: tuple[str, ...]) -> None:
    assert told(checked(sources, draft)[quote]) == (verdict, True, fields)


def test_a_plan_told_as_done_may_have_come_true(sources: Ledger) -> None:
    draft = read("2026年，临澜市一般公共预算收入完成190.55亿元。", date="2027-01-20", place="临澜市")
    assert [told(finding) for finding in sources.check(draft)] == [("differs", False, ("status",))]


def test_a_plan_told_as_done_is_certain_where_the_sources_tell_what_was_done(sources: Ledger) -> None:
    draft = "2025年，临澜市财政运行平稳。一般公共预算收入完成190.55亿元。"
    assert told(checked(sources, draft)["190.55亿元"]) == ("differs", True, ("status",))


@pytest.mark.parametrize("words", ["一般公共预算收入安排190.55亿元", "一般公共预算收入预计达到190.55亿元"])
def test_a_plan_told_as_a_plan_agrees(sources: Ledger, words: str) -> None:
    assert [told(finding)[0] for finding in checked(sources, f"今年，临澜市{words}。").values()] == ["agrees"]


def test_a_value_of_another_year_in_a_sentence_without_one_is_to_be_looked_at(sources: Ledger) -> None:
    draft = "2025年，财政运行平稳。全市一般公共预算收入175.08亿元。"
    assert told(checked(sources, draft)["175.08亿元"]) == ("differs", False, ("period",))


def test_a_scope_of_a_sentence_before_is_not_held_against_a_draft(sources: Ledger) -> None:
    draft = "2025年，市本级一般公共预算收入61.28亿元。全市税收收入130.15亿元。"
    assert [told(finding)[0] for finding in checked(sources, draft).values()] == ["agrees", "agrees"]


def test_what_no_source_tells_is_not_found(sources: Ledger) -> None:
    finding = checked(sources, "2025年，临澜市粮食总产量88.6万吨。")["88.6万吨"]
    assert (finding.verdict, finding.source) == ("not found", None)


def test_a_finding_shows_the_words_of_its_source(sources: Ledger) -> None:
    finding = checked(sources, "2025年，临澜市一般公共预算收入184.23亿元。")["184.23亿元"]
    assert finding.source is not None
    assert REPORT[finding.source.start : finding.source.end] == finding.source.quote == "182.43亿元"
    assert finding.source.quote in finding.source.sentence


def test_rounding_is_told(sources: Ledger) -> None:
    assert "182.43亿元" in checked(sources, "2025年，临澜市一般公共预算收入182.4亿元。")["182.4亿元"].note


def test_the_draft_is_no_source_of_itself(sources: Ledger) -> None:
    draft = read("2025年，临澜市粮食总产量88.6万吨。", date="2026-03-09", place="临澜市")
    sources.add(draft)
    assert [finding.verdict for finding in sources.check(draft)] == ["not found"]


@pytest.mark.parametrize(
    ("draft", "quote", "verdict", "certain", "fields"),
    [
        ("市教育局局长沈雁秋介绍了情况。", "市教育局局长沈雁秋", "agrees", True, ()),
        ("市教育局局长沈燕秋介绍了情况。", "市教育局局长沈燕秋", "differs", True, ("person",)),
        ("市教育局副局长沈雁秋介绍了情况。", "市教育局副局长沈雁秋", "differs", True, ("post",)),
        ("市水利局局长纪长风介绍了情况。", "市水利局局长纪长风", "not found", False, ()),
    ],
)
def test_posts(sources: Ledger, draft: str, quote: str, verdict: str, certain: bool, fields: tuple[str, ...]) -> None:
    assert told(checked(sources, draft)[quote]) == (verdict, certain, fields)


def test_certain_differences_come_first(sources: Ledger) -> None:
    draft = "2025年，临澜市粮食总产量88.6万吨，一般公共预算收入182.43亿元，一般公共预算支出359.76亿元。"
    found = sorted(checked(sources, draft).values(), key=first_concerns)
    assert [finding.verdict for finding in found] == ["differs", "not found", "agrees"]


def test_as_json(sources: Ledger) -> None:
    finding = checked(sources, "2025年，临澜市一般公共预算收入184.23亿元。")["184.23亿元"].to_json()
    assert (finding["quote"], finding["verdict"], finding["fields"]) == ("184.23亿元", "differs", ["value"])
    assert finding["source"]["quote"] == "182.43亿元"
