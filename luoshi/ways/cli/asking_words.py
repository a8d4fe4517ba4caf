"""Commands that ask for the words: to find them, and to tell why a record says what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from luoshi import service
from luoshi.service.context import USUAL_LEDGER, Service
from luoshi.ways.cli import terminal
from luoshi.ways.cli.options import About, All, Json, Location, Told, year_option
from luoshi.ways.cli.session import opened, tell, told
from luoshi.ways.cli.tables.evidence import show_hits, show_record


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="要找的词，可以有几个。 The words, one or more.", show_default=False),
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="最多几句。 How many sentences at most.")] = 100,
    place: About = "",
    year: Annotated[str, year_option("只看这一年的文件。 Only documents of this year.")] = "",
    kind: Annotated[
        Told | None,
        typer.Option(
            metavar="KIND",
            show_default=False,
            help="只看含有这种记录的句子 only with: figure commitment statement office formulation article",
        ),
    ] = None,
    show_all: All = False,
    ledger: Location = USUAL_LEDGER,
    as_json: Json = False,
) -> None:
    """在账本的原文里找词（一个字也可以），新的在前。 Find sentences by their words, the newest first.

    有几个词时，找同时含有它们的句子。 With several words, sentences that hold all of them.

    \b
    luoshi search 养老床位
    luoshi search 跨海通道 建成 --json
    """
    with opened(Service(ledger)) as kept:
        rows, more = service.newest(kept, " ".join(words), limit, place, year, [kind] if kind else [])
        if not rows:
            terminal.complain(service.why_nothing(kept, "search", place))
    if more:
        terminal.complain(f"只列最新的 {limit} 句，还有更多：--limit。 The newest {limit}; there are more: --limit.")
    tell(rows, as_json, show_hits, show_all)


def explain(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="记录的编号，如 3fa9:figure-120-128。 The record's id, whole or shortened.",
            show_default=False,
        ),
    ],
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="另存为网页。 Write the explanation as a page instead.", show_default=False),
    ] = None,
    ledger: Location = USUAL_LEDGER,
) -> None:
    """一条记录是怎么读出来的：原句、各字段的出处、用到的规则。 Why a record says what it says.

    编号见 series、outcomes、search 等的输出；progress 的句子列出其中的记录。
    Ids stand in what series, outcomes, search and others print; of a sentence of progress its records are told.

    \b
    luoshi explain 3fa9c0d1e2b3a495:figure-120-128
    luoshi explain 3fa9:figure-120-128 --html why.html
    """
    with opened(Service(ledger)) as kept:
        found = service.named(kept, record)
    if isinstance(found, service.SearchRow):
        show_hits([found], True)
    elif html is None:
        show_record(found)
    else:
        with told(), service.whole_file(html) as part:
            part.write_text(service.explanation_page(found), encoding="utf-8")
        terminal.say(str(html))
