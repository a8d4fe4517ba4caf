"""Headlines that report: who, a verb of speech, and what, without punctuation."""

from __future__ import annotations

import re
from itertools import pairwise

from luoshi.language.rules import rule
from luoshi.reading.attributions import NOT_VERB
from luoshi.reading.scenes import Paragraph
from luoshi.reading.speakers import NO_SUBJECT

_HEADLINE = re.compile("([^，。：“”《》]{1,14}?)称([^，。：；]{4,40})$")


@rule(
    "headline that reports",
    "A line without punctuation: who, 称, and what.",
    ("临澜海事局称航道已经恢复通行", "临澜海事局 indirect 航道已经恢复通行"),
)
def headline_that_reports(paragraph: Paragraph) -> None:
    """Keep what a headline reports."""
    starts = paragraph.passage.starts
    for start, end in pairwise((*starts, len(paragraph.text))):
        said = _HEADLINE.match(paragraph.text[start:end])
        if said is None or NOT_VERB.search(said.string, 0, said.start(2)) or NO_SUBJECT.match(said.group(1)):
            continue
        name = paragraph.scene.name.search(said.group(1)) if paragraph.scene.name is not None else None
        speaker = name.group() if name else said.group(1)
        paragraph.keep(start + said.start(2), start + said.end(2), speaker, "indirect", "headline that reports")
