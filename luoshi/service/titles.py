"""What a document is called where people look for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luoshi.language.passage import one_line

if TYPE_CHECKING:
    from luoshi.ledger import DocumentRow
    from luoshi.records import Document

_MARKS = re.compile(r"^#{1,6}\s+|\*\*|__|^[\"'“”]|[\"'“”]$")


def titled(row: DocumentRow | Document) -> str:
    """The document's title without marks of typesetting; the file's name where it has none."""
    return _MARKS.sub("", one_line(row.title)).strip() or row.name
