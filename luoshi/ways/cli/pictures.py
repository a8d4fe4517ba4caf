"""The command that draws what was read over its page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import Date, NewPlace, Place
from luoshi.ways.cli.session import told


def look(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PDF 或图片。 A PDF or a picture.", show_default=False)],
    page: Annotated[int, typer.Option(min=1, metavar="N", help="第几页。 The page.")] = 1,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT.png",
            show_default="FILE-N.png",
            help="图片写到这里。 Where the picture goes.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="已有这个图片文件也写。 Write over a picture that is there.")
    ] = False,
    date: Date = "",
    place: Place = "",
    new_place: NewPlace = False,
) -> None:
    """把读到的画在页面上：行、栏、文章、表格和记录。 Draw what was read over the page, as PNG.

    看一页为什么读成这样：灰框是行，蓝框是栏（数字是阅读顺序），左边的色条是文章，橙框是表格，底色是记录。
    The way to see why a page was read as it was: lines grey, columns blue with the order of reading, articles
    by a bar at their left, tables orange, records shaded.

    \b
    luoshi look 日报.pdf
    luoshi look 公报.pdf --page 3 -o 第3页.png
    """
    target = out or Path(f"{file.stem}-{page}.png")
    if target.resolve() == file.resolve():
        raise typer.BadParameter("不能写到原文件上。 That is the file itself.", param_hint="-o")
    if target.exists() and not force:
        terminal.complain(f"{target}：已有这个文件，要覆盖请加 --force / it is there already; --force writes over it")
        raise typer.Exit(1)
    try:
        drawn = Service(date=date, place=place, new_place=new_place).look(file, page)
    except service.UnreadableFile as error:
        terminal.complain(str(error))
        raise typer.Exit(1) from None
    with told(), service.whole_file(target) as part:
        part.write_bytes(drawn.png)
    terminal.say(str(target))
    terminal.say(" · ".join(f"{name} {count}" for name, count in drawn.counts))
    for number, headline in drawn.articles:
        terminal.say(f"  article {number}  {headline}")
