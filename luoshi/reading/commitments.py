"""What a body says it will do: one commitment for each sentence, or part between semicolons.

Sentences, items of task lists and rows of tables of tasks are the candidates (:mod:`luoshi.reading.segments`).
Whether one commits a body, which body, and whether it names something that can be checked, decides the scorer by
features (:mod:`luoshi.reading.pledge_features`, :mod:`luoshi.reading.pledging_bodies`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from luoshi.language.passage import Passage
from luoshi.language.times import Anchor, scan
from luoshi.patterns import late
from luoshi.reading.duties import helpers_within
from luoshi.reading.leanings import Look, looks
from luoshi.reading.outline import Outline
from luoshi.reading.pledge_features import Surroundings, concrete_features, described, kind_of_document
from luoshi.reading.pledging_bodies import Bodies, issuers, listed_offices
from luoshi.reading.posts import in_each_body
from luoshi.reading.scorer import weights
from luoshi.reading.segments import Segment, segments
from luoshi.records import Commitment, Office, Statement

_YEAR = late(r"(20\d\d)年")
_NUMBER = late("[0-9０-９]")
_TIME = late("[0-9０-９年月]")
_HEADING_MARKS = late(
    r"^\**(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|第[一二三四五六七八九十]+[章节部分]+)?\s*"
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """A document's segments as the scorer sees them, and the bodies that it names."""

    looks: list[Look]
    around: Surroundings
    bodies: Bodies


def candidates(
    outline: Outline,
    document_text: str,
    offices: tuple[Office, ...],
    statements: tuple[Statement, ...],
    place: str,
    date: str = "",
) -> Candidates:
    """What may be a commitment in a document; ``date`` is its ISO day, or only its year."""
    year = int(date[:4]) if date[:4].isdecimal() else 0
    cut = segments(outline, document_text, statements)
    found = looks(cut)
    posts: dict[str, list[Office]] = {}
    for office in (*offices, *listed_offices(document_text, {look.segment.turn for look in found})):
        posts.setdefault(office.person, []).extend(in_each_body(office, place))
    speak_for = {
        person: next((one.organisation for one in held if one.organisation), "") for person, held in posts.items()
    }
    around = Surroundings(kind_of_document(cut, document_text), year, speak_for)
    posts = {person: [one for one in held if one.organisation] for person, held in posts.items()}
    return Candidates(found, around, Bodies(document_text, place, posts, issuers(document_text, place)))


# An editorial exhorts and a letter greets; neither commits a body.
_EXHORTING = frozenset({"editorial", "letter"})


def commitments(
    outline: Outline,
    document_text: str,
    offices: tuple[Office, ...],
    statements: tuple[Statement, ...],
    place: str,
    date: str = "",
) -> tuple[Commitment, ...]:
    """What bodies commit themselves to, in the order of the text.

    ``offices`` say for whom a speaker speaks, ``statements`` are the speech found in the same document, and
    ``place`` is the document's own jurisdiction, whose government is the actor of a report's plan.
    Deadlines are resolved against ``date``, the document's ISO day or its year, or the article's own day.
    """
    offered = candidates(outline, document_text, offices, statements, place, date)
    decide = weights("commitments").score
    found: list[Commitment] = []
    for look in described(offered.looks, offered.around):
        if outline.articles[look.segment.block.article].genre in _EXHORTING or _names_a_theme(look):
            continue
        if decide(look.features) > 0:
            found.append(_commitment(look, offered, outline.dates[look.segment.block.article] or date))
        look.features = []
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _names_a_theme(look: Look) -> bool:
    """Whether a segment is the heading of tasks, which tells no number and no deadline of its own."""
    segment = look.segment
    return segment.block.kind == "heading" and not look.due and _NUMBER.search(segment.text) is None


def _commitment(look: Look, offered: Candidates, date: str) -> Commitment:
    """The record of a segment that commits somebody."""
    segment, text = look.segment, offered.bodies.document_text
    actor = offered.bodies.actor(look, offered.around)
    offered.bodies.decided(look, actor.name)
    span = segment.passage.span(text, segment.start, segment.end)
    spans = segment.duty.spans(text)
    sources = tuple(dict((*spans, *((("actor", actor.source),) if actor.source is not None else ()))).items())
    helpers = [*segment.duty.leaders, *segment.duty.helpers, *helpers_within(segment.text)]
    return Commitment(
        quote=span.quote,
        start=span.start,
        end=span.end,
        rule=actor.rule,
        sources=sources,
        actor=actor.name,
        body=actor.body or offered.bodies.full_name(actor.name),
        speaker=segment.speaker,
        theme=_theme(segment.block.headings),
        deadline=_deadline(segment, date),
        bodies=tuple(dict.fromkeys(name for name in helpers if name != actor.name)),
        concrete=weights("concrete").score(concrete_features(look)) > 0,
    )


@lru_cache(256)
def _without_marks(heading: str) -> str:
    return _HEADING_MARKS.sub("", heading).rstrip("。：:*")


def _theme(headings: Sequence[Passage]) -> str:
    """The innermost heading without its number, its marks and its full stop."""
    return _without_marks(headings[-1].text) if headings else ""


def _anchor(headings: Sequence[Passage], date: str) -> Anchor:
    """What times are resolved against: a month without a year is of the year that a heading names, else the day's."""
    year = next((year for heading in reversed(headings) if (year := _last_year(heading.text))), date[:4])
    return Anchor(date if len(date) == len("2025-01-10") else "", int(year) if year.isdecimal() else None)


@lru_cache(256)
def _last_year(heading: str) -> str:
    """The last year that a heading names, ``""`` for none."""
    years: list[str] = _YEAR.findall(heading)
    return years[-1] if years else ""


def _deadline(segment: Segment, date: str) -> str:
    """The ISO period by which the duty or the words say the act is done; ``""`` where they say none."""
    told = [words for words in (segment.duty.time, segment.text) if _TIME.search(words)]
    if not told:
        return ""
    anchor = _anchor(segment.block.headings, date)
    named = ""
    for found in (time for words in told for time in scan(words, anchor)):
        if found.kind in ("duration", "set", "clock", "anniversary") or found.role in ("base", "since"):
            continue
        early = anchor.year is not None and found.period[:4].isdecimal() and int(found.period[:4]) < anchor.year
        if early or not found.period:
            continue
        if found.role == "until":
            return found.period
        named = named or found.period
    return named
