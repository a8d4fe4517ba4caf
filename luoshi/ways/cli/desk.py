"""The command that opens the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi import service
from luoshi.service import needs
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli.observing import LogAs, log_as
from luoshi.ways.cli.options import AccountsFile, Location
from luoshi.ways.cli.session import told
from luoshi.ways.cli.terminal import complain, say

if TYPE_CHECKING:
    from luoshi.ways.web.doors import Doors


def serve(
    ledger: Location = USUAL_LEDGER,
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="端口；被占用时用下一个。 The port.")] = 8360,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="打开浏览器。 Open the browser on it.")
    ] = True,
    public: Annotated[
        bool,
        typer.Option("--public", help="供别的电脑使用，须登录（先有账号）。 For other machines, with accounts."),
    ] = False,
    address: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="与 --public 同用：在哪个网络地址上。 With --public: where it listens."),
    ] = "0.0.0.0",
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST",
            show_default=False,
            help="与 --public 同用：工作台的域名，可重复。 Its names in the network.",
        ),
    ] = None,
    accounts: AccountsFile = None,
    log_format: LogAs = "",
) -> None:
    """打开工作台：在浏览器里放文件、看总览、核对稿件。 Open the desk: documents, overviews, checks in the browser.

    只有这台电脑能打开它；加 --public 供一个单位使用，须先用 luoshi accounts add 开通账号。按 Ctrl-C 结束。
    Only this computer can open it; with --public an office can, signed in (luoshi accounts add). Ctrl-C ends it.

    \b
    luoshi serve
    luoshi serve --ledger 全省.db --no-browser
    luoshi serve --public --name luoshi.example.gov.cn --address 127.0.0.1
    """
    try:
        from luoshi.ways.web import serving
    except ModuleNotFoundError as error:
        complain(" / ".join(needs("desk")))
        raise typer.Exit(1) from error
    log_as(log_format)
    with told():
        doors = _doors(accounts or service.accounts_beside(ledger)) if public else None
        where = address if doors else serving.ADDRESS
        chosen = serving.free_port(port, where)
        if not chosen:
            complain(
                f"{where}:{port} 和后面的端口都用不了，请用 --port 换一个。 "
                f"The ports from {port} on can't be used; name another."
            )
            raise typer.Exit(1)
        say(f"工作台 The desk: {serving.address_of(where, chosen)}\nCtrl-C 结束 ends it.")
        if doors and where != serving.ADDRESS:
            say(
                "密码会经过网络：请放在 https 的代理后面，见 docs/desk.md。 "
                "Passwords go over the network: put an HTTPS proxy before it, see docs/desk.md."
            )
        serving.serve(Service(ledger), chosen, browser, where, tuple(name or ()), doors)


def _doors(path: Path) -> Doors:
    """The accounts of a desk that others can reach; :class:`~luoshi.service.LedgerError` where there are none."""
    from luoshi.ways.web.doors import Doors
    from luoshi.ways.web.provider import provider_named

    accounts = service.Accounts(path)
    if not accounts.all():
        raise service.AccountError(
            f"--public 需要账号，{path} 里还没有，请先运行 luoshi accounts add"
            " / it needs accounts; luoshi accounts add makes one"
        )
    return Doors(accounts, provider_named())
