"""A document's pages as pictures, and where its records stand on them; only for documents whose bytes are kept."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from luoshi import documents
from luoshi.records import Box, Document
from luoshi.service.look import picture

if TYPE_CHECKING:
    from luoshi.ledger import Ledger
    from luoshi.service.text_marks import Mark


@dataclass(frozen=True, slots=True)
class PageShown:
    """A page, from 1 to ``count``: its size in points, and the boxes of the marks on it, the longest record first."""

    number: int
    count: int
    width: float
    height: float
    boxes: tuple[tuple[Mark, Box], ...]


def page_shown(
    ledger: Ledger, document_id: str, marks: Sequence[Mark], number: int = 0, at: int | None = None
) -> PageShown | None:
    """Page ``number`` of a document, or the one that prints the character ``at``; ``None`` where it has no pages."""
    document, _ = _opened(ledger, document_id)
    if document is None or not document.pages:
        return None
    number = max(1, min(number or (document.page_at(at) if at is not None else 1), len(document.pages)))
    page = document.pages[number - 1]
    here = [mark for mark in marks if mark.start < page.end and mark.end > page.start]
    here.sort(key=lambda mark: mark.start - mark.end)
    boxes = tuple((mark, box) for mark in here for box in document.boxes_of(mark.start, mark.end) if box.page == number)
    return PageShown(number, len(document.pages), page.width, page.height, boxes)


def page_picture(ledger: Ledger, document_id: str, number: int) -> bytes | None:
    """Page ``number`` (from 1) as PNG; ``None`` where there is no such page."""
    document, original = _opened(ledger, document_id)
    if document is None or not 1 <= number <= len(document.pages):
        return None
    out = io.BytesIO()
    picture(original, document, document.pages[number - 1]).save(out, "PNG")
    return out.getvalue()


def _opened(ledger: Ledger, document_id: str) -> tuple[Document | None, bytes]:
    original = ledger.original(document_id)
    if original is None:
        return None, b""
    return _document(original), original


@lru_cache(maxsize=4)
def _document(original: bytes) -> Document | None:
    """The document as its bytes give it, with its pages, which a ledger does not keep."""
    try:
        return documents.from_bytes(original, "original")
    except documents.UnreadableFile:
        return None
