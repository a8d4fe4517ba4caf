"""Deadlines as offices write them: 年底前, 2026.06, 6月30日前, 三季度, 持续推进, 第一时间."""

from __future__ import annotations

import re

from luoshi.language.times import Anchor, Time, scan
from luoshi.language.times.periods import last_day
from luoshi.ledger.book.model import Deadline
from luoshi.patterns import late

_CONTINUOUS = late(
    "长期|持续|坚持|常态|常年|经常|贯穿|不间断|滚动|每(?:年|季度?|月|周|天|日|半年)|按(?:月|季|年)|分(?:月|季度?|旬)|日常|始终|动态|随时|随到随|全程|定期|分年度"
)
_AT_ONCE = late("第一时间|立即|立行立改|即知即改|马上|尽快|即时|边查边改|即行|从速|抓紧")
# Dates in figures that only a cell for dates writes so: 2026.06, 20260630, 6.30前, 2026年06.
_YEAR_MONTH = late(r"(?<!\d)(20\d\d)[.．/\-年](0?[1-9]|1[0-2])(?![\d.．/\-月])")
_EIGHT_DIGITS = late(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_MONTH_DAY = late(
    r"(?<![\d.．/])(0?[1-9]|1[0-2])[.．/]([0-3]?\d)(?=\s*(?:日?(?:之|以)?前|日|止|起|至|[-—–~～，,；;、。\n]|\Z))"
)
_BY = late("前|底|末|终|之内|完成|见效|成效|取得")  # 全年持续推进 names a year and no end
_CLOCK_BEFORE = late(r"(?<=日)(?:24|12|1[78])[时点](?=前|止|之前|\Z)")
_HOLIDAYS = {"七一": "7月1日", "八一": "8月1日", "十一": "10月1日"}
_HOLIDAY = late('[“"]?(七一|八一|十一)[”"]?(?=前|之前)')
# 7月1日起执行: it has to be in force by that day; 秋季开学前: school begins on the first of September.
_IN_FORCE = late("(?<=日)起(?:正式|全面|统一|开始)?(?=执行|施行|实施|生效|启用)")
_SCHOOL = late("(?:今年)?(?:秋季(?:学期)?(?:开学)?|9月开学|秋学期(?:开学)?)(?:之|以)?前")
_QUARTER = late(r"(?<![\dA-Za-z])Q([1-4])(?![\dA-Za-z])")
_YEAR_ALONE = late(r"\s*(20\d\d)\s*")
_CLOCK = late(r"(?<=\d)[ T]0{1,2}:00(?::00)?\Z")  # which a spreadsheet's day carries
_NO_DAY = frozenset({"duration", "set", "clock", "anniversary"})
_NOTHING = late(r"[\s\-—–/／、无]*")


def deadline(words: str, year: int | None, day: str = "") -> Deadline:
    """What the words of a deadline's cell mean; ``year`` is that of the plan, to which a bare month belongs.

    ``day`` is the plan's own ISO day where it is known. Of several days the last one is the deadline, of a period its
    last day. 6月30日前 is the 30th itself, as people count it. Words that name neither a day nor one of the known
    ways to say that there is none are ``unknown``.

    >>> deadline("年底前", 2026)
    Deadline(words='年底前', kind='dated', date='2026-12-31')
    """
    words = _CLOCK.sub("", words.strip())
    if _NOTHING.fullmatch(words):
        return Deadline()
    times = due_times(written_out(words), year, day)
    days = [found for time in times if (found := last_day(time.period))]
    endless = _CONTINUOUS.search(words) is not None and all(time.kind == "year" for time in times)
    if days and not (endless and not _BY.search(words)):
        return Deadline(words, "dated", max(days))
    if _CONTINUOUS.search(words):
        return Deadline(words, "continuous")
    return Deadline(words, "at once" if _AT_ONCE.search(words) else "unknown")


def due_times(words: str, year: int | None, day: str = "") -> list[Time]:
    """The times in ``words`` that can be a deadline."""
    anchor = Anchor(day or (f"{year}-01-01" if year else ""), year)
    return [
        time
        for time in scan(words, anchor)
        if time.kind not in _NO_DAY and time.role not in ("base", "since") and time.period
    ]


def written_out(words: str) -> str:
    """The dates of a deadline's cell as words that say which figure is what: 2026.06 becomes 2026年6月."""
    words = _QUARTER.sub(lambda m: f"{'一二三四'[int(m[1]) - 1]}季度", _CLOCK_BEFORE.sub("", words))
    words = _HOLIDAY.sub(lambda m: _HOLIDAYS[m[1]], words)
    words = _SCHOOL.sub("8月31日前", _IN_FORCE.sub("前", words))
    words = _EIGHT_DIGITS.sub(lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日", words)
    words = _YEAR_MONTH.sub(lambda m: f"{m[1]}年{int(m[2])}月", words)
    words = _MONTH_DAY.sub(lambda m: f"{int(m[1])}月{int(m[2])}日" if 1 <= int(m[2]) <= 31 else m[0], words)
    return f"{alone[1]}年" if (alone := _YEAR_ALONE.fullmatch(words)) else words


def year_named(texts: list[str]) -> int | None:
    """The first year that one of the texts names (2026年重点任务), a period's last; ``None`` for none."""
    for text in texts:
        found = re.search(r"(?<!\d)(20\d\d)(?=\s*年|年度|[^\d.\-/]|$)", text)
        if found:
            return int(found[1])
    return None
