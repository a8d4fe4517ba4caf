"""A draft beside its sources: every figure and post of a text to be printed, and what the ledger says of it.

    agrees       a source says the same, to the digits that the draft prints
    differs      a source says the same thing otherwise; ``fields`` tell in what: another value, unit, direction,
                 period, place, scope, indicator, status, person or post
    not found    no source speaks of it

A finding is *certain* where everything but what differs is the same and the sources do not contradict each
other in it; the others are possible, to be looked at. Nothing is compared by meaning: what is not found may
still be true.

    >>> from luoshi.ledger import Ledger
    >>> from luoshi.reading import read
    >>> with Ledger(":memory:") as ledger:
    ...     _ = ledger.add(read("2025年全市生产总值1234.5亿元，增长5.2%。", date="2026-01-10", place="临澜市"))
    ...     draft = read("2025年，临澜市生产总值达到1243.5亿元，增长5.2%。", date="2026-01-12", place="临澜市")
    ...     [(finding.draft.quote, finding.verdict, finding.fields) for finding in ledger.check(draft)]
    [('1243.5亿元', 'differs', ('value',)), ('5.2%', 'agrees', ())]
"""

from __future__ import annotations

from sqlalchemy import Connection

from luoshi.ledger.drafts.figures import check_figures
from luoshi.ledger.drafts.findings import Finding, Source
from luoshi.ledger.drafts.posts import check_posts
from luoshi.records import Reading

__all__ = ["Finding", "Source", "check"]


def check(connection: Connection, draft: Reading) -> list[Finding]:
    """What the ledger says of each figure and each post of ``draft``, in the order of its text."""
    found = [*check_figures(connection, draft), *check_posts(connection, draft)]
    return sorted(found, key=lambda finding: (finding.draft.start, finding.draft.end))
