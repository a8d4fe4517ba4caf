"""Pages as they were written, kept until the ledger changes, no more of them than fit into a bounded memory."""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from weakref import WeakValueDictionary

_MOST = 32 << 20  # bytes
_LARGEST = _MOST >> 3  # of one page
_BESIDES = 1024  # bytes that a page takes besides its own


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one who is hidden (:mod:`luoshi.ways.web.askers`), and the headers that tell what it is."""

    body: bytes
    headers: dict[str, str]


class KeptPages:
    """The pages that were asked for last, all of one state of a ledger."""

    def __init__(self, most: int = _MOST, largest: int = _LARGEST) -> None:
        self._most, self._largest = most, largest
        self._state: tuple[int, ...] = ()
        self._pages: OrderedDict[Hashable, tuple[Page, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._turns: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()
        self.size = 0  # bytes

    def get(self, state: tuple[int, ...], asked: Hashable) -> Page | None:
        """The page that was kept for what is ``asked``; ``None`` where there is none of this state."""
        with self._lock:
            if state != self._state or asked not in self._pages:
                return None
            self._pages.move_to_end(asked)
            return self._pages[asked][0]

    def put(self, state: tuple[int, ...], asked: Hashable, page: Page, length: int) -> None:
        """Keep a page; ``state`` was told before it was written, ``length`` is how long what is ``asked`` is."""
        size = len(page.body) + length + _BESIDES
        if size > self._largest:
            return
        with self._lock:
            if state != self._state:
                self._pages.clear()
                self._state, self.size = state, 0
            if asked in self._pages:
                self.size -= self._pages.pop(asked)[1]
            self._pages[asked] = page, size
            self.size += size
            while self.size > self._most:
                self.size -= self._pages.popitem(last=False)[1][1]

    def turn(self, asked: Hashable) -> asyncio.Lock:
        """The lock that is held by who has the page written for what is ``asked``."""
        turn = self._turns.get(asked)
        if turn is None:
            turn = self._turns[asked] = asyncio.Lock()
        return turn
