"""What can go wrong with a ledger, in words for the person who asked."""

from __future__ import annotations


class LedgerError(Exception):
    """A ledger can't be opened, or can't do what it was asked; the message is one line for people."""


class UnknownRecordError(LedgerError):
    """No record, or more than one, answers to the id that was given."""


class CorrectionError(LedgerError):
    """A correction names a field the record has not, or a value the field can't hold."""


class UnknownNameWarning(UserWarning):
    """What was asked for by name the ledger has not; the message is one line that names those alike."""


class UnkeepableError(LedgerError):
    """A document's text, or what was asked, holds what the database can't keep (half of a character, a zero byte)."""
