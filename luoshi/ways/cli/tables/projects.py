"""Projects, events and timelines as tables: counts first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from luoshi import service
from luoshi.service import one_line
from luoshi.service.wording import ACTS, STAGES, short_id, stage_words
from luoshi.ways.cli.tables.grid import Column, first_of, grid
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import EventRow, ProjectRow, TimelineRow

_AROUND = 60  # characters of a sentence on either side of a quote


def show_projects(rows: Sequence[ProjectRow], show_all: bool) -> None:
    """How many projects are how far, then each with its names, its last stage, how often and when it was told."""
    out = screen()
    counts: Counter[str] = Counter(row.stage for row in rows)
    out.print(Text(" · ".join(f"{STAGES[stage]} {counts[stage]}" for stage in STAGES if counts[stage])))
    columns: list[Column] = ["项目 project", "到哪一步 stage", "讲到 told", ("次数 times", "right"), "最近 last"]
    cells: list[list[str | Text]] = [
        [
            Text("\n").join([Text(row.name), *([Text("、".join(row.names[1:4]), "dim")] if row.names[1:] else [])]),
            Text(stage_words(row.stage, row.ahead) + (f"\n已 {row.silent} 年未提" if row.silent else "")),
            f"{row.mentions[0].date or '—'}\n{row.mentions[-1].date or '—'}",
            str(len(row.mentions)),
            Text("\n").join([_around(row.last.sentence, row.last.quote), _from(row.last.document, row.last.id)]),
        ]
        for row in first_of(rows, show_all)
    ]
    out.print(grid(f"项目 projects  ({len(rows)})", columns, cells))


def show_events(rows: Sequence[EventRow], show_all: bool) -> None:
    """How many events there are of each kind, then each with its day, who and where."""
    out = screen()
    counts: Counter[str] = Counter(row.kind for row in rows)
    out.print(Text(" · ".join(f"{ACTS[kind]} {counts[kind]}" for kind in ACTS if counts[kind])))
    columns: list[Column] = ["日期 date", "种类 kind", "谁 actors", "何处 places", "原文 words"]
    cells: list[list[str | Text]] = [
        [
            row.date or "—",
            ACTS[row.kind],
            Text("\n").join(
                [Text("、".join(row.actors)), *([Text("、".join(row.accompanied), "dim")] if row.accompanied else [])]
            ),
            "、".join(row.places),
            Text("\n").join([Text(one_line(row.evidence.quote)), _from(row.evidence.document, row.evidence.id)]),
        ]
        for row in first_of(rows, show_all)
    ]
    out.print(grid(f"活动 events  ({len(rows)})", columns, cells))


def show_timeline(rows: Sequence[TimelineRow], show_all: bool) -> None:
    """How many lines say what, then each with its day and sentence; years without a word are told between them."""
    out = screen()
    counts = Counter(row.said for row in rows)
    out.print(Text(" · ".join(f"{service.NAMES[said]} {counts[said]}" for said in service.NAMES if counts[said])))
    cells: list[list[str | Text]] = []
    for row in first_of(rows, show_all):
        if row.silence:
            cells.append(["", "", Text(service.silence_words(row), "italic")])
        told = [_around(row.sentence, row.quote), *(Text(words) for words in service.aside(row))]
        cells.append([row.date or "—", service.NAMES[row.said], Text("\n").join([*told, _from(row.document, row.id)])])
    out.print(grid(f"时间线 timeline  ({len(rows)})", ["日期 date", "做了什么 said", "原文 words"], cells))


def _around(sentence: str, quote: str) -> Text:
    """A sentence with the quote bold, cut at both ends where it is long."""
    before, words, after = one_line(sentence).partition(one_line(quote))
    left = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
    right = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
    return Text.assemble(left, (words, "bold"), right)


def _from(document: str, id: str) -> Text:
    return Text(f"{document} {short_id(id)}", "dim")
