"""Reading: a document becomes records, each with the words that say it.

>>> from luoshi.reading import read
>>> reading = read("全市生产总值增长6.5%。", date="2025-01-20", place="临澜市")
>>> reading.figures[0].indicator, str(reading.figures[0].low)
('生产总值', '6.5')
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, TypeVar

from luoshi import stated
from luoshi.knowledge.radicals import as_printed, fold
from luoshi.language.places import Place
from luoshi.patterns import late
from luoshi.reading.block_frames import framed
from luoshi.reading.commitments import commitments
from luoshi.reading.dating import document_date, reporting_year
from luoshi.reading.due import dated_by_tasks
from luoshi.reading.events import events
from luoshi.reading.figures import figures
from luoshi.reading.formulations import formulations
from luoshi.reading.jurisdiction import jurisdiction
from luoshi.reading.offices import offices
from luoshi.reading.outline import Outline, outline
from luoshi.reading.owning_works import owned_by_works
from luoshi.reading.projects import projects
from luoshi.reading.statements import statements
from luoshi.records import Document, Reading, Record

Kind = TypeVar("Kind", bound=Record)

READER = "11"
"""The version of the reader: raised whenever the same bytes may give other records."""


_NO_TEXT = (
    "{}: 要读的是文字或打开的文件：luoshi.read(luoshi.open(路径)) / "
    "what is read is a text or an opened file: luoshi.read(luoshi.open(path))"
)
_PATH = late(
    r"[^\n，。；：、！？|]+\.(?:txt|md|pdf|docx?|wps|rtf|xlsx?|et|csv|html?|mht(?:ml)?|ofd|zip|png|jpe?g|tiff?|db)",
    re.I,
)
_LONGEST_PATH = 400


class Context(NamedTuple):
    """What holds for a whole document: its outline, its own place, its day (or only its year), and its title.

    ``printed`` is the document as it is, ``document`` the same with radicals folded, which is what is read.
    """

    printed: Document
    document: Document
    outline: Outline
    home: Place | None
    day: str
    year: str
    title: str


def document_context(source: Document | str, date: str = "", place: str = "") -> Context:
    """What a document takes for granted, stated or found in its text and its file's metadata."""
    if isinstance(source, str) and not _is_path(source):
        source = Document(id=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest(), text=source)
    if not isinstance(source, Document):
        raise TypeError(_NO_TEXT.format(source if isinstance(source, str) else type(source).__name__))
    printed = replace(source, date=stated.day(date) or source.date, place=stated.name(place) or source.place)
    document = replace(printed, text=fold(printed.text), title=fold(printed.title))
    parts = outline(document)
    home = jurisdiction(parts, document)
    day = document.date or document_date(parts, document)
    year = "" if day else reporting_year(parts, document)
    title = document.title or next((article.headline for article in parts.articles if article.headline), "")
    return Context(printed, document, parts, home, day, year, title)


def _is_path(text: str) -> bool:
    """Whether a text is the name of a file: one short line without a mark of punctuation, with a file's ending."""
    return len(text) <= _LONGEST_PATH and _PATH.fullmatch(text.strip()) is not None


def read(source: Document | str, date: str = "", place: str = "") -> Reading:
    """All records of a document, or of a text given as a string.

    ``date`` (ISO 8601 day) and ``place`` (a division's name) state what the document does not say itself;
    without them they are found in its text and its file's metadata. ``TypeError`` for a path or anything else that
    is no text, ``ValueError`` for a day that is none. A pure function: the same document and
    the same stated context give the same records on every machine.
    """
    context = document_context(source, date, place)
    printed, document, parts, home, day, year, title = context
    text = document.text
    home_name = home.name if home is not None else ""
    found_offices = offices(parts, text, home_name)
    found_statements = statements(parts, text, found_offices)
    found_commitments = commitments(parts, text, found_offices, found_statements, home_name, day or year)
    blocks = framed(parts, text, day or year, title)
    found_projects = projects(parts, text, blocks, found_commitments, home_name)
    found_figures = dated_by_tasks(figures(parts, text, day or year, home, title), found_commitments)
    if not blocks.report:
        found_figures = owned_by_works(found_figures, found_projects, text)
    reading = Reading(
        document=document,
        reader=READER,
        date=day,
        place=home_name,
        place_code=home.code if home is not None else "",
        title=title,
        articles=parts.articles,
        figures=found_figures,
        commitments=found_commitments,
        statements=found_statements,
        offices=found_offices,
        formulations=formulations(parts, text, found_statements, day),
        events=events(parts, text, blocks, found_offices, home_name, day or year),
        projects=found_projects,
    )
    return reading if text is printed.text else _as_printed(reading, printed)


def _as_printed(reading: Reading, document: Document) -> Reading:
    """What was read in the folded text, as a reading of the document: names folded, quotes as they were printed."""
    text = document.text
    return replace(
        reading,
        document=document,
        figures=_quoted(reading.figures, text),
        commitments=_quoted(reading.commitments, text),
        statements=_quoted(reading.statements, text),
        offices=_quoted(reading.offices, text),
        formulations=_quoted(reading.formulations, text),
        events=_quoted(reading.events, text),
        projects=_quoted(reading.projects, text),
    )


def _quoted(records: Iterable[Kind], text: str) -> tuple[Kind, ...]:
    """Records with their quotes, and those of their sources, as ``text`` has them."""
    return tuple(
        replace(record, sources=tuple((name, as_printed([span], text)[0]) for name, span in record.sources))
        for record in as_printed(records, text)
    )
