"""Zip files with XML: their limits."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import package

from luoshi.documents import UnreadableFile, packages
from luoshi.documents.packages import Package, local, parse_xml


def test_parts_are_read_by_name() -> None:
    opened = Package(package({"a.xml": "<a><b/></a>", "c/": ""}), "a.docx")
    assert opened.names == ["a.xml"]
    assert "a.xml" in opened
    root = opened.xml("a.xml")
    assert root is not None
    assert [local(child) for child in root] == ["b"]
    assert opened.read("d") is opened.xml("d") is None


def test_an_entry_without_a_name_is_no_part() -> None:
    opened = Package(package({"a.xml": "<a/>", "Q": "b"}).replace(b"Q", b"\0"), "a.docx")  # a name ends at its zero
    assert opened.names == ["a.xml"]
    assert opened.listed == 2


@pytest.mark.parametrize(("most", "size"), [("LARGEST_PART", 5000), ("LARGEST_PACKAGE", 5000), ("MOST_RATIO", 2)])
def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch, most: str, size: int) -> None:
    monkeypatch.setattr(packages, most, size)
    monkeypatch.setattr(packages, "SMALL_PART", 100)
    opened = Package(package({"a": "0" * 10_000}), "a.docx")
    with pytest.raises(UnreadableFile, match="unreasonable size"):
        opened.read("a")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "entities"),
        (b'<!DOCTYPE a SYSTEM "http://203.0.113.9/x.dtd"><a/>', "entities"),
        (b"<a>" * 400 + b"</a>" * 400, "nested too deeply"),
        (b"<a>", "damaged"),
        (b"", "damaged"),
    ],
)
def test_hostile_xml_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        parse_xml(data, "a.docx")


def test_entities_do_not_grow() -> None:
    grown = [f"&x{at};" * 10 for at in range(12)]
    entities = "".join(f"<!ENTITY x{at} '{grown[at - 1]}'>" for at in range(1, 12))
    bomb = f'<!DOCTYPE a [<!ENTITY x0 "haha">{entities}]><a>&x11;</a>'
    with pytest.raises(UnreadableFile):
        parse_xml(bomb.encode(), "a.docx")


@given(st.binary(max_size=300))
def test_any_bytes_are_xml_or_refused(data: bytes) -> None:
    with suppress(UnreadableFile):
        assert parse_xml(data, "a") is not None
