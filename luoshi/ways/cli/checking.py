"""The command that lays a draft beside its sources."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date as calendar_date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import CORES, All, Date, Jobs, Json, Location, NewPlace, Place
from luoshi.ways.cli.session import opened, print_json, told
from luoshi.ways.cli.tables.findings import show_findings

if TYPE_CHECKING:
    from luoshi.service import Ledger

_DIFFERS = 3  # the exit status, apart from 1 for what could not be read


def check(
    draft: Annotated[Path, typer.Argument(metavar="DRAFT", help="稿件。 The draft.", show_default=False)],
    more: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE...]", help="--against 后面的其他来源。 More sources.", show_default=False),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE",
            show_default="--ledger",
            help="拿什么来核对：文件、文件夹、网址，或一个账本。 Files, folders, addresses, or one ledger.",
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT",
            show_default=False,
            help="另存为网页，稿件上有标记。 Also write the marked draft as a page.",
        ),
    ] = None,
    date: Date = "",
    place: Place = "",
    new_place: NewPlace = False,
    jobs: Jobs = CORES,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """付印前核对稿件：每个数据、姓名和职务与来源对照。 A draft beside its sources, before it is printed.

    先列肯定不一致的，再列可能不一致的和来源里没有的；一致的只计数。
    --date、--place 说明的是稿件；没有日期的稿件按今天读。
    What certainly differs comes first, then what may differ and what no source tells; what agrees is counted.
    --date and --place are the draft's; a draft without a date is read as today's.

    \b
    luoshi check 稿件.docx
    luoshi check 稿件.docx --against 预算报告.pdf 公报.html --place 临澜市
    luoshi check 稿件.docx --against 报告/ --html 核对.html

    \b
    状态 exit status: 0 没有肯定不一致的 nothing certainly differs · 3 有 something does · 1 读不了 unreadable
    """
    if more and not against:
        raise typer.BadParameter("一次核对一份稿件；来源写在 --against 后面。 One draft; its sources follow --against.")
    context = Service(ledger, date, place, new_place)
    try:
        reading, is_todays = service.read_draft(context, draft, calendar_date.today().isoformat())
    except service.UnreadableFile as error:
        terminal.complain(str(error))
        raise typer.Exit(1) from None
    for warning in reading.document.warnings:
        terminal.complain(f"{draft}：{warning}")
    if is_todays:
        terminal.complain(
            f"{draft}：稿中没有日期，按今天 {reading.date} 读；另有日期请用 --date。 "
            f"The draft has no date and is read as today's, {reading.date}; --date states another."
        )
    if not reading.place:
        terminal.complain(
            f"{draft}：看不出是哪个地区的稿件，用 --place 说明，核对会更准。 "
            "The draft does not say which place it is about; --place states it, and more is certain."
        )
    with _sources(context, [*(against or ()), *(more or ())], jobs) as (kept, is_whole):
        findings = sorted(kept.check(reading), key=service.first_concerns)
    if html is not None:
        with told(), service.whole_file(html) as part:
            part.write_text(service.findings_page(service.checked_draft(reading, findings)), encoding="utf-8")
    if as_json:
        print_json(finding.to_json() for finding in findings)
    else:
        show_findings(reading, findings, show_all)
    if html is not None and not as_json:
        terminal.say(str(html))
    if not is_whole:
        raise typer.Exit(1)
    if any(finding.sort == "certain" for finding in findings):
        raise typer.Exit(_DIFFERS)


@contextmanager
def _sources(context: Service, against: list[str], jobs: int) -> Iterator[tuple[Ledger, bool]]:
    """The ledger to check against, read for it where files are named, and whether all of them could be read."""
    with told():
        named = service.ledger_named(against)
    if named or not against:
        with opened(Service(named) if named else context) as kept:
            yield kept, True
        return
    refused = 0
    unstated = Service(context.ledger)  # the date and the place are the draft's
    with told(), service.Ledger(":memory:") as kept:
        files = unstated.files(against)
        with terminal.progress(len(files)) as step:
            for added in unstated.add(kept, files, jobs):
                refused += added.state == "refused"
                step(added.path.name, added.message)
        if refused == len(files):
            terminal.complain("没有来源可以核对 / there is no source to check against")
            raise typer.Exit(1)
        yield kept, not refused
