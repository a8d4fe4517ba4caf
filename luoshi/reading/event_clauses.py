"""Clauses that may tell an event: where one begins and ends, its verb, and what speaks for it.

3月2日，市长周闻笙到青石港调研。        the clause 市长周闻笙到青石港调研, its verb 调研, its day before it
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from luoshi.language.words import Word
from luoshi.language.words import words as words_of
from luoshi.patterns import late, standing_at
from luoshi.reading.event_words import event_words
from luoshi.reading.outline import Block
from luoshi.records import Act

_TOKEN = late('[，,。；;！？!?：:“”《》（）()▲△▶■□◆◇★☆●]|"')
_OPENING, _CLOSING = "“《（(", "”》）)"
_OPENED = late("[“《（(]")
_PAIRS = tuple(zip(_OPENING, _CLOSING, strict=True))
_SENTENCE_ENDS = frozenset("。；;！？!?▲△▶■□◆◇★☆●")
_MARK = late(r"\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、]|[—–-]{1,2}|【[^】]{1,30}】)\s*")
_REPORTED = late("召开|举办|举行|开幕|签约|承办|落幕|闭幕|出台|颁布|公布|发布|修订|编制完成|成立|组建|挂牌")
# What turns a verb into a part of a noun: 考察团, 督查报告.
_OF = late(
    "[的之者率量额组队团后群船站场及社馆]|会(?!见|谈|晤|议)|信|报告|整改|[^，。]{0,8}重要(?:讲话|指示)(?=精神|$)|专报|意见|室|机关|阶段|验收"
    "|同胞|人员|飞机|客机|工作委员会|大会|中心|任务"
)
# A meeting may be told of as what it was: 日前召开的青石港座谈会.
_HELD_OF = late(
    "(?:召开|举行|举办|闭幕)的[^，。；]{0,28}?(?:会|论坛|仪式|峰会)(?![员长])|(?:发布|公布)的[^，。；]{0,12}(?:数据|报告|消息)"
)
# What stands before a verb that only describes: 向│晋升上将的│何立诚颁发命令状.
_BEFORE_OF = late("(?:[向对给为与同从由将把]|^)[^，。向对给为与同从由将把]{0,4}$")
_IN_NAME = late("[\u4e00-\u9fff]{0,8}?[队团](?=[\u4e00-\u9fff]{2})")  # of a verb of visiting: 考察│越冬队完成任务
# What a verb's object makes of it: 发表讲话 is no publication.
_OTHERWISE: dict[str, tuple[re.Pattern[str], Act]] = {
    "发表": (late("讲话|演讲|谈话|致辞|祝酒"), "other"),
    "宣布": (late("名单|公告"), "publication"),
    "接受": (late("辞呈|辞职"), "appointment"),
    "表决通过": (late("任免|人事|名单|辞去|任命"), "appointment"),
    "颁发": (late("任命书|聘书"), "appointment"),
}
_OPENS = late("开放|启用|通车|通航|投用|投入使用")
_DEEDS = frozenset({"visit", "other"})
# To whom a letter goes is told before it: 向当选总统何立诚│致贺电.
_LETTER = late("致(?:贺[信电]?|慰问电|唁电|[信电](?=$|[祝表]))")
_CONTESTS = late("杯|赛|节(?!目)")
_BLANK = late("(?<=[^\x00-\x7f])[ \u3000]+|[ \u3000]+(?=[^\x00-\x7f])")
_LONGEST = 140
_SHORT_NOUN = 3
_DAY = late(standing_at((r"\d", *"今昨当日近"), r"\d日|[今昨当][天日晚]|\d月[初中底上下，]|日前|近日"))
_HEADING = 12  # characters of a line that only opens a list
_TITLE = 45
_SHORTEST = 5  # characters of a thought that a blank parts from another


#: How much a clause's verb tells: of an event, of many things.
Weight = Literal["event", "weak"]


@dataclass(slots=True)
class Clause:
    """A clause of a block with its verb; ``before`` is where its sentence begins, ``ordinal`` counts its clauses."""

    block: Block
    start: int
    end: int
    verb_start: int
    verb_end: int
    act: Act
    before: int
    ordinal: int
    sentence: int
    mark: str
    weight: Weight

    @property
    def words(self) -> str:
        """The clause's words."""
        return self.block.passage.text[self.start : self.end]

    @property
    def verb(self) -> str:
        """Its verb."""
        return self.block.passage.text[self.verb_start : self.verb_end]


def clauses(block: Block, report: bool) -> Iterator[Clause]:
    """The clauses of a block that hold a verb of an event; of a report only what was held, founded or issued."""
    text = block.passage.text
    short = block.kind in ("headline", "subtitle", "heading") or _MARK.match(text) is not None
    strong, weak, days = _told_in(text, report, short)
    if not strong and not weak:
        return
    ordinal = sentence = before = 0
    for start, end, mark in _cut(text, _blanks(block)):
        dated = short or _holds(days, before, end)
        found = None
        if _LONGEST > end - start > 3 and (_holds(strong, start, end) or (dated and _holds(weak, start, end))):
            start = skipped.end() if (skipped := _MARK.match(text, start, end)) else start
            told = _within(strong, start, end), _within(weak, start, end) if dated else []
            found = _verb(text, start, end, report, told) if end - start > 3 else None
        if found is not None:
            first, last, act, weight = found
            yield Clause(block, start, end, first, last, act, before, ordinal, sentence, mark, weight)
        ordinal += 1
        if mark in _SENTENCE_ENDS:
            before, ordinal, sentence = end + 1, 0, sentence + 1


def _told_in(text: str, report: bool, short: bool) -> tuple[list[int], list[int], list[int]]:
    """Where a block has verbs of events, verbs that tell many things, and days; none where it may tell no event.

    A verb that tells many things counts in a headline or with a day.
    """
    if report:
        return [verb.start() for verb in _REPORTED.finditer(text)], [], []
    if text.endswith(("：", ":")) and len(text) < _HEADING:
        return [], [], []
    words = event_words()
    days = [] if short else [day.start() for day in _DAY.finditer(text)]
    weak = [verb.start() for verb in words.weak_at.finditer(text)] if short or days else []
    return [verb.start() for verb in words.verb_at.finditer(text)], weak, days


def _holds(places: list[int], start: int, end: int) -> bool:
    """Whether one of some places in order lies between two others."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _within(places: list[int], start: int, end: int) -> list[int]:
    """Those of some places in order that lie between two others."""
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _blanks(block: Block) -> tuple[int, ...]:
    """Where print leaves a blank in a headline or an item of a list, which parts two thoughts."""
    text = block.passage.text
    if len(text) >= _LONGEST or not (block.kind in ("headline", "subtitle", "heading") or _MARK.match(text)):
        return ()
    blanks = _BLANK.finditer(text) if " " in text or "\u3000" in text else ()
    return tuple(sorted({*block.passage.starts[1:], *(blank.end() for blank in blanks)}))


def _cut(text: str, blanks: tuple[int, ...]) -> Iterator[tuple[int, int, str]]:
    """The stretches between marks outside brackets and quotation marks, each with the mark that ends it."""
    depth = first = at = 0
    for token in _TOKEN.finditer(text):
        mark = token.group()
        while at < len(blanks) and blanks[at] <= token.start():
            if not depth and blanks[at] - first >= _SHORTEST and token.start() - blanks[at] >= _SHORTEST:
                yield first, blanks[at], ""
                first = blanks[at]
            at += 1
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and mark != '"':
            yield first, token.start(), mark
            first = token.end()
        elif mark in "。！？" and depth:
            depth = depth if text.find("”", token.end()) >= 0 else 0
    for blank in blanks[at:]:
        if not depth and blank - first >= _SHORTEST and len(text) - blank >= _SHORTEST:
            yield first, blank, ""
            first = blank
    if first < len(text):
        yield first, len(text), ""


def _verb(
    text: str, start: int, end: int, report: bool, places: tuple[list[int], list[int]]
) -> tuple[int, int, Act, Weight] | None:
    """The verb that tells an event in a clause: where it stands, its kind, how much it tells.

    The first that stands outside quotation marks and describes nothing, else the first of those that tell many
    things; ``places`` are where verbs of both sorts begin.
    """
    words = event_words()
    letter = None if report else _LETTER.search(text, start + 1, end)
    if letter is not None and text.find("向", start, letter.start()) >= 0:
        return letter.start(), letter.end(), "other", "event"
    found = _first(_REPORTED if report else words.verb, text, start, end, places[0])
    if found is not None and words.act_of(found.group()) in _DEEDS and not report:
        carrier = _first(words.carriers, text, start, found.start())
        if carrier is not None:
            act = words.act_of(found.group()) if carrier.group() == "进行" else words.act_of(carrier.group())
            return carrier.start(), carrier.end(), act, "event"
    if found is not None:
        return found.start(), found.end(), _act(text, found, end), "event"
    found = _first(words.weak, text, start, end, places[1])
    return (found.start(), found.end(), _act(text, found, end), "weak") if found is not None else None


def _first(
    pattern: re.Pattern[str], text: str, start: int, end: int, places: list[int] | None = None
) -> re.Match[str] | None:
    """The first verb that stands outside quotation marks and describes nothing; of those at ``places`` if told."""
    if places is None:
        found: Iterable[re.Match[str] | None] = pattern.finditer(text, start, end)
    else:
        found = (pattern.match(text, place, end) for place in places)
    for verb in found:
        if verb is None:
            continue
        of_it = _OF.match(text, verb.end()) and not _HELD_OF.match(text, verb.start())
        if of_it or (verb.start() == start and verb.end() == end):
            continue
        if event_words().acts.get(verb.group()) == "visit" and _IN_NAME.match(text, verb.end()):
            continue
        stretch = text[start : verb.start()]
        if not _is_word(text[start:end], verb.start() - start, verb.end() - start):
            continue
        if _OPENED.search(stretch) and any(stretch.count(one) > stretch.count(other) for one, other in _PAIRS):
            continue
        of = text.find("的", verb.end(), end)
        described = of > 0 and text.find("《", verb.end(), of) < 0
        if described and _BEFORE_OF.search(stretch) and pattern.search(text, of, end):
            continue
        return verb
    return None


def _is_word(clause: str, start: int, end: int) -> bool:
    """Whether a verb is a word of its clause or some: 开工 in 新开工 or 开工建设, not in 推动工业.

    In a short noun it is no verb: 主持人, 地下水; a long one is a phrase of the dictionary: 在京举行.
    """
    for word in words_of_clause(clause):
        if word.end > start:
            within = word.end - word.start > end - start
            return (
                word.start == start
                if word.end < end
                else not (within and word.tag[0] == "n" and word.end - word.start <= _SHORT_NOUN)
            )
    return False


@lru_cache(1 << 8)
def words_of_clause(clause: str) -> list[Word]:
    """The words of a clause, which several verbs are asked of."""
    return words_of(clause, guess=False)


def _act(text: str, verb: re.Match[str], end: int) -> Act:
    """The kind of event: by the noun in what follows (举行签约仪式), else by the verb."""
    words, told = event_words(), verb.group()
    act = words.act_of(told)
    behind = text[verb.end() : end]
    if told in words.holding:
        nouns = [noun.group() for noun in words.noun.finditer(text, max(0, verb.start() - 30), end)]
        if nouns:
            return words.nouns[nouns[-1]]
        if told == "启动":
            return "opening" if not behind or behind[0] in " 　" else "other"
        return "other" if told in ("举行", "举办", "承办") else act
    if told in ("落幕", "闭幕", "开幕") and _CONTESTS.search(text, max(0, verb.start() - 30), verb.start()):
        return "other"
    if told == "验收" and _OPENS.search(behind):
        return "opening"
    if act == "opening" and behind.endswith("验收"):
        return "other"
    other = _OTHERWISE.get(told)
    if other is not None and other[0].search(behind):
        return other[1]
    return act


def block_kind(clause: Clause) -> str:
    """headline, first paragraph's first sentence, item of a list, or the rest."""
    block = clause.block
    if block.kind in ("headline", "subtitle"):
        return block.kind
    if _MARK.match(block.passage.text):
        return "item"
    return "heading" if block.kind == "heading" or _is_title(block.passage.text) else "prose"


def _is_title(text: str) -> bool:
    """Whether a paragraph reads as a headline: short, without a mark at its end."""
    return len(text) <= _TITLE and text[-1:] not in _SENTENCE_ENDS and not text.endswith((":", "："))
