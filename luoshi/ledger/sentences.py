"""A document's text in pieces of about a sentence: what a search finds, and what is shown around a quote."""

from __future__ import annotations

import re

# A sentence runs on over line ends, since print breaks lines anywhere; an empty line ends it.
_SENTENCE = re.compile(
    r"[^。！？!?\n]+(?:\n(?!\s*\n)[^。！？!?\n]+)*(?:[。！？!?]+[”’」』）)]*)?"
    r"|[。！？!?]+[”’」』）)]*"
)
_LONGEST = 600
_PLACES_TO_CUT = ("\n", "；", "，")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of ``text``, in order, none empty or blank; a very long one is cut."""
    spans = []
    for found in _SENTENCE.finditer(text):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        end = found.end() - (len(words) - len(words.rstrip()))
        while end - start > _LONGEST:
            cut = start + _cut(text[start : start + _LONGEST])
            spans.append((start, cut))
            start = cut
        if end > start:
            spans.append((start, end))
    return spans


def _cut(words: str) -> int:
    """Where to cut a sentence that is too long: after its last break of line, clause or phrase."""
    return next((at + 1 for mark in _PLACES_TO_CUT if (at := words.rfind(mark)) > 0), len(words))
