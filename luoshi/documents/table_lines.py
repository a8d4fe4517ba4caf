"""A table's rows as lines of text: ``| cell | cell |``, the form in which every format's tables come out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from luoshi.documents.unreadable import UnreadableFile

LARGEST_TEXT = 64 * 1024 * 1024  # characters of a document's text, merged cells repeated
MOST_COLUMNS = 256

# What names a table or its unit: 附表3, 表1-2, 单位：万元, 某某情况表.
_CAPTION = re.compile(r"[（(]?(?:续|附)?表\s?[\d一二三四五六七八九十]|[（(]?(?:计量)?单\s?位\s?[:：]|[^。；]{4,60}表\Z")
_NOTE = re.compile(r"[（(]?(?:备?注|说明|资料来源|数据来源)\s?\d{0,2}\s?[:：]")
_PROSE = re.compile(r"。[^。]{0,400}。")
# A cell with a figure alone, as far as a table's form needs to know.
_FIGURE = re.compile(r"\s*[-+−–—－△(（]?\d[\d,，. ]{0,20}[%％)）]?\s*\Z")
_WHITE = re.compile(r"\s+")
# The spaces of a fixed width that print indents with (U+2002 …); a text has no use for their widths.
PRINT_SPACES = dict.fromkeys([*range(0x2000, 0x200B), 0x00A0, 0x202F, 0x205F], " ") | dict.fromkeys(
    (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD), ""
)


@dataclass(slots=True)
class TableRow:
    """A row with the words of a merged cell in each column it covers; ``begun`` are the columns where cells begin.

    ``inner`` are tables that stand in its cells, each with the cell's column.
    """

    cells: list[str]
    begun: frozenset[int]
    inner: list[tuple[int, list[TableRow]]] = field(default_factory=list)

    def words(self) -> set[str]:
        """The different words in the row."""
        return {words for cell in self.cells if (words := cell.strip())}

    def take(self, column: int, found: list[TableRow] | str) -> None:
        """Keep what stands in the cell of a column beside its words: a table, or further words."""
        if isinstance(found, str):
            self.cells[column] = " ".join(filter(None, (self.cells[column].rstrip(), *found.split())))
        elif found:
            self.inner.append((column, found))


def is_data(rows: list[TableRow]) -> bool:
    """Whether a table in a cell has names with figures, if only one, and does not only lay out the cell."""
    wide = max((len(row.begun) for row in rows), default=0) > 1
    figures = any(_FIGURE.match(cell) for row in rows for cell in row.cells)
    return wide and figures and not any(_PROSE.search(cell) for row in rows for cell in row.cells)


def lays_out(rows: list[TableRow]) -> bool:
    """Whether a table only lays out a page: a single column or row, or paragraphs in its cells."""
    return (
        len(rows) < 2
        or max(len(row.begun) for row in rows) < 2
        or any(_PROSE.search(cell) for row in rows for cell in row.cells)
    )


def table_lines(rows: list[TableRow]) -> list[str]:
    """The lines of a table's rows, empty rows left out, and below them those of the tables in its cells.

    Rows that say one thing only, above the table or between two tables that a file keeps as one, are a
    caption and a unit: lines of their own, as are notes merged over all columns below it. Columns in which no
    row begins a cell, where merged cells only repeat themselves, are left out.
    """
    rows, apart = _unfolded(rows)
    lines: list[str] = []
    piece: list[TableRow] = []
    alone: list[TableRow] = []
    begun: frozenset[int] = frozenset()
    for row in rows:
        words = row.words()
        if len(words) == 1:
            alone.append(row)
        elif words:
            nested = row.begun <= begun or begun <= row.begun
            if alone and (not piece or not nested or any(map(_CAPTION.match, _names(alone)))):
                lines.extend(_bars(piece))
                # What the row below says again is the name of a column, whose other names stand in that row.
                heads = [len(other.begun) > 1 and other.words() <= words for other in alone]
                lines.extend(_names([other for other, head in zip(alone, heads, strict=True) if not head]))
                piece, begun = [other for other, head in zip(alone, heads, strict=True) if head], frozenset()
            else:
                piece.extend(alone)
            alone = []
            piece.append(row)
            begun |= row.begun
    notes: list[TableRow] = []
    for row in alone:
        is_note = not piece or len(row.begun) == 1 or any(map(_NOTE.match, row.words()))
        (notes if is_note else piece).append(row)
    lines.extend(_bars(piece))
    lines.extend(_names(notes))
    for name, inner in apart:
        lines.extend([name or "：", *table_lines(inner)])
    return lines


def _unfolded(rows: list[TableRow]) -> tuple[list[TableRow], list[tuple[str, list[TableRow]]]]:
    """The rows with those of the tables in their cells put below them, and the tables that need room of their own.

    A table of names, each with one figure, becomes rows set in below its row, the figures in the column of its
    cell; one with more columns has a head of its own, and stands apart under the name of its row.
    """
    unfolded: list[TableRow] = []
    apart: list[tuple[str, list[TableRow]]] = []
    for row in rows:
        unfolded.append(row)
        for column, inner in row.inner:
            pairs = [[cell.strip() for at, cell in enumerate(each.cells) if at in each.begun] for each in inner]
            if column and all(len(pair) == 2 and _FIGURE.match(pair[1]) for pair in pairs):
                beyond = [""] * (len(row.cells) - column - 1)
                unfolded.extend(
                    TableRow([f"  {name}", *[""] * (column - 1), figure, *beyond], row.begun) for name, figure in pairs
                )
            else:
                apart.append((row.cells[0].strip(), inner))
    return unfolded, apart


def _names(rows: list[TableRow]) -> list[str]:
    """What each of the rows says, of rows that say one thing only."""
    return [words for row in rows for words in row.words()]


def _bars(rows: list[TableRow]) -> list[str]:
    """The lines of a table's rows, each first cell with its indentation as leading spaces."""
    columns = sorted(frozenset().union(*(row.begun for row in rows)) | {0})
    lines: list[str] = []
    for row in rows:
        first, *others = [row.cells[column] if column < len(row.cells) else "" for column in columns]
        lines.append(f"| {' | '.join([first.rstrip(), *(cell.strip() for cell in others)])} |")
    return lines


def clean(words: str, indented: bool = False) -> str:
    """A cell's words on one line, a bar in them a wide one; with ``indented``, leading blanks kept as spaces."""
    if words.isalnum():
        return words
    words = words.translate(PRINT_SPACES).replace("|", "｜")
    inner = _WHITE.sub(" ", words).strip()
    if not indented:
        return inner
    first = words.lstrip("\r\n")
    margin = first[: len(first) - len(first.lstrip(" \t\u3000"))].replace("\u3000", "  ").replace("\t", "  ")
    return (" " * min(20, len(margin)) + inner) if inner else ""


def check_size(size: int, name: str) -> None:
    """Raise :class:`UnreadableFile` where a document's text is of more characters than any real one's."""
    if size > LARGEST_TEXT:
        raise UnreadableFile(name, "其中的文字或表格大得不合理", "its text or a table in it is unreasonably large")
