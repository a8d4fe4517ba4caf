"""What every figure of a document is read against: its day, its places, its frames; and one paragraph of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from luoshi.language.passage import Passage
from luoshi.language.places import Place
from luoshi.language.quantities import Quantity
from luoshi.language.times import Anchor, Time, scan
from luoshi.language.unread import Extent
from luoshi.reading.block_frames import BlockFrames
from luoshi.reading.frames import Frame, settled, up_to_now
from luoshi.reading.outline import Block, Outline
from luoshi.reading.scene_days import SceneDay
from luoshi.reading.surroundings import Surroundings, own_names
from luoshi.records import Span


class Told(NamedTuple):
    """A block that may tell a day ahead; ``times`` are None as long as nobody has asked for them."""

    passage: Passage
    anchor: Anchor
    frame: Frame
    times: list[Time] | None


class Setting:
    """What a document says throughout, as its blocks are gone through in their order.

    ``date`` is its ISO day, ``year_only`` its year where nothing tells the day; ``place`` is its own jurisdiction,
    ``own`` are that one's names.
    """

    def __init__(self, outline: Outline, text: str, date: str, place: Place | None, title: str) -> None:
        self.outline = outline
        self.text = text
        self.date = f"{date}-01-01" if len(date) == 4 else date
        self.year_only = date if len(date) == 4 else ""
        self.frames = BlockFrames(outline, text, date, title)
        self.place = place
        self.own = own_names(place)
        self.surroundings = Surroundings(place)
        self.scene = SceneDay(text)
        self._told: list[Told] = []
        self._ahead: tuple[str, Span] | None = None

    @property
    def reports(self) -> bool:
        """Whether the document is a report, or a piece without a head that reads like one."""
        return self.frames.report or self.frames.bare

    def genre(self, block: Block) -> str:
        """The genre of the article in which a block stands."""
        return self.outline.articles[block.article].genre

    def times(self, words: str, anchor: Anchor, frame: Frame) -> list[Time]:
        """The times of a paragraph; of a report those that date something."""
        times = up_to_now(scan(words, anchor), words, anchor.date)
        return settled(times, frame, anchor.date) if self.frames.report else times

    def note_told(self, told: Told) -> None:
        """Keep a block that may tell a day ahead."""
        self._told.append(told)

    def forget_days(self) -> None:
        """Know of no day ahead any more, where a headline begins another piece."""
        self._told = []
        self._ahead = None

    def day_ahead(self) -> tuple[str, Span] | None:
        """The last day after the document's own that was told since the last headline, and the words that say it."""
        for passage, anchor, frame, known in self._told:
            for time in self.times(passage.text, anchor, frame) if known is None else known:
                if time.kind in ("day", "clock") and time.period[:10] > anchor.date:
                    self._ahead = time.period[:10], passage.span(self.text, time.start, time.end)
        self._told = []
        return self._ahead


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with what the language layer read in it, the frame it stands in, and its own day.

    ``unread`` are the numbers in it that can't be read.
    """

    passage: Passage
    quantities: list[Quantity]
    unread: list[Extent]
    times: list[Time]
    frame: Frame
    date: str
    block: Block
