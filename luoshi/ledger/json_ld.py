"""Records as W3C web annotations: each says something of a stretch of a document's text.

The Web Annotation Data Model (W3C Recommendation, 23 February 2017): one ``AnnotationCollection`` whose single page
holds an ``Annotation`` a record. The target is the document with a ``TextQuoteSelector`` (the words and those around
them) and a ``TextPositionSelector`` (offsets in Unicode code points); the body holds the record's fields.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from luoshi.ledger.schema import documents
from luoshi.ledger.tidy import PLURALS, batches

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"@vocab": "urn:luoshi:vocabulary:"}]
_AROUND = 32  # characters of the text before and after a quote, which tell two of the same words apart
_OF_DOCUMENT = ("document", "document_id", "document_date", "document_place", "document_place_code", "reader")
_ELSEWHERE = (*_OF_DOCUMENT, "id", "quote", "start", "end", "sources", "low_exact", "high_exact")


def write(connection: Connection, part: Path, kinds: Sequence[str]) -> int:
    """Write all records of ``kinds`` to the file ``part``; how many there are."""
    number = 0
    digest = hashlib.sha256()
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {_json(CONTEXT)},\n"type": "AnnotationCollection",\n')
        file.write('"first": {"type": "AnnotationPage", "startIndex": 0, "items": [')
        for annotation in _annotations(connection, kinds):
            words = _json(annotation)
            digest.update(words.encode())
            file.write((",\n" if number else "\n") + words)
            number += 1
        # A collection and its page must have names of their own: what they hold names them.
        name = f"urn:luoshi:annotations:{digest.hexdigest()}"
        file.write(f'\n],\n"id": "{name}:1", "partOf": "{name}"}},\n"id": "{name}",\n"total": {number}}}\n')
    return number


def _annotations(connection: Connection, kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    @lru_cache(maxsize=4)
    def source(document_id: str) -> tuple[str, str]:
        row = connection.execute(select(documents.c.text, documents.c.url).where(documents.c.id == document_id)).one()
        return row.text, row.url

    for kind in kinds:
        for batch in batches(connection, kind):
            for row in batch:
                yield _annotation(PLURALS[kind], row, *source(row["document_id"]))


def _annotation(kind: str, row: dict[str, Any], text: str, url: str) -> dict[str, Any]:
    start, end = row["start"], row["end"]
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if "quote" in row:  # an article is its whole extent
        quote = {"type": "TextQuoteSelector", "exact": row["quote"]}
        around = {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
        selectors.insert(0, quote | {name: words for name, words in around.items() if words})
    fields = {name: _plain(value) for name, value in row.items() if name not in _ELSEWHERE}
    source = {
        "id": url or f"urn:sha256:{row['document_id']}",
        "type": "Text",
        "sha256": row["document_id"],
        "name": row["document"],
        "date": row["document_date"],
        "place": row["document_place"],
        "placeCode": row["document_place_code"],
    }
    return {
        "id": f"urn:luoshi:{row['id']}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": "urn:luoshi", "type": "Software", "name": "Luoshi", "reader": row["reader"]},
        "body": {"type": kind} | {name: value for name, value in fields.items() if value not in ("", None, [])},
        "target": {
            "source": {name: value for name, value in source.items() if value},
            "selector": selectors,
        },
    }


def _plain(value: Any) -> Any:
    """A value as JSON holds it; a number is text with all its digits, since JSON's numbers are rounded by readers."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return list(value) if isinstance(value, tuple) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
