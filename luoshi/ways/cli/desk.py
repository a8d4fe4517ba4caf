"""The command that opens the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi.service import needs
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli.options import Location
from luoshi.ways.cli.session import told
from luoshi.ways.cli.terminal import complain, say


def serve(
    ledger: Location = USUAL_LEDGER,
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="端口；被占用时用下一个。 The port.")] = 8360,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="打开浏览器。 Open the browser on it.")
    ] = True,
    public: Annotated[
        bool,
        typer.Option("--public", help="供别的电脑使用（须先有账号）。 For other machines: needs accounts."),
    ] = False,
) -> None:
    """打开工作台：在浏览器里放文件、看总览、核对稿件。 Open the desk: documents, overviews, checks in the browser.

    只有这台电脑能打开它，按 Ctrl-C 结束。
    Only this computer can open it; Ctrl-C ends it.

    \b
    luoshi serve
    luoshi serve --ledger 全省.db --no-browser
    """
    if public:
        complain(
            "--public 需要账号，工作台还没有账号，没有启动；本机使用请去掉 --public。 "
            "It needs accounts, which the desk does not have yet, and was not started; leave --public out."
        )
        raise typer.Exit(1)
    try:
        from luoshi.ways.web import serving
    except ModuleNotFoundError as error:
        complain(" / ".join(needs("desk")))
        raise typer.Exit(1) from error
    chosen = serving.free_port(port)
    if not chosen:
        complain(f"{port} 和后面的端口都被占用，请用 --port 换一个。 The ports from {port} on are taken; name another.")
        raise typer.Exit(1)
    with told():
        say(f"工作台 The desk: http://{serving.ADDRESS}:{chosen}/\nCtrl-C 结束 ends it.")
        serving.serve(Service(ledger), chosen, browser)
