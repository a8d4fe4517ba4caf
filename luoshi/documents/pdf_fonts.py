"""The fonts with which PDFium reads: those in the PDF, and one of our own for those that are not.

PDFium looks for a font that a PDF names and does not hold among the machine's, and where it finds none
characters have no width and may be left out. While :func:`of_the_file` lasts it finds one made font instead
(``fallback.ttf.xz``, see ``tools/fallback_font.py``), which has every character, so that a PDF is read alike on
every machine. How wide characters are comes from the PDF's own dictionaries. The fonts of the PDF standard's
own names (Helvetica, Times, Courier) PDFium brings itself.
"""

from __future__ import annotations

import ctypes
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from threading import RLock
from typing import Any

import pypdfium2.raw as raw

_HANDLE = 1  # what stands for our font between PDFium's questions
_NAME = b"Luoshi Fallback\0"
_SIMPLIFIED_CHINESE = 134  # FXFONT_GB2312_CHARSET
_CHARSETS = (_SIMPLIFIED_CHINESE, 136, 128, 129)  # and traditional Chinese, Japanese, Korean
_STANDARD = (b"Helvetica", b"Times", b"Courier", b"Symbol", b"ZapfDingbats")

_ONE_AT_A_TIME = RLock()  # PDFium has one set of fonts, and is not safe for threads


@contextmanager
def of_the_file() -> Iterator[None]:
    """While it lasts PDFium uses no font of the machine; afterwards it does again, for drawing pages."""
    with _ONE_AT_A_TIME:
        raw.FPDF_SetSystemFontInfo(_only_ours())
        try:
            yield
        finally:
            raw.FPDF_SetSystemFontInfo(raw.FPDF_GetDefaultSystemFontInfo())


@cache
def _only_ours() -> Any:
    """PDFium's table of functions that find fonts, with one font behind it."""

    def found(_table: Any, _weight: int, _italic: int, _charset: int, _pitch: int, name: Any, _: Any) -> int | None:
        asked = ctypes.cast(name, ctypes.c_char_p).value or b""
        return None if asked.startswith(_STANDARD) else _HANDLE

    def data(_table: Any, _handle: Any, part: int, buffer: Any, size: int) -> int:
        return _copied(_font(), buffer, size) if part == 0 else 0  # the whole file; no single table is asked for

    def name(_table: Any, _handle: Any, buffer: Any, size: int) -> int:
        return _copied(_NAME, buffer, size)

    def enumerated(_table: Any, mapper: Any) -> None:
        # PDFium never forgets a font of the machine that it has once drawn with: what it has of ours stands there, too.
        for charset in _CHARSETS:
            raw.FPDF_AddInstalledFont(mapper, _NAME, charset)

    table = raw.FPDF_SYSFONTINFO(version=1)
    functions = {
        "Release": lambda _table: None,
        "EnumFonts": enumerated,
        "MapFont": found,
        "GetFont": lambda _table, _name: _HANDLE,
        "GetFontData": data,
        "GetFaceName": name,
        "GetFontCharset": lambda _table, _handle: _SIMPLIFIED_CHINESE,
        "DeleteFont": lambda _table, _handle: None,
    }
    for field, kind in raw.FPDF_SYSFONTINFO._fields_:
        if field in functions:
            setattr(table, field, kind(functions[field]))
    return table


@cache
def _font() -> bytes:
    return lzma.decompress(resources.files("luoshi.documents").joinpath("fallback.ttf.xz").read_bytes())


def _copied(data: bytes, buffer: Any, size: int) -> int:
    """How many bytes there are, which are written where the buffer holds them all."""
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)
