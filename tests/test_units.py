"""The unit table: what ships is sound, users' files extend it, and wrong files are refused by name."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.knowledge.units import KINDS, UnitError, load, shipped


def test_every_spelling_finds_itself() -> None:
    table = shipped()
    for spellings in table.first.values():
        for unit in spellings:
            assert unit.kind in KINDS
            assert table.at(unit.alias, 0) == unit
            assert unit.factor > 0


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("个百分点", "个百分点"),
        ("个月", "个月"),
        ("人次", "人次"),
        ("平方公里", "平方公里"),
        ("千瓦时", "千瓦时"),
        ("km", "公里"),
        ("美金", "美元"),
        ("标准箱", "标箱"),
    ],
)
def test_the_longest_spelling_wins(text: str, symbol: str) -> None:
    unit = shipped().at(text, 0)
    assert unit is not None
    assert unit.symbol == symbol


@pytest.mark.parametrize("text", ["个人所得税", "元旦", "家庭", "人民", "成果", "kms", "", "的"])
def test_a_word_that_only_begins_like_a_unit_is_none(text: str) -> None:
    assert shipped().at(text, 0) is None


def test_a_multiple_counts_its_base_unit() -> None:
    unit = shipped().at("千升", 0)
    assert unit is not None
    assert (unit.symbol, unit.factor) == ("升", Decimal(1000))


def test_a_users_file_extends_and_overrides(tmp_path: Path) -> None:
    path = tmp_path / "units.toml"
    path.write_text(
        '[[unit]]\nsymbol = "贝"\nkind = "money"\n'
        '[[multiple]]\nsymbol = "吨"\nkind = "measure"\nspellings = { "公吨" = 1.0, "担" = 0.05 }\n'
        '[not_before]\n"贝" = ["壳"]\n',
        encoding="utf-8",
    )
    table = load(path)
    assert table.at("贝壳", 0) is None
    found = [table.at(text, 0) for text in ("贝", "担", "元")]
    assert [unit and (unit.symbol, unit.factor) for unit in found] == [("贝", 1), ("吨", Decimal("0.05")), ("元", 1)]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("symbol = ", "units.toml"),
        ('[[unit]]\nkind = "money"\n', "without 'symbol'"),
        ('[[unit]]\nsymbol = "贝"\nkind = "shell"\n', "unknown kind"),
        ('[[unit]]\nsymbol = "贝"\nkind = "money"\nfactor = 3\n', "unknown key"),
        ('[[unit]]\nsymbol = "贝"\nkind = "money"\naliases = [""]\n', "empty alias"),
        ('[[group]]\nkind = "money"\nsymbols = [3]\n', "empty symbol"),
        ('[[multiple]]\nsymbol = "吨"\nkind = "measure"\nspellings = { "担" = -1 }\n', "no positive multiple"),
        ('[[multiple]]\nsymbol = "吨"\nkind = "measure"\nspellings = { "担" = "much" }\n', "no positive multiple"),
        ("[shells]\n", "unknown table"),
        ('[not_before]\n"元" = "旦"\n', "not a list"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "units.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnitError, match=complaint) as error:
        load(path)
    assert str(path) in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnitError, match="nowhere"):
        load(tmp_path / "nowhere.toml")
