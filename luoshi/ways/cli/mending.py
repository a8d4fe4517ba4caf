"""Commands with which people mend what was read."""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli.options import Location
from luoshi.ways.cli.session import opened
from luoshi.ways.cli.tables.evidence import show_record


def correct(
    record: Annotated[
        str,
        typer.Argument(metavar="ID", help="记录的编号。 The record's id, whole or shortened.", show_default=False),
    ],
    by: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="更正的人。 Who corrects.")],
    field: Annotated[
        str, typer.Argument(metavar="FIELD", help="要更正的字段；value 指 low 和 high。 The field.", show_default=False)
    ] = "",
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="正确的值；数用基本单位，几项用、隔开。 What it should be; numbers in base units, lists parted by 、.",
            show_default=False,
        ),
    ] = "",
    why: Annotated[str, typer.Option(metavar="REASON", show_default=False, help="更正的理由。 The reason.")] = "",
    undo: Annotated[
        bool, typer.Option("--undo", help="撤销最后一次更正；撤销也留痕。 Undo the last correction; both are kept.")
    ] = False,
    ledger: Location = USUAL_LEDGER,
) -> None:
    """更正一条记录的一个字段；原来的阅读不丢。 Correct a field of a record; what was read is kept.

    更正署名并说明理由，以后的回答都按它；luoshi explain 列出全部更正。
    Signed and with a reason, it holds for all that is told from now on; luoshi explain lists all corrections.

    \b
    luoshi correct 3fa9:figure-120-128 period 2024 --by 苏问渠 --why 表头写明是上年
    luoshi correct 3fa9:figure-120-128 value 18240000000 --by 苏问渠 --why 与公报核对
    luoshi correct 3fa9:figure-120-128 --undo --by 苏问渠
    """
    if undo == bool(field or value or why):
        raise typer.BadParameter("写 FIELD VALUE --why，或只写 --undo。 Give FIELD VALUE --why, or --undo alone.")
    if not undo and not (field and value and why):
        raise typer.BadParameter("FIELD、VALUE 和 --why 都要写。 Give FIELD, VALUE and --why.")
    with opened(Service(ledger)) as kept:
        stored = service.undo_last(kept, record, by) if undo else service.correct(kept, record, field, value, by, why)
    show_record(stored)
