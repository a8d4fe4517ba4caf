"""Bytes become text: which encoding Chinese plain text is in, found the same way every time.

The order: a byte order mark; UTF-16 where zero bytes show it; strict UTF-8, which other encodings do not
pass by chance; then whichever of GB18030 and UTF-16 gives text made of common characters. GB18030 is the
national standard that contains GBK and GB2312 (GB 18030-2022).
"""

from __future__ import annotations

import codecs
from functools import cache

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16  # characters that are enough to judge a text by
_PLAUSIBLE = 0.7  # share of common characters under which decoded bytes are noise


def decode(data: bytes) -> tuple[str, str] | None:
    """The text of ``data`` without its byte order mark, and its encoding's name; None if it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if 0 in data[:_SAMPLE]:
        # Zero bytes stand in no other Chinese text: every ASCII character, so every line end, has one in UTF-16.
        return _best(data, "utf-16-le", "utf-16-be")
    return _strict(data, "utf-8") or _best(data, "gb18030", "utf-16-le", "utf-16-be")


def _strict(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _best(data: bytes, *encodings: str) -> tuple[str, str] | None:
    """The decoding with the most common characters; the first named of equals, None where all are noise."""
    found = [decoded for encoding in encodings if (decoded := _strict(data, encoding))]
    best = max(found, key=lambda decoded: plausibility(decoded[0]), default=None)
    return best if best and plausibility(best[0]) >= _PLAUSIBLE else None


def plausibility(text: str) -> float:
    """The share of a text's characters that Chinese prose is made of, from 0 to 1."""
    sample = text[:_SAMPLE]
    common = _common()
    return sum(sign in common for sign in sample) / len(sample) if sample else 0.0


@cache
def _common() -> frozenset[str]:
    """ASCII that is printed, and rows 1, 3 and 16 to 55 of GB 2312: punctuation and the 3,755 common characters."""
    rows = (0xA1, 0xA3, *range(0xB0, 0xD8))
    wide = bytes(byte for row in rows for cell in range(0xA1, 0xFF) for byte in (row, cell))
    return (
        frozenset(wide.decode("gb2312", "ignore"))
        | frozenset(map(chr, range(32, 127)))
        | frozenset("\t\r\n\u3000\u2028")
    )
