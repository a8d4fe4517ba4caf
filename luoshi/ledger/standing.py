"""Which of a document's readings stands, and when another one takes its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from luoshi.ledger import search
from luoshi.ledger.schema import readings


def standing(connection: Connection, document_id: str) -> dict[str, Any] | None:
    """The reading of a document that stands."""
    query = select(readings).where(readings.c.document_id == document_id, readings.c.superseded_by.is_(None))
    found = connection.execute(query).mappings().first()
    return None if found is None else {str(name): value for name, value in found.items()}


def covers(old: Mapping[str, Any], reader: str, date: str, place: str) -> bool:
    """Whether the reading that stands makes another one by ``reader`` under ``date`` and ``place`` superfluous."""
    if _version(old["reader"]) > _version(reader):
        return True
    if old["reader"] != reader:
        return False
    return date in ("", old["stated_date"]) and place in ("", old["stated_place"])


def supersede(connection: Connection, old: int, new: int, now: str) -> None:
    """Let a reading stand in another one's place; its sentences are found no more."""
    connection.execute(update(readings).where(readings.c.id == old).values(superseded_by=new, superseded_at=now))
    search.remove(connection, old)


def _version(reader: str) -> tuple[int, ...]:
    """A reader's version in the order of versions: 0.10 after 0.9."""
    return tuple(int(number) for number in re.findall(r"\d{1,9}", reader))
