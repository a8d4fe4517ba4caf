"""Files that are written are there whole or not at all."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from luoshi.ledger.errors import LedgerError

_PROCESS = re.compile(r"\.(\d{1,10})\.part\Z")


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A file to write that takes the place of ``out`` when all went well, and vanishes otherwise.

    It stands beside ``out`` under a hidden name; what killed processes left under such names is removed first.
    :class:`LedgerError` where it can't be written.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        _remove_left_behind(out)
        yield part
        part.replace(out)
    except OSError as error:
        reason = error.strerror or error
        raise LedgerError(f"{out}：写不了（{reason}） / it can't be written ({reason})") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _remove_left_behind(out: Path) -> None:
    for left in out.parent.glob(f".{glob.escape(out.name)}.*.part"):
        process = _PROCESS.search(left.name)
        if process and not _is_running(int(process[1])):
            with suppress(OSError):
                left.unlink()


def _is_running(process: int) -> bool:
    """Whether a process may be at work; where that can't be asked, its open file can't be removed either."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        pass
    return True
