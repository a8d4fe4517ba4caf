"""Named rules: one name, one rule."""

from __future__ import annotations

import pytest

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
