"""The vocabulary: evidence checked where records are made, numbers exact, JSON plain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.records import Article, Document, Event, EvidenceError, Figure, Project, Reading

TEXT = "临澜市收入12.5亿元。"


def _figure(quote: str, start: int) -> Figure:
    return Figure(
        quote=quote, start=start, end=start + len(quote), indicator="收入", measure="level", sign=None,
        low=Decimal("1250000000.0"), high=Decimal("1250000000.0"), qualifier="exact", unit="元", period="2024",
        status="actual",
    )  # fmt: skip


def test_a_reading_refuses_words_that_do_not_stand_at_their_place() -> None:
    document = Document(id="0", text=TEXT)
    Reading(document, "1", figures=(_figure("12.5亿元", 5),))
    with pytest.raises(EvidenceError, match="figure-4-10"):
        Reading(document, "1", figures=(_figure("12.5亿元", 4),))
    with pytest.raises(EvidenceError, match="article"):
        Reading(document, "1", articles=(Article(headline="", start=0, end=99),))


def test_a_span_copies_the_words_at_its_place() -> None:
    assert Document(id="0", text=TEXT).span(5, 11).quote == "12.5亿元"
    with pytest.raises(IndexError):
        Document(id="0", text=TEXT).span(5, 40)


def test_a_figure_prints_as_plain_json() -> None:
    printed = _figure("12.5亿元", 5).to_json()
    assert list(printed)[:4] == ["type", "quote", "start", "end"]
    assert (printed["type"], printed["low"], printed["sign"]) == ("figure", 1250000000, None)
    assert isinstance(printed["low"], int)


def test_an_event_prints_what_it_is_as_its_kind() -> None:
    event = Event(quote="何立诚到青石港调研", start=0, end=9, act="visit", period="2025-01-09", actors=("何立诚",))
    printed = event.to_json()
    assert (printed["type"], printed["kind"], printed["actors"]) == ("event", "visit", ["何立诚"])
    assert "act" not in printed
    assert event.key() == "event-0-9"


def test_a_project_prints_its_stage_and_whether_it_is_ahead() -> None:
    project = Project(quote="青石水库", start=0, end=4, name="青石水库", stage="done", ahead=True, period="2025")
    printed = project.to_json()
    assert (printed["type"], printed["stage"], printed["ahead"], printed["body"]) == ("project", "done", True, "")


def test_a_reading_tells_events_and_projects_behind_the_other_kinds() -> None:
    document = Document(id="0", text=TEXT)
    event = Event(quote="临澜市", start=0, end=3, act="other")
    project = Project(quote="收入", start=3, end=5, name="收入", stage="planned")
    reading = Reading(document, "1", figures=(_figure("12.5亿元", 5),), projects=(project,), events=(event,))
    assert [record.kind for record in reading] == ["figure", "event", "project"]
    with pytest.raises(EvidenceError, match="event-1-4"):
        Reading(document, "1", events=(Event(quote="临澜市", start=1, end=4, act="other"),))
