"""A page or file on the web is fetched once, politely and within limits; its bytes are kept as they came.

Only ``http`` and ``https``, and only addresses of the public internet unless that is allowed otherwise: a name
is resolved here, its addresses are checked, and the connection goes to the address that was checked, at
every redirect anew. What a site's robots.txt forbids (RFC 9309) is not fetched.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, unquote

import httpx
from protego import Protego

from luoshi.documents.unreadable import UnreadableFile

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0  # between two pieces of an answer
TOTAL_SECONDS = 120.0  # for one address with its redirects
MOST_REDIRECTS = 5
LARGEST_ROBOTS = 512 * 1024  # bytes; RFC 9309 asks for 500 KiB at least
USER_AGENT = "luoshi"

_HEADERS = {
    "User-Agent": f"{USER_AGENT} (reader of official documents; one request at a time)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9",
}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052
_LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")  # RFC 8215
_COMPATIBLE = ipaddress.IPv6Network("::/96")  # RFC 4291, 2.5.5.1; :: and ::1 come out as 0.0.0.0 and 0.0.0.1
_FILE_NAME = re.compile(r"filename\*?\s*=\s*(?:UTF-8'[^']{0,9}')?\"?([^\";]{1,200})", re.I)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address it came from after redirects, a file name for it, and its bytes as they came."""

    url: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    url: httpx.URL
    headers: httpx.Headers
    data: bytes


class Fetcher:
    """Fetches addresses one after the other; each site's robots.txt is asked once. Used in a ``with`` statement.

    ``most`` is the largest answer in bytes, ``private`` allows addresses that are not on the public internet.
    """

    def __init__(self, most: int, private: bool = False) -> None:
        self._most = most
        self._private = private
        self._robots: dict[str, Protego | None] = {}
        timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        # No proxy of the environment: the address that was checked is the one that is asked.
        self._client = httpx.Client(headers=_HEADERS, timeout=timeout, trust_env=False, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, url: str) -> Fetched:
        """The bytes at an address. Raises :class:`UnreadableFile` for whatever keeps them from being had."""
        try:
            answer = self._followed(httpx.URL(url), url, self._most, robots=True)
        except httpx.TimeoutException:
            raise UnreadableFile(
                url, "网站没有及时答复，请稍后再试", "the site did not answer in time; try later"
            ) from None
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            if isinstance(error, UnreadableFile):
                raise
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            raise UnreadableFile(
                url, f"取不到这个网址（{reason}）", f"the address can't be fetched ({reason})"
            ) from None
        if answer.status != 200:
            raise UnreadableFile(
                url, f"网站答复 {answer.status}，没有给出文件", f"the site answered {answer.status} and gave no file"
            )
        return Fetched(str(answer.url), _name(answer), answer.data)

    def _followed(self, address: httpx.URL, url: str, most: int, robots: bool) -> _Answer:
        """The last answer after redirects."""
        end = time.monotonic() + TOTAL_SECONDS
        for _ in range(MOST_REDIRECTS + 1):
            if address.scheme not in ("http", "https") or not address.host:
                raise UnreadableFile(
                    url,
                    "网址只能是 http:// 或 https://，本机的文件请直接写路径",
                    "addresses begin with http:// or https://; name a file on this machine by its path",
                )
            if robots and not self._allowed(address, url):
                raise UnreadableFile(
                    url,
                    "网站的 robots.txt 不允许程序读取，请在浏览器中另存后再读",
                    "the site's robots.txt forbids programs; save the page from a browser and read that",
                )
            answer = self._asked(address, url, most, end)
            target = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                return answer
            address = address.join(target)
        raise UnreadableFile(
            url, f"网址转了 {MOST_REDIRECTS} 次以上", f"the address redirects more than {MOST_REDIRECTS} times"
        )

    def _allowed(self, address: httpx.URL, url: str) -> bool:
        """What the site's robots.txt says; one that can't be had for the site's fault forbids (RFC 9309, 2.3.1.4)."""
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        if site not in self._robots:
            try:
                answer = self._followed(httpx.URL(f"{site}/robots.txt"), url, LARGEST_ROBOTS, robots=False)
                status, rules = answer.status, answer.data.decode("utf-8", "replace")
            except UnreadableFile as error:
                if isinstance(error, _TooLarge):
                    status, rules = 404, ""
                else:
                    raise
            self._robots[site] = None if status >= 500 else Protego.parse(rules if status < 300 else "")
        robots = self._robots[site]
        return robots is not None and robots.can_fetch(str(address), USER_AGENT)

    def _asked(self, address: httpx.URL, url: str, most: int, end: float) -> _Answer:
        """One request, to an address that was checked, read up to ``most`` bytes until ``end``."""
        host = address.host
        checked = address.copy_with(host=self._address_of(host, address.port or 0, url))
        request = self._client.build_request(
            "GET", checked, headers={"Host": address.netloc.decode("ascii")}, extensions={"sni_hostname": host}
        )
        response = self._client.send(request, stream=True)
        try:
            pieces: list[bytes] = []
            size = 0
            for piece in response.iter_bytes():
                size += len(piece)
                if size > most:
                    raise _TooLarge(
                        url, f"文件太大（上限 {most >> 20} MB）", f"it is too large (at most {most >> 20} MB)"
                    )
                if time.monotonic() > end:
                    raise httpx.ReadTimeout("", request=request)
                pieces.append(piece)
        finally:
            response.close()
        return _Answer(response.status_code, address, response.headers, b"".join(pieces))

    def _address_of(self, host: str, port: int, url: str) -> str:
        """The first address of a host, if all are on the public internet or others are allowed."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError:
            raise UnreadableFile(
                url, "找不到这个网站，请检查网址", "there is no such site; check the address"
            ) from None
        addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
        if not self._private and not all(_is_public(address) for address in addresses):
            raise UnreadableFile(
                url,
                "这是内部网络的地址，要读请加 --allow-private",
                "this is an address of a private network; --allow-private allows it",
            )
        return addresses[0]


class _TooLarge(UnreadableFile):
    """An answer is larger than what was asked for."""


def _is_public(address: str) -> bool:
    """Whether an address is on the public internet; one of IPv4 in IPv6's clothes is judged as what it is."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        if found.is_site_local or found in _LOCAL_NAT64:
            return False
        inner = _embedded(found)
        if inner:
            return all(each.is_global and not each.is_multicast for each in inner)
    return found.is_global and not found.is_multicast


def _embedded(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that packets to an IPv6 address may come out at."""
    if address in _NAT64 or address in _COMPATIBLE:
        return [ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    return list(address.teredo or ())


def _name(answer: _Answer) -> str:
    """A file name for an answer: the one it is sent with, or the end of its address."""
    stated = _FILE_NAME.search(answer.headers.get("content-disposition", ""))
    name = unquote(stated[1]).strip() if stated else unquote(answer.url.path.rstrip("/").rpartition("/")[2])
    return re.split(r"[\\/]", name)[-1] or quote(answer.url.host)
