"""Who held which post when, and which body answers for what."""

from __future__ import annotations

import json

from ledger_readings import document, reading, report

from luoshi.ledger import Ledger
from luoshi.records import Office, Reading


def seen(day: str, person: str, post: str, body: str = "临澜市数据局") -> Reading:
    text = f"{day}，市数据局{post}{person}出席。"
    quote = f"{post}{person}"
    start = text.index(quote)
    office = Office(
        quote=quote,
        start=start,
        end=start + len(quote),
        person=person,
        organisation="市数据局",
        posts=(post,),
        body=body,
    )
    return reading(document(text, name=f"{day}.txt"), date=day, offices=(office,))


def test_a_post_is_told_with_its_first_and_last_mention(ledger: Ledger) -> None:
    for day, person in (
        ("2025-03-01", "纪闻澜"),
        ("2024-05-02", "纪闻澜"),
        ("2025-09-09", "苏问渠"),
        ("2024-12-01", "纪闻澜"),
    ):
        ledger.add(seen(day, person, "局长"))
    rows = ledger.people()
    assert [(row.person, row.first.date, row.last.date, row.mentions) for row in rows] == [
        ("纪闻澜", "2024-05-02", "2025-03-01", 3),
        ("苏问渠", "2025-09-09", "2025-09-09", 1),
    ]
    assert rows[0].body == "临澜市数据局"
    assert rows[0].last.quote == "局长纪闻澜"


def test_a_document_without_a_day_says_nothing_of_when(ledger: Ledger) -> None:
    ledger.add(seen("", "纪闻澜", "局长"))
    ledger.add(seen("2025-03-01", "纪闻澜", "局长"))
    [row] = ledger.people()
    assert (row.first.date, row.last.date, row.mentions) == ("2025-03-01", "2025-03-01", 2)


def test_person_body_and_place_can_be_asked_for(ledger: Ledger) -> None:
    ledger.add(seen("2025-03-01", "纪闻澜", "局长"))
    ledger.add(seen("2025-03-02", "苏问渠", "科长"))
    assert [row.person for row in ledger.people("问渠")] == ["苏问渠"]
    assert len(ledger.people(body="市数据局")) == 2
    assert ledger.people(body="教育局") == []
    assert len(ledger.people(place="临澜")) == 2
    assert ledger.people(place="青岛") == []


def test_a_correction_counts(ledger: Ledger) -> None:
    ledger.add(seen("2025-03-01", "纪闻澜", "局长"))
    ledger.correct(ledger.people()[0].first.id, "person", "季闻澜", by="苏问渠", why="错字")
    assert [row.person for row in ledger.people()] == ["季闻澜"]


def test_bodies_answer_for_commitments(ledger: Ledger) -> None:
    ledger.add(report())
    [row] = ledger.bodies("数据局")
    assert row.evidence.quote == "市数据局将在年底前建成“一码通办”平台"
    told = json.loads(json.dumps(row.to_json()))
    assert " ".join(told) == "body place theme deadline id quote document date start end"
    assert ledger.bodies("教育局") == []


def test_json_has_the_promised_keys(ledger: Ledger) -> None:
    ledger.add(seen("2025-03-01", "纪闻澜", "局长"))
    told = json.loads(json.dumps(ledger.people()[0].to_json()))
    assert " ".join(told) == "person body post place first_seen last_seen mentions first last"
