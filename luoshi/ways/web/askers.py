"""Who asks for a page, as pages tell it; and stand-ins, with which a page is written that several people are shown."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from urllib.parse import unquote

from markupsafe import escape
from starlette.requests import Request

from luoshi.ways.web.guard import SIGNER
from luoshi.ways.web.unseen import clean


@dataclass(frozen=True, slots=True)
class Named:
    """An account by its ``name``, which is all that pages about the ledger tell of it."""

    name: str


@dataclass(frozen=True, slots=True)
class Asker:
    """What pages tell of who asks: the browser's ``token``, the ``account`` of who is signed in, who signed last.

    ``stranger`` is who is not signed in where one has to be; who may not write is shown no deeds.
    """

    token: str
    account: Named | None
    signer: str
    stranger: bool
    may_write: bool

    @property
    def kind(self) -> tuple[bool, bool, bool]:
        """What makes a page another one, its token and names aside."""
        return self.account is not None, self.stranger, self.may_write

    def hidden(self) -> Asker:
        """Anyone of this kind: stand-ins for the token and the names, which nobody can guess and no document holds."""
        account = None if self.account is None else Named(_NAME)
        return replace(self, token=_TOKEN, account=account, signer=_SIGNER)

    def shown(self, page: bytes) -> bytes:
        """A page that was written for one who is hidden, with the token and the names of this one."""
        for stand_in, words in (
            (_TOKEN, self.token),
            (_NAME, self.account.name if self.account else ""),
            (_SIGNER, self.signer),
        ):
            page = page.replace(stand_in.encode(), escape(clean(words)).encode())
        return page


_TOKEN, _NAME, _SIGNER = (secrets.token_hex(32) for _ in range(3))


def asker_of(request: Request) -> Asker:
    """Who asks; one who is hidden while a page is written that is kept."""
    account = request.state.account
    told = Asker(
        token=request.state.token,
        account=None if account is None else Named(account.name),
        signer=unquote(request.cookies.get(SIGNER, ""))[:80],
        stranger=account is None and hasattr(request.app.state, "doors"),
        may_write=account is None or account.may("editor"),
    )
    return told.hidden() if getattr(request.state, "hidden", False) else told
