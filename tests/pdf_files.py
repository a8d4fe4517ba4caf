"""PDF files for the tests, written by hand: placed text, rules, turned pages, a password.

Text is set in a font of Adobe-GB1 that is not in the file, each character as wide as it is high, ASCII half as
wide; ``unknown`` sets glyphs of a font without Unicode.
Places are points from the page's top left corner, as in :class:`luoshi.documents.printed.PrintedPage`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass
class PageContent:
    """What a page draws; ``rotate`` is the page's own rotation in degrees clockwise."""

    operators: list[str] = field(default_factory=list)
    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0

    def text(self, words: str, left: float, top: float, size: float = 12.0, spread: float = 0.0) -> PageContent:
        """Words from a point rightwards; ``spread`` is put between characters."""
        hexadecimal = words.encode("utf-16-be").hex().upper()
        baseline = self.height - top - 0.88 * size
        self.operators.append(f"BT /F {size} Tf {spread} Tc 1 0 0 1 {left} {baseline} Tm <{hexadecimal}> Tj ET")
        return self

    def unknown(self, count: int, left: float, top: float, size: float = 12.0) -> PageContent:
        """Characters for which the file gives no Unicode: glyphs of a font that is not there."""
        glyphs = "".join(f"{glyph:04X}" for glyph in range(7, 7 + count))
        baseline = self.height - top - 0.88 * size
        self.operators.append(f"BT /U {size} Tf 0 Tc 1 0 0 1 {left} {baseline} Tm <{glyphs}> Tj ET")
        return self

    def upward(self, words: str, left: float, bottom: float, size: float = 12.0) -> PageContent:
        """Words that run up the page from a point."""
        hexadecimal = words.encode("utf-16-be").hex().upper()
        x, y = left + 0.88 * size, self.height - bottom
        self.operators.append(f"BT /F {size} Tf 0 1 -1 0 {x} {y} Tm <{hexadecimal}> Tj ET")
        return self

    def lines(self, words: list[str], left: float, top: float, size: float = 12.0, pitch: float = 18.0) -> PageContent:
        """Lines under each other."""
        for at, line in enumerate(words):
            self.text(line, left, top + at * pitch, size)
        return self

    def rule(self, left: float, top: float, right: float, bottom: float) -> PageContent:
        """A straight line."""
        self.operators.append(f"0.7 w {left} {self.height - top} m {right} {self.height - bottom} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> PageContent:
        """Lines across at each of ``ys`` and upright at each of ``xs``."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self


def pdf(*pages: PageContent, password: str = "") -> bytes:
    """A file of these pages, encrypted with RC4 of 40 bits where there is a password (ISO 32000-1, 7.6)."""
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    bodies.append(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>"
    )
    bodies.append(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>"
    )
    bodies.append(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    )
    bodies.append("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [7 0 R] >>")
    bodies.append(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 500 /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R >>"
    )
    kids = []
    streams: dict[int, bytes] = {}
    for page in pages:
        number = len(bodies) + 1
        kids.append(f"{number} 0 R")
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate}"
            f" /Resources << /Font << /F 3 0 R /U 6 0 R >> >> /Contents {number + 1} 0 R >>"
        )
        streams[number + 1] = "\n".join(page.operators).encode("ascii")
        bodies.append("")
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    identifier = hashlib.md5(repr(bodies).encode()).digest()
    key, encryption = _encryption(password, identifier) if password else (b"", "")
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode()
        if number in streams:
            data = streams[number]
            if key:
                own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[: len(key) + 5]
                data = _rc4(own, data)
            out += b"<< /Length %d >>\nstream\n%b\nendstream" % (len(data), data)
        else:
            out += body.encode()
        out += b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    names = f"/ID [<{identifier.hex()}> <{identifier.hex()}>]"
    trailer = f"trailer << /Size {len(bodies) + 1} /Root 1 0 R {names} {encryption} >>\nstartxref\n{table}\n%%EOF\n"
    return bytes(out) + trailer.encode()


def _encryption(password: str, identifier: bytes) -> tuple[bytes, str]:
    """The key of a file and its encryption dictionary: revision 2 of the standard handler."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    permissions = -4
    signed = permissions.to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + signed + identifier).digest()[:5]
    user = _rc4(key, _PADDING)
    entries = f"/Filter /Standard /V 1 /R 2 /P {permissions} /O <{owner.hex()}> /U <{user.hex()}>"
    return key, f"/Encrypt << {entries} >>"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for at in range(256):
        other = (other + state[at] + key[at % len(key)]) % 256
        state[at], state[other] = state[other], state[at]
    out = bytearray()
    at = other = 0
    for byte in data:
        at = (at + 1) % 256
        other = (other + state[at]) % 256
        state[at], state[other] = state[other], state[at]
        out.append(byte ^ state[(state[at] + state[other]) % 256])
    return bytes(out)
