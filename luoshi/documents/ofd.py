"""An OFD file (GB/T 33190-2016, China's fixed-layout format for official documents) becomes text with boxes.

It is a zip file of XML: a list of documents, their pages, and on each page characters with their places.
Lines, columns, paragraphs and tables are made of them as of a PDF's. Seals, watermarks, annotations and
pictures are not read.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from posixpath import dirname, join, normpath

from lxml import etree

from luoshi.documents.content import Content
from luoshi.documents.heads import printed_title
from luoshi.documents.note_marks import without_note_marks
from luoshi.documents.packages import Package, broken, encrypted, local
from luoshi.documents.page_text import page_text
from luoshi.documents.printed import Glyph, PrintedPage, Rule, turned
from luoshi.documents.unreadable import UnreadableFile
from luoshi.knowledge.radicals import fold

MOST_PAGES = 2000
MOST_CHARACTERS = 8_000_000  # of a document
MOST_RULES = 20_000  # of a page

_POINTS = 72 / 25.4  # in a millimetre, the unit of the format
_ABOVE, _BELOW = 0.88, 0.12  # of a character's size, around its base line
_WIDEST_STEP = 1.2  # of a character's size: a longer step leaves a gap behind it
_SHORTEST_RULE = 8.0  # points
_THIN = 3.0
_MOST_DEPTH = 40
_NUMBER = re.compile(r"[-+]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})(?:[eE][-+]?\d{1,2})?")
_PATH = re.compile(rf"[A-Z]|{_NUMBER.pattern}")
_NARROW = re.compile(r"[\x00-\u2e7f\uff61-\uffdc]")
_ARGUMENTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7}

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class _Drawn:
    """What a page draws: characters by how far they are turned clockwise, and rules; in points as shown."""

    left: float
    top: float
    glyphs: dict[int, list[Glyph]] = field(default_factory=lambda: defaultdict(list))
    rules: list[Rule] = field(default_factory=list)


def read(package: Package) -> Content:
    """The text of an OFD file with its pages and positions. Raises :class:`UnreadableFile`."""
    if any(part.endswith("Encryptions.xml") for part in package.names):
        raise encrypted(package.name)
    root = package.xml("OFD.xml")
    if root is None:
        raise broken(package.name)
    pages = _pages(package, root)
    first = next(pages, None)
    if first is None:
        raise UnreadableFile(package.name, "OFD 里没有页面", "the OFD has no pages")
    found = page_text(chain((first,), pages))
    if not found.text.strip():
        raise UnreadableFile(
            package.name,
            "OFD 里没有文字，可能是扫描件；请打印成 PDF 后再读",
            "there are no words in the OFD, it may be a scan; print it to PDF and read that",
        )
    title = printed_title(root.findtext("{*}DocBody/{*}DocInfo/{*}Title") or "", found.text)
    return Content(
        found.text, "ofd", title=title, pages=found.pages, positions=found.positions, laid_out=found.laid_out
    )


def _pages(package: Package, root: etree._Element) -> Iterator[PrintedPage]:
    """The pages of all documents in the file, one after the other."""
    number = characters = 0
    for body in root.iterchildren("{*}DocBody"):
        where = _resolved(package, "", (body.findtext("{*}DocRoot") or "").strip())
        document = package.xml(where) if where else None
        if document is None:
            raise broken(package.name)
        templates = {
            element.get("ID", ""): element.get("BaseLoc", "")
            for element in document.iterfind("{*}CommonData/{*}TemplatePage")
        }
        usual = _numbers(document.findtext("{*}CommonData/{*}PageArea/{*}PhysicalBox"))
        for element in document.iterfind("{*}Pages/{*}Page"):
            number += 1
            if number > MOST_PAGES:
                raise UnreadableFile(
                    package.name,
                    f"OFD 的页数超过 {MOST_PAGES}，请拆成几个文件",
                    f"the OFD has more than {MOST_PAGES} pages; split it",
                )
            page = _part(package, where, element.get("BaseLoc", ""))
            if page is None:
                raise broken(package.name)
            layers = [
                _part(package, where, templates.get(used.get("TemplateID", ""), ""))
                for used in page.iterchildren("{*}Template")
            ]
            printed = _printed(number, [*layers, page], _numbers(page.findtext("{*}Area/{*}PhysicalBox")) or usual)
            characters += len(printed.glyphs)
            if characters > MOST_CHARACTERS:
                raise UnreadableFile(package.name, "OFD 的文字多得不合理", "the OFD has unreasonably many characters")
            yield printed


def _printed(number: int, layers: list[etree._Element | None], area: list[float]) -> PrintedPage:
    """A page's characters and rules, the page turned so that most of its characters stand upright."""
    left, top, width, height = area[:4] if len(area) >= 4 and min(area[2:4]) > 0 else (0.0, 0.0, 210.0, 297.0)
    drawn = _Drawn(left, top)
    for layer in layers:
        content = layer.find("{*}Content") if layer is not None else None
        if content is not None:
            _draw(content, drawn, 0)
    wide, high = width * _POINTS, height * _POINTS
    turn = max(drawn.glyphs, key=lambda each: (len(drawn.glyphs[each]), -each), default=0)
    page = PrintedPage(number, wide, high, drawn.glyphs.get(turn, []), drawn.rules, turn)
    page.glyphs = [glyph for glyph in page.glyphs if glyph.right >= 0 and glyph.left <= wide]
    page.glyphs = [glyph for glyph in page.glyphs if glyph.bottom >= 0 and glyph.top <= high]
    if turn:
        page.glyphs = [Glyph(glyph.text, *turned(glyph[1:], turn, wide, high)) for glyph in page.glyphs]
        page.rules = [Rule(*turned(rule, turn, wide, high)) for rule in page.rules]
    page.glyphs = without_note_marks(page.glyphs)
    return page


def _draw(parent: etree._Element, drawn: _Drawn, depth: int) -> None:
    """Add what the objects in a layer or a block draw."""
    for element in parent:
        kind = local(element)
        if element.get("Visible", "true").lower() == "false":
            continue
        if kind in ("Layer", "PageBlock") and depth < _MOST_DEPTH:
            _draw(element, drawn, depth + 1)
        elif kind == "TextObject":
            _draw_text(element, drawn)
        elif kind == "PathObject" and len(drawn.rules) < MOST_RULES:
            _draw_path(element, drawn)


def _draw_text(element: etree._Element, drawn: _Drawn) -> None:
    matrix = _matrix(element)
    size = next(iter(_numbers(element.get("Size"))), 0.0)
    if matrix is None or not 0 < size < 1000:
        return
    scale = next(iter(_numbers(element.get("HScale"))), 1.0) or 1.0
    turn = -round(math.degrees(math.atan2(matrix[1], matrix[0])) / 90) * 90 % 360
    x = y = 0.0
    for code in element.iterchildren("{*}TextCode"):
        words = fold((code.text or "").strip("\r\n"))
        x = next(iter(_numbers(code.get("X"))), x)
        y = next(iter(_numbers(code.get("Y"))), y)
        across, down = _deltas(code.get("DeltaX"), len(words)), _deltas(code.get("DeltaY"), len(words))
        at, base = x, y
        for place, sign in enumerate(words):
            natural = size * scale * (0.5 if _NARROW.match(sign) else 1.0)
            step = across[place] if place < len(across) else 0.0 if down else natural
            if not sign.isspace():
                wide = step if 0 < step <= _WIDEST_STEP * size * scale else natural
                box = _moved((at, base - _ABOVE * size, at + wide, base + _BELOW * size), matrix)
                drawn.glyphs[turn].append(Glyph(sign, *_on_page(box, drawn)))
            at += step
            base += down[place] if place < len(down) else 0.0


def _draw_path(element: etree._Element, drawn: _Drawn) -> None:
    """Add the straight lines along the page's sides, and thin filled boxes, of a path."""
    matrix = _matrix(element)
    if matrix is None or element.get("Stroke", "true").lower() == element.get("Fill", "false").lower() == "false":
        return
    tokens = _PATH.findall((element.findtext("{*}AbbreviatedData") or "")[:200_000])
    points: list[tuple[float, float]] = []
    begun: tuple[float, float] | None = None
    at: tuple[float, float] | None = None
    place = 0
    while place < len(tokens) and len(drawn.rules) < MOST_RULES:
        command = tokens[place]
        place += 1
        count = _ARGUMENTS.get(command, 0)
        values = [float(token) for token in tokens[place : place + count] if not token.isalpha()]
        if len(values) < count:
            break
        place += count
        if command == "C":
            point = begun
        elif count:
            point = values[-2], values[-1]
        else:
            continue
        if command in ("M", "S"):
            begun = point
        elif at is not None and point is not None and command in ("L", "C"):
            _add_rule(_on_page(_moved((*at, *point), matrix), drawn), drawn)
        at = point
        if point is not None:
            points.append(point)
    if element.get("Fill", "false").lower() == "true" and len(points) > 2:
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        _add_rule(_on_page(_moved((min(xs), min(ys), max(xs), max(ys)), matrix), drawn), drawn)


def _add_rule(box: tuple[float, float, float, float], drawn: _Drawn) -> None:
    wide, high = box[2] - box[0], box[3] - box[1]
    if min(wide, high) <= _THIN and max(wide, high) >= _SHORTEST_RULE:
        drawn.rules.append(Rule(*box))


def _matrix(element: etree._Element) -> Matrix | None:
    """How an object's own coordinates become the page's; ``None`` for an object without a place."""
    boundary = _numbers(element.get("Boundary"))
    if len(boundary) < 2:
        return None
    a, b, c, d, e, f = stated if len(stated := _numbers(element.get("CTM"))) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (a, b, c, d, e + boundary[0], f + boundary[1])


def _moved(box: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


def _on_page(box: tuple[float, float, float, float], drawn: _Drawn) -> tuple[float, float, float, float]:
    """A box in millimetres as points from the page's top left corner."""
    left, top, right, bottom = box
    return (
        (left - drawn.left) * _POINTS,
        (top - drawn.top) * _POINTS,
        (right - drawn.left) * _POINTS,
        (bottom - drawn.top) * _POINTS,
    )


def _deltas(words: str | None, most: int) -> list[float]:
    """The steps between characters; ``g 5 3.2`` says five times 3.2."""
    found: list[float] = []
    tokens = iter((words or "").split())
    for token in tokens:
        if token == "g":
            count, step = _numbers(next(tokens, "")), _numbers(next(tokens, ""))
            if not count or not step:
                break
            found.extend(step * max(0, min(int(count[0]), most - len(found))))
        else:
            found.extend(_numbers(token))
        if len(found) >= most:
            break
    return found


def _numbers(words: str | None) -> list[float]:
    return [float(number) for number in _NUMBER.findall((words or "")[:4000])]


def _part(package: Package, base: str, location: str) -> etree._Element | None:
    where = _resolved(package, base, location)
    return package.xml(where) if where else None


def _resolved(package: Package, base: str, location: str) -> str:
    """The part that a location means, from the part in which it stands or from the root; empty for none."""
    location = location.strip()
    from_root = normpath(location.lstrip("/"))
    beside = from_root if location.startswith("/") else normpath(join(dirname(base), location))
    return next((part for part in (beside, from_root) if part in package), "")
