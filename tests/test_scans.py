"""Pictures of pages: recognised where the extra is installed, refused with a way out where it is not."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from luoshi import documents
from luoshi.documents import UnreadableFile, scans
from luoshi.documents.scans import _glyphs, _rules

needs_recognition = pytest.mark.skipif(not scans.installed(), reason="the extra luoshi[ocr] is not installed")
WORDS = ("全市港口货物吞吐量二千万吨", "新增养老床位1260张，增长5.6%")


def chinese_font() -> ImageFont.FreeTypeFont | None:
    """A font of the system that has Chinese characters."""
    for name in ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "wqy-zenhei.ttc"):
        for path in sorted(Path("/usr/share/fonts").rglob(name)):
            return ImageFont.truetype(str(path), 40)
    return None


FONT = chinese_font()
needs_font = pytest.mark.skipif(FONT is None, reason="no font with Chinese characters is installed")


def drawn(lines: tuple[str, ...] = WORDS) -> Image.Image:
    """A picture of lines under each other."""
    image = Image.new("RGB", (900, 120 + 80 * len(lines)), "white")
    for place, line in enumerate(lines):
        ImageDraw.Draw(image).text((60, 60 + 80 * place), line, fill="black", font=FONT)
    return image


def saved(image: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    image.save(out, kind, dpi=(200, 200))
    return out.getvalue()


def as_pdf(image: Image.Image) -> bytes:
    """A PDF with a page that is this picture."""
    file = pypdfium2.PdfDocument.new()
    width, height = image.width * 0.36, image.height * 0.36
    page = file.new_page(width, height)
    picture = pypdfium2.PdfImage.new(file)
    jpeg = io.BytesIO(saved(image, "JPEG"))
    picture.load_jpeg(jpeg, inline=True)
    picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page.insert_obj(picture)
    page.gen_content()
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


@pytest.mark.parametrize("scan", ["版面.png", "版面.pdf"])
def test_without_the_extra_it_is_said_how_to_get_it(scan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "installed", lambda: False)
    image = Image.new("RGB", (400, 400), "white")
    data = as_pdf(image) if scan.endswith("pdf") else saved(image)
    with pytest.raises(UnreadableFile) as raised:
        documents.from_bytes(data, scan)
    assert str(raised.value).count('pip install "luoshi[ocr]"') == 2
    assert "扫描件" in str(raised.value)


@needs_recognition
@needs_font
@pytest.mark.parametrize("kind", ["PNG", *(pytest.param(kind, marks=pytest.mark.long) for kind in ("JPEG", "TIFF"))])
def test_a_picture_becomes_a_document_with_its_places_and_confidence(kind: str) -> None:
    document = documents.from_bytes(saved(drawn(), kind), "公报")
    assert document.format == "image"
    assert "".join(document.text.split()) == "".join(WORDS)
    start = document.text.index("1260")
    (box,) = document.boxes_of(start, start + 4)
    left, right = box.left / 0.36, box.right / 0.36  # in dots
    assert FONT is not None
    begin = 60 + FONT.getlength("新增养老床位")
    assert abs(left - begin) < 25
    assert abs(right - (begin + FONT.getlength("1260"))) < 30
    assert 0.5 < document.confidence(start, start + 4) <= 1
    assert len(document.recognised) == 2


@pytest.mark.long
@needs_recognition
@needs_font
def test_a_scanned_page_of_a_pdf_is_recognised() -> None:
    document = documents.from_bytes(as_pdf(drawn()), "公报.pdf")
    assert document.format == "pdf"
    assert "".join(document.text.split()) == "".join(WORDS)
    assert document.pages[0].width == pytest.approx(900 * 0.36, abs=1)


@pytest.mark.long
@needs_recognition
@needs_font
def test_the_pages_of_a_tiff_follow_each_other() -> None:
    out = io.BytesIO()
    drawn(WORDS[:1]).save(out, "TIFF", save_all=True, append_images=[drawn(WORDS[1:])])
    document = documents.from_bytes(out.getvalue(), "公报.tif")
    assert [page.number for page in document.pages] == [1, 2]
    assert document.page_at(document.text.index("1260")) == 2


@needs_recognition
def test_a_picture_without_words_says_so() -> None:
    with pytest.raises(UnreadableFile, match="没有认出文字"):
        documents.from_bytes(saved(Image.new("RGB", (300, 300), "white")), "空白.png")


@needs_recognition
@pytest.mark.parametrize("length", [9, 40, 300])
def test_a_broken_picture_is_told_in_one_line(length: int) -> None:
    noise = np.random.default_rng(7).integers(0, 255, (200, 200), dtype=np.uint8)
    with pytest.raises(UnreadableFile, match="已损坏"):
        documents.from_bytes(saved(Image.fromarray(noise))[:length], "坏.png")


@needs_recognition
def test_a_picture_of_too_many_pixels_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "MOST_PIXELS", 1000)
    with pytest.raises(UnreadableFile, match="太大"):
        documents.from_bytes(saved(Image.new("L", (100, 100), "white")), "大.png")


@pytest.mark.skipif(not scans.installed(), reason="the extra luoshi[ocr] is not installed")
def test_rules_are_long_thin_strokes() -> None:
    ink = np.zeros((400, 600), dtype=np.bool_)
    ink[50:52, 40:560] = True  # a rule across
    ink[60:380, 300:302] = True  # one upright
    ink[200:260, 60:200] = True  # a dark picture
    ink[300:303, 30:50] = True  # a stroke of a character
    found = sorted(_rules(ink, 200))
    assert found == [(40.0, 50.0, 560.0, 52.0), (300.0, 60.0, 302.0, 380.0)]


@settings(max_examples=60)
@given(
    st.text(max_size=30), st.floats(0, 300), st.floats(0, 150), st.floats(1, 400), st.floats(1, 60), st.floats(-20, 20)
)
def test_characters_stand_in_order_on_their_line(
    text: str, left: float, top: float, width: float, height: float, slope: float
) -> None:
    corners = [
        [left, top], [left + width, top + slope], [left + width, top + height + slope], [left, top + height],
    ]  # fmt: skip
    ink = np.zeros((200, 500), dtype=np.bool_)
    ink[int(top) : int(top + height), int(left) : int(left + width) : 3] = True
    glyphs = _glyphs(text, corners, ink, 0.36, [])
    assert [glyph.text for glyph in glyphs] == [sign for sign in text if not sign.isspace()] or not glyphs
    assert all(glyph.left < glyph.right and glyph.top < glyph.bottom for glyph in glyphs)
    assert [glyph.left for glyph in glyphs] == sorted(glyph.left for glyph in glyphs)
