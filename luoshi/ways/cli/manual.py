"""Help pages and usage errors in both languages, wrapped by display width.

Typer lays help out for words with spaces between them; a line of Chinese has none and would be cut off.
"""

from __future__ import annotations

import inspect
import os
import sys
from typing import Any, cast

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand, TyperGroup

from luoshi.ways.cli import terminal, usage_errors

_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it
_WIDEST = 100  # cells; longer lines are hard to read

# The base of all usage errors, which Typer itself does not name.
_USAGE_ERROR = cast(type[Exception], typer.BadParameter.__base__)

# Options that Typer brings along.
_USUAL = {
    "--help": "显示这一页。 Show this page.",
    "--install-completion": "让这个终端补全命令和选项。 Let this shell complete commands and options.",
    "--show-completion": "显示补全脚本，可以自己安放。 Show the script that completes, to be put somewhere by hand.",
}


class Command(TyperCommand):
    """A command whose help is a page of this manual."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(_page(ctx))


class Commands(TyperGroup):
    """The commands; help is a page of this manual, errors and interrupts are told in a line."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        formatter.write(_page(ctx))

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command line and leave with its exit status: 2 for a usage error, 130 after an interrupt.

        Whatever else goes wrong is one line and status 1; with ``LUOSHI_TRACEBACK`` set it is raised instead.
        """
        try:
            status = super().main(*args, **(options | {"standalone_mode": False}))
            if status == _INTERRUPTED:  # Typer says no more of it
                raise KeyboardInterrupt
            sys.stdout.flush()
        except (KeyboardInterrupt, typer.Abort):
            terminal.complain("已中断，写入的都在。 Interrupted; what was written stays.")
            status = _INTERRUPTED
            exec("")  # else Python ends with the signal, where the interrupt came within exec (a data class made)
        except BrokenPipeError:  # who reads the output has enough of it (luoshi read … | head)
            status = _without_output()
        except _USAGE_ERROR as error:
            status = _tell(error)
        except Exception as error:
            if os.environ.get("LUOSHI_TRACEBACK"):
                raise
            terminal.complain(_failure(error))
            status = _without_output()
        sys.exit(status if isinstance(status, int) else 0)


def _without_output() -> int:
    """Let what is still to be written go nowhere, and leave with status 1."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    return 1


def _failure(error: Exception) -> str:
    """A line on what no command expects: the output's disk is full, memory is short, or the program is wrong."""
    if isinstance(error, OSError):
        what, reason = error.filename or "输出 output", error.strerror or error
        return f"{what}：系统读写出错（{reason}） / the system can't read or write it ({reason})"
    if isinstance(error, MemoryError):
        return "内存不够，请用 --jobs 1 或分开处理 / memory is short: use --jobs 1, or fewer files at a time"
    return f"程序出错，请报告 / the program failed, please report it: {type(error).__name__}: {error}"


def _tell(error: Any) -> int:
    """A usage error as a line, and where help is."""
    name = type(error).__name__
    if name == "NoArgsIsHelpError":
        sys.stderr.write(error.ctx.get_help() + "\n")
    else:
        path = error.ctx.command_path if error.ctx else "luoshi"
        terminal.complain(usage_errors.told(error))
        terminal.complain(f"用法见 see: {path} --help")
    return int(error.exit_code)


def _page(ctx: Any) -> str:
    """The help page of a command: usage, what it does, examples, arguments, options, commands."""
    out = Console(
        width=min(terminal.screen().width, _WIDEST),
        highlight=False,
        force_terminal=sys.stdout.isatty(),
        no_color="NO_COLOR" in os.environ or not sys.stdout.isatty(),
    )
    command = ctx.command
    with out.capture() as page:
        names = [p.metavar for p in command.get_params(ctx) if p.param_type_name == "argument"]
        pieces = ["COMMAND"] if isinstance(command, TyperGroup) else ["[OPTIONS]", *names]
        usage = " ".join([ctx.command_path, *pieces])
        out.print(Text.assemble(("用法 Usage: ", "bold"), usage), overflow="fold")
        for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
            out.print()
            verbatim = paragraph.startswith("\b\n")
            words = paragraph.removeprefix("\b\n") if verbatim else paragraph.replace("\n", " ")
            out.print(Padding(Text(words, "cyan" if verbatim else "", overflow="fold"), (0, 0, 0, 2)))
        arguments, options = [], []
        for parameter in command.get_params(ctx):
            if parameter.param_type_name == "argument":
                arguments.append((parameter.metavar, _help(parameter, ctx)))
            else:
                name = ", ".join(sorted(parameter.opts, key=len))
                options.append((f"{name} {parameter.metavar or ''}".rstrip(), _help(parameter, ctx)))
        _section(out, "参数 Arguments", arguments)
        _section(out, "选项 Options", options)
        if isinstance(command, TyperGroup):
            commands = [(name, _summary(command.commands[name])) for name in command.list_commands(ctx)]
            _section(out, "命令 Commands", commands)
    return "\n".join(line.rstrip() for line in page.get().splitlines())


def _section(out: Console, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    out.print()
    out.print(Text(title, "bold"))
    table = Table(box=None, show_header=False, padding=(0, 0, 0, 2))
    table.add_column(overflow="fold", max_width=out.width // 2, style="bold")  # the rest is for what it means
    table.add_column(overflow="fold")
    for name, words in rows:
        table.add_row(Text(name), Text(words))
    out.print(table)


def _help(parameter: Any, ctx: Any) -> str:
    """What the parameter means, its default and its environment variable."""
    usual = next((words for option, words in _USUAL.items() if option in parameter.opts), "")
    if usual:
        return usual
    words = [parameter.help or ""]
    if parameter.metavar and parameter.show_default:
        default = parameter.get_default(ctx, call=False)
        shown = parameter.show_default if isinstance(parameter.show_default, str) else default
        words.append(f"[默认 default: {shown}]")
    if parameter.envvar:
        words.append(f"[环境变量 environment: {parameter.envvar}]")
    return " ".join(words)


def _summary(command: Any) -> str:
    """The first paragraph of a command's help."""
    return inspect.cleandoc(command.help or "").split("\n\n")[0].replace("\n", " ")
