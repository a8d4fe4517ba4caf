"""What a format's reader makes of a file: the text, and what the file itself says of its origin."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from luoshi.records import LaidArticle, Page, RecognisedLine


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text with its head; the fields are those of :class:`~luoshi.records.Document`."""

    text: str
    format: str
    encoding: str = ""
    title: str = ""
    date: str = ""
    publisher: str = ""
    number: str = ""
    url: str = ""
    pages: tuple[Page, ...] = ()
    positions: array[float] = field(default_factory=lambda: array("f"), repr=False)
    laid_out: tuple[LaidArticle, ...] = ()
    recognised: tuple[RecognisedLine, ...] = ()
