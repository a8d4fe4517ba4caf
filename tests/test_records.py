"""The vocabulary: evidence checked where records are made, numbers exact, JSON plain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.records import Article, Document, EvidenceError, Figure, Reading

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
