"""Whether a stretch of words is the name of a project: trimmed to the name, described by features, scored.

A project's name holds something proper (a place, a firm, a number of its own, a section), a class of works is made of
common words alone (老旧小区改造) or counted (20条农村公路). Which features count, and how much, is learned
(``tools/training/projects.py``).
"""

from __future__ import annotations

from luoshi.language.words import tagged
from luoshi.patterns import late
from luoshi.reading.project_clauses import Member
from luoshi.reading.project_words import project_words

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
    r"(?:其中|特别是|尤其是|包括|主要是|重点是|抓好|我[省市县区州]|全[省市县区州]|位于|年内|确保|力争|加快|[一二三四五]是|、|——"
    r"|(?:20\d\d|今|明|去)年(?:底|末|初)?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底)?|\d{1,2}日|即|如)+"
)
_LAYS = late(
    r"(?:工程)?的?(?:规划|前期|选址|征地|拆迁|主体|配套|后续|收尾|全线){0,2}(?:建设|工作|施工|进度|工期|步伐|力度|任务){0,2}$"
)
_OF = late("的")
_BRACKET = late(r"（[^（）]{1,30}）|\([^()]{1,30}\)")
_SECTION = late(r"[段期至—\-线标号]")
_PHASE = late(r"[一二三四五六七八九十首\d]+(?:期|号|标段|阶段)|\d+[#号]")
_REACHES = late(r"[\u4e00-\u9fff]{2}(?:至|到|—|－|-|～)[\u4e00-\u9fff]{2}")
_LATIN = late(r"[A-Za-zＡ-Ｚ]+")
_LONGEST = 45
_LEAST = 2
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
    "及其",
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
    tags = tagged(bare)
    proper = _proper(name, bare, tags)
    own = "own" if proper else "common"
    so_on = _so_on(member.so_on)
    group = "listed" if member.listed > 1 else "alone"
    out = [
        "bias", own, f"tail={kind}", f"tail,own={kind},{own}", f"length={min(12, len(name))}", f"where={member.where}",
        f"where,own={member.where},{own}", f"stage={member.stage}", f"stage,where={member.stage},{member.where}",
        f"so on={so_on}", f"so on,own={so_on},{own}", f"{group},{own}", f"listed={min(5, member.listed)}",
        f"first={tags[0][1]}", f"last={tags[-1][1]}", f"first,own={tags[0][1][:1]},{own}", f"genre={genre}",
        f"tail word={tail}", f"verb={words.verb.findall(member.verb)[-1]}", f"tail,so on={kind},{so_on}",
        f"proper={min(3, len(proper))}",
    ]  # fmt: skip
    out += [f"proper={one}" for one in proper]
    out += [f"proper,tail={one},{kind}" for one in proper]
    out += [f"holds={mark}" for mark in _SENTENCE if mark in bare]
    if _COUNTED.match(name):
        out.append("counted")
    out.append(f"verbs={min(3, sum(tag == 'v' for _, tag in tags))}")
    return out


def _proper(name: str, bare: str, tags: list[tuple[str, str]]) -> list[str]:
    """What is proper in a name: words tagged as names, characters of no known word, sections, phases, Latin letters."""
    generic = project_words().generic
    out = {tag for word, tag in tags if tag in ("ns", "nr", "nt", "nz", "nrt", "nrfg")}
    left = loose = 0
    for word, _ in tags:
        if word in generic or word.isascii():
            continue
        left += len(word)
        loose += len(word) == 1
    if loose > 1:
        out.add("loose")
    if left > 1:
        out.add("left")
    for mark, pattern in (("phase", _PHASE), ("reaches", _REACHES), ("latin", _LATIN)):
        if pattern.search(name):
            out.add(mark)
    if "“" in name:
        out.add("quoted")
    return sorted(out)


def _so_on(words: str) -> str:
    """What stands behind 等: works, another class, nothing; "-" where there is no 等."""
    if not words:
        return "-"
    if "项目" in words or "工程" in words:
        return "works"
    return "nothing" if words == "等" else "class"


def too_long(name: str) -> bool:
    """Whether words are too many or too few for a name."""
    return not _LEAST <= len(name) <= _LONGEST
