"""A document's text in pieces of about a sentence: what a search finds, and what is shown around a quote.

This is for showing, not for reading: it needs no outline, and any text has sentences. A line that print
broke off runs on in the next one, over an empty line too; headings, rows of a table and paragraphs do not.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[”’」』）)]*|[^。！？!?]+")
_END = re.compile(r"[。！？]")
_INDENT = ("\u3000", "  ", "\t")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[章条部])"
)
_HEADLINE = re.compile(r"^[^，、；]*(?:公报|报告|通报|简报|[年月季]报|讲话|通知|方案|意见|决定|说明)$")
_COMPLETE = "。！？!?；;：:…”’」』》）)】"
_SHORTEST_BROKEN = 20  # characters: a shorter line is a heading or a cell, not one that print broke off
_LONGEST_HEADING = 40
_LONGEST = 600
_PLACES_TO_CUT = ("\n", "；", "，")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of ``text``, in order, none empty or blank; a very long one is cut."""
    spans = []
    for first, last in _paragraphs(text):
        for found in _SENTENCE.finditer(text, first, last):
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


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph: a line, or lines of which each runs on in the next."""
    found: list[tuple[int, int]] = []
    before = ""
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if not words:
            continue
        if _runs_on(before) and not line.group().startswith(_INDENT) and not _NUMBERED.match(words):
            found[-1] = (found[-1][0], line.end())
        else:
            found.append(line.span())
        before = words
    return found


def _runs_on(line: str) -> bool:
    """Whether a line looks broken off: it ends inside a sentence and is no heading."""
    if not line or line[-1] in _COMPLETE:
        return False
    if line[-1] in "，、," or _END.search(line):
        return True
    if _HEADLINE.search(line):
        return False
    return len(line) >= (_LONGEST_HEADING if _NUMBERED.match(line) else _SHORTEST_BROKEN)


def _cut(words: str) -> int:
    """Where to cut a sentence that is too long: after its last break of line, clause or phrase."""
    return next((at + 1 for mark in _PLACES_TO_CUT if (at := words.rfind(mark)) > 0), len(words))
