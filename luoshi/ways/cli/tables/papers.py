"""The documents of a ledger: what was read of each, and what was not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from luoshi.service.wording import KINDS, PAPERS
from luoshi.ways.cli.tables.grid import first_of
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import Correction, Paper

_DIGITS = 8  # of a document's id
_FIELDS = {"place": "地区 place", "date": "日期 date", "held": "在账本里 held"}


def show_papers(papers: Sequence[Paper], show_all: bool) -> None:
    """How many documents there are of each kind and how many to look at, then each: two lines and its notes."""
    out = screen()
    noted = sum(bool(paper.notes) for paper in papers)
    kinds = Counter(PAPERS[paper.row.kind] for paper in papers)
    counts = " · ".join(f"{name} {number}" for name, number in kinds.most_common())
    out.print(Text.assemble((f"文件 documents ({len(papers)})", "bold"), f"  {counts}"))
    if noted:
        out.print(Text(f"其中 {noted} 份有没读明白的地方（!） not understood in part (!)", "yellow"))
    for paper in first_of(papers, show_all):
        out.print(_head(paper))
        out.print(Text(f"  {_counted(paper)}", "dim"))
        for note in paper.notes:
            out.print(Text(f"  ! {note.words}", "yellow"))


def show_paper(paper: Paper, made: Sequence[Correction]) -> None:
    """One document with what people have stated of it."""
    row, out = paper.row, screen()
    out.print(_head(paper))
    out.print(Text(f"  {row.title}" if row.title else "  —"))
    out.print(Text(f"  {_counted(paper)}", "dim"))
    out.print(Text(f"  编号 id {row.id}", "dim"))
    for field, held in (("place", row.stated_place), ("date", row.stated_date)):
        if held:
            out.print(Text(f"  {_FIELDS[field]}：{held}（说明的，不是读出的 stated, not read）"))
    for note in paper.notes:
        out.print(Text(f"  ! {note.words}", "yellow"))
    for each in made:
        out.print(
            Text(
                f"  更正 stated: {_FIELDS[each.field]} {each.old or '—'} → {each.new or '—'}，"
                f"{each.who}：{each.why} ({each.made_at})"
            )
        )


def _head(paper: Paper) -> Text:
    row = paper.row
    where = f"{row.place or '？'} {row.date or '？'}"
    return Text.assemble((row.id[:_DIGITS], "dim"), "  ", (row.name, "bold"), f"  {where}  {PAPERS[row.kind]}")


def _counted(paper: Paper) -> str:
    told = [f"{KINDS[kind]} {number}" for kind, number in paper.row.counts.items() if number]
    return " · ".join(told) or "没有记录 no records"
