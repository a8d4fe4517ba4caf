"""The figures of a paragraph: its sentences, their clauses, their numbers, gone through in their order.

A paragraph is cut into sentences and clauses around its numbers (:mod:`~luoshi.reading.clauses`); for each number the
words before it are taken apart (:mod:`~luoshi.reading.predicates`), and the first construction that fits says what is
measured (:mod:`~luoshi.reading.constructions`). What a clause leaves out is carried in a
:class:`~luoshi.reading.constructions.Context`: the subject across commas, the whole before 其中, the
scope of a section, the period and the place until another is named.
"""

from __future__ import annotations

import re
from collections import deque

from luoshi.language.quantities import Quantity
from luoshi.language.quantity_brackets import unit_ahead
from luoshi.language.times import Time
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.clauses import Clause, sentences
from luoshi.reading.constructions import Context, Situation, construe
from luoshi.reading.figure_records import FigureRecords
from luoshi.reading.figure_setting import Paragraph, Setting
from luoshi.reading.governing_times import govern, governs, looks_back
from luoshi.reading.number_rows import JOIN, LONGEST_ROW, by_years, row_of, years_told
from luoshi.reading.predicates import before
from luoshi.records import Span

# A sentence about what will be once a day named before it has come.
_THEN = late(r"届时|(?:调整|调图|实施|施行|启用|开通|投产|投用|改造|扩建|通车|竣工|完工|建成|运营)(?:以|之)?后，")
# A count that is no figure of its own opens the name of what follows: 60岁以上老年人口, 三项保险基金.
# 财政支出五年│累计2402亿元: a duration opens the sum, and the name stands before it.
_SUMS_UP = late(r"(?:来|间)?(?:累计|共|总计|合计|平均|年均|增长|下降|增加|减少|降低)")
_IN_NAME = late(r"\d{1,3}(?:周?岁|平方米)(?:及)?以[上下]|[二两三四五六七八九十][项类大]")
_LATELY = ("不久前", "近期", "此前", "近年来")
# A paragraph that goes on with the budget of the one before it, whatever level that was of.
_OPENS_PARTS = late(r"(?:其中|如下)(?:[（(][^（）()]{1,20}[）)])?[：:]$")
_IS_PART = late(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[）)]|[.．、])")
_BALANCE = late(r"(?:一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算)?(?:收支相抵|收支平衡|加上)")
_IN_LIST = late(r"\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、])|.*[；;]\s*\Z")
_EACH_IN_TURN = late(r"分别|依次|逐年|各年")


class Paragraphs:
    """The paragraphs of a document in their order, and what each leaves to the next: a period, a budget's level."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.records = FigureRecords(setting)
        self._carried: tuple[int, tuple[str, Span | None]] | None = None
        self._level = ""
        self._parts = False

    def forget(self) -> None:
        """Carry no period into the next paragraph."""
        self._carried = None

    def read(self, paragraph: Paragraph) -> tuple[str, Span | None]:
        """Read the figures of one paragraph; the period that a next sentence of it would have."""
        context = self._opened(paragraph)
        surroundings = self.setting.surroundings
        surroundings.section([heading.text for heading in paragraph.block.headings])
        surroundings.paragraph(paragraph.passage.text, context.news)
        _Walk(paragraph, context, self.setting, self.records).through()
        self._leave(paragraph, context)
        return context.held

    def _opened(self, paragraph: Paragraph) -> Context:
        """The context in which a paragraph begins."""
        words, frame, block = paragraph.passage.text, paragraph.frame, paragraph.block
        held = frame.period, frame.span
        if self._carried is not None and not words.startswith(_LATELY):
            article, carried = self._carried
            if article == block.article and carried[0].startswith(frame.period):
                held = carried
        news = self.setting.genre(block) == "news"
        context = Context(frame=frame, news=news, period=held[0], period_span=held[1], held=held)
        context.unread = paragraph.unread[::-1]
        for heading in block.headings:
            context.enter_heading(heading.text)
        if not context.level and (_BALANCE.match(words) or (self._parts and _IS_PART.match(words))):
            context.level = self._level
        return context

    def _leave(self, paragraph: Paragraph, context: Context) -> None:
        """Keep what the next paragraph goes on with."""
        words = paragraph.passage.text
        self._level = context.level
        self._parts = bool(_OPENS_PARTS.search(words)) or (self._parts and bool(_IS_PART.match(words)))
        # News name a month or a quarter once for the paragraphs that follow.
        held = context.held[0]
        carries = context.news and len(held) in (7, 15) and not held.endswith(f"/{paragraph.date[:7]}")
        carries = carries and not _IN_LIST.match(words)  # each item of a list tells its own
        self._carried = (paragraph.block.article, context.held) if carries else None


class _Walk:
    """The walk through one paragraph: its sentences, their clauses, their numbers.

    ``start`` is where the words begin that no number before has used, ``apart`` what tells the sentence's values in
    turn (分别), ``looked_back`` the earlier year of which alone the clause speaks.
    """

    def __init__(self, paragraph: Paragraph, context: Context, setting: Setting, records: FigureRecords) -> None:
        self.paragraph = paragraph
        self.context = context
        self.setting = setting
        self.records = records
        self.words = paragraph.passage.text
        self.sentence: list[Clause] = []
        self.start = 0
        self.apart: re.Match[str] | None = None
        self.looked_back = ""
        self._ahead = deque(paragraph.times)

    def through(self) -> None:
        """Read every sentence that holds numbers."""
        for sentence in sentences(self.words, self.paragraph.quantities):
            self._enter_sentence(sentence)
            outer: list[tuple[list[str], list[str], str]] = []
            depth = 0
            for clause in sentence:
                self._enter_brackets(clause.depth - depth, outer)
                depth = clause.depth
                self._clause(clause)

    def _enter_sentence(self, sentence: list[Clause]) -> None:
        """Let the times of the sentences passed over govern, and open the next sentence."""
        self.sentence = sentence
        words, context, start = self.words, self.context, sentence[0].start
        while self._ahead and self._ahead[0].start < start:
            time = self._ahead.popleft()
            self._govern(time, _sentence_start(words, time.start))
        if title := names.FUND_TITLE.fullmatch(words, _sentence_start(words, max(start - 1, 0)), start):
            context.fund = title[1]
        context.open_sentence(words[start : start + 6])
        context.pass_unread(start)
        self.apart = _EACH_IN_TURN.search(words, start, sentence[-1].end)
        if _THEN.match(words, start) and (ahead := self.setting.day_ahead()) is not None:
            context.period, context.period_span = ahead

    def _enter_brackets(self, deeper: int, outer: list[tuple[list[str], list[str], str]]) -> None:
        """Go into a bracket, whose numbers are parts of what stands before it, or out of it."""
        context = self.context
        if deeper > 0:
            outer.append((context.subjects, context.whole, context.period))
            context.whole = context.subjects
        elif deeper < 0 and outer:
            context.subjects, context.whole, context.period = outer.pop()

    def _clause(self, clause: Clause) -> None:
        """Read the numbers of a clause, and note its words for those after it."""
        words, context = self.words, self.context
        self.start = clause.start
        self.looked_back = looks_back(words, clause.start, context, self.paragraph.date)
        spoken_of = context.period, context.period_span, context.held
        context.open_clause(
            words[clause.start : min(clause.start + 8, clause.end)], words[clause.start - 1 : clause.start]
        )
        at, measured = 0, False
        while at < len(clause.quantities):
            used, found = self._number(clause, at)
            at += used
            measured = measured or found
        self._times_until(clause.end)
        if self.looked_back:
            context.period, context.period_span, context.held = spoken_of
        if clause.quantities:
            opening = words[clause.start : clause.quantities[0].start]
            context.note_owner(opening)
            context.note_opening(opening, measured=measured)
        else:
            context.note_clause(words[clause.start : clause.end], self.setting.own)
        context.pass_unread(clause.end)

    def _number(self, clause: Clause, at: int) -> tuple[int, bool]:
        """Read a number with those in a row with it: how many were used, and whether they measure anything."""
        words, context = self.words, self.context
        quantity = clause.quantities[at]
        times = self._times_until(quantity.start)
        self.start = max(self.start, context.pass_unread(quantity.start))
        row = row_of(words, clause.quantities, at)
        if context.unread and JOIN.fullmatch(words, row[-1].end, context.unread[-1][0]):
            # One of a row can't be read: whose each of the others is the text does not say.
            self.start = context.pass_unread(context.unread[-1][0] + 1)
            return len(row), False
        if self.looked_back:
            context.period = self.looked_back
        situation = self._situation(clause, at, row, times)
        construed = construe(situation)
        if self.apart and len(row) > 1 and self.apart.end() <= quantity.start:
            years = years_told(words, self.paragraph.times, self.sentence[0].start, self.apart.start(), row)
            construed = by_years(construed, situation, years) if years else construed
        for item in construed:
            self.records.add(item, situation, self.paragraph)
        if not construed and not context.subjects:
            context.earlier = []
        if construed or not self._opens_name(quantity):
            self._pass(situation, clause.quantities[at + situation.used - 1])
        return situation.used, bool(construed)

    def _situation(self, clause: Clause, at: int, row: list[Quantity], times: list[Time]) -> Situation:
        """A number as the constructions see it."""
        words, quantity, start = self.words, row[0], self.start
        cut = [(time.start, time.end) for time in times if self.looked_back or governs(words, time)]
        if (unit := unit_ahead(words, quantity)) is not None:
            cut = sorted([*cut, unit])
        return Situation(
            text=words, clause=clause, start=start, quantity=quantity, group=row,
            before=before(words, start, quantity.start, cut), context=self.context,
            rest=clause.quantities[at + len(row) : at + 2 * LONGEST_ROW], sentence=self.sentence,
            own=self.setting.own, times=times, every_time=self.paragraph.times,
        )  # fmt: skip

    def _opens_name(self, quantity: Quantity) -> bool:
        """Whether a number that measures nothing is part of the next one's name (60岁以上│老年人口, 五年│累计)."""
        if quantity.start == self.start and _IN_NAME.fullmatch(quantity.quote):
            return True
        named = quantity.kind == "duration" and quantity.start - self.start > 1
        return named and _SUMS_UP.match(self.words, quantity.end) is not None

    def _pass(self, situation: Situation, last: Quantity) -> None:
        """Go on behind the last number that was read."""
        if situation.compares:
            # The later of two years compared governs nothing further.
            while self._ahead and self._ahead[0].start < last.start:
                self._ahead.popleft()
        if not situation.described:
            self.start = last.end

    def _times_until(self, position: int) -> list[Time]:
        """Let the times before a position govern what follows; those that stand among the words not yet used."""
        passed: list[Time] = []
        while self._ahead and self._ahead[0].start < position:
            time = self._ahead.popleft()
            if time.end > self.start:
                passed.append(time)
            self._govern(time, self.sentence[0].start)
        return passed

    def _govern(self, time: Time, sentence_start: int) -> None:
        """Let a time of the sentence that begins at a place govern what follows it."""
        govern(time, self.context, self.paragraph.passage, sentence_start, self.setting)


def _sentence_start(words: str, position: int) -> int:
    """Where the sentence that holds ``position`` begins."""
    return max(words.rfind(mark, 0, position) for mark in "。！？") + 1
