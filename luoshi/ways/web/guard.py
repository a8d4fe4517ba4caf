"""Who may ask the desk: hosts and origins that are its own, a token on every deed, headers that bind the browser.

A page elsewhere on the web can make a browser send requests to 127.0.0.1. It can't send them under the desk's own
name (its host is checked, which stops DNS rebinding), nor from its own origin, nor with the token that only the
desk's pages hold.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

_SAFE = ("GET", "HEAD", "OPTIONS")
_COOKIE = "luoshi_session"
TOKEN_FIELD = "token"
TOKEN_HEADER = "X-Luoshi-Token"

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
    """The checks of one running desk; ``hosts`` are the names under which it may be asked, without ports."""

    def __init__(self, hosts: tuple[str, ...]) -> None:
        self._hosts = hosts
        self._secret = secrets.token_bytes(32)

    async def __call__(self, request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        """Answer a request that may be asked, and bind the browser; refuse any other."""
        session = request.cookies.get(_COOKIE, "")
        fresh = "" if session else secrets.token_urlsafe(24)
        request.state.token = self._token(session or fresh)
        refusal = self._refusal(request)
        response = refusal or await answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        kept = "public, max-age=31536000, immutable" if request.url.path.startswith("/static/") else "no-store"
        response.headers.setdefault("Cache-Control", kept)
        if fresh and refusal is None:
            response.set_cookie(_COOKIE, fresh, httponly=True, samesite="strict", path="/")
        return response

    def _refusal(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if _name_of(host) not in self._hosts:
            return _refused(421, "请用 http://127.0.0.1 打开工作台。 Open the desk under http://127.0.0.1.")
        if request.method in _SAFE:
            return None
        origin = request.headers.get("origin")
        site = request.headers.get("sec-fetch-site", "same-origin")
        if (origin is not None and urlsplit(origin).netloc != host) or site not in ("same-origin", "none"):
            return _refused(403, "请求来自别的网站，没有执行。 It comes from another site and was not carried out.")
        return None

    def _token(self, session: str) -> str:
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()


def bears_token(request: Request, form: FormData) -> bool:
    """Whether a deed bears the token that the desk's own pages hold, in a header or in a field of its form."""
    borne = request.headers.get(TOKEN_HEADER) or form.get(TOKEN_FIELD) or ""
    return isinstance(borne, str) and hmac.compare_digest(borne.encode(), request.state.token.encode())


def _name_of(host: str) -> str:
    """The name in a ``Host`` header, without its port: ``127.0.0.1``, ``[::1]``."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _refused(status: int, words: str) -> Response:
    return PlainTextResponse(words, status)
