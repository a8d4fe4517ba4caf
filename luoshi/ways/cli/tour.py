"""The tour: the documents of an invented city, read, kept and asked."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi.records import Reading
from luoshi.service import one_line
from luoshi.ways.cli.session import told
from luoshi.ways.cli.tables.evidence import show_record
from luoshi.ways.cli.tables.grid import Column, grid
from luoshi.ways.cli.tables.values import show_outcomes, show_series
from luoshi.ways.cli.terminal import say, screen

if TYPE_CHECKING:
    from luoshi.service.sample import Sample

KINDS = {"数据": "figures", "任务": "commitments", "发言": "statements", "任职": "posts", "提法": "set phrases"}
#: What can be typed in the folder that the tour leaves.
NEXT = (
    "luoshi documents",
    "luoshi outcomes --place 临澜市 --year 2025",
    "luoshi series 一般公共预算收入 --place 临澜市",
    "luoshi search 养老床位",
    "luoshi check draft.txt --place 临澜市 --date 2026-01-14 --html check.html",
    "luoshi export --to xlsx --place 临澜市 --year 2025 台账.xlsx",
    "luoshi book import tasks.csv --year 2025 --by 林越",
    "luoshi book report civil-affairs-june.txt housing-june.txt --by 林越",
    "luoshi book show --on 2025-07-05",
)
DESK = "luoshi serve  # 打开工作台 opens the desk in the browser"
_SHOWN, _WAITING = 6, 3  # commitments, and targets without a result, that the tour shows


def demo(
    out: Annotated[
        Path,
        typer.Option(metavar="DIR", help="文件和账本留在这个文件夹里。 Where the files and ledger stay."),
    ] = Path("luoshi-demo"),
) -> None:
    """看一遍：虚构的临澜市四份文件，读成账本再来提问。 A tour: four documents of an invented city, read and asked.

    文件和账本留在一个文件夹里，最后列出的命令都可以照着输入。
    The files and their ledger stay in a folder; the commands listed at the end can be typed as they are.

    \b
    luoshi demo
    luoshi demo --out 样例
    """
    from luoshi.service.sample import read_sample  # which loads the reader

    with told(), read_sample(out) as kept:
        _show(kept)
    _heading("七、接着试试", "What to try next")
    say(f"文件和账本在 The files and the ledger are in {out.resolve()}")
    say("\n".join(f"  {words}" for words in (f"cd {shlex.quote(str(out))}", *NEXT, DESK)))


def _show(kept: Sample) -> None:
    """What was read, one figure with its evidence, who promised what, and what came of it."""
    from luoshi.service.sample import CITY, REVENUE

    out = screen()
    _heading("一、读了什么", "What was read")
    columns: list[Column] = ["文件 document", "日期 date", *((name, "right") for name in KINDS)]
    out.print(grid("", columns, [_counts(each) for each in kept.readings]))
    print(" · ".join(f"{chinese} {english}" for chinese, english in KINDS.items()))

    _heading("二、一个数据和它的依据", "A figure and its evidence")
    values = kept.ledger.series(REVENUE, place=CITY, measure="level")
    show_record(kept.ledger.record(next(row.id for row in values if row.status == "actual")))

    _heading("三、谁要做什么", "Who is going to do what")
    said = [c for each in kept.readings for c in each.commitments if c.speaker and c.actor]
    rows = [[c.actor, c.speaker, one_line(c.quote), c.deadline] for c in said[:_SHOWN]]
    out.print(grid("", ["责任单位 actor", "发言人 speaker", "内容 words", "期限 deadline"], rows))

    _heading("四、谁在什么岗位", "Who holds which post")
    posts = {office.person: office for each in kept.readings for office in each.offices}
    people = [[office.person, office.organisation, "、".join(office.posts)] for office in posts.values()]
    out.print(grid("", ["姓名 person", "单位 organisation", "职务 posts"], people))

    _heading("五、一个指标的历年数值", "An indicator over the years")
    show_series(REVENUE, values, show_all=True)

    _heading("六、一年前定下的目标，后来怎样", "What became of last year's targets")
    outcomes = kept.ledger.outcomes(CITY, "2025")
    judged = [row for row in outcomes if row.result]
    waiting = [row for row in outcomes if not row.result]
    show_outcomes(judged + waiting[:_WAITING], show_all=True, evidence=False, of=outcomes)


def _heading(chinese: str, english: str) -> None:
    print(f"\n{chinese} · {english}\n")


def _counts(each: Reading) -> list[str]:
    kinds = (each.figures, each.commitments, each.statements, each.offices, each.formulations)
    return [each.document.name, each.date, *(str(len(kind)) for kind in kinds)]
