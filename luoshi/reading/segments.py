"""What may commit somebody: sentences, parts between semicolons, items of lists, rows of tables of tasks.

Each segment is cut to the words of the task: without its list number, the words that announce it (主要目标是：),
the attribution before reported speech, and the brackets in which bodies and deadlines stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from luoshi.language.passage import Passage
from luoshi.language.people import name_at
from luoshi.patterns import late
from luoshi.reading.duties import NOBODY, Duty, duty_line, duty_of, row_duties
from luoshi.reading.outline import Block, Outline
from luoshi.records import Statement

_STOP = late("[。！？；;!?][。！？；;!?]*[”’」）)]*(?:</?[a-z]{1,10}/?>)*")
_MARK = late(
    r"(?:</?[a-z]{1,10}/?>|[\s*#>|■◆●○◎□▶→·•\-—]{1,8}|[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]"
    r"|[（(]?[一二三四五六七八九十]{1,3}(?:[）)]|、)|第[一二三四五六七八九十]{1,2}[，、]|[一二三四五六七八九十]是)"
)
_TAIL = late(r"(?:</?[a-z]{1,10}/?>|[\s*|。；;])*\Z")
_TAIL_MARKS = "*|。；;" + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_LONGEST_TAIL = 40  # characters
_OPENING, _CLOSING = "（(", "）)"
_TURN = late("^[*]{0,3}(?P<name>[\u4e00-\u9fff·]{2,8})[：:][*]{0,3}", re.MULTILINE)
_ASKERS = ("记者", "主持人", "问", "答")
_FEWEST_TURNS = 4
_LONGEST_ANNOUNCEMENT = 26  # characters before a colon
_LEAST = 4  # characters of a task


@dataclass(slots=True)
class Segment:
    """A stretch ``start`` to ``end`` of a passage that may be a task.

    ``place`` counts the segments of its paragraph, ``marker`` is its list number, ``announcement`` the words
    before its colon, ``statement`` the speech that it is part of, ``duty`` what its paragraph, line or row
    says of bodies and deadlines, ``mark`` the sign at its end, ``verb`` what introduces its speech,
    ``turn`` who has the word in a dialogue printed as 姓名：…, ``text`` the words of the task.
    """

    block: Block
    passage: Passage
    start: int
    end: int
    place: int
    marker: str = ""
    announcement: str = ""
    statement: Statement | None = None
    duty: Duty = NOBODY
    mark: str = ""
    verb: str = ""
    turn: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        self.text = self.passage.text[self.start : self.end]

    @property
    def speaker(self) -> str:
        """Who says it: of reported or quoted speech, or whose turn it is in a dialogue; ``""`` for the narrator."""
        return self.statement.speaker if self.statement is not None else self.turn


@dataclass(slots=True)
class _Cutter:
    """Goes through a document's blocks; what somebody says is found by where it begins."""

    document_text: str
    spoken: Sequence[Statement]
    found: list[Segment] = field(default_factory=list)
    at: int = 0
    since: int = 0  # the first segment to which a line 责任单位：… belongs
    turn: str = ""

    def here(self, passage: Passage) -> list[Statement]:
        """The statements that begin in a passage."""
        first, last = passage.origins[0], passage.origin(len(passage.text) - 1)
        while self.at < len(self.spoken) and self.spoken[self.at].start < first:
            self.at += 1
        until = self.at
        while until < len(self.spoken) and self.spoken[until].start <= last:
            until += 1
        here = list(self.spoken[self.at : until])
        self.at = until
        return here


def segments(outline: Outline, document_text: str, statements: Sequence[Statement]) -> list[Segment]:
    """The segments of a document in the order of its text."""
    cutter = _Cutter(document_text, sorted(statements, key=lambda one: (one.start, one.end)))
    dialogue = len(turns(document_text)) >= _FEWEST_TURNS
    for block in outline.blocks:
        if dialogue and (taken := turns(block.passage.text[:20])):
            cutter.turn = taken[0]
        if block.table is not None:
            cutter.found.extend(_rows(block, document_text))
            cutter.since = len(cutter.found)
        elif block.passage.text and block.kind != "byline":
            _cut(block, cutter)
    return cutter.found


def turns(document_text: str) -> list[str]:
    """Who takes the word, line by line, in a dialogue printed as 姓名：…"""
    names = (taken.group("name") for taken in _TURN.finditer(document_text))
    return [name for name in names if name.endswith(_ASKERS) or name_at(name, 0)]


def _cut(block: Block, cutter: _Cutter) -> None:
    """The segments of a heading or a paragraph; a line that only names bodies is told to those before it."""
    passage = block.passage
    line = duty_line(passage)
    if line is not None:
        for segment in cutter.found[cutter.since :]:
            segment.duty = segment.duty.joined(line)
        return
    if block.kind != "paragraph" or _MARK.match(passage.text):
        cutter.since = len(cutter.found)
    here = cutter.here(passage)
    first = len(cutter.found)
    past = 0  # statements that ended before
    for start, end in _stretches(passage.text):
        while past < len(here) and here[past].end <= passage.origin(start):
            past += 1
        for begin, stop, statement in _spoken(passage, start, end, here, past):
            cut, duty = _trimmed(block, begin, stop, len(cutter.found) - first, statement)
            if cut is None:
                if duty is not NOBODY:  # the brackets stand alone: what they say is of the sentences before
                    _tell(cutter.found[first:] or cutter.found[cutter.since :], duty)
                continue
            cut.turn = cutter.turn
            if statement is not None:
                cut.verb = _introduced(cutter.document_text, statement)
            cutter.found.append(cut)
    if cutter.found[first:]:
        _tell(cutter.found[first:], cutter.found[-1].duty)


def _tell(segments: list[Segment], duty: Duty) -> None:
    """Give a duty to the segments before it that have none."""
    for segment in segments:
        if segment.duty is NOBODY:
            segment.duty = duty


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Sentences and parts between semicolons; what brackets hold stays whole."""
    start = depth_from = 0
    for stop in _STOP.finditer(text):
        inside = text[depth_from : stop.end()]
        opened = ("（" in inside or "(" in inside) and stop.end() - start < 200
        if opened and sum(map(inside.count, _OPENING)) > sum(map(inside.count, _CLOSING)):
            continue
        yield start, stop.end()
        start = depth_from = stop.end()
    if start < len(text):
        yield start, len(text)


def _spoken(
    passage: Passage, start: int, end: int, here: list[Statement], past: int
) -> Iterator[tuple[int, int, Statement | None]]:
    """A stretch parted where speech begins or ends; what stands before speech in its sentence is its attribution.

    ``here`` are the passage's statements as they begin, of which those before ``past`` end before the stretch.
    """
    at = start
    for statement in map(here.__getitem__, range(past, len(here))):
        if statement.start > passage.origin(end - 1):
            break
        if statement.end <= passage.origin(at):
            continue
        begin = bisect_left(range(end), statement.start, at, key=passage.origin)
        stop = bisect_left(range(end), statement.end, begin, key=passage.origin)
        if stop - begin < _LEAST or (begin > at and end - stop > _LEAST):
            continue
        yield begin, stop, statement
        at = stop
    if at == start or end - at > 2 * _LEAST:
        yield at, end, None


_NEAR = 20  # characters before speech
_LEADS = late("(提出|作出|给出|列出|宣布|通报|布置|明确)[^，。：；“”]{2,14}$")


def _introduced(document_text: str, statement: Statement) -> str:
    """The two characters of the verb before reported speech (强调, 表示), or after a quotation.

    What stands between the verb and what it leads to is none: 提出│三点要求：.
    """
    before = document_text[max(0, statement.start - _NEAR) : statement.start].rstrip(" “，：:\n　")
    leads = _LEADS.search(before)
    return leads.group(1) if leads is not None else before[-2:]


def _trimmed(
    block: Block, start: int, end: int, place: int, statement: Statement | None
) -> tuple[Segment | None, Duty]:
    """The segment without marks, announcement and the brackets of bodies, None where no words are left; its duty."""
    text = block.passage.text
    marker = ""
    mark = text[end - 1]
    while (found := _MARK.match(text, start, end)) is not None:
        marker = marker or found.group().strip(" *#>|")
        start = found.end()
    end = _without_tail(text, start, end)
    duty, end = duty_of(text, start, end, block.passage)
    announcement = ""
    reach = min(end - _LEAST, start + _LONGEST_ANNOUNCEMENT)
    colon = max(text.find("：", start, reach), text.find(":", start, reach), text.find("→", start, reach))
    if colon > start:
        announcement = text[start:colon]
        start = colon + 1
        while (found := _MARK.match(text, start, end)) is not None:
            start = found.end()
    while start < end and text[start] in " 　“”":
        start += 1
    if end - start < _LEAST:
        return None, duty
    return Segment(block, block.passage, start, end, place, marker, announcement, statement, duty, mark), duty


def _without_tail(text: str, start: int, end: int) -> int:
    """Where a segment ends without the marks and the tags that close it."""
    earliest = max(start, end - _LONGEST_TAIL)
    last = text[earliest:end]
    if ">" not in last:  # no tag, and so nothing but single characters to take away
        return earliest + len(last.rstrip(_TAIL_MARKS))
    tail = _TAIL.search(text, earliest, end)
    return tail.start() if tail is not None else end


def _rows(block: Block, document_text: str) -> Iterator[Segment]:
    """The tasks of a table with a column of bodies."""
    assert block.table is not None
    for row, (extent, duty) in enumerate(row_duties(block.table, document_text)):
        passage = Passage.of(document_text, extent)
        for start, end in _stretches(passage.text):
            end = _without_tail(passage.text, start, end)
            if end - start >= _LEAST:
                yield Segment(block, passage, start, end, row, "row", "", None, duty)
