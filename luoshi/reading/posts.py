"""Posts in running text: one after another, each with the organisation that it is held in.

Posts are read backwards from where the last one ends: each stretch between 、 or ， that ends in a post belongs to
the same person, until one does not. A post without an organisation takes that of the post before it; a post of
another one keeps that one's words (副市长、市公安局局长).

    市教育局党组书记、局长
    ──┬─ ──┬─── ─┬
    organisation posts
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from luoshi.knowledge.bodies import core_pattern, post_pattern, posts
from luoshi.knowledge.words import alternatives
from luoshi.language.bodies import Body, bodies, full_name
from luoshi.language.places import places, resolve
from luoshi.language.words import words as words_of
from luoshi.patterns import late
from luoshi.records import Office

REACH = 90
_MEMBERS = ("代表", "成员", "负责人")
_LONGEST_POST = 24
_GOVERNS = late("[省市州盟县区旗乡镇]长$")
_BREAK = late(r"[。；;：:！？!?“”‘’\"（）()《》〈〉【】\[\]|｜□■●◆—…\n\r\t \u3000]")
_LEAD = late(
    "同志任|(?<![责主信胜现历曾时前首])任(?=[省市州县区])|任命|免去|辞去|[兼担出升接调转改挂就历曾]任|同志为|推选|选举|聘请|邀请|会见|会晤|接见|记者|今天|当天|近日|日前|上午|下午|晚上|凌晨|期间|以及|还有|其中|现任|时任|前任|首任|分别|陪同|见到"
    r"|专访|采访|了解到|获悉|委托|播出|\d日|^[经就该其本任]|(?<!自)由|(?<!数)据|(?<!方)向|(?<![共协合])同(?![志济])|对(?!外)|(?<!华)为|(?<!高)等"
    "|[在是的了被和与]"
)
_ORGAN_END = late(
    "(?:[局厅委办院会部署府行团社校所处科股司队站区市省县州旗镇乡村党组厂馆庭室台军国盟院关网储]|中心|公司|集团|[大中小]学|中央|街道|银行|组织)$"
)
_PLACE_LENGTH = 3
# Tags of what is no part of a place's name: verbs, prepositions, conjunctions and so on.
_NO_PLACE = tuple("vpcdrut")
# Countries by one character, as headlines name them: 俄外长.
_COUNTRY_LETTERS = frozenset("俄乌美法德英日韩伊以叙巴印澳加")
_PARTIES = ("农工", "致公", "产", "民主", "人民")
# 秘书长│发言人, 秘书长南港问题│特使: a post beside somebody who holds one.
_OF_A_HOLDER = late("(?:秘书长|总统|总理|首相|国务卿)(?:[^、，的]{2,8}问题)?$")
# 第六任, 现任 between an organisation and a post is neither's.
_TERM = late("(?:第[一二三四五六七八九十]{1,3}任|现任)$")
_OF_BODY = late("(?:党工委|工委|管委会|党委|纪委)(?!副?[、，])")
# An organ of a larger one, without a place of its own: 民族和宗教委员会 of 全国政协, 民事审判第二庭 of a court.
_INNER = late("(?!中国|国家|全国|中央|国务院|[省市州县区]).{2,12}(?:委员会|[庭处科])")
_NO_ORGAN = late("(?:全国|各国|我国|两国|多国|城市|地区|社会|社区|全市|全省|机会|部队|本国|该国|他国|三国)$")

Extent = tuple[int, int]
# The extents of an organisation (empty where none is named), of the posts in it, and of the person's name.
Held = tuple[Extent, list[Extent], Extent]


@dataclass(frozen=True, slots=True)
class Post:
    """A post in a passage and its organisation (empty where it names none): 外交部|长 shares a character."""

    organisation_start: int
    organisation_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PostWords:
    """What finds posts: their cores, whole posts at an end, titles behind a name, countries and posts abroad.

    ``sends`` tells who sends a 代表 that holds none.
    """

    core: re.Pattern[str]
    post: re.Pattern[str]
    title: re.Pattern[str]
    abroad: re.Pattern[str]
    country: re.Pattern[str]
    country_ends: frozenset[str]
    sends: re.Pattern[str]


@cache
def post_words() -> PostWords:
    table = posts()
    countries = table["names"]["abroad"].split()
    abroad = alternatives(name for name in countries if len(name) > 1)
    letters = "".join(name for name in countries if len(name) == 1)
    return PostWords(
        core=re.compile(core_pattern()),
        post=re.compile(f"{post_pattern()}$"),
        title=re.compile(f"(?:国家)?{alternatives(table['posts']['after'].split())}"),
        country=re.compile(abroad),
        sends=re.compile(f"{alternatives(table['posts']['sends'].split())}$"),
        country_ends=frozenset(name[-2:] for name in countries if len(name) > 1),
        abroad=re.compile(rf"{abroad}(?!籍)|(?<!\d)[{letters}](?={core_pattern()}$)|总统|首相|国王|外长|王储|议长"),
    )


def posts_up_to(text: str, end: int, floor: int, place: str) -> list[Post]:
    """The posts that stand one after another up to ``end``, in the order of the text."""
    words = post_words()
    found: list[Post] = []
    low = max(floor, end - REACH)
    stretch = text[low:end]
    breaks = [mark.end() for mark in _BREAK.finditer(stretch)]
    low += breaks[-1] if breaks else 0
    while end > low:
        cut = max(text.rfind(mark, low, end) for mark in "、，,兼")
        start = cut + 1 if cut >= 0 else low
        post = words.post.search(text, start, end)
        if post is None:
            break
        of_holder = _OF_A_HOLDER.search(text, start, post.start())
        first = of_holder.start() if of_holder is not None else post.start()
        begin, organ_end = _organisation(text, start, first, place)
        if found and start < begin == first and text[first:end] in _MEMBERS:
            break  # 参建单位代表、项目经理方敏: people without a name
        shared = _OF_BODY.match(text, first)
        if begin == first and first > start and shared is not None:
            # 市委教育工委书记, 村党委书记: the words before the post are none without the organ that it names.
            longer = _organisation_start(text, start, shared.end(), place)
            begin, organ_end = (longer, shared.end()) if longer < first else (begin, first)
            first = organ_end
        if cut >= 0 and begin == start < first and _part(text[start:first], place):
            begin = first = organ_end = start
        found.append(Post(begin, organ_end, first, end))
        if cut < 0 or begin > start:
            break
        end = cut
    found.reverse()
    return _of_committee(text, found) if len(found) == 1 else found


def _of_committee(text: str, found: list[Post]) -> list[Post]:
    """A post alone in an administrative committee: 主任 of 铜陂经开区管委会; behind 党工委书记、 it keeps its words."""
    (post,) = found
    committee = next((name for name in ("管委会", "管理委员会") if text.startswith(name, post.start)), "")
    if not committee or post.organisation_start == post.organisation_end:
        return found
    cut = post.start + len(committee)
    return [Post(post.organisation_start, cut, cut, post.end)]


def _organisation(text: str, low: int, first: int, place: str) -> tuple[int, int]:
    """Where the organisation of the post at ``first`` begins and ends; both are ``first`` where it names none."""
    ordinal = _TERM.search(text, low, first)
    if ordinal is not None:
        begin = _organisation_start(text, low, ordinal.start(), place)
        return (begin, ordinal.start()) if begin < ordinal.start() else (first, first)
    if first > low and text[first] in "部局厅院署" and not _ORGAN_END.search(text[low:first]):
        longer = _organisation_start(text, low, first + 1, place)
        if longer < first:
            return longer, first + 1
    return _organisation_start(text, low, first, place), first


def _part(words: str, place: str) -> bool:
    """Whether an organ without a place is a part of the organisation named before: 组织部 of 市委."""
    if words in ("组织部", "宣传部", "统战部", "办公室", "办公厅", "秘书处", "政法委", "研究室", "社会部"):
        return True
    return _INNER.fullmatch(words) is not None and not places(words) and not full_name(words, place)


def _organisation_start(text: str, low: int, end: int, place: str) -> int:
    """Where the organisation that ends at ``end`` begins, ``end`` itself where no organisation ends there."""
    if low == end:
        return end
    stretch = text[low:end]
    organ = next((body for body in bodies(stretch, place) if body.end == len(stretch)), None)
    if organ is not None and not _goes_on_left(stretch, organ):
        # 南塘|区委: a place that no list has is the organ's, where nothing else stands before it.
        before = max((lead.end() for lead in _LEAD.finditer(stretch, 0, organ.start)), default=0)
        unknown = organ.quote[0] in "县区镇乡旗" and 1 < organ.start - before <= _PLACE_LENGTH
        return low + (before if unknown and _may_name_a_place(stretch[before : organ.start]) else organ.start)
    held = next((place for place in places(stretch) if place.end == len(stretch)), None)
    if held is not None:
        return low + held.start
    begin = max((lead.end() for lead in _LEAD.finditer(stretch) if _leads(stretch, lead)), default=0)
    abroad = post_words().country.search(stretch, begin)
    if abroad is not None:
        return low + abroad.start()
    rest = stretch[begin:]
    if rest in _COUNTRY_LETTERS:
        return low + begin
    if not _ORGAN_END.search(rest) or _NO_ORGAN.search(rest) or not 2 <= len(rest) <= 30:
        return end
    return low + begin


def _may_name_a_place(words: str) -> bool:
    """Whether two or three characters are a noun, or no word at all: 南塘, 白荻, 铁岭铺."""
    known = words_of(words, guess=False)
    if any(word.tag.startswith(_NO_PLACE) for word in known):
        return False
    return known[0].tag.startswith("n") or len(known) == len(words)


def _goes_on_left(stretch: str, organ: Body) -> bool:
    """Whether an organ's name goes on to the left: 农工党中央, 伊朗外交部."""
    before = stretch[: organ.start]
    if organ.quote == "党中央":
        return before.endswith(_PARTIES)
    return before[-2:] in post_words().country_ends


def _leads(stretch: str, lead: re.Match[str]) -> bool:
    """Whether a word before an organisation is no part of it: 和 only after another person's post."""
    if lead.group() not in ("和", "与") or lead.start() == 0:
        return True
    cores = post_words().core.finditer(stretch, max(0, lead.start() - 9), lead.start())
    return any(not stretch.startswith(("会", "大会"), core.end()) for core in cores)


def goes_on(text: str, end: int, place: str) -> bool:
    """Whether the posts go on behind ``end``: 党组书记|、局长."""
    if text[end : end + 1] != "、":
        return False
    further = post_words().core.search(text, end, end + _LONGEST_POST)
    if further is None:
        return False
    return posts_up_to(text, further.end(), end - 1, place)[:1] != [] and "、" not in text[end + 1 : further.end()]


def groups_of(text: str, held: list[Post]) -> list[tuple[Extent, list[Extent]]]:
    """The posts of a person by how they are told: one of another organisation keeps that one's words behind 、 or 兼.

    Behind ， it begins a group of its own.
    """
    groups: list[tuple[Extent, list[Extent]]] = []
    for post in held:
        elsewhere = post.organisation_start < post.start
        if not groups or (elsewhere and text[groups[-1][1][-1][1]] in "，,"):
            groups.append(((post.organisation_start, post.organisation_end), [(post.start, post.end)]))
        else:
            groups[-1][1].append((min(post.organisation_start, post.start), post.end))
    return groups


def in_each_body(office: Office, place: str) -> list[Office]:
    """A person's posts by organisation: 副市长、市公安局局长 is a post of none, and 局长 of 市公安局."""
    found = [replace(office, posts=())]
    for post in office.posts:
        title = post_words().post.search(post)
        cut = title.start() if title is not None else 0
        # 组织部部长 of 市委 is a post in 市委.
        own = cut > 0 and _organisation_start(post, 0, cut, place) == 0 and not _part(post[:cut], place)
        if own and found[-1].posts:
            found.append(
                replace(office, organisation=post[:cut], body=body_of(post[:cut], post[cut:], place), posts=())
            )
        found[-1] = replace(found[-1], posts=(*found[-1].posts, post[cut:] if own else post))
    return found


def body_of(organisation: str, post: str, place: str) -> str:
    """The full name of the organisation; a mayor's or governor's of a place is its people's government."""
    if not organisation:
        return ""
    named = full_name(organisation, place)
    if named:
        return named
    found = resolve(organisation)
    name = found.name if found is not None else organisation if organisation == place else ""
    return f"{name}人民政府" if name and _GOVERNS.search(post) else name
