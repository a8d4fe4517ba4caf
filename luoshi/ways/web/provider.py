"""Signing in at the office's own provider: OpenID Connect, the code flow with a proof key (PKCE), through Authlib.

Three variables of the environment name it, so that no secret stands in a command or a file of the project:

    LUOSHI_OIDC_URL      https://login.example.gov.cn/.well-known/openid-configuration
    LUOSHI_OIDC_CLIENT   the desk's client id
    LUOSHI_OIDC_SECRET   its secret

Who comes back from it has an account here already (``luoshi accounts add NAME --provider``), whose name is the
provider's own for the person (``sub``), or the address that the provider has verified.
"""

from __future__ import annotations

import os
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from luoshi import service

_VARIABLES = ("LUOSHI_OIDC_URL", "LUOSHI_OIDC_CLIENT", "LUOSHI_OIDC_SECRET")
_ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "RS384", "ES384", "PS384", "RS512", "ES512", "PS512")
_LOCAL = ("127.0.0.1", "localhost", "::1")
_WITHIN = 600  # seconds from setting out to coming back
_REMEMBERED = 1000  # of those who set out
_TIMEOUT = 10  # seconds
_LEEWAY = 60  # seconds by which clocks may differ


class ProviderError(Exception):
    """What the provider answered can't be relied on; the message says what, for the log."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is remembered of who set out: the proof key, the number used once, where to come back and go on."""

    verifier: str
    nonce: str
    back: str
    onward: str
    at: float


class Provider:
    """A provider of OpenID Connect, asked when it is first needed."""

    def __init__(self, discovery: str, client: str, secret: str) -> None:
        self._discovery = _safe(discovery)
        self._client = client
        self._secret = secret
        self._about: Mapping[str, Any] = {}
        self._away: OrderedDict[str, _Setting] = OrderedDict()
        self._turn = threading.Lock()

    def set_out(self, back: str, onward: str) -> tuple[str, str]:
        """The provider's address to send a browser to, and the state by which it is known when it comes ``back``."""
        about = self._told()
        setting = _Setting(secrets.token_urlsafe(48), secrets.token_urlsafe(24), back, onward, time.monotonic())
        state = secrets.token_urlsafe(24)
        with self._opened(back) as client:
            address, _ = client.create_authorization_url(
                _safe(about["authorization_endpoint"]), state=state, nonce=setting.nonce,
                code_verifier=setting.verifier,
            )  # fmt: skip
        with self._turn:
            self._away[state] = setting
            while len(self._away) > _REMEMBERED:
                self._away.popitem(last=False)
        return str(address), state

    def come_back(self, state: str, code: str) -> tuple[tuple[str, ...], str]:
        """The names under which the provider vouches for who comes back, and where they wanted to go on to.

        :class:`ProviderError` for a state that is not known, and an answer that is not signed for this desk.
        """
        with self._turn:
            setting = self._away.pop(state, None)
        if setting is None or time.monotonic() - setting.at > _WITHIN:
            raise ProviderError("unknown or old state")
        try:
            about = self._told()
            with self._opened(setting.back) as client:
                token = client.fetch_token(_safe(about["token_endpoint"]), code=code, code_verifier=setting.verifier)
                keys = client.request("GET", _safe(about["jwks_uri"]), withhold_token=True).raise_for_status().json()
            return self._names(token["id_token"], keys, setting.nonce), setting.onward
        except ProviderError:
            raise
        except Exception as error:  # whatever a provider answers, the desk goes on
            raise ProviderError(f"{type(error).__name__}: {error}") from error

    def _names(self, id_token: str, keys: Mapping[str, Any], nonce: str) -> tuple[str, ...]:
        """The names in a token whose signature, issuer, audience, time and nonce are right."""
        from joserfc import jwt
        from joserfc.jwk import KeySet

        known = self._about.get("id_token_signing_alg_values_supported") or ["RS256"]
        token = jwt.decode(id_token, KeySet.import_key_set(dict(keys)), [name for name in _ALGORITHMS if name in known])  # type: ignore[arg-type]
        jwt.JWTClaimsRegistry(
            leeway=_LEEWAY,
            iss={"essential": True, "value": self._about["issuer"]},
            aud={"essential": True, "value": self._client},
            sub={"essential": True},
            exp={"essential": True},
            nonce={"essential": True, "value": nonce},
        ).validate(token.claims)
        azp = token.claims.get("azp")
        if azp is not None and azp != self._client:
            raise ProviderError("azp")
        verified = token.claims.get("email") if token.claims.get("email_verified") is True else ""
        return tuple(name for name in (token.claims["sub"], verified) if isinstance(name, str) and name)

    def _told(self) -> Mapping[str, Any]:
        """What the provider tells of itself."""
        if not self._about:
            try:
                with self._opened("") as client:
                    about = client.request("GET", self._discovery, withhold_token=True).raise_for_status().json()
                if self._discovery != f"{str(about['issuer']).rstrip('/')}/.well-known/openid-configuration":
                    raise ProviderError("the issuer is another one than the discovery address says")
            except ProviderError:
                raise
            except Exception as error:
                raise ProviderError(f"{type(error).__name__}: {error}") from error
            self._about = about
        return self._about

    def _opened(self, back: str) -> Any:
        from authlib.integrations.httpx_client import OAuth2Client

        return OAuth2Client(
            self._client, self._secret, scope="openid email", redirect_uri=back, timeout=_TIMEOUT,
            code_challenge_method="S256",
        )  # fmt: skip


def provider_named() -> Provider | None:
    """The provider that the environment names, ``None`` where it names none.

    :class:`~luoshi.service.AccountError` where it names one in part, over plain HTTP, or the extra is missing.
    """
    held = [os.environ.get(name, "").strip() for name in _VARIABLES]
    if not any(held):
        return None
    if not all(held):
        missing = "、".join(name for name, words in zip(_VARIABLES, held, strict=True) if not words)
        raise service.AccountError(f"还须说明 {missing} / these variables are needed, too")
    try:
        import authlib.integrations.httpx_client  # noqa: F401  # what is missing is told when the desk starts
    except ImportError as error:
        raise service.AccountError(" / ".join(service.needs("oidc"))) from error
    try:
        return Provider(*held)
    except ProviderError as error:
        raise service.AccountError(
            f"{_VARIABLES[0]} 须是 https 地址 / it has to be an address of HTTPS ({error})"
        ) from error


def _safe(address: object) -> str:
    """An address over HTTPS, or on this machine; :class:`ProviderError` for any other."""
    parts = urlsplit(str(address))
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise ProviderError(f"not HTTPS: {address}")
    return str(address)
