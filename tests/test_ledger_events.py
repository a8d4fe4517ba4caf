"""Events in the order of their days."""

from __future__ import annotations

import json

from ledger_readings import document, reading

from luoshi.ledger import Ledger
from luoshi.records import Event

TEXT = "1月8日，市长沈砚舟到望渔港调研，市交通局陪同。1月3日，市政府召开会议。去年白螺电厂开工。"


def keep(ledger: Ledger) -> None:
    def event(quote: str, act: str, period: str, **fields: object) -> Event:
        start = TEXT.index(quote)
        return Event(quote=quote, start=start, end=start + len(quote), act=act, period=period, **fields)  # type: ignore[arg-type]

    visit = event(
        "市长沈砚舟到望渔港调研",
        "visit",
        "2025-01-08",
        actors=("沈砚舟",),
        accompanied=("市交通局",),
        places=("望渔港",),
    )
    meeting = event("市政府召开会议", "meeting", "2025-01-03", actors=("市政府",))
    opening = event("去年白螺电厂开工", "opening", "2024", subject="白螺电厂")
    ledger.add(reading(document(TEXT), events=(visit, meeting, opening)))


def test_events_stand_in_the_order_of_their_days(ledger: Ledger) -> None:
    keep(ledger)
    assert [(row.kind, row.date) for row in ledger.events()] == [
        ("meeting", "2025-01-03"),
        ("visit", "2025-01-08"),
        ("opening", "2025-01-10"),
    ]


def test_filters(ledger: Ledger) -> None:
    keep(ledger)
    assert [row.kind for row in ledger.events(kind="visit")] == ["visit"]
    assert [row.kind for row in ledger.events(actor="交通局")] == ["visit"]
    assert [row.kind for row in ledger.events(year=2024)] == ["opening"]
    assert [row.kind for row in ledger.events(words="望渔港 调研")] == ["visit"]
    assert ledger.events("望舒市") == []


def test_json_has_the_promised_keys(ledger: Ledger) -> None:
    keep(ledger)
    told = json.loads(json.dumps(ledger.events()[0].to_json()))
    keys = "kind date period actors accompanied places subject place id quote document start end"
    assert " ".join(told) == keys
