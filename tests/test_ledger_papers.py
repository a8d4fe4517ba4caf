"""The documents of a ledger: their kinds, their near copies, and what people state of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from luoshi.ledger import CorrectionError, Ledger, UnknownRecordError
from luoshi.ledger.papers import PAPERS, paper_kind
from luoshi.reading import read
from luoshi.records import Document, Reading

REPORT = """临澜市政府工作报告
——2026年1月13日

一、2025年工作回顾
全市一般公共预算收入99.9亿元，增长3.8%，高于年初预期。
全市新增养老床位1260张，新建公共充电桩2650个。
二、2026年工作安排
今年一般公共预算收入预期增长4%，新增养老床位1300张。
市民政局要在9月底前建成60个社区助餐点，方便老人就近用餐。
"""
NEWS = "临澜日报讯 3月2日，市教育局局长沈雁秋说，今年新增学位6500个。"


def reading(text: str, name: str, date: str = "", place: str = "") -> Reading:
    made = read(text, date=date, place=place)
    return replace(made, document=replace(made.document, name=name))


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.add(reading(REPORT, "report.txt"))
    ledger.add(reading(NEWS, "news.txt", date="2025-03-02"))
    return ledger


@pytest.mark.parametrize(
    ("title", "name", "head", "kind"),
    [
        ("临澜市政府工作报告", "a.txt", "", "work-report"),
        ("", "2026年政府工作报告.docx", "", "work-report"),
        ("", "a.txt", "关于临澜市2025年预算执行情况和2026年预算草案的报告\n各位代表：", "budget"),
        ("2025年临澜市国民经济和社会发展统计公报", "a.txt", "", "bulletin"),
        ("", "a.txt", "2026年重点任务分工方案\n序号|任务", "plan"),
        ("在市委全会上的讲话", "a.txt", "", "speech"),
        ("", "a.txt", "各位代表：\n我代表市人民政府作报告。", "work-report"),
        ("春来早", "a.txt", "本报讯 市政府工作报告说，收入增长3.8%。", "news"),
        ("", "a.txt", "全市一般公共预算收入99.9亿元。", ""),
    ],
)
def test_the_kind_of_a_document(title: str, name: str, head: str, kind: str) -> None:
    assert paper_kind(title, name, head) == kind


def test_a_page_of_several_articles_is_news() -> None:
    assert paper_kind("市长作政府工作报告", "a.pdf", "", articles=5) == "news"


def test_documents_are_listed_with_their_counts_the_newest_first(kept: Ledger) -> None:
    report, news = kept.documents()
    assert (report.name, report.kind, report.date, report.place) == (
        "report.txt", "work-report", "2026-01-13", "临澜市")  # fmt: skip
    assert report.counts["figure"] >= 5
    assert report.targets == 3  # growth, beds, places for meals
    assert report.counts["commitment"] >= 1
    assert (news.name, news.kind, news.stated_date) == ("news.txt", "news", "2025-03-02")
    assert news.to_json()["counts"]["office"] == 1


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"place": "临澜市"}, {"report.txt"}),
        ({"year": "2026"}, {"report.txt"}),
        ({"kind": "news"}, {"news.txt"}),
        ({"place": "青岛市"}, set()),
        ({"ids": []}, set()),
    ],
)
def test_filters(kept: Ledger, asked: dict[str, str], names: set[str]) -> None:
    assert {row.name for row in kept.documents(**asked)} == names


def test_a_kind_that_is_none_is_refused(kept: Ledger) -> None:
    with pytest.raises(ValueError, match="bulletin"):
        kept.documents(kind="novel")
    assert "novel" not in PAPERS


def test_a_near_copy_is_known_and_the_first_of_them_is_none(kept: Ledger) -> None:
    first = read(REPORT).document
    kept.add(reading(REPORT.replace("2650个。", "2650个。\n（来源：市政府网站）"), "copy.txt"))
    kept.add(reading(REPORT.translate(str.maketrans("3689", "4798")), "other.txt"))
    ids = {row.id: row.name for row in kept.documents()}
    copies = kept.copies(ids)
    assert {ids[id]: other for id, other in copies.items()} == {"copy.txt": (first.id, "report.txt")}


def test_a_document_is_called_by_its_name_or_the_beginning_of_its_id(kept: Ledger) -> None:
    id = read(REPORT).document.id
    assert kept.document_named("report.txt") == kept.document_named(id[:6]) == kept.document_named(id) == id
    assert kept.document(id).text == REPORT
    with pytest.raises(UnknownRecordError, match="没有这份文件"):
        kept.document_named("nothing.txt")
    kept.add(reading(REPORT + "。", "report.txt"))
    with pytest.raises(UnknownRecordError, match="不止一份"):
        kept.document_named("report.txt")


def stated(document: Document, date: str = "", place: str = "") -> Reading:
    return read(replace(document, date=date, place=place))


def test_what_a_person_states_supersedes_and_is_kept_with_name_and_reason(kept: Ledger) -> None:
    document = kept.document(read(REPORT).document.id)
    kept.restate(stated(document, place="望渔县", date="2025-02-01"), "苏问渠", "与原件核对")
    (row,) = kept.documents(ids=[document.id])
    assert (row.place, row.date) == ("望渔县", "2025-02-01")
    assert {(each.field, each.old, each.new, each.who) for each in kept.stated(document.id)} == {
        ("place", "", "望渔县", "苏问渠"),
        ("date", "", "2025-02-01", "苏问渠"),
    }
    assert {each.record for each in kept.corrections()} == {f"{document.id[:16]}:document"}
    assert kept.series("一般公共预算收入", place="望渔县", measure="level")
    assert not kept.series("一般公共预算收入", place="临澜市")


@pytest.mark.parametrize(("by", "why"), [("", "核对"), ("苏问渠", " ")])
def test_nobody_states_without_name_and_reason(kept: Ledger, by: str, why: str) -> None:
    document = kept.document(read(REPORT).document.id)
    with pytest.raises(CorrectionError):
        kept.restate(stated(document, place="望渔县"), by, why)
    assert kept.documents(place="望渔县") == []


def test_what_changes_nothing_and_what_is_not_there_is_refused(kept: Ledger) -> None:
    with pytest.raises(CorrectionError, match="一样"):
        kept.restate(stated(kept.document(read(REPORT).document.id)), "苏问渠", "核对")
    with pytest.raises(UnknownRecordError):
        kept.restate(read("全市收入1亿元。"), "苏问渠", "核对")
