"""What people correct, in the words in which they say it."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING

from luoshi.ledger.errors import CorrectionError

if TYPE_CHECKING:
    from luoshi.ledger import Ledger, StoredRecord

_BOTH_BOUNDS = "value"
_EVIDENCE = ("quote", "start", "end", "rule", "sources")  # what no correction touches


def correct(ledger: Ledger, id: str, field: str, words: str, by: str, why: str) -> StoredRecord:
    """Correct a record's field and give the record as it is told from now on; see :meth:`luoshi.ledger.Ledger.correct`.

    ``words`` are the field's value in text: numbers in base units, lists parted by 、. The field ``value`` means
    both bounds of a figure, ``low`` and ``high``.
    """
    listed = isinstance(getattr(ledger.record(id).record, field, None), tuple)
    for name in ("low", "high") if field == _BOTH_BOUNDS else (field,):
        ledger.correct(id, name, words.split("、") if listed else words, by, why)
    return ledger.record(id)


def undo(ledger: Ledger, id: str, field: str, by: str) -> StoredRecord:
    """Lay over a record's field what it was before its last correction; the correction stays on record.

    :class:`~luoshi.ledger.CorrectionError` where the field was not corrected.
    """
    last = next((each for each in reversed(ledger.corrections(id)) if each.field == field), None)
    if last is None:
        raise CorrectionError(f"{field}: 没有可撤销的更正 / there is no correction to undo")
    ledger.correct(id, field, last.old, by, f"撤销{last.who}的更正 / undone: {last.why}")
    return ledger.record(id)


def correctable(stored: StoredRecord) -> list[tuple[str, str]]:
    """The fields of a record that people may correct, each with its value as people write it."""
    record = stored.record
    return [
        (each.name, "" if (held := getattr(record, each.name)) in (None, "", ()) else _written(held))
        for each in fields(record)
        if each.name not in _EVIDENCE
    ]


def _written(held: object) -> str:
    """A field's value in the words that :func:`correct` takes."""
    if isinstance(held, tuple):
        return "、".join(map(str, held))
    return f"{held:f}" if isinstance(held, Decimal) else str(held)
