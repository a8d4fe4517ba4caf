"""What waits to be kept at the desk: found under its name, taken once, and gone when too many came after it."""

from __future__ import annotations

from luoshi.ways.web.waiting import Waiting


def test_what_waits_is_found_and_taken_once() -> None:
    waiting: Waiting[str] = Waiting()
    first, second = waiting.put("a"), waiting.put("a")
    assert first != second
    assert waiting.get(first) == "a"
    assert (waiting.take(first), waiting.take(first), waiting.get(first)) == ("a", None, None)
    assert waiting.get(second) == "a"


def test_the_oldest_make_way() -> None:
    waiting: Waiting[int] = Waiting()
    names = [waiting.put(at) for at in range(100)]
    assert waiting.get(names[0]) is None
    assert waiting.get(names[-1]) == 99
