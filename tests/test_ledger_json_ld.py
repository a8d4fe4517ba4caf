"""W3C web annotations: each points at the words it was read from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ledger_readings import REPORT, document, reading, report

from luoshi.ledger import Ledger
from luoshi.records import Article


def exported(ledger: Ledger, folder: Path, kind: str = "") -> dict[str, Any]:
    ledger.export("jsonld", folder / "out.jsonld", kind)
    told: dict[str, Any] = json.loads((folder / "out.jsonld").read_text("utf-8"))
    return told


def test_every_record_is_an_annotation_with_both_selectors(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(report())
    told = exported(ledger, tmp_path)
    assert told["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (told["type"], told["total"]) == ("AnnotationCollection", 8)
    assert told["id"].startswith("urn:luoshi:annotations:")
    assert (told["first"]["partOf"], told["first"]["id"]) == (told["id"], told["id"] + ":1")
    assert exported(ledger, tmp_path, "figures")["id"] != told["id"]
    items = told["first"]["items"]
    assert len(items) == len({item["id"] for item in items}) == 8
    for item in items:
        assert (item["type"], item["target"]["source"]["id"]) == ("Annotation", f"urn:sha256:{document().id}")
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = position["start"], position["end"]
        assert REPORT[start:end] == quote["exact"]
        around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
        assert REPORT.count(around) == 1
        assert ledger.record(item["id"].removeprefix("urn:luoshi:")).record.kind == item["body"]["type"]


def test_a_body_tells_the_fields(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(report())
    [office] = exported(ledger, tmp_path, "offices")["first"]["items"]
    assert office["body"] == {"type": "office", "person": "纪闻澜", "organisation": "市数据局", "posts": ["局长"]}
    under = exported(ledger, tmp_path, "figures")["first"]["items"][-1]["body"]
    assert (under["high"], under["unit"], "low" in under) == ("4.5", "%", False)


def test_an_article_is_its_extent_and_a_page_its_address(ledger: Ledger, tmp_path: Path) -> None:
    source = document(url="https://linlan.example/1")
    ledger.add(reading(source, articles=(Article(headline="报告", start=0, end=20),)))
    [item] = exported(ledger, tmp_path)["first"]["items"]
    assert item["target"]["source"]["id"] == "https://linlan.example/1"
    assert item["target"]["selector"] == [{"type": "TextPositionSelector", "start": 0, "end": 20}]


@pytest.mark.parametrize("kind", ["", "figures"])
def test_nothing_to_tell(ledger: Ledger, tmp_path: Path, kind: str) -> None:
    told = exported(ledger, tmp_path, kind)
    assert (told["total"], told["first"]["items"]) == (0, [])
