"""Who issues a notice and on which day, as its end or its index tells.

关于印发青石港章程的通知 … 临澜市人民政府办公室 2025年3月2日        临澜市人民政府办公室 · 2025-03-02
"""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.language.times import Anchor, scan
from luoshi.patterns import late
from luoshi.reading.outline import Block, Outline
from luoshi.records import Span

#: What says of itself that it is issued: its title, or the sentence that hands it on.
ISSUED = late("关于[^，。；]{2,90}的(?:通知|公告|通报)$|现将?[^，。；]{0,60}(?:公布|公告|印发)")
_BODY = "[\u4e00-\u9fff]{2,40}?(?:办公室|办公厅|政府|委员会|常委会|[委厅局部院署]|党组|管委会|指挥部)"
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_SIGNED = late(rf"(?P<who>{_BODY})\s*(?P<day>{_DAY})?(?:（[^（）]{{2,12}}）)?$")
_DATED = late(rf"(?P<day>{_DAY})$")
_INDEXED = late(rf"发布机构：\s*(?P<who>{_BODY})\s*(?:成文|发文|发布|印发)日期：\s*(?P<day>{_DAY})")
_LAST = 6  # blocks at a document's end among which its signature stands
_FIRST = 4
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that issues a document (none where only the day is told), the ISO day, and the words that tell it."""

    bodies: tuple[str, ...] = ()
    day: str = ""
    source: Span | None = None


def issuer_of(outline: Outline, document_text: str) -> Issuer:
    """Who signs a document, and when; an empty one where it is not told."""
    bodies: tuple[str, ...] = ()
    day, source = "", None
    for block in outline.blocks[:_FIRST]:
        if block.kind == "paragraph" and (indexed := _INDEXED.search(block.passage.text)):
            return Issuer((indexed["who"],), *_told(block, document_text, indexed.span("day")))
    for block in outline.blocks[-_LAST:]:
        text = block.passage.text
        if len(text) > _LONGEST:
            continue
        signed, dated = _SIGNED.match(text), _DATED.match(text)
        if signed is not None:
            bodies, day, source = (signed["who"],), "", None
        found = signed if signed is not None and signed["day"] else dated
        if found is not None:
            day, source = _told(block, document_text, found.span("day"))
    return Issuer(bodies, day, source)


def _told(block: Block, document_text: str, place: tuple[int, int]) -> tuple[str, Span | None]:
    """The day that some words of a block tell, and the words."""
    for time in scan(block.passage.text[slice(*place)], Anchor("")):
        return time.period, block.passage.span(document_text, *place)
    return "", None
