"""Whether a stretch of words is the name of a project: trimmed to the name, described by features, scored.

A project's name holds something proper (a place, a firm, a number of its own, a section), a class of works is made of
common words alone (老旧小区改造) or counted (20条农村公路). Which features count, and how much, is learned
(``tools/training/projects.py``).
"""

from __future__ import annotations

from functools import lru_cache

from luoshi.language.places import names_place
from luoshi.language.words import tagged
from luoshi.patterns import late
from luoshi.reading.project_clauses import Member
from luoshi.reading.project_words import NEUTRAL, project_words

_COUNT = r"(?:\d[\d.,]*|[一二两三四五六七八九十百千]{1,4}|数|若干|多|一批|一系列|首批)余?多?"
_COUNTED = late(
    rf"{_COUNT}(?:个|条|座|项|所|处|宗|家|批|对|类|片|大(?=[工项板])|公里|万?亩|万?套|户|辆|吨(?![^，]{{0,14}}(?:项目|线|工程)))"
    r"|一批|一系列|各|每|其他|部分|有关|相关|多个|数个"
)
_ENDS_COUNTED = late(
    rf"(?<!第)(?:等{_COUNT}(?:个|条|座|项|所|处|宗|家|大|批)[^，、；：（）]{{0,14}}"
    rf"|{_COUNT}(?:个|条|座|项|所|处|宗|家|大|批)[^，、；：（）]{{0,12}}(?:项目|工程|公路|高速|铁路|学校|电站|水库|大桥|泊位|开发区|园区|新城))$"
)
_ENDS_DATED = late(
    r"(?:于|在)?(?:今|明|后|去|20\d\d)年(?:[^，]{0,6}[前底])?$|(?:于|在)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:底|末|初|份|\d{1,2}日)?前?$"
    r"|(?:正在|正|刚刚|刚|已|也|均|都|又|还|的|开始|继续|全长|总投资|双向|马上|当年|须|仍|同步)$|“[^”]{2}”前$"
    r"|(?:今天|昨天|今日|昨日|日前|近日|目前|去年|今年|明年|\d{1,2}月(?:\d{1,2}日|[前底初末中])?)[^，、]{0,12}$"
)
_OPENS = late(
    r"(?=[\d（(一二三四五六七八九十其特尤包主重抓我全位年确力加、—今明去即如的随对目成将])(?:[（(]?\d{1,2}[）).．、]|其中|特别是|尤其是|包括|主要是|重点是|抓好|我[省市县区州]|全[省市县区州]|位于|年内|确保|力争|加快|[一二三四五]是|、|——|的|(?:成功)?将|随着|目前|对于?(?=[\u4e00-\u9fff]{4})"
    r"|(?:20\d\d|今|明|去)年(?:底|末|初)?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底)?|\d{1,2}日|即|如)+"
)
# 副市长方敏宣布│青石大桥项目: who does it is no part of the name.
_TELLS = late("宣布|察看了?|视察了?|来到|走进|见证了?|出席了?")
_LAYS = late(
    r"(?:工程(?=的?(?:建设|施工|前期|规划)))?的?(?:规划|前期|选址|征地|拆迁|主体|配套|后续|收尾|全线){0,2}(?:建设|工作|施工|进度|工期|步伐|力度|任务){0,2}$"
)
_OF = late("的")
_BRACKET = late(r"（[^（）]{1,30}）|\([^()]{1,30}\)")
_SECTION = late(r"[段期至—\-线标号]")
_PHASE = late(r"[一二三四五六七八九十首\d]+(?:期|号|标段|阶段)|\d+[#号]")
_REACHES = late(r"[\u4e00-\u9fff]{2}(?:至|到|—|－|-|～)[\u4e00-\u9fff]{2}")
_LATIN = late(r"[A-Za-zＡ-Ｚ]+")
_MARKS = (("phase", _PHASE), ("reaches", _REACHES), ("latin", _LATIN))
_MARKED = late(r"[期号标阶#至到—－～A-Za-zＡ-Ｚ-]")  # one that each of these has
# What a name must hold, or end with, for one of the patterns above to find something in it.
_MAY_COUNT = late(r"[\d.,一二两三四五六七八九十百千数干多批列余][个条座项所处宗家大批]")
_SHORT_TAIL = 14  # characters of what may stand behind a time at the end of a member
_MAY_DATE = late("[年月日天前底末初份在正刚已也均都又还的始续长资向上须仍步]")
_LAID = frozenset("的划期址地迁体套续尾线设作工度伐务")
_LONGEST = 45
_COUNTED_OBJECT = late(r"\d|[一二两三四五六七八九十]+[个条座项]")
_LEAST = 2
# Words behind 等 that say of which class the list is, not what each of it is.
_LENDS = late("项目|工程|设施|重点|重大|一批|大型|系列|\\d|[一二两三四五六七八九十]+[个条座批大]")
_LENT = frozenset({"road", "rail", "port", "water", "energy"})
_SHORT_NAME = 4  # characters of a name that may leave out what it is
_NUMBER = late("[一二三四五六七八九十百千万第]")
# Characters that are words of their own in names of classes, too.
_PLAIN = frozenset(
    "新大小老旧市县区省镇乡村路桥站段线园港厂城楼馆院河湖库和与及的等一二三四五六七八九十两年月日级型类式个条座"
)
# Characters of a sentence rather than of a name.
_SENTENCE = frozenset("是了着为使让把被达占比以对从向在由")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the name begins and ends among the words of a member; an empty extent where nothing is left."""
    told = max((verb.end() for verb in _TELLS.finditer(text, start, end)), default=start)
    start = told if told + _LEAST <= end else start
    opening = _OPENS.match(text, start, end)
    if opening is not None and opening.end() < end:
        start = opening.end()
    words = text[start:end]
    bare = _BRACKET.sub(lambda found: "　" * len(found.group()), words) if "（" in words or "(" in words else words
    if _MAY_COUNT.search(bare, 2) and (counted := _ENDS_COUNTED.search(bare, 2)):
        bare = bare[: counted.start()]
    if bare[-1:] in _LAID and (lays := _LAYS.search(bare)) and lays.start() >= _LEAST:
        bare = bare[: lays.start()]
    while _MAY_DATE.search(bare, max(2, len(bare) - _SHORT_TAIL - 4)) and (dated := _ENDS_DATED.search(bare, 2)):
        bare = bare[: dated.start()]
    for of in _OF.finditer(bare, 1, max(1, len(bare) - 2)) if "的" in bare else ():
        if bare.count("“", 0, of.start()) == bare.count("”", 0, of.start()):
            start, bare = start + of.end(), "" if of.end() >= len(bare) else bare[of.end() :]
            break
    stop = start + len(bare)
    if text[stop - 1] in "）)":
        opened = max(text.rfind("（", start, stop), text.rfind("(", start, stop))
        if opened > start and not _SECTION.search(text, opened, stop):
            stop = opened
    return start, stop


def features(name: str, member: Member, genre: str) -> list[str]:
    """What speaks for and against a name being that of a project, in the words of a member of a list.

    ``genre`` is the kind of document.
    """
    words = project_words()
    bare = (_BRACKET.sub("", name) or name) if "（" in name or "(" in name else name
    tail = words.tails.ending(bare)
    kind = words.kinds.get(tail, "none")
    known = tagged(bare, guess=False)
    proper = _proper(name, bare, known)
    own = "own" if proper else "common"
    first = known[0][1]
    out = [
        *_of_place(own, kind, member.where, member.stage, _so_on(member.so_on), min(5, member.listed)),
        *_of_proper(proper, kind),
        f"length={min(12, len(name))}", f"first={first}", f"last={known[-1][1]}", f"first,own={first[:1]},{own}",
        f"genre={genre}", f"tail word={tail}", f"verb={_last_verb(member.verb)}",
        f"words={min(6, len(known))}",
    ]  # fmt: skip
    if member.where == "behind":
        goes_on = "goes on" if member.goes_on else "ends"
        counted = "counted" if _COUNTED_OBJECT.search(member.goes_on) else ""
        out += [
            goes_on,
            f"{goes_on},stage={member.stage}",
            f"{goes_on},verb={_last_verb(member.verb)}",
            f"object={counted}",
        ]
    out += [f"holds={mark}" for mark in _SENTENCE.intersection(bare)]
    if "超过" in bare:
        out.append("holds=超过")
    if _COUNTED.match(name):
        out.append("counted")
    out.append(f"verbs={min(3, [tag for _, tag in known].count('v'))}")
    return out


@lru_cache(1 << 10)
def _last_verb(group: str) -> str:
    """The last verb of a group."""
    verb: str = project_words().verb.findall(group)[-1]
    return verb


@lru_cache(1 << 12)
def _of_place(own: str, kind: str, where: str, stage: str, so_on: str, listed: int) -> tuple[str, ...]:
    """The features of where a name stands and of what kind it is."""
    return (
        "bias", own, f"tail={kind}", f"tail,own={kind},{own}", f"where={where}", f"where,own={where},{own}",
        f"stage={stage}", f"stage,where={stage},{where}", f"so on={so_on}", f"so on,own={so_on},{own}",
        f"listed,own={min(3, listed)},{own}", f"listed={listed}", f"tail,so on={kind},{so_on}",
        f"tail,stage={kind},{stage}",
    )  # fmt: skip


@lru_cache(1 << 12)
def _of_proper(proper: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The features of what is proper in a name, how much and what, with the kind of its tail."""
    told = (min(4, len(proper)), *proper)
    return (*(f"proper={one}" for one in told), *(f"proper,tail={one},{kind}" for one in told))


def shared_features(group: list[list[str]]) -> list[str]:
    """What the other members of a list tell of each: how many are proper, how many end like works."""
    if len(group) == 1:
        return ["group alone"]
    own = sum("own" in one for one in group)
    works = sum("tail=none" not in one for one in group)
    placed = sum("proper=place" in one for one in group)
    counted = sum("counted" in one for one in group)
    size = len(group)
    return [
        f"group own={3 * own // size}", f"group works={3 * works // size}", f"group placed={3 * placed // size}",
        f"group own,works={3 * own // size},{3 * works // size}", f"group counted={counted > 0}",
    ]  # fmt: skip


def borrowed(names: list[str], so_on: str) -> list[tuple[list[str], str]]:
    """For each name of a list what speaks for its leaving out what it is, and the words that it leaves out.

    南塘、北浦高速公路 and 南塘、北浦等高速公路: both borrow 高速公路. ``so_on`` are the words behind 等.
    """
    words = project_words()
    lent_by_all = bool(words.kind(so_on)) and _LENDS.search(so_on) is None
    lender = so_on if lent_by_all else ""
    head, stem, whole = words.tails.ending(lender), 0, ""
    out: list[tuple[list[str], str]] = []
    for name in reversed(names):
        tail = words.tails.ending(name)
        if tail:
            if not lent_by_all:
                head, whole = tail, name
            out.append(([], ""))
        elif head:
            if whole:
                begins = words.tail_begins.search(whole, _LEAST)
                stem = begins.start() if begins and len(whole) - begins.start() >= _LEAST else len(whole)
                lender, whole = whole[stem:], ""
            kind = words.kinds[head]
            short = "short" if len(name) <= _SHORT_NAME else "long"
            told = [f"borrows={kind}", f"borrows,{short}", f"borrows,{short}={kind}"]
            lends = short == "short" and kind in _LENT and (lent_by_all or abs(stem - len(name)) <= 1)
            out.append((told, lender if lends else ""))
        else:
            out.append((["nothing to borrow"], ""))
    return out[::-1]


def _proper(name: str, bare: str, known: list[tuple[str, str]]) -> tuple[str, ...]:
    """What is proper in a name: a place, rare words, characters of no word, sections, phases, Latin letters."""
    common = project_words().common
    out = set()
    if names_place(bare):
        out.add("place")
    loose = rare = run = 0
    for word, tag in known:
        if len(word) == 1:
            run += "\u4e00" <= word <= "\u9fff" and word not in _PLAIN
            loose = max(loose, run)
            continue
        run = 0
        if word not in common and "\u4e00" <= word[0] <= "\u9fff" and not _NUMBER.match(word):
            rare += 1
            out.add(f"rare {tag[:2]}")
    if loose:
        out.add(f"loose {min(3, loose)}")
    if rare > 1:
        out.add("rare twice")
    if _MARKED.search(name):
        out.update(mark for mark, pattern in _MARKS if pattern.search(name))
    if "“" in name:
        out.add("quoted")
    return tuple(sorted(out))


def proper_marks(name: str) -> tuple[str, ...]:
    """What is proper in a name; none where it is that of a class of works."""
    bare = _BRACKET.sub("", name) or name
    return _proper(name, bare, tagged(bare, guess=False))


def _so_on(words: str) -> str:
    """What stands behind 等: works, the kind of works, another class, nothing; "-" where there is no 等."""
    if not words:
        return "-"
    if "项目" in words or "工程" in words:
        return "works"
    return "nothing" if words == "等" else project_words().kind(words) or "class"


def too_long(length: int) -> bool:
    """Whether a number of characters is too many or too few for a name."""
    return not _LEAST <= length <= _LONGEST


def may_be_works(name: str, member: Member) -> bool:
    """Whether a list that has such a member may be one of works: by its tail, by what it is called, by a plain verb."""
    if member.where == "behind" and member.stage != NEUTRAL:
        return True
    return _so_on(member.so_on) not in ("-", "nothing", "class") or project_words().kind(name) != ""
