"""What a web page's head, and the list before an official document's text, say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from luoshi.documents import heads
from luoshi.documents.table_lines import LARGEST_TEXT

_SPACES = re.compile(r"[ \t\r\n\f]+")
_DATE = re.compile(r"(20\d\d|19\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
_DATED = re.compile(
    r"(?:发布|发文|成文|公开|更新|生成)?(?:日期|时间)\s*[:：]\s*((?:20|19)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})"
)
_SITE_NAME = re.compile(r"\s*(?:[-_|—–]{1,2}|\s-\s)\s*[^-_|—–]{2,30}\s*\Z")
_TITLE_NAMES = ("articletitle", "pagetitle", "og:title")
_DATE_NAMES = ("pubdate", "publishdate", "article:published_time", "firstpublishedtime", "publish-date")
_PUBLISHER_NAMES = ("contentsource", "author", "sitename", "og:site_name")
_URL_NAMES = ("url", "og:url")
_MOST_HEAD = 200_000  # characters of a page, menus and scripts with it, in which its head stands


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page's title, day (ISO 8601), publisher, document number and address; empty where it says nothing."""

    title: str
    date: str
    publisher: str
    number: str
    url: str


def page_head(page: html.HtmlElement, body: html.HtmlElement) -> PageHead:
    """What the page says of itself in its meta elements, its title, and the list of 发文机关, 发文字号, 成文日期."""
    metadata = _metadata(page)
    # The list before the text of an official document.
    stated = heads.stated(_SPACES.sub(" ", body.text_content()[:_MOST_HEAD]))
    return PageHead(
        title=_title(page, metadata),
        date=_date(metadata, body) or stated.date,
        publisher=next((metadata[key] for key in _PUBLISHER_NAMES if metadata.get(key)), stated.publisher),
        number=stated.number,
        url=next((metadata[key] for key in _URL_NAMES if metadata.get(key, "").startswith("http")), ""),
    )


def _metadata(page: html.HtmlElement) -> dict[str, str]:
    """The page's meta elements, names in lower case; the first of a name that says something."""
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        key = (meta.get("name") or meta.get("property") or "").strip().lower()
        words = _SPACES.sub(" ", meta.get("content") or "").strip()
        if key and words:
            found.setdefault(key, words)
    return found


def _title(page: html.HtmlElement, metadata: dict[str, str]) -> str:
    for key in _TITLE_NAMES:
        if metadata.get(key):
            return metadata[key]
    words = _SPACES.sub(" ", page.findtext(".//title") or "").strip()
    for _ in range(4):  # the site's and the column's names stand after the title: 公报_统计数据_某市人民政府
        shorter = _SITE_NAME.sub("", words)
        if len(shorter) < 6 or shorter == words:
            break
        words = shorter
    return words


def _date(metadata: dict[str, str], body: html.HtmlElement) -> str:
    for key in _DATE_NAMES:
        found = _DATE.match(metadata.get(key, ""))
        if found:
            return _iso(found)
    printed = _DATED.search(body.text_content()[:LARGEST_TEXT])
    return _iso(found) if printed and (found := _DATE.match(printed[1])) else ""


def _iso(found: re.Match[str]) -> str:
    month, day = int(found[2]), int(found[3])
    return f"{found[1]}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""
