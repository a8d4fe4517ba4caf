"""What has been read, kept and compared: schema, store, search, series, outcomes, exports."""

from luoshi.ledger.corrections import Correction
from luoshi.ledger.errors import CorrectionError, LedgerError, UnknownRecordError
from luoshi.ledger.links import Link
from luoshi.ledger.outcomes import OutcomeRow
from luoshi.ledger.progress import Mention, ProgressRow
from luoshi.ledger.search import SearchRow
from luoshi.ledger.series import SeriesRow
from luoshi.ledger.store import Ledger, StoredRecord

__all__ = [
    "Correction",
    "CorrectionError",
    "Ledger",
    "LedgerError",
    "Link",
    "Mention",
    "OutcomeRow",
    "ProgressRow",
    "SearchRow",
    "SeriesRow",
    "StoredRecord",
    "UnknownRecordError",
]
