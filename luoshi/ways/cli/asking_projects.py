"""Commands that follow things over time: projects, events, and the timeline of one of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import About, All, Json, Location, year_option
from luoshi.ways.cli.session import opened, tell, told
from luoshi.ways.cli.tables.projects import show_events, show_projects, show_timeline


class Stage(StrEnum):
    """How far a project is."""

    planned = "planned"
    start = "start"
    going_on = "going on"
    done = "done"
    stopped = "stopped"


class Act(StrEnum):
    """The kinds of event."""

    meeting = "meeting"
    visit = "visit"
    signing = "signing"
    opening = "opening"
    publication = "publication"
    appointment = "appointment"
    other = "other"


def projects(
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help="项目名称，别名用空格隔开。 A name, or several of one project.",
            show_default=False,
        ),
    ] = "",
    place: About = "",
    stage: Annotated[
        Stage | None,
        typer.Option(
            metavar="planned|start|going on|done|stopped",
            show_default=False,
            help="只看到这一步的。 Only this stage.",
        ),
    ] = None,
    year: Annotated[str, year_option("只看这一年讲到的。 Only those told in this year.")] = "",
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """项目多年来的情况：各种名称并在一起，到了哪一步。 Projects over the years, under all their names.

    \b
    luoshi projects --place 临澜市
    luoshi projects 跨海通道
    luoshi projects --stage done --year 2025 --json
    """
    with opened(Service(ledger)) as kept:
        rows = kept.projects(place, words, stage.value if stage else "", year)
        if not rows:
            terminal.complain(service.why_nothing(kept, "projects", place))
    tell(rows, as_json, show_projects, show_all)


def events(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="原文里的词。 Words of the clause.", show_default=False)
    ] = "",
    place: About = "",
    kind: Annotated[
        Act | None,
        typer.Option(
            metavar="meeting|visit|signing|opening|publication|appointment|other",
            show_default=False,
            help="只看这一种。 Only this kind.",
        ),
    ] = None,
    actor: Annotated[
        str, typer.Option(metavar="NAME", show_default=False, help="谁：人或单位。 Who: a person or a body.")
    ] = "",
    year: Annotated[str, year_option("只看这一年的。 Only those of this year.")] = "",
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """活动：谁在哪一天开会、调研、签约、启用、印发了什么。 Events: who met, visited, signed, opened, issued what.

    \b
    luoshi events --place 临澜市 --kind visit
    luoshi events --actor 沈砚舟 --year 2025 --json
    """
    with opened(Service(ledger)) as kept:
        rows = kept.events(place, kind.value if kind else "", actor, year, words)
        if not rows:
            terminal.complain(service.why_nothing(kept, "events", place))
    tell(rows, as_json, show_events, show_all)


def timeline(
    asked: Annotated[
        str,
        typer.Argument(
            metavar="WORDS|ID",
            help="项目、人、单位、指标的名称，或一条记录的编号。 A project, person, body, indicator, or a record's id.",
            show_default=False,
        ),
    ],
    place: About = "",
    html: Annotated[
        Path | None, typer.Option(metavar="OUT.html", show_default=False, help="写成网页。 Write a page.")
    ] = None,
    chart: Annotated[
        Path | None,
        typer.Option(metavar="OUT.svg|png", show_default=False, help="画成图。 Draw a chart (extra charts)."),
    ] = None,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """一件事的来龙去脉：何时承诺、决定、开工、进展、调研、建成。 What was promised, decided, begun, done, in order.

    项目的别名用空格隔开；每一行都有原句和文件。
    Several names of one project are parted by spaces. Each line has its sentence and its document.

    \b
    luoshi timeline 跨海通道 --place 临澜市
    luoshi timeline 市教育局 --html 教育局.html
    luoshi timeline 一般公共预算收入 --chart 收入.svg
    luoshi timeline 3fa9:commitment-120-160 --json
    """
    with opened(Service(ledger)) as kept:
        rows = kept.timeline(asked, place)
        if not rows:
            terminal.complain(service.why_nothing(kept, "timeline", place))
            return
    with told():
        if html is not None:
            with service.whole_file(html) as part:
                part.write_text(service.timeline_page(rows, asked), "utf-8", newline="\n")
            terminal.say(str(html))
        if chart is not None:
            service.draw_timeline(rows, chart, asked)
            terminal.say(str(chart))
    if html is None and chart is None:
        tell(rows, as_json, show_timeline, True)
