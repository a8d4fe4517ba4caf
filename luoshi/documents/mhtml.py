"""A page that a browser saved as one file (.mhtml, RFC 2557) becomes the text of the page in it."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable
from email.message import EmailMessage
from itertools import islice
from urllib.parse import urljoin

from luoshi.documents import web_pages
from luoshi.documents.content import Content
from luoshi.documents.encodings import decode
from luoshi.documents.packages import broken
from luoshi.documents.unreadable import UnreadableFile

_MOST_PARTS = 2000  # pictures and style sheets of a page


def read(data: bytes, name: str) -> Content:
    """The article of the archive's first page, as its style sheets show it; its address is the one it was saved from.

    Raises :class:`UnreadableFile` where there is no page in it. Pictures and frames are not read, and
    nothing is fetched.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(islice(message.walk(), _MOST_PARTS))
        page = next(filter(_is_page, parts), None)
        source = page.get_payload(decode=True) if page is not None else None
        charset = str(page.get_content_charset("")) if page is not None else ""
        stated = (
            part.get(head)
            for part, head in ((page, "Content-Location"), (message, "Snapshot-Content-Location"))
            if part
        )
        address = next((str(found).strip() for found in stated if found), "")
        sheets = _sheets(parts)
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError, IndexError):
        raise broken(name) from None  # the parser of the standard library fails in these ways on damaged heads
    if not isinstance(source, bytes) or not source.strip():
        raise UnreadableFile(name, "网页档案里没有网页", "there is no page in the archive")
    found = web_pages.read(_marked(source, charset), name, _linked(sheets, address))
    url = found.url or (address if address.startswith(("http://", "https://")) else "")
    return Content(found.text, "mhtml", found.encoding, found.title, found.date, found.publisher, found.number, url)


def _is_page(part: EmailMessage) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _sheets(parts: list[EmailMessage]) -> dict[str, bytes]:
    """The archive's style sheets by the addresses that pages link to them by (RFC 2557, RFC 2392: cid:)."""
    found: dict[str, bytes] = {}
    for part in parts:
        source = part.get_payload(decode=True) if part.get_content_type() == "text/css" else None
        if isinstance(source, bytes):
            for address in (str(part.get("Content-Location", "")), f"cid:{part.get('Content-ID', '')}"):
                found.setdefault(re.sub(r"[<>\s]", "", address), source)
    return found


def _linked(sheets: dict[str, bytes], address: str) -> Callable[[str], str]:
    """What gives the text of an archive's style sheet, for a page of this address."""

    def text(link: str) -> str:
        try:
            source = sheets.get(link) or sheets.get(urljoin(address, link), b"")
        except ValueError:  # no address
            return ""
        decoded = decode(source)
        return decoded[0] if decoded else ""

    return text


def _marked(source: bytes, charset: str) -> bytes:
    """The page in UTF-8 with a mark, where only the archive says what its characters are."""
    try:
        return b"\xef\xbb\xbf" + source.decode(charset).encode() if charset else source
    except (LookupError, ValueError):  # of no such charset, a charset with a zero byte, and other characters
        return source
