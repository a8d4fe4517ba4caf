"""Pages that are kept: those of one state of the ledger, and no more than fit."""

from __future__ import annotations

from luoshi.ways.web.kept_pages import KeptPages, Page


def page(words: str) -> Page:
    return Page(words.encode(), {})


def test_a_page_is_told_again_in_its_own_state_only() -> None:
    kept = KeptPages()
    kept.put((1,), "/overview", page("one"), 9)
    assert kept.get((1,), "/overview") == page("one")
    assert kept.get((1,), "/tasks") is None
    assert kept.get((2,), "/overview") is None
    kept.put((2,), "/tasks", page("two"), 6)
    assert kept.get((1,), "/overview") is None


def test_what_is_kept_is_bounded_and_the_page_asked_for_longest_ago_makes_way() -> None:
    kept = KeptPages(most=10_000, largest=3_000)
    for at in range(1000):
        kept.put((1,), at, page("x" * 1000), 0)
        kept.get((1,), 0)
        assert kept.size <= 10_000
    assert kept.get((1,), 0) is not None
    assert kept.get((1,), 999) is not None
    assert kept.get((1,), 500) is None


def test_a_page_that_is_too_large_is_not_kept() -> None:
    kept = KeptPages(most=10_000, largest=3_000)
    kept.put((1,), "/", page("x" * 4000), 0)
    kept.put((1,), "/?q=…", page("x"), 4000)
    assert (kept.size, kept.get((1,), "/"), kept.get((1,), "/?q=…")) == (0, None, None)


def test_a_page_kept_twice_counts_once() -> None:
    kept = KeptPages()
    kept.put((1,), "/", page("one"), 1)
    size = kept.size
    kept.put((1,), "/", page("two"), 1)
    assert (kept.size, kept.get((1,), "/")) == (size, page("two"))
    kept.put((2,), "/", page("one"), 1)
    assert kept.size == size
