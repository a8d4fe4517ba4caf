"""The command by which an assistant asks the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi.service import needs
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli.options import Location
from luoshi.ways.cli.session import told
from luoshi.ways.cli.terminal import complain


def mcp(
    ledger: Location = USUAL_LEDGER,
    desk: Annotated[
        str, typer.Option(metavar="URL", help="工作台的地址，写进引用。 The desk's address, for citations.")
    ] = "http://127.0.0.1:8360",
) -> None:
    """供助手（MCP）向账本提问：检索、数列、面板、目标与结果、台账、依据。 Let an assistant ask the ledger.

    由助手启动，经标准输入输出问答；只读，每个回答带引用。
    Assistants start it and ask over standard input and output; it only reads, and every answer is cited.

    \b
    luoshi mcp --ledger 全省.db
    claude mcp add luoshi -- luoshi mcp --ledger /data/全省.db
    """
    try:
        from luoshi.ways.mcp import server
    except ModuleNotFoundError as error:
        complain(" / ".join(needs("mcp")))
        raise typer.Exit(1) from error
    with told():
        server.serve(Service(ledger), desk)
