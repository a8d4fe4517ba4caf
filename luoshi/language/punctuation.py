"""Punctuation as Chinese print has it, whatever the page was typed with.

Many pages set half-width marks and straight quotation marks between Chinese characters (他说,"要快办。"). Readers of
sentences look for full-width ones; :func:`full_width` gives them those, character for character.
"""

from __future__ import annotations

from luoshi.patterns import late

_WIDE = str.maketrans(",:;?!()「」『』", "，：；？！（）“”‘’")
_NARROW = late('[,:;?!()"「」『』]')
# Half-width marks within numbers and Latin words (1,142 and 10:00) stay.
_MARK = late(r"(?<![0-9A-Za-z])[,:;?!()]|[,:;?!()](?![0-9A-Za-z])|[「」『』]")


def full_width(text: str) -> str:
    """``text`` with Chinese punctuation, of the same length, so that offsets hold.

    Straight quotation marks open and close by turns; where their number is odd they stay as they are.
    """
    if _NARROW.search(text) is None:
        return text
    text = _MARK.sub(lambda mark: mark.group().translate(_WIDE), text)
    pieces = text.split('"')
    if len(pieces) < 2 or len(pieces) % 2 == 0:
        return text
    return pieces[0] + "".join(mark + piece for mark, piece in zip("“”" * (len(pieces) // 2), pieces[1:], strict=True))
