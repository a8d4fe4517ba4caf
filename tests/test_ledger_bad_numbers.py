"""No number, however large or broken, keeps the ledger from telling the rest."""

from __future__ import annotations

import contextlib
import io
import json
import sqlite3
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_readings import document, figure, reading, report

from luoshi.ledger import CorrectionError, Ledger
from luoshi.records import Reading
from luoshi.ways.cli.tables.values import show_conflicts, show_outcomes, show_series

_NUMBERS = ["0", "1", "5.5", "100", "182.4", "-3", "9" * 29, "1" + "0" * 40, "1E+30", "1E-40", "9" * 60, "0E-30"]
_LEADS = ["{}为", "，其中{}", "，{}比上年增长", "。{}占地区生产总值的"]


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    """A document that tells related figures whose numbers are anything."""
    text, told = "", []
    for _ in range(draw(st.integers(2, 8))):
        name = draw(st.sampled_from(["一般公共预算收入", "税收收入", "非税收入", "地区生产总值", "第一产业增加值"]))
        number, unit = Decimal(draw(st.sampled_from(_NUMBERS))), draw(st.sampled_from(["元", "%", "吨", "个百分点"]))
        measure = draw(st.sampled_from(["level", "growth", "share", "change"]))
        fields: dict[str, Any] = {
            "measure": measure,
            "sign": draw(st.sampled_from([1, -1])) if measure in ("growth", "change") else None,
            "unit": unit,
            "period": draw(st.sampled_from(["2023", "2024"])),
            "status": draw(st.sampled_from(["actual", "target"])),
        }
        text += draw(st.sampled_from(_LEADS)).format(name)
        told.append((len(text), f"{number:f}{unit}", name, str(number), fields))
        text += f"{number:f}{unit}" + draw(st.sampled_from("，。；"))
    figures = [
        replace(figure(text[start:], quote, name, value, **fields), start=start, end=start + len(quote))
        for start, quote, name, value, fields in told
    ]
    return reading(document(text), figures=tuple(figures))


@pytest.mark.long
@settings(max_examples=40)
@given(_readings())
def test_everything_can_be_asked(added: Reading) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder, "luoshi.db")) as ledger:
        ledger.add(added)
        with contextlib.redirect_stdout(io.StringIO()):
            show_conflicts(ledger.conflicts(), True, 1)
            show_outcomes(ledger.outcomes(), True)
            show_series("", ledger.series("税收收入"), True)
        for row in (*ledger.conflicts(), *ledger.outcomes()):
            json.dumps(row.to_json())
        for to in ("xlsx", "csv", "parquet", "jsonld", "sdmx"):
            ledger.export(to, Path(folder, to))


@pytest.mark.parametrize("broken", ["abc", "NaN", "Infinity", ""])
def test_a_number_that_is_none_is_left_out(broken: str, tmp_path: Path) -> None:
    with Ledger(tmp_path / "luoshi.db") as ledger:
        ledger.add(report())
        with sqlite3.connect(tmp_path / "luoshi.db") as connection:
            connection.execute("UPDATE figures SET low = ?, high = ? WHERE unit = '人'", (broken, broken))
        connection.close()
        assert [row.low for row in ledger.series("城镇新增就业")] == [None]
        assert [row.low for row in ledger.series("一般公共预算收入")] == [Decimal(18240000000), Decimal(19000000000)]
        ledger.checks()
        assert ledger.export("xlsx", tmp_path / "台账.xlsx")


def test_a_correction_to_a_number_of_a_million_digits_is_refused(tmp_path: Path) -> None:
    with Ledger(tmp_path / "luoshi.db") as ledger:
        ledger.add(report())
        (row,) = ledger.series("城镇新增就业")
        for value in ("1E+999999", "1E-999999"):
            with pytest.raises(CorrectionError):
                ledger.correct(row.id, "low", value, by="苏问渠", why="核对")
