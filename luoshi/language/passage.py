"""Words put together again, with the way back to the page.

A page breaks paragraphs at column ends, even inside a word; a budget book puts spaces between
characters. A :class:`Passage` is the text as it is read, one run of words without those breaks, that
still knows where each character stands in the document. Rules work on ``passage.text``; evidence is
made with :meth:`Passage.span`, which gives the document's own words, breaks and all.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from luoshi.patterns import late
from luoshi.records import Span

# Line ends and the spaces that print put between or beside wide characters; a space between two Latin words stays.
_GAP = late(
    r"[ \t\u3000\u00a0\u2000-\u200b\u200d\u202f\ufeff]*[\r\n]+[ \t\u3000\u00a0\u2000-\u200b\u200d\u202f\ufeff\r\n]*"
    r"|[\u200b\u200d\ufeff]+"
    r"|(?<=[^\x00-\x7f])[ \t\u3000\u00a0\u2000-\u200a\u202f]+|[ \t\u3000\u00a0\u2000-\u200a\u202f]+(?=[^\x00-\x7f])"
)
# What every gap has a character of; most stretches have none.
_BLANK = late("[ \t\r\n\u3000\u00a0\u2000-\u200b\u200d\u202f\ufeff]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words: ``text`` as read, and where its pieces stand in the document.

    ``starts[i]`` is the offset in ``text`` where piece ``i`` begins, ``origins[i]`` the offset of that
    piece in the document; a paragraph without breaks is one piece.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    @classmethod
    def of(cls, document_text: str, *extents: tuple[int, int]) -> Passage:
        """The stretches of a document given by ``extents`` (start, end), joined, breaks and gaps dropped."""
        parts: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for start, end in extents:
            stretch = document_text[start:end]
            at = 0
            blank = _BLANK.search(stretch)
            for gap in _GAP.finditer(stretch, max(0, blank.start() - 1)) if blank else ():
                if gap.start() > at:
                    parts.append(stretch[at : gap.start()])
                    starts.append(length)
                    origins.append(start + at)
                    length += gap.start() - at
                at = gap.end()
            if at < len(stretch):
                parts.append(stretch[at:])
                starts.append(length)
                origins.append(start + at)
                length += len(stretch) - at
        return cls("".join(parts), tuple(starts), tuple(origins))

    def origin(self, offset: int) -> int:
        """Where the character at ``offset`` of the passage stands in the document."""
        if len(self.starts) == 1:
            return self.origins[0] + offset
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def span(self, document_text: str, start: int, end: int) -> Span:
        """The document's own words for ``text[start:end]`` (not empty), breaks inside them included."""
        if len(self.starts) == 1:
            first, last = self.origins[0] + start, self.origins[0] + end
        else:
            first, last = self.origin(start), self.origin(end - 1) + 1
        return Span(first, last, document_text[first:last])


def one_line(words: str) -> str:
    """Words as they are read, without the page's line breaks; numbers that stand apart stay apart."""
    if words.isprintable() and " " not in words:
        return words
    return " ".join(Passage.of(words, (0, len(words))).text.split())
