"""Set phrases and named programmes: “10+1”创新型产业体系, “三个一批”改革, “走在前、挑大梁”.

Official prose puts them between quotation marks, as it does speech, titles and words used in passing. A
formulation shows by the noun that follows it (体系, 行动, 工程, …), by its own form (a numeral, parts of
equal length, numbers joined by +), by the verb that introduces it, or because the text comes back to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives
from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.outline import Outline
from luoshi.records import Formulation, Statement

_HEADS = alternatives(words("formulation", "heads"))
_QUOTED = late("“([^“”\r\n]{2,40})”|‘([^‘’“”\r\n]{2,40})’")
# Modifiers may stand between the mark and the noun, but no verb or particle that begins another phrase.
_HEAD = late(
    rf"的?([^，。、；：！？（）《》“”‘’\s\d在是为和与等将以被把对从向于及已了有让使也都不就还又并的到落推贯促加提升增变成显持]{{0,7}}?{_HEADS}{{1,3}})"
)
_ENDS_IN_HEAD = late(_HEADS + "$")
_ENDS_IN_PROGRAMME = late(alternatives(words("formulation", "strong")) + "$")
_SENTENCE = late("[。！？；…]")
# Plan periods, days and feasts, and sessions: “九五”, “五一”, “十四五”, “两会”.
_NO_PHRASE = late("^(?:[一二三四五六七八九十]{1,3}|\\d+|两会|元旦|春节|中秋|端午|清明|国庆)$")
# The motto of a meeting is none: 以“…”为主题.
_THEME = late("(?:为|的)?主题(?!教育|活动|党日)")
# 建设 and 工作 after another noun are what is done with it: “六病共管”体系|建设.
_DONE_WITH = late("(?<=[\u4e00-\u9fff]{2})(?:建设|工作)+$")
_COMMON = late("一(?:定|些|般|起|直|流|时|切|旦|样|方面|步|点|边|对一|口价|路上|把手)")
_ACT = late("推进|推动|坚持|加强|深化|要|做好|实现|完善|支持|促进|加快")
_NUMBERED = late("^[一二三四五六七八九十两双百千][^，。\\d]{1,11}$")
_SUM = late(r"^[^+＋，。]{1,8}(?:[+＋][^+＋，。]{0,8}){1,4}$")
_INTRODUCED = late(alternatives(words("formulation", "introducers")) + "$")
_USER = late(
    "(会议|全会|党中央|中央|国务院|省委|市委|县委|区委|州委|省政府|市政府|县政府|区政府)(?:提出|围绕|明确|确定|部署|强调)(?:的|了)?$"
)
_START = attrgetter("start")
_LIST = ("、", "和", "与", "及", "")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A quoted phrase: its extent with the marks, its words, and the noun behind it."""

    start: int
    end: int
    words: str
    head: str
    head_end: int
    before: str
    count: int


def formulations(
    outline: Outline, document_text: str, statements: tuple[Statement, ...], date: str
) -> tuple[Formulation, ...]:
    """The set phrases and named programmes of all paragraphs, one for each mention, in the order of the text.

    ``statements`` are the speech of the same document: whoever speaks uses the phrase. ``date`` is the
    document's ISO day; an article's own date goes before it.
    """
    counts = Counter(match.group(1) or match.group(2) for match in _QUOTED.finditer(document_text))
    if not counts:
        return ()
    found: list[Formulation] = []
    statements = tuple(sorted(statements, key=_START))
    for block in outline.blocks:
        if block.kind in ("table", "byline") or not ("“" in block.passage.text or "‘" in block.passage.text):
            continue
        period = outline.dates[block.article] or date
        _read_block(block.passage, document_text, statements, period, counts, found)
    return tuple(sorted(found, key=lambda formulation: (formulation.start, formulation.end)))


def _read_block(
    passage: Passage,
    document_text: str,
    statements: tuple[Statement, ...],
    period: str,
    counts: Counter[str],
    found: list[Formulation],
) -> None:
    following: _Phrase | None = None
    for phrase in reversed(_phrases(passage.text, counts)):
        name = _rule_of(phrase)
        head = phrase.head
        if (
            not head
            and following is not None
            and following.head
            and passage.text[phrase.end : following.start] in _LIST
        ):
            # “A”、“B”行动: the noun stands once, for both.
            head, name = following.head, name or "named programme"
        if not name:
            following = None
            continue
        following = _Phrase(phrase.start, phrase.end, phrase.words, head, phrase.head_end, phrase.before, phrase.count)
        end = phrase.head_end if phrase.head else phrase.end
        span = passage.span(document_text, phrase.start, end)
        around = _statement_around(span.start, statements)
        if around is not None and around.start > span.start:
            continue
        found.append(
            Formulation(
                quote=span.quote,
                start=span.start,
                end=span.end,
                rule=name,
                phrase=phrase.words,
                head=head or _inner_head(phrase.words),
                user=around.speaker if around is not None else _user(phrase),
                period=period,
            )
        )


def _phrases(text: str, counts: Counter[str]) -> list[_Phrase]:
    """The quoted phrases of a text that can be formulations."""
    out: list[_Phrase] = []
    for match in _QUOTED.finditer(text):
        quoted = match.group(1) or match.group(2)
        if _SENTENCE.search(quoted) or _NO_PHRASE.match(quoted) or _THEME.match(text, match.end()):
            continue
        head = _HEAD.match(text, match.end())
        noun = _DONE_WITH.sub("", head.group(1)) if head else ""
        out.append(
            _Phrase(
                match.start(),
                match.end(),
                quoted,
                noun,
                head.start(1) + len(noun) if head else match.end(),
                text[max(0, match.start() - 14) : match.start()],
                counts[quoted],
            )
        )
    return out


def _inner_head(phrase: str) -> str:
    """The head noun with which the phrase itself ends: 春风行动 → 行动."""
    inner = _ENDS_IN_HEAD.search(phrase)
    return inner.group() if inner and inner.start() > 1 else ""


def _statement_around(start: int, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement in which the phrase stands, or which is itself between the marks (then it begins behind them)."""
    at = bisect_right(statements, start + 1, key=_START) - 1
    return statements[at] if at >= 0 and start < statements[at].end else None


def _user(phrase: _Phrase) -> str:
    """The body named right before the phrase as the one that uses it, ``""`` for none."""
    user = _USER.search(phrase.before)
    return user.group(1) if user else ""


def _rule_of(phrase: _Phrase) -> str:
    """The name of the first rule that takes the phrase, ``""`` for none."""
    for name, takes in _RULES:
        if takes(phrase):
            return name
    return ""


@rule(
    "named programme",
    "A quoted name and the noun that says what it is: “预见临澜”行动, “4+4+2”现代海洋产业体系.",
    ("深入开展“预见临澜”行动。", "预见临澜 行动"),
    ("锚定“3+5+1”现代海洋产业体系。", "3+5+1 现代海洋产业体系"),
    ("擦亮“在临澜·放心办”服务品牌。", "在临澜·放心办 服务品牌"),
    ("完善“退休一件事”平台。", "退休一件事 平台"),
    ("提出“六个抓手”的重要要求。", "六个抓手 重要要求"),
    ("推进“放心渔港”、“平安渔船”行动。", "放心渔港 行动 / 平安渔船 行动"),
    ("筑牢“守一湾清水”的使命担当。", "守一湾清水 使命担当"),
    ("聚焦‘8+2’重点产业方向。", "8+2 重点产业方向"),
    ("像“潮汐”一样来去。", ""),
    ("跑出“加速度”，推动产业升级。", ""),
    ("以“潮起东屿”为题推动港口建设。", ""),
)
def _named_programme(phrase: _Phrase) -> bool:
    return bool(phrase.head)


@rule(
    "programme named within the marks",
    "A quoted name that itself ends in the noun: “春风行动”.",
    ("实施“启航成长计划”。", "启航成长计划 计划"),
    ("出台“科技强港行动计划”，投入翻番。", "科技强港行动计划 行动计划"),
    ("学习“青石经验”。", "青石经验 经验"),
    ("这是一条“黄金通道”。", ""),
    ("他反复说“推进港口管理体制改革”这几个字。", ""),
)
def _programme_within(phrase: _Phrase) -> bool:
    if "，" in phrase.words or _ACT.match(phrase.words) or not _inner_head(phrase.words):
        return False
    return len(phrase.words) > 5 or _ENDS_IN_PROGRAMME.search(phrase.words) is not None


@rule(
    "numbered phrase",
    "A phrase counted by its numeral: 三个一批, 两山, 双随机.",
    ("抓实“三个一批”。", "三个一批"),
    ("贯彻“两不误”。", "两不误"),
    ("“三农”“三公”都要管好。", "三农 / 三公"),
    ("“十五五”时期，港口翻番。", ""),
    ("他“一”字不识。", ""),
    ("谈判有了“一定进展”。", ""),
)
def _numbered(phrase: _Phrase) -> bool:
    return _NUMBERED.match(phrase.words) is not None and _COMMON.match(phrase.words) is None


@rule(
    "phrase joined by plus",
    "Numbers or words joined by +: 10+1, 互联网+.",
    ("聚焦“8+2”，延链补链。", "8+2"),
    ("发展“旅游+”。", "旅游+"),
    ("建成“渔港+民宿+码头”。", "渔港+民宿+码头"),
    ("气温降到“+5”。", ""),
)
def _sum(phrase: _Phrase) -> bool:
    return bool(_SUM.match(phrase.words))


@rule(
    "parallel parts",
    "Two or more parts of one length set side by side: 走在前、挑大梁.",
    ("锚定“闯在前、干在先”，奋力争先。", "闯在前、干在先"),
    ("坚持“强基层、惠民生、防风险”，一步不停。", "强基层、惠民生、防风险"),
    ("打响“临澜港·万家灯”，迎八方客。", "临澜港·万家灯"),
    ("擦出“山海、潮”的意境。", ""),
)
def _parallel(phrase: _Phrase) -> bool:
    parts = re.split("[、，·  ]", phrase.words)
    return len(parts) > 1 and len(parts[0]) > 1 and (len({len(part) for part in parts}) == 1)


@rule(
    "introduced phrase",
    "A phrase that a verb of policy introduces: 提出“…”, 围绕“…”, 践行“…”.",
    ("会议围绕“在保障民生上持续用力”作出部署。", "在保障民生上持续用力"),
    ("办好“新生儿出生一件事”，少跑腿。", "新生儿出生一件事"),
    ("践行“马上就办”，不说空话。", "马上就办"),
    ("老人说“船到桥头自然直”，不急。", ""),
)
def _introduced(phrase: _Phrase) -> bool:
    return len(phrase.words) > 3 and bool(_INTRODUCED.search(phrase.before))


@rule(
    "recurring phrase",
    "A quoted phrase that the document uses three times or more.",
    ("“放管服”要深化。“放管服”要见效。“放管服”要惠民。", "放管服 / 放管服 / 放管服"),
)
def _recurring(phrase: _Phrase) -> bool:
    return phrase.count > 2 and len(phrase.words) > 2


_RULES: tuple[tuple[str, Callable[[_Phrase], bool]], ...] = (
    ("named programme", _named_programme),
    ("programme named within the marks", _programme_within),
    ("numbered phrase", _numbered),
    ("phrase joined by plus", _sum),
    ("parallel parts", _parallel),
    ("introduced phrase", _introduced),
    ("recurring phrase", _recurring),
)
