"""Commands that ask who does what: posts, responsible bodies, set phrases, what became of commitments."""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import About, All, Body, Json, Location, On, State, year_option
from luoshi.ways.cli.session import opened, tell
from luoshi.ways.cli.tables.work import show_bodies, show_formulations, show_people, show_progress


def people(
    person: Annotated[
        str, typer.Argument(metavar="NAME", help="姓名或其一部分。 A name or part of one.", show_default=False)
    ] = "",
    body: Body = "",
    place: About = "",
    year: Annotated[str, year_option("只看这一年见于文件的。 Only those seen in this year.")] = "",
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """谁在什么岗位，何时起见于文件，最近见于何时。 Who held which post, first and last seen when.

    \b
    luoshi people --place 临澜市
    luoshi people 纪闻澜
    luoshi people --body 教育局 --json
    """
    with opened(Service(ledger)) as kept:
        rows = service.seen_in(kept.people(person, body, place), year)
        if not rows:
            terminal.complain(service.why_nothing(kept, "people", place))
    tell(rows, as_json, show_people, show_all)


def bodies(
    body: Annotated[
        str,
        typer.Argument(metavar="BODY", help="单位名称或其一部分。 A body's name or part of it.", show_default=False),
    ] = "",
    place: About = "",
    year: Annotated[str, year_option("只看这一年的文件。 Only documents of this year.")] = "",
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """哪个单位负责哪些任务。 Which body answers for which commitments.

    \b
    luoshi bodies --place 临澜市
    luoshi bodies 教育局 --json
    """
    with opened(Service(ledger)) as kept:
        rows = service.seen_in(kept.bodies(body, place), year)
        if not rows:
            terminal.complain(service.why_nothing(kept, "bodies", place))
    tell(rows, as_json, show_bodies, show_all)


def formulations(
    phrase: Annotated[
        str, typer.Argument(metavar="PHRASE", help="提法或其一部分。 A phrase or part of one.", show_default=False)
    ] = "",
    place: About = "",
    year: Annotated[str, year_option("只看这一年用过的。 Only those used in this year.")] = "",
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """提法何时首次使用、最近使用、用了多少次。 Set phrases: first use, last use, frequency.

    \b
    luoshi formulations --place 临澜市
    luoshi formulations 一码通办 --json
    """
    with opened(Service(ledger)) as kept:
        rows = service.seen_in(kept.formulations(phrase, place), year)
        if not rows:
            terminal.complain(service.why_nothing(kept, "formulations", place))
    tell(rows, as_json, show_formulations, show_all)


def progress(
    record: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="只看这一条任务。 Only this commitment, by its id.", show_default=False),
    ] = "",
    place: About = "",
    year: Annotated[
        str,
        year_option("只看这一年的文件。 Only documents of this year."),
    ] = "",
    on: On = "",
    state: Annotated[
        State | None,
        typer.Option(
            metavar="no_news|in_progress|done|overdue", show_default=False, help="只看这种状态。 Only this state."
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="每条任务最多几句后文。 Later sentences for each commitment.")
    ] = 5,
    done: Annotated[
        str,
        typer.Option(metavar="SENTENCE", show_default=False, help="这一句说明已完成。 This sentence shows it done."),
    ] = "",
    confirm: Annotated[
        str, typer.Option(metavar="SENTENCE", show_default=False, help="这一句是它的进展。 This one shows it going on.")
    ] = "",
    dismiss: Annotated[
        str, typer.Option(metavar="SENTENCE", show_default=False, help="这一句与它无关。 This one is not about it.")
    ] = "",
    by: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="判断的人。 Who judges.")] = "",
    why: Annotated[str, typer.Option(metavar="REASON", show_default=False, help="判断的理由。 The reason.")] = "",
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """每条任务后来的进展：后文中讲到它的句子，以及状态。 What became of commitments: later sentences, and the state.

    \b
    已完成 done · 推进中 in_progress · 逾期 overdue（以 --on 为准 by the day of --on）· 暂无进展 no_news

    句子的判断可以由人更正，署名并说明理由，原有判断不丢。
    A person may judge a sentence, with a name and a reason; nothing is lost.

    \b
    luoshi progress --place 临澜市 --year 2024 --on 2025-12-31
    luoshi progress 3fa9:commitment-120-160 --dismiss 7c01:sentence-30-66 --by 苏问渠 --why 另一项工程
    """
    judged = {"done": done, "in_progress": confirm, "unrelated": dismiss}
    if any(judged.values()) and not record:
        raise typer.BadParameter("判断要指明任务的编号。 A verdict needs the commitment's ID.")
    with opened(Service(ledger)) as kept:
        for verdict, sentence in judged.items():
            if sentence:
                kept.link(record, sentence, verdict, by, why)
        rows = kept.progress(place=place, year=year, id=record, on=on, limit=limit, state=state or "")
        if not rows:
            terminal.complain(service.why_nothing(kept, "progress", place))
    tell(rows, as_json, show_progress, show_all)
