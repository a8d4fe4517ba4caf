"""The frame in which each block of a document stands: which year it speaks of, and whether it looks back or ahead.

A walk over the blocks in their order: headings lay their time over the document's, a paragraph may open a frame for
the rest of its section (:mod:`luoshi.reading.frames` says how each is read).
"""

from __future__ import annotations

from typing import NamedTuple

from luoshi.language.passage import Passage
from luoshi.language.times import Anchor, Time, begins, scan
from luoshi.patterns import late
from luoshi.reading.frames import (
    Frame,
    base_frame,
    begins_part,
    heading_frame,
    headline_frame,
    looks_back,
    may_open,
    opening_frame,
    plan_named,
    question_frame,
    reports,
    settled,
)
from luoshi.reading.interviews import Questions
from luoshi.reading.outline import Block, Outline
from luoshi.reading.press import plan_year, told_of

# Marks of a sentence; the caption of a chart (2021—2025年…及增速) has none and says nothing of what follows it.
_RUNS_ON = late(r"[，。；]|[：:]$")
_DATED = late("[年今去明“]")
# 2021年是“十四五”的开局之年。…: the year's items (——…) follow it, within a review of several years.
_OF_YEAR = late(r"(?:19|20)\d\d年，?是")
_OPENING = 80  # characters of a paragraph that may open a frame
_LONGEST_TITLE = 40  # characters
_HEAD_BLOCKS = 12  # in which a plan's name stands where the file gives no title


class BlockFrames:
    """The state of one walk over a document's blocks.

    ``date`` is the document's ISO day or its year; ``report`` whether the document is a report, bulletin, budget or
    plan, ``bare`` whether it is a text without any head, which is read like part of one; ``term`` the span of years
    that the section at hand is about.
    """

    def __init__(self, outline: Outline, text: str, date: str, title: str) -> None:
        self.outline = outline
        self.text = text
        self.date = f"{date}-01-01" if len(date) == 4 else date
        heads = [block.passage.text for block in outline.blocks[:_HEAD_BLOCKS]]
        self.title = title or plan_named(heads)
        # A day's news tells of reports, and is none.
        items = any(
            article.genre == "news" and day for article, day in zip(outline.articles, outline.dates, strict=True)
        )
        about = told_of(title, text) if len(outline.articles) <= 1 else None
        self.report = about is None and reports(title, text) and not items
        self.bare = not self.report and _is_bare(outline, title)
        if not self.title and not self.report and not self.bare and heads and len(heads[0]) <= _LONGEST_TITLE:
            self.title = heads[0]  # a page whose first line is its headline, however it is printed
        self._planned = _plan_of(about, text, self.date) if about is not None else None
        self._questions = Questions()
        for line in heads:
            if len(line) <= _LONGEST_TITLE:
                self._questions.headed(line)
        self._asked: Frame | None = None
        self._question: Block | None = None
        self.term = Frame("", "actual")
        self._frames: dict[tuple[int, tuple[int, ...]], Frame] = {}
        self._section: tuple[int, tuple[int, ...]] | None = None
        self._opened: Frame | None = None
        self._listed: Frame | None = None
        self._top: tuple[int, Frame] = (-1, Frame("", "actual"))
        self._lead: tuple[int, Frame] = (-1, Frame("", "actual"))

    def enter(self, block: Block) -> tuple[str, Frame]:
        """The date and the frame that the next block stands in."""
        own = self.outline.dates[block.article]
        article = self.outline.articles[block.article]
        date = own or article.dateline or self.date
        key = (block.article, tuple(h.origins[0] for h in block.headings))
        if key != self._section:
            self._section, self._opened, self.term = key, None, Frame("", "actual")
            self._listed = self._asked = None
        asked = block.kind == "paragraph" and not self.report and self._questions.asks(block.passage.text)
        if asked:
            self._question = block
            self._opened, self._listed, self.term = None, None, Frame("", "actual")
            self._asked = question_frame(self._under(block, date, key), block.passage, date, self.text)
            return date, self._under(block, date, key)
        if self._listed is not None and block.kind == "paragraph" and block.passage.text.startswith("——"):
            return date, self._listed
        if self._opened is not None:
            return date, self._opened
        return date, self._asked or self._under(block, date, key)

    def asks(self, block: Block) -> bool:
        """Whether a block is a question, whose answer has nothing from the answer before."""
        return block is self._question

    def _under(self, block: Block, date: str, key: tuple[int, tuple[int, ...]]) -> Frame:
        """The frame that the headings over a block give, laid over that of its article."""
        article = self.outline.articles[block.article]
        frame = self._frames.get(key)
        if frame is None:
            headline = article.headline or self.title
            base = base_frame(date, headline, bool(article.dateline or article.genre), self.report, bare=self.bare)
            # An item of a day's news tells in its headline what it tells among other things.
            if not article.genre or len(self.outline.articles) == 1:
                base = headline_frame(base, headline, date)
            if self._planned is not None:
                base = self._planned
            frame = base
            told = False
            for depth, heading in enumerate(block.headings):
                under = heading_frame(frame, heading, date, self.text)
                told = told or (depth > 0 and under is not frame)
                if depth == 0:
                    # A report's section that says nothing of its time goes on as the one before it.
                    if under is frame and self._top[0] == block.article and self.report and not article.genre:
                        under = base if looks_back(heading.text) else self._top[1]
                    self._top = (block.article, under)
                frame = under
            # What a paragraph right under the section's heading opens (今年要做好八方面工作：) holds in its parts.
            if not told and len(block.headings) > 1 and self._lead[0] == block.headings[0].origins[0]:
                frame = self._lead[1]
            self._frames[key] = frame
        return frame

    def within(self, block: Block) -> tuple[str, Frame]:
        """The date and the frame of the next block, with what its first words open."""
        date, frame = self.enter(block)
        words = block.passage.text
        if block.table is None and _DATED.search(words, 0, _OPENING) and may_open(words, begins(words[:_OPENING])):
            times = scan(words[:_OPENING], Anchor(date, year_of(frame.period)))
            frame = self.opened(block, frame, settled(times, frame, date) if self.report else times, date)
        return date, frame

    def opened(self, block: Block, frame: Frame, times: list[Time], date: str) -> Frame:
        """The frame that a block's first words open, ``times`` being those that it names; else the one given."""
        opened = opening_frame(frame, block.passage, times, date, self.text)
        self.term = next((one for one in (opened, frame) if years_of(one.period)), self.term)
        if opened is not frame:
            words = block.passage.text
            # A year within the years that the section reviews is its paragraph's alone, unless a new part begins.
            holds = begins_part(words) or not _reviewed(opened, frame)
            if not holds and _reviewed(opened, frame) and _OF_YEAR.match(words):
                self._listed = opened
            # On a page, or in the news, a paragraph that names a year speaks for itself alone.
            if (self.report or self.bare) and block.kind == "paragraph" and _RUNS_ON.search(words) and holds:
                self._opened = opened
                if len(block.headings) == 1:
                    self._lead = (block.headings[0].origins[0], opened)
                if block.headings and opened.status == "target" and len(opened.period) == 4:
                    # A report that has come to its own year goes on with it: 二、…。今年的目标是…。三、深化改革.
                    self._top = (block.article, opened)
        return opened


def _is_bare(outline: Outline, title: str) -> bool:
    """Whether a text begins in the middle, with a sentence or a numbered section under no title, or is all tables."""
    if not any(block.kind == "paragraph" for block in outline.blocks):
        return True
    headed = title or any(article.headline or article.genre or article.dateline for article in outline.articles)
    first = next(iter(outline.blocks), None)
    return not headed and first is not None and (first.kind == "heading" or first.passage.text.endswith("。"))


def _plan_of(about: Passage, text: str, date: str) -> Frame | None:
    """The frame of a piece that tells of one year's plan, None where its head names no such year, or a past one."""
    year = plan_year(about)
    if year is None or about.text[year[0] : year[1] - 1] < date[:4]:
        return None
    return Frame(about.text[year[0] : year[1] - 1], "target", about.span(text, *year))


class Framed(NamedTuple):
    """A document's blocks with the date and the frame of each; ``report`` as in :class:`BlockFrames`."""

    report: bool
    blocks: tuple[tuple[Block, str, Frame], ...]


def framed(outline: Outline, text: str, date: str, title: str) -> Framed:
    """The blocks of a document in their order, each in its frame."""
    frames = BlockFrames(outline, text, date, title)
    return Framed(frames.report, tuple((block, *frames.within(block)) for block in outline.blocks))


def years_of(period: str) -> int:
    """How many years a span of whole years has (2020/2024 has five), 0 for any other period."""
    return int(period[5:]) - int(period[:4]) + 1 if len(period) == 9 and period[4] == "/" else 0


def year_of(period: str) -> int | None:
    """The year of a frame that is one year, or the last of several; None for a frame of none."""
    return (
        int(period[:4])
        if len(period) in (4, 7, 10) or (len(period) == 21 and period[:4] == period[11:15])
        else int(period[5:9])
        if len(period) == 9 and period[4] == "/"
        else None
    )


def _reviewed(opened: Frame, frame: Frame) -> bool:
    """Whether a frame is of a year within the years that its section looks back on (2022 of 2020/2024)."""
    term = frame.period
    past = bool(years_of(term)) and frame.status == "actual" and opened.status == "actual"
    return past and not years_of(opened.period) and term[:4] <= opened.period[:4] <= term[5:]
