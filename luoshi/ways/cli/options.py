"""Options and arguments that several commands share, and the checks of what is given."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date as calendar_date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer


def day(text: str) -> str:
    """An ISO 8601 day as it was given; a usage error for anything else."""
    try:
        if not text or calendar_date.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise typer.BadParameter(f"{text} 不是年-月-日，例如 2025-01-08。 Write the day as YYYY-MM-DD.")


def _year(text: str) -> str:
    """A year of four digits as it was given; a usage error for anything else."""
    if text and not re.fullmatch(r"[0-9]{4}", text):
        raise typer.BadParameter(f"{text} 不是四位数的年份。 Write the year as YYYY.")
    return text


def choice(text: str, words: Mapping[Any, str]) -> Any:
    """A choice given by its name or its word in Chinese (close, 销号) as its name; a usage error for anything else."""
    for name, word in words.items():
        if text in (name, word):
            return name
    known = "、".join(f"{name}（{word}）" for name, word in words.items())
    raise typer.BadParameter(f"没有“{text}”，可用 {known} / there is no such choice: {', '.join(words)}")


def year_option(meaning: str) -> Any:
    """An option that takes a year; ``meaning`` is its help."""
    return typer.Option(metavar="YYYY", callback=_year, show_default=False, help=meaning)


class Measure(StrEnum):
    """What a figure measures its indicator by."""

    level = "level"
    change = "change"
    growth = "growth"
    share = "share"
    rank = "rank"
    streak = "streak"


class Level(StrEnum):
    """The levels of government that a series may be of."""

    whole = "whole"
    own = "own"
    zones = "zones"
    any = "any"


class ConflictKind(StrEnum):
    """How figures may disagree."""

    values = "values"
    revision = "revision"
    sum = "sum"
    growth = "growth"
    change = "change"
    share = "share"
    execution = "execution"


class Format(StrEnum):
    """The formats of an export."""

    xlsx = "xlsx"
    csv = "csv"
    parquet = "parquet"
    jsonld = "jsonld"
    sdmx = "sdmx"


class Encoding(StrEnum):
    """The encodings of a CSV file."""

    marked = "utf-8-sig"
    plain = "utf-8"
    gb18030 = "gb18030"


class Told(StrEnum):
    """The kinds of record that a sentence may hold."""

    figure = "figure"
    commitment = "commitment"
    statement = "statement"
    office = "office"
    formulation = "formulation"
    event = "event"
    project = "project"
    article = "article"


class State(StrEnum):
    """What became of a commitment."""

    no_news = "no_news"
    in_progress = "in_progress"
    done = "done"
    overdue = "overdue"


class Paper(StrEnum):
    """The kinds of document."""

    work_report = "work-report"
    budget = "budget"
    bulletin = "bulletin"
    plan = "plan"
    speech = "speech"
    news = "news"


class Kind(StrEnum):
    """The kinds of record an export can hold."""

    figures = "figures"
    commitments = "commitments"
    statements = "statements"
    offices = "offices"
    formulations = "formulations"
    events = "events"
    projects = "projects"
    articles = "articles"


Date = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        callback=day,
        show_default=False,
        help="文件的日期，文中没有时由此说明。 The document's date, where the document does not say.",
    ),
]
Place = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="文件所属的地区，如 临澜市，文中没有时由此说明。 The jurisdiction, where the document does not say.",
    ),
]
About = Annotated[
    str,
    typer.Option(
        "--place",
        metavar="NAME",
        show_default=False,
        help="只看这个地区：名称或区划代码。 Only this place: its name or its division code.",
    ),
]
On = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        callback=day,
        show_default=False,
        help="截至这一天：之后的文件不计，期限以此判断。 Looking back from this day: later documents are not counted.",
    ),
]
Indicator = Annotated[
    str,
    typer.Option(metavar="NAME", show_default=False, help="只看这个指标：名称或别名。 Only this indicator."),
]
NewPlace = Annotated[
    bool,
    typer.Option("--new-place", help="--place 不在行政区划里也用。 Take a --place that nobody knows."),
]
Body = Annotated[
    str,
    typer.Option(metavar="NAME", show_default=False, help="只看这个单位：名称或其一部分。 Only this body."),
]
Json = Annotated[
    bool,
    typer.Option("--json", help="每行输出一个 JSON 对象，供程序使用。 Print one JSON object a line."),
]
Location = Annotated[
    str,
    typer.Option(
        metavar="FILE|URL",
        envvar="LUOSHI_LEDGER",
        help="账本：SQLite 文件或 PostgreSQL 地址。 The ledger: a SQLite file or a PostgreSQL URL.",
    ),
]
AccountsFile = Annotated[
    Path | None,
    typer.Option(
        "--accounts",
        metavar="FILE",
        envvar="LUOSHI_ACCOUNTS",
        show_default=False,
        help="账号文件，默认在账本旁边。 The file of accounts; beside the ledger otherwise.",
    ),
]
CORES = os.cpu_count() or 1
Jobs = Annotated[
    int,
    typer.Option(
        min=1,
        metavar="N",
        show_default="处理器核数 one for each core",
        help="同时读几个文件。 How many files are read at a time.",
    ),
]
All = Annotated[
    bool,
    typer.Option("--all", help="列出全部，不止最要紧的二十条。 List all rows, not only the first twenty."),
]
ReadParts = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="OUT",
        show_default=False,
        help="不用账本，直接查 read-corpus 写的文件夹。 Ask what read-corpus wrote instead of a ledger.",
    ),
]
