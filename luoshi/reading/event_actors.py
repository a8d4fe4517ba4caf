"""Who does what an event tells, where, and who takes part: read from the words around its verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from luoshi.knowledge.words import alternatives
from luoshi.language.passage import Passage
from luoshi.language.times import Time
from luoshi.language.words import Word
from luoshi.language.words import words as words_of
from luoshi.patterns import late
from luoshi.reading.actor_names import acting, first_acting
from luoshi.reading.event_clauses import Clause, words_of_clause
from luoshi.reading.event_words import event_words
from luoshi.records import Office

_START = attrgetter("start")
_LISTS = late("、")
# 和 parts two names where the first is whole: a body, a country, somebody's name; many names of bodies have one.
_JOINTS = late("和(?![国平谐])|与(?!会)|及(?<![普惠涉波触危顾]及)(?!其)")
_WHOLE = late("(?:[省市县区州部委局厅院办国队军团方党社会台]|政府|公司|集团|中心|大学|学校|协会|》)$")
_OPENS = late(
    r"(?:央视网消息|本台消息|前不久|目前|此前|日前|据[^，]{2,16}(?:报道|消息|称)|会上|会前|会后|随后|座谈中|座谈会上|又讯|近日|日前|大型纪录片|今[天日]|昨[天日]|"
    r"由|经|[上下]午|当[天日晚]|第\d+期|并|还|决定|标志着|尤其是|同时|针对)+"
)
_PREPOSITION = late(
    "(?:在(?!野|京|校|职)|于|从|关于|对|赴|到(?!访|会)|同(?!志)|向|为|随着|通过|按照|根据|经|以(?!军|色|方|总|海|空军|外[长交]|国防|媒)|将|把|围绕|并|还|也(?!门))"
)
_PLACE = late(
    "(?:在|赴|前往|来到|抵达|到(?!访|会|期|位)|走进|到访|访问)(?P<place>[^，。；：“”]{1,30}?)(?=成功|隆重|集体|正式|同|与|举行|召开|举办|会见|会谈"
    "|调研|考察|视察|检查|慰问|开幕|落幕|播出|学习|访问|打击|出席|发射|启动|开工|揭牌|，|。|$)"
)
_HERE = late("(?:我|全)[省市县区州旗]$")
_NO_PLACE = late("[年月]|\\d日|会上|期间|此|同|基础|过程|领导|大会|会议|方面|座谈会")
_TAKES_PART = late(
    "(?P<names>[\u4e00-\u9fff·、]{2,160}?)等?(?:领导|同志|人员|负责人)?(?:一同|分别|随同)?(?:参加|陪同|出席)"
)
# Who holds a meeting that is told of as what happens: 由甲局、乙局联合主办的….
_SPONSORS = late("由(?P<names>[^，。；由]{3,90}?)(?:联合|共同)?(?:主办|举办|承办|组织|摄制|出品|制作)")
# A body right before the verb, a time or an adverb between, issues what the next clause tells: 市统计局今天发布，….
_BODY = late(
    "(?:[局部委署厅院办社]|研究[所院]|协会|委员会|中心|集团|公司|政府|银行|总台|法院|总局)"
    "(?:近日|日前|今[天日]|昨[天日]|\\d+日|（[^）]{3,12}）|对外|联合|正式|[上下]午|晚间?){0,4}$"
)
# The body of a numbered meeting, and the one that a paper or list is named after.
_HOLDS = late(
    "(?:第\\d{1,3}届)?(?P<who>[\u4e00-\u9fff]{2,24}?(?:常委会|常务委员会|政协|[^国]党|协会|联合会|[局部委院]|[^全]委员会))(?:第[^，次届]{1,6}次|[一二三四五六七八九十]{1,3}届)[^，]{0,12}(?:会议|[全大]会)$"
    "|(?:第\\d{1,3}届)?(?P<whose>[\u4e00-\u9fff]{2,24}?委员会)(?:首脑|部长级)?会议$|(?P<party>[\u4e00-\u9fff]{1,5}[^，的])[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]中全会$"
)
_ISSUES = late("(?P<who>[\u4e00-\u9fff]{0,10}?(?:总台|(?:[局部委厅院]|政府|协会|集团)(?=[《“\\d])))")
_BRACKET = late("[（(][^（）()]{1,12}[）)]$")
_AND_OTHERS = late("等(?:[\\d一二三四五六七八九十两多几各]{0,3}个?(?:国家?|地|方|部门|单位|部委|地区|人))?$")
# Who bears a post that stands before the name: 某国现任副总统│安德森.
_POST = late(
    "[^、，]{2,40}(?:总统|总理|首相|主席|部长|外长|司令|书记|[省市县区州]长|局长|主任|秘书长|议长|委员长|校长|院长|行长|总干事|发言人|大使|领导人|首领)"
    "(?P<name>[\u4e00-\u9fff·]{2,14}(?<![室府人使团会办部局院组们]))$"
)
_SPONSORED = frozenset({"开幕", "举行", "举办", "启动", "开播", "播出", "首播", "开机"})
_SAYS = "称"
# Who does it behind the passive: 条例已由│省人大常委会于3日通过.
_BY = late("由(?<![自理缘]由)(?!于|此|来)")
# What opens with these is what it is done to.
_DONE_TO = late("(?:对(?!外)|把|将(?!军)|就|给予|予以)")
_TAKEN_UP = late("(?:该|本|上述)(?!报|台|市|省|县|区|局|院|校)|[他她它]们?$|[他她]们?(?:当|今|昨|日)")
_TIME_BEFORE = late("[\\d年月日时分上下午晚凌晨（）起—至]+")
_SUFFERS = late("(?:惨遭(?:到|受)?|遭(?:到|受)?|被)(?=[\u4e00-\u9fff])")
# A headline goes on behind a blank: 大桥通车 两岸连成一片.
_OF_OPENING = late(
    r"(?:建设|运营|使用|试?运行|了|生产|投产|投用|发电|启航|离港|起航|成功|[验收]{2}|年度|[^，]{0,6}(?:期|阶段)$)?(?=\s|$)"
)
# Parts of speech with which the name of who does it does not end.
_NO_SUBJECT = ("d", "v")
_HOW = frozenset("advz")  # adjectives, adverbs, verbs, states
_PROPER = ("ns", "nt", "nr", "nz")
_NOUNS = frozenset({"武装", "高速"})  # that the dictionary takes for a verb, an adverb
# Behind a word that may part a subject from its verb these make a name of it: 联合│总会.
_NO_PART = frozenset({"总会", "会", "国", "社", "集团"})
_TIMES = late("[一两三四五六七八九十多数再][一两三四五六七八九十多数再]?次$")
_SAYS_SO = late("(?:称|说|表示|通报|消息|战报|报道|指出|透露)$")
# A unit by where it is sent: 中国第三批赴青石维和部队│启程.
_UNIT = late("赴[^，]{2,20}(?:部队|步兵营|分队|编队|医疗队)$")
_SESSION = late("(?:(?<=常务委员会)|(?<=常委会))第[一二三四五六七八九十]{1,4}次会议$")
_AGAIN = late("(?:再次?|又|已经?|继续|将|正在?|在[^，]{1,8}|还|均|都)+$")
_LONGEST = 40
_SHORT_PARAGRAPH = 200
_FAR = 300  # characters of a sentence's beginning among which its subject stands


@dataclass(slots=True)
class Cast:
    """The people that a document names: their mentions with posts, a pattern of their names, who alone bears a post.

    ``last`` is what was told last, since a subject is asked twice; ``named`` are the names of the last passage.
    """

    offices: list[Office]
    names: re.Pattern[str] | None
    bearers: dict[str, str]
    last: tuple[tuple[int, int], list[str]] = ((0, 0), [])
    named: tuple[Passage | None, list[tuple[int, int, str]]] = (None, [])

    @classmethod
    def of(cls, offices: Sequence[Office]) -> Cast:
        """The cast of a document's offices."""
        found = sorted(offices, key=_START)
        names = {office.person for office in found if len(office.person) > 1}
        bearers: dict[str, set[str]] = {}
        for office in found:
            for post in office.posts:
                bearers.setdefault(post, set()).add(office.person)
                bearers.setdefault(office.organisation + post, set()).add(office.person)
        alone = {post: next(iter(persons)) for post, persons in bearers.items() if len(persons) == 1}
        return cls(found, re.compile(alternatives(names)) if names else None, alone)

    def persons(self, clause: Clause, start: int, end: int) -> list[str]:
        """The people named between two places of a clause's passage, in order."""
        if end <= start:
            return []
        passage = clause.block.passage
        first, last = passage.origin(start), passage.origin(end - 1) + 1
        if self.last[0] == (first, last):
            return self.last[1]
        at = bisect_left(self.offices, first, key=_START)
        told: list[tuple[int, str]] = []
        while at < len(self.offices) and self.offices[at].start < last:
            office = self.offices[at]
            if office.end <= last:
                told.append((office.start, office.person))
            at += 1
        if self.names is not None:
            known = {name for _, name in told}
            if self.named[0] is not passage:
                found = [(*name.span(), name.group()) for name in self.names.finditer(passage.text)]
                self.named = (passage, found)
            names = self.named[1]
            for begin, stop, name in names[bisect_left(names, (start,)) : bisect_left(names, (end,))]:
                if stop <= end and name not in known:
                    told.append((passage.origin(begin), name))
        self.last = ((first, last), list(dict.fromkeys(name for _, name in sorted(told))))
        return self.last[1]


def subject_of(clause: Clause, times: Sequence[Time]) -> tuple[int, int]:
    """Where the words stand that name who does it: before the verb, without times, places and adverbs."""
    text = clause.block.passage.text
    for by in _BY.finditer(text, clause.start + 1, clause.verb_start):
        stop = _end_of_noun(text, by.end(), clause.verb_start, clause)
        if acting(text[by.end() : stop]):
            return by.end(), stop
    start, end = clause.start, clause.verb_start
    opening = _OPENS.match(text, start, end)
    start = opening.end() if opening else start
    if text[clause.verb_end : clause.verb_end + 1] == "的":
        # 记者从市水务局召开的座谈会上了解到: who holds it stands behind the preposition.
        start = max(start, *(text.rfind(word, start, end) + 1 for word in "在从"))
    for time in times:
        if time.start <= start < time.end or (
            start < time.start < end and not text[start : time.start].strip("（(）) ")
        ):
            start = min(end, time.end)
        elif start < time.start < end:
            end = time.start
    start += len(text[start:end]) - len(text[start:end].lstrip("）)起 "))
    if _DONE_TO.match(text, start, end):
        return start, start
    of = text.rfind("的", start, end)
    if of >= 0:
        stop = _end_of_noun(text, start, end, clause)
        if of < stop or _PREPOSITION.match(text, start, end):
            start = of + 1
            opening = _OPENS.match(text, start, end)
            start = opening.end() if opening else start
        else:
            end = stop
    if _PREPOSITION.match(text, start, end):
        return start, start
    start, end = _without_says(text, start, end)
    suffers = _SUFFERS.search(text, start, end)
    start = suffers.end() if suffers and suffers.end() < end else start
    return start, end if _UNIT.search(text, start, end) else _end_of_noun(text, start, end, clause)


def _words_within(text: str, start: int, end: int, clause: Clause | None) -> list[Word]:
    """The words between two places, those of a clause where they begin and end there."""
    if clause is not None:
        first, last = start - clause.start, end - clause.start
        within = [word for word in words_of_clause(clause.words) if first <= word.start and word.end <= last]
        if within and within[0].start == first and within[-1].end == last:
            return within
    return words_of(text[start:end], guess=False)


def _end_of_noun(text: str, start: int, end: int, clause: Clause | None = None) -> int:
    """Where the noun at ``start`` ends: before a preposition or an adverb, without an adverb or a verb at its end."""
    at = start
    words = _words_within(text, start, end, clause)
    for place, word in enumerate(words):
        following = words[place + 1].text if place + 1 < len(words) else ""
        named = word.text == "联合" and following in _NO_PART
        if at > start and word.text in event_words().parts and not named:
            end = at
            break
        at += len(word.text)
    else:
        if len(words) > 1 and words[-1].tag in _NO_SUBJECT and len(words[-1].text) > 1 and words[-1].text not in _NOUNS:
            end -= len(words[-1].text)
    times = _TIMES.search(text, start, end)
    end = times.start() if times else end
    while end > start and text[end - 1] in "0123456789月日一比 （(":
        end -= 1
    return end


def _without_says(text: str, start: int, end: int) -> tuple[int, int]:
    """Who is said to do it (甲方称│乙方袭击), or who says it where nobody else is named (甲方│称再控制)."""
    says = text.find(_SAYS, start + 1, end)
    if says < 0:
        return start, end
    again = _AGAIN.search(text, says + 1, end)
    rest = (again.start() if again else end) - says - 1
    told = words_of(text[says + 1 : end], guess=False)[:1]
    acts = bool(told) and told[0].tag in _NO_SUBJECT and not told[0].text.endswith(("军", "方"))
    own = rest > 1 and not _PREPOSITION.match(text, says + 1, end) and not acts
    return (says + 1, end) if own else (start, says)


def actors_of(
    clause: Clause, subject: tuple[int, int], cast: Cast, sponsors: tuple[str, ...], earlier_in: tuple[str, ...]
) -> tuple[str, ...]:
    """Who does it: people by name, else the bodies that the subject names.

    Where the subject is what happens, those who are said to hold it; where there is none, ``earlier_in``, who did what
    the sentence told before.
    """
    text = clause.block.passage.text
    persons = cast.persons(clause, *subject)
    before = text.rfind("，", clause.before, clause.start)
    if persons and before > 0 and clause.start - before == 1:
        earlier = cast.persons(clause, clause.before, before)
        if earlier and text[:before].endswith(earlier[-1]):
            persons = list(dict.fromkeys([*earlier, *persons]))
    if persons and not ("《" in text[slice(*subject)] and is_thing(clause)):
        return tuple(persons)
    words = text[slice(*subject)].strip(" 　")
    if is_thing(clause) and text[subject[0] - 1 : subject[0]] != "由":
        return _holder(words) or (sponsors if clause.act == "meeting" or clause.verb in _SPONSORED else ())
    if not words or _TAKEN_UP.match(words) or (clause.ordinal and _says_how(words)):
        if clause.act == "appointment" and (appointed := cast.persons(clause, clause.verb_end, clause.end)):
            return tuple(appointed)
        return earlier_in or _of_sentence(clause, cast) or tuple(cast.persons(clause, clause.before, clause.start)[:1])
    if len(words) > 2 * _LONGEST or clause.verb == "发生" or words.endswith("遭"):
        return ()
    if words in cast.bearers:
        return (cast.bearers[words],)
    post = _POST.match(words)
    if post:
        return (post["name"],)
    return tuple(_body(name) for part in names_in(words) if (name := acting(part)))


def _body(name: str) -> str:
    """The name of who acts: a newspaper without marks, a comrade by name, a committee without its session."""
    name = name[1:-1] if name.startswith("《") and name.endswith("报》") else name.removesuffix("同志")
    return _SESSION.sub("", name) if name.endswith("会议") else name


def _says_how(words: str) -> bool:
    """Whether what stands before the verb says how it is done, not who does it: 实地, 招标, 成功."""
    return not acting(words) and all(word.tag[0] in _HOW for word in words_of(words))


def _of_sentence(clause: Clause, cast: Cast) -> tuple[str, ...]:
    """Who the clauses before tell to do something in the same sentence: the first subject that names somebody.

    One who only says what others do counts where nobody else is named.
    """
    text = clause.block.passage.text
    at, says = clause.before, ""
    for part in text[clause.before : min(clause.start, clause.before + _FAR)].split("，"):
        start, end = at, at + len(part)
        at = end + 1
        for opening in (_OPENS, _TIME_BEFORE, _OPENS):
            found = opening.match(text, start, end)
            start = found.end() if found else start
        end = _end_of_noun(text, start, end)
        if _PREPOSITION.match(text, start, end) or text[start : start + 1] == "据" or end - start > _LONGEST:
            continue
        persons = cast.persons(clause, start, end)
        name = persons[0] if persons else first_acting(text[start:end].strip(" 　.．"))
        if name and not _SAYS_SO.search(text, end, at - 1):
            return (name,)
        says = says or name
    return (says,) if says else ()


def names_in(words: str) -> tuple[str, ...]:
    """The names that a subject lists: 省政府、青石集团和临澜大学, without those that it does not name (甲国等多国)."""
    found: list[str] = []
    for part in _LISTS.split(words):
        first = 0
        for joint in _JOINTS.finditer(part):
            if len(part) - joint.end() > 1 and _is_whole(part[first : joint.start()]):
                found.append(part[first : joint.start()])
                first = joint.end()
        found.append(part[first:])
    named = (_BRACKET.sub("", _AND_OTHERS.sub("", name)) or name for name in found)
    return tuple(name for name in named if 1 < len(name) <= _LONGEST or len(words) == 1)


def _is_whole(name: str) -> bool:
    """Whether some words are a name of their own: a body by its last word, a place, somebody."""
    return bool(name) and (_WHOLE.search(name) is not None or words_of(name, guess=False)[-1].tag[:2] in _PROPER)


def _holder(words: str) -> tuple[str, ...]:
    """Whose meeting, paper or list the thing is that happens: 临澜市人大常委会│第三次会议举行, 总台│片单发布."""
    held = _HOLDS.match(words) or _ISSUES.match(words)
    return (str(held[held.lastgroup or 0]),) if held else ()


def sponsors_of(text: str) -> tuple[str, ...]:
    """Who a paragraph says to hold what it tells of; none where it does not say."""
    found = _SPONSORS.search(text) if "由" in text else None
    return names_in(found["names"]) if found else ()


def is_thing(clause: Clause) -> bool:
    """Whether the verb has no object and says what happens to its subject: 大桥通车, 会议召开, 名单发布."""
    text = clause.block.passage.text
    behind = text[clause.verb_end : clause.end]
    if clause.act == "publication" and _BODY.search(text, clause.start, clause.verb_start):
        return False
    return clause.verb in event_words().of_things and _OF_OPENING.match(behind) is not None


def places_of(clause: Clause, home: str) -> tuple[str, ...]:
    """Where it is: what stands behind 在, 到, 赴 in the clause; 我市 is ``home``."""
    found: list[str] = []
    for place in _PLACE.finditer(clause.block.passage.text, clause.start, clause.end):
        words = place.group("place")
        if _HERE.match(words):
            found.append(home or words)
        elif words == "京":
            found.append("北京")
        elif not _NO_PLACE.search(words):
            found += [part for part in names_in(words) if len(part) > 1]
    return tuple(dict.fromkeys(found))


def taking_part(text: str) -> tuple[str, ...]:
    """The names of a paragraph that only tells who took part: 何立诚、方敏参加调研."""
    if len(text) > _SHORT_PARAGRAPH or ("参加" not in text and "陪同" not in text and "出席" not in text):
        return ()
    found = _TAKES_PART.match(text)
    if found is None:
        return ()
    return tuple(name for name in names_in(found.group("names")) if 2 <= len(name) <= 12)
