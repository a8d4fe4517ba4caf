"""What has been read, kept and compared: schema, store, search, series, outcomes, conflicts, people, exports."""

from luoshi.ledger.conflicts import Checks, ConflictRow
from luoshi.ledger.corrections import Correction
from luoshi.ledger.errors import CorrectionError, LedgerError, UnkeepableError, UnknownRecordError
from luoshi.ledger.exports import Selection
from luoshi.ledger.formulations import FormulationRow
from luoshi.ledger.links import Link
from luoshi.ledger.outcomes import OutcomeRow, Tolerance
from luoshi.ledger.people import DutyRow, PostRow
from luoshi.ledger.progress import Mention, ProgressRow
from luoshi.ledger.search import SearchRow
from luoshi.ledger.series import SeriesRow
from luoshi.ledger.store import Ledger, StoredRecord
from luoshi.ledger.whole_files import whole_file

__all__ = [
    "Checks",
    "ConflictRow",
    "Correction",
    "CorrectionError",
    "DutyRow",
    "FormulationRow",
    "Ledger",
    "LedgerError",
    "Link",
    "Mention",
    "OutcomeRow",
    "PostRow",
    "ProgressRow",
    "SearchRow",
    "Selection",
    "SeriesRow",
    "StoredRecord",
    "Tolerance",
    "UnkeepableError",
    "UnknownRecordError",
    "whole_file",
]
