"""Answers kept as long as the ledger is as it was when they were given: the same pages are asked for over and over."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from luoshi.ledger import Ledger

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_MOST = 512  # answers; those of a place's overview are five


class Remembered:
    """The latest answers of a ledger, so many at most. What is kept of them must not be changed by who gets them.

    >>> from luoshi.service import overview
    >>> remembered = Remembered(ledger)
    >>> remembered(overview, "临澜市", "2025", "2026-02-01") is remembered(overview, "临澜市", "2025", "2026-02-01")
    True
    """

    def __init__(self, ledger: Ledger, most: int = _MOST) -> None:
        self._ledger = ledger
        self._most = most
        self._state: tuple[int, ...] = ()
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(
        self,
        question: Callable[Concatenate[Ledger, Asked], Answer],
        *asked: Asked.args,
        **named: Asked.kwargs,
    ) -> Answer:
        """What ``question`` answers of the ledger, now or when it was last asked in this state."""
        state = self._ledger.state()
        key = (question, asked, tuple(sorted(named.items())))
        with self._lock:
            if state != self._state:
                self._kept.clear()
                self._state = state
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast(Answer, self._kept[key])
        answer = question(self._ledger, *asked, **named)
        with self._lock:
            if state == self._state:  # what was asked meanwhile may have seen another one
                self._kept[key] = answer
                if len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return answer
