"""Which body a commitment is: the readings that the text offers, each with its features, for the scorer.

A body may be named by a duty (责任单位：市海洋局), as the subject (市海洋局将…), by who speaks (市海洋局局长方敏表示),
in the paragraph, the heading or the head of the document, or it is the government that reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from luoshi.language.bodies import bodies
from luoshi.reading.duties import leader_within
from luoshi.reading.pledge_features import MODALS, WE, Look
from luoshi.records import Office, Span

_TIME_FIRST = re.compile(
    r"^(?:接下来|下一步|下一阶段|未来|今后|明年|今年|目前|同时|此外|为此|近期|另外|对此|据悉|(?:20)?\d{2}年|\d{1,2}月(?:\d{1,2}日)?|[底初]|年底前?|起|，|,)+"
)
_SUBJECT_END = re.compile("(?:也|还|都|均|正|更|则|今年|明年|近期|目前|下一步|年内|已经|已|\\d{1,2}月(?:底|\\d{1,2}日)?)+$")
_NO_SUBJECT = re.compile("[“”《》：；。（）]|^(?:在|对|把|从|以|按照|根据|为|到|通过|围绕|经|由|针对|聚焦|据|记者)|[的和与等了上中后时前]$")
_LONGEST = 20
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
    head: tuple[str, ...]
    previous: str = ""
    cache: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def proposals(self, look: Look, kind: str) -> list[Proposal]:
        """The bodies that a segment may commit, each once, with what speaks for it; the first is nobody."""
        out: dict[str, Proposal] = {}
        subject = next((one[8:] for one in look.features if one.startswith("subject=")), "none")
        spoken = "speech" if look.segment.statement is not None else "silent"

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
            offer(own, "government")
        if self.previous:
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

    def _of_subject(self, look: Look, offer: object) -> None:
        for origin, name in subjects(look):
            offer(name, origin)

    def _of_speech(self, look: Look, offer: object) -> None:
        statement = look.segment.statement
        if statement is None:
            return
        offer(statement.speaker, "speaker")
        office = self._office(statement.speaker, statement.start, statement.end)
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
        for name in self.head[:2]:
            offer(name, "head")

    def _named(self, key: int, text: str) -> list[tuple[int, str]]:
        if key not in self.cache:
            self.cache[key] = [(body.start, body.quote) for body in bodies(text, self.place)]
        return self.cache[key]


def subjects(look: Look) -> list[tuple[str, str]]:
    """The words before the first modal word of each of the first clauses, and before the first verb."""
    text = look.segment.text
    found: list[tuple[str, str]] = []
    at = 0
    for clause in re.split("[，,]", text[:80])[:3]:
        modal = min((clause.find(one) for one in ("将", "拟", "计划", "要", "会", "力争", "承诺", "准备", "正在") if clause.find(one) > 0), default=-1)
        if modal > 1:
            name = _SUBJECT_END.sub("", _TIME_FIRST.sub("", clause[:modal]))
            if 1 < len(name) <= _LONGEST and not _NO_SUBJECT.search(name) and name not in WE:
                found.append(("subject" if at == 0 else "later subject", name))
        at += 1
    words = []
    for word in look.head:
        if word.tag[0] in "nrjl" and word.text not in WE:
            words.append(word.text)
        elif words or word.tag[0] in "vp":
            break
    name = "".join(words)
    if 1 < len(name) <= _LONGEST and not _NO_SUBJECT.search(name):
        found.append(("noun", name))
    return found


def _of_name(name: str) -> list[str]:
    """What a name looks like: its last character, its length."""
    return [f"tail={name[-1:]}", f"length={min(8, len(name))}", "named" if name else "none"]


def head_bodies(text: str, place: str) -> tuple[str, ...]:
    """The bodies of a document's first lines, its issuer among them."""
    return tuple(dict.fromkeys(body.quote for body in bodies(text[:300], place)))
