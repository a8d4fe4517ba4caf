"""The state of an installation and its ledger, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from luoshi import service
from luoshi.service.wording import KINDS
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import Checkup


def show_checkup(found: Checkup, ledger: str) -> None:
    """Versions, extras with what brings those that are missing, the ledger, and what to do."""
    out = screen()
    out.print(Text("  ".join(f"{name} {version}" for name, version in found.versions.items())))
    out.print(Text("附加功能 extras", "bold"))
    for name, is_there in found.extras.items():
        wanted = "" if is_there else " / ".join(service.needs(name))
        out.print(Text(f"  {'✓' if is_there else '—'} {name:<11} {wanted}".rstrip()))
    out.print(Text("账本 ledger", "bold"))
    health = found.ledger
    if health is None:
        out.print(Text(f"  {ledger}：还没有，luoshi add 会建一个。 None yet; luoshi add makes it."))
        return
    free = f"，空闲 free {found.free / 1e6:,.0f} MB" if found.free is not None else ""
    out.print(Text(f"  {health.name}  {health.backend} {health.revision}  {health.size / 1e6:,.1f} MB{free}"))
    counts = " · ".join(f"{KINDS[kind]} {number}" for kind, number in health.records.items() if kind in KINDS)
    out.print(Text(f"  文件 documents {health.documents} · {counts}"))
    for _, line in found.complaints:
        out.print(Text(f"  ! {line}", "yellow"))
    if not found.complaints:
        out.print(Text("  ✓ 一切正常 all is well", "green"))
