"""The commands for the accounts of a desk that others can reach: ``luoshi accounts add``, ``list``, ``remove`` …"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER
from luoshi.ways.cli import manual, terminal
from luoshi.ways.cli.options import AccountsFile, Json, Location
from luoshi.ways.cli.session import print_json, told
from luoshi.ways.cli.tables.grid import grid

if TYPE_CHECKING:
    from luoshi.service import Accounts

app = typer.Typer(
    cls=manual.Commands,
    no_args_is_help=True,
    help="工作台的账号，供 luoshi serve --public。 Accounts of a desk that others can reach.",
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="账号名。 The account's name.", show_default=False)]
WORDS = {"reader": "读者 reader", "editor": "编辑 editor", "administrator": "管理员 administrator"}


class RoleName(StrEnum):
    """What an account may do."""

    reader = "reader"
    editor = "editor"
    administrator = "administrator"


def add(
    name: Name,
    role: Annotated[
        RoleName,
        typer.Option(
            metavar="reader|editor|administrator", help="读者只看，编辑可写，管理员还看操作记录。 What it may do."
        ),
    ],
    provider: Annotated[
        bool,
        typer.Option(
            "--provider", help="用单位统一登录（OpenID Connect），没有密码。 Signs in at the office's provider."
        ),
    ] = False,
    ledger: Location = USUAL_LEDGER,
    accounts: AccountsFile = None,
) -> None:
    """开通账号；密码在提示后输入。 Make an account; its password is asked for.

    \b
    luoshi accounts add 林越 --role administrator
    luoshi accounts add lin.yue@example.gov.cn --role editor --provider
    """
    with told():
        held = _opened(ledger, accounts, create=True)
        account = held.add(name, role.value, None if provider else _asked())
    terminal.say(f"{account.name}（{WORDS[account.role]}），{held.path}")


def list_(ledger: Location = USUAL_LEDGER, accounts: AccountsFile = None, as_json: Json = False) -> None:
    """列出账号。 List the accounts."""
    with told():
        rows = _opened(ledger, accounts).all()
    if as_json:
        print_json(row.to_json() for row in rows)
        return
    shown = [
        (row.name, WORDS[row.role], "统一登录 provider" if row.by_provider else "密码 password", row.made_at[:10])
        for row in rows
    ]
    columns = ("账号 name", "角色 role", "登录 sign-in", "开通 made")
    terminal.screen().print(grid("", columns, shown))


def remove(name: Name, ledger: Location = USUAL_LEDGER, accounts: AccountsFile = None) -> None:
    """撤销账号；它的登录随即失效，操作记录仍在。 Remove an account; its sessions end, its deeds stay on record."""
    with told():
        _opened(ledger, accounts).remove(name)
    terminal.say(f"{name}：已撤销。 Removed.")


def password(name: Name, ledger: Location = USUAL_LEDGER, accounts: AccountsFile = None) -> None:
    """更换账号的密码；它的登录随即失效。 Give an account another password; its sessions end."""
    with told():
        held = _opened(ledger, accounts)
        if name not in (row.name for row in held.all()):
            raise service.AccountError(f"{name}: 没有这个账号 / there is no such account")
        held.set_password(name, _asked())
    terminal.say(f"{name}：密码已更换。 The password is changed.")


def _opened(ledger: str, file: Path | None, create: bool = False) -> Accounts:
    return service.Accounts(file or service.accounts_beside(ledger), create)


def _asked() -> str:
    """A password, typed twice and not shown."""
    asked: str = typer.prompt("密码 password", hide_input=True, confirmation_prompt="再输一遍 once more")
    return asked


for command in (add, list_, remove, password):
    app.command(command.__name__.rstrip("_"), cls=manual.Command)(command)
