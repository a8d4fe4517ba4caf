"""What was read of files that were handed over and waits to be looked at before it is kept."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from typing import Generic, TypeVar

Held = TypeVar("Held")
_REMEMBERED = 40  # files; who comes back later hands theirs over again


class Waiting(Generic[Held]):
    """The latest files that wait, in the memory of one desk, each under a name that can't be guessed."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._turn = threading.Lock()

    def put(self, held: Held) -> str:
        """Have something wait; the name under which it does."""
        name = secrets.token_urlsafe(9)
        with self._turn:
            self._held[name] = held
            while len(self._held) > _REMEMBERED:
                self._held.popitem(last=False)
        return name

    def get(self, name: str) -> Held | None:
        """What waits under a name; ``None`` where it is gone."""
        return self._held.get(name)

    def take(self, name: str) -> Held | None:
        """What waits under a name, once: it is taken away, so that nothing is kept twice."""
        with self._turn:
            return self._held.pop(name, None)
