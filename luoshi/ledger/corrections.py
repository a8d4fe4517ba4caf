"""A person's corrections: new rows with a name and a reason, laid over the records when they are told."""

from __future__ import annotations

import types
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sqlalchemy import Connection, select

from luoshi.ledger import schema
from luoshi.ledger.errors import CorrectionError
from luoshi.ledger.rows import KINDS, record_id
from luoshi.records import AnyRecord

_AT_ONCE = 500  # documents in one question: databases bound the number of values
_MOST_PLACES = 60  # before or after the point; more is a slip of the keyboard
# Evidence is what the document says; nobody corrects that.
_EVIDENCE = frozenset({"quote", "start", "end", "rule", "sources"})

#: What a person says of a whole record: whether it is one. A record that is none is told no more, but by its id.
STANDS = "stands"

#: Corrections in the order in which they were made, for each record: (document id, key) → (field, value).
Overlay = Mapping[tuple[str, str], list[tuple[str, Any]]]


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: ``record`` is the record's id, ``old`` what was told before, ``made_at`` UTC in ISO 8601."""

    record: str
    field: str
    old: Any
    new: Any
    who: str
    why: str
    made_at: str


def value_for(kind: str, field: str, value: object) -> Any:
    """``value`` as the field of that kind of record holds it; numbers may come as text (``"4.5"``).

    :class:`CorrectionError` for a field that there is not, that is evidence, or that can't hold the value.
    """
    hints = _correctable(kind)
    if field not in hints:
        raise CorrectionError(f"{field}: 不能更正这个字段 / this field can't be corrected; one of {', '.join(hints)}")
    hint = hints[field]
    try:
        return _fit(hint, value)
    except (ValueError, InvalidOperation) as error:
        allowed = f" ({', '.join(map(str, get_args(hint)))})" if get_origin(hint) is Literal else ""
        raise CorrectionError(f"{value!r}: 不能作 {field} 的值 / is no value for {field}{allowed}") from error


def stored(value: object) -> object:
    """A field's value as JSON holds it; a Decimal keeps its digits as text."""
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def overlay(connection: Connection, document_ids: Iterable[str]) -> Overlay:
    """The corrections of these documents' records."""
    laid: dict[tuple[str, str], list[tuple[str, Any]]] = defaultdict(list)
    table = schema.corrections
    corrected = connection.execute(select(table.c.document_id).distinct().limit(_AT_ONCE)).scalars().all()
    # Most ledgers have few corrections, and many documents are asked for.
    wanted = sorted(set(document_ids) if len(corrected) == _AT_ONCE else set(corrected).intersection(document_ids))
    for at in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(
            select(table.c.document_id, table.c.key, table.c.field, table.c.new)
            .where(table.c.document_id.in_(wanted[at : at + _AT_ONCE]))
            .order_by(table.c.id)
        )
        for row in rows:
            value = value_for(row.key.partition("-")[0], row.field, row.new)
            laid[row.document_id, row.key].append((row.field, value))
    return laid


def corrected(record: AnyRecord, document_id: str, key: str, laid: Overlay) -> AnyRecord:
    """The record with its corrections laid over it, the latest of a field on top."""
    changes = {name: value for name, value in laid.get((document_id, key), ()) if name != STANDS}
    return replace(record, **changes) if changes else record


def stands(document_id: str, key: str, laid: Overlay) -> bool:
    """Whether a record is one: false where a person said last that it is none."""
    return not laid or dict(laid.get((document_id, key), ())).get(STANDS, True)


def told(connection: Connection, document_id: str = "", key: str = "") -> list[Correction]:
    """Corrections in the order in which they were made, all or those of one record."""
    table = schema.corrections
    query = select(table).order_by(table.c.id)
    if document_id:
        query = query.where(table.c.document_id == document_id, table.c.key == key)
    corrections = []
    for row in connection.execute(query):
        kind = row.key.partition("-")[0]
        corrections.append(
            Correction(
                record=record_id(row.document_id, row.key),
                field=row.field,
                old=value_for(kind, row.field, row.old),
                new=value_for(kind, row.field, row.new),
                who=row.who,
                why=row.why,
                made_at=row.made_at,
            )
        )
    return corrections


@cache
def _correctable(kind: str) -> dict[str, Any]:
    if kind == "document":  # what a person states of a document stands among the corrections, see luoshi.ledger.papers
        return {"date": str, "place": str, "held": bool}
    record_class = KINDS[kind][1]
    hints = get_type_hints(record_class)
    own = {field.name: hints[field.name] for field in fields(record_class) if field.name not in _EVIDENCE}
    return own | {STANDS: bool}


def _fit(hint: Any, value: Any) -> Any:
    """``value`` in the type that ``hint`` names; ``ValueError`` where it does not fit."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return None if value is None or value == "" else _fit(kinds[0], value)
    if origin is Literal:
        if value not in get_args(hint):
            raise ValueError(value)
        return value
    if origin is tuple:
        if isinstance(value, str) or not all(isinstance(item, str) for item in value):
            raise ValueError(value)
        return tuple(value)
    if hint is Decimal:
        number = Decimal(value) if not isinstance(value, float) else Decimal(str(value))
        if not number.is_finite() or abs(number.adjusted()) > _MOST_PLACES:
            raise ValueError(value)
        return number
    if hint is bool:
        if str(value).lower() not in ("true", "false"):
            raise ValueError(value)
        return str(value).lower() == "true"
    if hint is int:
        if str(value) not in ("1", "-1"):  # the only whole number that a record holds is a sign
            raise ValueError(value)
        return int(value)
    if not isinstance(value, str):
        raise ValueError(value)
    return value
