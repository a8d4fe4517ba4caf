"""What stands around a record: the values of other documents for the same cell, and its series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luoshi.ledger.series import cell
from luoshi.records import Figure

if TYPE_CHECKING:
    from luoshi.ledger import Ledger, SeriesRow, StoredRecord


def company(ledger: Ledger, stored: StoredRecord) -> list[SeriesRow]:
    """The other figures that are values of the same thing, of this document and of others; none for other records."""
    if not isinstance(stored.record, Figure):
        return []
    rows = ledger.series(stored.record.indicator, stored.record.place or stored.place_code or stored.place)
    own = next((row for row in rows if row.id == stored.id), None)
    if own is None:
        return []
    same = [row for row in rows if cell(row) == cell(own) and row.id != own.id and row.status == own.status]
    return sorted(same, key=lambda row: (row.date, row.document_id, row.start), reverse=True)
