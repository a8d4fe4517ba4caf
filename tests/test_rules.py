"""Named rules: one name, one rule, told in both languages."""

from __future__ import annotations

import pytest

import luoshi.reading  # noqa: F401  its rules are known once it is loaded
from luoshi.knowledge.rules import in_chinese, told
from luoshi.language.rules import RULES, rule


def test_a_name_is_used_once() -> None:
    @rule("a rule of this test", "Reads nothing.", ("text", "yield"))
    def one() -> None: ...

    try:
        assert RULES["a rule of this test"].examples == (("text", "yield"),)
        with pytest.raises(ValueError, match="two rules"):
            rule("a rule of this test", "Reads nothing either.")(one)
    finally:
        del RULES["a rule of this test"]


def test_what_reads_records_is_told_in_chinese_too() -> None:
    readers = {name for name, each in RULES.items() if each.module.startswith("luoshi.reading")}
    assert {name for name in readers if not all(in_chinese(name))} == set()
    assert set(told()) <= set(RULES)
