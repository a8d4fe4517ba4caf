"""What is asked of a ledger, and where."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import TypeVar

from luoshi import stated
from luoshi.ledger.database import Database

Words = TypeVar("Words", bound=Collection[str])


class Asked:
    """A ledger's database, which each of its parts asks."""

    _database: Database


def about(place: str, year: str | int, indicator: str) -> tuple[str, str, str]:
    """What a question is about, as it is asked of the ledger."""
    return stated.name(place), stated.year(year), stated.name(indicator)


def several(words: Words | str | None) -> Words | tuple[str] | None:
    """A list of words; a word alone is a list of one."""
    return (words,) if isinstance(words, str) else words


def time_now() -> str:
    """The time of day, kept for people; nothing that the ledger tells depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
