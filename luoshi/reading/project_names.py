"""Whether a stretch of words is the name of a project: trimmed to the name, described by features, scored.

A project's name holds something proper (a place, a firm, a number of its own, a section), a class of works is made of
common words alone (老旧小区改造) or counted (20条农村公路). Which features count, and how much, is learned
(``tools/training/projects.py``).
"""

from __future__ import annotations

from luoshi.language.places import places
from luoshi.language.words import Word
from luoshi.language.words import words as words_of
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
    rf"|{_COUNT}(?:个|条|座|项|所|处|宗|家|大|批)[^，、；：（）]{{0,12}}(?:项目|工程|公路|高速|铁路))$"
)
_ENDS_DATED = late(
    r"(?:于|在)?(?:今|明|后|去|20\d\d)年(?:[^，]{0,6}[前底])?$|(?:于|在)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:底|末|初|份|\d{1,2}日)?前?$"
    r"|(?:正在|正|刚刚|刚|已|也|均|都|又|还|的|开始|继续|全长|总投资)$|“[^”]{2}”前$"
)
_OPENS = late(
    r"(?:[（(]?\d{1,2}[）).．、]|其中|特别是|尤其是|包括|主要是|重点是|抓好|我[省市县区州]|全[省市县区州]|位于|年内|确保|力争|加快|[一二三四五]是|、|——"
    r"|(?:20\d\d|今|明|去)年(?:底|末|初)?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底)?|\d{1,2}日|即|如)+"
)
_LAYS = late(
    r"(?:工程(?=的?(?:建设|施工|前期|规划)))?的?(?:规划|前期|选址|征地|拆迁|主体|配套|后续|收尾|全线){0,2}(?:建设|工作|施工|进度|工期|步伐|力度|任务){0,2}$"
)
_OF = late("的")
_BRACKET = late(r"（[^（）]{1,30}）|\([^()]{1,30}\)")
_SECTION = late(r"[段期至—\-线标号]")
_PHASE = late(r"[一二三四五六七八九十首\d]+(?:期|号|标段|阶段)|\d+[#号]")
_REACHES = late(r"[\u4e00-\u9fff]{2}(?:至|到|—|－|-|～)[\u4e00-\u9fff]{2}")
_LATIN = late(r"[A-Za-zＡ-Ｚ]+")
_LONGEST = 45
_LEAST = 2
_NUMBER = late("[一二三四五六七八九十百千万第]")
# Characters that are words of their own in names of classes, too.
_PLAIN = frozenset(
    "新大小老旧市县区省镇乡村路桥站段线园港厂城楼馆院河湖库和与及的等一二三四五六七八九十两年月日级型类式个条座"
)
_SENTENCE = (
    "是",
    "了",
    "着",
    "为",
    "使",
    "让",
    "把",
    "被",
    "达",
    "超过",
    "占",
    "比",
    "以",
    "对",
    "从",
    "向",
    "在",
    "由",
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the name begins and ends among the words of a member; an empty extent where nothing is left."""
    opening = _OPENS.match(text, start, end)
    if opening is not None and opening.end() < end:
        start = opening.end()
    words = text[start:end]
    bare = _BRACKET.sub(lambda found: "　" * len(found.group()), words)
    counted = _ENDS_COUNTED.search(bare, 2)
    if counted is not None:
        bare = bare[: counted.start()]
    lays = _LAYS.search(bare)
    if lays is not None and lays.start() >= _LEAST:
        bare = bare[: lays.start()]
    dated = _ENDS_DATED.search(bare, 2)
    if dated is not None:
        bare = bare[: dated.start()]
    for of in _OF.finditer(bare, 1, max(1, len(bare) - 2)):
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
    bare = _BRACKET.sub("", name) or name
    tail = words.tails.ending(bare)
    kind = words.kinds.get(tail, "none")
    known = words_of(bare, guess=False)
    proper = _proper(name, bare, known)
    own = "own" if proper else "common"
    so_on = _so_on(member.so_on)
    verb = words.verb.findall(member.verb)[-1]
    out = [
        "bias", own, f"tail={kind}", f"tail,own={kind},{own}", f"length={min(12, len(name))}", f"where={member.where}",
        f"where,own={member.where},{own}", f"stage={member.stage}", f"stage,where={member.stage},{member.where}",
        f"so on={so_on}", f"so on,own={so_on},{own}", f"listed,own={min(3, member.listed)},{own}",
        f"listed={min(5, member.listed)}", f"first={known[0].tag}", f"last={known[-1].tag}",
        f"first,own={known[0].tag[:1]},{own}", f"genre={genre}", f"tail word={tail}", f"verb={verb}",
        f"tail,so on={kind},{so_on}", f"tail,stage={kind},{member.stage}", f"proper={min(4, len(proper))}",
        f"proper,tail={min(4, len(proper))},{kind}", f"words={min(6, len(known))}",
    ]  # fmt: skip
    out += [f"proper={one}" for one in proper]
    out += [f"proper,tail={one},{kind}" for one in proper]
    out += [f"holds={mark}" for mark in _SENTENCE if mark in bare]
    if _COUNTED.match(name):
        out.append("counted")
    out.append(f"verbs={min(3, sum(word.tag == 'v' for word in known))}")
    return out


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


def _proper(name: str, bare: str, known: list[Word]) -> list[str]:
    """What is proper in a name: a place, rare words, characters of no word, sections, phases, Latin letters."""
    common = project_words().common
    out = set()
    if places(bare):
        out.add("place")
    loose = rare = run = 0
    for word in known:
        if len(word.text) == 1:
            run += "\u4e00" <= word.text <= "\u9fff" and word.text not in _PLAIN
            loose = max(loose, run)
            continue
        run = 0
        if "\u4e00" <= word.text[0] <= "\u9fff" and word.text not in common and not _NUMBER.match(word.text):
            rare += 1
            out.add(f"rare {word.tag[:2]}")
    if loose:
        out.add(f"loose {min(3, loose)}")
    if rare > 1:
        out.add("rare twice")
    for mark, pattern in (("phase", _PHASE), ("reaches", _REACHES), ("latin", _LATIN)):
        if pattern.search(name):
            out.add(mark)
    if "“" in name:
        out.add("quoted")
    return sorted(out)


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
