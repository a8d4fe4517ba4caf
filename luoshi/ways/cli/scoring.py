"""The command that compares a reading with labels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import Json
from luoshi.ways.cli.session import print_json


def score_reading(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="标注。 The labels, JSON lines.", show_default=False)],
    records: Annotated[
        Path,
        typer.Argument(
            metavar="READING", help="luoshi read --json 的输出。 What luoshi read --json printed.", show_default=False
        ),
    ],
    text: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", show_default=False, help="原文，用来核对引文位置。 The text, to check each quote's place."
        ),
    ] = None,
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="列出前 N 处差异。 List the first N differences.")
    ] = 0,
    floor: Annotated[
        float | None,
        typer.Option(
            metavar="F",
            show_default=False,
            help="数据全对的 F1 低于它时以状态 1 结束。 Exit with 1 where the full F1 of figures is under F.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """把阅读结果与标注比较：准确率、召回率、F1。 Compare a reading with labels: precision, recall, F1.

    \b
    luoshi read 报告.txt --json > 阅读.jsonl
    luoshi score 标注.jsonl 阅读.jsonl --text 报告.txt --errors 20
    """
    try:
        scores, misplaced = service.score_files(gold, records, text)
    except ValueError as error:
        terminal.complain(str(error))
        raise typer.Exit(1) from None
    if misplaced:
        terminal.complain(
            f"{len(misplaced)} 条记录的引文不在其位置 / records whose quote is not at its place, first: {misplaced[0]}"
        )
    if as_json:
        print_json([scores.to_json()])
    else:
        terminal.say(service.score_table(scores, errors))
    if floor is not None and scores.full_f1 < floor:
        raise typer.Exit(1)
