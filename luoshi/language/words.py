"""Words: where one ends and the next begins, each with its part of speech.

The best path through a lattice of words is jieba's (its dictionary and its statistics, in Rust), over one lexicon:
the general one and the names of the indicator scheme's heads. Cuts of a name fall between words. The cutter is the one
that the package loads when it is imported: a second takes a fifth of a second to load and cuts alike.

    >>> [word.text for word in words("新开工改造老旧小区33个")]
    ['新开工', '改造', '老旧', '小区', '33', '个']
"""

from __future__ import annotations

from typing import NamedTuple

import rjieba


class Word(NamedTuple):
    """A word, its place, and its part of speech in ICTCLAS letters (n noun, v verb, d adverb, m number …)."""

    text: str
    start: int
    end: int
    tag: str


def words(text: str, guess: bool = True) -> list[Word]:
    """The words of ``text`` in order; together they are all of it.

    Without ``guess`` only words of the dictionary are longer than a character; with it, names that it lacks, too.
    """
    out: list[Word] = []
    at = 0
    for word, tag in rjieba.tag(text, guess):
        end = at + len(word)
        out.append(Word(word, at, end, tag))
        at = end
    return out


def tagged(text: str, guess: bool = True) -> list[tuple[str, str]]:
    """The words of ``text`` as (text, part of speech): :func:`words` without places, at a third of its time."""
    return rjieba.tag(text, guess)
