"""Named pieces of work, each mention with the stage that it tells.

    推进青石水库、南塘大桥建设，环湾高速建成通车        青石水库 going on · 南塘大桥 going on · 环湾高速 done

Members of lists with the verbs that govern them (:mod:`luoshi.reading.project_clauses`) are the candidates; which of
them are names of projects, the scorer decides by features (:mod:`luoshi.reading.project_names`). The year and whether
a stage is still to come are those of the section, unless the sentence says otherwise.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.language.times import Anchor, Time, scan
from luoshi.patterns import late
from luoshi.reading.block_frames import Framed, year_of
from luoshi.reading.frames import Frame
from luoshi.reading.outline import Block, Outline
from luoshi.reading.project_clauses import Member, members
from luoshi.reading.project_glossaries import glossary_projects
from luoshi.reading.project_names import borrowed, features, may_be_works, shared_features, too_long, trimmed
from luoshi.reading.project_tables import table_projects
from luoshi.reading.project_words import project_words
from luoshi.reading.scorer import weights
from luoshi.records import Commitment, Project, Span

_SENTENCE = late("[^。！？!?]+")
_TIME = late("[年月日昨季上下春今](?:(?<=[年月日昨])|(?<=季)度|(?<=[上下])半年|(?<=春)节|(?<=今)天)")
_AHEAD = late(
    "将(?!军|士|近)|力争|争取|确保|计划|年内|年底前|拟|有望|预计|下一步|要(?!求|素)|明年|即将|尽快|尽早|早日|到20"
)
_DONE = late("已(?!知)|截至|目前|顺利|成功")
_NO_PERIOD = frozenset({"duration", "set", "clock", "anniversary", "plan"})
# Two to three are odds enough: a name left out is missed as much as a class taken for a name is wrong.
_ENOUGH = -40
_START = attrgetter("start")
_GROUP = attrgetter("group")


@dataclass(slots=True)
class Candidate:
    """What may be a project: a stretch of a passage, what governs it, the frame of its block, what speaks for it.

    ``left_out`` are the words that its name leaves out because another one of its list has them.
    """

    passage: Passage
    start: int
    end: int
    member: Member
    sentence: tuple[int, int]
    frame: Frame
    date: str
    features: list[str]
    left_out: str


def candidates(outline: Outline, framed: Framed) -> Iterator[Candidate]:
    """What may be a project in a document's paragraphs, in the order of its text."""
    for block, day, frame in framed.blocks:
        if block.table is None and block.kind != "byline":
            genre = "report" if framed.report else outline.articles[block.article].genre or "other"
            yield from _in_block(block, frame, day, genre)


def _in_block(block: Block, frame: Frame, day: str, genre: str) -> Iterator[Candidate]:
    """The candidates of a paragraph."""
    text, words = block.passage.text, project_words()
    verb, shown = words.verb.search, [place.start() for place in words.shows.finditer(text)]
    if not shown:
        return
    for found in _SENTENCE.finditer(text):
        sentence = first, last = found.span()
        at = bisect_left(shown, first)
        if at == len(shown) or shown[at] >= last or verb(text, first, last) is None:
            continue
        for _, group in groupby(members(text, first, last), key=_GROUP):
            named = [(member, trimmed(text, member.start, member.end)) for member in group]
            named = [(member, span) for member, span in named if not too_long(span[1] - span[0])]
            if not any(may_be_works(text[slice(*span)], member) for member, span in named):
                continue
            told = [features(text[slice(*span)], member, genre) for member, span in named]
            shared = shared_features(told)
            borrows = borrowed([text[slice(*span)] for _, span in named], named[-1][0].so_on)
            for (member, span), one, (lent, head) in zip(named, told, borrows, strict=True):
                yield Candidate(block.passage, *span, member, sentence, frame, day, one + lent + shared, head)


@rule(
    "project behind its verb",
    "A verb of building, planning or opening, and the names that follow it: 推进青石水库、南塘大桥建设.",
    ("今年要加快推进青石水库、南塘大桥等项目建设。", "青石水库 going on ahead / 南塘大桥 going on ahead"),
    ("开工建设环湾高速青石至南塘段，建成东湾港区二期工程。", "环湾高速青石至南塘段 start / 东湾港区二期工程 done"),
    ("改造老旧小区20个，建成农村公路300公里。", ""),
)
@rule(
    "project before its verb",
    "Names, and the verb behind them that says what is done to them: 青石水库、南塘大桥建成.",
    ("青石水库、南塘大桥等项目建成投用。", "青石水库 done / 南塘大桥 done"),
    ("启动青石水库扩建工程前期工作。", "青石水库扩建工程 planned"),
    ("推动临澜至青石铁路开工建设。", "临澜至青石铁路 start"),
    ("一批重大项目加快建设。", ""),
)
def projects(
    outline: Outline, document_text: str, framed: Framed, commitments: tuple[Commitment, ...], place: str
) -> tuple[Project, ...]:
    """The mentions of projects in a document, in the order of its text.

    ``framed`` are its blocks in their frames, ``commitments`` say who answers for what is still to be done, ``place``
    is the document's own jurisdiction.
    """
    decide = weights("projects").score
    found: list[Project] = []
    pledged = sorted(commitments, key=_START)
    times: dict[tuple[int, int], list[Time]] = {}
    for one in candidates(outline, framed):
        if decide(one.features) > _ENOUGH:
            found.append(_project(one, document_text, pledged, place, times))
    for block, _, frame in framed.blocks:
        if block.table is not None:
            found += table_projects(block.table, document_text, frame, place)
    found += glossary_projects(document_text, framed, place)
    return tuple(sorted(found, key=lambda project: (project.start, project.end)))


def _project(
    one: Candidate,
    document_text: str,
    pledged: list[Commitment],
    place: str,
    times: dict[tuple[int, int], list[Time]],
) -> Project:
    """The record of a candidate that is a project; ``times`` are those of the sentences before."""
    span = one.passage.span(document_text, one.start, one.end)
    at = bisect_right(pledged, span.start, key=_START) - 1
    pledge = pledged[at] if at >= 0 and span.start < pledged[at].end else None
    ahead = _is_ahead(one, pledge is not None)
    period, source = _period(one, ahead, document_text, times)
    return Project(
        quote=span.quote,
        start=span.start,
        end=span.end,
        rule=_RULES[one.member.where],
        sources=(("period", source),) if source is not None else (),
        name=one.passage.text[one.start : one.end] + one.left_out,
        stage=one.member.stage,
        ahead=ahead,
        period=period,
        body=pledge.actor if pledge is not None else "",
        place=place,
    )


_RULES = {
    "before": "project behind its verb",
    "behind": "project before its verb",
}


def _is_ahead(one: Candidate, pledged: bool) -> bool:
    """Whether the stage is still to come: by the section, unless the clause says otherwise."""
    text = one.passage.text
    verb = one.member.verb
    if one.frame.status == "target":
        return not _DONE.search(verb)
    return pledged or _AHEAD.search(verb) is not None or _AHEAD.search(text, one.sentence[0], one.start) is not None


def _period(
    one: Candidate, ahead: bool, document_text: str, times: dict[tuple[int, int], list[Time]]
) -> tuple[str, Span | None]:
    """When the stage is, and the words that say it where they are the sentence's own."""
    text = one.passage.text
    first, last = one.sentence
    if _TIME.search(text, first, last):
        sentence = text[first:last]
        key = (id(one.passage), first)
        if key not in times:
            anchor = Anchor(one.date, year_of(one.frame.period))
            times[key] = [time for time in scan(sentence, anchor) if _dates(time)]
        told = _nearest(times[key], one.start - first, sentence)
        if told is not None:
            return told.period, one.passage.span(document_text, first + told.start, first + told.end)
    if one.frame.status == "actual" and ahead and one.frame.period < one.date[:4]:
        return one.date[:4], None
    return one.frame.period, one.frame.span


def _dates(time: Time) -> bool:
    """Whether a time can say when a stage is."""
    return bool(time.period) and time.kind not in _NO_PERIOD and time.role not in ("base", "since")


def _nearest(times: list[Time], at: int, sentence: str) -> Time | None:
    """The last time before a place, or the first behind it within its clause."""
    before = [time for time in times if time.end <= at]
    if before:
        return before[-1]
    stop = min((place for mark in "，；" if (place := sentence.find(mark, at)) >= 0), default=len(sentence))
    return next((time for time in times if at <= time.start < stop), None)
