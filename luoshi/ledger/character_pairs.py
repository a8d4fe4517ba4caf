"""What search tells characters apart by, and the pairs of neighbouring ones that its index holds."""

from __future__ import annotations

from luoshi.knowledge.radicals import FOLDED

_WIDE = 0xFEE0  # from an ASCII character to its wide form
_GAPS = "\x85\xa0\u200b\u200d\u2028\u2029\u3000\ufeff"

#: What each character is folded to, for :meth:`str.translate`. What is left of ASCII are small letters and digits; its
#: punctuation is folded to the wide forms, since both databases would drop it, and spaces and line ends vanish.
#: Radicals become the ordinary characters.
FOLD: dict[int, int | str | None] = {
    **FOLDED,
    **dict.fromkeys((*range(0x21), 0x7F, *map(ord, _GAPS))),
    **{code: code + _WIDE for code in range(0x21, 0x7F) if not chr(code).isalnum()},
    **{code + _WIDE: code for code in range(0x21, 0x7F) if chr(code).isalnum()},
    **{code: code + 0x20 for code in range(ord("A"), ord("Z") + 1)},
    **{code + _WIDE: code + 0x20 for code in range(ord("A"), ord("Z") + 1)},
}


def _forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, to in FOLD.items():
        if to is not None:
            letter = chr(to) if isinstance(to, int) else to
            found[letter] = found.get(letter, letter) + chr(code)
    return found


#: The characters that are folded to one, itself among them; only of those to which others are.
FORMS = _forms()


class _Doubling(dict[int, str | None]):
    """A table for ``str.translate`` that folds a character and gives it twice, learned character by character."""

    def __missing__(self, code: int) -> str | None:
        folded = FOLD.get(code, code)
        letter = chr(folded) if isinstance(folded, int) else folded
        self[code] = None if letter is None else f"{letter} {letter}"
        return self[code]


_DOUBLED = _Doubling()


def pairs(words: str) -> str:
    """Every pair of neighbouring characters of the folded words, and the last character alone: ``ab bc c``."""
    return words.translate(_DOUBLED)[2:]  # a ab bc c, without the first
