"""What happened on a day, at a place: meetings, visits, signings, openings, papers issued, appointments.

    3月2日，市长周闻笙到青石港调研。        visit · 2025-03-02 · 周闻笙 · 青石港

Clauses with a verb of an event are the candidates (:mod:`luoshi.reading.event_clauses`); which of them tell one that
happened, the scorer decides by features. Who, where and with whom is read from the words around the verb
(:mod:`luoshi.reading.event_actors`), the day from the clause, its sentence or the beginning of its article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.language.times import Anchor, Time, scan
from luoshi.patterns import late
from luoshi.reading.block_frames import Framed, year_of
from luoshi.reading.event_actors import Cast, actors_of, is_thing, places_of, sponsors_of, subject_of, taking_part
from luoshi.reading.event_clauses import Clause, clauses
from luoshi.reading.event_features import Setting, age_of, features, pairs
from luoshi.reading.event_issuers import ISSUED, Issuer, issuer_of
from luoshi.reading.event_lists import listed_appointments
from luoshi.reading.frames import Frame
from luoshi.reading.outline import Block, Outline
from luoshi.reading.scorer import weights
from luoshi.records import Article, Event, Office, Span

_TIME = late("[0-9０-９今昨一二三四五六七八九十当](?:(?<=[0-9０-９今昨])|(?<=当)[天日晚]|(?<!当)月)")
_LATELY = late("日前|近日|近期|不久前|前不久|连日来")
_THAT_DAY = late("当[天日晚]|同日")
_SHORT_NEWS = late("快讯|简讯|要闻")
# A report of a year, where it begins; a notice or a letter that names one has none of these.
_YEARLY = late(
    r"各位代表|(?:\A|\n)[^，。；\n关]{0,24}(?:政府工作|统计)(?:的)?(?:报告|公报)(?!》|的决议)"
    r"|(?:\A|\n)[^，。；\n听审]{0,40}(?:预算|发展计划)[^，。；\n]{0,40}报告|(?:\A|\n)[^，。；\n]{0,40}规划纲要"
)
_OPENING = 1500
# The meeting that goes by 会议 in what follows.
_START = attrgetter("start")
_BEFORE = 8  # times of a sentence before a clause among which its day is
_CLOSE = late("[。；！？]")
_OF_A_DAY = late("[0-9０-９一二三四五六七八九十今昨前当本去上下同]")  # a festival has none, and is part of many names
_ON_THE_DAY = late("期间|当[天日]|[，前后假]")
_FROM = frozenset("于在自从至到起（(")
_NAMED_MEETING = late(
    "[\u4e00-\u9fff]{0,16}(?:常委会|委员会|常务|联席|全体|代表大会|人大|政协)[\u4e00-\u9fff]{0,6}?会议|[\u4e00-\u9fff]{2,12}[一二三四五六七八九十]中全会"
)
_ENOUGH = 15  # a clause that may as well tell none is none
_NAMED = late("会议|中全会")
_MEETING = ("会议",)
_PROSE_MARK = late("[。，；]")
_BEGINNING = 120  # characters of a paragraph that may tell the day of its article
Lead = tuple[str, Span | None]
_OF_DAYS = frozenset({"day", "days", "clock", "month"})
_ABOVE = frozenset({"headline", "subtitle", "heading", "byline"})
_PROSE = frozenset({"paragraph", "heading", "headline", "subtitle"})


@dataclass(slots=True)
class Candidate:
    """A clause that may tell an event, with who does it, when, and what speaks for it."""

    clause: Clause
    actors: tuple[str, ...]
    subject: tuple[int, int]
    period: str
    source: Span | None
    features: list[str]


def candidates(
    outline: Outline, document_text: str, framed: Framed, offices: tuple[Office, ...], date: str
) -> Iterator[Candidate]:
    """The clauses that may tell an event, in the order of the text."""
    yearly = framed.report and _YEARLY.search(document_text, 0, _OPENING) is not None
    walk = _Walk(
        outline=outline,
        cast=Cast.of(offices),
        yearly=yearly,
        leads={} if yearly else _leads(outline, document_text, date),
        sponsors={} if yearly else _sponsors(outline),
        issuer=Issuer() if yearly else issuer_of(outline, document_text),
    )
    above = ""
    for block, day, frame in framed.blocks:
        lead, above = above in _ABOVE, block.kind
        if block.kind in _PROSE and not taking_part(block.passage.text):
            yield from walk.in_block(block, day, frame, lead)


def _sponsors(outline: Outline) -> dict[tuple[int, int], tuple[str, ...]]:
    """Who is said to hold what each piece of news tells of."""
    return {
        _item(block): names
        for block in reversed(outline.blocks)
        if block.kind == "paragraph" and (names := sponsors_of(block.passage.text))
    }


@dataclass(slots=True)
class _Walk:
    """A walk over a document's blocks; ``meeting`` is what its article told of first and calls 会议 then."""

    outline: Outline
    cast: Cast
    yearly: bool
    leads: dict[str, Lead]
    sponsors: dict[tuple[int, int], tuple[str, ...]]
    issuer: Issuer
    article: Article | None = None
    meeting: tuple[str, ...] = ()
    told: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def in_block(self, block: Block, day: str, frame: Frame, lead: bool) -> Iterator[Candidate]:
        """The candidates of a block; ``lead`` says whether it is the first below a headline."""
        article = self.outline.articles[block.article]
        report = self.yearly and not article.genre
        if report and frame.status == "target":
            return  # what is planned is a commitment
        if article is not self.article:
            self.article, self.meeting = article, ()
        setting: Setting | None = None
        anchor = Anchor(day, year_of(frame.period) if report else None)
        seen = ""
        last: tuple[int, tuple[str, ...]] = (-1, ())
        scanned: tuple[int, list[Time]] = (-1, [])
        for clause in clauses(block, report):
            if setting is None:
                genre = "report" if report else article.genre or "other"
                setting = Setting(genre, self._headlines(block, article), lead)
            if scanned[0] != clause.sentence:
                scanned = clause.sentence, _times(clause, anchor)
            times = _up_to(clause, scanned[1])
            period, dated = _period(clause, times, seen)
            seen = period or seen
            subject = subject_of(clause, times)
            actors = self._actors(clause, subject, last[1] if last[0] == clause.sentence else ())
            last = clause.sentence, actors
            issued = clause.act == "publication" and not dated and ISSUED.search(clause.words) is not None
            if issued:
                actors = actors or self.issuer.bodies
                period, dated = self.issuer.day, "day" if self.issuer.day else ""
            within = dated == "day" and any(clause.start <= time.start < clause.verb_start for time in times)
            facts = _facts(clause, actors, subject, self.cast, "day within" if within else dated)
            told = features(clause, facts, setting, age_of(period if dated == "day" else "", day))
            if issued:
                told.append("issued")
            period, source = (
                (period, self.issuer.source if issued else None) if dated else self._day(block, frame, report)
            )
            yield Candidate(clause, actors, subject, period, source, told)

    def _actors(self, clause: Clause, subject: tuple[int, int], before: tuple[str, ...]) -> tuple[str, ...]:
        """Who does what a clause tells; the meeting by its name."""
        actors = actors_of(clause, subject, self.cast, self.sponsors.get(_item(clause.block), ()), before)
        if not self.meeting and clause.act == "meeting":
            text = clause.block.passage.text
            extent = (clause.start, clause.end) if is_thing(clause) else (clause.verb_end, clause.end)
            named = _NAMED_MEETING.search(text, *extent) if _NAMED.search(text, *extent) else None
            self.meeting = (named[0],) if named else ()
        if not actors and clause.act == "appointment":
            return self.meeting
        return self.meeting if actors == _MEETING else actors

    def _headlines(self, block: Block, article: Article) -> frozenset[str]:
        """The pairs of characters of the headlines that a block stands under."""
        above = article.headline, "".join(heading.text for heading in block.headings[-1:])
        if above not in self.told:
            self.told[above] = frozenset(pairs("".join(above)))
        return self.told[above]

    def _day(self, block: Block, frame: Frame, report: bool) -> Lead:
        """The day of what a clause tells that names none: of its year's report, of its headline, of its article."""
        if report:
            return frame.period, frame.span
        return self.leads.get(_key(block)) or self.leads.get(str(block.article)) or ("", None)


def _item(block: Block) -> tuple[int, int]:
    """The piece of news that a block belongs to: its article, and where the heading stands that it is or is under."""
    head = block.passage if block.kind == "heading" else block.headings[-1] if block.headings else None
    return block.article, head.origins[0] if head is not None else -1


def _facts(
    clause: Clause, actors: tuple[str, ...], subject: tuple[int, int], cast: Cast, dated: str
) -> tuple[str, ...]:
    """What is known of a clause's actors and its time, as features."""
    named = bool(cast.persons(clause, *subject))
    who = "person" if named else "body" if actors else "thing" if is_thing(clause) else "nobody"
    return (who, dated or "undated", f"{who} {dated or 'undated'}")


def _key(block: Block) -> str:
    """A headline's words without blanks and marks of lists, by which a summary's item is known again."""
    return "".join(block.passage.text.split()).lstrip("0123456789.（）()、").rstrip("；。")


def _leads(outline: Outline, document_text: str, date: str) -> dict[str, Lead]:
    """The day that each article's beginning tells, by the article's number and by the words of its headline.

    An item among short news has its own day, told by the paragraph under its heading.
    """
    found: dict[str, Lead] = {}
    heads: list[Block] = []
    for block in outline.blocks:
        number, article = str(block.article), outline.articles[block.article]
        if block.kind in ("headline", "heading") and article.headline:
            heads.append(block)
        if block.kind != "paragraph" or not article.headline or (number in found and not heads):
            continue
        if not _PROSE_MARK.search(block.passage.text):
            continue  # a line of a headline that is set apart
        day, span = _first_day(block.passage, document_text, outline.dates[block.article] or date)
        day = article.dateline if span is None and not day else day
        # What is told behind a visit of several days is of one of them.
        rest = "" if _SHORT_NEWS.search(article.headline) else day[:7] if "/" in day else day
        found.setdefault(number, (rest, span if rest else None))
        for head in heads:
            if head.article == block.article:
                found.setdefault(_key(head), (day.partition("/")[0], span))
        heads = []
    return found


def _first_day(passage: Passage, document_text: str, date: str) -> tuple[str, Span | None]:
    """The first day or days that a passage's beginning tells, and the words that say it; none where it says lately."""
    text = passage.text[:_BEGINNING]
    if _LATELY.search(text) or not _TIME.search(text):
        return "", None
    for time in scan(text, Anchor(date if len(date) > len("2025") else "")):
        if time.kind in _OF_DAYS and time.role != "base" and len(time.period.partition("/")[0]) >= len("2025-01-01"):
            return time.period, passage.span(document_text, time.start, time.end)
    return "", None


def _times(clause: Clause, anchor: Anchor) -> list[Time]:
    """The times of a clause's sentence, by their places in the passage."""
    text = clause.block.passage.text
    close = _CLOSE.search(text, clause.end)
    end = close.start() if close else len(text)
    if not _TIME.search(text, clause.before, end):
        return []
    if not clause.before:
        return scan(text[:end], anchor)
    moved = []
    for time in scan(text[clause.before : end], anchor):
        moved.append(Time(time.quote, time.start + clause.before, time.end + clause.before, *_rest(time)))
    return moved


def _up_to(clause: Clause, times: list[Time]) -> list[Time]:
    """Of a sentence's times those within a clause and the last few before it."""
    first = bisect_left(times, clause.start, key=_START)
    last = bisect_left(times, clause.end, first, key=_START)
    return [time for time in times[max(0, first - _BEFORE) : last] if time.end <= clause.end]


def _rest(time: Time) -> tuple[str, str, str]:
    return time.period, time.kind, time.role


def _period(clause: Clause, times: list[Time], seen: str) -> tuple[str, str]:
    """The period that the sentence tells of a clause, and how: day, lately, that day; "" where it tells none."""
    text = clause.block.passage.text
    if _THAT_DAY.search(text, clause.start, clause.end) and seen:
        return seen, "that day"
    days = [time for time in times if _dates(time, clause)]
    inside = [time for time in days if time.start >= clause.start]
    if inside or days:
        told = (inside or days)[0 if inside else -1]
        period = told.period.partition("/")[0].partition("T")[0]
        return period[: len("2025-01")] if told.quote.endswith("旬") else period, "day"
    if _LATELY.search(text, clause.before, clause.end):
        return "", "lately"
    return "", ""


def _dates(time: Time, clause: Clause) -> bool:
    """Whether a time may be when it happens: a day or a month, no hour alone, none in a name or behind the verb."""
    if time.kind not in _OF_DAYS or time.role == "base" or not time.period or time.period.startswith("T"):
        return False
    text = clause.block.passage.text
    if not _OF_A_DAY.search(time.quote) and not _ON_THE_DAY.match(text, time.end):
        return False
    return time.start < clause.verb_end or text[time.start - 1] in _FROM


@rule(
    "clause that tells an event",
    "A clause with a verb of what happens: who does it stands before the verb, its day in the sentence or above it.",
    ("3月2日，临澜市市长周闻笙到青石港调研。", "visit 2025-03-02 周闻笙"),
    ("3月2日，临澜市市长周闻笙主持召开市政府常务会议。", "meeting 2025-03-02 周闻笙"),
    ("3月2日上午，第三届临澜渔港论坛在青石港举行。", "meeting 2025-03-02"),
    ("我们要建设渔港三座。", ""),
)
def events(
    outline: Outline, document_text: str, framed: Framed, offices: tuple[Office, ...], place: str, date: str
) -> tuple[Event, ...]:
    """The events of a document, in the order of the text; ``date`` is its ISO day, or only its year.

    ``framed`` are its blocks in their frames, ``offices`` the people that it names with their posts, ``place`` is its
    own jurisdiction.
    """
    decide = weights("events").score
    company = {
        block.article: names
        for block in reversed(outline.blocks)
        if block.kind == "paragraph" and (names := taking_part(block.passage.text))
    }
    found = list(listed_appointments(document_text, framed, offices, date))
    listed = {event.start for event in found}
    for one in candidates(outline, document_text, framed, offices, date):
        if decide(one.features) > _ENOUGH:
            event = _event(one, document_text, company.get(one.clause.block.article, ()), place)
            found += [event] if event.start not in listed else []
    return tuple(sorted(found, key=lambda event: (event.start, event.end)))


def _event(one: Candidate, document_text: str, company: tuple[str, ...], home: str) -> Event:
    """The record of a clause that tells an event."""
    clause = one.clause
    passage = clause.block.passage
    span = passage.span(document_text, clause.start, clause.end)
    behind = passage.text[clause.verb_end : clause.end].strip("了“”")
    behind = "" if behind[:1].isspace() else behind  # another thought of a headline
    about = behind or ("" if one.actors else passage.text[slice(*one.subject)])
    return Event(
        quote=span.quote,
        start=span.start,
        end=span.end,
        rule="clause that tells an event",
        sources=(("period", one.source),) if one.source is not None else (),
        act=clause.act,
        period=one.period,
        actors=one.actors,
        accompanied=tuple(name for name in company if name not in one.actors),
        places=places_of(clause, home),
        subject=about,
    )
