"""Corrections in the words of a person."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.ledger import CorrectionError, Ledger
from luoshi.reading import read
from luoshi.records import Commitment, Document, Figure, Office
from luoshi.service import correct, correctable, undo, undo_last, with_printed_unit
from luoshi.service.mending import corrections_told

TEXT = "全市新增养老床位1200张。市教育局局长温书瑶表示，学校已经建成。"
SIGNED = ("苏问渠", "与公报核对")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with a figure and a post."""
    with Ledger(tmp_path / "账本.db") as ledger:
        ledger.add(read(Document(id="ab" * 32, text=TEXT, name="r.txt"), date="2025-01-20", place="临澜市"))
        yield ledger


def test_a_value_is_both_bounds(kept: Ledger) -> None:
    record = correct(kept, "figure", "value", "1300", *SIGNED).record
    assert isinstance(record, Figure)
    assert (record.low, record.high) == (Decimal(1300), Decimal(1300))


def test_a_list_is_given_with_its_commas(kept: Ledger) -> None:
    record = correct(kept, "office", "posts", "党组书记、局长", *SIGNED).record
    assert isinstance(record, Office)
    assert record.posts == ("党组书记", "局长")


def test_a_field_that_can_not_be_corrected_is_refused(kept: Ledger) -> None:
    with pytest.raises(CorrectionError, match="quote"):
        correct(kept, "figure", "quote", "1", *SIGNED)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("1300张", (1300, 1300, "exact")),
        ("1.3万张", (13000, 13000, "exact")),
        ("1200—1300张", (1200, 1300, "range")),
        ("≥1300张", (1300, None, "over")),
        ("约1300", (1300, 1300, "about")),
    ],
)
def test_a_value_is_said_as_people_write_it(kept: Ledger, words: str, bounds: tuple[object, ...]) -> None:
    record = correct(kept, "figure", "value", words, *SIGNED).record
    assert isinstance(record, Figure)
    assert (record.low, record.high, record.qualifier) == bounds


@pytest.mark.parametrize(
    ("field", "words"),
    [("value", "多"), ("value", "1300元"), ("value", "1200张"), ("low", "690000"), ("period", "去年"),
     ("period", "2025-13"), ("unit", "万元"), ("measure", "高"), ("value", "1300张 1400张")],
)  # fmt: skip
def test_nonsense_is_refused_and_changes_nothing(kept: Ledger, field: str, words: str) -> None:
    with pytest.raises(CorrectionError):
        correct(kept, "figure", field, words, *SIGNED)
    assert kept.corrections() == []


def test_a_value_is_one_field_and_its_correction_one_deed(kept: Ledger) -> None:
    stored = correct(kept, "figure", "value", "1300—1400张", *SIGNED)
    assert correctable(stored)[0] == ("value", "1300—1400张")
    assert {"low", "high", "qualifier"}.isdisjoint(name for name, _ in correctable(stored))
    (told,) = corrections_told(kept.corrections("figure"))
    assert (told.field, told.old, told.new) == ("value", "1200", "1300—1400")
    record = undo(kept, "figure", 1, "苏问渠").record
    assert isinstance(record, Figure)
    assert (record.low, record.high, record.qualifier) == (1200, 1200, "exact")


def test_each_correction_is_undone_for_itself(kept: Ledger) -> None:
    correct(kept, "figure", "value", "1300张", *SIGNED)
    correct(kept, "figure", "period", "2023", *SIGNED)
    correct(kept, "figure", "value", "1400张", "林越", "原件")
    first = undo(kept, "figure", 1, "苏问渠").record
    assert isinstance(first, Figure)
    assert (first.low, first.period) == (1400, "2023")
    then = undo(kept, "figure", 3, "苏问渠").record
    assert isinstance(then, Figure)
    assert (then.low, then.period) == (1200, "2023")
    told = corrections_told(kept.corrections("figure"))
    assert [(each.number, each.field, each.undone, each.undoes) for each in told] == [
        (1, "value", True, 0), (2, "period", False, 0), (3, "value", True, 0), (4, "value", False, 1),
        (5, "value", False, 3),
    ]  # fmt: skip
    for number in (0, 1, 4, 9):
        with pytest.raises(CorrectionError):
            undo(kept, "figure", number, "苏问渠")


def test_what_is_no_record_is_told_no_more_until_that_is_undone(kept: Ledger) -> None:
    stored = correct(kept, "figure", "stands", "false", *SIGNED)
    assert not stored.stands
    assert kept.series("新增养老床位") == []
    assert kept.panel("新增养老床位", "临澜市", (2024, 2024))[0].missing == "not told"
    correct(kept, "office", "stands", "false", *SIGNED)
    assert kept.people("温书瑶") == []
    assert undo(kept, "figure", 1, "苏问渠").stands
    assert [row.quote for row in kept.series("新增养老床位")] == ["1200张"]
    assert not kept.series("新增养老床位")[0].corrected


def test_who_is_responsible_is_one_correction(tmp_path: Path) -> None:
    text = "市教育局要在6月底前新增学位1300个。"
    with Ledger(tmp_path / "任务.db") as ledger:
        ledger.add(read(Document(id="cd" * 32, text=text, name="t.txt"), date="2026-01-13", place="临澜市"))
        record = correct(ledger, "commitment", "actor", "市民政局", *SIGNED).record
        assert isinstance(record, Commitment)
        assert (record.actor, record.body) == ("市民政局", "临澜市民政局")
        assert [row.body for row in ledger.bodies("民政局")] == ["临澜市民政局"]
        (told,) = corrections_told(ledger.corrections("commitment"))
        assert (told.field, told.old, told.new) == ("actor", "市教育局", "市民政局")
        undone = undo(ledger, "commitment", 1, "苏问渠").record
        assert isinstance(undone, Commitment)
        assert (undone.actor, undone.body) == ("市教育局", "临澜市教育局")


@pytest.mark.parametrize(
    ("quote", "words", "meant"),
    [("2.6万亩", "2.4", "2.4万亩"), ("96.2亿元", "96.5", "96.5亿元"), ("超4000亿元", "4,100", "4,100亿元"),
     ("2.6万亩", "2.4亩", "2.4亩"), ("1200张", "1300", "1300"), ("6.9%", "7", "7"), ("5万户以上", "6", "6万户")],
)  # fmt: skip
def test_a_bare_number_has_the_unit_that_is_printed(tmp_path: Path, quote: str, words: str, meant: str) -> None:
    text = f"2024年，全市新增面积{quote}。"
    with Ledger(tmp_path / "单位.db") as ledger:
        ledger.add(read(Document(id="ef" * 32, text=text, name="u.txt"), date="2025-01-20", place="临澜市"))
        assert with_printed_unit(ledger.record("figure"), "value", words) == meant


def test_times_are_kept_as_iso(kept: Ledger) -> None:
    record = correct(kept, "figure", "period", "2024年6月", *SIGNED).record
    assert isinstance(record, Figure)
    assert record.period == "2024-06"


def test_the_last_correction_that_holds_is_undone_first(kept: Ledger) -> None:
    read_as = kept.record("figure").record.to_json()["period"]
    correct(kept, "figure", "period", "2023", *SIGNED)
    correct(kept, "figure", "period", "2022", *SIGNED)
    assert [undo_last(kept, "figure", "苏问渠").record.to_json()["period"] for _ in range(2)] == ["2023", read_as]
    with pytest.raises(CorrectionError, match="no correction to undo"):
        undo_last(kept, "figure", "苏问渠")


def test_a_concept_that_the_scheme_has_not_is_refused_with_those_alike(kept: Ledger) -> None:
    with pytest.raises(CorrectionError, match="fiscal_revenue"):
        correct(kept, "figure", "concept", "fiscal_revenu", *SIGNED)
    with pytest.raises(CorrectionError, match="gdp"):
        correct(kept, "figure", "concept", "地区生产总值", *SIGNED)
