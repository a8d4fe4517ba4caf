"""The fonts with which PDFium reads: the file's and one of our own, whatever the machine has."""

from __future__ import annotations

import ctypes

import pypdfium2
from pdf_files import PageContent, pdf

from luoshi.documents import pdf_fonts


def ink(data: bytes) -> int:
    """How many dots of a page are not white."""
    with pypdfium2.PdfDocument(data) as file:
        picture = file[0].render().to_pil().convert("L")
    return sum(picture.histogram()[:250])


def test_a_character_of_a_font_that_is_not_there_has_a_box_and_no_ink() -> None:
    data = pdf(PageContent().text("临澜市", 72, 100))
    with pdf_fonts.of_the_file():
        assert ink(data) == 0
        with pypdfium2.PdfDocument(data) as file:
            text = file[0].get_textpage()
            left, bottom, right, top = text.get_charbox(1)
    assert 84 < left < right < 96
    assert 10 < top - bottom < 13


def boxes(data: bytes) -> list[tuple[float, ...]]:
    """Where the characters of the first page stand."""
    with pdf_fonts.of_the_file(), pypdfium2.PdfDocument(data) as file:
        text = file[0].get_textpage()
        return [text.get_charbox(at) for at in range(text.count_chars())]


def test_what_was_drawn_before_with_fonts_of_the_machine_changes_no_box() -> None:
    data = pdf(PageContent().text("Port", 72, 100)).replace(b"/STSong-Light", b"/Helvetica   ")
    before = boxes(data)
    ink(data)
    assert boxes(data) == before


def test_a_file_opened_before_and_used_afterwards_is_whole() -> None:
    with pypdfium2.PdfDocument(pdf(PageContent().text("Port", 72, 100))) as file:
        with pdf_fonts.of_the_file(), pdf_fonts.of_the_file():
            pass
        assert file[0].get_textpage().get_text_range() == "Port"
        assert isinstance(file[0].render().to_pil().size[0], int)


def test_callbacks_write_no_more_than_the_buffer_holds() -> None:
    buffer = ctypes.create_string_buffer(b"?" * 4)
    assert pdf_fonts._copied(b"abcdef", buffer, 4) == 6
    assert buffer.raw[:4] == b"????"
