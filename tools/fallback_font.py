"""Build the font that stands in for fonts which a PDF names and does not hold: ``luoshi/documents/fallback.ttf.xz``.

    python tools/fallback_font.py            write it
    python tools/fallback_font.py --check    say whether the one in the package is what this script makes

It measures and draws nothing: every character of Unicode has one of a few shapes, each a line without area
that spans the box of such a character's ink. PDFium takes the number of a character that has no Unicode for that
of a glyph, so all numbers have one. The same bytes come out on every machine: what is compressed is compared.
"""

from __future__ import annotations

import argparse
import io
import lzma
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FONT = Path(__file__).resolve().parents[1] / "luoshi" / "documents" / "fallback.ttf.xz"
NAME = "Luoshi Fallback"
UNITS = 1000  # in the height of a character
ASCENT, DESCENT = 880, -120
# A shape's width and the box of its ink: left, bottom, right, top; those of common Chinese fonts.
SHAPES = {
    ".notdef": (1000, (40, -80, 960, 840)),
    "blank": (1000, None),
    "ideograph": (1000, (40, -80, 960, 840)),
    "capital": (500, (30, 0, 470, 700)),
    "small": (500, (30, 0, 470, 480)),
    "narrow": (500, (30, -100, 470, 740)),
}
GLYPHS = 0xFFFF  # as many as a font can have
# The table of places counts upward by equal steps, four bytes each: their differences are all the same.
FILTERS = [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 9}]
# What has another shape than an ideograph: first and last character, shape.
RANGES = (
    (0x00, 0x20, "blank"),
    (0x21, 0x7E, "narrow"),
    (0x30, 0x39, "capital"),
    (0x41, 0x5A, "capital"),
    (0x61, 0x7A, "small"),
    (0x7F, 0xA0, "blank"),
    (0xFF61, 0xFFDC, "narrow"),
)


def font() -> bytes:
    """The font's file."""
    builder = FontBuilder(UNITS, isTTF=True)
    others = dict.fromkeys((f"glyph{number:05}" for number in range(len(SHAPES), GLYPHS)), SHAPES["ideograph"])
    shapes = {**SHAPES, **others}
    builder.setupGlyphOrder(list(shapes))
    builder.setupGlyf({name: _line(box) for name, (_, box) in shapes.items()})
    builder.setupCharacterMap({0x4E00: "ideograph"})
    builder.setupHorizontalMetrics({name: (width, box[0] if box else 0) for name, (width, box) in shapes.items()})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": NAME, "styleName": "Regular", "psName": NAME.replace(" ", "")})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    builder.setupPost(keepGlyphNames=False)
    # PDFium asks by either of the two encodings; format 13 maps ranges to one shape each.
    builder.font["cmap"].tables = [_map(1), _map(10)]
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def _line(box: tuple[int, int, int, int] | None) -> object:
    """A shape without area from one corner of a box to the other."""
    pen = TTGlyphPen(None)
    if box is not None:
        pen.moveTo((box[0], box[1]))
        pen.lineTo((box[2], box[3]))
        pen.closePath()
    return pen.glyph()


def _map(encoding: int) -> CmapSubtable:
    """Every character's shape, as Windows' encoding 1 (the Basic Multilingual Plane) or 10 (all of Unicode)."""
    last = 0xFFFF if encoding == 1 else 0x10FFFF
    shapes = dict.fromkeys(range(last + 1), "ideograph")
    for first, end, shape in RANGES:
        shapes.update(dict.fromkeys(range(first, end + 1), shape))
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, encoding, 0
    table.format, table.reserved, table.length, table.nGroups = 13, 0, 0, 0
    table.cmap = shapes
    return table


def main() -> int:
    """Write the font, or compare it with the one in the package: 1 where they differ."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--check", action="store_true", help="write nothing, compare")
    made = font()
    if asked.parse_args().check:
        same = lzma.decompress(FONT.read_bytes()) == made
        print(f"{FONT.name}: {'the same' if same else 'another'}, {len(made):,} bytes")
        return 0 if same else 1
    packed = lzma.compress(made, filters=FILTERS)
    FONT.write_bytes(packed)
    print(f"{FONT}: {len(made):,} bytes, packed {len(packed):,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
