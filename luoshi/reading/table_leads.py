"""What leads a table in: the sentence before it that speaks of it, and the period that the text before it holds.

2025年，全市收入86.4亿元。主要收支完成情况如下（单位：亿元）。    in 亿元, done, of the year that the text holds
2026年主要预期目标见下表。                                        of 2026, to be reached
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from luoshi.language import times as time_layer
from luoshi.language.times import Anchor, Time
from luoshi.patterns import late
from luoshi.reading.block_frames import year_of
from luoshi.reading.frames import Frame
from luoshi.reading.governing_times import governs
from luoshi.reading.outline import Block
from luoshi.reading.text_tables import stated_unit
from luoshi.records import Figure, Span, Status

Held = tuple[str, Span | None]

# That a sentence speaks of the table below it; 上表 speaks of the one above.
_POINTS = late(r"如下|(?:[下附]|见|如|列)表|下列|单\s?位\s?(?:[:：]|均?[为是])|[:：]\Z")
_POINTER = late(
    r"(?:(?:[，,、]|\A)(?:具体|详细|有关|相关|主要)?(?:情况|数据|指标|内容|明细))?(?:具体|分别)?"
    r"(?:如下(?:[列附]?表)?(?:所[示列])?|[详参请]{0,2}[见如](?:[下附]?表|下)[\d一二三四五六七八九十]{0,2}(?:所[示列])?|"
    r"列(?:于|入|在)?[下附]表)\Z"
)
_BEGINNING = late(r"\A(?:[下附]表|下列)(?:中|内)?(?:的?数据|各项)?(?:为|是|列出了?|列示了?|反映了?|显示)?")
_BRACKETS = late(r"[（(][^（）()]{1,20}[）)]")
_SENTENCE_END = late(r"[。！？]")
_CLAUSE_END = late(r"[，,；;：:]")
_NO_LEAD = late(r"[（(]?(?:注|备注|说明)[:：\d]|(?:资料|数据)来源|图\s?\d|[以如]?上表|!\[|- ")
_DONE = late(
    r"(?:完成|执行|实现|落实|收支)(?:情况|进度|结果|数|值|额|率)|(?:目标|计划|任务)(?:的)?完成|决算|"
    r"(?:\A|[年月度已共均])(?:完成|实现|达到)"
)
_PLANNED = late(r"目标|计划|预期|(?<!公共)(?<!基金)(?<!经营)预算(?!收支|管理)")
_ARRANGED = late(r"安排|草案|任务")
_EXPECTED = late(r"预计")
_HAS_VALUE = late(r"\d(?:\.\d+)?\s?(?:%|％|亿|万|个百分点|元)")
_DATES = ("year", "month", "months", "point", "quarter", "half")
# What a table's values are measured over, or the end of a quarter; a single day is one of which the text tells.
_MEASURED_OVER = late(r"\d{4}(?:-\d\d)?(?:/\d{4}-\d\d)?\Z|\d{4}-(?:03-31|06-30|09-30|12-31)\Z")
_LINES = 3  # short lines that a page may set above a table
_SHORT = 30  # characters of a line before a table that is read like its caption


@dataclass(frozen=True, slots=True)
class Lead:
    """What the text before a table says of its cells.

    ``words`` stand for a caption, without what points to the table; ``period`` is theirs, else the one that the text
    before them holds, "" where there is none; ``status`` is what they say of values of that period.
    """

    words: str = ""
    unit: str = ""
    period: str = ""
    span: Span | None = None
    status: Status | None = None


#: Of a table before which nothing speaks of it.
NO_LEAD = Lead()


class _Sentence(NamedTuple):
    """The sentence that leads a table in, where it begins in its block, and what it calls the table's values."""

    text: str
    start: int
    words: str


class LeadIn:
    """The blocks before a table: the last paragraph with figures and those after it in its section.

    ``report`` says that the document is one, whose frame holds wherever no sentence speaks of the table.
    """

    def __init__(self, text: str, *, report: bool) -> None:
        self.text = text
        self.report = report
        self._held: Held = ("", None)
        self._blocks: list[Block] = []
        self._section: tuple[int, int] = (-1, -1)

    def note(self, block: Block) -> None:
        """Remember a block of prose."""
        section = block.article, block.headings[-1].origins[0] if block.headings else -1
        if section != self._section or block.kind != "paragraph":
            self._held, self._blocks, self._section = ("", None), [], section
        self._blocks.append(block)

    def holds(self, held: Held, found: Sequence[Figure], frame: Frame) -> None:
        """Remember what the last block, a paragraph with figures, leaves to the next sentence.

        Where none of its times holds on, it is the one that all its figures are of.
        """
        self._held, self._blocks = held, self._blocks[-1:]
        if held[0] != frame.period:
            return
        periods = {figure.period for figure in found}
        shortest = min(found, key=lambda figure: len(figure.period), default=None)
        # 2025年 beside the end of the year: the year is of them all.
        if shortest and (len(periods) == 1 or {period[:4] for period in periods} == {shortest.period}):
            self._held = shortest.period, dict(shortest.sources).get("period")

    def lead(self, date: str, frame: Frame) -> Lead:
        """What leads in a table that stands in a frame right after the blocks noted."""
        last = self._blocks[-1] if self._blocks else None
        sentence = _speaking(last.passage.text) if last is not None and last.kind != "headline" else None
        if sentence is None and self.report:
            return NO_LEAD
        held = self._before(date, frame)
        if sentence is None:
            return Lead(period=held[0], span=held[1])
        told = self._told(sentence, Anchor(date, year_of(held[0] or frame.period)))
        period, span = held if told is None else told
        return Lead(sentence.words, self._unit(sentence), period, span, _status(sentence.words, period, date))

    def _unit(self, sentence: _Sentence) -> str:
        """The unit that the sentence states, else the lines above it that are short as well."""
        unit = stated_unit(sentence.text)
        for block in self._blocks[-2 : -2 - _LINES : -1]:
            if unit or not _is_line(block.passage.text):
                break
            unit = stated_unit(block.passage.text)
        return unit

    def _before(self, date: str, frame: Frame) -> Held:
        """The period that the text before a table holds, ``""`` for the frame's and for one that no table is of."""
        for block in self._blocks[bool(self._held[0]) :]:
            words = block.passage.text
            for time in time_layer.scan(words, Anchor(date, year_of(frame.period))):
                opens = time.start == 0 or _SENTENCE_END.match(words, time.start - 1)
                if opens and _dates(words, time):
                    self._held = time.period, block.passage.span(self.text, time.start, time.end)
        self._blocks = self._blocks[-1 - _LINES :]
        held = self._held
        return held if held[0] != frame.period and _MEASURED_OVER.match(held[0]) else ("", None)

    def _told(self, sentence: _Sentence, anchor: Anchor) -> Held | None:
        """The period that the sentence itself names, ``""`` where it names several; None where it names none."""
        found = [time for time in time_layer.scan(sentence.text, anchor) if _dates(sentence.text, time)]
        own = [time for time in found if time.quote in sentence.words] or found
        if not own:
            return None
        if len({time.period for time in own}) > 1:
            return "", None
        passage, time = self._blocks[-1].passage, own[0]
        return time.period, passage.span(self.text, sentence.start + time.start, sentence.start + time.end)


def _dates(words: str, time: Time) -> bool:
    """Whether a time of a sentence dates the values of a table."""
    return time.kind in _DATES and bool(time.period) and governs(words, time)


def _speaking(words: str) -> _Sentence | None:
    """The last sentence of a block if it speaks of the table below, or is the block and short; None for others."""
    bare = words.rstrip("。")
    ends = [end.end() for end in _SENTENCE_END.finditer(bare)]
    # 情况见下表。（单位：亿元）: a bracket behind a sentence belongs to it.
    start = next((end for end in reversed(ends) if not _BRACKETS.fullmatch(bare, end)), 0)
    text = bare[start:]
    if not text or _NO_LEAD.match(text) or not (_is_line(words) or _POINTS.search(text)):
        return None
    return _Sentence(text, start, _named(text))


def _is_line(words: str) -> bool:
    """Whether a block is a short line, no sentence, that tells no value."""
    return len(words) <= _SHORT and not _SENTENCE_END.search(words) and not _HAS_VALUE.search(words)


def _named(text: str) -> str:
    """What a sentence calls the values of the table that it leads in, "" where its last clause tells one itself."""
    bare = _BRACKETS.sub("", text.rstrip("：:")).replace("。", "").strip()
    bare = _POINTER.sub("", bare).rstrip("，,：: ")
    clause = _BEGINNING.sub("", _CLAUSE_END.split(bare)[-1])
    return "" if _HAS_VALUE.search(clause) else clause


def _status(words: str, period: str, date: str) -> Status | None:
    """Whether the words before a table say that its values were reached, are expected, or are to be reached."""
    if _EXPECTED.search(words):
        return "forecast"
    if _DONE.search(words):
        return "actual"
    past = bool(period) and period[:4] < date[:4]
    return "target" if _PLANNED.search(words) or (_ARRANGED.search(words) and not past) else None
