"""Who is let in where others can reach the desk: strangers to sign in, readers to read, editors to write.

What is not named here is closed: a new page asks for a reader, a new deed for an editor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.attempts import Attempts
from luoshi.ways.web.metrics import PATH as METRICS
from luoshi.ways.web.metrics import is_local

if TYPE_CHECKING:
    from luoshi.service import Account, Accounts, Role
    from luoshi.ways.web.provider import Provider

SAFE = ("GET", "HEAD", "OPTIONS")
#: What strangers may ask for.
OPEN = ("/sign-in", "/sign-in/provider", "/sign-in/provider/back")
_STATIC = "/static/"
#: Deeds that change nothing of the ledger.
_OF_READERS = ("/check", "/sample/check", "/account/password", "/sign-out")
_OF_ADMINISTRATORS = ("/deeds", METRICS)


class Doors:
    """The accounts of a desk, what was tried to sign in, and the office's provider where there is one."""

    def __init__(self, accounts: Accounts, provider: Provider | None = None) -> None:
        self.accounts = accounts
        self.provider = provider
        self.attempts = Attempts()

    async def refusal(self, request: Request, session: str) -> Response | None:
        """Why a request is not answered, ``None`` where it is; who asks stands in ``request.state.account``."""
        if request.url.path.startswith(_STATIC) or (request.url.path == METRICS and is_local(request)):
            return None
        account = await run_in_threadpool(self.accounts.signed_in, session) if session else None
        request.state.account = account
        if request.url.path in OPEN:
            return None
        if account is None:
            return _to_sign_in(request)
        if not account.may(needed(request.method, request.url.path)):
            return _refused(request, account)
        return None

    async def note(self, request: Request, response: Response) -> None:
        """Log a deed of who is signed in, carried out or refused."""
        account: Account | None = request.state.account
        if account is None or request.method in SAFE or request.url.path in OPEN:
            return
        deed = getattr(request.scope.get("endpoint"), "__name__", "other")
        told = getattr(request.state, "told", {})
        await run_in_threadpool(
            service.log_deed, self.accounts, account.name, deed, request.url.path, told, response.status_code,
            address_of(request),
        )  # fmt: skip


def needed(method: str, path: str) -> Role:
    """The role that a request needs."""
    if path in _OF_ADMINISTRATORS:
        return "administrator"
    return "reader" if method in SAFE or path in _OF_READERS else "editor"


def address_of(request: Request) -> str:
    """The address from which a request comes."""
    return request.client.host if request.client else ""


def own_path(address: str) -> str:
    """An address within the desk to go on to, ``/`` for any other."""
    parts = urlsplit(address)
    inside = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if inside and not parts.scheme and not parts.netloc else "/"


def _to_sign_in(request: Request) -> Response:
    """The way to the page where one signs in; a program is told that it has to."""
    if "/api/" in request.url.path:
        return JSONResponse({"detail": "请先登录 / sign in first"}, 401)
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    where = "/sign-in" if request.method not in SAFE or wanted == "/" else f"/sign-in?next={quote(wanted)}"
    if "hx-request" in request.headers:
        return Response(status_code=401, headers={"HX-Redirect": "/sign-in"})
    return RedirectResponse(where, 303)


def _refused(request: Request, account: Account) -> Response:
    words = (
        f"{account.name} 的账号不能这样做，请找管理员。 "
        f"The account of {account.name} may not do this; ask an administrator."
    )
    if "/api/" in request.url.path:
        return JSONResponse({"detail": words}, 403)
    return PlainTextResponse(words, 403)
