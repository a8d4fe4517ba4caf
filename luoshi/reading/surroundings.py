"""Where a figure holds: the document's own jurisdiction, or a place that the text names.

A report speaks of its own place; a part of it named where an indicator begins (蒙自经开区…收入) is the
figure's place until the whole is named again. News go from place to place: a place that opens a clause or
stands after 在 holds until another one, the country, or the next paragraph; one in the headline holds for
the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.knowledge.indicators import identify
from luoshi.knowledge.words import countries, predicates
from luoshi.language.places import Place, begins_like_place, places
from luoshi.patterns import late

_WHOLE = late(
    r"全国|我国|全市|全省|全州|全县|全区|我市|我省|本市|各地|市本级|州本级|省本级|县本级|区本级|中国(?!农|工|建|银|联|铁|移|电|"
    r"石|海|人|南|东|中|国|船|科|物|民|邮|残|红)"
)
_OPENINGS = (
    *"，。；;：、（“）)—在是于省市年月日末底来度份",
    *("其中", "目前", "今年", "当前", "同时", "此外", "据了解", "作为", "期间", "支持", "推动", "帮助", "加上"),
)
_NAMED_ZONES = (
    "自贸试验区",
    "自贸片区",
    "经开区",
    "高新区",
    "综保区",
    "示范区",
    "开发区",
    "管理区",
    "合作区",
    "产业园区",
)
_ZONES = (*_NAMED_ZONES, "新区", "片区")
_ZONE_NAME = f"(?:{'|'.join(_NAMED_ZONES)}|新区(?:直管区)?)"
_ZONE = late(
    r"(?:^|(?<=[，。；：、（年是]))(?:(?!全|市本)[\u4e00-\u9fff]{1,6}?)?"
    + _ZONE_NAME
    + r"(?=累计|共|全年|地方|地区生产|一般|新|完成|实现|规模|进出口|实际|生产|财政|税收|政府性|国有资本|社会保险|社保|"
    r"预算|“三|单位自有|收回)"
)
# 成果在全省│推广: what others take up, or where one stands among them, is of no other place.
_AMONG = late(r"(?:复制)?推广|率先|领先|前列")
# A sentence that tells how a zone fares: 东湾新区发展提速，…，生产总值增长13%.
_ZONE_FARES = late(
    r"(?:^|(?<=[。；\n]))(?!全|市本|各)(?:[\u4e00-\u9fff]{2,6}?"
    + _ZONE_NAME
    + r"|自贸(?:试验)?区[\u4e00-\u9fff]{2,4}片区)"
    + r"(?=\d|健康|快速|稳步|蓬勃|集聚|实现|经济|建设|发展|运行|获批|聚集|招商|开发(?!区)|总体|扩区|提速|提质|"
    + r"加快|持续|引领|示范引领)"
)
# Parts of the place told together: 六县│实现生产总值546.7亿元, 五市│生产总值, 四个园区│完成投资.
_PARTS = late(
    r"[\d一二两三四五六七八九十](?<![^，。；：、].)(?:(?<=\d)\d{0,2}|(?<!\d)[一二两三四五六七八九十]{0,2})(?:个)?"
    r"(?:县级市|县[（(]?市?[、]?区?[）)]?区?|区市|市|区|园区|开发区|板块|乡镇|街道)"
    r"(?=累计|共|全年|地方|地区生产|新增|完成|实现|规模|进出口|实际|生产总值|财政|税收|固定资产)"
)
_ZONE_SECTION = late(
    r"^[（(\d一二三四五六七八九十）)、.．\s]*(?:20\d\d年)?((?!全|市本)[\u4e00-\u9fff]{0,8}?"
    + _ZONE_NAME
    + r")(?=[\u4e00-\u9fff]{0,6}(?:预算|收支|财政|债务))"
)
# A budget goes on with the fund's other side, or its balance, of the place just named.
_SAME_BUDGET = (
    "其中",
    "支出",
    "收入",
    "一般公共",
    "政府性",
    "国有资本",
    "社会保险",
    "社保",
    "地方",
    "加上",
    "当年",
    "年末",
    "年终",
)
_BUDGET_WORDS = late(r"预算(?:总)?(?:收入|支出|安排)|(?:收入|支出)预算|收支")
# 一般公共预算收入，甲市去年是630亿元，乙市715亿元: each place holds for its own value.
_MOVES = "[今去前上]年|则|仍|也|均|分别|同比|比上年|完成|实现|约|超过?|近"
_VALUE_FOLLOWS = late(
    rf"(?:{_MOVES})*(?:(?:增长|下降|增加|减少|提高|达到?|为|是|有|突破)(?:{_MOVES}|到|了)*[\d万千百]"
    r"|\d[\d.,]*(?:[万亿]+元|%|个百分点)(?=[，。；（])"
    r"|以\d[\d.,]*(?:[万亿]+元|%)的?(?:总量|规模|成绩)?(?:稳?居|位[居列]|[名排]列?|领|次之|紧随))"
)
# A place that stands in a row or beside another one is no place of what follows.
_JOINED_BEFORE = late(r"[、和与及至到]$")
_JOINED_AFTER = late(
    r"(?:省|市|自治区)?(?:、|[和与同及至到]|以及|往返|对|两地|等[地省市区县国州]|等多|等[\d一二两三四五六七八九十])"
)
# A row of places counted at its end: …、…、…5个省市.
_COUNTED_ROW = late(r"(?:等)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个)?(?:省区市|省市|省份|省|市|区|县|地|州)")
# Words after a country that make it a body, not a place.
_NATIONAL_BODY = late(
    r"(?:总统|总理|首相|国王|外交|外长|国防|政府|国会|议会|参议|众议|军|武装|国家|央行|财政部|商务部|卫生部|"
    r"内政部|警方|当局|方面|媒体|人民|代表|大使|驻|籍|的|、|等|和|与|同|向|对|至|到|之)"
)
_DOES = late("|".join(sorted((w for w in predicates()["action"]["words"] if len(w) > 1), key=len, reverse=True)))
_COMPARES = late(r"(?:快|高|低|慢|优|大|小|多|少|领先|落后)[于出]$")
_COUNTRY = late("|".join(countries()))
_NOT_HERE = late(
    r"^(?:以来|等|海关|分行|银行|大学|学院|医院|集团|公司|机场集团|日报|卫视|电视|社|经验|模式|方案|标准|路|"
    r"条约|协定|协议|宣言|峰会|论坛|保护法|世博|奥运|亚运|货币|元|籍)"
)


def _opens(lead: str) -> bool:
    """Whether what follows ``lead`` begins anew: nothing stands before it, a mark, or a word that leads to a place."""
    return not lead or lead.endswith(_OPENINGS)


def own_names(place: Place | None) -> tuple[str, ...]:
    """The names of the document's own place, longest first, as they may stand before an indicator."""
    if place is None or place.level == "country":
        return ()
    short = re.sub(r"(?:省|市|区|县|自治区|自治州|盟|旗)$", "", place.name)
    found = {place.name, place.quote, short}
    return tuple(sorted((name for name in found if len(name) > 1), key=len, reverse=True))


class Surroundings:
    """The place that holds at each point of a walk over a document."""

    def __init__(self, place: Place | None) -> None:
        self._own = place
        self._national = place is None or place.level == "country"
        self._of_article = self._code = self._headline = ""
        self._of_section = self._held = ""
        self._marks: list[tuple[int, str]] = []

    def headline(self, words: str) -> None:
        """Begin an article or an item: a place that its headline opens with holds for all of it."""
        self._of_article = self._code = ""
        self._headline = words
        if self._national:
            found = [
                p
                for p in self._named(words)
                if p.start == 0
                or words[p.start - 1] in " 　，：！—"
                or words[: p.start].endswith(("今年以来", "今年", "以来"))
            ]
            if len({p.code or p.quote for p in found}) == 1:
                self._of_article, self._code = found[0].quote, found[0].code

    def section(self, headings: Sequence[str]) -> None:
        """Enter a section: a zone that the innermost heading to name one is about holds for all of it."""
        found = [match.group(1) for heading in headings if (match := _ZONE_SECTION.match(heading))]
        self._of_section = found[-1] if found else ""

    def paragraph(self, words: str, news: bool) -> None:
        """Begin a paragraph: note where in it which place begins to hold."""
        in_section = self._of_section and (words.startswith(_SAME_BUDGET) or _BUDGET_WORDS.search(words, 0, 60))
        self._held = self._of_section if in_section else self._of_article
        named = self._named(words)
        marks = self._news_marks(words, named) if news else self._report_marks(words, named)
        marks.extend(
            (m.end(), self._of_article if news and m.group() not in ("全国", "我国") else "")
            for m in _WHOLE.finditer(words)
            if not _AMONG.match(words, m.end())
            and not (
                news and (m.group()[1] in "省市州县区" or _COMPARES.search(words, max(0, m.start() - 4), m.start()))
            )
            and _opens(words[max(0, m.start() - 3) : m.start()])
        )
        marks.sort()
        self._marks = marks

    def _news_marks(self, words: str, named: list[Place]) -> list[tuple[int, str]]:
        """Where in a paragraph of news which place begins to hold: one alone, a row that is counted, a country."""
        marks: list[tuple[int, str]] = []
        row = -1
        for place in named:
            beside = row >= 0 and _JOINED_BEFORE.search(words[max(0, place.start - 1) : place.start])
            if not beside:
                row = place.start
            counted = _COUNTED_ROW.match(words, place.end) if row < place.start else None
            if counted:
                marks.append((counted.end(), words[row : counted.end()]))
            elif (
                beside
                or words[max(0, place.start - 1) : place.start] in ("、", "（")
                or _JOINED_AFTER.match(words, place.end)
                or _NOT_HERE.match(words, place.end)
            ):
                continue
            elif self._code and place.code == self._code:
                marks.append((place.end, self._of_article))
            elif _opens(words[max(0, place.start - 3) : place.start]):
                marks.append((place.end, place.quote))
        for country in _COUNTRY.finditer(words):
            lead = words[max(0, country.start() - 3) : country.start()]
            if _opens(lead) and not lead.endswith("、") and not _NATIONAL_BODY.match(words, country.end()):
                marks.append((country.end(), country.group()))
                stop = words.find("。", country.end())
                # In an item about home a country holds for its own sentence.
                if stop >= 0 and country.group() not in self._headline:
                    marks.append((stop, self._of_article))
        return marks

    def _report_marks(self, words: str, named: list[Place]) -> list[tuple[int, str]]:
        """Where in a paragraph of a report a part of its own place begins to hold."""
        marks = []
        for place in named:
            if self._code and place.code == self._code:
                marks.append((place.end, self._of_article))
            elif place.level in ("county", "zone", "city") and _opens(words[max(0, place.start - 3) : place.start]):
                if _follows_name(words, place.end):
                    marks.append((place.end, place.quote))
                    if place.level == "zone":
                        marks.extend(self._end_of_zone(words, place.end))
                elif words[place.start - 1 : place.start] != "、" and _VALUE_FOLLOWS.match(words, place.end):
                    stop = words.find("。", place.end)
                    marks.append((place.end, place.quote))
                    marks += [(stop, self._of_section or self._of_article)] if stop >= 0 else []
        if marks and self._own is not None:
            marks += [(end, self._of_section or self._of_article) for end in self._own_values(words)]
        zones: tuple[re.Match[str], ...] = tuple(_PARTS.finditer(words))
        if any(name in words for name in _ZONES):
            zones = (*zones, *_ZONE.finditer(words), *_ZONE_FARES.finditer(words))
        for zone in zones:
            if not _DOES.match(zone.group()) and not any(zone.start() < end <= zone.end() for end, _ in marks):
                marks.append((zone.end(), zone.group()))
                marks.extend(self._end_of_zone(words, zone.end()))
        return marks

    def _end_of_zone(self, words: str, at: int) -> list[tuple[int, str]]:
        """Where what a zone has reached ends: with the sentence that names it, unless its budget goes on."""
        stop = words.find("。", at)
        goes_on = stop < 0 or words.startswith(_SAME_BUDGET, stop + 1)
        return [] if goes_on else [(stop, self._of_section or self._of_article)]

    def named_by(self, name: str) -> tuple[str, str] | None:
        """The place that opens a known indicator's name, and the rest of it: 甲市一般公共预算收入."""
        first = next(iter(self._named(name)), None) if begins_like_place(name) else None
        if first is None or first.start or first.level == "facility":
            return None
        rest = name[first.end :].removeprefix("的")
        return (first.quote, rest) if identify(rest).concept else None

    def _own_values(self, words: str) -> list[int]:
        """The ends of the own place's names that a value of it follows, in a paragraph that names others."""
        own = self._own
        assert own is not None
        return [
            place.end
            for place in places(words)
            if place.code == own.code
            and _opens(words[max(0, place.start - 3) : place.start])
            and (_follows_name(words, place.end) or _VALUE_FOLLOWS.match(words, place.end))
        ]

    def at(self, position: int) -> str:
        """The place that holds for a figure at ``position`` of the paragraph; "" for the document's own."""
        held = self._held
        for end, name in self._marks:
            if end > position:
                break
            held = name
        return held

    def _named(self, words: str) -> list[Place]:
        own = self._own
        code = own.code if own is not None else ""
        return [
            p for p in places(words) if p.level != "country" and not (code and p.code == code) and not self._contains(p)
        ]

    def _contains(self, place: Place) -> bool:
        """Whether a place is one that the document's own lies in."""
        own = self._own
        if own is None or not own.code or not place.code or self._national:
            return False
        return own.code.startswith(place.code.rstrip("0")) and len(place.code.rstrip("0")) < len(own.code.rstrip("0"))


_NAME_FOLLOWS = late(
    r"(?:全[省市州县区]|地方|一般公共|政府性|国有资本|社会保险|税收|生产总值|财政|规模以上|固定资产|新登记|累计|共|全年|完成|实现)"
)


def _follows_name(words: str, at: int) -> bool:
    """Whether an indicator or its verb follows a place directly, so that the place is not part of a longer name."""
    return bool(_NAME_FOLLOWS.match(words, at))
