"""What a page of docs/ becomes in the site (a hook of MkDocs)."""

from __future__ import annotations

import re
from typing import Any

_OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)+(?:luoshi|labels|tools|tests)/[^)]*\)")
_BY_HAND = re.compile(r"<!-- by hand:.*?-->\n", re.S)
_CODE = re.compile(r"(^```.*?^```\n)", re.S | re.M)
_WIDE = "\u2014\u201c\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff60"
_BROKEN = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The page without what only tests run, without links to files that the site has not, and without the spaces that
    line ends would become between Chinese characters."""
    words = _OUTSIDE.sub(r"\1", _BY_HAND.sub("", markdown))
    return "".join(part if part.startswith("```") else _BROKEN.sub("", part) for part in _CODE.split(words))
