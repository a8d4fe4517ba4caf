"""Records by their ids, whole and shortened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ledger_readings import REPORT, figure, report, yearly

from luoshi.ledger import Ledger, UnknownRecordError


def test_ids_may_be_shortened(ledger: Ledger) -> None:
    ledger.add(report())
    told = report().figures[0]
    for short in (
        f"{report().document.id}:{told.key()}",
        f"{report().document.id[:4]}:{told.key()}",
        f"{report().document.id[:4]}…:figure-{told.start}",
        told.key(),
        f"figure-{told.start}",
        f" {told.key()} ",
    ):
        assert ledger.record(short).record == told
    assert ledger.record(report().document.id[:6] + ":office").record == report().offices[0]


def test_an_id_that_several_records_answer_to_lists_them(ledger: Ledger) -> None:
    ledger.add(report())
    with pytest.raises(UnknownRecordError, match="more than one") as raised:
        ledger.record(report().document.id[:4])
    assert report().figures[0].key() in str(raised.value)
    with pytest.raises(UnknownRecordError, match="more than one"):
        ledger.record("figure")


@pytest.mark.parametrize("id", ["", "figure-1-2", "ffff:figure-1-2", "没有", "figure-99999999999-1", "%", "x:y:z", ":"])
def test_an_id_that_no_record_answers_to(ledger: Ledger, id: str) -> None:
    with pytest.raises(UnknownRecordError):
        ledger.record(id)


def test_two_records_on_one_span_have_two_ids(ledger: Ledger) -> None:
    first = figure(REPORT, "61亿元", "收入", "1")
    ledger.add(report(figures=(first, replace(first, indicator="支出"))))
    assert ledger.record(first.key()).record == first
    assert ledger.record(first.key() + ".2").record == replace(first, indicator="支出")


def test_a_record_of_the_reading_that_stands_goes_first(ledger: Ledger) -> None:
    ledger.add(report())
    ledger.add(report(reader="2"))
    assert ledger.record("office").reader == "2"


def test_the_same_key_in_two_documents_needs_the_document(ledger: Ledger) -> None:
    for year in (2022, 2023):
        ledger.add(yearly(year, "100"))
    first, second = ledger.series("一般公共预算收入")
    key = first.id.partition(":")[2]
    with pytest.raises(UnknownRecordError, match=first.id):
        ledger.record(key)
    assert ledger.record(f"{second.document_id[:8]}:{key}").id == second.id
