"""What a column of a table holds by what stands in it, for heads whose words say nothing known.

甲        | 乙             | 丙           most cells are sentences, lists of bodies, times:
修渠10公里 | 市水利局、市财政局 | 9月底前       task, lead, deadline
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from luoshi.ledger.book.bodies import ends_as_body, is_same, parties
from luoshi.ledger.book.deadlines import deadline, due_times, written_out
from luoshi.patterns import late

#: What a cell reads as; ``""`` for a blank one and for what is none of these.
Content = Literal["number", "bodies", "time", "persons", "prose", ""]

_NUMBER = late(r"\s*(?:[（(]?\d{1,4}(?:[-.．]\d{1,2})?[）)]?|[（(]?[一二三四五六七八九十]{1,3}[）)]?)[、.．]?\s*")
_PERSONS = late(r"[\u4e00-\u9fff]{2,3}(?:[、，,\s]+[\u4e00-\u9fff]{2,3})*")
_BESIDES = late(r"[\s，,；;。、:：（）()前底末内之以各完成办结分阶段]+")
_FIGURE = late(r"\d")  # which no body's name has: 清淤30处
_LEAST_PROSE = 5
_LONGEST_TIME = 30
_LONGEST_ENDLESS = 12
_MOST = 0.6  # of a column's filled cells


def content_of(words: str) -> Content:
    """What one cell reads as."""
    words = words.strip()
    if not words or is_same(words):
        return ""
    if _NUMBER.fullmatch(words):
        return "number"
    if _is_time(words):
        return "time"
    names = parties(words)
    bodies = (*names.leads, *names.helps)
    if (
        bodies
        and all(map(ends_as_body, bodies))
        and not _FIGURE.search(words)
        and 2 * len("".join(bodies)) > len(words)
    ):
        return "bodies"
    if _PERSONS.fullmatch(words):
        return "persons"
    return "prose" if len(words) >= _LEAST_PROSE else ""


def contents_of(cells: Sequence[str]) -> Content:
    """What most of a column's different cells read as, at least two; ``""`` where no kind has most of them."""
    kinds = Counter(content_of(words) for words in dict.fromkeys(cells) if words.strip() and not is_same(words))
    kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
    return kind if count >= _MOST * kinds.total() and kinds.total() > 1 else ""


def _is_time(words: str) -> bool:
    """Whether a cell says nothing but by when: a time with little beside it, or that the work has no end."""
    if len(words) > _LONGEST_TIME:
        return False
    written = written_out(words)
    times = sum(time.end - time.start for time in due_times(written, 2000))
    if times and 2 * times >= len(_BESIDES.sub("", written)):
        return True
    return (
        len(words) <= _LONGEST_ENDLESS
        and not times
        and deadline(words, 2000).kind in ("continuous", "at once")
        and (re.search("开展|加强|建设|完善|建立|落实|做好", words) is None)
    )
