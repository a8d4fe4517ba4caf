"""The command line: read a file, keep the ledger, ask it.

Every command prints tables for people, or with ``--json`` one object a line for programs. Exit status
is 0 when all went well, 1 when a file could not be read or an answer could not be given, 2 for a
command that was not understood.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date as calendar_date
from pathlib import Path
from typing import Annotated, Any

import typer

from luoshi import console
from luoshi.records import Reading

app = typer.Typer(
    name="luoshi",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _day(text: str) -> str:
    """An ISO 8601 day as it was given; a usage error for anything else."""
    if text:
        try:
            if calendar_date.fromisoformat(text).isoformat() != text:
                raise ValueError
        except ValueError:
            raise typer.BadParameter(
                f"{text!r} 不是年-月-日形式的日期，例如 2025-01-08。 Not a day written as YYYY-MM-DD."
            ) from None
    return text


Files = Annotated[list[Path], typer.Argument(help="要读的文件。 Files to read.", metavar="FILE…", show_default=False)]
Date = Annotated[
    str,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        callback=_day,
        show_default=False,
        help="文件的日期（文中未写明时）。 The document's date, where its text does not say.",
    ),
]
Place = Annotated[
    str,
    typer.Option(
        "--place",
        metavar="NAME",
        show_default=False,
        help="文件所属的行政区，如 临澜市。 The document's jurisdiction, where its text does not say.",
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", help="每行输出一个 JSON 对象。 Print one JSON object a line."),
]


@app.callback()
def luoshi() -> None:
    """落实：把中文公文读成有据可查的台账。 Read Chinese official prose into a ledger with evidence."""


@app.command()
def read(files: Files, date: Date = "", place: Place = "", as_json: Json = False) -> None:
    """读文件，列出其中的记录。 Show the records of files: figures, commitments, statements, posts.

    \b
    luoshi read 工作报告.txt
    luoshi read page.txt --date 2025-01-01 --place 临澜市 --json
    """
    from luoshi import documents, reading

    refused = 0
    for path in files:
        try:
            document = documents.open(path, date=date, place=place)
        except documents.UnreadableFile as error:
            refused += 1
            _complain(str(error))
            continue
        records = reading.read(document)
        if as_json:
            _print_json(record.to_json() for record in records)
        else:
            _show_reading(records)
    raise typer.Exit(1 if refused else 0)


def _print_json(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def _complain(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(" ".join(message.split()) + "\n")
    sys.stderr.flush()


def _show_reading(reading: Reading) -> None:
    """The records of a document as tables, one for each kind that it has."""
    out = console.screen()
    document = reading.document
    out.print(f"[bold]{document.name}[/bold]  {reading.title}")
    out.print(f"日期 date {reading.date or '—'}   地区 place {reading.place or '—'} {reading.place_code}")
    tables: list[tuple[str, list[str | tuple[str, str]], list[list[str]]]] = [
        (
            "文章 articles",
            ["标题 headline", "署名 byline", ("起 start", "right"), ("止 end", "right")],
            [[a.headline, "、".join(a.byline), str(a.start), str(a.end)] for a in reading.articles],
        ),
        (
            "数据 figures",
            ["指标 indicator", ("数值 value", "right"), "期间 period", "状态 status", "地区 place", "原文 quote"],
            [
                [
                    f.indicator,
                    console.value(f.low, f.high, f.unit, f.measure, f.sign, f.qualifier),
                    f.period,
                    STATUS[f.status],
                    f.place,
                    f.quote,
                ]
                for f in reading.figures
            ],
        ),
        (
            "任务 commitments",
            ["责任单位 actor", "内容 words", "期限 deadline"],
            [[c.actor, _one_line(c.quote), c.deadline] for c in reading.commitments],
        ),
        (
            "发言 statements",
            ["发言人 speaker", "内容 words"],
            [[s.speaker, _one_line(s.quote)] for s in reading.statements],
        ),
        (
            "任职 posts",
            ["姓名 person", "单位 organisation", "职务 posts"],
            [[o.person, o.organisation, "、".join(o.posts)] for o in reading.offices],
        ),
        (
            "提法 set phrases",
            ["提法 phrase", "中心词 head", "使用者 user"],
            [[f.phrase, f.head, f.user] for f in reading.formulations],
        ),
    ]
    for title, columns, rows in tables:
        if rows:
            out.print(console.grid(f"{title} ({len(rows)})", columns, rows))


STATUS = {"actual": "实绩", "target": "目标", "forecast": "预计"}


def _one_line(words: str) -> str:
    """Words as they are read, without the page's line breaks."""
    from luoshi.language.passage import Passage

    return Passage.of(words, (0, len(words))).text


def main() -> None:
    """Run the command line; the entry point of ``luoshi`` and ``python -m luoshi``."""
    console.speak_utf8()
    run: Callable[[], object] = app
    try:
        run()
    except KeyboardInterrupt:
        _complain("已中断；已经写入的保持不变。 Interrupted; what was written stays.")
        raise SystemExit(130) from None
