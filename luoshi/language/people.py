"""People in running text: names told by the posts before them, by 记者, and by a title after them.

A Chinese name is a surname and one or two characters; where it ends, the word after it tells (表示, 说,
在, a comma). A foreign name is a run of the characters that write foreign names, its parts joined with ·.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from luoshi.knowledge.bodies import core_pattern, organs, posts
from luoshi.knowledge.words import alternatives

_HAN = "\u4e00-\u9fff"
# Characters that end a name of two characters though a third could be read: 李强|作了讲话, 李强|将于.
_SINGLE = frozenset("作在将对就于以说称为也是还把的了被让给")
# What turns a title into another word: 主席国, 代表团, 部长级, 大使馆, 省|长治.
NO_TITLE = "国团会级们制席台府处馆单"


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text: ``text[start:end] == quote``; ``name`` is the quote without breaks and spaces."""

    quote: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What ``posts.toml`` says of names, ready for use."""

    surnames: frozenset[str]
    compound: frozenset[str]
    function: frozenset[str]
    no_names: frozenset[str]
    not_before: frozenset[str]
    follower: re.Pattern[str]
    foreign: re.Pattern[str]
    foreign_characters: frozenset[str]
    dotted: re.Pattern[str]
    no_given: frozenset[str]
    cue: re.Pattern[str]
    title: re.Pattern[str]


@cache
def _words() -> _Words:
    table = posts()["names"]
    written = "".join(table["foreign"].split())
    any_name = "".join(dict.fromkeys(written + table["minority"]))
    return _Words(
        surnames=frozenset("".join(table["surnames"].split())),
        compound=frozenset(table["compound"].split()),
        function=frozenset(table["function"]),
        no_names=frozenset((*table["no_names"].split(), *table["abroad"].split())),
        not_before=frozenset(
            form[-2:]
            for form in (*_organ_forms(), *table["abroad"].split(), *posts()["posts"]["before"].split())
            if len(form) > 1
        ),
        follower=re.compile(rf"$|[^{_HAN}·]|{alternatives(table['followers'].split())}"),
        foreign=re.compile(f"[{written}]{{2,10}}"),
        foreign_characters=frozenset(written),
        dotted=re.compile(rf"[{any_name}]{{1,8}}(?:[·•・‧-][{any_name}]{{1,9}}){{1,4}}"),
        no_given=frozenset(table["no_given"]),
        cue=re.compile(f"{core_pattern()}|记者|通讯员|同志"),
        title=re.compile(f"同志|{alternatives(posts()['posts']['after'].split())}"),
    )


def people(text: str) -> list[Person]:
    """The persons that ``text`` names, in its order: after a post or 记者, or before a title or 同志."""
    words = _words()
    found: list[Person] = []
    end = 0
    for cue in words.cue.finditer(text):
        if cue.group() in ("记者", "通讯员"):
            for start, stop in _byline(text, cue.end()):
                if start >= end:
                    found.append(_person(text, start, stop))
                    end = stop
            continue
        before = name_before(text, cue.start()) if words.title.fullmatch(cue.group()) else -1
        if before >= end and before >= 0:
            found.append(_person(text, before, cue.start()))
            end = cue.end()
            continue
        start = cue.end()
        stop = name_at(text, start) if cue.group() != "同志" else 0
        if stop and start >= end:
            found.append(_person(text, start, stop))
            end = stop
    return found


def name_at(text: str, start: int, foreign: bool = False) -> int:
    """Where the name that begins at ``start`` ends, 0 where none does.

    Two to four characters with a surname first, read as long as the word after it allows; a name with ·;
    and where ``foreign`` says that the post is abroad, a run of characters that write foreign names.
    """
    words = _words()
    if text[start : start + 1] in NO_TITLE:
        return 0
    dotted = words.dotted.match(text, start)
    if dotted is not None:
        return _trimmed(text, start, dotted.end())
    lengths: tuple[int, ...] = ()
    if text[start : start + 2] in words.compound:
        lengths = (4, 3)
    elif text[start : start + 1] in words.surnames:
        lengths = (3, 2)
    if text[start : start + 2] in words.no_names:
        return 0
    for length in lengths:
        end = start + length
        if end > len(text) or not _all_han(text, start, end):
            continue
        if length == lengths[0] and (text[end - 1] in _SINGLE or _follows(text, end - 1)):
            continue
        if words.follower.match(text, end):
            return end
    run = words.foreign.match(text, start) if foreign else None
    return _trimmed(text, start, run.end()) if run is not None else 0


def name_before(text: str, end: int, foreign: bool = False) -> int:
    """Where the name that ends at ``end``, right before a title, begins; -1 where none does.

    ``foreign`` says that the title is one that foreigners bear (总统), so that a run of characters that
    write foreign names is a name.
    """
    words = _words()
    if text[max(0, end - 2) : end] in words.not_before:
        return -1
    if foreign:
        start = end
        while start > 0 and end - start < 8 and text[start - 1] in words.foreign_characters:
            start -= 1
        if end - start >= 2:
            return start
    if end >= 4 and text[end - 4 : end - 2] in words.compound:
        return end - 4
    for start in (end - 3, end - 2):
        if start < 0 or text[start] not in words.surnames or not _all_han(text, start, end):
            continue
        if words.no_given.intersection(text[start + 1 : end]) or text[start : start + 2] in words.no_names:
            continue
        if start == end - 3:
            if not (text[start] in words.function and text[start + 1] in words.surnames):
                return start
        elif text[start] not in words.function and (start == 0 or _ends_before_name(text[start - 1])):
            return start
    return -1


def _follows(text: str, at: int) -> bool:
    """Whether a word of two characters or more that follows names stands at ``at``: 表示, 主持, 先后."""
    found = _words().follower.match(text, at)
    return found is not None and found.end() - at > 1


def _ends_before_name(character: str) -> bool:
    """Whether a name of two characters may begin right after ``character``: 会见|王毅, ，王毅."""
    return not "\u4e00" <= character <= "\u9fff" or character in "和与同向对由在为是请见受以"


def _byline(text: str, at: int) -> list[tuple[int, int]]:
    """The names that follow 记者, between spaces or 、: 记者 方敏 何立诚."""
    found: list[tuple[int, int]] = []
    while True:
        while at < len(text) and text[at] in " \u3000、/｜|":
            at += 1
        end = name_at(text, at)
        if not end:
            return found
        found.append((at, end))
        at = end


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a foreign name without the verb that its characters ran into (马克龙|达成, 马克龙|表示)."""
    follower = _words().follower
    for stop in range(start + 2, end):
        verb = follower.match(text, stop)
        if verb is not None and verb.end() - stop > 1:
            return stop
    return end


def _organ_forms() -> list[str]:
    return [
        form
        for kind, table in organs().items()
        if kind != "caution"
        for full, shorts in table.items()
        for form in (full, *shorts)
    ]


def _all_han(text: str, start: int, end: int) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text[start:end])


def _person(text: str, start: int, end: int) -> Person:
    quote = text[start:end]
    return Person(quote, start, end, "".join(quote.split()))
