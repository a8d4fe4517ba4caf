"""How well a page was read: its words in the right order, its articles whole under their own headlines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newspaper import Page

from luoshi.reading.outline import outline
from luoshi.records import Document

_GRAM = 5
WHOLE = 0.95
"""Of an article's characters, how many must be in place, and in its article only, for it to count as whole."""


@dataclass(frozen=True)
class PageScore:
    """Characters in the right order of ``characters``, whole articles of ``articles``; what went wrong, in words."""

    in_order: int
    characters: int
    whole: int
    articles: int
    wrong: tuple[str, ...] = ()


def score(page: Page, document: Document, *, headline: float = 1.0) -> PageScore:
    """Compare a page as it was laid out with what was read of it; blanks count nowhere.

    Articles and captions may come in any order; within each, and between them, words may not. Characters in
    order are the longest common subsequence of both texts; characters read that the page does not have count
    against it. An article is whole when one found article has at least :data:`WHOLE` of its characters, in
    order, and at most as few others, and a headline of which at least the share ``headline`` is right.
    """
    printed = [*(_bare(article.text) for article in page.articles), *map(_bare, page.others)]
    read = _bare(document.text)
    truth = "".join(sorted(printed, key=lambda words: _place(words, read)))
    found = [(_bare(article.headline), _bare(document.text[article.start : article.end]))
             for article in outline(document).articles]  # fmt: skip
    whole = 0
    wrong: list[str] = []
    for article in page.articles:
        words, name = _bare(article.text), _bare(article.headline)
        best = max(
            ((common(words, other) / max(len(words), len(other)), title) for title, other in found), default=(0.0, "")
        )
        if best[0] >= WHOLE and common(name, best[1]) >= headline * max(len(name), len(best[1])):
            whole += 1
        else:
            wrong.append(f"{page.layout}-{page.seed} {article.headline}: {best[0]:.3f} {best[1]}")
    most = max(len(truth), len(read))
    return PageScore(common(truth, read), most, whole, len(page.articles), tuple(wrong))


def common(first: str, second: str) -> int:
    """The length of the longest common subsequence, by bits (H. Hyyrö, 2004)."""
    masks: dict[str, int] = {}
    for place, sign in enumerate(first):
        masks[sign] = masks.get(sign, 0) | 1 << place
    every = (1 << len(first)) - 1
    free = every
    for sign in second:
        used = free & masks.get(sign, 0)
        free = ((free + used) | (free - used)) & every
    return len(first) - free.bit_count()


def _place(words: str, read: str) -> float:
    """Where words stand in what was read: the median place of those of their 5-grams that occur once there."""
    grams = [words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1)]
    once = {gram for gram, times in Counter(grams).items() if times == 1}
    places = sorted(read.find(gram) for gram in grams if gram in once and read.count(gram) == 1)
    return places[len(places) // 2] if places else float(read.find(words))


def _bare(text: str) -> str:
    return "".join(text.split())
