"""A part of a read corpus is there whole or not at all, and holds what a ledger holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger_readings import document, reading, report

pytest.importorskip("pyarrow")

from luoshi.ledger import LedgerError, schema
from luoshi.ledger.parts import LARGEST, ReadCorpus

NOW = "2026-02-01T08:00:00+00:00"


def test_parts_are_told_in_their_order_with_what_was_refused(tmp_path: Path) -> None:
    corpus = ReadCorpus(str(tmp_path))
    corpus.write(7, [report()], ["a.pdf：打不开"], NOW)
    corpus.write(2, [], [], NOW)
    first, second = ReadCorpus(str(tmp_path)).parts()
    assert (first.number, first.rows["documents"]) == (2, 0)
    assert (second.name, second.refused, second.rows["figures"]) == ("part-000007", ("a.pdf：打不开",), 5)


def test_a_part_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    part = ReadCorpus(str(tmp_path)).write(0, [report()], [], NOW)
    (Path(part.folder) / "done.json").unlink()
    assert ReadCorpus(str(tmp_path)).parts() == []


def test_readings_are_numbered_through_all_parts(tmp_path: Path) -> None:
    corpus = ReadCorpus(str(tmp_path))
    part = corpus.write(3, [report(), reading(document("别的报告。"))], [], NOW)
    assert corpus.table(part, schema.readings)["id"].to_pylist() == [3 * LARGEST, 3 * LARGEST + 1]
    assert set(corpus.table(part, schema.figures)["reading_id"].to_pylist()) == {3 * LARGEST}


def test_a_document_that_comes_twice_is_kept_once(tmp_path: Path) -> None:
    assert ReadCorpus(str(tmp_path)).write(0, [report(), report()], [], NOW).rows["documents"] == 1


def test_a_folder_that_can_not_be_reached_is_a_line(tmp_path: Path) -> None:
    assert ReadCorpus(str(tmp_path / "none")).parts() == []
    with pytest.raises(LedgerError, match="打不开"):
        ReadCorpus("gopher://papers/2025")
