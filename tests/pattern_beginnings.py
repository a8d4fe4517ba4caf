"""With which characters the matches of a regular expression may begin, told from its parse tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from re import _constants as code  # type: ignore[attr-defined]  # isort: skip
from re import _parser as parser  # type: ignore[attr-defined]  # isort: skip

ANY = "\0"
"""Stands for a character that may be any of many."""
_MOST = 300  # characters of a range that are told one by one


def beginnings(pattern: str, length: int) -> set[str]:
    """The first ``length`` characters that a match may have; fewer where it may be shorter."""
    return _of_sequence(parser.parse(pattern), length)


def _of_sequence(items: Iterable[tuple[Any, Any]], length: int) -> set[str]:
    found = {""}
    for operation, value in items:
        if all(len(one) == length for one in found):
            break
        found = {
            (one + more)[:length]
            for one in found
            for more in (_of_item(operation, value, length - len(one)) if len(one) < length else {""})
        }
    return found


def _of_item(operation: Any, value: Any, length: int) -> set[str]:
    if operation is code.LITERAL:
        return {chr(value)}
    if operation is code.IN:
        return _of_class(value)
    if operation is code.BRANCH:
        return set().union(*(_of_sequence(branch, length) for branch in value[1]))
    if operation in (code.SUBPATTERN, code.ATOMIC_GROUP):
        return _of_sequence(value[3] if operation is code.SUBPATTERN else value, length)
    if operation in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        least, most, repeated = value
        times = range(least, min(most, least + length) + 1)
        return set().union(*(_of_sequence(list(repeated) * count, length) for count in times))
    if operation in (code.AT, code.ASSERT, code.ASSERT_NOT):
        return {""}
    return {ANY}


def _of_class(members: Sequence[tuple[Any, Any]]) -> set[str]:
    found: set[str] = set()
    for kind, value in members:
        if kind is code.LITERAL:
            found.add(chr(value))
        elif kind is code.RANGE and value[1] - value[0] < _MOST:
            found |= {chr(one) for one in range(value[0], value[1] + 1)}
        else:
            return {ANY}
    return found
