"""Signing in at the office's provider: against one of its own, which vouches for whom it is told to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from office_desk import browser, opened_office, token_of

from luoshi.service.access.passwords import AccountError
from luoshi.ways.web.provider import Provider, ProviderError, provider_named

CLIENT, SECRET = "desk", "a secret of the office"


@cache
def key_of(owner: str) -> RSAKey:
    """Whose key signs; all are called alike."""
    return RSAKey.generate_key(2048, {"kid": "1"})


class Vouching(ThreadingHTTPServer):
    """A provider on this machine; ``claims`` are put over the right ones, ``asked`` is what the desk sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.issuer = f"http://127.0.0.1:{self.server_address[1]}"
        self.key = self.signs = key_of("the office")
        self.claims: dict[str, Any] = {}
        self.nonce = ""
        self.asked: dict[str, str] = {}

    def token(self) -> str:
        right = {
            "iss": self.issuer, "aud": CLIENT, "sub": "yan-0017", "nonce": self.nonce, "iat": int(time.time()),
            "exp": int(time.time()) + 300,
        }  # fmt: skip
        told = {name: value for name, value in (right | self.claims).items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": "1"}, told, self.signs)


class Answers(BaseHTTPRequestHandler):
    server: Vouching

    def do_GET(self) -> None:
        issuer = self.server.issuer
        if self.path == "/.well-known/openid-configuration":
            names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
            self._tell({"issuer": issuer} | {name: f"{issuer}/{name}" for name in names})
        else:
            self._tell({"keys": [self.server.key.as_dict(private=False)]})

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["content-length"])).decode()
        self.server.asked = {name: values[0] for name, values in parse_qs(sent).items()}
        self.server.asked["authorization"] = self.headers.get("authorization", "")
        self._tell({"access_token": "x", "token_type": "Bearer", "id_token": self.server.token()})

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _tell(self, what: dict[str, Any]) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def vouching() -> Iterator[Vouching]:
    with Vouching() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def office(vouching: Vouching, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    provider = Provider(f"{vouching.issuer}/.well-known/openid-configuration", CLIENT, SECRET)
    with opened_office(tmp_path_factory.mktemp("provider"), provider) as app:
        app.state.doors.accounts.add("yan-0017", "editor", None)
        yield app


def sent_out(client: TestClient, vouching: Vouching, onward: str = "/") -> dict[str, str]:
    """What the desk sends a browser to the provider with."""
    answer = client.get("/sign-in/provider", params={"next": onward}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(vouching.issuer)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}
    vouching.nonce = asked["nonce"]
    return asked


def came_back(client: TestClient, state: str) -> tuple[int, str]:
    """What comes of coming back: status, and where it leads."""
    answer = client.get("/sign-in/provider/back", params={"state": state, "code": "c"}, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", "")


def test_who_the_provider_vouches_for_is_signed_in(office: FastAPI, vouching: Vouching) -> None:
    client = browser(office)
    assert 'href="/sign-in/provider' in client.get("/sign-in").text
    asked = sent_out(client, vouching, "/overview?year=2025")
    assert (asked["client_id"], asked["code_challenge_method"], asked["response_type"]) == (CLIENT, "S256", "code")
    assert asked["redirect_uri"] == f"{client.base_url}/sign-in/provider/back".replace("//sign", "/sign")
    assert came_back(client, asked["state"]) == (303, "/overview?year=2025")
    assert "yan-0017" in client.get("/account").text
    assert vouching.asked["code_verifier"]
    assert vouching.asked["authorization"].startswith("Basic ")
    client.post("/sign-out", data={"token": token_of(client.get("/account").text)})
    assert client.get("/account", follow_redirects=False).status_code == 303


def test_an_address_that_the_provider_verified_is_a_name(office: FastAPI, vouching: Vouching) -> None:
    office.state.doors.accounts.add("Bai.Yu@linlan.example", "reader", None)
    for verified, status in ((True, 303), (False, 403), ("true", 403)):
        vouching.claims = {"sub": "8", "email": "bai.yu@linlan.example", "email_verified": verified}
        client = browser(office)
        assert came_back(client, sent_out(client, vouching)["state"])[0] == status, verified


def test_who_has_no_account_or_one_with_a_password_is_not_let_in(office: FastAPI, vouching: Vouching) -> None:
    for name in ("stranger", "林越"):
        vouching.claims = {"sub": name}
        client = browser(office)
        assert came_back(client, sent_out(client, vouching)["state"])[0] == 403
        assert client.get("/account", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "http://127.0.0.1:1"}, {"aud": "another"}, {"nonce": "another"}, {"nonce": None}, {"exp": 1},
        {"exp": None}, {"sub": None}, {"azp": "another"}, {"aud": None},
    ],
)  # fmt: skip
def test_a_token_that_is_not_for_this_desk_is_refused(
    office: FastAPI, vouching: Vouching, claims: dict[str, Any]
) -> None:
    client = browser(office)
    vouching.claims = claims
    assert came_back(client, sent_out(client, vouching)["state"])[0] == 401
    assert client.get("/account", follow_redirects=False).status_code == 303


def test_a_token_that_another_signed_is_refused(office: FastAPI, vouching: Vouching) -> None:
    vouching.signs = key_of("another")
    client = browser(office)
    assert came_back(client, sent_out(client, vouching)["state"])[0] == 401


def test_a_state_is_good_once_and_for_the_browser_that_set_out(office: FastAPI, vouching: Vouching) -> None:
    client, other = browser(office), browser(office)
    state = sent_out(client, vouching)["state"]
    assert came_back(other, state)[0] == 401
    assert came_back(client, "made-up")[0] == 401
    assert came_back(client, state)[0] == 303
    client.cookies.set("luoshi_provider", state)
    assert came_back(client, state)[0] == 401


def test_a_provider_that_does_not_answer_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    provider = Provider("http://127.0.0.1:1/.well-known/openid-configuration", CLIENT, SECRET)
    with opened_office(tmp_path_factory.mktemp("silent"), provider) as app:
        answer = browser(app).get("/sign-in/provider")
        assert answer.status_code == 502
        assert "统一登录现在用不了" in answer.text


def test_an_issuer_of_another_name_is_refused(vouching: Vouching) -> None:
    provider = Provider(
        f"{vouching.issuer.replace('127.0.0.1', 'localhost')}/.well-known/openid-configuration", "a", "b"
    )
    with pytest.raises(ProviderError, match="issuer"):
        provider.set_out("https://desk.example/back", "/")


def test_without_a_provider_there_is_no_way_to_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    with opened_office(tmp_path_factory.mktemp("none")) as app:
        assert browser(app).get("/sign-in/provider").status_code == 404
        assert "/sign-in/provider" not in browser(app).get("/sign-in").text


def test_the_environment_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LUOSHI_OIDC_URL", "LUOSHI_OIDC_CLIENT", "LUOSHI_OIDC_SECRET"):
        monkeypatch.delenv(name, raising=False)
    assert provider_named() is None
    monkeypatch.setenv("LUOSHI_OIDC_URL", "http://login.linlan.example/.well-known/openid-configuration")
    monkeypatch.setenv("LUOSHI_OIDC_CLIENT", CLIENT)
    with pytest.raises(AccountError, match="LUOSHI_OIDC_SECRET"):
        provider_named()
    monkeypatch.setenv("LUOSHI_OIDC_SECRET", SECRET)
    with pytest.raises(AccountError, match="https"):
        provider_named()
    monkeypatch.setenv("LUOSHI_OIDC_URL", "https://login.linlan.example/.well-known/openid-configuration")
    assert provider_named() is not None
