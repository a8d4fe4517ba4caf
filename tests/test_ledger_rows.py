"""Records as rows and again as records; the names of records."""

from __future__ import annotations

import pytest
from ledger_readings import REPORT, figure, report

from luoshi.ledger.identity import Place
from luoshi.ledger.rows import KINDS, key_of, parse_key, record_id, record_of, rows_of
from luoshi.records import Article, Event, Formulation, Project, Span

HOME = Place("临澜市", "")


def test_records_of_every_kind_come_back() -> None:
    records = [
        Article(headline="工作报告", start=0, end=11, byline=("纪闻澜", "苏问渠"), dateline="2025-01-10", genre="news"),
        Formulation(
            quote="“一码通办”平台", start=3, end=11, phrase="一码通办", head="平台", user="市数据局", period="2025"
        ),
        Event(
            quote="市数据局召开会议",
            start=5,
            end=13,
            act="meeting",
            period="2025-01-09",
            actors=("市数据局",),
            accompanied=("苏问渠",),
            places=("市民中心",),
            subject="一码通办",
        ),
        Project(
            quote="通道工程",
            start=5,
            end=9,
            name="临澜湾跨海通道",
            stage="done",
            ahead=True,
            period="2027",
            body="市交通局",
        ),
        *report(),
        figure(REPORT, "61亿元", "收入", "6.10E+9", sources=(("period", Span(12, 16, "过去一年")),)),
    ]
    assert {record.kind for record in records} == set(KINDS)
    for record in records:
        [row] = rows_of([record], 1, HOME)
        assert repr(record_of(record.kind, row)) == repr(record)


def test_a_second_record_on_a_span_has_its_own_key() -> None:
    record = figure(REPORT, "61亿元", "收入", "61")
    rows = rows_of([record, record], 1, HOME)
    keys = [key_of("figure", row) for row in rows]
    assert keys == [record.key(), record.key() + ".2"]
    assert [parse_key(key) for key in keys] == [("figure", record.start, record.end, n) for n in (1, 2)]


@pytest.mark.parametrize(
    "key", ["", "figure", "figure-1", "figure-1-", "task-1-2", "figure-1-2.", "figure-1-2-3", "图-1-2"]
)
def test_what_is_no_key(key: str) -> None:
    assert parse_key(key) is None


def test_a_record_id_begins_with_its_document() -> None:
    assert record_id("3fa9c0d1e2b3a495" + "0" * 48, "figure-120-128") == "3fa9c0d1e2b3a495:figure-120-128"
