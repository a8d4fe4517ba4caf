"""What the terminal is told and shows: lines, bars of progress, and a screen that obeys no word of a document.

Rich counts a Chinese character as two cells, so that columns stay aligned whatever they hold. Output
that goes into a file or a pipe gets a fixed width and no colour.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import rich._wrap
import rich.text
from rich.console import Console, ConsoleOptions, RenderableType
from rich.markup import escape
from rich.segment import Segment
from rich.text import Text

_PIPE_WIDTH = 120


def _controls() -> Iterator[int]:
    """Characters that a terminal obeys instead of showing them: control codes and marks of direction."""
    for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029):
        if chr(code) not in "\t\n":
            yield code
    yield from (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))


# None of them has a width, so that what is laid out stays aligned without them.
_REMOVED = dict.fromkeys(_controls())
_REPLACED = dict.fromkeys(_controls(), "\N{REPLACEMENT CHARACTER}")
_ESCAPED = {code: f"\\u{code:04x}" for code in _controls()}


# What ECMA-48 has a terminal obey: a sequence with parameters (colour, movement), a string up to its end (a title, a
# link, a picture), a character set or a single function. Without an end only its beginning is one.
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]?"
    r"|(?:\x1b[P\]X^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,4096}+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]{0,8}+[0-~]"
)


def _shown(words: str) -> str:
    """Words without control characters and whole sequences of them: a colour leaves no ``[31m``."""
    return _SEQUENCE.sub("", words).translate(_REMOVED)


# Rich takes a few control characters out of the words that it lays out, the bell that ends a sequence among them, and
# leaves the sequence; here all words that it is given pass instead.
rich.text.strip_control_codes = _shown  # type: ignore[attr-defined, assignment]

# Rich breaks a line between blanks, and a word without any (all of a Chinese sentence) anywhere. Here a line may end
# after each Chinese character, but not within a number and its unit, after an opening bracket or before a comma.
rich._wrap.re_word = re.compile(
    r"\s*[“‘（《〈【「『]*(?:[!-~]+[％‰万亿元]{0,3}|\S)[，。、；：！？）》〉】」』”’…％‰]*\s*"
)


def escaped(json: str) -> str:
    """JSON on which a terminal can't be led astray: what JSON lets stand is written as an escape, too."""
    return json.translate(_ESCAPED)


class _Screen(Console):
    """A console that shows words and obeys none: control sequences of documents and file names are left out."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Render as rich does; only its own sequences for colour and movement reach the terminal."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(segment.text.translate(_REMOVED), segment.style)


def speak_utf8() -> None:
    """Write UTF-8 to standard output and error, whatever the console's code page is; to nowhere where one is closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            # A file name that is not valid Unicode is shown with its escapes instead of ending the run.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def screen() -> Console:
    """A console on the present standard output; a pipe is 120 cells wide unless COLUMNS says otherwise."""
    fixed = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    return _Screen(width=fixed, highlight=False)


def say(words: str) -> None:
    """Lines on standard output, for words that hold a file's name or a document's text."""
    sys.stdout.write(_SEQUENCE.sub("", words).translate(_REPLACED) + "\n")


def complain(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(" ".join(_SEQUENCE.sub("", message).split()).translate(_REPLACED) + "\n")
    sys.stderr.flush()


@contextmanager
def progress(total: int) -> Iterator[Callable[[str, str], None]]:
    """A bar on a terminal's standard error; nothing where it is a pipe or a file.

    What is yielded is called after each file with its name and with a message for people, empty for none.
    """
    if not sys.stderr.isatty():
        yield lambda _name, message: complain(message) if message else None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=_Screen(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task("", total=total)

        def step(name: str, message: str) -> None:
            if message:
                bar.console.print(Text(" ".join(message.split())), soft_wrap=True)
            done = bar.tasks[0].completed + 1  # an archive holds more documents than files were named
            bar.update(task, completed=done, total=max(total, done), description=escape(name))

        yield step


@contextmanager
def working() -> Iterator[None]:
    """A bar that moves on a terminal's standard error while the ledger is asked; nothing in a pipe or a file."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("查账本 asking"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_Screen(stderr=True, highlight=False), transient=True) as bar:
        bar.add_task("", total=None)
        yield
