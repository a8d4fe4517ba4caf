"""A PDF becomes a document: its pages' characters and rules, read with PDFium; nothing is fetched or run.

Bounds: at most :data:`MOST_PAGES` pages and :data:`MOST_CHARACTERS` characters; of a page at most
:data:`MOST_OBJECTS` drawn objects are looked at for rules. A character without a Unicode value is read as U+FFFD.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from luoshi.documents import pdf_fonts, scans
from luoshi.documents.content import Content
from luoshi.documents.note_marks import without_note_marks
from luoshi.documents.page_text import page_text
from luoshi.documents.printed import Glyph, PrintedPage, Rule, turned
from luoshi.documents.unreadable import UnreadableFile
from luoshi.knowledge.radicals import FOLDED
from luoshi.records import UNKNOWN, RecognisedLine

MOST_PAGES = 3_000
MOST_CHARACTERS = 6_000_000
MOST_OBJECTS = 30_000

_THIN = 3.0  # points: a narrower shape is a rule
_SHORTEST_RULE = 6.0
_LARGEST = 2_000.0  # points: a character's box is smaller
_TALL = 2.4  # a letter's ink: a box more than so many times as high is cut
_MOST_SEGMENTS = 4_000
_DEEPEST = 5  # forms within forms
_FEW_CHARACTERS = 12  # a scan may have its page number as text
_MOST_PICTURES = 64
_SYMBOLS = range(0xF000, 0xF100)  # where symbol fonts have their bullets and arrows

_NOT_PRINTED = frozenset((0xFFFE, 0xFFFF, 0xA0, 0x3000, 0xFEFF, 0xAD))

_FLAT = 0.3  # of its type: lower ink is a leader's or a dash's
_SMALL_TYPE = 0.8
_AROUND = 6  # characters before and behind

_NO_PAGES = re.compile(rb"/Count\s+0\b")  # PDFium opens no file without pages
_PAGE = re.compile(rb"/Type\s*/Page\b")

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read(data: bytes, name: str) -> Content:
    """The text of a PDF with its pages and positions. Raises :class:`UnreadableFile`."""
    with pdf_fonts.of_the_file():
        return _read(data, name)


def _read(data: bytes, name: str) -> Content:
    document = _opened(data, name)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise UnreadableFile(
                name,
                f"PDF 有 {count} 页，上限 {MOST_PAGES} 页，请拆成几个文件",
                f"the PDF has {count} pages, at most {MOST_PAGES}; split it",
            )
        recognised: list[RecognisedLine] = []
        found = page_text(_pages(document, name, recognised))
    finally:
        document.close()
    if not found.text.strip():
        raise scans.without_text(name) if scans.installed() else scans.needs_recognition(name)
    return Content(
        found.text, "pdf", pages=found.pages, positions=found.positions, laid_out=found.laid_out,
        recognised=tuple(recognised),
    )  # fmt: skip


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableFile(
                name, "PDF 设有密码，请另存为没有密码的文件", "the PDF is encrypted; save it without its password"
            ) from None
        if _NO_PAGES.search(data) and not _PAGE.search(data):
            raise UnreadableFile(name, "PDF 里没有页面", "the PDF has no pages") from None
        raise UnreadableFile(
            name, "PDF 已损坏或不完整，请重新下载", "the PDF is broken or incomplete; download it again"
        ) from None


def _pages(document: pdfium.PdfDocument, name: str, recognised: list[RecognisedLine]) -> Iterator[PrintedPage]:
    """The pages of a document one after the other; a page that PDFium can't load is an empty one.

    A page that is a picture is recognised where the extra for it is installed, its lines put into ``recognised``.
    """
    characters = scanned = 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            yield PrintedPage(number, 595.0, 842.0)
            continue
        try:
            printed = _printed(page, number)
            if _is_picture(page, printed) and scanned < scans.MOST_PAGES and scans.installed():
                scanned += 1
                scale = scans.DPI / 72 * min(1.0, scans.LONGEST_PAGE / max(1.0, *page.get_size()))
                picture = page.render(scale=scale).to_pil().convert("RGB")
                printed, lines = scans.recognise(picture, number, 72 * scale)
                recognised.extend(lines)
        finally:
            page.close()
        characters += len(printed.glyphs)
        if characters > MOST_CHARACTERS:
            raise UnreadableFile(
                name,
                f"PDF 超过 {MOST_CHARACTERS // 10_000} 万字，请拆成几个文件",
                f"the PDF has more than {MOST_CHARACTERS:,} characters; split it",
            )
        yield printed


def _is_picture(page: pdfium.PdfPage, printed: PrintedPage) -> bool:
    """Whether a page is a scan: hardly a character, and a picture over at least half of it."""
    if len(printed.glyphs) > _FEW_CHARACTERS:
        return False
    pictures = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST)
    for _, picture in zip(range(_MOST_PICTURES), pictures, strict=False):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= 0.5 * printed.width * printed.height:
            return True
    return False


def _printed(page: pdfium.PdfPage, number: int) -> PrintedPage:
    """A page's characters and rules, the page turned so that most of its characters stand upright."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    left, bottom, right, top = page.get_bbox()

    def shown(x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box in the file's coordinates (left, bottom, right, top) on the page as it is shown."""
        if rotation == 90:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        if rotation == 180:
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        if rotation == 270:
            return top - y1, right - x1, top - y0, right - x0
        return x0 - left, top - y1, x1 - left, top - y0

    by_turn: dict[int, list[tuple[int, Glyph]]] = defaultdict(list)
    textpage = page.get_textpage()
    try:
        for at, sign, angle, box in _characters(textpage):
            x0, y0, x1, y1 = shown(*box)
            if x1 < 0 or y1 < 0 or x0 > width or y0 > height:
                continue  # outside the page
            by_turn[(-angle - rotation) % 360].append((at, Glyph(sign, x0, y0, x1, y1)))
        turn = max(by_turn, key=lambda each: (len(by_turn[each]), -each), default=0)
        places = [at for at, _ in by_turn.get(turn, [])]
        glyphs = [glyph for _, glyph in by_turn.get(turn, [])]
        rules = [Rule(*shown(*box)) for box in _rules(page)] if glyphs else []
        if turn:
            glyphs = [Glyph(glyph.text, *turned(glyph[1:], turn, width, height)) for glyph in glyphs]
            rules = [Rule(*turned(rule, turn, width, height)) for rule in rules]
        glyphs = without_note_marks(glyphs, lambda place: _is_small(textpage, places[place]))
    finally:
        textpage.close()
    return PrintedPage(number, width, height, glyphs, rules, turn)


def _is_small(textpage: pdfium.PdfTextPage, at: int) -> bool:
    """Whether a character's type is smaller than that of the largest of those around it in the text."""
    around = range(max(0, at - _AROUND), min(textpage.count_chars(), at + _AROUND + 1))
    return _type_size(textpage.raw, at) < _SMALL_TYPE * max(_type_size(textpage.raw, other) for other in around)


def _type_size(textpage: object, at: int) -> float:
    """The height of a character's type, in points."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(textpage, at, matrix):
        return 0.0
    return float(raw.FPDFText_GetFontSize(textpage, at)) * math.hypot(matrix.c, matrix.d)


def _characters(textpage: pdfium.PdfTextPage) -> Iterator[tuple[int, str, int, Box]]:
    """Each printed character: its place, what it is, its angle (0, 90, 180, 270), its box: left, bottom, right, top."""
    box = raw.FS_RECTF()
    handle = textpage.raw
    tall: dict[int, tuple[float, float]] = {}
    before = 0
    unicode_of, has_no_unicode = raw.FPDFText_GetUnicode, raw.FPDFText_HasUnicodeMapError
    for at in range(textpage.count_chars()):
        code = unicode_of(handle, at)
        if 0xDC00 <= code < 0xE000 and 0xD800 <= before < 0xDC00:  # the second half of a pair of UTF-16
            code = 0x10000 + ((before - 0xD800) << 10) + code - 0xDC00
        before = code
        if (
            has_no_unicode(handle, at) == 1
            or (code >= 0xE000 and (code < 0xF900 or code >= 0xF0000) and code not in _SYMBOLS)  # its font's own
            or (code == 0 and not raw.FPDFText_IsGenerated(handle, at))
        ):
            if not _has_height(handle, at, 0.0 if code < 0xE000 else _FLAT):
                continue
            code = ord(UNKNOWN)
        elif code <= 32 or code in _NOT_PRINTED or 0x2000 <= code < 0x2010 or 0xD800 <= code < 0xF900:
            continue  # a space, half of a pair, or a bullet of a symbol font
        if not raw.FPDFText_GetLooseCharBox(handle, at, box):
            continue
        radians = raw.FPDFText_GetCharAngle(handle, at)
        degrees = math.degrees(radians) if radians else 0.0
        angle = round(degrees / 90) * 90 if radians else 0
        sides = (box.left, box.bottom, box.right, box.top)
        if abs(degrees - angle) > 4 or not (0 < sides[2] - sides[0] < _LARGEST and 0 < sides[3] - sides[1] < _LARGEST):
            continue  # a stamp or watermark across the page
        if code < 128:
            sides = _trimmed(handle, at, code, angle % 180 != 0, sides, tall)
        yield at, FOLDED.get(code) or chr(code), angle % 360, sides


def _has_height(textpage: object, at: int, least: float) -> bool:
    """Whether a character's ink is higher than so much of its type: a space has none, the dots of a leader little."""
    left, right, bottom, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetCharBox(textpage, at, left, right, bottom, top):
        return False
    # PDFium gives what has no ink a thousandth of its type's height.
    return bool(top.value - bottom.value > max(least, 0.002) * _type_size(textpage, at))


def _trimmed(
    textpage: object, at: int, code: int, upright: bool, sides: Box, tall: dict[int, tuple[float, float]]
) -> Box:
    """A Latin character's box where its font states a line twice as high as its letters: as high as a line is.

    ``tall`` keeps by the box's height how much was cut below and above, for the marks between letters.
    """
    low, high = (0, 2) if upright else (1, 3)
    key = round(8 * (sides[high] - sides[low]))
    if key not in tall and chr(code).isalnum():
        left, right, bottom, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
        if not raw.FPDFText_GetCharBox(textpage, at, left, right, bottom, top):
            return sides
        ink = (left.value, bottom.value, right.value, top.value)
        height = ink[high] - ink[low]
        if 0 < _TALL * height < sides[high] - sides[low]:
            tall[key] = (ink[low] - 0.25 * height - sides[low], sides[high] - ink[high] - 0.25 * height)
    if key not in tall:
        return sides
    cut = list(sides)
    cut[low] += tall[key][0]
    cut[high] -= tall[key][1]
    return cut[0], cut[1], cut[2], cut[3]


# Rules


def _rules(page: pdfium.PdfPage) -> list[Box]:
    """The straight lines and the sides of the rectangles that a page draws: left, bottom, right, top."""
    found: list[Box] = []
    budget = Counter(objects=MOST_OBJECTS, segments=20 * _MOST_SEGMENTS)
    count = raw.FPDFPage_CountObjects(page.raw)
    for at in range(min(count, MOST_OBJECTS)):
        _draw(raw.FPDFPage_GetObject(page.raw, at), _AS_IT_IS, found, budget, 0)
    return found


def _draw(drawn: object, matrix: Matrix, found: list[Box], budget: Counter[str], depth: int) -> None:
    """Add the rules of one drawn object, of a form those of what it holds."""
    budget["objects"] -= 1
    if budget["objects"] < 0:
        return
    kind = raw.FPDFPageObj_GetType(drawn)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _product(_matrix(drawn), matrix)
        for at in range(min(raw.FPDFFormObj_CountObjects(drawn), MOST_OBJECTS)):
            _draw(raw.FPDFFormObj_GetObject(drawn, at), inner, found, budget, depth + 1)
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
        if not raw.FPDFPageObj_GetBounds(drawn, x0, y0, x1, y1):
            return
        box = _moved((x0.value, y0.value, x1.value, y1.value), matrix)
        wide, high = box[2] - box[0], box[3] - box[1]
        if min(wide, high) <= _THIN:
            if max(wide, high) >= _SHORTEST_RULE:
                found.append(box)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
        if stroke.value:
            _strokes(drawn, _product(_matrix(drawn), matrix), found, budget)


def _strokes(path: object, matrix: Matrix, found: list[Box], budget: Counter[str]) -> None:
    """Add the segments of a path that run along the page's sides."""
    count = min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS, max(0, budget["segments"]))
    budget["segments"] -= count
    x, y = ctypes.c_float(), ctypes.c_float()
    at: tuple[float, float] | None = None
    begun: tuple[float, float] | None = None
    for place in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO and at is not None:
            _add_segment(at, point, found)
        at = point
        if begun is not None and raw.FPDFPathSegment_GetClose(segment):
            _add_segment(at, begun, found)


def _add_segment(begin: tuple[float, float], end: tuple[float, float], found: list[Box]) -> None:
    wide, high = abs(begin[0] - end[0]), abs(begin[1] - end[1])
    if min(wide, high) <= 1.0 and max(wide, high) >= _SHORTEST_RULE:
        found.append((min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1])))


def _matrix(drawn: object) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(drawn, matrix):
        return _AS_IT_IS
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that moves a point by ``first`` and ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved(box: Box, matrix: Matrix) -> Box:
    if matrix is _AS_IT_IS:
        return box
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)
