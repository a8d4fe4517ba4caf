"""Named pieces of work, each mention with the stage that it tells: 环湾高速改扩建 going on, 青石水库 done."""

from __future__ import annotations

from luoshi.language.places import Place
from luoshi.reading.outline import Outline
from luoshi.records import Commitment, Project


def projects(
    outline: Outline, document_text: str, commitments: tuple[Commitment, ...], home: Place | None, date: str = ""
) -> tuple[Project, ...]:
    """The mentions of projects in a document, in the order of the text; ``date`` is its ISO day, or only its year."""
    return ()
