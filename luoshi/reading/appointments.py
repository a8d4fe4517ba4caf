"""Who takes, holds or leaves a post, where a verb says so: 方敏担任市水务局局长, 任命方敏为…, 免去方敏的…职务.

方敏（女）为临澜市商务局局长        临澜市商务局 · 局长 · 方敏
"""

from __future__ import annotations

import re
from dataclasses import replace

from luoshi.language.people import bounded_name_before, name_at, name_before
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.posts import REACH, Extent, Held, Post, goes_on, groups_of, posts_up_to

_TAKES = late(
    "(?:同志)?(?P<holds>现任|兼任|担任了?|出任|升任|接任|调任|转任|改任|挂任|就任|(?<![曾历])任|，?生前[是系为])$"
    "|同志(?P<is>为)$|(?:同志)?(?:（[^（）]{1,12}）)?(?:等\\d{0,3}人)?(?P<appointed>(?:当选)?为|当选|的|兼任的|辞去)$"
)
_INTO = ("为", "当选为", "当选")
# What stands between two names of a list: 、 and, behind the first, an aside.
_ASIDE_BEFORE = late("(?:（[^（）]{1,12}）)?、$")
_ELECTED = "当选"
_POST_LAID_DOWN = late("(?:等)?职务|职的")
# What a life in a few words goes on with behind the name: 方敏，女，1971年生，…，今年8月起任….
_LIFE = late(r"，(?:[男女]|[^，。；]{1,3}族|(?:19|20)\d\d年|现年|今年|生前|此前|中共党员)")
_NO_COMMA = late("[。；！？]")
_LONGEST_LIFE = 120


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
    if not (laid_down or any(word in reach for word in ("任", "为", "生前", "当选"))):
        return []
    held = posts_up_to(text, core.end(), floor, place)
    if held and text.startswith(_ELECTED, held[0].start):
        held[0] = _elected(held[0])
    if not held or goes_on(text, core.end(), place):
        return []
    begin = min(held[0].organisation_start, held[0].start)
    takes = _TAKES.search(text, max(floor, begin - 20), begin)
    if takes is None:
        return []
    names = _who(text, takes, floor, named, laid_down)
    return [(organisation, extents, name) for name in names for organisation, extents in groups_of(text, held)]


def _elected(post: Post) -> Post:
    """The post without the verb that was read as its first word: 方敏当选|市长."""
    start = post.start + len(_ELECTED)
    return replace(post, organisation_start=start, organisation_end=start, start=start)


def _who(text: str, takes: re.Match[str], floor: int, named: Extent, laid_down: bool) -> list[Extent]:
    """The names of who take or leave a post; none where nobody is named."""
    if named[1] == takes.start():
        return [named]
    if takes["appointed"] is not None:
        return _listed(text, takes.start(), floor) if (takes["appointed"] in _INTO) != laid_down else []
    start = name_before(text, takes.start())
    if start >= floor:
        return [(start, takes.start())]
    life = _whose_life(text, takes.start())
    return [life] if life is not None else []


def _listed(text: str, end: int, floor: int) -> list[Extent]:
    """The names of a list that ends at ``end``: 方敏、卓玛（女，藏族）; none where what stands there is no name."""
    names: list[Extent] = []
    while True:
        start = bounded_name_before(text, end, floor)
        if start < 0:
            return names
        names.insert(0, (start, end))
        aside = _ASIDE_BEFORE.search(text, floor, start)
        if aside is None:
            return names
        end = aside.start()


def _whose_life(text: str, at: int) -> Extent | None:
    """The name that the sentence up to ``at`` begins with, where it goes on as the life of a person does."""
    begin = max((mark.end() for mark in _NO_COMMA.finditer(text, max(0, at - _LONGEST_LIFE), at)), default=0)
    end = name_at(text, begin)
    return (begin, end) if end and _LIFE.match(text, end) else None
