"""Docstrings as Markdown for the site (an extension of Griffe): roles become code, examples become blocks."""

from __future__ import annotations

import re
from typing import Any

import griffe

_ROLE = re.compile(r":(?:class|meth|func|mod|attr|data):`(?:~(?:[\w.]+\.)?)?([\w.]+)`")
_EXAMPLE = re.compile(r"^(?:>>> .*\n?)(?:(?!\n).+\n?)*", re.M)


class Docstrings(griffe.Extension):
    """Each docstring as it is written in the code, in the Markdown of the site."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite the docstring of a module, class, function or attribute."""
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)


def as_markdown(docstring: str) -> str:
    """Roles of Sphinx as code, examples (``>>>`` to the next empty line) as blocks of Python."""
    words = _ROLE.sub(r"`\1`", docstring)
    return _EXAMPLE.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", words)
