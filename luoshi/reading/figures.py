"""Figures: each number in the prose with what it measures, where, when, and whether it was reached.

One walk over the blocks: a table gives its cells (:mod:`~luoshi.reading.tables`), a block of prose its paragraph
(:mod:`~luoshi.reading.figure_paragraphs`), in the frame that the blocks before it have opened.
"""

from __future__ import annotations

from dataclasses import replace

from luoshi.knowledge.indicators import identify
from luoshi.language import quantities as quantity_layer
from luoshi.language import times as time_layer
from luoshi.language.passage import Passage
from luoshi.language.places import Place
from luoshi.language.times import Anchor, Time
from luoshi.patterns import late
from luoshi.reading import tables
from luoshi.reading.block_frames import year_of
from luoshi.reading.figure_paragraphs import Paragraphs
from luoshi.reading.figure_setting import Paragraph, Setting, Told
from luoshi.reading.frames import Frame, may_open
from luoshi.reading.headline_periods import Headed, with_body
from luoshi.reading.number_rows import outside_times, share_units
from luoshi.reading.numeral_places import without_counties
from luoshi.reading.outline import Block, Outline
from luoshi.reading.scene_days import OPENS
from luoshi.reading.table_leads import LeadIn
from luoshi.reading.table_tasks import told
from luoshi.records import Figure

_SHORT_NAME, _LONGEST_TASK = 6, 20  # characters
_HAS_NUMBER = late(r"[0-9０-９一二三四五六七八九十百千万亿两半首]")


def figures(outline: Outline, text: str, date: str, place: Place | None, title: str) -> tuple[Figure, ...]:
    """All figures of a document in the order of its text.

    ``text`` is the document's text, ``place`` its own jurisdiction, ``date`` its ISO day, its year where nothing
    tells the day, or "". A document of which only the year is known dates 目前 and 今年以来 by that year.
    """
    walk = _Walk(Setting(outline, text, date, place, title))
    for block in outline.blocks:
        walk.block(block)
    return with_body(sorted(walk.out, key=lambda figure: (figure.start, figure.end)), _headed(walk.setting))


class _Walk:
    """The walk over a document's blocks; ``out`` are the figures so far."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.paragraphs = Paragraphs(setting)
        self.lead_in = LeadIn(setting.text, report=setting.reports)
        self.out = self.paragraphs.records.made

    def block(self, block: Block) -> None:
        """Read one block."""
        if block.kind == "byline":
            return
        setting = self.setting
        date, frame = setting.frames.enter(block)
        if block.table is not None:
            lead = self.lead_in.lead(date, frame)
            self.out.extend(tables.figures(block, setting.text, date, frame, setting.own, lead))
            self._tasks(block, frame, date)
            return
        self.lead_in.note(block)
        words = block.passage.text
        if block.kind == "headline" or (block.kind == "heading" and setting.genre(block) == "news"):
            setting.surroundings.headline(words)
            setting.forget_days()
            self.paragraphs.forget()
        if setting.frames.asks(block):
            self.paragraphs.forget()
        times = None if setting.reports else self._scene(block, date, frame)
        if _HAS_NUMBER.search(words):
            self._numbers(block, date, frame, times)

    def _numbers(self, block: Block, date: str, frame: Frame, known: list[Time] | None) -> None:
        """Read a block of prose that holds numbers, its times where they are ``known``; it may open a frame."""
        setting, passage = self.setting, block.passage
        words = passage.text
        found, unread = quantity_layer.survey(words)
        anchor = Anchor(date, year_of(frame.period))
        times = None  # of a block without quantities they are read where they are asked for
        if found or may_open(words, time_layer.begins(words)):
            times = setting.times(words, anchor, frame) if known is None else known
        setting.note_told(Told(passage, anchor, frame, times))
        frame = setting.frames.opened(block, frame, times or [], date)
        if not found or times is None:
            return
        kept = share_units(without_counties(outside_times(found, times), words, setting.place), words)
        if kept:
            before = len(self.out)
            held = self.paragraphs.read(Paragraph(passage, kept, unread, times, frame, date, block))
            self.lead_in.holds(held, self.out[before:], frame)

    def _scene(self, block: Block, date: str, frame: Frame) -> list[Time] | None:
        """Learn from a paragraph of a page on which day that happened of which it tells; its times where it may."""
        setting, words = self.setting, block.passage.text
        leads = setting.scene.enter(block, item=bool(setting.outline.dates[block.article]))
        if not leads and (block.kind != "paragraph" or not time_layer.opens(words, OPENS)):
            return None
        times = setting.times(words, Anchor(date, year_of(frame.period)), frame)
        setting.scene.note(block.passage, times, date)
        return times

    def _tasks(self, block: Block, frame: Frame, date: str) -> None:
        """Read the prose of a table of tasks: each is due when its row says, and its short names are its own."""
        assert block.table is not None
        for one in told(block.table):
            due = time_layer.scan(one.due, Anchor(date, year_of(frame.period)))
            own = Frame("", "actual") if one.describes else frame
            if due and due[-1].period:
                own = Frame(due[-1].period, "target")
            before = len(self.out)
            passage = Passage.of(self.setting.text, (one.cell.start, one.cell.end))
            self._task(passage, block, own, date)
            self.out[before:] = [_of_task(figure, one.work) for figure in self.out[before:]]

    def _task(self, passage: Passage, block: Block, frame: Frame, date: str) -> None:
        """Read words of a block that stand in a frame of their own."""
        found, unread = quantity_layer.survey(passage.text)
        times = time_layer.scan(passage.text, Anchor(date, year_of(frame.period))) if found else []
        counted = without_counties(outside_times(found, times), passage.text, self.setting.place)
        if kept := share_units(counted, passage.text):
            self.paragraphs.forget()
            self.paragraphs.read(Paragraph(passage, kept, unread, times, frame, date, block))


def _headed(setting: Setting) -> list[Headed]:
    """The headlines and headings of pages and news, each with the end of what it heads."""
    if setting.reports:
        return []
    out: list[Headed] = []
    headline = heading = len(setting.text)
    for block in reversed(setting.outline.blocks):
        if block.kind not in ("headline", "heading"):
            continue
        words = block.passage.text
        extent = block.passage.origin(0), block.passage.origin(len(words) - 1) + 1
        if block.kind == "headline":
            out.append(Headed(*extent, headline, words))
            headline = heading = extent[0]
        else:
            out.append(Headed(*extent, heading, words))
            heading = extent[0]
    return out[::-1]


def _of_task(figure: Figure, task: str) -> Figure:
    """A figure of a task's row; a short name (学位) says nothing without the task in the column before (中学迁建)."""
    if len(figure.indicator) > _SHORT_NAME or len(task) > _LONGEST_TASK or task.isdigit():
        return figure
    name = figure.indicator if figure.indicator.startswith(task) else task + figure.indicator
    return replace(figure, indicator=name, concept=identify(name).concept)
