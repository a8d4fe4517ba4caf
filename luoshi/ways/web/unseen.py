"""Words of documents and people without what hides, or turns the direction of print."""

from __future__ import annotations

_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0), *_TURNING)
    if chr(code) not in "\t\n"
}


def clean(words: str) -> str:
    """Words in which nothing turns the direction of print or hides: such characters show as �."""
    return words.translate(_UNSEEN)
