"""Commands with which a ledger is kept safe: copies of it, and whether all is well."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import Json, Location
from luoshi.ways.cli.session import opened, print_json, told
from luoshi.ways.cli.tables.keeping import show_checkup


def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="副本写到这里。 Where the copy goes.", show_default=False)],
    ledger: Location = USUAL_LEDGER,
) -> None:
    """备份账本；正在使用也可以，副本总是完整的。 Copy the ledger, in use or not; the copy is whole.

    PostgreSQL 的账本用 pg_dump。 A ledger in PostgreSQL is copied with pg_dump.

    \b
    luoshi backup 备份/luoshi-2026-02-01.db
    """
    with opened(Service(ledger)) as kept:
        kept.back_up(out)
    terminal.say(str(out))


def restore(
    copy: Annotated[
        Path, typer.Argument(metavar="COPY", help="luoshi backup 写的副本。 A copy of it.", show_default=False)
    ],
    ledger: Location = USUAL_LEDGER,
) -> None:
    """放回一份备份；现在的账本另存一旁。 Put a copy back; the present ledger is kept beside it.

    \b
    luoshi restore 备份/luoshi-2026-02-01.db
    """
    with told():
        kept = service.restore(Service(ledger), copy)
    terminal.say(f"{ledger} ← {copy}")
    if kept is not None:
        terminal.say(f"原来的账本 the ledger until now: {kept}")


def doctor(ledger: Location = USUAL_LEDGER, as_json: Json = False) -> None:
    """看看是否一切正常：版本、附加功能、账本的大小和完整性。 Whether all is well: versions, extras, the ledger.

    \b
    luoshi doctor
    luoshi doctor --ledger 全省.db

    状态 exit status: 0 正常 all is well · 1 账本有损坏或打不开 the ledger is damaged or can't be opened
    """
    with told(), terminal.working():
        found = service.checkup(Service(ledger))
    if as_json:
        print_json([found.to_json()])
    else:
        show_checkup(found, ledger)
    if found.ledger is not None and found.ledger.damages:
        raise typer.Exit(1)
