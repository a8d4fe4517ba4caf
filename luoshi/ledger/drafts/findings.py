"""What comparing a draft with its sources comes to, one finding for each record of the draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from luoshi.records import Span

Verdict = Literal["agrees", "differs", "not found"]

#: How findings are told apart, in the order of concern, with the words that tell people.
SORTS = {
    "certain": "肯定不一致 differs for certain",
    "possible": "可能不一致 may differ",
    "absent": "来源里没有 not found",
    "agrees": "一致 agrees",
}

#: In what a draft may differ from its source, with the words that tell people.
FIELDS = {
    "value": "数值 value",
    "unit": "单位 unit",
    "direction": "增减方向 direction",
    "measure": "增速或比重 growth or share",
    "period": "时期 period",
    "place": "地区 place",
    "scope": "范围 scope",
    "indicator": "指标 indicator",
    "status": "计划或完成 planned or done",
    "person": "姓名 person",
    "post": "职务 post",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source: the record's ``id`` (``""`` for a sentence alone), its quote and its sentence.

    ``start`` and ``end`` are the quote's place in the document's text, ``says`` is the record in short for people:
    indicator, period and value, or person and posts. ``sentence_start`` is where the sentence begins, None where the
    quote stands in it but once.
    """

    id: str
    says: str
    quote: str
    sentence: str
    document: str
    document_id: str
    date: str
    start: int
    end: int
    sentence_start: int | None = None


_SOURCE = tuple(name for name in Source.__slots__ if name != "sentence_start")  # what JSON holds of a source


@dataclass(frozen=True, slots=True)
class Finding:
    """A record of the draft beside what a source says of it; ``source`` is None where none speaks of it.

    ``kind`` is ``figure`` or ``office``, ``draft`` the words of the draft, ``says`` what they say in short.
    ``fields`` are names of :data:`FIELDS`. ``note`` tells more for people: that a value was rounded, what else the
    sources give.
    """

    kind: Literal["figure", "office"]
    verdict: Verdict
    certain: bool
    draft: Span
    says: str
    fields: tuple[str, ...] = ()
    source: Source | None = None
    note: str = ""

    @property
    def sort(self) -> str:
        """Of what concern the finding is: a key of :data:`SORTS`."""
        if self.verdict == "differs":
            return "certain" if self.certain else "possible"
        return "absent" if self.verdict == "not found" else "agrees"

    @property
    def differences(self) -> str:
        """In what the draft differs, in the words that tell people."""
        return "、".join(FIELDS[field] for field in self.fields)

    def to_json(self) -> dict[str, Any]:
        """The finding as ``luoshi check --json`` prints it."""
        told = {name: getattr(self, name) for name in ("kind", "verdict", "certain", "says", "note")}
        source = {name: getattr(self.source, name) for name in _SOURCE} if self.source else None
        place = {"quote": self.draft.quote, "start": self.draft.start, "end": self.draft.end}
        return place | told | {"fields": list(self.fields), "source": source}


def first_concerns(finding: Finding) -> tuple[int, int]:
    """The order for people: that of :data:`SORTS`, within it that of the draft."""
    return list(SORTS).index(finding.sort), finding.draft.start
