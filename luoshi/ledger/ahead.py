"""Work that a thread does one step ahead, for what leaves Python while it computes: NumPy, Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


def ahead(make: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
    """``make`` of each item, in their order: while one is used, the next one is made, and no more."""
    waiting: Future[Made] | None = None
    with ThreadPoolExecutor(1) as pool:
        for item in items:
            made = pool.submit(make, item)
            if waiting is not None:
                yield waiting.result()
            waiting = made
        if waiting is not None:
            yield waiting.result()
