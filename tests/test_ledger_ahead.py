"""What is made ahead comes in order, one at a time, and what goes wrong is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from luoshi.ledger.ahead import ahead


def test_all_come_in_their_order() -> None:
    assert list(ahead(str, range(5))) == ["0", "1", "2", "3", "4"]
    assert list(ahead(str, [])) == []


def test_only_the_next_one_is_asked_for() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(5):
            asked.append(number)
            yield number

    made = ahead(str, items())
    assert next(made) == "0"
    assert asked == [0, 1]
    made.close()  # type: ignore[attr-defined]
    assert asked == [0, 1]


def test_an_error_is_told_where_its_item_would_come() -> None:
    made = ahead(lambda number: 1 // number, [1, 0, 2])
    assert next(made) == 1
    with pytest.raises(ZeroDivisionError):
        next(made)
