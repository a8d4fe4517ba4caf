"""Who takes, holds or leaves a post, where a verb says so: 方敏担任市水务局局长, 任命方敏为…, 免去方敏的…职务.

方敏（女）为临澜市商务局局长        临澜市商务局 · 局长 · 方敏
"""

from __future__ import annotations

import re

from luoshi.language.people import bounded_name_before, name_at, name_before
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.posts import REACH, Extent, Held, by_organisation, post_words, posts_up_to

_TAKES = late(
    "(?:同志)?(?P<holds>现任|兼任|担任了?|出任|升任|接任|调任|转任|改任|挂任|就任|(?<![曾历])任|，?生前[是系为])$"
    "|同志(?P<is>为)$|(?:同志)?(?:（[^（）]{1,12}）)?(?P<appointed>[为的]|辞去)$"
)
_POST_LAID_DOWN = late("(?:等)?职务|职的")
# What a life in a few words goes on with behind the name: 方敏，女，1971年生，…，今年8月起任….
_LIFE = late(r"，(?:[男女]|[^，。；]{1,3}族|(?:19|20)\d\d年|现年|今年|生前|此前|中共党员)")
_NO_COMMA = late("[。；！？]")
_LONGEST_LIFE = 120
_LONGEST_POST = 24


@rule(
    "name that takes a post",
    "A name, a verb of holding, taking or leaving a post, and the post; a life in a few words names the person first.",
    ("会上，方敏同志兼任办公室主任。", "方敏 办公室 主任"),
    ("会议决定，何立诚担任市水务局局长。", "何立诚 市水务局 局长"),
    ("决定任命：方敏（女）为临澜市商务局局长。", "方敏 临澜市商务局 局长"),
    ("决定免去何立诚的临澜市水务局局长职务。", "何立诚 临澜市水务局 局长"),
    ("何立诚，生前是临澜市水务局局长。", "何立诚 临澜市水务局 局长"),
    ("方敏，女，1971年生，今年8月起任临澜市商务局局长。", "方敏 临澜市商务局 局长"),
    ("方敏的市水务局局长朋友来了，为市长鼓掌。", ""),
)
def name_that_takes_a_post(
    text: str, core: re.Match[str], floor: int, place: str, named: Extent = (0, 0)
) -> list[Held]:
    """The offices of the person who stands before a verb of holding and the posts that end in ``core``.

    ``named`` is the name read last: its person may take a further post.
    """
    reach = text[max(floor, core.start() - REACH) : core.start()]
    laid_down = (
        text[core.end() : core.end() + 1] in ("职", "等") and _POST_LAID_DOWN.match(text, core.end()) is not None
    )
    if not (laid_down or "任" in reach or "为" in reach or "生前" in reach):
        return []
    held = posts_up_to(text, core.end(), floor, place)
    if not held or _goes_on(text, core.end(), place):
        return []
    begin = min(held[0].organisation_start, held[0].start)
    takes = _TAKES.search(text, max(floor, begin - 20), begin)
    if takes is None:
        return []
    name = _who(text, takes, floor, named, laid_down)
    if name is None:
        return []
    return [(organisation, extents, name) for organisation, extents in by_organisation(held)]


def _goes_on(text: str, end: int, place: str) -> bool:
    """Whether the posts go on behind ``end``: 党组书记|、局长."""
    if text[end : end + 1] != "、":
        return False
    further = post_words().core.search(text, end, end + _LONGEST_POST)
    if further is None:
        return False
    return posts_up_to(text, further.end(), end - 1, place)[:1] != [] and "、" not in text[end + 1 : further.end()]


def _who(text: str, takes: re.Match[str], floor: int, named: Extent, laid_down: bool) -> Extent | None:
    """The name of who takes or leaves a post; ``None`` where nobody is named."""
    if named[1] == takes.start():
        return named
    if takes["appointed"] is not None:
        if (takes["appointed"] == "为") == laid_down:
            return None
        start = bounded_name_before(text, takes.start(), floor)
        return (start, takes.start()) if start >= 0 else None
    start = name_before(text, takes.start())
    if start >= floor:
        return start, takes.start()
    return _whose_life(text, takes.start())


def _whose_life(text: str, at: int) -> Extent | None:
    """The name that the sentence up to ``at`` begins with, where it goes on as the life of a person does."""
    begin = max((mark.end() for mark in _NO_COMMA.finditer(text, max(0, at - _LONGEST_LIFE), at)), default=0)
    end = name_at(text, begin)
    return (begin, end) if end and _LIFE.match(text, end) else None
