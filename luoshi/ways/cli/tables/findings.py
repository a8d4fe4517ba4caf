"""A checked draft: what differs from its sources, what they do not tell, how much agrees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from luoshi import service
from luoshi.records import Reading
from luoshi.service.wording import around, short_id
from luoshi.ways.cli.tables.grid import first_of
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import Finding

_COLOURS = {"certain": "red", "possible": "yellow", "absent": "dim", "agrees": "green"}
_REACH = 60  # characters of a source's sentence before the quote


def show_findings(draft: Reading, findings: Sequence[Finding], show_all: bool) -> None:
    """The counts, what certainly differs, what may, and what was not found; of the last two twenty, or ``show_all``."""
    out = screen()
    groups = {sort: [finding for finding in findings if finding.sort == sort] for sort in _COLOURS}
    out.print(Text.assemble((draft.document.name, "bold"), f"  {draft.date}  {draft.place}".rstrip()))
    counts = [f"{service.SORTS[sort]} {len(group)}" for sort, group in groups.items() if group]
    out.print(Text(" · ".join(counts) or "稿中没有可核对的数据或任职 The draft has no figure and no post to check."))
    number = 0
    for sort, group in groups.items():
        if not group or sort == "agrees":
            continue
        out.print()
        out.print(Text(f"{service.SORTS[sort]} ({len(group)})", f"bold {_COLOURS[sort]}"))
        shown = group if sort == "certain" else first_of(group, show_all)
        for finding in shown:
            number += 1
            out.print(_lines(number, finding))


def _lines(number: int, finding: Finding) -> Text:
    """A finding: in what it differs, what the draft says, what the source says, and its words."""
    lines = [Text.assemble(f"{number:>2}  ", ("稿 draft  ", "dim"), (" ".join(finding.says.split()), "bold"))]
    if finding.differences:
        lines[0].append(f"  {finding.differences}", "italic")
    if finding.source is not None:
        before, quote, after = around(finding.source, _REACH)
        lines.append(Text.assemble(("    源 source ", "dim"), " ".join(finding.source.says.split())))
        lines.append(Text.assemble("    “", before, (quote, "bold underline"), after, "”"))
        where = (finding.source.document, finding.source.date, short_id(finding.source.id) if finding.source.id else "")
        lines.append(Text("    " + "  ".join(part for part in where if part), "dim"))
    if finding.note:
        lines.append(Text(f"    {finding.note}", "dim"))
    return Text("\n").join(lines)
