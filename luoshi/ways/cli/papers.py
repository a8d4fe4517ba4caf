"""The command that lists the ledger's documents, and mends what was not understood of them."""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import About, All, Json, Location, NewPlace, Paper, year_option
from luoshi.ways.cli.session import opened, print_json
from luoshi.ways.cli.tables.papers import show_paper, show_papers

_LOOKED_AT = 500  # documents; what was not understood takes some hundredths of a second each


def documents(
    document: Annotated[
        str,
        typer.Argument(
            metavar="[DOCUMENT]",
            help="只看这一份：文件、编号或账本里的名称。 Only this one: its file, id or name.",
            show_default=False,
        ),
    ] = "",
    more: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD=VALUE...]", help="--set 后面的其他项。 More to set.", show_default=False),
    ] = None,
    place: About = "",
    year: Annotated[str, year_option("只看这一年的文件。 Only documents of this year.")] = "",
    kind: Annotated[
        Paper | None,
        typer.Option(
            metavar="KIND",
            show_default=False,
            help="只看这一类 only this kind: work-report budget bulletin plan speech news",
        ),
    ] = None,
    set: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=VALUE",
            show_default=False,
            help="说明它的 place 或 date，空为照文中。 State its place or date.",
        ),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="移出账本；--undo 放回。 Take it out of the ledger; --undo puts it back.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="撤销上一次的说明。 Take back what was stated last.")] = False,
    by: Annotated[str, typer.Option(metavar="NAME", show_default=False, help="说明的人。 Who states it.")] = "",
    why: Annotated[str, typer.Option(metavar="REASON", show_default=False, help="理由。 The reason.")] = "",
    new_place: NewPlace = False,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """账本里有哪些文件，哪里没读明白；可以改。 The ledger's documents, what was not understood, and how to mend it.

    改的是文件的地区和日期，署名并说明理由；文件按新的说明重读，原来的阅读不丢，--undo 撤销。
    PDF、OFD 和图片要按版面重读，请给出文件路径。
    What is mended is a document's place and day, with a name and a reason. The document is read again under them; the
    earlier reading is kept, and --undo takes it back. PDF, OFD and pictures are read again from their file.

    \b
    luoshi documents
    luoshi documents --place 临澜市 --year 2025 --kind work-report
    luoshi documents 3b96451b
    luoshi documents 3b96451b --set place=临澜市 date=2025-01-07 --by 苏问渠 --why 与原件核对
    luoshi documents 3b96451b --remove --by 苏问渠 --why 是征求意见稿
    luoshi documents 3b96451b --undo --by 苏问渠 --why 改错了
    """
    if more and not set:
        raise typer.BadParameter(f"一次看一份文件，改动写在 --set 后面：{more[0]}。 Changes follow --set.")
    changes = _changes([*(set or ()), *(more or ())])
    if (changes or undo or remove) and not document:
        raise typer.BadParameter("先写是哪一份文件。 Name the document first.")
    if bool(changes) + undo + remove > 1:
        raise typer.BadParameter("--set、--remove 和 --undo 只用一个。 One of --set, --remove and --undo.")
    with opened(Service(ledger)) as kept:
        if changes:
            document = service.restate(kept, document, changes, by, why, new_place)
        elif remove:
            id = service.withdraw(kept, document, by, why)
            terminal.say(f"已移出账本，--undo 放回。 Taken out; --undo puts it back: {id[:8]}")
            return
        elif undo:
            document = service.take_back(kept, document, by, why)
        ids = {kept.document_named(document)} if document else None
        rows = kept.documents(place, year, kind or "", ids)
        papers = service.understood(kept, rows if as_json or show_all else rows[:_LOOKED_AT])
        made = kept.stated(rows[0].id) if document and rows else []
        if not rows:
            terminal.complain(service.why_nothing(kept, "documents", place))
    if as_json:
        print_json(paper.to_json() for paper in papers)
    elif document and papers:
        show_paper(papers[0], made)
    elif papers:
        if len(papers) < len(rows):
            terminal.complain(f"只看了最新的 {_LOOKED_AT} 份：--all 全看。 The newest {_LOOKED_AT} only: --all.")
        show_papers(sorted(papers, key=lambda paper: not paper.notes), show_all)


def _changes(words: list[str]) -> dict[str, str]:
    """What ``field=value`` words set."""
    pairs = [word.partition("=") for word in words]
    for field, sign, _ in pairs:
        if not sign or field not in ("place", "date"):
            raise typer.BadParameter("写作 place=名称 或 date=年-月-日。 Write place=NAME or date=YYYY-MM-DD.")
    return {field: value for field, _, value in pairs}
