"""Commands that ask for many values at once, a panel of places and years, and for indicators and names without one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import All, Json, Location, Measure, ReadParts
from luoshi.ways.cli.session import asked, opened, tell, told
from luoshi.ways.cli.tables.panels import show_indicators, show_panel, show_unknown

_Indicators = Annotated[
    list[str],
    typer.Argument(metavar="INDICATOR...", help="指标名称或别名。 Names or aliases.", show_default=False),
]
_Places = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME[,NAME...]",
        show_default=False,
        help="这些地区，逗号隔开或重复写；默认全部。 These places, parted by commas or given again; all otherwise.",
    ),
]
_Years = Annotated[
    str,
    typer.Option(
        metavar="YYYY-YYYY", show_default=False, help="这些年份，如 2015-2025；默认全部。 These years; all otherwise."
    ),
]


def panel(
    indicators: _Indicators,
    places: _Places = None,
    years: _Years = "",
    measure: Annotated[
        Measure | None,
        typer.Option(
            metavar="level|change|growth|share|rank|streak",
            show_default=False,
            help="总量、增减、增速、占比等；默认按名称。 The measure; as the name says otherwise.",
        ),
    ] = None,
    to: Annotated[
        str, typer.Option(metavar="csv|parquet|xlsx", show_default=False, help="写成文件。 Write a file instead.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", show_default=False, help="写到这个文件。 The file to write.")
    ] = None,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    parts: ReadParts = "",
    as_json: Json = False,
) -> None:
    """各地各年各指标一格一值，带原文；空格说明原因。 Place by year by indicator; empty cells say why.

    \b
    luoshi panel 地区生产总值 一般公共预算收入 --places 临澜市,朔原市 --years 2020-2025
    luoshi panel 生产总值增速 居民消费价格 --to xlsx --out 面板.xlsx
    luoshi panel 城镇新增就业 --json
    luoshi panel 地区生产总值 --from 读好/
    """
    if bool(to) != (out is not None):
        raise typer.BadParameter("--to 和 --out 一起用。 Give --to and --out together.")
    names = [name for words in places or () for name in re.split("[,，、]", words) if name]
    if astray := service.places_among(indicators):
        raise typer.BadParameter(
            f"{'、'.join(astray)} 是地区，写作 --places {','.join([*names, *astray])}。 These are places: --places."
        )
    with asked(Service(ledger), parts) as kept:
        for name, alike in service.unknown_names(kept, indicators).items():
            terminal.complain(
                f"账本里没有“{name}”；相近的有 {'、'.join(alike) or '—'}。 None is called so; these are alike."
            )
        for name, alike in service.unknown_places(kept, names).items():
            terminal.complain(f"账本里没有“{name}”这个地区；有 {'、'.join(alike) or '—'}。 No such place, but these.")
        cells = kept.panel(indicators, names, _span(years), measure.value if measure else "")
    if not cells:
        terminal.complain("账本里没有文件。 The ledger has no documents.")
    elif out is not None:
        with told():
            service.write_panel(cells, to, out)
        terminal.say(str(out))
    else:
        tell(cells, as_json, show_panel, show_all)


def _span(years: str) -> tuple[int, int] | None:
    """The first and the last year of 2015-2025 or 2020; a usage error for anything else."""
    try:
        return service.years_of(years)
    except ValueError:
        raise typer.BadParameter(f"{years} 不是年份，例如 2015-2025。 Write the years as YYYY-YYYY.") from None


def indicators(
    word: Annotated[
        str,
        typer.Argument(
            metavar="[WORD]", help="名称、别名或编号里的词。 In a name, an alias or an id.", show_default=False
        ),
    ] = "",
    unknown: Annotated[
        bool, typer.Option("--unknown", help="列出指标体系不认识的名称。 List names that the scheme does not know.")
    ] = False,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """查指标体系：名称、编号、单位、别名。 Look up the indicator scheme: names, ids, units, aliases.

    --unknown 列出账本里没有归入指标体系的名称，各带一行条目，可以放进自己的指标文件。
    --unknown lists the ledger's names that the scheme does not know, each with a line for a scheme file.

    \b
    luoshi indicators 预算收入
    luoshi indicators --all --json
    luoshi indicators --unknown
    """
    if unknown and word:
        raise typer.BadParameter("WORD 与 --unknown 只用一个。 Give WORD or --unknown.")
    if unknown:
        with opened(Service(ledger)) as kept:
            names = kept.unknown_indicators()
        if not names:
            terminal.complain("所有名称都认识。 Every name is known.")
        tell(names, as_json, show_unknown, show_all)
        return
    found = service.holding(word)
    if not found:
        terminal.complain(f"指标体系里没有“{word}”。 The scheme has no such indicator.")
    tell(found, as_json, show_indicators, show_all)
