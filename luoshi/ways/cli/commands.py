"""The command line: which commands there are; each stands in the module of its group.

Every command prints tables for people, or with ``--json`` one object a line for programs. Exit status
is 0 when all went well, 1 when something could not be read, written or found, 2 for a command that was not
understood, 3 where ``check`` found a certain difference, 130 after an interrupt.
"""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi import __version__
from luoshi.ways.cli import (
    accounts,
    asking_panels,
    asking_projects,
    asking_values,
    asking_words,
    asking_work,
    assistants,
    book,
    checking,
    corpora,
    desk,
    handing_out,
    keeping,
    manual,
    mending,
    papers,
    pictures,
    reading,
    scoring,
    tour,
)

app = typer.Typer(
    name="luoshi",
    cls=manual.Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"luoshi {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本。 Show the version.")
    ] = False,
) -> None:
    """落实：把中文公文读成有原文依据的账本——目标是什么、谁负责、多少、何时、结果如何。

    Luoshi reads Chinese official prose into a ledger with evidence: what was targeted, who answers for it,
    how much, by when, and what was delivered.

    \b
    luoshi demo                                     看一遍 take the tour
    luoshi read 报告.txt                            读一个文件 read one file
    luoshi add 报告/                                读进账本 read a folder into the ledger
    luoshi series 一般公共预算收入 --place 临澜市   一个指标的历年数值 an indicator over time
    luoshi outcomes --place 临澜市 --year 2025      目标与结果 targets beside results
    """


# In the order of the help page. A value that is corrected may begin with a sign, as an option does.
for command, options in (
    (reading.read, {}),
    (reading.add, {}),
    (papers.documents, {}),
    (corpora.read_corpus, {"name": "read-corpus"}),
    (corpora.load, {}),
    (asking_values.series, {}),
    (asking_panels.panel, {}),
    (asking_values.outcomes, {}),
    (asking_values.conflicts, {}),
    (asking_panels.indicators, {}),
    (checking.check, {}),
    (asking_work.people, {}),
    (asking_work.bodies, {}),
    (asking_work.formulations, {}),
    (asking_work.progress, {}),
    (asking_projects.projects, {}),
    (asking_projects.events, {}),
    (asking_projects.timeline, {}),
    (asking_words.search, {}),
    (asking_words.explain, {}),
    (mending.correct, {"context_settings": {"ignore_unknown_options": True}}),
    (pictures.look, {}),
    (handing_out.export, {}),
    (scoring.score_reading, {"name": "score"}),
    (keeping.backup, {}),
    (keeping.restore, {}),
    (keeping.doctor, {}),
    (desk.serve, {}),
    (assistants.mcp, {}),
    (tour.demo, {}),
):
    app.command(cls=manual.Command, **options)(command)
app.add_typer(book.app, name="book")
app.add_typer(accounts.app, name="accounts")
