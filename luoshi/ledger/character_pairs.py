"""What search tells characters apart by."""

from __future__ import annotations

from luoshi.knowledge.radicals import FOLDED

_WIDE = 0xFEE0  # from an ASCII character to its wide form
_GAPS = "\x85\xa0\u200b\u200d\u2028\u2029\u3000\ufeff"

#: What each character is folded to, for :meth:`str.translate`. What is left of ASCII are small letters and digits; its
#: punctuation is folded to the wide forms, and spaces and line ends vanish.
#: Radicals become the ordinary characters.
FOLD: dict[int, int | str | None] = {
    **FOLDED,
    **dict.fromkeys((*range(0x21), 0x7F, *map(ord, _GAPS))),
    **{code: code + _WIDE for code in range(0x21, 0x7F) if not chr(code).isalnum()},
    **{code + _WIDE: code for code in range(0x21, 0x7F) if chr(code).isalnum()},
    **{code: code + 0x20 for code in range(ord("A"), ord("Z") + 1)},
    **{code + _WIDE: code + 0x20 for code in range(ord("A"), ord("Z") + 1)},
}

#: The characters that vanish.
GONE = frozenset(chr(code) for code, to in FOLD.items() if to is None)


def _forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, to in FOLD.items():
        if to is not None:
            letter = chr(to) if isinstance(to, int) else to
            found[letter] = found.get(letter, letter) + chr(code)
    return found


#: The characters that are folded to one, itself among them; only of those to which others are.
FORMS = _forms()
