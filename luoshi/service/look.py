"""Pictures of what was read: a page with its lines, columns, articles, tables and records laid over it.

The way to see why a page was read as it was. Everything is drawn where the document's own positions say it
stands, so that a wrong box shows at once:

    grey        a line                          orange      a table
    blue        a column, numbered in the order of reading
    a colour of its own for each article, with its number
    shaded      records: figures yellow, commitments violet, statements green, offices cyan, phrases pink
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont, ImageSequence

from luoshi.documents.unreadable import UnreadableFile
from luoshi.reading.outline import Block, outline
from luoshi.records import Article, Box, Document, Page, Reading

DPI = 144
"""Dots per inch of the pictures."""

_LARGEST_SIDE = 8_000  # dots; a larger page is drawn smaller
_SCALE = DPI / 72
_MARGIN = 26.0  # points above the page for the legend
_GREY, _BLUE, _ORANGE = (150, 150, 150), (30, 90, 220), (235, 120, 0)
_RECORDS = {
    "figure": (255, 214, 0),
    "commitment": (170, 110, 255),
    "statement": (70, 200, 90),
    "office": (0, 190, 210),
    "formulation": (255, 110, 180),
    "event": (255, 140, 60),
    "project": (90, 140, 255),
}
_ARTICLES = ((200, 30, 40), (0, 120, 60), (130, 60, 160), (150, 90, 20), (0, 110, 150), (190, 0, 120))

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """A drawn page: the picture as PNG, the headlines of its articles by number, how many of each kind it has."""

    png: bytes
    articles: tuple[tuple[int, str], ...]
    counts: tuple[tuple[str, int], ...]


def draw(data: bytes, document: Document, reading: Reading, number: int) -> Look:
    """Draw page ``number`` (from 1) of a file: its bytes, the document and the reading made of them.

    Raises :class:`UnreadableFile` where the document has no pages or not that one.
    """
    page = _page(document, number)
    canvas = picture(data, document, page)
    scale = canvas.width / page.width
    drawing = _Drawing(canvas, scale, page)
    blocks = [block for block in outline(document).blocks if drawing.is_on_page(*_extent(block))]
    placed = _lines(document, page)
    lines = [box for _, box in placed]
    columns = _columns(lines)
    tables = [block for block in blocks if block.kind == "table"]
    articles = [(place, article) for place, article in enumerate(reading.articles, 1)
                if drawing.is_on_page(article.start, article.end)]  # fmt: skip
    counts = [("line", len(lines)), ("column", len(columns)), ("article", len(articles)), ("table", len(tables))]
    for kind, colour in _RECORDS.items():
        records = [record for record in reading if record.kind == kind and not isinstance(record, Article)
                   and drawing.is_on_page(record.start, record.end)]  # fmt: skip
        for record in records:
            drawing.shade(document.boxes_of(record.start, record.end), colour)
        counts.append((kind, len(records)))
    for line in lines:
        drawing.frame([line], _GREY, 1)
    for place, column in enumerate(columns, 1):
        drawing.frame([_around(column)], _BLUE, 2, str(place))
    for (place, article), colour in zip(articles, cycle(_ARTICLES), strict=False):
        boxes = [box for start, box in placed if article.start <= start < article.end]
        drawing.edge([_around(column) for column in _columns(boxes)], colour, f"article {place}")
    for place, table in enumerate(tables, 1):
        boxes = list(document.boxes_of(*_extent(table)))
        here = [box for box in boxes if box.page == number]
        if here:
            drawing.frame([_around(here)], _ORANGE, 3, f"table {place}")
    out = io.BytesIO()
    _with_legend(drawing.finished(), counts).save(out, "PNG", optimize=False)
    named = tuple((place, article.headline) for place, article in articles)
    return Look(out.getvalue(), named, tuple(counts))


def _page(document: Document, number: int) -> Page:
    if not document.pages:
        raise UnreadableFile(
            document.name,
            "这种文件没有页面，画不出来；PDF、OFD 和图片有",
            "this kind of file has no pages to draw; PDF, OFD and pictures have",
        )
    found = next((page for page in document.pages if page.number == number), None)
    if found is None:
        most = len(document.pages)
        raise UnreadableFile(
            document.name, f"没有第 {number} 页，共 {most} 页", f"there is no page {number}; it has {most}"
        )
    return found


def picture(data: bytes, document: Document, page: Page) -> Image.Image:
    """A page of a file (its bytes, the document made of them) as it is shown; white where it can't be drawn."""
    scale = min(_SCALE, _LARGEST_SIDE / max(page.width, page.height, 1.0))
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    if document.format == "pdf":
        with pdfium.PdfDocument(data) as file:
            shown: Image.Image = file[page.number - 1].render(scale=scale).to_pil()
            return shown.convert("RGB").resize(size)
    if document.format == "image":
        with Image.open(io.BytesIO(data)) as file:
            frame = next(each for at, each in enumerate(ImageSequence.Iterator(file), 1) if at == page.number)
            return frame.convert("RGB").resize(size)
    return Image.new("RGB", size, "white")


def _extent(block: Block) -> tuple[int, int]:
    """A block's part of the text."""
    return block.passage.origin(0), block.passage.origin(len(block.passage.text) - 1) + 1


def _lines(document: Document, page: Page) -> list[tuple[int, Box]]:
    """The boxes of a page's lines in the order of the text, each with where its paragraph begins."""
    found: list[tuple[int, Box]] = []
    at = page.start
    for line in document.text[page.start : page.end].splitlines(keepends=True):
        found.extend((at, box) for box in document.boxes_of(at, at + len(line)))
        at += len(line)
    return found


def _columns(lines: Iterable[Box]) -> list[list[Box]]:
    """Lines that follow each other downwards, one below the other, in columns."""
    columns: list[list[Box]] = []
    for line in lines:
        last = columns[-1][-1] if columns else None
        if (
            last is not None
            and line.left < last.right
            and last.left < line.right
            and -0.5 * (last.bottom - last.top) < line.top - last.top
            and abs((line.bottom - line.top) - (last.bottom - last.top)) < 0.25 * (last.bottom - last.top)
            and line.top - last.bottom < 2.5 * max(line.bottom - line.top, last.bottom - last.top)
        ):
            columns[-1].append(line)
        elif last is not None and abs(line.top - last.top) < 0.5 * (last.bottom - last.top) and line.left >= last.right:
            columns[-1].append(line)  # the next cell of a row, or what stands behind a gap
        else:
            columns.append([line])
    return columns


def _around(boxes: list[Box]) -> Box:
    return Box(
        boxes[0].page,
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


class _Drawing:
    """A page's picture with a layer of shades and frames over it; all boxes are in points."""

    def __init__(self, picture: Image.Image, scale: float, page: Page) -> None:
        self._picture = picture.convert("RGBA")
        self._layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        self._pen = ImageDraw.Draw(self._layer)
        self._scale, self._page = scale, page
        self._font = ImageFont.load_default(size=round(9 * scale))

    def is_on_page(self, start: int, end: int) -> bool:
        """Whether words stand on the page, at least in part."""
        return start < self._page.end and end > self._page.start

    def shade(self, boxes: Iterable[Box], colour: Colour) -> None:
        """Fill boxes so that the words stay readable."""
        for box in boxes:
            if box.page == self._page.number:
                self._pen.rectangle(self._sides(box), fill=(*colour, 90))

    def frame(self, boxes: Iterable[Box], colour: Colour, width: int, label: str = "") -> None:
        """Draw around boxes, a label at the upper left corner of each."""
        for box in boxes:
            left, top, right, bottom = self._sides(box)
            self._pen.rectangle((left, top, right, bottom), outline=(*colour, 255), width=width)
            if label:
                self._label(left, top, label, colour)

    def edge(self, boxes: list[Box], colour: Colour, label: str) -> None:
        """Mark columns as one article's: a bar down the left of each, the label at the first."""
        for place, box in enumerate(boxes):
            left, top, right, bottom = self._sides(box)
            self._pen.rectangle((left - 7, top, left - 3, bottom), fill=(*colour, 255))
            if not place:
                self._label(right - 8 * self._scale * len(label) * 0.6, top, label, colour)

    def finished(self) -> Image.Image:
        """The page with what was drawn over it."""
        return Image.alpha_composite(self._picture, self._layer).convert("RGB")

    def _label(self, left: float, top: float, label: str, colour: Colour) -> None:
        place = (left, max(0.0, top - 11 * self._scale))
        self._pen.rectangle(self._pen.textbbox(place, label, font=self._font), fill=(255, 255, 255, 220))
        self._pen.text(place, label, fill=(*colour, 255), font=self._font)

    def _sides(self, box: Box) -> tuple[float, float, float, float]:
        left, top, right, bottom = (side * self._scale for side in (box.left, box.top, box.right, box.bottom))
        return left, top, max(left, right), max(top, bottom)


def _with_legend(picture: Image.Image, counts: list[tuple[str, int]]) -> Image.Image:
    """A picture under a line that says what its colours are and how many there are of each."""
    high = round(_MARGIN * _SCALE)
    whole = Image.new("RGB", (picture.width, picture.height + high), "white")
    whole.paste(picture, (0, high))
    pen = ImageDraw.Draw(whole)
    colours = {"line": _GREY, "column": _BLUE, "article": _ARTICLES[0], "table": _ORANGE, **_RECORDS}
    size = max(8.0, min(9 * _SCALE, picture.width / 62))
    font = ImageFont.load_default(size=size)
    at = 8.0
    for name, count in counts:
        words = f"{name} {count}"
        pen.rectangle((at, high / 2 - size / 2, at + size, high / 2 + size / 2), fill=colours[name])
        pen.text((at + 1.3 * size, high / 2 - 0.6 * size), words, fill="black", font=font)
        at += 1.3 * size + pen.textlength(words, font=font) + size
    return whole
