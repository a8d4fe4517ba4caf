"""The package as it is imported: its public names, found when they are used."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import luoshi


@pytest.mark.parametrize("name", luoshi.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(luoshi, name)
    assert name in dir(luoshi)
    assert isinstance(value, str) or value.__doc__


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        luoshi.nothing  # noqa: B018


def test_the_version_is_that_of_the_installed_package() -> None:
    assert luoshi.__version__ == version("luoshi")


def test_importing_loads_nothing_else() -> None:
    code = "import sys, luoshi; print([name for name in sys.modules if name.startswith('luoshi.')])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert shown.strip() == "[]"


def test_the_whole_way_in_a_few_lines(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("临澜市2025年一般公共预算收入99.9亿元，增长3.8%。", "utf-8")
    reading = luoshi.read(luoshi.open(path, date="2026-01-13", place="临澜市"))
    with luoshi.Ledger(tmp_path / "luoshi.db") as ledger:
        assert ledger.add(reading)
        (row,) = ledger.series("一般公共预算收入", place="临澜市", measure="level")
    assert (row.period, row.low, row.quote) == ("2025", 9990000000, "99.9亿元")


def test_the_language_layer_stands_on_its_own() -> None:
    text = "2025年临澜市新增养老床位约一千二百张，占全省的三成五。"
    for found in (luoshi.numbers(text), luoshi.quantities(text), luoshi.times(text, date="2026-01-13")):
        assert found
        for each in found:
            assert text[each.start : each.end] == each.quote
    assert [time.period for time in luoshi.times(text, date="2026-01-13")] == ["2025"]
    assert [quantity.low for quantity in luoshi.quantities(text)] == [1200, 35]
    (place,) = luoshi.places("河北省石家庄市的会议")
    assert place.quote == "河北省石家庄市"
