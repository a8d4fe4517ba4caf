"""Commands that ask for values: over time, beside their targets, against each other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import (
    About,
    All,
    ConflictKind,
    Indicator,
    Json,
    Level,
    Location,
    Measure,
    ReadParts,
    day,
    year_option,
)
from luoshi.ways.cli.session import asked, opened, tell, told
from luoshi.ways.cli.tables.values import show_conflicts, show_lines, show_outcomes, show_series

_AboutPoints = Annotated[
    float,
    typer.Option(
        min=0,
        metavar="N",
        help="百分数目标“左右”的幅度，百分点。 How far 左右 reaches for a percentage, in points.",
    ),
]
_AboutPercent = Annotated[
    float,
    typer.Option(
        min=0, metavar="N", help="其他目标“左右”的幅度，百分之几。 How far 左右 reaches otherwise, in per cent."
    ),
]
_KnownOn = Annotated[
    str,
    typer.Option(
        metavar="YYYY-MM-DD",
        callback=day,
        show_default=False,
        help="截至这一天：之后的文件不计。 As known on this day: later documents are not counted.",
    ),
]
_Untargeted = Annotated[
    bool,
    typer.Option(
        "--untargeted",
        help="改列没有目标的年份的结果。 List the results of years without a target instead.",
    ),
]
_Folded = Annotated[
    bool,
    typer.Option("--folded", help="一地一期一行：最可靠的值在前，其余折叠。 One line a place and period."),
]
_Level = Annotated[
    Level | None,
    typer.Option(
        metavar="whole|own|zones|any",
        show_default=False,
        help="全市 whole · 市本级 own · 开发区 zones · 都要 any；一地一期一行。 A level of government; folded.",
    ),
]
_Kind = Annotated[
    ConflictKind | None,
    typer.Option(
        metavar="values|revision|sum|growth|change|share|execution",
        show_default=False,
        help="只看这一类。 Only this kind.",
    ),
]
_Chart = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="画成图：.svg 或 .png（需要 luoshi[charts]）。 Draw a chart instead; needs the extra charts.",
    ),
]


def series(
    indicator: Annotated[
        str,
        typer.Argument(
            metavar="INDICATOR", help="指标名称或别名。 The indicator's name or an alias.", show_default=False
        ),
    ],
    place: About = "",
    year: Annotated[str, year_option("只看这一年的数值。 Only values of this year.")] = "",
    measure: Annotated[
        Measure | None,
        typer.Option(
            metavar="level|change|growth|share|rank|streak",
            show_default=False,
            help="只看总量、增减、增速、占比、位次或连续次数。 Only this measure.",
        ),
    ] = None,
    folded: _Folded = False,
    level: _Level = None,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    parts: ReadParts = "",
    as_json: Json = False,
) -> None:
    """一个指标在各地各期的数值，带原文。 The values of an indicator over time, with the sentences that say them.

    \b
    luoshi series 一般公共预算收入 --place 临澜市
    luoshi series 一般公共预算收入 --place 临澜市 --folded --level own
    luoshi series 地区生产总值 --measure growth --json
    luoshi series 地区生产总值 --place 临澜市 --from 读好/
    """
    if parts:
        if folded or level:
            raise typer.BadParameter("--from 不能和 --folded、--level 一起用。 --from goes without --folded, --level.")
        with asked(Service(ledger), parts) as corpus:
            rows = service.of_year(corpus.series(indicator, place, measure or ""), year)
        tell(rows, as_json, partial(show_series, indicator), show_all)
        return
    with opened(Service(ledger)) as kept:
        one_line = folded or level is not None
        lines = kept.lines(indicator, place, measure or "", level.value if level else "") if one_line else []
        rows = [] if one_line else service.of_year(kept.series(indicator, place=place, measure=measure or ""), year)
        lines = [line for line in lines if service.of_year([line.best], year)]
        if not rows and not lines:
            terminal.complain(service.why_nothing(kept, "series", place, indicator))
    if one_line:
        tell(lines, as_json, partial(show_lines, indicator), show_all)
    else:
        tell(rows, as_json, partial(show_series, indicator), show_all)


_Confirm = Annotated[
    tuple[str, str],
    typer.Option(
        metavar="TARGET RESULT", show_default=False, help="这个数是这个目标的结果。 This figure answers this target."
    ),
]
_Refuse = Annotated[
    tuple[str, str],
    typer.Option(metavar="TARGET RESULT", show_default=False, help="这个数不是它的结果。 This figure does not."),
]


def outcomes(
    place: About = "",
    year: Annotated[
        str,
        year_option("只看这一年的目标。 Only this year's targets."),
    ] = "",
    indicator: Indicator = "",
    about_points: _AboutPoints = 0.5,
    about_percent: _AboutPercent = 5,
    on: _KnownOn = "",
    untargeted: _Untargeted = False,
    chart: _Chart = None,
    confirm: _Confirm = ("", ""),
    refuse: _Refuse = ("", ""),
    by: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="判断的人。 Who judges.")] = "",
    why: Annotated[str, typer.Option(metavar="REASON", show_default=False, help="判断的理由。 The reason.")] = "",
    to: Annotated[
        str, typer.Option(metavar="csv|xlsx", show_default=False, help="写成文件。 Write a file instead.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", show_default=False, help="写到这个文件。 The file to write.")
    ] = None,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """每个目标与它的结果对照，并作判断。 Each target beside its result, and the verdict.

    \b
    完成 met · 未完成 missed · 待定 open（账本里还没有结果 no result yet）· 不可比 unclear

    \b
    带问号的是可能的结果，由人确认或否定。 A likely result has a question mark; a person confirms or refuses it.

    \b
    luoshi outcomes --place 临澜市 --year 2025
    luoshi outcomes --place 临澜市 --to xlsx --out 目标与结果.xlsx
    luoshi outcomes --confirm 3b96:figure-187-193 7c01:figure-30-36 --by 苏问渠 --why 名称不同，同一项工程
    luoshi outcomes --place 临澜市 --indicator 一般公共预算收入 --chart 收入.svg
    luoshi outcomes --json
    """
    if bool(to) != (out is not None):
        raise typer.BadParameter("--to 和 --out 一起用。 Give --to and --out together.")
    tolerance = service.tolerance(about_points, about_percent)
    with opened(Service(ledger)) as kept:
        for verdict, (target, figure) in (("answer", confirm), ("no_answer", refuse)):
            if target:
                kept.link(target, figure, verdict, by, why)
        without = kept.untargeted(place, year, indicator) if untargeted else []
        rows = [] if untargeted else kept.outcomes(place, year, indicator, tolerance, on)
        if not rows and not without:
            question: Literal["untargeted", "outcomes"] = "untargeted" if untargeted else "outcomes"
            terminal.complain(service.why_nothing(kept, question, place, indicator))
    if untargeted:
        tell(without, as_json, partial(show_series, "没有目标的年份 years without a target"), show_all)
    elif chart is not None and rows:
        with told():
            service.draw_outcomes(rows, chart, tolerance)
        terminal.say(str(chart))
    elif out is not None:
        with told():
            service.write_outcomes(rows, to, out)
        terminal.say(str(out))
    else:
        tell(rows, as_json, show_outcomes, show_all)


def conflicts(
    place: About = "",
    year: Annotated[str, year_option("只看这一年。 Only this year.")] = "",
    indicator: Indicator = "",
    kind: _Kind = None,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """互相矛盾的数据，带算式。 Figures that can't all be right, with the arithmetic.

    \b
    数值 values 同一数据两个数 · 修订 revision 后来的文件改了以前的数 · 合计 sum 部分之和不等于总数 ·
    增速 growth、增减 change 与两年总量不符 · 占比 share 与部分、总数不符 · 执行率 execution 与预算、执行数不符
    舍入造成的差别不算；最确定、差别最大的在前。 The surest and largest come first.

    \b
    luoshi conflicts --place 临澜市
    luoshi conflicts --year 2025 --json
    """
    with opened(Service(ledger)) as kept:
        found = kept.checks(place, year, indicator, kind.value if kind else "")
        rows = found.conflicts
        if not rows:
            terminal.complain(service.why_nothing(kept, "conflicts", place, indicator, found.made))
    tell(rows, as_json, partial(show_conflicts, made=found.made), show_all)
