"""The words that say it: sentences that were found, and a record in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from luoshi.service.wording import JUDGED, plain, short_id
from luoshi.ways.cli.tables.grid import first_of, grid
from luoshi.ways.cli.terminal import screen

if TYPE_CHECKING:
    from luoshi.service import SearchRow, StoredRecord


def show_hits(rows: Sequence[SearchRow], show_all: bool) -> None:
    """How many there are, then sentences with the words marked, each with its document and the ids of its records."""
    out = screen()
    if len(rows) > 1:
        documents = len({row.document_id for row in rows})
        out.print(Text(f"{len(rows)} 句，{documents} 份文件 {len(rows)} sentences, {documents} documents", "dim"))
    for row in first_of(rows, show_all):
        words, at = Text(), 0
        for start, end in row.marks:
            words.append(row.snippet[at:start]).append(row.snippet[start:end], "bold reverse")
            at = end
        words.append(row.snippet[at:])
        out.print(Text(f"{row.document}  {row.date}  {row.place}", "bold"))
        out.print(Text.assemble("  ", words))
        if row.records:
            out.print(Text("  " + "  ".join(map(short_id, row.records)), "dim"))


def show_record(stored: StoredRecord) -> None:
    """A record's sentence with its parts marked, each field and where it stands, and the rule that read it."""
    from luoshi.service import explain  # which loads the reader for its rules

    told = explain(stored)
    out = screen()
    out.print(Text(stored.id, "bold"))
    out.print(Text(f"{stored.document.name}  {stored.date}  {stored.place}".rstrip()))
    out.print()
    sentence = Text()
    for part in told.sentence:
        if part.field == "quote":
            sentence.append(f"【{part.words}】", "bold")
        elif part.field:
            sentence.append(f"‹{part.words}›", "underline").append(part.field, "dim")
        else:
            sentence.append(part.words)
    out.print(sentence)
    heads = ["字段 field", "值 value", "出处 taken from, if outside the quote"]
    out.print(grid("", heads, [list(row) for row in told.fields]))
    if told.rule:
        out.print(Text(f"规则 rule: {told.rule_zh} {told.rule}".replace("  ", " ")))
        for reads in filter(None, (told.reads_zh, told.reads)):
            out.print(Text(f"  {reads}"))
    out.print(Text(f"读者版本 reader {stored.reader}"))
    if stored.superseded:
        out.print("后来的阅读中已没有这条记录。 A newer reading of the document has no such record.")
    for correction in stored.corrections:
        out.print(
            Text(
                f"更正 corrected: {correction.field} {plain(correction.old)} → {plain(correction.new)}，"
                f"{correction.who}：{correction.why} ({correction.made_at})"
            )
        )
    for link in stored.links:
        out.print(Text(f"判断 judged: {link.sentence} {JUDGED[link.verdict]}，{link.who}：{link.why} ({link.made_at})"))
