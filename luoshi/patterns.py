"""Regular expressions that are compiled when they are first used.

Python compiles a pattern anew in every process, and a set of Chinese characters takes it a third of a millisecond: the
grammar together takes longer than the reading of a page, and a page needs a quarter of it.

A search skips to the characters with which a match may begin, ten times as fast as it tries a pattern at each place,
but only where all choices begin with a character that is written out, or the whole with one set: ``市里|县[里上]`` and
``由(?<!自由)`` do; ``[市县]里|县上`` (a set among the choices) and ``(?<!自)由`` (a look first) do not. Where only the
place counts, :func:`standing_at` makes such a pattern of any.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any, cast

_OF_PATTERN = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


class _Late:
    """A pattern that becomes the compiled one at its first use: by name in the module that uses it, else by method."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_PATTERN:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._given)
        names = sys._getframe(1).f_globals
        for each, value in list(names.items()):
            if value is self:
                names[each] = compiled  # a method of this one is found a third slower
        for each in _OF_PATTERN:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def standing_at(characters: Iterable[str], pattern: str) -> str:
    """``pattern`` where one of ``characters``, which are those it may begin with, stands.

    The character is stepped over first, since so a search skips all others; the match is of it alone, so that this
    serves where only the place counts, or the groups within.
    """
    return f"[{''.join(sorted(characters))}](?<=(?={pattern}).)"


def begun_by(characters: Iterable[str], pattern: str) -> str:
    """``pattern`` behind a look for one of ``characters``, which are those it may begin with; most places have none."""
    return f"(?=[{''.join(sorted(set(characters)))}])(?:{pattern})"


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile`` put off until a method is asked for; to be used by its methods, not handed to ``re.sub``.

    An error in the pattern is raised at the first use, too.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
