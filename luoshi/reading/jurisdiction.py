"""The place that a document is about: stated, or found from masthead, title, and the words 全市, 全省, 全国."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from luoshi.knowledge.divisions import COUNTRY
from luoshi.language.passage import Passage
from luoshi.language.places import Level, Place, country, places, resolve
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.outline import Outline
from luoshi.records import Document

_HEAD_BLOCKS = 60
_LONGEST = 40_000
# Words for a jurisdiction, or the end of a year (2025年全省, 本市), are no part of a name; 全州县 and 本溪市 are.
# Neither are words of grammar and of the press, which stand in the name of no division (记者从市财政局获悉).
_NAMELESS = (
    r"全(?:[省市国区盟旗]|州(?!县)|县)|我[省市州县区国]|本[省市州县区级]|各[省市州县区]|[省市州县区]级"
    r"|[的由据了被把这]|记者|报告|获悉|从[省市州县区]"
)
_DIVISION = (
    rf"(?P<place>(?!年|度|{_NAMELESS})(?:(?!{_NAMELESS})[\u4e00-\u9fff]){{2,15}}?"
    r"(?:省|自治区|市|自治州|州|地区|盟|自治县|县|区|自治旗|旗))"
)
_YEAR = r"[2２][0０]\d\d"  # a budget book may print its digits wide
_DIVISION_END = late("[省市区州盟县旗]$")
_TITLES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"关于{_DIVISION}(?:本级)?\s*(?:{_YEAR}|[二2２][〇○零0])",
        rf"我(?:受|代表){_DIVISION}人民政府",
        rf"(?:^|[日在—])在?{_DIVISION}第[一二三四五六七八九十百\d]{{1,4}}届人民代表大会",
        rf"(?:^|[《（(]){_YEAR}年?{_DIVISION}(?:国民经济|统计公报|政府工作|财政|政府|预算|本级|一般公共预算)",
        rf"(?:^|[《（(]){_DIVISION}(?:{_YEAR}年|[二2２][〇○零0][一-九〇○零\d]{{2}}年|国民经济|统计公报|政府工作报告)",
        rf"^{_DIVISION}(?:人民政府)?(?:财政局|统计局|财政厅|发展和改革委员会|市长|省长|州长|县长|区长)",
        rf"国家统计局{_DIVISION}?调查队",
    )
)
_PAPER_TAIL = late(r"(?:日报|晚报|早报|晨报|都市报|时报|商报|新闻网|发布)(?=[/社讯第\d（(\s·]|记者|全媒体|客户端|$)")
_PAPER = late(r"(?P<place>[\u4e00-\u9fff]{2,8}?)" + _PAPER_TAIL.pattern)
_NATIONAL_TITLE = late(
    r"我代表国务院|中央和地方预算|央视网消息|[（(《]新闻联播|人民日报(?:记者|评论员|社)|^新华社|中华人民共和国\d{4}年国民经济"
)
_LEVELS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("province", "省", re.compile(r"全省|我省|省委|省政府|全区各族|自治区(?:党委|政府|人民政府)")),
    ("city", "市", re.compile(r"全市|我市|市委|市政府|全州|我州|州委|全盟|市本级|州本级|市级")),
    ("county", "县", re.compile(r"全县|我县|县委|全旗|我区|区委|区政府|县政府")),
)
_NATION = late(r"国务院|我国|全国|中国")


def jurisdiction(outline: Outline, document: Document) -> Place | None:
    """The document's own place, ``None`` where neither a person nor the text says.

    A place that the person who opened the document states comes first; its ``start`` and ``end`` are 0, as
    are those of one found in the title that the file's metadata gives. A stated place that is no division of
    China keeps its name, without a code. The country is 中国 with code 100000: GB/T 2260 has none for it.
    """
    if document.place:
        stated = resolve(document.place)
        if stated is None:
            return Place(document.place, 0, 0, document.place, "", _level(document.place))
        return replace(stated, start=0, end=0)
    for read in (_by_paper, _by_title, _by_scope, _by_nation):
        place = read(outline, document)
        if place is not None:
            return place
    return None


@rule(
    "jurisdiction by title",
    "A title, a head or an opening that names the government or assembly it is given for: 关于X市2025年预算…的报告.",
    ("关于临澜市2025年预算执行情况的报告", "临澜市"),
    ("现在，我代表临澜市人民政府，向大会报告工作。", "临澜市"),
    ("2025年临澜市国民经济和社会发展统计公报", "临澜市"),
    ("临澜市２０２５年预算执行情况\n2025年全市一般公共预算收入执行情况表", "临澜市"),
    ("现在，我代表国务院，向大会报告工作。", "中国"),
)
def _by_title(outline: Outline, document: Document) -> Place | None:
    if document.title:
        for pattern in _TITLES:
            match = pattern.search(document.title)
            if match is not None:
                return _named(match.group("place"), 0, 0, "")
    for passage in _passages(outline, _HEAD_BLOCKS):
        national = _NATIONAL_TITLE.search(passage.text)
        if national is not None:
            return _country_at(passage, document, national)
        for pattern in _TITLES:
            match = pattern.search(passage.text)
            if match is not None and match.group("place"):
                return _at(passage, document, match)
    for pattern in _TITLES:  # of a report that says only 我代表市人民政府 the file's name may tell the city
        match = pattern.search(document.name)
        if match is not None and match.group("place"):
            return _named(match.group("place"), 0, 0, "")
    return None


@rule(
    "jurisdiction by newspaper",
    "A newspaper's name in masthead or byline: 青岛日报 is 青岛市's.",
    ("□青岛日报记者 方敏", "青岛市"),
    ("临澜日报讯 临澜市新建两所学校。", "临澜市"),
)
def _by_paper(outline: Outline, document: Document) -> Place | None:
    for stated in (document.publisher, document.title):
        match = _PAPER.search(stated)
        found = resolve(match.group("place")) if match else None
        if found is not None:
            return Place(found.quote, 0, 0, found.name, found.code, found.level)
    named: Counter[str] = Counter()
    first: dict[str, Place] = {}
    for passage in _passages(outline, None):
        if _PAPER_TAIL.search(passage.text) is None:
            continue
        for match in _PAPER.finditer(passage.text):
            word = match.group("place")
            if resolve(word) is not None or f"{word}市" in document.text:
                named[word] += 1
                first.setdefault(word, _at(passage, document, match))
    return first[named.most_common(1)[0][0]] if named else None


@rule(
    "jurisdiction by scope",
    "全市, 全省 or 全县 says of which level the text is; of that level the place named most is meant.",
    ("2025年，全市一般公共预算收入增长0.1%。青岛海洋经济增长5%。", "青岛市"),
)
def _by_scope(outline: Outline, document: Document) -> Place | None:
    texts = [passage.text for passage in _passages(outline, None)]
    counts = {level: sum(len(pattern.findall(text)) for text in texts) for level, _, pattern in _LEVELS}
    level = max(counts, key=lambda name: counts[name])
    if counts[level] < 1 or sum(len(_NATION.findall(text)) for text in texts) > 4 * counts[level]:
        return None
    named: Counter[str] = Counter()
    first: dict[str, Place] = {}
    for passage in _passages(outline, None):
        for place in places(passage.text):
            if place.code and (
                place.level == level or (level == "city" and place.code[2:] == "0000" and place.code[:2] in _CITIES)
            ):
                named[place.code] += 1
                if place.code not in first:
                    span = passage.span(document.text, place.start, place.end)
                    first[place.code] = Place(span.quote, span.start, span.end, place.name, place.code, place.level)
    if not named:
        return None
    most = max(named.values())
    return next(place for code, place in first.items() if named[code] == most)


@rule(
    "jurisdiction by nation",
    "我国, 全国 and 国务院 in a text of no place of its own mean the country.",
    ("今年以来，我国经济稳中向好。", "中国"),
)
def _by_nation(outline: Outline, document: Document) -> Place | None:
    for passage in _passages(outline, None):
        match = _NATION.search(passage.text)
        if match is not None:
            return _country_at(passage, document, match)
    return None


# The municipalities under the central government say 全市 though their codes are provinces'.
_CITIES = frozenset(("110000", "120000", "310000", "500000"))


def _passages(outline: Outline, most: int | None) -> Iterator[Passage]:
    """The document's passages, of a table its caption: the first ``most`` blocks, or as many as are enough."""
    length = 0
    for block in islice(outline.blocks, most):
        passage = block.passage if block.table is None else block.table.caption
        if passage is not None:
            yield passage
            length += len(passage.text)
            if length > _LONGEST:
                return


def _at(passage: Passage, document: Document, match: re.Match[str]) -> Place:
    span = passage.span(document.text, *match.span("place"))
    return _named(match.group("place"), span.start, span.end, span.quote)


def _named(name: str, start: int, end: int, quote: str) -> Place:
    found = resolve(name) or next((place for place in reversed(places(name)) if place.end == len(name)), None)
    if found is None:
        name = name if _DIVISION_END.search(name) else f"{name}市"
        return Place(quote or name, start, end, name, "", _level(name))
    return Place(quote or name, start, end, found.name, found.code, found.level)


def _country_at(passage: Passage, document: Document, match: re.Match[str]) -> Place:
    span = passage.span(document.text, *match.span())
    nation = country()
    return Place(span.quote, span.start, span.end, nation.name, COUNTRY, nation.level)


def _level(name: str) -> Level:
    return "province" if name.endswith(("省", "自治区")) else "county" if name.endswith(("县", "区", "旗")) else "city"
