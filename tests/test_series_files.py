"""An indicator's values as files that spreadsheets open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from luoshi.language.passage import one_line
from luoshi.ledger import Ledger
from luoshi.service.charts import charted
from luoshi.service.sample import CITY, REVENUE, read_sample
from luoshi.service.series_files import rows_as_csv, write_series


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger of the sample city."""
    with read_sample(tmp_path_factory.mktemp("sample")) as sample:
        yield sample.ledger


def test_a_spreadsheet_opens_the_table_and_runs_none_of_it(ledger: Ledger) -> None:
    row = replace(charted(ledger, "粮食产量").rows[0], document="@r.txt", sentence="=1+1", place="-")
    table = rows_as_csv([row])
    assert table.startswith(b"\xef\xbb\xbf")
    (told,) = csv.DictReader(io.StringIO(table.decode("utf-8-sig")))
    assert (told["document"], told["sentence"], told["place"]) == ("'@r.txt", "'=1+1", "'-")
    assert (told["low"], told["quote"]) == (str(row.low), row.quote)


def test_a_workbook_has_readable_units_and_open_ends(ledger: Ledger, tmp_path: Path) -> None:
    for indicator, measure in ((REVENUE, "level"), ("城镇新增就业", "level")):
        told = charted(ledger, indicator, [CITY], measure)
        assert write_series(told, tmp_path / "数列.xlsx") == len(told.rows)
        _, head, *rows = openpyxl.load_workbook(tmp_path / "数列.xlsx").active.values
        cells = [dict(zip(head, row, strict=True)) for row in rows]
        assert {cell["单位"] for cell in cells} == {told.unit}
        if indicator == REVENUE:
            assert {cell["数值"] for cell in cells if cell["性质"] == "实绩"} == {96.2, 99.9}
        else:
            assert any(cell["限定"] == "≥" and cell["数值"] and not cell["至"] for cell in cells)
        assert {cell["原文写法"] for cell in cells} == {one_line(row.quote) for row in told.rows}
