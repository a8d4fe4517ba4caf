"""The day that a document is of: from its masthead, its head lines, or the days it names."""

from __future__ import annotations

import re

from luoshi.language.times import Anchor, scan
from luoshi.reading.outline import Outline
from luoshi.records import Document

_HEAD_BLOCKS = 40
_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


def document_date(outline: Outline, document: Document) -> str:
    """The document's ISO day, ``""`` where nothing says it.

    Looks, in this order, at a short line near the top that is a day (2026年3月31日, a day with the meeting at which
    a report was given, 发布日期：…), at the articles' own dates, and at the file's name.
    """
    for block in outline.blocks[:_HEAD_BLOCKS]:
        words = block.passage.text
        if len(words) > 60 or block.kind == "table":
            continue
        for time in scan(words, Anchor()):
            if time.kind == "day" and len(time.period) == 10 and time.role == "absolute":
                alone = len(words) - (time.end - time.start) <= 24
                if alone or re.search(r"发布|日期|会议上", words):
                    return time.period
    dates = [date for date in outline.dates if date]
    if dates:
        return max(dates)
    named = _NAME.search(document.name)
    if named and "01" <= named.group(2) <= "12" and "01" <= named.group(3) <= "31":
        return "-".join(named.groups())
    datelines = [article.dateline for article in outline.articles if article.dateline]
    return max(datelines) if datelines else ""
