"""Who does what: commitments with what became of them, bodies, posts and set phrases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from luoshi.service import one_line
from luoshi.service.wording import JUDGED, STATES, short_id
from luoshi.ways.cli.tables.grid import Column, first_of, grid
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import DutyRow, FormulationRow, PostRow, ProgressRow

_COLOURS = {"done": "green", "in_progress": "yellow", "overdue": "red", "no_news": "dim"}
_WEIGHT = ("overdue", "in_progress", "no_news", "done")  # states, those first that need a look


def show_progress(rows: Sequence[ProgressRow], show_all: bool) -> None:
    """Commitments with their states and the later sentences, each with why it matched and its id."""
    from luoshi.service import excerpt  # only who asks for progress loads what finds it

    columns: list[Column] = ["任务 commitment", "期限 due", "状态 state", "后文 later sentences"]
    cells: list[list[str | Text]] = []
    for row in first_of(rows, show_all, lambda row: _WEIGHT.index(row.state)):
        later: list[Text] = []
        for mention in row.mentions:
            later.append(Text(excerpt(row.commitment.quote, mention.quote)))
            later.append(Text(f"{mention.document} {mention.date} {short_id(mention.id)}", "dim"))
            later.append(Text("；".join(mention.why), "dim italic"))
            if mention.judged:
                later.append(Text(f"{JUDGED[mention.judged]}，{mention.judged_by}：{mention.judged_why}", "dim italic"))
        who = row.commitment.body or row.commitment.actor
        cells.append(
            [
                Text("\n").join([Text(one_line(row.commitment.quote)), Text(f"{who}  {short_id(row.id)}", "dim")]),
                row.commitment.deadline,
                Text(STATES[row.state], _COLOURS[row.state]),
                Text("\n").join(later),
            ]
        )
    out = screen()
    count = {state: sum(row.state == state for row in rows) for state in STATES}
    out.print("  ".join(f"{STATES[state]} {state} {n}" for state, n in count.items() if n))
    out.print(grid(f"任务进展 progress  ({len(rows)})", columns, cells))


def show_people(rows: Sequence[PostRow], show_all: bool) -> None:
    """Who held which post, first and last seen when."""
    columns: list[Column] = ["单位和职务 body, post", "姓名 person", "首见、末见 seen", ("次数 times", "right")]
    columns.append("原文 evidence")
    cells: list[list[str | Text]] = [
        [
            Text("\n").join(
                [
                    Text(f"{row.body} {row.post}".strip()),
                    *([] if row.body.startswith(row.place) else [Text(row.place, "dim")]),
                ]
            ),
            row.person,
            f"{row.first.date or '—'}\n{row.last.date or '—'}",
            str(row.mentions),
            Text("\n").join(
                [Text(one_line(row.last.quote)), Text(f"{row.last.document} {short_id(row.last.id)}", "dim")]
            ),
        ]
        for row in first_of(rows, show_all)
    ]
    screen().print(grid(f"任职 posts  ({len(rows)})", columns, cells))


def show_bodies(rows: Sequence[DutyRow], show_all: bool) -> None:
    """Which body answers for which commitments."""
    columns: list[Column] = ["责任单位 body", "任务 commitment", "期限 deadline", "出处 document"]
    cells = [
        [
            row.body,
            one_line(row.evidence.quote),
            row.deadline,
            f"{row.evidence.document} {row.evidence.date}\n{short_id(row.evidence.id)}",
        ]
        for row in first_of(rows, show_all)
    ]
    screen().print(grid(f"责任 who answers  ({len(rows)})", columns, cells))


def show_formulations(rows: Sequence[FormulationRow], show_all: bool) -> None:
    """Set phrases with their first and last use, each with its id, how often they are used, and by whom."""
    columns: list[Column] = ["提法 phrase", "首用、末用 used", ("次数 uses", "right"), ("文件 files", "right")]
    columns.append("出处 evidence")
    cells: list[list[str | Text]] = [
        [
            Text("\n").join([Text(f"“{one_line(row.phrase)}”{row.head}"), Text("、".join(row.users[:3]), "dim")]),
            f"{row.first.date or '—'}\n{row.last.date or '—'}",
            str(row.uses),
            str(row.documents),
            Text(
                "\n".join(dict.fromkeys(f"{used.document} {short_id(used.id)}" for used in (row.first, row.last))),
                "dim",
            ),
        ]
        for row in first_of(rows, show_all)
    ]
    screen().print(grid(f"提法 set phrases  ({len(rows)})", columns, cells))
