"""Times in Chinese: dates, periods, durations, sets, resolved to ISO 8601 against the document.

    >>> times("截至11月末，前三季度增长5.1%", date="2024-12-10")
    截至11月末 -> 2024-11-30 point until, 前三季度 -> 2024-01/2024-09 months partial

Reading goes in three steps. A rule of *years* says which year is spoken of (2024年, 去年), a rule of
*parts* which part of it (11月末, 前三季度, 12月10日至12日; bare parts take their year from the anchor),
and what stands around them says how they are meant (截至…, 比…, …以来), adds the hour, or joins two of
them to a range (2017年8月至2018年3月). Times that are neither (durations, sets, weekdays, clock times,
plans) are rules of their own. The days that times are named after stand in ``knowledge/times.toml``.

An example of a rule reads ``quote=period kind role``, one after another with ``; ``, resolved against
2025-01-20, or against the day before the bar: ``2016-03-05|近三年``.

Nothing here looks at a clock: without a date in the :class:`Anchor` relative words have period ``""``.
"""

# Rules are tried in the order in which their modules are loaded.
# isort: off
from luoshi.language.times import (  # noqa: F401
    year_parts,
    holidays,
    years,
    spans,
    relative,
    sets,
    clocks,
    durations,
    written_days,
)
# isort: on

from luoshi.language.times.model import Anchor, Time
from luoshi.language.times.scanning import begins, opens, scan, times

__all__ = ["Anchor", "Time", "begins", "opens", "scan", "times"]
