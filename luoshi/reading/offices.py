"""Who holds which post: a person's name with the organisation and the posts beside it.

    市教育局党组书记、局长方敏表示        市教育局 · 党组书记, 局长 · 方敏
    ──────┬─ ──┬─── ─┬─ ─┬
    organisation posts   person

Posts are read backwards from the name: each stretch between 、 or ， that ends in a post belongs to the
person, until one does not. A post without an organisation takes that of the post before it; a post that
names another one begins an office of its own (西海新区工委副书记，自贸片区管委主任). A list of people names the person
first (方敏　市教育局局长), and so do brackets (方敏（现任市教育局局长）) and verbs (方敏兼任办公室主任).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache

from luoshi.knowledge.bodies import core_pattern, post_pattern, posts
from luoshi.knowledge.words import alternatives
from luoshi.language.bodies import Body, bodies, full_name
from luoshi.language.passage import Passage
from luoshi.language.people import NO_TITLE, could_be_name, name_at, name_before, surname_length
from luoshi.language.places import places, resolve
from luoshi.language.punctuation import full_width
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.outline import Outline
from luoshi.records import Office

_REACH = 90
_BREAK = late(r"[。；;：:！？!?“”‘’\"（）()《》〈〉【】\[\]|｜□■●◆—…\n\r\t \u3000]")
_LEAD = late(
    "任命|[兼担出升接]任|同志为|推选|选举|聘请|邀请|会见|会晤|接见|记者|今天|当天|近日|日前|上午|下午|晚上|凌晨|期间|以及|还有|其中|现任|时任|前任|首任|分别|陪同|见到"
    r"|专访|采访|了解到|获悉|委托|播出|\d日|^[经就该其本任]|(?<!自)由|(?<!数)据|(?<!方)向|(?<![共协合])同(?![志济])|对(?!外)|(?<!华)为|(?<!高)等"
    "|[在是的了被和与]"
)
_ORGAN_END = late(
    "(?:[局厅委办院会部署府行团社校所处司队站区市省县州旗镇乡村党组厂馆庭室台军国盟院关网储]|中心|公司|集团|[大中小]学|中央|街道|银行|组织)$"
)
# Countries by one character, as headlines name them: 俄外长.
# What stands between a post and the name: （正县级）, （主任）, ：.
_ASIDE = late(r"(?:（([^（）]{1,20})）)?：?")
_BESIDE_NAME = late(r"（[^（）]{1,12}）")
_CONCURRENTLY = late("兼任?$|^兼任?")
_TAKES_POST = late("(?:同志)?(?:现任|兼任|担任|出任|升任|接任|任)$|同志为$")
_COUNTRY_LETTERS = frozenset("俄乌美法德英日韩伊以叙巴印澳加")
_PARTIES = ("农工", "致公", "产", "民主", "人民")
_GOVERNS = late("[省市州盟县区旗乡镇]长$")
_FOREIGN_TITLE = late("总统|首相|总理|国王|外长|主席|总书记")
# After 省, 市, 县 … the 长 of these is theirs: 山西省|长治市, 全市|长期.
_LONG = late("[治沙春江期效远乐寿葛城足久白宁安岭阳垣征龙辛线住度]|三角")
_NO_ORGAN = late("(?:全国|各国|我国|两国|多国|城市|地区|社会|社区|全市|全省|机会|部队|本国|该国|他国|三国)$")


@dataclass(frozen=True, slots=True)
class _Post:
    """A post in a passage and its organisation (empty where it names none): 外交部|长 shares a character."""

    organisation_start: int
    organisation_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    core: re.Pattern[str]
    post: re.Pattern[str]
    title: re.Pattern[str]
    abroad: re.Pattern[str]
    country: re.Pattern[str]
    country_ends: frozenset[str]


@cache
def _words() -> _Words:
    table = posts()
    abroad = alternatives(table["names"]["abroad"].split())
    return _Words(
        core=re.compile(core_pattern()),
        post=re.compile(f"{post_pattern()}$"),
        title=re.compile(f"(?:国家)?{alternatives(table['posts']['after'].split())}"),
        country=re.compile(alternatives(name for name in table["names"]["abroad"].split() if len(name) > 1)),
        country_ends=frozenset(name[-2:] for name in table["names"]["abroad"].split() if len(name) > 1),
        abroad=re.compile(f"{abroad}(?!籍)|总统|首相|国王|外长|王储|议长"),
    )


def offices(outline: Outline, document_text: str, place: str = "") -> tuple[Office, ...]:
    """Every mention of a person with posts, in the order of the text.

    ``place`` is the name of the document's own place: it resolves ``body``, the organisation's full name
    (市科技局 in 青岛市 is 青岛市科学技术局). A person named with posts in two organisations is two offices.
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
    known = {office.person[:length]: office for office in reversed(found) if (length := surname_length(office.person))}
    if not known:
        return found
    mention = re.compile(f"({alternatives(known)})(副?{core_pattern()})")
    taken = {at: office for office in found for at in range(office.start, office.end)}
    out = list(found)
    for block in outline.blocks:
        for match in mention.finditer(block.passage.text) if block.table is None else ():
            span = block.passage.span(document_text, *match.span())
            office, there = known[match.group(1)], taken.get(span.start)
            of_another = there is not None and (there.rule != "name before title" or len(there.person) < 3)
            if of_another or not any(post.endswith(match.group(2)) for post in office.posts):
                continue
            if there is not None:
                if there.person in {other.person for other in found if other is not there}:
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
                    posts=(match.group(2),),
                )
            )
    return sorted(out, key=lambda office: office.start)


def _in_passage(passage: Passage, document_text: str, place: str) -> Iterator[Office]:
    text = full_width(passage.text)
    words = _words()
    end = 0
    named: Extent = (0, 0)
    for core in words.core.finditer(text):
        if core.start() < end:
            continue
        read = (
            name_beside_posts(passage, document_text, text, core, end, place)
            or posts_before_name(text, core, end, place, passage.starts)
            or title_after_name(text, core, end)
            or posts_in_brackets(text, core, end, place)
            or name_that_takes_a_post(text, core, end, place, named)
        )
        for organisation, held, name in read:
            first = organisation[0] if organisation[0] < organisation[1] else held[0][0]
            start, stop = min(first, name[0]), max(name[1], held[-1][1])
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
                body=_body(owner, text[slice(*held[0])], place),
            )
            end, named = max(end, stop), name


Extent = tuple[int, int]
# The extents of an organisation (empty where none is named), of the posts in it, and of the person's name.
_Read = tuple[Extent, list[Extent], Extent]


@rule(
    "posts before name",
    "An organisation, one post or more, and the name of the person who holds them.",
    ("市教育局党组书记、局长方敏表示，今年新建两所学校。", "方敏 市教育局 党组书记、局长"),
    ("东湾示范区党工委副书记、管委会副主任何立诚说", "何立诚 东湾示范区 党工委副书记、管委会副主任"),
    ("临澜市市长周闻笙主持会议。", "周闻笙 临澜市 市长"),
)
def posts_before_name(
    text: str, core: re.Match[str], floor: int, place: str = "", stops: Collection[int] = ()
) -> list[_Read]:
    """The offices of the person whose name follows ``core``; empty where no name does."""
    words = _words()
    aside = _ASIDE.match(text, core.end())
    assert aside is not None
    at = aside.end()
    nearby = text[max(floor, core.start() - 20) : core.end()]
    name_end = name_at(text, at, words.abroad.search(nearby) is not None, stops)
    if not name_end:
        return []
    held = _posts_up_to(text, core.end(), floor, place)
    if not held:
        return []
    names = [(at, name_end)]
    while True:
        beside = _BESIDE_NAME.match(text, name_end)
        after = beside.end() if beside else name_end
        following = name_at(text, after + 1, stops=stops) if text[after : after + 1] == "、" else 0
        if not following or words.core.search(text, after, following + 1):
            break
        names.append((after + 1, following))
        name_end = following
    offices_held = _by_organisation(held)
    if aside.group(1) is not None:
        _add_aside(text, aside, offices_held)
    return [(organisation, extents, name) for name in names for organisation, extents in offices_held]


def _by_organisation(held: list[_Post]) -> list[tuple[Extent, list[Extent]]]:
    """Posts together with those of the same organisation: a post that names none takes the one before."""
    groups: list[tuple[Extent, list[Extent]]] = []
    for post in held:
        if post.organisation_start < post.start or not groups:
            groups.append(((post.organisation_start, post.organisation_end), [(post.start, post.end)]))
        else:
            groups[-1][1].append((post.start, post.end))
    return groups


def _add_aside(text: str, aside: re.Match[str], groups: list[tuple[Extent, list[Extent]]]) -> None:
    """Add a post in brackets: another name of the post before, 局长（主任）, or a further one, 书记（县委常委兼任）."""
    words = _CONCURRENTLY.sub("", aside.group(1))
    start = aside.start(1) + aside.group(1).find(words)
    post = _words().post.search(words)
    if post is None:
        return
    if post.start() == 0:
        groups[-1][1][-1] = (groups[-1][1][-1][0], aside.end(1) + 1)
    else:
        groups[-1][1].append((start, start + len(words)))


@rule(
    "name beside posts",
    "A line of a list: a name, a space, and the posts of its person.",
    ("方敏　市教育局党组书记、局长\n何立诚　副市长", "方敏 市教育局 党组书记、局长 / 何立诚  副市长"),
    ("组　长：方　敏　区委副书记、区长", "方敏  组长 / 方敏 区委 副书记、区长"),
    ("市长　方敏\n县长　何立诚", "方敏  市长 / 何立诚  县长"),
)
def name_beside_posts(
    passage: Passage, document_text: str, text: str, core: re.Match[str], floor: int, place: str
) -> list[_Read]:
    """The offices of the person whose name stands before the posts that end in ``core``, in a line of its own."""
    if len(passage.starts) == 1:
        return []
    ends = (*passage.starts[1:], len(text))
    stop = ends[bisect_right(passage.starts, core.start()) - 1]
    if not (core.end() == stop or text[core.end()] == "（"):
        return []
    held = _posts_up_to(text, core.end(), floor, place)
    if not held:
        return []
    piece = bisect_right(passage.starts, held[0].start) - 1
    begin = passage.starts[piece]
    if piece == 0 or not _one_line(passage, document_text, begin):
        return []
    start = passage.starts[piece - 1]
    if piece > 1 and begin - start == 1 and _one_line(passage, document_text, start):
        start = passage.starts[piece - 2]
    start = max(start, text.rfind("：", start, begin) + 1)
    heads = text[start - 1] == "：" if start else True
    if not (heads or not _one_line(passage, document_text, start)) or not could_be_name(text[start:begin]):
        return []
    groups = _by_organisation(held)
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
)
def posts_in_brackets(text: str, core: re.Match[str], floor: int, place: str) -> list[_Read]:
    """The offices of the person whose name stands before the bracket that ``core`` closes."""
    if text[core.end() : core.end() + 1] != "）":
        return []
    opening = text.rfind("（", floor, core.start())
    start = name_before(text, opening) if opening > 0 else -1
    if start < floor:
        return []
    held = _posts_up_to(text, core.end(), opening + 1, place)
    return [(organisation, extents, (start, opening)) for organisation, extents in _by_organisation(held)]


@rule(
    "name that takes a post",
    "A name, a verb of holding or taking a post, and the post.",
    ("会上，方敏同志兼任办公室主任。", "方敏 办公室 主任"),
    ("会议决定，何立诚担任市水务局局长。", "何立诚 市水务局 局长"),
)
def name_that_takes_a_post(
    text: str, core: re.Match[str], floor: int, place: str, named: Extent = (0, 0)
) -> list[_Read]:
    """The offices of the person who stands before a verb of holding and the posts that end in ``core``.

    ``named`` is the name read last: its person may take a further post.
    """
    lead = text[max(floor, core.start() - _REACH - len("同志为")) : core.start()]
    if "任" not in lead and "同志为" not in lead:
        return []
    held = _posts_up_to(text, core.end(), floor, place)
    if not held:
        return []
    begin = min(held[0].organisation_start, held[0].start)
    takes = _TAKES_POST.search(text, max(floor, begin - 4), begin)
    if takes is None:
        return []
    name = named if named[1] == takes.start() else (name_before(text, takes.start()), takes.start())
    if name != named and name[0] < floor:
        return []
    return [(organisation, extents, name) for organisation, extents in _by_organisation(held)]


@rule(
    "name before title",
    "A name and the title after it: 总书记, 主席, 总理, 市长.",
    ("方敏副市长到会讲话。", "方敏  副市长"),
)
def title_after_name(text: str, core: re.Match[str], floor: int) -> list[_Read]:
    """The office of the person whose name stands right before the title; empty where none does."""
    words = _words()
    after = text[core.end() : core.end() + 1]
    if (after and after in NO_TITLE) or (text[core.end() - 1] == "长" and _LONG.match(text, core.end())):
        return []
    for begin in (core.start() - 2, core.start() - 1, core.start()):
        title = words.title.match(text, begin) if begin >= floor else None
        if title is not None and title.end() >= core.end():
            start = name_before(text, begin, foreign=_FOREIGN_TITLE.search(title.group()) is not None)
            return [((begin, begin), [(begin, title.end())], (start, begin))] if start >= floor else []
    return []


def _posts_up_to(text: str, end: int, floor: int, place: str) -> list[_Post]:
    """The posts that stand one after another up to ``end``, in the order of the text."""
    words = _words()
    found: list[_Post] = []
    low = max(floor, end - _REACH)
    stretch = text[low:end]
    breaks = [mark.end() for mark in _BREAK.finditer(stretch)]
    low += breaks[-1] if breaks else 0
    while end > low:
        cut = max(text.rfind(mark, low, end) for mark in "、，,兼")
        start = cut + 1 if cut >= 0 else low
        post = words.post.search(text, start, end)
        if post is None:
            break
        first = post.start()
        begin = _organisation_start(text, start, first, place)
        organ_end = first
        if first > start and text[first] in "部局厅院署" and not _ORGAN_END.search(text[start:first]):
            longer = _organisation_start(text, start, first + 1, place)
            begin, organ_end = (longer, first + 1) if longer < first else (begin, first)
        if cut >= 0 and begin == start and first - start in (2, 3) and _part(text[start:first]):
            begin = first = organ_end = start
        found.append(_Post(begin, organ_end, first, end))
        if cut < 0 or begin > start:
            break
        end = cut
    found.reverse()
    return found


def _part(words: str) -> bool:
    """Whether an organ without a place is a part of the organisation named before: 组织部 of 市委."""
    return words in ("组织部", "宣传部", "统战部", "办公室", "办公厅", "秘书处", "政法委", "研究室", "公安部", "社会部")


def _organisation_start(text: str, low: int, end: int, place: str) -> int:
    """Where the organisation that ends at ``end`` begins, ``end`` itself where no organisation ends there."""
    if low == end:
        return end
    stretch = text[low:end]
    organ = next((body for body in bodies(stretch, place) if body.end == len(stretch)), None)
    if organ is not None and not _goes_on_left(stretch, organ):
        return low + organ.start
    held = next((place for place in places(stretch) if place.end == len(stretch)), None)
    if held is not None:
        return low + held.start
    begin = max((lead.end() for lead in _LEAD.finditer(stretch) if _leads(stretch, lead)), default=0)
    abroad = _words().country.search(stretch, begin)
    if abroad is not None:
        return low + abroad.start()
    rest = stretch[begin:]
    if rest in _COUNTRY_LETTERS:
        return low + begin
    if not _ORGAN_END.search(rest) or _NO_ORGAN.search(rest) or not 2 <= len(rest) <= 30:
        return end
    return low + begin


def _goes_on_left(stretch: str, organ: Body) -> bool:
    """Whether an organ's name goes on to the left: 农工党中央, 伊朗外交部."""
    before = stretch[: organ.start]
    if organ.quote == "党中央":
        return before.endswith(_PARTIES)
    return before[-2:] in _words().country_ends


def _leads(stretch: str, lead: re.Match[str]) -> bool:
    """Whether a word before an organisation is no part of it: 和 only after another person's post."""
    if lead.group() not in ("和", "与") or lead.start() == 0:
        return True
    return _words().core.search(stretch, max(0, lead.start() - 9), lead.start()) is not None


def _body(organisation: str, post: str, place: str) -> str:
    """The full name of the organisation; a mayor's or governor's of a place is its people's government."""
    if not organisation:
        return ""
    named = full_name(organisation, place)
    if named:
        return named
    found = resolve(organisation)
    name = found.name if found is not None else organisation if organisation == place else ""
    return f"{name}人民政府" if name and _GOVERNS.search(post) else name
