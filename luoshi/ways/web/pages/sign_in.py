"""Signing in and out, one's own account, and the log of deeds; where others can reach the desk."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from luoshi import service
from luoshi.ways.web.desk import Form, doors_of, language_of, show
from luoshi.ways.web.doors import Doors, address_of, own_path
from luoshi.ways.web.guard import COOKIE, keep_session
from luoshi.ways.web.options import Words
from luoshi.ways.web.provider import ProviderError
from luoshi.ways.web.words import said

if TYPE_CHECKING:
    from luoshi.service import Account

router = APIRouter()
_STATE = "luoshi_provider"
_AWAY = "/sign-in/provider"
_ROWS = 200  # deeds on one page
_HASHING = threading.Semaphore(2)  # a hash takes 64 MB
Next = Annotated[str, Query(max_length=2000)]


@router.get("/sign-in")
def sign_in(request: Request, next: Next = "/") -> Response:
    """The page where one signs in."""
    if request.state.account is not None:
        return RedirectResponse(own_path(next), 303)
    return _asked(request, 200, "", "", own_path(next))


@router.post("/sign-in")
def sign_in_now(request: Request, form: Form) -> Response:
    """Sign in with a name and a password."""
    doors, language = doors_of(request), language_of(request)
    name, password, onward = (str(form.get(field) or "") for field in ("name", "password", "next"))
    address = address_of(request)
    wait = doors.attempts.wait(address, name)
    if wait:
        _log(doors, name, "sign_in_refused", request, 429)
        words = said(language, "account.wait", minutes=wait // 60 + 1)
        response = _asked(request, 429, words, name, own_path(onward))
        response.headers["Retry-After"] = str(wait)
        return response
    doors.attempts.failed(address, name)  # until it is known to be right: many at once are counted, too
    with _HASHING:
        account = doors.accounts.with_password(name, password)
    if account is None:
        _log(doors, name, "sign_in_refused", request, 401)
        return _asked(request, 401, said(language, "account.wrong"), name, own_path(onward))
    doors.attempts.succeeded(address, name)
    return _begun(request, doors, account, own_path(onward))


@router.get(_AWAY)
def to_provider(request: Request, next: Next = "/") -> Response:
    """The way to the office's provider."""
    doors = doors_of(request)
    if doors.provider is None:
        raise HTTPException(404)
    try:
        address, state = doors.provider.set_out(_back(request), own_path(next))
    except ProviderError as error:
        raise HTTPException(502, said(language_of(request), "account.no_provider")) from error
    response = RedirectResponse(address, 303)
    secure = request.url.scheme == "https"
    response.set_cookie(_STATE, state, max_age=600, httponly=True, secure=secure, samesite="lax", path=_AWAY)
    return response


@router.get(f"{_AWAY}/back")
def from_provider(request: Request, state: Words = "", code: Annotated[str, Query(max_length=4000)] = "") -> Response:
    """Back from the office's provider: who it vouches for is signed in where there is an account."""
    doors = doors_of(request)
    if doors.provider is None:
        raise HTTPException(404)
    words = said(language_of(request), "account.not_vouched")
    if not state or not code or request.cookies.get(_STATE) != state:
        return _asked(request, 401, words, "", "/")
    try:
        names, onward = doors.provider.come_back(state, code)
    except ProviderError as error:
        _log(doors, "", "provider_refused", request, 401, {"why": str(error)})
        return _asked(request, 401, words, "", "/")
    account = next(filter(None, map(doors.accounts.with_provider, names)), None)
    if account is None:
        _log(doors, names[-1], "sign_in_refused", request, 403)
        return _asked(request, 403, said(language_of(request), "account.no_account", name=names[-1]), "", "/")
    response = _begun(request, doors, account, onward)
    response.delete_cookie(_STATE, path=_AWAY)
    return response


@router.post("/sign-out")
def sign_out(request: Request, form: Form) -> Response:
    """End the session."""
    doors_of(request).accounts.end(request.cookies.get(COOKIE, ""))
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(COOKIE, path="/")
    return response


@router.get("/account")
def account(request: Request) -> Response:
    """One's own account."""
    return _own(request, 200, "")


@router.post("/account/password")
def password(request: Request, form: Form) -> Response:
    """Another password for one's own account; every session of it ends."""
    doors, account = doors_of(request), request.state.account
    old, new, again = (str(form.get(field) or "") for field in ("password", "new_password", "again"))
    address, language = address_of(request), language_of(request)
    if doors.attempts.wait(address, account.name):
        return _own(request, 429, said(language, "account.wait", minutes=15))
    with _HASHING:
        if doors.accounts.with_password(account.name, old) is None:
            doors.attempts.failed(address, account.name)
            return _own(request, 401, said(language, "account.wrong_password"))
        if new != again:
            return _own(request, 400, said(language, "account.not_alike"))
        try:
            doors.accounts.set_password(account.name, new)
        except service.AccountError as error:
            return _own(request, 400, str(error))
    return _begun(request, doors, account, "/account")


@router.get("/deeds")
def deeds(request: Request, who: Words = "", before: Annotated[int, Query(ge=0, le=2**53)] = 0) -> Response:
    """What was done at the desk, by whom and when."""
    accounts = doors_of(request).accounts
    rows = service.logged_deeds(accounts, who, before, _ROWS)
    return show(request, "deeds.html", rows=rows, who=who, accounts=accounts.all(), full=len(rows) == _ROWS)


def _own(request: Request, status: int, failure: str) -> Response:
    """The page of one's own account, and what was refused."""
    return show(request, "account.html", status, account=request.state.account, failure=failure)


def _asked(request: Request, status: int, failure: str, name: str, onward: str) -> Response:
    provider = doors_of(request).provider is not None
    return show(request, "sign_in.html", status, failure=failure, name=name, onward=onward, provider=provider)


def _begun(request: Request, doors: Doors, account: Account, onward: str) -> Response:
    """A new session, under a new name: what the browser held before is no session."""
    _log(doors, account.name, "sign_in", request, 303)
    response = RedirectResponse(onward, 303)
    keep_session(request, response, doors.accounts.begin(account), "lax")
    return response


def _back(request: Request) -> str:
    return f"{request.url.scheme}://{request.headers['host']}{_AWAY}/back"


def _log(doors: Doors, who: str, what: str, request: Request, status: int, told: dict[str, str] | None = None) -> None:
    service.log_deed(doors.accounts, who, what, request.url.path, told or {}, status, address_of(request))
