"""Which body a commitment is: the readings that the text offers, each with its features, for the scorer.

A body may be named by a duty (责任单位：市海洋局), as the subject (市海洋局将…), by who speaks (市海洋局局长方敏表示),
in the paragraph, the heading or the head of the document, or it is the government that reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from luoshi.knowledge.bodies import post_pattern
from luoshi.language.bodies import bodies
from luoshi.language.passage import Passage
from luoshi.reading.duties import leader_within
from luoshi.reading.pledge_features import BODY_TAIL, WE, Look, Surroundings, speaker_class
from luoshi.records import Office, Span

_LONGEST_ISSUER = 24
_HERE = ("市里", "县里", "县上", "区里", "省里", "州里", "镇里", "政府")
_GOVERNMENTS = {"省": "省政府", "市": "市政府", "区": "区政府", "州": "州政府", "县": "县政府", "旗": "旗政府"}


@dataclass(slots=True)
class Proposal:
    """A body in the text's words, where it was named if not in the commitment, and its features."""

    name: str
    source: Span | None = None
    body: str = ""
    features: list[str] = field(default_factory=list)


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
    cache: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def decided(self, look: Look, actor: str) -> None:
        """Keep what was decided: the next segment of the paragraph may go on with it, unless a duty named it."""
        self.previous = "" if actor in look.segment.duty.leaders else actor
        self.previous_passage = look.segment.passage

    def proposals(self, look: Look, around: Surroundings) -> list[Proposal]:
        """The bodies that a segment may commit, each once, with what speaks for it; the first is nobody."""
        out: dict[str, Proposal] = {}
        subject = next((one[8:] for one in look.features if one.startswith("subject=")), "none")
        spoken = speaker_class(look.segment.speaker, around) if look.segment.speaker else "silent"
        kind = around.kind

        def offer(name: str, origin: str, source: Span | None = None, body: str = "") -> None:
            proposal = out.setdefault(name, Proposal(name, source, body))
            proposal.source = proposal.source or source
            proposal.body = proposal.body or body
            proposal.features += [
                f"from={origin}", f"from,kind={origin},{kind}", f"from,subject={origin},{subject}",
                f"from,speech={origin},{spoken}", f"from,speech,subject={origin},{spoken},{subject}",
                f"from,section,kind={origin},{kind},{spoken}",
            ]  # fmt: skip

        offer("", "nobody")
        self._of_duty(look, offer)
        self._of_subject(look, offer)
        self._of_speech(look, offer)
        self._around(look, offer)
        if own := government(self.place):
            offer(own, "government, told" if any(word in look.segment.text for word in _HERE) else "government")
        if self.previous and self.previous_passage is look.segment.passage:
            offer(self.previous, "previous")
        if self.place:
            offer(self.place, "place")
        for proposal in out.values():
            proposal.features += _of_name(proposal.name)
        return list(out.values())

    def _of_duty(self, look: Look, offer: object) -> None:
        duty = look.segment.duty
        spans = dict(duty.spans(self.document_text)) if duty.sources else {}
        if duty.leaders:
            offer(duty.leaders[0], f"duty {duty.form}", spans.get("actor"))
        elif duty.helpers:
            offer(duty.helpers[0], "helper", spans.get("bodies"))
        if within := leader_within(look.segment.text):
            offer(within, "in charge")
        elif before := leader_within(look.segment.passage.text[: look.segment.start]):
            offer(before, "in charge of the paragraph")

    def _of_subject(self, look: Look, offer: object) -> None:
        for origin, name in look.subjects:
            offer(name, origin)
        if name := _noun_first(look):
            offer(name, "noun")

    def _of_speech(self, look: Look, offer: object) -> None:
        segment = look.segment
        if not segment.speaker:
            return
        offer(segment.speaker, "speaker")
        start, end = segment.passage.origin(segment.start), segment.passage.origin(segment.end - 1)
        office = self._office(segment.speaker, start, end)
        if office is not None:
            offer(office.organisation, "speaker's", Span(office.start, office.end, office.quote), office.body)

    def _office(self, speaker: str, start: int, end: int) -> Office | None:
        """The mention of the speaker's post that is nearest to the speech."""
        best: Office | None = None
        nearest = (0, 0)
        for office in self.offices.get(speaker, ()):
            away = (min(abs(office.end - start), abs(office.end - end)), -office.start)
            if best is None or away < nearest:
                best, nearest = office, away
        return best

    def _around(self, look: Look, offer: object) -> None:
        """Bodies named before the segment in its paragraph, in its heading, and in the document's head."""
        segment = look.segment
        named = self._named(id(segment.passage), segment.passage.text)
        before = [name for at, name in named if at < segment.start]
        within = [name for at, name in named if segment.start <= at < segment.end]
        if before:
            offer(before[-1], "paragraph")
            offer(before[0], "paragraph's first")
        if within:
            offer(within[0], "within")
        for heading in segment.block.headings[-1:]:
            for _, name in self._named(id(heading), heading.text)[:1]:
                offer(name, "heading")
        for origin, name in self.issuers.items():
            offer(name, origin)
            if name.startswith(self.place) and self.place:
                offer(self.place[-1] + name[len(self.place) :], f"short {origin}")

    def _named(self, key: int, text: str) -> list[tuple[int, str]]:
        if key not in self.cache:
            self.cache[key] = [(body.start, body.quote) for body in bodies(text, self.place)]
        return self.cache[key]


def _noun_first(look: Look) -> str:
    """The nouns with which the segment begins, where they end like a body's name."""
    nouns = []
    for word in look.head:
        if word.tag[0] in "nj" and word.text not in WE:
            nouns.append(word)
        elif nouns or word.tag[0] in "vp":
            break
    name = "".join(word.text for word in nouns)
    return name if nouns and (nouns[-1].tag in ("nt", "ns") or name[-1] in BODY_TAIL) else ""


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
        line = re.search(rf"(?m)^[*]{{0,2}}{re.escape(name)}[*]{{0,2}}[ \u3000]+(?P<posts>\S[^\n]{{1,40}})$", document_text) if name else None
        if line is None:
            continue
        post = re.search(post_pattern(), line.group("posts"))
        if post is not None:
            found.append(
                Office(
                    quote=line.group(), start=line.start(), end=line.end(), person=name,
                    organisation=line.group("posts")[: post.start()].strip(), posts=(post.group(),),
                )  # fmt: skip
            )
    return found
