"""Of how much of a place a figure is: all of it (全市), its own level of government (市本级), or a part (市区)."""

from __future__ import annotations

import re
from functools import lru_cache

_OWN = re.compile(r"[市区县省州旗盟]?本级|(?:区市|县市|区县|县区)级|[市区县省州]级(?!及?以上|[别市])")
_PART = re.compile(r"市区|(?:主|中心)?城区|主城|市管|[市区县]属|县域|(?:高新|经开|经济技术开发)区")
_PART_AHEAD = re.compile(r"中心城区|主城区?")
_WHOLE = re.compile(r"全[市区县省州旗盟国](?![场面])")


@lru_cache(maxsize=1 << 14)
def scope(name: str, clause: str) -> str:
    """The words of scope of a figure: its name's, else the last of those in its clause ahead of the value.

    ``whole`` for 全市 and its like, ``""`` where nothing is said.

    >>> scope("市本级税收收入", "全市上下，市本级"), scope("税收收入", "其中全市税收收入")
    ('市本级', 'whole')
    """
    own = _OWN.search(name) or _PART.match(name)
    if own:
        return own[0]
    last = max(
        (*_OWN.finditer(clause), *_PART_AHEAD.finditer(clause), *_WHOLE.finditer(clause)),
        key=lambda found: found.start(),
        default=None,
    )
    if last is None:
        return ""
    return "whole" if _WHOLE.fullmatch(last[0]) else last[0]


def restated(name: str, ahead: str) -> str:
    """A draft's name of the scope that its own sentence says, where the name's was carried on from another.

    >>> restated("市级税收收入", "具体到市本级，税收收入"), restated("市级税收收入", "市级税收收入")
    ('市本级税收收入', '市级税收收入')
    """
    own = _OWN.match(name)
    if own is None or own[0] in ahead:
        return name
    said = scope("", ahead)
    if not said:
        return name
    return ("" if said == "whole" else said) + name.removeprefix(own[0])


def is_part(words: str) -> bool:
    """Whether words of scope name a part of a place, and no level of government."""
    return _PART.fullmatch(words) is not None
