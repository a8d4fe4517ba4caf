"""What people say of a commitment and a later sentence: that it shows the work done, going on, or neither.

A link is a correction of what :mod:`luoshi.ledger.progress` found: a new row with a name and a reason. The
latest link of a commitment and a sentence counts; all are kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select

from luoshi.ledger import schema
from luoshi.ledger.errors import CorrectionError, UnknownRecordError
from luoshi.ledger.rows import record_id

LinkVerdict = Literal["done", "in_progress", "unrelated"]
VERDICTS: tuple[LinkVerdict, ...] = ("done", "in_progress", "unrelated")

#: The links of each commitment's later sentences: (document id, key) → (document id, start) → link.
Links = Mapping[tuple[str, str], Mapping[tuple[str, int], "Link"]]

_SENTENCE = re.compile(r"([0-9a-f]{1,64}):sentence-(\d{1,9})(?:-(\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Link:
    """One verdict: ``commitment`` and ``sentence`` are ids, ``made_at`` is UTC in ISO 8601."""

    commitment: str
    sentence: str
    verdict: LinkVerdict
    who: str
    why: str
    made_at: str


def sentence_id(document_id: str, start: int, end: int) -> str:
    """A sentence's id, the same in every ledger: ``3fa9c0d1e2b3a495:sentence-120-180``."""
    return record_id(document_id, f"sentence-{start}-{end}")


def resolve_sentence(connection: Connection, id: str) -> tuple[str, int, int]:
    """Document id, start and end of the sentence with this id, whole or with fewer of the document's digits.

    :class:`UnknownRecordError` where no sentence of a standing reading answers, or several.
    """
    found = _SENTENCE.fullmatch(id.strip())
    if found:
        sentences, readings = schema.sentences.c, schema.readings.c
        query = (
            select(readings.document_id, sentences.start, sentences.end)
            .join(schema.sentences, sentences.reading_id == readings.id)
            .where(readings.superseded_by.is_(None), readings.document_id.startswith(found[1]))
            .where(sentences.start == int(found[2]))
        )
        rows = connection.execute(query.limit(2)).all()
        if len(rows) == 1:
            return rows[0].document_id, rows[0].start, rows[0].end
    raise UnknownRecordError(f"{id}: 没有这个句子 / there is no such sentence")


def keep(
    connection: Connection,
    commitment: tuple[str, str],
    sentence: tuple[str, int, int],
    verdict: str,
    by: str,
    why: str,
    now: str,
) -> Link:
    """Keep a person's verdict; ``commitment`` is its document's id and key, ``now`` UTC in ISO 8601.

    :class:`CorrectionError` for a verdict that is none, a missing name or reason, or a record that is no commitment.
    """
    if not by.strip() or not why.strip():
        raise CorrectionError("判断须署名并说明理由 / a verdict needs a name and a reason")
    if verdict not in VERDICTS:
        raise CorrectionError(f"{verdict}: 没有这种判断 / there is no such verdict ({', '.join(VERDICTS)})")
    if not commitment[1].startswith("commitment-"):
        raise CorrectionError(f"{record_id(*commitment)}: 不是任务 / is no commitment")
    later_id, start, end = sentence
    connection.execute(
        insert(schema.links).values(
            document_id=commitment[0],
            key=commitment[1],
            later_id=later_id,
            start=start,
            end=end,
            verdict=verdict,
            who=by.strip(),
            why=why.strip(),
            made_at=now,
        )
    )
    return Link(record_id(*commitment), sentence_id(*sentence), verdict, by.strip(), why.strip(), now)


def latest(connection: Connection) -> Links:
    """The latest link of each commitment and sentence."""
    found: dict[tuple[str, str], dict[tuple[str, int], Link]] = defaultdict(dict)
    for row in connection.execute(select(schema.links).order_by(schema.links.c.id)):
        found[row.document_id, row.key][row.later_id, row.start] = _link(row)
    return found


def told(connection: Connection, document_id: str = "", key: str = "") -> list[Link]:
    """Links in the order in which they were made, all or those of one commitment."""
    query = select(schema.links).order_by(schema.links.c.id)
    if document_id:
        query = query.where(schema.links.c.document_id == document_id, schema.links.c.key == key)
    return [_link(row) for row in connection.execute(query)]


def _link(row: Row[Any]) -> Link:
    return Link(
        commitment=record_id(row.document_id, row.key),
        sentence=sentence_id(row.later_id, row.start, row.end),
        verdict=row.verdict,
        who=row.who,
        why=row.why,
        made_at=row.made_at,
    )
