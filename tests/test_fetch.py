"""Pages on the web: fetched within limits, politely, and only from where it is allowed."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from luoshi.documents import UnreadableFile
from luoshi.documents.fetch import MOST_REDIRECTS, Fetcher, _is_public
from luoshi.ledger import Ledger
from luoshi.service import batch

PAGE = "<html><body><p>全市一般公共预算收入完成182.4亿元，增长5.8%。</p></body></html>".encode()
MOST = 1 << 16


class Site(BaseHTTPRequestHandler):
    """A site with a page, redirects, a place that robots may not see, and too large a file."""

    asked: list[str]

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        status, heads, body = 200, {}, PAGE
        if self.path == "/robots.txt":
            body = b"User-agent: *\nDisallow: /secret\n"
        elif self.path.startswith("/to/"):
            status, heads, body = 302, {"Location": self.path.removeprefix("/to/")}, b""
        elif self.path == "/again":
            status, heads, body = 301, {"Location": "/again"}, b""
        elif self.path == "/none":
            status = 404
        elif self.path == "/large":
            body = b"x" * (MOST + 1)
        elif self.path == "/bomb":
            heads, body = {"Content-Encoding": "gzip"}, gzip.compress(b"0" * (50 * MOST))
        elif self.path == "/download":
            heads = {"Content-Disposition": "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.html"}
        self.send_response(status)
        for name, value in heads.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def test_the_bytes_come_as_they_are(site: str) -> None:
    with Fetcher(MOST, private=True) as fetcher:
        page = fetcher.fetch(f"{site}/2025/公报.html?x=1")
        assert (page.data, page.name) == (PAGE, "公报.html")
        assert fetcher.fetch(f"{site}/to//a.html").url == f"{site}/a.html"
        assert fetcher.fetch(f"{site}/download").name == "报告.html"
        assert fetcher.fetch(f"{site}/").name == "127.0.0.1"


def test_robots_are_asked_once_and_obeyed(site: str, server: ThreadingHTTPServer) -> None:
    with Fetcher(MOST, private=True) as fetcher:
        fetcher.fetch(f"{site}/a.html")
        with pytest.raises(UnreadableFile, match=r"robots\.txt"):
            fetcher.fetch(f"{site}/secret/b.html")
        with pytest.raises(UnreadableFile, match=r"robots\.txt"):
            fetcher.fetch(f"{site}/to//secret/b.html")
    assert server.asked == ["/robots.txt", "/a.html", "/to//secret/b.html"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/again", f"more than {MOST_REDIRECTS} times"),
        ("/none", "answered 404"),
        ("/large", "too large"),
        ("/bomb", "too large"),
        ("/to/file:///etc/passwd", "addresses begin with http"),
        ("/to/ftp://127.0.0.1/x", "addresses begin with http"),
    ],
)
def test_what_is_not_fetched(site: str, path: str, message: str) -> None:
    with Fetcher(MOST, private=True) as fetcher, pytest.raises(UnreadableFile, match=message):
        fetcher.fetch(site + path)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.1/", "http://0x7f000001/", "http://[::1]/", "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest", "http://10.1.2.3/", "http://192.168.0.1/", "http://0.0.0.0/",
    ],
)  # fmt: skip
def test_private_addresses_are_not_asked(url: str) -> None:
    with Fetcher(MOST) as fetcher, pytest.raises(UnreadableFile, match="private network"):
        fetcher.fetch(url)


def test_a_redirect_to_a_private_address_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.rpartition(":")[2]
    monkeypatch.setattr("luoshi.documents.fetch._is_public", lambda address: address == "127.0.0.1")
    with Fetcher(MOST) as fetcher, pytest.raises(UnreadableFile, match="private network"):
        fetcher.fetch(f"{site}/to/http://127.0.0.2:{port}/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2400:3200::1", True), ("100.64.0.1", False), ("224.0.0.1", False), ("fd00::1", False),
        ("2002:7f00:1::", False), ("::ffff:8.8.8.8", True), ("64:ff9b::10.0.0.1", False), ("64:ff9b::8.8.8.8", True),
        ("64:ff9b:1::8.8.8.8", False), ("::10.0.0.1", False), ("2001:0:a00:1::", False), ("fec0::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert _is_public(address) is public


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://a..b/", "http://" + "a" * 300, "http://no.invalid/"])
def test_addresses_that_are_none(url: str) -> None:
    with Fetcher(MOST) as fetcher, pytest.raises(UnreadableFile) as raised:
        fetcher.fetch(url)
    assert "\n" not in str(raised.value)


def test_a_page_is_added_with_its_address_and_its_bytes(site: str, tmp_path: Path) -> None:
    with Ledger(tmp_path / "luoshi.db") as ledger:
        (added,) = batch.add(ledger, [f"{site}/to//公报.html"], allow_private=True)
        assert added.state == "new"
        (row,) = ledger.series("一般公共预算收入", measure="level")
        document = ledger.record(row.id).document
        assert document.url == f"{site}/%E5%85%AC%E6%8A%A5.html"
        assert ledger.original(document.id) == PAGE
        assert [again.state for again in batch.add(ledger, [f"{site}/公报.html"], allow_private=True)] == ["known"]
        (refused,) = batch.add(ledger, [f"{site}/公报.html"])
        assert refused.state == "refused"
