"""Clauses that may tell an event: where one begins and ends, its verb, and what speaks for it.

3月2日，市长周闻笙到青石港调研。        the clause 市长周闻笙到青石港调研, its verb 调研, its day before it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from luoshi.patterns import late
from luoshi.reading.event_words import event_words
from luoshi.reading.outline import Block
from luoshi.records import Act

_TOKEN = late('[，,。；;！？!?：:“”《》（）()▲△▶■□◆◇★☆●]|"')
_OPENING, _CLOSING = "“《（(", "”》）)"
_SENTENCE_ENDS = frozenset("。；;！？!?▲△▶■□◆◇★☆●")
_MARK = late(r"\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、]|[—–-]{1,2}|【[^】]{1,30}】)\s*")
_FUTURE = late("将(?!军|士)|拟|计划|即将|要(?!求|闻|素)|应当|须|力争|确保|争取|明天|明年|下一步|希望|愿")
_SAID = late("表示|指出|强调|认为|介绍|要求|提出|透露|希望|呼吁|坦言|告诉")
_PAST = late("(?:19|20)\\d\\d年(?!.{0,2}月)|曾|以来|历史|去年|周年")
_REPORT_NEEDLE = late("会|节|论坛|仪式|活动|赛|展")
_HELD = late("召开|举办|举行|开幕|签约|承办|落幕|闭幕")
# What turns a verb into a part of a noun: 考察团, 督查报告.
_OF = late(
    "[的之者率量额组队团后群船站场及社馆]|会(?!见|谈|晤|议)|信|报告|整改|[^，。]{0,8}重要(?:讲话|指示)(?=精神|$)|专报|意见|室|机关|阶段|验收"
    "|同胞|人员|飞机|客机|工作委员会|大会"
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
    "发布": (late("预警|警报"), "other"),
    "表决通过": (late("任免|人事|名单|辞去|任命"), "appointment"),
    "颁发": (late("任命书|聘书"), "appointment"),
}
_DEEDS = frozenset({"visit", "other"})
_CONTESTS = late("杯|赛|节(?!目)")
_BLANK = late("(?<=[^\x00-\x7f])[ \u3000]+|[ \u3000]+(?=[^\x00-\x7f])")
# What a year or a quarter comes to is no event.
_COUNTS = late(
    "累计|共计|超过?[\\d一二三]|突破|同比|增长|[%％]|合计|达到?[\\d一二三]|全年|今年以来|前[\\d一二三四五六七八九十]{1,2}个?月|持续|不断|进一步|力度|加快|显著"
)
_LONGEST = 140
_DAY = late(r"\d日|[今昨]天|[今昨]日|今晚|昨晚|当[天日晚]")
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
    """The clauses of a block that hold a verb of an event; of a report only those of meetings and the like."""
    text = block.passage.text
    short = block.kind in ("headline", "subtitle", "heading") or _MARK.match(text) is not None
    if not _may_tell(text, report, short):
        return
    ordinal = sentence = before = 0
    for start, end, mark in _cut(text, _blanks(block)):
        start = skipped.end() if (skipped := _MARK.match(text, start, end)) else start
        found = _verb(text, start, end, report, short) if _LONGEST > end - start > 3 else None
        if found is not None:
            first, last, act, weight = found
            yield Clause(block, start, end, first, last, act, before, ordinal, sentence, mark, weight)
        ordinal += 1
        if mark in _SENTENCE_ENDS:
            before, ordinal, sentence = end + 1, 0, sentence + 1


def _may_tell(text: str, report: bool, short: bool) -> bool:
    """Whether a block may tell an event: it has a verb of one, a headline or a day also one that tells many things."""
    if report:
        return _HELD.search(text) is not None and _REPORT_NEEDLE.search(text) is not None
    if text.endswith(("：", ":")) and len(text) < _HEADING:
        return False
    words = event_words()
    if words.verb.search(text) is not None:
        return True
    return (short or _DAY.search(text) is not None) and words.weak.search(text) is not None


def _blanks(block: Block) -> tuple[int, ...]:
    """Where print leaves a blank in a headline or an item of a list, which parts two thoughts."""
    text = block.passage.text
    if len(text) >= _LONGEST or not (block.kind in ("headline", "subtitle", "heading") or _MARK.match(text)):
        return ()
    return tuple(sorted({*block.passage.starts[1:], *(blank.end() for blank in _BLANK.finditer(text))}))


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


def _verb(text: str, start: int, end: int, report: bool, short: bool) -> tuple[int, int, Act, Weight] | None:
    """The verb that tells an event in a clause: where it stands, its kind, how much it tells.

    The first that stands outside quotation marks and describes nothing; in a ``short`` text, which is a headline, and
    in a clause with a day, also the first of those that tell many things.
    """
    words = event_words()
    found = _first(_HELD if report else words.verb, text, start, end)
    if found is not None and words.act_of(found.group()) in _DEEDS and not report:
        carrier = _first(words.carriers, text, start, found.start())
        if carrier is not None:
            act = words.act_of(found.group()) if carrier.group() == "进行" else words.act_of(carrier.group())
            return carrier.start(), carrier.end(), act, "event"
    if found is not None:
        return found.start(), found.end(), _act(text, found, end), "event"
    dated = not report and (short or _DAY.search(text, start, end) is not None)
    found = _first(words.weak, text, start, end) if dated else None
    return (found.start(), found.end(), _act(text, found, end), "weak") if found is not None else None


def _first(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The first verb that stands outside quotation marks and describes nothing."""
    for verb in pattern.finditer(text, start, end):
        of_it = _OF.match(text, verb.end()) and not _HELD_OF.match(text, verb.start())
        if of_it or (verb.start() == start and verb.end() == end):
            continue
        if event_words().acts.get(verb.group()) == "visit" and _IN_NAME.match(text, verb.end()):
            continue
        stretch = text[start : verb.start()]
        if any(stretch.count(one) > stretch.count(other) for one, other in zip(_OPENING, _CLOSING, strict=True)):
            continue
        of = text.find("的", verb.end(), end)
        if of > 0 and _BEFORE_OF.search(stretch) and pattern.search(text, of, end):
            continue
        return verb
    return None


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
    other = _OTHERWISE.get(told)
    if other is not None and other[0].search(behind):
        return other[1]
    return act


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a clause stands: the kind of its document, what its article's headlines say, how far below them it is.

    ``told`` are the pairs of characters of the headlines; ``lead`` says whether the block is the first below one.
    """

    genre: str
    told: frozenset[str]
    lead: bool


def features(clause: Clause, facts: tuple[str, ...], setting: Setting) -> list[str]:
    """What speaks for a clause telling an event; ``facts`` are what is known of its actors and its time."""
    words, verb, genre = clause.words, clause.verb, setting.genre
    text = clause.block.passage.text
    kind = _block_kind(clause)
    if kind == "prose" and setting.lead:
        kind = "lead"
    behind = "object" if clause.verb_end < clause.end else "end"
    before = text[clause.start : clause.verb_start]
    out = [
        "bias", f"act={clause.act}", f"verb={verb}", f"block={kind}", f"genre={genre}", f"genre,block={genre},{kind}",
        f"act,block={clause.act},{kind}", f"clause={min(3, clause.ordinal)}", f"sentence={min(3, clause.sentence)}",
        f"behind={behind}", f"behind,act={behind},{clause.act}", f"length={min(6, len(words) // 8)}",
        f"before={min(5, len(before) // 4)}", f"mark={clause.mark}", f"clause,block={min(2, clause.ordinal)},{kind}",
    ]  # fmt: skip
    weight, family = clause.weight, event_words().families.get(verb, clause.act)
    out += [f"family={family}", f"family,block={family},{kind}", f"family,clause={family},{min(2, clause.ordinal)}"]
    out += [f"fact,family={one},{family}" for one in facts[:2]]
    if text[clause.verb_end : clause.verb_end + 1] == "的":
        out.append("of")
    out += [f"weight={weight}", f"weight,block={weight},{kind}", f"weight,behind={weight},{behind}"]
    above = _told_above(words, setting.told) if setting.told and kind in ("lead", "prose") else ""
    if above:
        out += [f"above={above}", f"above,act={above},{clause.act}", f"above,clause={above},{min(2, clause.ordinal)}"]
    place = f"{kind},{min(2, clause.sentence)},{min(2, clause.ordinal)}"
    out += [f"place={place}", f"place,weight={place},{weight}", f"place,fact={place},{facts[0]}"]
    behind_verb = text[clause.verb_end : clause.end]
    told = "了" if behind_verb.startswith("了") else "《" if "《" in behind_verb else "“" if "“" in behind_verb else ""
    out += [f"object={told}", f"object,family={told},{family}"]
    counts = "counts" if _COUNTS.search(words) else "no counts"
    out += [counts, f"{counts},block={kind}", f"{counts},weight={weight}"]
    out += [f"fact={one}" for one in facts]
    out += [f"fact,weight={one},{weight}" for one in facts]
    out += [f"fact,act={one},{clause.act}" for one in facts]
    out += [f"fact,block={one},{kind}" for one in facts]
    for name, pattern in (("future", _FUTURE), ("said", _SAID), ("past", _PAST)):
        if pattern.search(before):
            out.append(name)
    if _PAST.search(words):
        out.append("history")
    if words.endswith(("时", "后", "中", "上", "期间")):
        out.append("aside")
    return out


def pairs(words: str) -> Iterator[str]:
    """The pairs of neighbouring characters of some words."""
    return map("".join, pairwise(words))


def _told_above(words: str, told: frozenset[str]) -> str:
    """How much of a clause its article's headlines say: in fifths of its pairs of characters."""
    own = set(pairs(words))
    return str(5 * len(own & told) // max(1, len(own)))


def _block_kind(clause: Clause) -> str:
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
