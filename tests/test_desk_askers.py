"""Who asks for a page: nothing of them stands in what is written for one who is hidden."""

from __future__ import annotations

from luoshi.ways.web.askers import Asker, Named

EDITOR = Asker("a" * 64, Named("林越"), "", stranger=False, may_write=True)
ALONE = Asker("b" * 64, None, "苏问渠", stranger=False, may_write=True)


def written(asker: Asker) -> bytes:
    """A page as templates write it."""
    name = asker.account.name if asker.account else ""
    return f'<body data-token="{asker.token}"><a>{name}</a><input name="by" value="{asker.signer}">'.encode()


def test_who_is_hidden_tells_no_token_and_no_name() -> None:
    for asker, others in ((EDITOR, "林越"), (ALONE, "苏问渠")):
        page = written(asker.hidden()).decode()
        assert asker.token not in page
        assert others not in page
        assert asker.hidden().kind == asker.kind


def test_a_page_is_shown_to_each_with_their_own() -> None:
    other = Asker("c" * 64, Named("沈砚舟"), "", stranger=False, may_write=True)
    page = written(EDITOR.hidden())
    assert page == written(other.hidden())
    for asker in (EDITOR, other):
        assert asker.shown(page) == written(asker)
    assert ALONE.shown(written(ALONE.hidden())) == written(ALONE)


def test_names_never_become_markup_and_hide_nothing() -> None:
    sly = Asker("d" * 64, Named('"><script>\u202e'), '"><b>', stranger=False, may_write=False)
    page = sly.shown(written(sly.hidden())).decode()
    assert "<script>" not in page
    assert "<b>" not in page
    assert "\u202e" not in page
