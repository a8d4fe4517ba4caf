"""What people correct, in the words in which they say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.ledger import Ledger, StoredRecord

_BOTH_BOUNDS = "value"


def correct(ledger: Ledger, id: str, field: str, words: str, by: str, why: str) -> StoredRecord:
    """Correct a record's field and give the record as it is told from now on; see :meth:`luoshi.ledger.Ledger.correct`.

    ``words`` are the field's value in text: numbers in base units, lists parted by 、. The field ``value`` means
    both bounds of a figure, ``low`` and ``high``.
    """
    listed = isinstance(getattr(ledger.record(id).record, field, None), tuple)
    for name in ("low", "high") if field == _BOTH_BOUNDS else (field,):
        ledger.correct(id, name, words.split("、") if listed else words, by, why)
    return ledger.record(id)
