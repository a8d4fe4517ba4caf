"""What a report's sentence says, without what only its own report needs."""

from __future__ import annotations

import pytest

from luoshi.ledger.book.said import without_number


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("4．燃气管网：已改造8公里", "燃气管网：已改造8公里"),
        ("（三）燃气管网已改造8公里", "燃气管网已改造8公里"),
        ("②已开工", "已开工"),
        ("3.5公里已贯通", "3.5公里已贯通"),
        ("已改造8公里", "已改造8公里"),
    ],
)
def test_a_report_s_own_number_is_taken_away(words: str, plain: str) -> None:
    assert without_number(words) == plain
