"""The documents of a ledger: what each is, what was read of it, which are nearly the same, how people mend them.

What a person states of a document (its place, its day) is kept as a correction of the document: a row with a name and
a reason. The document is read again under it, and the new reading supersedes the old one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, func, insert, select

from luoshi.ledger import schema
from luoshi.ledger.corrections import Correction, told
from luoshi.ledger.errors import CorrectionError, UnknownRecordError
from luoshi.ledger.ids import begins_with
from luoshi.ledger.mentions import of_jurisdiction
from luoshi.ledger.rows import KINDS
from luoshi.patterns import late

#: What kinds of document there are, the words of a title that tell each, the surest first.
PAPERS = {
    "work-report": late(r"政府工作的?报告|工作报告"),
    "bulletin": late(r"统计公报|统计月报|经济运行"),
    "budget": late(r"预算(?!收入|支出|绩效)|决算"),
    "speech": late(r"讲话|致辞|答记者问|新闻发布会|新闻通气会|采访"),
    "plan": late(r"计划|规划|纲要|要点|方案|清单|分工"),
    "news": late(r"[日晚早晨时]报|新闻|要闻|本报讯"),
}
_NEWS = late(r"本报讯|本报记者|[日晚]报讯|记者|新华社")
_TO_DEPUTIES = late(r"各位代表[：:，,]")
_LONGEST_TITLE = 40  # characters
_PAGE = 3  # articles
_FRONT_TITLE = re.compile(r"---[ \t]*\r?\n(?:[^\r\n]{0,200}\r?\n){0,8}?title:[ \t]*([^\r\n]{1,200})")
_HEAD = 300  # characters of a text in which its kind is looked for where its title tells none
_LISTED = 5  # documents that an ambiguous name is answered with
_PROBES = 12  # the longest sentences of a document, by which its near copies are found
_SHORTEST_PROBE, _FEWEST_PROBES = 12, 3  # characters, sentences
_NEARLY_ALL = 0.8
_NEARLY_AS_LONG = 0.7
_ASKED_AT_ONCE = 400
KEY = "document"  # of a correction that is of no record


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the ledger.

    ``kind`` is a key of :data:`PAPERS` or ``""``; ``date``, ``place`` and ``place_code`` are those of its reading,
    ``stated_date`` and ``stated_place`` what its file or a person stated; ``counts`` are its records by kind, and
    ``targets`` those of its figures that are one. ``has_original``: its bytes are kept as they came.
    """

    id: str
    name: str
    kind: str
    title: str
    format: str
    url: str
    date: str
    place: str
    place_code: str
    stated_date: str
    stated_place: str
    added_at: str
    has_original: bool
    counts: Mapping[str, int]
    targets: int

    def to_json(self) -> dict[str, Any]:
        """The row as ``luoshi documents --json`` prints it."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        return told | {"counts": dict(self.counts)}


def listed(
    connection: Connection,
    place: str = "",
    year: str = "",
    kind: str = "",
    ids: Collection[str] | None = None,
    first: int = 0,
    most: int | None = None,
    last_added: bool = False,
) -> list[DocumentRow]:
    """The documents of a ``place``, a ``year`` (of their day), a ``kind``, or with these ``ids``; the newest first.

    ``""`` and ``None`` ask for all; ``first`` passes over so many, ``most`` is how many are told (not with a ``kind``,
    which follows from the words of each); ``last_added``: those first that were read last. ``ValueError`` for a kind
    that is none.
    """
    if kind and kind not in PAPERS:
        raise ValueError(f"{kind}: 没有这类文件 / there is no such kind of document: {', '.join(PAPERS)}")
    documents, readings = schema.documents.c, schema.readings.c
    query = (
        select(documents.id, documents.name, documents.format, documents.added_at, readings.title, readings.date)
        .add_columns(readings.id.label("reading"), readings.place, readings.place_code, documents.url)
        .add_columns(schema.originals.c.document_id.label("original"))
        .add_columns(readings.stated_date, readings.stated_place, func.substr(documents.text, 1, _HEAD).label("head"))
        .join(schema.readings, readings.document_id == documents.id)
        .outerjoin(schema.originals, schema.originals.c.document_id == documents.id)
        .where(readings.superseded_by.is_(None))
        .order_by(*([readings.id.desc()] if last_added else []), readings.date.desc(), documents.name, documents.id)
    )
    if place:
        query = query.where(of_jurisdiction(place))
    if year:
        query = query.where(readings.date.startswith(year, autoescape=True))
    wanted = set(ids or ())
    if ids is not None and len(wanted) <= _ASKED_AT_ONCE:
        query = query.where(documents.id.in_(wanted))
    if not kind and (first or most is not None):
        query = query.offset(first).limit(most)
    rows = connection.execute(query).all()
    counts, targets = _counts(connection, [row.reading for row in rows])
    found = []
    for row in rows:
        paper = paper_kind(row.title, row.name, row.head, counts[row.reading]["article"])
        if (kind and paper != kind) or (ids is not None and row.id not in wanted):
            continue
        found.append(
            DocumentRow(
                row.id, row.name, paper, row.title or front_title(row.head), row.format, row.url, row.date,
                row.place, row.place_code, row.stated_date, row.stated_place, row.added_at, row.original is not None,
                counts[row.reading], targets.get(row.reading, 0),
            )
        )  # fmt: skip
    return found


def front_title(head: str) -> str:
    """The title that a text gives in front matter (``---``, ``title: …``), ``""`` for none."""
    found = _FRONT_TITLE.match(head)
    return " ".join(found[1].strip(" \"'").split()) if found else ""


def count(connection: Connection, place: str = "") -> int:
    """How many documents the ledger has, of a place or in all."""
    query = select(func.count()).select_from(schema.readings).where(schema.readings.c.superseded_by.is_(None))
    return int(connection.execute(query.where(of_jurisdiction(place)) if place else query).scalar_one())


def paper_kind(title: str, name: str, head: str, articles: int = 1) -> str:
    """The kind of a document by its title, its file's name, and the beginning of its text; ``""`` where none tells.

    A page of several ``articles`` is news, whatever they report.
    """
    if articles >= _PAGE:
        return "news"
    lines = [line.strip(" #*\u3000") for line in head[:_HEAD].splitlines()]
    titles = [line for line in lines if len(line) <= _LONGEST_TITLE and not set(line) & set("，。；：")]
    for words in (title, name, *titles):
        found = next((kind for kind, pattern in PAPERS.items() if pattern.search(words)), "")
        if found:
            return found
    if _TO_DEPUTIES.search(head[:_HEAD]):
        return "work-report"
    return "news" if _NEWS.search(head[:_HEAD]) else ""


def copies(connection: Connection, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Of the documents ``ids`` those that nearly repeat one that was there before, each with its id and name.

    Documents are near copies where four fifths of the longest sentences are the same and one is nearly as long as the
    other.
    """
    documents, readings, sentences = schema.documents.c, schema.readings.c, schema.sentences.c
    standing = (
        select(readings.id, documents.id, documents.name, func.length(documents.text), documents.added_at)
        .join(schema.documents, documents.id == readings.document_id)
        .where(readings.superseded_by.is_(None))
        .order_by(documents.added_at, readings.id)
    )
    order = {row[0]: (at, *row[1:4]) for at, row in enumerate(connection.execute(standing))}
    probes = {reading: _probes(connection, reading) for reading, row in order.items() if row[1] in ids}
    holders: dict[str, set[int]] = defaultdict(set)
    wanted = sorted({words for several in probes.values() for words in several})
    for first in range(0, len(wanted), _ASKED_AT_ONCE):
        part = wanted[first : first + _ASKED_AT_ONCE]
        for words, reading in connection.execute(
            select(sentences.text, sentences.reading_id).where(sentences.text.in_(part))
        ):
            holders[words].add(reading)
    found: dict[str, tuple[str, str]] = {}
    for reading, several in probes.items():
        at, id, _, length = order[reading]
        shared: dict[int, int] = defaultdict(int)
        for words in several:
            for holder in holders[words]:
                shared[holder] += 1
        for holder, number in sorted(shared.items()):
            before, other, name, long = order[holder]
            alike = min(length, long) >= _NEARLY_AS_LONG * max(length, long)
            if before < at and alike and number >= _NEARLY_ALL * len(several):
                found.setdefault(id, (other, name))
    return found


def document_named(connection: Connection, name: str) -> str:
    """The id of the document with this id, the beginning of one, or this name.

    :class:`UnknownRecordError` where none answers, or several (the first are listed).
    """
    table = schema.documents.c
    name = name.strip()
    query = select(table.id, table.name).where(table.name == name).order_by(table.id)
    rows = connection.execute(query).all()
    if not rows and re.fullmatch(r"[0-9a-fA-F]{4,64}", name):
        query = select(table.id, table.name).where(begins_with(table.id, name.lower()))
        rows = connection.execute(query.order_by(table.id)).all()
    if len(rows) == 1:
        return str(rows[0].id)
    if rows:
        several = ", ".join(f"{row.id[:8]} {row.name}" for row in rows[:_LISTED])
        raise UnknownRecordError(f"{name}: 不止一份文件 / more than one document answers to this: {several}")
    raise UnknownRecordError(f"{name}: 账本里没有这份文件 / no such document: luoshi documents lists them")


def keep_stated(
    connection: Connection, document_id: str, changes: Mapping[str, tuple[object, object]], by: str, why: str, now: str
) -> None:
    """Keep what a person states of a document: field (``date``, ``place``) → what was stated before and what is now."""
    if not by.strip() or not why.strip():
        raise CorrectionError(
            "更正须署名并说明理由（--by、--why）/ a correction needs a name and a reason (--by, --why)"
        )
    for field, (old, new) in changes.items():
        connection.execute(
            insert(schema.corrections).values(
                document_id=document_id, key=KEY, field=field, old=old, new=new, who=by, why=why, made_at=now
            )
        )


def stated(connection: Connection, document_id: str) -> list[Correction]:
    """What people have stated of a document, in the order in which they did; the last of a field holds."""
    return told(connection, document_id, KEY)


def places(connection: Connection) -> dict[str, int]:
    """The places that the ledger has documents of and how many, the one with most first."""
    number = func.count().label("number")
    table = schema.readings.c
    query = select(table.place, number).where(table.superseded_by.is_(None), table.place != "").group_by(table.place)
    return {row.place: row.number for row in connection.execute(query.order_by(number.desc(), table.place))}


def _counts(connection: Connection, readings: Sequence[int]) -> tuple[dict[int, dict[str, int]], dict[int, int]]:
    """The numbers of records by reading and kind, and of figures that are a target by reading."""
    counts: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(KINDS, 0))
    targets: dict[int, int] = {}
    for at in range(0, len(readings), _ASKED_AT_ONCE):
        for kind, (table, _) in KINDS.items():
            of = table.c.reading_id.in_(readings[at : at + _ASKED_AT_ONCE])
            query = select(table.c.reading_id, func.count()).where(of).group_by(table.c.reading_id)
            for reading, number in connection.execute(query):
                counts[reading][kind] = number
            if kind == "figure":
                targets.update(map(tuple, connection.execute(query.where(table.c.status == "target"))))
    return counts, targets


def _probes(connection: Connection, reading: int) -> Sequence[str]:
    """The longest sentences of a reading, none where there are too few to tell a copy."""
    sentences = schema.sentences.c
    length = func.length(sentences.text)
    query = select(sentences.text).where(sentences.reading_id == reading, length >= _SHORTEST_PROBE)
    rows = connection.execute(query.order_by(length.desc(), sentences.start).limit(_PROBES)).scalars().all()
    found = list(dict.fromkeys(rows))
    return found if len(found) >= _FEWEST_PROBES else []
