"""What the tests of speech, commitments and formulations share: documents, people, and the labelled page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from luoshi.language.rules import RULES
from luoshi.reading.outline import outline
from luoshi.reading.statements import statements
from luoshi.records import Document, Office, Statement

SHARED = Path(__file__).resolve().parents[2] / "shared"

_MENTION = re.compile(r"(市教育局|市水务局|)(党组书记、局长|局长、党组书记|局长|市长)(方敏|何立诚)")


def document(text: str, place: str = "临澜市") -> Document:
    """A document of the invented city."""
    return Document(id="0" * 64, text=text, place=place, date="2025-01-10")


def office_mentions(text: str) -> tuple[Office, ...]:
    """The posts of the two invented officeholders, where the text names them."""
    return tuple(
        Office(
            quote=m.group(),
            start=m.start(),
            end=m.end(),
            person=m.group(3),
            organisation=m.group(1),
            posts=tuple(m.group(2).split("、")),
        )
        for m in _MENTION.finditer(text)
    )


def speech(text: str) -> tuple[Statement, ...]:
    """The statements of a text whose people hold the posts before their names."""
    return statements(outline(document(text)), text, office_mentions(text))


def told(text: str) -> str:
    """The statements of a text as the examples beside the rules note them: speaker, mode, words."""
    return " / ".join(f"{one.speaker} {one.mode} {one.quote}" for one in speech(text))


def examples_of(module: str) -> list[tuple[str, str]]:
    """The examples beside the rules of ``luoshi.reading.module``: a text, and what it yields."""
    name = f"luoshi.reading.{module}"
    return [example for rule in RULES.values() if rule.module == name for example in rule.examples]


def labelled_page() -> tuple[Document, tuple[Office, ...], list[dict[str, Any]]]:
    """The labelled newspaper page, its people as labelled, and all its labels."""
    path = SHARED / "gold" / "d1_qingdao"
    text = path.with_suffix(".txt").read_bytes().decode()
    labels = [json.loads(line) for line in path.with_suffix(".jsonl").read_text("utf-8").splitlines()]
    offices = tuple(
        Office(
            quote=x["quote"],
            start=x["start"],
            end=x["end"],
            person=x["person"],
            organisation=x["organisation"],
            posts=tuple(x["posts"]),
        )
        for x in labels
        if x["type"] == "office"
    )
    return Document(id="0" * 64, text=text, place="青岛市", date="2025-01-01"), offices, labels
