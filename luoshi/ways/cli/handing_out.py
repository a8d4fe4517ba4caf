"""The command that writes the ledger as files for people and other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import About, Encoding, Format, Kind, Location, On, year_option
from luoshi.ways.cli.session import opened


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="写到这个文件。 The file to write.", show_default=False)],
    to: Annotated[
        Format | None,
        typer.Option(
            metavar="xlsx|csv|parquet|jsonld|sdmx",
            help="格式；不写就看文件名的后缀。 The format; otherwise what the file's name ends in.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option(
            metavar="KIND",
            show_default=False,
            help="哪一种记录（csv、parquet 默认数据，jsonld 默认全部）。 The kind: figures (usual for csv, parquet), "
            "commitments, statements, offices, formulations, events, projects, articles (jsonld: all).",
        ),
    ] = None,
    place: About = "",
    year: Annotated[
        str,
        year_option("台账：只列这一年文件的任务。 xlsx: documents of this year."),
    ] = "",
    on: On = "",
    encoding: Annotated[
        Encoding,
        typer.Option(
            metavar="utf-8-sig|utf-8|gb18030",
            help="csv 的编码；默认的 Excel 直接能打开。 The encoding of csv; Excel opens the usual one.",
        ),
    ] = Encoding.marked,
    ledger: Location = USUAL_LEDGER,
) -> None:
    """把账本导出成文件，供人和其他工具使用。 Write the ledger as a file for people and other tools.

    \b
    xlsx     督查台账：任务、目标、责任、时限、进展、结果、状态、依据 the supervision sheet
    csv      可以直接用 Excel 打开（UTF-8，带 BOM） opens in spreadsheets
    parquet  给 pandas、polars、DuckDB for pandas, polars and DuckDB
    jsonld   W3C 网络标注，带原文和位置 W3C Web Annotations
    sdmx     SDMX-CSV，旁边另有结构文件 with its structure in a second file beside it

    --place、--year、--on 只用于 xlsx。 These three are for xlsx only.

    \b
    luoshi export --to xlsx --place 临澜市 --year 2025 --on 2025-12-31 台账.xlsx
    luoshi export 数据.csv
    luoshi export --to parquet --kind commitments tasks.parquet
    """
    to = to or _format_of(out)
    if to is not Format.xlsx and (place or year or on):
        raise typer.BadParameter("--place、--year、--on 只用于 xlsx。 These are for --to xlsx only.")
    if to is not Format.csv and encoding is not Encoding.marked:
        raise typer.BadParameter("--encoding 只用于 csv。 It is for --to csv only.")
    with opened(Service(ledger)) as kept:
        number = kept.export(to, out, kind or "", service.Selection(place, year, on), encoding)
        if not number:
            terminal.complain(service.why_nothing(kept, "export", place))
    terminal.say(f"{out}：{number} 行。 {number} rows.")


def _format_of(out: Path) -> Format:
    """The format that a file's name ends in; a usage error for any other name."""
    ending = out.suffix[1:].lower()
    if ending in list(Format):
        return Format(ending)
    raise typer.BadParameter(
        f"{out.name} 看不出格式，用 --to 写明：{'、'.join(Format)} / --to states the format: {', '.join(Format)}"
    )
