"""Whether a built site loads anything from elsewhere: python tools/site_check.py site (exit status 1 where it does)."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

# What a browser fetches by itself: attribute of element; links that a reader follows are not among them.
_FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "link": "href"}
_NAMES = ("canonical", "next", "prev")  # a link that only names a page
_STYLE = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")]+)")


class _Page(HTMLParser):
    """The addresses elsewhere that a page fetches."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get(_FETCHED.get(tag, "")) or ""
        if re.match(r"(?:https?:)?//", address) and given.get("rel") not in _NAMES:
            self.found.append(address)


def elsewhere(folder: Path) -> list[str]:
    """A line for each address that a page or a style sheet below ``folder`` fetches from elsewhere."""
    lines = []
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".html":
            page = _Page()
            page.feed(file.read_text("utf-8"))
            lines += [f"{file}: {address}" for address in page.found]
        elif file.suffix == ".css":
            lines += [f"{file}: {address}" for address in _STYLE.findall(file.read_text("utf-8"))]
    return lines


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if not (folder / "index.html").exists():
        sys.exit(f"{folder}: 没有网站 / there is no site")
    found = elsewhere(folder)
    print("\n".join(found) or f"{folder}: {len(list(folder.rglob('*.html')))} pages, nothing loaded from elsewhere")
    sys.exit(1 if found else 0)
