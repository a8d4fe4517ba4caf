"""Places that people state: slips are refused with what they may have meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.documents import UnreadableFile
from luoshi.ledger import Ledger
from luoshi.reading import read
from luoshi.service import Service
from luoshi.service.places import alike, refusal


@pytest.mark.parametrize("place", ["", "青岛市", "青岛", "山东省", "全国", "西海岸新区", " 青岛市 "])
def test_divisions_and_nothing_are_taken(place: str) -> None:
    assert refusal(place, "") is None


def test_what_the_text_or_the_ledger_names_is_taken(ledger: Ledger) -> None:
    assert refusal("临澜市", "临澜市一般公共预算收入99.9亿元。") is None
    assert refusal("临澜市", "全市收入99.9亿元。", ledger) is not None
    ledger.add(read("全市收入99.9亿元。", place="临澜市"))
    assert refusal("临澜市", "全市支出120亿元。", ledger) is None


@pytest.mark.parametrize(("place", "meant"), [("清岛市", "青岛市"), ("山東省", "山东省"), ("370200", "青岛市")])
def test_a_slip_is_refused_with_what_is_alike(place: str, meant: str) -> None:
    told = refusal(place, "全市收入99.9亿元。")
    assert told is not None
    assert all(meant in words and "--new-place" in words for words in told)


def test_nothing_alike_is_said_for_what_is_like_nothing() -> None:
    assert alike("Nowhere") == []


def test_reading_refuses_a_slip_and_takes_a_new_place(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("全市收入99.9亿元。", "utf-8")
    with pytest.raises(UnreadableFile, match="青岛市"):
        Service(place="清岛市").read(file)
    assert Service(place="清岛市", new_place=True).read(file).place == "清岛市"
    assert Service(place="青岛").read(file).place == "青岛市"


def test_adding_refuses_a_slip_and_goes_on_with_the_next(tmp_path: Path) -> None:
    for name, words in (
        ("a.txt", "全市收入99.9亿元。"),
        ("b.txt", "临澜市收入99.9亿元。"),
        ("c.txt", "全市支出9亿元。"),
    ):
        (tmp_path / name).write_text(words, "utf-8")
    service = Service(str(tmp_path / "luoshi.db"), place="临澜市")
    with service.opened(create=True) as kept:
        added = list(service.add(kept, [tmp_path / f"{name}.txt" for name in "abc"]))
    assert [each.state for each in added] == ["refused", "new", "new"]
    assert "--new-place" in added[0].message
