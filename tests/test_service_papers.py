"""What was not understood of a document, and how a person mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.ledger import CorrectionError, Ledger, UnknownRecordError
from luoshi.reading import READER
from luoshi.service import Service, added_papers, restate, take_back, understood

REPORT = """临澜市政府工作报告
——2026年1月13日

一、2025年工作回顾
全市一般公共预算收入99.9亿元，增长3.8%，高于年初预期。
全市新增养老床位1260张，新建公共充电桩2650个，运行平稳。
二、2026年工作安排
今年一般公共预算收入预期增长4%，新增养老床位1300张。
市民政局要在9月底前建成60个社区助餐点，方便老人就近用餐。
"""
TEXTS = {
    "report.txt": REPORT,
    "short.txt": "政府工作报告\n全市收入99.9亿元，支出____亿元。",
    "copy.txt": REPORT + "（转自市政府网站）\n",
    "qingdao.txt": REPORT.replace("临澜", "青岛"),
    "empty.txt": "春天来了，山上的花开了。",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, words in TEXTS.items():
        (tmp_path / name).write_text(words, "utf-8")
    return tmp_path


def added(folder: Path, *names: str, place: str = "") -> dict[str, set[str]]:
    """The notes of files that are read into a ledger in this order."""
    service = Service(str(folder / "luoshi.db"), place=place)
    with service.opened(create=True) as kept:
        ids = [each.document for each in service.add(kept, [folder / name for name in names])]
        return {paper.row.name: {note.code for note in paper.notes} for paper in added_papers(kept, ids)}


def test_what_was_not_understood_is_told(folder: Path) -> None:
    notes = added(folder, "report.txt", "short.txt", "copy.txt", "empty.txt")
    assert notes == {
        "report.txt": set(),
        "copy.txt": {"copy"},
        "short.txt": {"no_place", "no_date", "no_records", "numbers_refused"},
        "empty.txt": {"no_place", "no_date", "no_records"},
    }
    assert next(iter(notes)) == "short.txt"  # what needs a look most comes first


def test_a_stated_place_that_the_text_contradicts_is_told(folder: Path) -> None:
    assert added(folder, "qingdao.txt", place="烟台市") == {"qingdao.txt": {"another_place"}}


@pytest.mark.parametrize("place", ["青岛市", "山东省", "市南区"])
def test_a_place_within_or_around_is_no_contradiction(folder: Path, place: str) -> None:
    assert added(folder, "qingdao.txt", place=place) == {"qingdao.txt": set()}


@pytest.fixture
def kept(folder: Path, ledger: Ledger) -> Ledger:
    list(Service().add(ledger, [folder / "report.txt", folder / "short.txt"]))
    return ledger


@pytest.mark.parametrize("name", ["short.txt", "id", "file"])
def test_a_document_is_mended_by_name_id_or_file(folder: Path, kept: Ledger, name: str) -> None:
    id = kept.document_named("short.txt")
    words = {"short.txt": name, "id": id[:8], "file": str(folder / "short.txt")}[name]
    assert restate(kept, words, {"place": "青岛市", "date": "2026-01-20"}, "苏问渠", "核对") == id
    (paper,) = understood(kept, kept.documents(ids=[id]))
    assert (paper.row.place, paper.row.date) == ("青岛市", "2026-01-20")
    assert {note.code for note in paper.notes} == {"no_records", "numbers_refused"}
    assert paper.to_json()["notes"].keys() == {"no_records", "numbers_refused"}


def test_one_field_leaves_the_other(kept: Ledger) -> None:
    restate(kept, "short.txt", {"date": "2026-01-20"}, "苏问渠", "核对")
    restate(kept, "short.txt", {"place": "青岛市"}, "苏问渠", "核对")
    (row,) = kept.documents(place="青岛市")
    assert row.date == "2026-01-20"


def test_it_is_taken_back(kept: Ledger) -> None:
    restate(kept, "short.txt", {"place": "青岛市"}, "苏问渠", "核对")
    take_back(kept, "short.txt", "苏问渠", "改错了")
    assert kept.documents(place="青岛市") == []
    assert [each.new for each in kept.stated(kept.document_named("short.txt"))] == ["青岛市", ""]
    with pytest.raises(CorrectionError, match="撤销"):
        take_back(kept, "report.txt", "苏问渠", "改错了")


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"place": "清岛市"}, "青岛市"), ({"date": "2026/1/20"}, "2025-01-08"), ({"title": "报告"}, "place")],
)
def test_what_can_not_be_is_refused(kept: Ledger, changes: dict[str, str], words: str) -> None:
    with pytest.raises(CorrectionError, match=words):
        restate(kept, "short.txt", changes, "苏问渠", "核对")
    assert kept.stated(kept.document_named("short.txt")) == []


def test_a_file_that_the_ledger_has_not_is_refused(folder: Path, kept: Ledger) -> None:
    with pytest.raises(UnknownRecordError):
        restate(kept, str(folder / "empty.txt"), {"place": "青岛市"}, "苏问渠", "核对")


def test_adding_again_under_another_place_leaves_what_a_person_stated(folder: Path, kept: Ledger) -> None:
    restate(kept, "short.txt", {"place": "青岛市"}, "苏问渠", "核对")
    (again,) = Service(place="烟台市").add(kept, [folder / "short.txt"])
    assert again.state == "known"
    assert [row.name for row in kept.documents(place="青岛市")] == ["short.txt"]


def test_a_newer_reader_reads_it_under_what_a_person_stated(
    folder: Path, kept: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    restate(kept, "short.txt", {"place": "青岛市"}, "苏问渠", "核对")
    monkeypatch.setattr("luoshi.reading.READER", str(int(READER) + 1))
    (again,) = Service().add(kept, [folder / "short.txt"])
    assert again.state == "new"
    assert [row.name for row in kept.documents(place="青岛市")] == ["short.txt"]
