"""What people say of a commitment and a later sentence, or of a target and a later figure.

Of the former: that it shows the work done, going on, or neither; of the latter: that it is the answer, or not. A link
is a correction of what :mod:`luoshi.ledger.progress` or :mod:`luoshi.ledger.outcomes` found: a new row with a name and
a reason. The latest link of a pair counts; all are kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, insert, select

from luoshi.ledger import schema
from luoshi.ledger.errors import CorrectionError, UnknownRecordError
from luoshi.ledger.rows import record_id

LinkVerdict = Literal["done", "in_progress", "unrelated"]
VERDICTS: tuple[LinkVerdict, ...] = ("done", "in_progress", "unrelated")
AnswerVerdict = Literal["answer", "no_answer"]
ANSWERS: tuple[AnswerVerdict, ...] = ("answer", "no_answer")

#: The links of each commitment's later sentences: (document id, key) → (document id, start) → link.
Links = Mapping[tuple[str, str], Mapping[tuple[str, int], "Link"]]

_SENTENCE = re.compile(r"([0-9a-f]{1,64}):sentence-(\d{1,9})(?:-(\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Link:
    """One verdict: ``commitment`` and ``sentence`` are ids, of a target and a later figure where it is on an answer.

    ``made_at`` is UTC in ISO 8601.
    """

    commitment: str
    sentence: str
    verdict: LinkVerdict | AnswerVerdict
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
    asked: tuple[str, str],
    later: tuple[str, int, int],
    verdict: str,
    by: str,
    why: str,
    now: str,
) -> Link:
    """Keep a person's verdict; ``asked`` is the document's id and key of a commitment, or of a target.

    ``later`` is the later document's id, start and end of a sentence, or of a figure; ``now`` UTC in ISO 8601.
    :class:`CorrectionError` for a verdict that there is none on such a record, or a missing name or reason.
    """
    if not by.strip() or not why.strip():
        raise CorrectionError("判断须署名并说明理由 / a verdict needs a name and a reason")
    kind = asked[1].partition("-")[0]
    allowed = {"commitment": VERDICTS, "figure": ANSWERS}.get(kind, ())
    if not allowed:
        raise CorrectionError(f"{record_id(*asked)}: 不是任务或目标 / is neither a commitment nor a target")
    if verdict not in allowed:
        raise CorrectionError(f"{verdict}: 没有这种判断 / there is no such verdict ({', '.join(allowed)})")
    later_id, start, end = later
    row = {
        "document_id": asked[0],
        "key": asked[1],
        "later_id": later_id,
        "start": start,
        "end": end,
        "verdict": verdict,
        "who": by.strip(),
        "why": why.strip(),
        "made_at": now,
    }
    connection.execute(insert(schema.links).values(row))
    return _link(row)


def latest(connection: Connection) -> Links:
    """The latest link of each commitment and sentence."""
    found: dict[tuple[str, str], dict[tuple[str, int], Link]] = defaultdict(dict)
    query = select(schema.links).where(schema.links.c.verdict.in_(VERDICTS)).order_by(schema.links.c.id)
    for row in connection.execute(query).mappings():
        found[row["document_id"], row["key"]][row["later_id"], row["start"]] = _link(row)
    return found


def judged_answers(connection: Connection) -> dict[str, dict[str, bool]]:
    """Whether people said of a target and a later figure, by their ids, that the one answers the other."""
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    query = select(schema.links).where(schema.links.c.verdict.in_(ANSWERS)).order_by(schema.links.c.id)
    for link in map(_link, connection.execute(query).mappings()):
        found[link.commitment][link.sentence] = link.verdict == "answer"
    return found


def told(connection: Connection, document_id: str = "", key: str = "") -> list[Link]:
    """Links in the order in which they were made, all or those of one commitment."""
    query = select(schema.links).order_by(schema.links.c.id)
    if document_id:
        query = query.where(schema.links.c.document_id == document_id, schema.links.c.key == key)
    return [_link(row) for row in connection.execute(query).mappings()]


def _link(row: Mapping[Any, Any]) -> Link:
    later = f"{'figure' if row['verdict'] in ANSWERS else 'sentence'}-{row['start']}-{row['end']}"
    return Link(
        commitment=record_id(row["document_id"], row["key"]),
        sentence=record_id(row["later_id"], later),
        verdict=row["verdict"],
        who=row["who"],
        why=row["why"],
        made_at=row["made_at"],
    )
