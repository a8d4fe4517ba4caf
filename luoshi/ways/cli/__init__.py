"""The terminal. ``main`` is the command ``luoshi``: interrupts are in order before anything else is loaded."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

_IMPORTING = "<frozen importlib._bootstrap>"


def main() -> None:
    """Run the command line; an interrupt ends it with a line and status 130, however early it comes."""
    try:
        import signal

        # Where interrupts are ignored (nohup, a job behind a script) they stay so.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _interrupted)
        sys.unraisablehook = _unraisable
        from luoshi.ways.cli import commands, terminal

        terminal.speak_utf8()
        commands.app()
    except KeyboardInterrupt:
        _leave()


def _interrupted(_number: int, frame: FrameType | None) -> None:
    """Raise ``KeyboardInterrupt``; where modules are being loaded, which may swallow it, leave at once.

    With workers about it is always raised: they and what they share are put away in order.
    """
    while frame is not None and "concurrent.futures.process" not in sys.modules:
        if frame.f_code.co_filename == _IMPORTING:
            _leave()
        frame = frame.f_back
    raise KeyboardInterrupt


def _unraisable(what: sys.UnraisableHookArgs) -> None:
    """Leave where an interrupt came while Python cleared up behind an object, and could not be raised."""
    if what.exc_type is not None and issubclass(what.exc_type, KeyboardInterrupt):
        _leave()
    sys.__unraisablehook__(what)


def _leave() -> NoReturn:
    """End the program now. The ledger's transactions are whole or not at all, and workers end with their writer."""
    shown = b"\x1b[?25h" if os.isatty(2) else b""  # a progress bar hides the cursor
    os.write(2, shown + "已中断，写入的都在。 Interrupted; what was written stays.\n".encode())
    os._exit(130)
