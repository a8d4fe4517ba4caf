"""Looking an indicator up in the scheme by a part of its name."""

from __future__ import annotations

import unicodedata

from luoshi.knowledge.indicators import Indicator, Scheme, scheme


def holding(word: str, among: Scheme | None = None) -> list[Indicator]:
    """The indicators whose name, alias, English name or id holds ``word``, all for ``""``; of the project's own scheme.

    What ``word`` itself stands for comes first, with facets too (市本级税收收入 is 税收收入), then names that hold it,
    then the others, each in the order of the scheme. Case and full width don't count.
    """
    known = among or scheme()
    meant = known.indicators.get(known.identify(word).concept) if word else None
    sought = _folded(word)
    named = [each for each in known.indicators.values() if sought in _folded(each.name)]
    others = [
        each
        for each in known.indicators.values()
        if any(sought in _folded(words) for words in (each.id, each.english, *each.aliases))
    ]
    found = {each.id: each for each in ([meant] if meant else []) + named + others}
    return list(found.values())


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()
