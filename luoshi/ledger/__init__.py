"""What has been read, kept and compared: schema, store, search, series, outcomes, conflicts, people, exports.

Names are imported when they are first used: who asks for a series does not wait for what compares whole ledgers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.ledger.conflicts import Checks as Checks
    from luoshi.ledger.conflicts import ConflictRow as ConflictRow
    from luoshi.ledger.corrections import Correction as Correction
    from luoshi.ledger.errors import CorrectionError as CorrectionError
    from luoshi.ledger.errors import LedgerError as LedgerError
    from luoshi.ledger.errors import UnkeepableError as UnkeepableError
    from luoshi.ledger.errors import UnknownNameWarning as UnknownNameWarning
    from luoshi.ledger.errors import UnknownRecordError as UnknownRecordError
    from luoshi.ledger.events import EventRow as EventRow
    from luoshi.ledger.exports import Selection as Selection
    from luoshi.ledger.formulations import FormulationRow as FormulationRow
    from luoshi.ledger.links import Link as Link
    from luoshi.ledger.outcomes import OutcomeRow as OutcomeRow
    from luoshi.ledger.outcomes import Tolerance as Tolerance
    from luoshi.ledger.panel import PanelRow as PanelRow
    from luoshi.ledger.papers import DocumentRow as DocumentRow
    from luoshi.ledger.people import DutyRow as DutyRow
    from luoshi.ledger.people import PostRow as PostRow
    from luoshi.ledger.progress.rows import Mention as Mention
    from luoshi.ledger.progress.rows import ProgressRow as ProgressRow
    from luoshi.ledger.projects.rows import ProjectRow as ProjectRow
    from luoshi.ledger.search import SearchRow as SearchRow
    from luoshi.ledger.series import SeriesRow as SeriesRow
    from luoshi.ledger.stages import Line as Line
    from luoshi.ledger.store import Ledger as Ledger
    from luoshi.ledger.store import StoredRecord as StoredRecord
    from luoshi.ledger.timeline.rows import TimelineRow as TimelineRow
    from luoshi.ledger.whole_files import whole_file as whole_file

_HOMES = {
    "Checks": "luoshi.ledger.conflicts",
    "ConflictRow": "luoshi.ledger.conflicts",
    "Correction": "luoshi.ledger.corrections",
    "CorrectionError": "luoshi.ledger.errors",
    "DocumentRow": "luoshi.ledger.papers",
    "DutyRow": "luoshi.ledger.people",
    "EventRow": "luoshi.ledger.events",
    "FormulationRow": "luoshi.ledger.formulations",
    "Ledger": "luoshi.ledger.store",
    "LedgerError": "luoshi.ledger.errors",
    "Line": "luoshi.ledger.stages",
    "Link": "luoshi.ledger.links",
    "Mention": "luoshi.ledger.progress.rows",
    "OutcomeRow": "luoshi.ledger.outcomes",
    "PanelRow": "luoshi.ledger.panel",
    "PostRow": "luoshi.ledger.people",
    "ProgressRow": "luoshi.ledger.progress.rows",
    "ProjectRow": "luoshi.ledger.projects.rows",
    "SearchRow": "luoshi.ledger.search",
    "Selection": "luoshi.ledger.exports",
    "SeriesRow": "luoshi.ledger.series",
    "StoredRecord": "luoshi.ledger.store",
    "TimelineRow": "luoshi.ledger.timeline.rows",
    "Tolerance": "luoshi.ledger.outcomes",
    "UnkeepableError": "luoshi.ledger.errors",
    "UnknownNameWarning": "luoshi.ledger.errors",
    "UnknownRecordError": "luoshi.ledger.errors",
    "whole_file": "luoshi.ledger.whole_files",
}

__all__ = [
    "Checks",
    "ConflictRow",
    "Correction",
    "CorrectionError",
    "DocumentRow",
    "DutyRow",
    "EventRow",
    "FormulationRow",
    "Ledger",
    "LedgerError",
    "Line",
    "Link",
    "Mention",
    "OutcomeRow",
    "PanelRow",
    "PostRow",
    "ProgressRow",
    "ProjectRow",
    "SearchRow",
    "Selection",
    "SeriesRow",
    "StoredRecord",
    "TimelineRow",
    "Tolerance",
    "UnkeepableError",
    "UnknownNameWarning",
    "UnknownRecordError",
    "whole_file",
]


def __getattr__(name: str) -> object:
    """A name of this room, imported from its module on first use; ``AttributeError`` for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module 'luoshi.ledger' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
