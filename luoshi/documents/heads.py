"""The head of an official document: its number, the body that issued it, the day it was made, its title.

GB/T 9704-2012 lays down how the head of an official document of the Party and the government is printed:
the issuing body's mark (…文件), below it the number (国发〔2024〕1号: the body's short name, the year in
tortoise-shell brackets, the running number), then the title. Government sites print the same as a list
before the text (发文机关, 发文字号, 成文日期).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from luoshi.patterns import late

_LINES = 40  # short ones of a document's beginning, where its head stands
_FARTHEST = 200  # lines, the long ones counted
_LONGEST_LINE = 120  # characters of a line in a head
_NUMBER = late(
    r"([\u4e00-\u9fff]{1,12})\s{0,4}[〔\[［【（(]\s{0,2}((?:19|20)\d\d)\s{0,2}[〕\]］】）)]\s{0,2}(?:第\s{0,2})?(\d{1,5})\s{0,2}号"
)
_STATED_NUMBER = late(rf"(?:发文字号|(?<![\u4e00-\u9fff])文\s{{0,4}}号)\s{{0,9}}[:：|]\s{{0,9}}{_NUMBER.pattern}")
_STATED_BODY = late(r"(?:发文机关|发布机构|发文单位|制发机关)\s{0,9}[:：|]\s{0,9}([\u4e00-\u9fff、（）]{3,40})")
_STATED_DAY = late(
    r"(?:成文|发文)日期\s{0,9}[:：|]\s{0,9}((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)"
)
_MARK = late(
    r"([\u4e00-\u9fff]{2,30}?(?:人民政府|委员会|办公厅|办公室|委|局|厅|部|院|署))(?:[（(]通知[）)])?文\s{0,4}件\Z"
)
_SPACES = late(r"\s+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a document says; empty where it says nothing. ``date`` is an ISO 8601 day."""

    number: str = ""
    publisher: str = ""
    date: str = ""


def head(text: str) -> Head:
    """The head of a text, from its first lines.

    >>> head("临澜市人民政府文件\\n临政发〔2025〕3号\\n关于促进海洋经济发展的意见")
    Head(number='临政发〔2025〕3号', publisher='临澜市人民政府', date='')
    """
    found = stated("\n".join(lines := list(islice(_lines(text), _LINES))))
    number = found.number or next(filter(None, map(_alone, lines)), "")
    mark = next(filter(None, (_MARK.match(_SPACES.sub("", line)) for line in lines if line.endswith("件"))), None)
    return Head(number, found.publisher or (mark[1] if mark else ""), found.date)


def stated(words: str) -> Head:
    """The head as a list states it: 发文机关：…  发文字号：…  成文日期：…"""
    number, body, day = _STATED_NUMBER.search(words), _STATED_BODY.search(words), _STATED_DAY.search(words)
    real = day is not None and 1 <= int(day[2]) <= 12 and 1 <= int(day[3]) <= 31
    return Head(
        _written(number) if number else "",
        body[1] if body else "",
        f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day and real else "",
    )


def _lines(text: str) -> Iterator[str]:
    """The lines of a text that are short enough for a head."""
    end = 0
    for _ in range(_FARTHEST):
        begin, end = end, text.find("\n", end) + 1
        line = text[begin : end or begin + _LONGEST_LINE + 1].strip()
        if line and len(line) <= _LONGEST_LINE:
            yield line
        if not end:
            return


def printed_title(stated: str, text: str) -> str:
    """A title that metadata states, if the document's beginning prints it: templates leave those of others."""
    bare = _SPACES.sub("", stated)
    return _SPACES.sub(" ", stated).strip() if len(bare) > 3 and bare in _SPACES.sub("", text[:1000]) else ""


def _alone(line: str) -> str:
    """The document's own number, which stands on a line of its own; one in a sentence is another document's."""
    found = _NUMBER.search(line)
    if found is None:
        return ""
    around = line[: found.start()] + line[found.end() :]
    signed = re.search(r"签发人\s{0,4}[:：]", around)  # upward reports print who signed beside the number
    bare = not re.sub(r"[\s（）()【】\[\]|]", "", around)
    return _written(found) if bare or signed else ""


def _written(found: re.Match[str]) -> str:
    """A number as the standard writes it."""
    return f"{found[1]}〔{found[2]}〕{found[3]}号"
