"""Who may ask the desk: hosts and origins that are its own, a token on every deed, headers that bind the browser.

A page elsewhere on the web can make a browser send requests to 127.0.0.1. It can't send them under the desk's own
name (its host is checked, which stops DNS rebinding), nor from its own origin, nor with the token that only the
desk's pages hold. Where others can reach the desk, :mod:`luoshi.ways.web.doors` asks who they are besides.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from typing import Literal
from urllib.parse import quote, urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from luoshi.ways.web.doors import SAFE, Doors

COOKIE = "luoshi_session"
SIGNER = "luoshi_by"
TOKEN_FIELD = "token"
TOKEN_HEADER = "X-Luoshi-Token"

_YEAR = 365 * 24 * 3600  # seconds that a browser remembers who signed last
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}


class Guard:
    """The checks of one running desk.

    ``hosts`` are the names under which it may be asked, without ports. With ``doors`` others can reach it: numeric
    addresses, which no one can make another name of, are its own too, and who asks has to be signed in.
    """

    def __init__(self, hosts: tuple[str, ...], doors: Doors | None = None) -> None:
        self._hosts = tuple(name.lower() for name in hosts)
        self._doors = doors
        self._secret = secrets.token_bytes(32)

    async def __call__(self, request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        """Answer a request that may be asked, and bind the browser; refuse any other."""
        session = request.cookies.get(COOKIE, "")
        fresh = "" if session else secrets.token_urlsafe(24)
        request.state.token = self._token(session or fresh)
        request.state.account = None
        refusal = self._refusal(request)
        if refusal is None and self._doors is not None:
            refusal = await self._doors.refusal(request, session)
        response = refusal or await answer(request)
        if self._doors is not None:
            await self._doors.note(request, response)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        kept = "public, max-age=31536000, immutable" if request.url.path.startswith("/static/") else "no-store"
        response.headers.setdefault("Cache-Control", kept)
        given = any(cookie.startswith(f"{COOKIE}=") for cookie in response.headers.getlist("set-cookie"))
        if by := getattr(request.state, "signer", ""):
            response.set_cookie(SIGNER, quote(by), max_age=_YEAR, samesite="strict", path="/")
        if fresh and refusal is None and not given:
            keep_session(request, response, fresh, "strict")
        return response

    def _refusal(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if not self._is_own(_name_of(host)):
            if self._doors is not None:
                return _refused(
                    421, "工作台没有这个名称，启动时用 --name 说明。 The desk has no such name; --name states it."
                )
            return _refused(421, "请用 http://127.0.0.1 打开工作台。 Open the desk under http://127.0.0.1.")
        if request.method in SAFE:
            return None
        origin = request.headers.get("origin")
        site = request.headers.get("sec-fetch-site", "same-origin")
        if (origin is not None and urlsplit(origin).netloc != host) or site not in ("same-origin", "none"):
            return _refused(403, "请求来自别的网站，没有执行。 It comes from another site and was not carried out.")
        return None

    def _is_own(self, name: str) -> bool:
        return name in self._hosts or (self._doors is not None and _is_numeric(name))

    def _token(self, session: str) -> str:
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()


def keep_session(request: Request, response: Response, session: str, site: Literal["strict", "lax"]) -> None:
    """Have the browser keep a session, from scripts and, where it is asked over HTTPS, from plain HTTP.

    ``site`` is ``strict``, or ``lax`` for one that links from elsewhere are to find signed in.
    """
    https = request.url.scheme == "https"
    response.set_cookie(COOKIE, session, httponly=True, secure=https, samesite=site, path="/")


def bears_token(request: Request, form: FormData) -> bool:
    """Whether a deed bears the token that the desk's own pages hold, in a header or in a field of its form."""
    borne = request.headers.get(TOKEN_HEADER) or form.get(TOKEN_FIELD) or ""
    return isinstance(borne, str) and hmac.compare_digest(borne.encode(), request.state.token.encode())


def _name_of(host: str) -> str:
    """The name in a ``Host`` header, without its port: ``127.0.0.1``, ``[::1]``."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _is_numeric(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _refused(status: int, words: str) -> Response:
    return PlainTextResponse(words, status)
