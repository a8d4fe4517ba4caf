"""The vocabulary of the whole project: what is read, and the words that say it.

Every record copies its evidence: ``document.text[start:end] == quote``, offsets counted in Unicode
code points of the text the user has. :class:`Reading` checks this for each record when it is made,
so a record whose words do not stand at its place can't leave the reader.

    Document ──▶ Reading(articles, figures, commitments, statements, offices, formulations, events, projects)

Numbers are :class:`decimal.Decimal`, in base units (百, 千, 万, 亿 multiplied out). What the text does
not say is empty (``""`` or ``None``). All records are frozen; the same bytes give the same records.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any, ClassVar, Literal

Measure = Literal["level", "change", "growth", "share", "rank", "streak"]
Qualifier = Literal["exact", "about", "over", "under", "nearly", "range"]
Status = Literal["actual", "target", "forecast"]
Mode = Literal["direct", "indirect"]
Act = Literal["meeting", "visit", "signing", "opening", "publication", "appointment", "other"]
Stage = Literal["planned", "start", "going on", "done", "stopped"]

#: Stands in a text where a page prints a character that its file does not name.
UNKNOWN = "\ufffd"


class EvidenceError(ValueError):
    """A record's quote does not stand at its place in the document."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document's text, half open, with the words that stand there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the page's top left corner; pages count from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document: its size in points as it is shown, and its part of the text, half open."""

    number: int
    width: float
    height: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LaidArticle:
    """An article as a page's layout shows it: its part of the text, and its headline's, both half open.

    The headline is empty (``headline_start == headline_end``) for text that none stands over.
    """

    start: int
    end: int
    headline_start: int
    headline_end: int


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line that was recognised in a picture: where it stands, and the recogniser's confidence from 0 to 1."""

    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text, with what the file itself says of its origin.

    ``id`` is the SHA-256 of the file's bytes in hexadecimal; ``text`` is what every offset counts in.
    ``date`` (ISO 8601 day), ``place`` and ``title`` come from the file's metadata or from the person
    who opens it, and are empty where neither says. ``number`` is an official document's own (国发〔2024〕1号).

    A format with pages gives ``pages``, which follow each other without gaps, and ``positions``: four
    numbers for each character of the text, its left, top, right and bottom in points from its page's top
    left corner, NaN for what the page does not print (line ends, the bars of tables). Both are empty for
    formats without pages. ``laid_out`` are the articles of newspaper pages by their geometry, in the order
    of the text. ``recognised`` are the lines that were read from pictures of pages. ``warnings`` are for
    people: a line each, in Chinese and English, on what of the file could not be read.
    """

    id: str
    text: str
    name: str = ""
    format: str = "text"
    encoding: str = ""
    date: str = ""
    place: str = ""
    title: str = ""
    publisher: str = ""
    number: str = ""
    url: str = ""
    pages: tuple[Page, ...] = ()
    positions: array[float] = field(default_factory=lambda: array("f"), repr=False, compare=False)
    laid_out: tuple[LaidArticle, ...] = ()
    recognised: tuple[RecognisedLine, ...] = ()
    warnings: tuple[str, ...] = field(default=(), compare=False)

    def span(self, start: int, end: int) -> Span:
        """The words from ``start`` to ``end`` as a :class:`Span`; ``IndexError`` outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"no words at {start}:{end} in a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])

    def page_at(self, offset: int) -> int:
        """The number of the page that prints the character at ``offset``; 0 where the document has no pages."""
        place = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        return self.pages[place].number if place >= 0 else 0

    def confidence(self, start: int, end: int) -> float:
        """The recogniser's least confidence in the words from ``start`` to ``end``; 1 for what was text."""
        boxes = self.boxes_of(start, end) if self.recognised else ()
        return min((line.confidence for line in self.recognised for box in boxes if _holds(line.box, box)), default=1.0)

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """Where the words from ``start`` to ``end`` stand on their pages: a box for each piece of a line."""
        boxes: list[Box] = []
        for offset in range(max(0, start), min(end, len(self.positions) // 4)):
            left, top, right, bottom = self.positions[4 * offset : 4 * offset + 4]
            if left != left:  # NaN: not printed
                continue
            page = self.page_at(offset)
            last = boxes[-1] if boxes else None
            if last is not None and last.page == page and _same_piece(last, left, top, right, bottom):
                boxes[-1] = Box(
                    page, min(last.left, left), min(last.top, top), max(last.right, right), max(last.bottom, bottom)
                )
            else:
                boxes.append(Box(page, left, top, right, bottom))
        return tuple(boxes)

    def printed_at(self, record: AnyRecord) -> dict[str, Any]:
        """``page``, the number of the page on which a record begins, and ``boxes``, where its words stand.

        Each box is a list of page, left, top, right, bottom in points; an article, which is a page's part, has
        none. ``confidence`` is the recogniser's where the words were read from a picture. Empty for a document
        without pages.
        """
        if not self.pages:
            return {}
        boxes = () if isinstance(record, Article) else self.boxes_of(record.start, record.end)
        sides = [[box.page, *(round(side, 1) for side in (box.left, box.top, box.right, box.bottom))] for box in boxes]
        found: dict[str, Any] = {"page": self.page_at(record.start), "boxes": sides}
        if self.recognised and boxes:
            found["confidence"] = self.confidence(record.start, record.end)
        return found


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's words, ``"\\n"`` between its lines, and the row and column (from 0) where it begins."""

    words: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's rows, all of one length, and the name of the sheet it stands on (``""`` for none).

    A merged cell stands in each place that it covers, with the place where it begins.
    """

    name: str
    rows: tuple[tuple[GridCell, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Tabled:
    """A document with its lines and tables in their order, each table a grid of cells."""

    document: Document
    blocks: tuple[str | Grid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: their words, their place, and the rule that read them.

    ``sources`` tells where a field comes from whose words stand outside the quote (a subject carried
    from an earlier clause, a year from a heading): pairs of field name and :class:`Span`.
    """

    kind: ClassVar[str]

    quote: str
    start: int
    end: int
    rule: str = ""
    sources: tuple[tuple[str, Span], ...] = ()

    def key(self) -> str:
        """The record's name within its document, the same on every machine: ``figure-120-128``."""
        return f"{self.kind}-{self.start}-{self.end}"

    def to_json(self) -> dict[str, Any]:
        """The record in the form that ``luoshi read --json`` prints, ``type`` first."""
        out: dict[str, Any] = {"type": self.kind}
        for f in fields(self):
            out[f.metadata.get("printed", f.name)] = _plain(getattr(self, f.name))
        out["sources"] = {name: [span.start, span.end] for name, span in self.sources}
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Record):
    """A measured value: a number with what it measures, where, when, and whether it was reached.

    ``low`` and ``high`` are equal for a plain value; one is ``None`` for an open bound (超, 以上: no
    high; 以内, 近: no low). ``sign`` is 1 or -1 for ``change`` and ``growth``, else ``None``. ``period``
    is ISO 8601: ``2024``, ``2024-11``, ``2024-12-31``, ``2024-01/2024-11``, ``2021/2025``. ``place`` is
    empty where it is the document's own jurisdiction. ``basis`` is what a growth or change is measured
    against, in the text's words (同比, 比上年末).
    """

    kind: ClassVar[str] = "figure"

    indicator: str
    measure: Measure
    sign: int | None
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier
    unit: str
    period: str
    status: Status
    place: str = ""
    concept: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """What a body says it will do: one for each sentence, or part between semicolons.

    ``actor`` is the body responsible in the text's words, ``body`` its resolved full name, ``bodies``
    those that co-operate, in the text's words, ``speaker`` who said it, ``theme`` the heading it stands
    under, ``deadline`` an ISO period. ``concrete`` tells a task from a slogan: it names a number, a
    project, a programme, a deadline or a thing to be delivered.
    """

    kind: ClassVar[str] = "commitment"

    actor: str
    body: str = ""
    speaker: str = ""
    theme: str = ""
    deadline: str = ""
    bodies: tuple[str, ...] = ()
    concrete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Quoted or reported speech: the words between quotation marks, or the reported clause."""

    kind: ClassVar[str] = "statement"

    speaker: str
    mode: Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """A mention of a person holding posts: 市教育局党组书记、局长 + name is two posts."""

    kind: ClassVar[str] = "office"

    person: str
    organisation: str
    posts: tuple[str, ...]
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulation(Record):
    """An official set phrase or named programme: “…” with its head noun, and who uses it when."""

    kind: ClassVar[str] = "formulation"

    phrase: str
    head: str = ""
    user: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happened on a day, at a place; its quote is the clause that tells it.

    ``act`` is what kind of event it is, printed as ``kind`` in JSON; ``period`` the ISO day, or the period that the
    text gives; ``actors`` are the persons or bodies that do it, the first one leading, ``accompanied`` those that
    take part (陪同, 参加, 出席), ``places`` the bodies or sites where it is, ``subject`` what it is about, all in the
    text's words.
    """

    kind: ClassVar[str] = "event"

    act: Act = field(metadata={"printed": "kind"})
    period: str = ""
    actors: tuple[str, ...] = ()
    accompanied: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """A mention of a named piece of work: a road, a plant, a reservoir that is planned, begun, going on or done.

    The quote is the name as it stands, ``name`` the fullest name that the document gives it. ``stage`` is what the
    mention says is done to it, ``ahead`` whether that is still to come (今年要开工, 力争建成), ``period`` when that is
    (ISO 8601). ``body`` is who answers for it in the text's words, ``place`` where it is.
    """

    kind: ClassVar[str] = "project"

    name: str
    stage: Stage
    ahead: bool = False
    period: str = ""
    body: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece on a page; its extent is ``start`` to ``end``, its headline joined to one line."""

    kind: ClassVar[str] = "article"

    headline: str
    start: int
    end: int
    byline: tuple[str, ...] = ()
    dateline: str = ""
    genre: Literal["news", "editorial", "letter", "interview", ""] = ""

    def key(self) -> str:
        """The article's name within its document: ``article-120-980``."""
        return f"{self.kind}-{self.start}-{self.end}"

    def to_json(self) -> dict[str, Any]:
        """The article in the form that ``luoshi read --json`` prints."""
        return {"type": self.kind} | {f.name: _plain(getattr(self, f.name)) for f in fields(self)}


AnyRecord = Article | Figure | Commitment | Statement | Office | Formulation | Event | Project


@dataclass(frozen=True, slots=True)
class Reading:
    """All records of one document, each kind in the order of the text.

    ``date`` and ``place`` are the document's own as stated or found in its text; ``place_code`` is the
    six-digit division code (GB/T 2260), empty where the place has none; ``reader`` is the version of
    the reader. Raises :class:`EvidenceError` where a record's quote does not stand at its place.
    """

    document: Document
    reader: str
    date: str = ""
    place: str = ""
    place_code: str = ""
    title: str = ""
    articles: tuple[Article, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    offices: tuple[Office, ...] = ()
    formulations: tuple[Formulation, ...] = ()
    events: tuple[Event, ...] = ()
    projects: tuple[Project, ...] = ()

    def __post_init__(self) -> None:
        text = self.document.text
        for record in self:
            if isinstance(record, Article):
                if not 0 <= record.start <= record.end <= len(text):
                    raise EvidenceError(f"{record.key()} lies outside the document")
            elif not record.quote or text[record.start : record.end] != record.quote:
                raise EvidenceError(f"{record.key()}: {record.quote!r} does not stand at its place")

    def ids(self) -> Iterator[tuple[str, AnyRecord]]:
        """Each record with its id, the same everywhere: ``3fa9c0d1e2b3a495:figure-120-128``.

        The id is the beginning of the document's and the record's key; a second record of its kind on the
        same span has ``.2`` after it.
        """
        seen: dict[str, int] = {}
        for record in self:
            key = record.key()
            seen[key] = seen.get(key, 0) + 1
            yield f"{self.document.id[:16]}:{key}{f'.{seen[key]}' if seen[key] > 1 else ''}", record

    def __iter__(self) -> Iterator[AnyRecord]:
        yield from self.articles
        yield from self.figures
        yield from self.commitments
        yield from self.statements
        yield from self.offices
        yield from self.formulations
        yield from self.events
        yield from self.projects


def _holds(line: Box, box: Box) -> bool:
    """Whether the middle of a box of words stands on a recognised line."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return line.page == box.page and line.left <= x <= line.right and line.top <= y <= line.bottom


def _same_piece(box: Box, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a character goes on with a box: on its line at most two heights after it, or upright above or below."""
    height = max(bottom - top, box.bottom - box.top)
    overlap = min(box.bottom, bottom) - max(box.top, top)
    if overlap > 0.4 * min(bottom - top, box.bottom - box.top) and -height < left - box.right < 2 * height:
        return True
    width = max(right - left, box.right - box.left)
    overlap = min(box.right, right) - max(box.left, left)
    return overlap > 0.6 * width and -width < max(top - box.bottom, box.top - bottom) < width


def _plain(value: Any) -> Any:
    """A value as JSON holds it; a Decimal keeps its digits as an int or a float."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
