"""How often someone may try to sign in: by address and name, by address, and by name, in the last minutes."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

WINDOW = 15 * 60
"""Seconds within which failures are counted."""

#: Failures after which one waits: of an address with a name, of an address, of a name from anywhere.
MOST = {"both": 5, "address": 30, "name": 60}
_REMEMBERED = 20_000  # addresses and names


class Attempts:
    """Failures to sign in, counted in the memory of one desk; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[tuple[str, str, str], deque[float]] = OrderedDict()
        self._turn = threading.Lock()

    def wait(self, address: str, name: str) -> int:
        """Seconds until this address may try this name again, 0 where it may now."""
        with self._turn:
            return max(self._wait(key) for key in _keys(address, name))

    def failed(self, address: str, name: str) -> None:
        """Count a failure."""
        with self._turn:
            for key in _keys(address, name):
                self._failures.setdefault(key, deque(maxlen=MOST[key[0]])).append(self._clock())
                self._failures.move_to_end(key)
            while len(self._failures) > _REMEMBERED:
                self._failures.popitem(last=False)

    def succeeded(self, address: str, name: str) -> None:
        """Take the last failure back, and forget those of this address with this name."""
        with self._turn:
            for key in _keys(address, name):
                failures = self._failures.get(key)
                if failures and key[0] == "both":
                    failures.clear()
                elif failures:
                    failures.pop()

    def _wait(self, key: tuple[str, str, str]) -> int:
        failures = self._failures.get(key)
        if failures is None or len(failures) < MOST[key[0]]:
            return 0
        return max(0, int(failures[0] + WINDOW - self._clock()))


def _keys(address: str, name: str) -> list[tuple[str, str, str]]:
    name = name.strip().casefold()[:80]
    return [("both", address, name), ("address", address, ""), ("name", "", name)]
