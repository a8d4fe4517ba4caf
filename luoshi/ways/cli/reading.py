"""Commands that read files: to show what is in them, and into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.observing import LogAs, MetricsFile, Observed
from luoshi.ways.cli.options import CORES, All, Date, Indicator, Jobs, Json, Location, NewPlace, Place, Told
from luoshi.ways.cli.session import opened, print_json
from luoshi.ways.cli.tables.papers import show_papers
from luoshi.ways.cli.tables.reading import show_reading


def read(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="要读的文件（网页、PDF、Word、Excel、OFD、文本……）。 The files.", show_default=False
        ),
    ],
    date: Date = "",
    place: Place = "",
    new_place: NewPlace = False,
    kind: Annotated[
        Told | None,
        typer.Option(
            metavar="KIND",
            show_default=False,
            help="只看这种记录 only this kind: figure commitment statement office formulation article",
        ),
    ] = None,
    indicator: Indicator = "",
    show_all: All = False,
    as_json: Json = False,
) -> None:
    """读文件，列出其中的记录，不存账本。 Show the records of files; nothing is kept.

    记录有六种：数据、任务、发言、任职、提法、文章；每条都带原文和位置。
    Six kinds of record: figures, commitments, statements, posts, set phrases, articles, each with its words
    and their place.

    \b
    luoshi read 报告.txt
    luoshi read 日报.txt --date 2025-01-10 --place 临澜市 --json
    """
    context = Service(date=date, place=place, new_place=new_place)
    refused = False
    for file in files:
        try:
            records = context.read(file)
        except service.UnreadableFile as error:
            refused = True
            terminal.complain(str(error))
            continue
        for warning in records.document.warnings:
            terminal.complain(f"{records.document.name}：{warning}")
        if as_json:
            print_json(service.rows_of(records, kind or "", indicator))
        else:
            show_reading(records, kind or "", indicator, show_all)
    if refused:
        raise typer.Exit(1)


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="文件、文件夹、压缩文件或网址。 Files, folders, zip archives, or addresses on the web.",
            show_default=False,
        ),
    ],
    ledger: Location = USUAL_LEDGER,
    date: Date = "",
    place: Place = "",
    new_place: NewPlace = False,
    jobs: Jobs = CORES,
    show_all: All = False,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="允许读取内部网络的网址。 Also fetch addresses of private networks."),
    ] = False,
    log_format: LogAs = "",
    metrics: MetricsFile = None,
) -> None:
    """把文件读进账本；再运行一次只读新的。 Read files into the ledger; run again, it reads only what is new.

    读完列出每份新文件的地区、日期、类别、记录条数和没读明白的地方，最需要看的在前；
    luoshi documents 随时可查、可改。
    Then each new file is listed with its place, day, kind, numbers of records and what was not understood, those that
    need a look first; luoshi documents lists them any time, and mends them.

    可以随时中断，下次接着来。读不了的文件各说一行，其余照读，最后以状态 1 结束。
    It can be stopped at any time and goes on where it stopped. A file that can't be read is told in one line,
    the others are read, and the exit status is 1.

    \b
    luoshi add 报告/ 日报.txt
    luoshi add 日报.txt --date 2025-01-10 --place 临澜市
    luoshi add https://www.linlan.gov.cn/bulletin.html 附件.zip
    luoshi add 报告/ --ledger 全省.db --jobs 4
    """
    context = Service(ledger, date, place, new_place)
    count = {"new": 0, "known": 0, "refused": 0}
    stopped = False
    read: list[str] = []
    with opened(context, create=True) as kept:
        run = Observed("add", log_format, metrics)
        files = context.files(paths)
        try:
            with terminal.progress(len(files)) as step:
                for added in context.add(kept, files, jobs, allow_private):
                    count[added.state] += 1
                    if added.state == "new":
                        read.append(added.document)
                    run.part(added.path.name, {added.state: 1})
                    step(added.path.name, added.message)
            run.done()
        except service.LedgerError as error:  # the disk is full, the server is gone: what was added until then is told
            stopped = True
            terminal.complain(str(error))
        papers = service.added_papers(kept, read) if read and not stopped else []
    if papers:
        show_papers(papers, show_all)
    print(
        f"新增 {count['new']}，已有 {count['known']}，未读 {count['refused']}。 "
        f"{count['new']} new, {count['known']} known, {count['refused']} refused."
    )
    if count["refused"] or stopped:
        raise typer.Exit(1)
