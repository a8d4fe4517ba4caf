"""Appointments that a notice lists: 决定任命： and below it a line for each person.

决定任命：
方敏（女）为临澜市商务局局长；        appointment · 方敏
免去：
何立诚的临澜市水务局局长职务。        appointment · 何立诚
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from luoshi.language.rules import rule
from luoshi.language.times import Anchor, scan
from luoshi.patterns import late
from luoshi.reading.block_frames import Framed
from luoshi.reading.outline import Block
from luoshi.records import Event, Office, Span

_HEADING = late("(?:任命|免去|任职|免职)[：:]?$")
_MAY_LIST = late("任命|任免|免去")
_ITEM = late(
    "(?P<name>[\u4e00-\u9fff·]{2,14})(?:同志)?(?:[（(][^（）()]{1,12}[）)])?(?:任|为|的)(?P<post>[^。；]{4,60}?)(?:职务)?(?:[；;。]|$)"
)
_DAYS = frozenset({"day", "days"})


@rule(
    "appointment in a list",
    "A line below 决定任命 or 免去 that names a person and the post; the day is the one of the notice.",
    (
        "任免名单（2025年3月2日）\n决定任命：\n方敏（女）为临澜市商务局局长；\n何立诚为临澜市水务局局长。",
        "appointment 2025-03-02 方敏 / appointment 2025-03-02 何立诚",
    ),
)
def listed_appointments(document_text: str, framed: Framed, offices: Sequence[Office], date: str) -> Iterator[Event]:
    """The appointments of a document's lists, in the order of the text; ``date`` is its ISO day or year."""
    if _MAY_LIST.search(document_text) is None:
        return
    persons = {(office.start, office.person) for office in offices}
    listing, day, source = False, date if len(date) > len("2025") else "", None
    for block, _, _ in framed.blocks:
        text = block.passage.text
        if _HEADING.search(text) and len(text) < 60:
            listing = True
        elif block.kind in ("headline", "subtitle"):
            listing = False
        if not listing:
            if _MAY_LIST.search(text):
                day, source = _day(block, document_text, date) or (day, source)
            continue
        for item in _ITEM.finditer(text):
            at = block.passage.origin(item.start())
            if any(start == at and item["name"].startswith(person) for start, person in persons):
                yield _event(document_text, block, item.span(), item["name"], item["post"], day, source)


def _day(block: Block, document_text: str, date: str) -> tuple[str, Span] | None:
    """The day that a paragraph tells, and its words."""
    for time in scan(block.passage.text, Anchor(date if len(date) > len("2025") else "")):
        if time.kind in _DAYS and time.role != "base" and len(time.period) >= len("2025-01-01"):
            return time.period.partition("/")[0], block.passage.span(document_text, time.start, time.end)
    return None


def _event(
    document_text: str, block: Block, extent: tuple[int, int], name: str, post: str, day: str, source: Span | None
) -> Event:
    """The record of a line."""
    start, end = extent
    text = block.passage.text
    while end > start and text[end - 1] in "；;。":
        end -= 1
    span = block.passage.span(document_text, start, end)
    return Event(
        quote=span.quote,
        start=span.start,
        end=span.end,
        rule="appointment in a list",
        sources=(("period", source),) if source is not None else (),
        act="appointment",
        period=day,
        actors=(name,),
        subject=post,
    )
