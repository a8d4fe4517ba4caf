"""Pictures of pages become printed pages: their characters recognised, their rules found by their ink.

Recognition is RapidOCR's (PP-OCR models run by onnxruntime), whose models come with its package: nothing is
downloaded. It is the extra ``luoshi[ocr]``. One thread does the work, so that the same picture gives the same
text on every machine. Bounds: :data:`MOST_PIXELS` a picture, :data:`MOST_PAGES` pictures a file.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from luoshi.documents.content import Content
from luoshi.documents.page_text import page_text
from luoshi.documents.printed import Glyph, PrintedPage, Rule
from luoshi.documents.unreadable import UnreadableFile
from luoshi.records import Box, RecognisedLine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

DPI = 200
"""Dots per inch at which pages are recognised: small type is 25 dots high then."""
MOST_PIXELS = 120_000_000
MOST_PAGES = 300

_LONGEST_SIDE = 4_600  # dots; a broadsheet at 200 dpi
LONGEST_PAGE = _LONGEST_SIDE / DPI * 72
"""Points: a longer page is recognised at fewer dots per inch."""
_LEAST_CONFIDENCE = 0.5
_DARK = 0.72  # of the paper's brightness: darker dots are ink
_RULE = 0.4  # inches: a shorter stroke is no rule
_THICKEST_RULE = 0.03  # inches
_REACH = 0.7  # of its width: how far a character's cell goes from its middle
_NARROW = 0.52  # of an ideograph's width
_LAST_MARK = 0.45  # how much of a mark's cell at a line's end has ink
_MARKS = frozenset("，。、；：！？,.;:!?")
_CELL = 1.06  # an ideograph's cell beside the height of its ink
_FIGURE_CELL = 1.36  # the cell of figures and capitals


def installed() -> bool:
    """Whether the extra is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def needs_recognition(name: str) -> UnreadableFile:
    """What is said of a picture or scan where the extra is missing."""
    return UnreadableFile(
        name,
        '这是图片或扫描件，没有文字层；要识别其中的文字，请运行 pip install "luoshi[ocr]"',
        'this is a picture or scan without a text layer; to have its text recognised, run pip install "luoshi[ocr]"',
    )


def without_text(name: str) -> UnreadableFile:
    """What is said of pictures in which nothing was recognised."""
    return UnreadableFile(
        name,
        "图片里没有认出文字，请检查是否清晰、方向是否正确",
        "no text was recognised in the picture; check that it is sharp and upright",
    )


def read(data: bytes, name: str) -> Content:
    """The text of a picture (PNG, JPEG, TIFF with all its pages). Raises :class:`UnreadableFile`."""
    if not installed():
        raise needs_recognition(name)
    lines: list[RecognisedLine] = []
    found = page_text(_recognised(data, name, lines))
    if not found.text.strip():
        raise without_text(name)
    return Content(
        found.text, "image", pages=found.pages, positions=found.positions, laid_out=found.laid_out,
        recognised=tuple(lines),
    )  # fmt: skip


def _recognised(data: bytes, name: str, lines: list[RecognisedLine]) -> Iterator[PrintedPage]:
    """The pages of a picture file; the lines recognised are added to ``lines``."""
    from PIL import Image, ImageSequence

    try:
        with Image.open(io.BytesIO(data)) as file:
            for number, frame in enumerate(ImageSequence.Iterator(file), 1):
                if number > MOST_PAGES:
                    raise _too_large(name)
                if frame.width * frame.height > MOST_PIXELS:
                    raise _too_large(name)
                dpi = _dpi(frame)
                page, found = recognise(_on_white(frame), number, dpi)
                lines.extend(found)
                yield page
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        if isinstance(error, UnreadableFile):
            raise
        raise UnreadableFile(
            name, "图片已损坏或不完整，请重新保存", "the picture is broken or incomplete; save it again"
        ) from None


def _too_large(name: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        f"图片太大或页数太多（上限 {MOST_PIXELS // 10_000} 万像素、{MOST_PAGES} 页），请缩小或拆开",
        f"the picture is too large or has too many pages (at most {MOST_PIXELS:,} pixels, {MOST_PAGES} pages)",
    )


def _dpi(image: Image.Image) -> float:
    """The dots per inch that a picture states, :data:`DPI` where it states none that a scanner has."""
    stated = image.info.get("dpi", (0, 0))
    found = float(stated[0]) if isinstance(stated, tuple) and stated else 0.0
    return found if 90 <= found <= 1_300 else float(DPI)


def _on_white(image: Image.Image) -> Image.Image:
    """A picture without transparency, as its file says it is held."""
    from PIL import Image, ImageOps

    image = ImageOps.exif_transpose(image) or image
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image.convert("RGB")


def recognise(image: Image.Image, number: int, dpi: float) -> tuple[PrintedPage, list[RecognisedLine]]:
    """A page's picture (RGB, ``dpi`` dots per inch) as a printed page, and its lines with their confidence."""
    import numpy as np

    page = PrintedPage(number, image.width * 72 / dpi, image.height * 72 / dpi)
    shrink = min(1.0, DPI / dpi if dpi > 1.25 * DPI else 1.0, _LONGEST_SIDE / max(image.size))
    if shrink < 1:
        image = image.resize((max(1, round(image.width * shrink)), max(1, round(image.height * shrink))))
    point = 72 / (dpi * shrink)
    dots = np.asarray(image)
    grey = dots.mean(axis=2)
    ink = grey < _DARK * float(np.percentile(grey, 90))
    page.rules = [Rule(*(side * point for side in rule)) for rule in _rules(ink, dpi * shrink)]
    found: list[RecognisedLine] = []
    result = _engine()(np.ascontiguousarray(dots[:, :, ::-1]))
    if result.boxes is None or result.txts is None:
        return page, found
    words = result.word_results if len(result.word_results) == len(result.txts) else [()] * len(result.txts)
    for corners, text, confidence, signs in zip(result.boxes.tolist(), result.txts, result.scores, words, strict=True):
        glyphs = _glyphs(text, corners, ink, point, _middles(text, signs))
        if not glyphs:
            continue
        page.glyphs.extend(glyphs)
        box = Box(
            number, glyphs[0].left, min(glyph.top for glyph in glyphs),
            glyphs[-1].right, max(glyph.bottom for glyph in glyphs),
        )  # fmt: skip
        found.append(RecognisedLine(box, round(float(confidence), 4)))
    return page, found


@cache
def _engine() -> Any:
    """The recogniser, loaded once: lines as they stand, at the picture's own size, by one thread."""
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Global.return_word_box": True,
            "Global.return_single_char_box": True,
            "Global.max_side_len": _LONGEST_SIDE,
            "Global.text_score": _LEAST_CONFIDENCE,
            "Det.max_candidates": 4_000,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _middles(text: str, signs: Iterable[tuple[str, float, list[list[float]]]]) -> list[float]:
    """Where the recogniser saw the middle of each character but spaces; empty where it does not say for all."""
    seen = [(sign, (box[0][0] + box[1][0]) / 2) for sign, _, box in signs if not sign.isspace()]
    middles = [middle for _, middle in seen]
    known = [sign for sign, _ in seen] == [sign for sign in text if not sign.isspace()]
    return middles if known and middles == sorted(middles) else []


def _glyphs(
    text: str, corners: list[list[float]], ink: NDArray[np.bool_], point: float, middles: list[float]
) -> list[Glyph]:
    """A recognised line's characters, each in its cell along the line; spaces take room but are none.

    Cells meet halfway between the middles of two characters, unless these are far apart. Where the middles are
    not known the line is shared out by the characters' widths.
    """
    widths = [_weight(sign) for sign in text]
    left, top, right, bottom = _inked(corners, ink)
    room = sum(widths) - ((1 - _LAST_MARK) if text[-1:] in _MARKS and not text[-1:].isascii() else 0)
    if room <= 0 or right <= left:
        return []
    each = (right - left) / room
    inked = (_FIGURE_CELL if text.isascii() else _CELL) * (bottom - top)
    height = min(each, inked) if room >= 3 and not text.isascii() else inked
    cells: list[tuple[str, float, float]] = []
    at = left
    for sign, width in zip(text, widths, strict=True):
        if not sign.isspace():
            cells.append((sign, at, at + width * each))
        at += width * each
    if middles:
        cells = _around_middles(cells, middles)
    slope = (corners[1][1] - corners[0][1]) / max(1.0, corners[1][0] - corners[0][0])
    glyphs: list[Glyph] = []
    for sign, begin, end in cells:
        y = (top + bottom) / 2 + slope * ((begin + end) / 2 - (left + right) / 2)
        glyphs.append(Glyph(sign, begin * point, (y - height / 2) * point, end * point, (y + height / 2) * point))
    return glyphs


def _around_middles(cells: list[tuple[str, float, float]], middles: list[float]) -> list[tuple[str, float, float]]:
    """Cells moved to the middles of their characters; the first begins and the last ends where it did."""
    found: list[tuple[str, float, float]] = []
    for place, ((sign, begin, end), middle) in enumerate(zip(cells, middles, strict=True)):
        reach = _REACH * (end - begin)
        before = (middles[place - 1] + middle) / 2 if place else begin
        after = (middle + middles[place + 1]) / 2 if place + 1 < len(middles) else end
        left, right = max(before, middle - reach), min(after, middle + reach)
        if right - left < 0.2 * (end - begin):
            return cells
        found.append((sign, left, right))
    return found


def _weight(sign: str) -> float:
    """A character's width in ideographs."""
    return _NARROW if sign.isascii() or sign in "“”‘’·" else 1.0


def _inked(corners: list[list[float]], ink: NDArray[np.bool_]) -> tuple[float, float, float, float]:
    """The sides of a line's ink within the box that was found for it, which is wider by a margin."""
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    left, right = max(0, int(min(xs))), min(ink.shape[1], int(max(xs)) + 1)
    top, bottom = max(0, int(min(ys))), min(ink.shape[0], int(max(ys)) + 1)
    part = ink[top:bottom, left:right]
    # A rule beside the line is no ink of it: it fills its row or column.
    across, down = part.sum(axis=0), part.sum(axis=1)
    columns = ((across > 0) & (across < 0.95 * part.shape[0])).nonzero()[0]
    rows = ((down > 0.01 * part.shape[1]) & (down < 0.95 * part.shape[1])).nonzero()[0]
    if not len(columns) or not len(rows):
        return float(left), float(top), float(right), float(bottom)
    return (
        float(left + columns[0]), float(top + rows[0]), float(left + columns[-1] + 1), float(top + rows[-1] + 1),
    )  # fmt: skip


def _rules(ink: NDArray[np.bool_], dpi: float) -> list[tuple[float, float, float, float]]:
    """The long thin strokes along a picture's sides: left, top, right, bottom in dots."""
    import cv2
    import numpy as np

    dots = ink.astype(np.uint8)
    length = max(8, round(_RULE * dpi)) | 1  # odd: an even one moves what it keeps by a dot
    thickest = max(3, round(_THICKEST_RULE * dpi))
    found: list[tuple[float, float, float, float]] = []
    for shape in ((length, 1), (1, length)):
        strokes = cv2.morphologyEx(dots, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
        _, _, areas, _ = cv2.connectedComponentsWithStats(strokes)
        for left, top, wide, high, _ in areas[1:].tolist():
            if min(wide, high) <= thickest:
                found.append((float(left), float(top), float(left + wide), float(top + high)))
    return found
