"""The head of an official document: its number, the body that issued it, the day it was made, its title.

GB/T 9704-2012 lays down how the head of an official document of the Party and the government is printed:
the issuing body's mark (…文件), below it the number (国发〔2024〕1号: the body's short name, the year in
tortoise-shell brackets, the running number), then the title. Government sites print the same as a list
before the text (发文机关, 发文字号, 成文日期).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINES = 40  # of a document's beginning, where its head stands
_LONGEST_LINE = 120  # characters of a line in a head
_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,12})\s{0,4}[〔\[［【（(]\s{0,2}((?:19|20)\d\d)\s{0,2}[〕\]］】）)]\s{0,2}(?:第\s{0,2})?(\d{1,5})\s{0,2}号"
)
_STATED = re.compile(
    r"(发文机关|发布机构|发文单位|制发机关|发文字号|文\s{0,4}号|成文日期|发文日期)\s{0,4}[:：|]\s{0,4}([^:：|\s][^:：|]{0,60}?)\s{0,4}"
    r"(?=[:：|]|\s(?:[\u4e00-\u9fff]{2,6}|文\s{0,4}号)\s{0,4}[:：|]|\Z)"
)
_MARK = re.compile(
    r"([\u4e00-\u9fff]{4,30}?(?:人民政府|委员会|办公厅|办公室|委|局|厅|部|院|署))(?:[（(]通知[）)])?文\s{0,4}件\Z"
)
_BODY = re.compile(r"[\u4e00-\u9fff、（）() ]{2,40}\Z")
_DAY = re.compile(r"((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_SPACES = re.compile(r"\s+")


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
    number = publisher = date = ""
    end = 0
    for _ in range(_LINES):
        begin, end = end, text.find("\n", end) + 1
        line = text[begin : end or begin + _LONGEST_LINE + 1].strip()
        if line and len(line) <= _LONGEST_LINE:
            for name, words in _STATED.findall(line):
                name, words = _SPACES.sub("", name), words.strip()
                if name in ("发文字号", "文号"):
                    number = number or _number(words)
                elif name in ("成文日期", "发文日期"):
                    date = date or _day(words)
                elif _BODY.match(words):
                    publisher = publisher or words
            number = number or _alone(line)
            mark = _MARK.match(_SPACES.sub("", line)) if not publisher and line.endswith("件") else None
            publisher = mark[1] if mark else publisher
        if not end:
            break
    return Head(number, publisher, date)


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


def _number(words: str) -> str:
    found = _NUMBER.match(words)
    return _written(found) if found else ""


def _written(found: re.Match[str]) -> str:
    """A number as the standard writes it."""
    return f"{found[1]}〔{found[2]}〕{found[3]}号"


def _day(words: str) -> str:
    found = _DAY.match(words)
    if found is None or not (1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31):
        return ""
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
