"""Which body a commitment is: the readings that the text offers, each with its features, for the scorer.

A body may be named by a duty (责任单位：市海洋局), as the subject (市海洋局将…), by who speaks (市海洋局局长方敏表示),
in the paragraph, the heading or the head of the document, or it is the government that reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from luoshi.knowledge.bodies import post_pattern
from luoshi.language.bodies import bodies, full_name
from luoshi.language.passage import Passage
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.duties import leader_within
from luoshi.reading.first_words import BODY_TAIL
from luoshi.reading.leanings import Look
from luoshi.reading.pledge_features import Surroundings, speaker_class
from luoshi.reading.scorer import weights
from luoshi.records import Office, Span

_LONGEST_ISSUER = 24
_HERE = late("市里|县[里上]|区里|省里|州里|镇里|政府")
_GOVERNMENTS = {"省": "省政府", "市": "市政府", "区": "区政府", "州": "州政府", "县": "县政府", "旗": "旗政府"}


@dataclass(slots=True)
class Proposal:
    """A body in the text's words, the rule that proposes it, where it was named, and its features."""

    name: str
    rule: str
    source: Span | None = None
    body: str = ""
    features: list[str] = field(default_factory=list)


class Offer(NamedTuple):
    """A body that a rule offers, and what led to it."""

    name: str
    rule: str
    origin: str
    source: Span | None = None
    body: str = ""


class Circumstances(NamedTuple):
    """The kind of document, the class of the segment's subject, and that of its speaker."""

    kind: str
    subject: str
    spoken: str


def _circumstances(look: Look, around: Surroundings) -> Circumstances:
    spoken = speaker_class(look.segment.speaker, around) if look.segment.speaker else "silent"
    # A plan is its government's, as a report is.
    return Circumstances("report" if around.kind == "plan" else around.kind, look.words.subject, spoken)


def _joined(offers: list[Offer]) -> Proposal:
    """What several offers of one body say together."""
    source = next((offer.source for offer in offers if offer.source), None)
    body = next((offer.body for offer in offers if offer.body), "")
    return Proposal(offers[0].name, offers[0].rule, source, body)


def _described(offers: list[Offer], circumstances: Circumstances) -> list[Proposal]:
    """Each body once, with the features of all that led to it."""
    by_name: dict[str, list[Offer]] = {}
    for offer in offers:
        by_name.setdefault(offer.name, []).append(offer)
    out = []
    for name, alike in by_name.items():
        proposal = _joined(alike)
        for offer in alike:
            proposal.features += _of_origin(offer.origin, *circumstances)
        proposal.features += _of_name(name)
        out.append(proposal)
    return out


@cache
def government(place: str) -> str:
    """What a report of the jurisdiction calls its own government: 临澜市 → 市政府, 中国 → 国务院."""
    if place in ("中国", "全国"):
        return "国务院"
    if place.endswith("自治区"):
        return "自治区政府"
    return _GOVERNMENTS.get(place[-1:], "")


@dataclass(slots=True)
class Bodies:
    """Who can be meant in a document: its government, its speakers' bodies, those of its head and paragraphs."""

    document_text: str
    place: str
    offices: dict[str, list[Office]]
    issuers: dict[str, str]
    previous: str = ""
    previous_passage: Passage | None = None
    winners: dict[tuple[object, ...], str] = field(default_factory=dict)
    named: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    leaders: dict[int, tuple[str, int]] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)

    def full_name(self, name: str) -> str:
        """The full name of a body in a text about the document's place, ``""`` where it can't be told."""
        if name not in self.full:
            self.full[name] = full_name(name, self.place)
        return self.full[name]

    def decided(self, look: Look, actor: str) -> None:
        """Keep what was decided: the next segment of the paragraph may go on with it, unless a duty named it."""
        self.previous = "" if actor in look.segment.duty.leaders else actor
        self.previous_passage = look.segment.passage

    def actor(self, look: Look, around: Surroundings) -> Proposal:
        """The body that the scorer prefers."""
        circumstances = _circumstances(look, around)
        offers = self._offers(look, circumstances)
        key = (circumstances, *((offer.name, offer.origin) for offer in offers))
        if key not in self.winners:  # the sentences of a report are much alike
            proposals = _described(offers, circumstances)
            self.winners[key] = proposals[weights("actors").best([one.features for one in proposals])].name
        name = self.winners[key]
        own = government(self.place)
        if not name and own and not look.segment.speaker and look.segment.block.headings:
            # Under a heading what nobody else is named for is the work of the government whose text it is.
            name = next((offer.name for offer in offers if offer.name == own), "")
        return _joined([offer for offer in offers if offer.name == name])

    def proposals(self, look: Look, around: Surroundings) -> list[Proposal]:
        """The bodies that a segment may commit, each once, with what speaks for it; the first is nobody."""
        circumstances = _circumstances(look, around)
        return _described(self._offers(look, circumstances), circumstances)

    def _offers(self, look: Look, circumstances: Circumstances) -> list[Offer]:
        """What the rules offer, in the order of their trust."""
        offers: list[Offer] = [Offer("", "body that reports", "nobody")]
        offers += body_of_a_duty(self, look)
        offers += body_as_subject(look)
        offers += body_of_the_speaker(self, look)
        if circumstances.kind != "report" or circumstances.subject not in ("none", "word", "we"):
            offers += body_named_around(self, look)  # a report's own sentences are the government's
        offers += body_that_reports(self, look)
        return offers

    def office(self, speaker: str, start: int, end: int) -> Office | None:
        """The mention of the speaker's post that is nearest to the speech."""
        best: Office | None = None
        nearest = (0, 0)
        for office in self.offices.get(speaker, ()):
            away = (min(abs(office.end - start), abs(office.end - end)), -office.start)
            if best is None or away <= nearest:
                best, nearest = office, away
        return best

    def leader_of(self, passage: Passage) -> tuple[str, int]:
        """The body that a passage puts in charge first, and where it has said so."""
        key = id(passage)
        if key not in self.leaders:
            self.leaders[key] = leader_within(passage.text)
        return self.leaders[key]

    def named_in(self, passage: Passage) -> list[tuple[int, str]]:
        """The bodies of a passage with their places."""
        key = id(passage)
        if key not in self.named:
            self.named[key] = [(body.start, body.quote) for body in bodies(passage.text, self.place)]
        return self.named[key]


@rule(
    "body of a duty",
    "Who is named as responsible: （责任单位：…）, （…牵头）, 由…牵头, a line 责任单位：…, a table's column.",
    ("二、2025年工作安排\n改造食堂四十个。（责任单位：市教育局）", "市教育局: 改造食堂四十个"),
    (
        "二、2025年工作安排\n改造食堂四十个；更新校车。（牵头单位：市教育局）",
        "市教育局: 改造食堂四十个 / 市教育局: 更新校车",
    ),
)
def body_of_a_duty(known: Bodies, look: Look) -> Iterator[Offer]:
    """The first of those who lead, or, where nobody does, of those who help."""
    duty = look.segment.duty
    spans = dict(duty.spans(known.document_text)) if duty.sources else {}
    if duty.leaders:
        yield Offer(duty.leaders[0], "body of a duty", f"duty {duty.form}", spans.get("actor"))
    elif duty.helpers:
        yield Offer(duty.helpers[0], "body of a duty", "helper", spans.get("bodies"))
    within, _ = leader_within(look.segment.text)
    before, said = known.leader_of(look.segment.passage)
    if within:
        yield Offer(within, "body of a duty", "in charge")
    elif before and said <= look.segment.start:
        yield Offer(before, "body of a duty", "in charge of the paragraph")


@rule(
    "body as subject",
    "The words before 将, 要, 计划 and the like, or the nouns that begin the sentence, where they end like a body.",
    ("市水务局局长何立诚表示，全市供水系统将更换老管网。", "全市供水系统: 全市供水系统将更换老管网"),
)
def body_as_subject(look: Look) -> Iterator[Offer]:
    """The subjects of the first three clauses, then the first nouns."""
    for origin, name in look.words.subjects:
        yield Offer(name, "body as subject", origin)
    if look.words.noun:
        yield Offer(look.words.noun, "body as subject", "noun")


@rule(
    "body of the speaker",
    "What the holder of a post says the organisation will do; a body that speaks itself.",
    ("市教育局局长方敏表示，下一步，我们将新建两所小学。", "市教育局: 下一步，我们将新建两所小学"),
    ("市水务局局长何立诚表示，一年来累计更换管网八十公里。", ""),
)
def body_of_the_speaker(known: Bodies, look: Look) -> Iterator[Offer]:
    """The speaker itself, and the organisation of its post that is named nearest."""
    segment = look.segment
    if not segment.speaker:
        return
    yield Offer(segment.speaker, "body of the speaker", "speaker")
    start, end = segment.passage.origin(segment.start), segment.passage.origin(segment.end - 1)
    office = known.office(segment.speaker, start, end)
    if office is not None:
        source = Span(office.start, office.end, office.quote)
        yield Offer(office.organisation, "body of the speaker", "speaker's", source, office.body)


@rule(
    "body named around",
    "A body of the paragraph, before the sentence or within it, of the heading over it, or of the document's head.",
    ("由市水务局牵头，各县配合。年底前更新水表十万只。", "市水务局: 年底前更新水表十万只"),
)
def body_named_around(known: Bodies, look: Look) -> Iterator[Offer]:
    """The last and the first body before, the first within, that of the heading, and those who issue the document."""
    segment = look.segment
    named = known.named_in(segment.passage)
    before = [name for at, name in named if at < segment.start]
    within = [name for at, name in named if segment.start <= at < segment.end]
    if before:
        yield Offer(before[-1], "body named around", "paragraph")
        yield Offer(before[0], "body named around", "paragraph's first")
    if within:
        yield Offer(within[0], "body named around", "within")
    for heading in segment.block.headings[-1:]:
        for _, name in known.named_in(heading)[:1]:
            yield Offer(name, "body named around", "heading")
    for origin, name in known.issuers.items():
        yield Offer(name, "body named around", origin)
        if known.place and name.startswith(known.place):
            yield Offer(known.place[-1] + name[len(known.place) :], "body named around", f"short {origin}")


@rule(
    "body that reports",
    "Where no body is named, the government of the document's place; in a paragraph, the body of the sentence before.",
    ("二、2025年工作安排\n加快建设环湾快速路。", "市政府: 加快建设环湾快速路"),
    ("一、2024年工作回顾\n加快建设环湾快速路。", ""),
)
def body_that_reports(known: Bodies, look: Look) -> Iterator[Offer]:
    """The government, the body of the paragraph's sentence before, and the place itself."""
    if own := government(known.place):
        told = _HERE.search(look.segment.text) is not None
        yield Offer(own, "body that reports", "government, told" if told else "government")
    if known.previous and known.previous_passage is look.segment.passage:
        yield Offer(known.previous, "body that reports", "previous")
    if known.place:
        yield Offer(known.place, "body that reports", "place")


@cache
def _of_origin(origin: str, kind: str, subject: str, spoken: str) -> tuple[str, ...]:
    """What a body's origin tells, by itself and with the kind of document, the subject's class and the speaker's."""
    return (
        f"from={origin}", f"from,kind={origin},{kind}", f"from,subject={origin},{subject}",
        f"from,speech={origin},{spoken}", f"from,speech,subject={origin},{spoken},{subject}",
        f"from,kind,speech={origin},{kind},{spoken}",
    )  # fmt: skip


def _of_name(name: str) -> list[str]:
    """What a name looks like: its last character, its length."""
    return [f"tail={name[-1:]}", f"length={min(8, len(name))}", "named" if name else "none"]


def issuers(text: str, place: str) -> dict[str, str]:
    """The bodies that issue a document, by where they are named: in its first lines, or signing its last."""
    found = {f"head {at}": body.quote for at, body in enumerate(bodies(text[:300], place)[:2])}
    for line in reversed(text[-200:].split("\n")):
        name = line.strip(" \u3000*")
        if place and name.startswith(place) and name[-1] in BODY_TAIL and len(place) < len(name) <= _LONGEST_ISSUER:
            found["signer"] = name
            break
    return found


def listed_offices(document_text: str, names: Iterable[str]) -> list[Office]:
    """The posts of those who have the word in a dialogue, from the list of its speakers: 姓名　市海洋局局长."""
    found = []
    for name in sorted(names):
        line = (
            re.search(
                rf"(?m)^[*]{{0,2}}{re.escape(name)}[*]{{0,2}}[ \u3000]+(?P<posts>\S[^\n]{{1,40}})$", document_text
            )
            if name
            else None
        )
        if line is None:
            continue
        post = re.search(post_pattern(), line.group("posts"))
        if post is not None:
            found.append(
                Office(
                    quote=line.group(),
                    start=line.start(),
                    end=line.end(),
                    person=name,
                    organisation=line.group("posts")[: post.start()].strip(),
                    posts=(post.group(),),
                )
            )
    return found
