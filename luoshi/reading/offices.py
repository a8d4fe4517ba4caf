"""Who holds which post: a person's name with the organisation and the posts beside it.

    市教育局党组书记、局长方敏表示        市教育局 · 党组书记, 局长 · 方敏
    ──────┬─ ──┬─── ─┬─ ─┬
    organisation posts   person

Posts are read backwards from the name: each stretch between 、 or ， that ends in a post belongs to the
person, until one does not. A post without an organisation takes that of the post before it; a post of another
one keeps that one's words (副市长、市公安局局长). A list of people names the person
first (方敏　市教育局局长), and so do brackets (方敏（现任市教育局局长）) and verbs (方敏兼任办公室主任).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace

from luoshi.knowledge.bodies import core_pattern
from luoshi.knowledge.speech import words as speech_words
from luoshi.knowledge.words import alternatives
from luoshi.language.passage import Passage
from luoshi.language.people import (
    NO_TITLE,
    bounded_name_before,
    could_be_name,
    everyday_name_at,
    name_at,
    name_before,
    surname_length,
)
from luoshi.language.punctuation import full_width
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.appointments import name_that_takes_a_post
from luoshi.reading.outline import Outline
from luoshi.reading.posts import Extent, Held, body_of, goes_on, groups_of, post_words, posts_up_to
from luoshi.records import Office

# What stands between a post and the name: （正县级）, （主任）, ：, 、今年71岁的.
_ASIDE = late(r"(?:（([^（）]{1,20})）)?：?(?:[、，]?(?:今年|现年|年近)?\d{2}岁的)?")
_BESIDE_NAME = late(r"（[^（）]{1,12}）")
_CONCURRENTLY = late("兼任?$|^兼任?")
# A bracket that ends with a post, or with how it is held.
_CLOSES = late("(?:，(?:挂职|主持[^，（）]{0,8}工作|正[^，（）]{1,6}级|[^，（）]{0,6}兼))?）")
_NEAR = 8
# 办公室主任由方敏兼任.
_TAKEN_BY = late("由[一-鿿·]{2,8}?(?:同志)?(?:兼任|担任|接任)")
_MANAGERS = ("总经理", "董事长", "总裁", "总监", "总工程师")
_SAYS = alternatives(speech_words("speech", "verbs"))
_TITLE = late(f"副?{core_pattern()}|总(?=[^\\w]|{_SAYS})")
# 方敏代表说: of these titles only who speaks or is spoken to is named so.
_MEMBERS = ("代表", "委员")
# 国家领导人, 两国领导人: a class of people, and no post.
_OF_MANY = late("(?:国家|中央|[各两双多外]国)$")
_SPEAKS = late(f"[：:]|{_SAYS}")
# What is no post though it begins like one.
_ORGANS = frozenset(("常委会", "委员会", "代表会", "代表团", "董事会"))
_FOREIGN_TITLE = late("总统|首相|总理|国王|外长|主席|总书记")
# After 省, 市, 县 … the 长 of these is theirs: 山西省|长治市, 全市|长期.
_LONG = late("[治沙春江期效远乐寿葛城足久白宁安岭阳垣征龙辛线住度]|三角")


def offices(outline: Outline, document_text: str, place: str = "") -> tuple[Office, ...]:
    """Every mention of a person with posts, in the order of the text.

    ``place`` is the name of the document's own place: it resolves ``body``, the organisation's full name
    (市科技局 in 青岛市 is 青岛市科学技术局). A person named with posts in two organisations is one office, or two
    where ， stands between.
    """
    found: list[Office] = []
    for block in outline.blocks:
        if block.table is None:
            found += _in_passage(block.passage, document_text, place)
    return tuple(_with_surnames(outline, document_text, found))


@rule(
    "surname and title",
    "A surname and a title, of a person whom the document names with that post: 方局长.",
    ("市教育局局长方敏到会。记者：方局长，您好。", "方敏 市教育局 局长 / 方敏  局长"),
    ("方局长，您好。", ""),
)
def _with_surnames(outline: Outline, document_text: str, found: list[Office]) -> list[Office]:
    """The offices, and the mentions that take them up by surname and title, in the order of the text."""
    known = {surname: office for office in reversed(found) for surname in _surnames(office.person)}
    if not known:
        return found
    longest = sorted(known, key=len, reverse=True)
    first = re.compile(f"[{''.join(sorted({surname[0] for surname in known}))}]")
    taken = {at: office for office in found for at in range(office.start, office.end)}
    out = list(found)
    for block in outline.blocks:
        for surname, title in _titled(block.passage.text, first, longest) if block.table is None else ():
            span = block.passage.span(document_text, title.start() - len(surname), title.end())
            office, there = known[surname], taken.get(span.start)
            bare = there is not None and there.person == surname
            of_another = there is not None and (there.rule != "name before title" or len(there.person) < 3)
            if (of_another and not bare) or not any(_takes_up(title.group(), post) for post in office.posts):
                continue
            if there is not None:
                if not bare and there.person in {other.person for other in found if other is not there}:
                    continue
                out.remove(there)
            out.append(
                replace(
                    office,
                    quote=span.quote,
                    start=span.start,
                    end=span.end,
                    rule="surname and title",
                    organisation="",
                    posts=office.posts if title.group() == "总" else (title.group(),),
                )
            )
    return sorted(out, key=lambda office: office.start)


def _titled(text: str, first: re.Pattern[str], longest: list[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """Each of some surnames that a title follows, with the title; where two begin at one place, the longer.

    ``first`` finds their first characters. Titles are matched behind a surname that was found, since a pattern of both
    would be compiled for each document.
    """
    at = 0
    while begins := first.search(text, at):
        at = begins.start() + 1
        for surname in longest:
            if text.startswith(surname, begins.start()):
                title = _TITLE.match(text, begins.start() + len(surname))
                if title:
                    yield surname, title
                    at = title.end()
                    break


def _surnames(person: str) -> tuple[str, ...]:
    """What of a name may stand before a title: 贺兰 of 贺兰若, who may be a 贺, too."""
    length = surname_length(person) if len(person) > 1 else 0
    return tuple(person[:cut] for cut in range(length, 0, -1))


def _takes_up(title: str, post: str) -> bool:
    """Whether a title behind a surname is short for a post: 局长, and 总 for 总经理 and 董事长."""
    return post.endswith(title) or (title == "总" and post.endswith(_MANAGERS))


def _in_passage(passage: Passage, document_text: str, place: str) -> Iterator[Office]:
    text = full_width(passage.text)
    words = post_words()
    end = 0
    named: Extent = (0, 0)
    for core in words.core.finditer(text):
        if core.start() < end or text[core.start() : core.end() + 1] in _ORGANS:
            continue
        read = (
            name_beside_posts(passage, document_text, text, core, end, place)
            or posts_before_name(text, core, end, place, passage.starts)
            or title_after_name(text, core, end, place)
            or posts_in_brackets(text, core, end, place, named)
            or name_that_takes_a_post(text, core, end, place, named)
        )
        floor, begun = end, 0
        for organisation, held, name in read:
            first = organisation[0] if organisation[0] < organisation[1] else held[0][0]
            # Whose name was told earlier is not in the words: 方敏，…，此前任甲局局长，今年起任|乙局副局长.
            start = first if name[1] <= floor and first - name[1] > _NEAR else min(first, name[0])
            stop = max(name[1], held[-1][1])
            if name[0] > begun > held[-1][1]:
                start = name[0]  # 副市长方敏、|何立诚
            begun = max(begun, name[1])
            span = passage.span(document_text, start, stop)
            owner = text[slice(*organisation)]
            yield Office(
                quote=span.quote,
                start=span.start,
                end=span.end,
                rule="name before title" if name[0] < held[0][0] else "posts before name",
                person=text[slice(*name)],
                organisation=owner,
                posts=tuple(text[slice(*post)] for post in held),
                body=body_of(owner, text[slice(*held[0])], place),
            )
            end, named = max(end, stop), name


@rule(
    "posts before name",
    "An organisation, one post or more, and the name of the person who holds them.",
    ("市教育局党组书记、局长方敏表示，今年新建两所学校。", "方敏 市教育局 党组书记、局长"),
    ("东湾示范区党工委副书记、管委会副主任何立诚说", "何立诚 东湾示范区 党工委副书记、管委会副主任"),
    ("临澜市市长周闻笙主持会议。", "周闻笙 临澜市 市长"),
    ("市教育局局长高山表示，今年新建两所学校。", "高山 市教育局 局长"),
    ("专班办公室主任由方敏兼任。", "方敏 专班办公室 主任"),
    ("青石经开区管委会主任方敏到会。", "方敏 青石经开区管委会 主任"),
    ("企业家代表方敏到会。", ""),
    ("党和国家领导人方敏到会。", ""),
)
def posts_before_name(
    text: str, core: re.Match[str], floor: int, place: str = "", stops: Collection[int] = ()
) -> list[Held]:
    """The offices of the person whose name follows ``core``; empty where no name does."""
    words = post_words()
    aside = _ASIDE.match(text, core.end())
    assert aside is not None
    if core.group() == "代表" and words.sends.search(text, max(floor, core.start() - _NEAR), core.start()):
        return []  # 企业家代表方敏
    if core.group() == "领导人" and _OF_MANY.search(text, max(floor, core.start() - _NEAR), core.start()):
        return []  # 党和国家领导人方敏
    at = aside.end()
    nearby = text[max(floor, core.start() - 20) : core.end()]
    at += text.startswith("由", at) and _TAKEN_BY.match(text, at) is not None
    name_end = name_at(text, at, words.abroad.search(nearby) is not None, stops)
    sure = not name_end and everyday_name_at(text, at)
    held = posts_up_to(text, core.end(), floor, place) if name_end or sure else []
    if sure and held and held[0].organisation_start < held[0].start:
        name_end = everyday_name_at(text, at)
    if not held or not name_end:
        return []
    if core.group() == "领袖" and held[-1].organisation_start == held[-1].start:
        return []  # 维护领袖权威
    names = [(at, name_end)]
    while True:
        beside = _BESIDE_NAME.match(text, name_end)
        if beside is not None and words.core.search(beside.group()):
            break  # 成员：方敏（市财政局局长）、…: the bracket tells of a post of its own
        after = beside.end() if beside else name_end
        listed = text[after : after + 1] == "、"
        following = name_at(text, after + 1, stops=stops) if listed else 0
        following = following or (everyday_name_at(text, after + 1) if listed and sure else 0)
        if not following or words.core.search(text, after, following + 1):
            break
        names.append((after + 1, following))
        name_end = following
    groups = groups_of(text, held)
    if aside.group(1) is not None:
        _add_aside(text, aside, groups[-1][1])
    return [(organisation, extents, name) for name in names for organisation, extents in groups]


def _add_aside(text: str, aside: re.Match[str], extents: list[Extent]) -> None:
    """Add a post in brackets: another name of the post before, 局长（主任）, or a further one, 书记（县委常委兼任）."""
    words = _CONCURRENTLY.sub("", aside.group(1))
    start = aside.start(1) + aside.group(1).find(words)
    post = post_words().post.search(words)
    if post is None:
        return
    if post.start() == 0:
        extents[-1] = (extents[-1][0], aside.end(1) + 1)
    else:
        extents.append((start, start + len(words)))


@rule(
    "name beside posts",
    "A line of a list: a name, a space, and the posts of its person.",
    ("方敏　市教育局党组书记、局长\n何立诚　副市长", "方敏 市教育局 党组书记、局长 / 何立诚  副市长"),
    ("组　长：方　敏　区委副书记、区长", "方敏  组长 / 方敏 区委 副书记、区长"),
    ("市长　方敏\n县长　何立诚", "方敏  市长 / 何立诚  县长"),
)
def name_beside_posts(
    passage: Passage, document_text: str, text: str, core: re.Match[str], floor: int, place: str
) -> list[Held]:
    """The offices of the person whose name stands before the posts that end in ``core``, in a line of its own."""
    if len(passage.starts) == 1:
        return []
    ends = (*passage.starts[1:], len(text))
    stop = ends[bisect_right(passage.starts, core.start()) - 1]
    if core.end() != stop and not text.startswith("（", core.end()):
        return []
    held = posts_up_to(text, core.end(), floor, place)
    if not held:
        return []
    piece = bisect_right(passage.starts, held[0].start) - 1
    begin = passage.starts[piece]
    if piece == 0 or not _one_line(passage, document_text, begin) or "：" in text[begin : held[0].start]:
        return []
    start = passage.starts[piece - 1]
    if piece > 1 and begin - start == 1 and _one_line(passage, document_text, start):
        start = passage.starts[piece - 2]
    start = max(start, text.rfind("：", start, begin) + 1)
    heads = text[start - 1] == "：" if start else True
    if not (heads or not _one_line(passage, document_text, start)) or not could_be_name(text[start:begin]):
        return []
    groups = groups_of(text, held)
    if begin < held[0].start:
        groups[0] = ((begin, held[0].start), groups[0][1])
    return [(organisation, extents, (start, begin)) for organisation, extents in groups]


def _one_line(passage: Passage, document_text: str, at: int) -> bool:
    """Whether what print leaves between the characters before and at ``at`` is space, and no end of a line."""
    between = document_text[passage.origin(at - 1) + 1 : passage.origin(at)]
    return "\n" not in between and "\r" not in between


@rule(
    "posts in brackets",
    "A name and, in brackets behind it, the posts that its person holds now.",
    ("方敏（现任市教育局局长）", "方敏 市教育局 局长"),
    ("何立诚（女，现任市水务局党组书记、局长）", "何立诚 市水务局 党组书记、局长"),
    ("方　敏（市水务局副局长，主持工作）", "方敏 市水务局 副局长"),
    ("组长：方敏（市委副书记、市长）", "方敏  组长 / 方敏 市委 副书记、市长"),
)
def posts_in_brackets(text: str, core: re.Match[str], floor: int, place: str, named: Extent = (0, 0)) -> list[Held]:
    """The offices of the person whose name stands before the bracket that ``core`` closes.

    ``named`` is the name read last: behind the post that a list gives its person, the bracket tells of others.
    """
    if text[core.end() : core.end() + 1] not in ("）", "，") or _CLOSES.match(text, core.end()) is None:
        return []
    opening = text.rfind("（", floor, core.start())
    if text[floor : floor + 1] == "（" and named[1] == floor:
        held = posts_up_to(text, core.end(), floor + 1, place)
        return [(organisation, extents, named) for organisation, extents in groups_of(text, held)]
    start = bounded_name_before(text, opening, floor) if opening > 0 else -1
    start = name_before(text, opening) if start < 0 < opening else start
    if start < floor:
        return []
    held = posts_up_to(text, core.end(), opening + 1, place)
    return [(organisation, extents, (start, opening)) for organisation, extents in groups_of(text, held)]


@rule(
    "name before title",
    "A name and the title after it: 总书记, 主席, 总理, 市长.",
    ("方敏副市长到会讲话。", "方敏  副市长"),
    ("方敏代表说，路灯要亮。方敏代表全局讲话。", "方敏  代表"),
)
def title_after_name(text: str, core: re.Match[str], floor: int, place: str) -> list[Held]:
    """The office of the person whose name stands right before the title; empty where none does."""
    words = post_words()
    after = text[core.end() : core.end() + 1]
    if (after and after in NO_TITLE) or (text[core.end() - 1] == "长" and _LONG.match(text, core.end())):
        return []
    if goes_on(text, core.end(), place):
        return []  # 方敏　副市长、市公安局局长: all the posts of a line are read at its end
    for begin in (core.start() - 2, core.start() - 1, core.start()):
        title = words.title.match(text, begin) if begin >= floor else None
        if title is not None and title.end() >= core.end():
            start = name_before(text, begin, foreign=_FOREIGN_TITLE.search(title.group()) is not None)
            return [((begin, begin), [(begin, title.end())], (start, begin))] if start >= floor else []
    if core.group() in _MEMBERS and _SPEAKS.match(text, core.end()):
        start = bounded_name_before(text, core.start(), floor)
        return [((core.start(), core.start()), [core.span()], (start, core.start()))] if start >= 0 else []
    return []
