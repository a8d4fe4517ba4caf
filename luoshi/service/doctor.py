"""The state of an installation and its ledger: versions, extras, disk, and what is damaged."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from luoshi import __version__
from luoshi.extras import MODULES
from luoshi.service.context import Service

if TYPE_CHECKING:
    from luoshi.ledger.health import Health

Code = Literal["damaged", "older_reader", "little_space"]
_SPACE = 2  # times the ledger's size: what a copy, or an upgrade with its copy, takes


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found.

    ``versions`` by name; ``extras`` says which are installed; ``ledger`` is None where there is none yet; ``free`` are
    the bytes free on its disk, None for a server's; ``complaints`` are pairs of a short name for programs and a line
    for people.
    """

    versions: dict[str, str]
    extras: dict[str, bool]
    ledger: Health | None
    free: int | None
    complaints: tuple[tuple[Code, str], ...]

    def to_json(self) -> dict[str, Any]:
        """The checkup as ``luoshi doctor --json`` prints it."""
        return asdict(self) | {"complaints": dict(self.complaints)}


def checkup(context: Service) -> Checkup:
    """Look at the installation and at the ledger of ``context``; takes the time to read the ledger once.

    :class:`~luoshi.ledger.LedgerError` where there is something in the ledger's place that can't be opened.
    """
    from luoshi.reading import READER

    versions = {
        "luoshi": __version__,
        "reader": READER,
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
    }
    extras = {name: all(map(_is_installed, modules)) for name, modules in MODULES.items()}
    is_server = "://" in context.ledger
    if not is_server and not Path(context.ledger).exists():
        return Checkup(versions, extras, None, None, ())
    with context.opened() as ledger:
        health = ledger.health()
    free = None if is_server else shutil.disk_usage(Path(context.ledger).absolute().parent).free
    return Checkup(versions, extras, health, free, tuple(_complaints(health, free, READER)))


def restore(context: Service, copy: Path) -> Path | None:
    """Put a copy in the place of the ledger of ``context``; what stood there is kept, and its path returned.

    :class:`~luoshi.ledger.LedgerError`, and nothing changes, where the copy is no whole ledger.
    """
    from luoshi.ledger import LedgerError
    from luoshi.ledger.copies import restore

    if "://" in context.ledger:
        raise LedgerError(f"{context.ledger}: 用 pg_restore 恢复 / a ledger in PostgreSQL is put back with pg_restore")
    return restore(copy, Path(context.ledger))


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package that should hold it is missing
        return False


def _complaints(health: Health, free: int | None, reader: str) -> Iterator[tuple[Code, str]]:
    if health.damages:
        yield (
            "damaged",
            f"账本有损坏：{'；'.join(health.damages)}。用 luoshi restore 放回备份。 "
            "The ledger is damaged; put a copy back with luoshi restore.",
        )
    older = sum(number for name, number in health.readers.items() if name != reader)
    if older:
        yield (
            "older_reader",
            f"有 {older} 份文件是旧版读的，再 luoshi add 一次就会重读。 "
            f"{older} documents were read by an older reader; luoshi add reads them anew.",
        )
    if free is not None and free < _SPACE * health.size:
        yield (
            "little_space",
            f"磁盘只剩 {free // 1_000_000} MB，不够放一份副本。 "
            f"Only {free // 1_000_000} MB are free on the disk, too little for a copy.",
        )
