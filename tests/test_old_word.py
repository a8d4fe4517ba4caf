"""Old Word documents by way of LibreOffice, where it is installed; a clear word where it is not."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from luoshi.documents import UnreadableFile, from_bytes, old_word

RTF = rb"{\rtf1\ansi\uc0 \u20020 \u28572 \u24066 \u36130 \u25919 \par \u22686 \u38271 5.8%\par}"  # 临澜市财政, 增长5.8%


def converts() -> bool:
    """Whether LibreOffice is installed with its word processor."""
    try:
        return from_bytes(RTF, "a.rtf").format == "rtf"
    except UnreadableFile:
        return False


def test_it_is_read_by_way_of_libreoffice() -> None:
    if not converts():
        pytest.skip("LibreOffice with Writer is not installed")
    before = set(Path(tempfile.gettempdir()).glob("luoshi-*"))
    document = from_bytes(RTF, "报告.doc")
    assert (document.format, document.text) == ("rtf", "临澜市财政\n增长5.8%\n")
    assert set(Path(tempfile.gettempdir()).glob("luoshi-*")) <= before


def test_what_libreoffice_can_not_read_says_so() -> None:
    with pytest.raises(UnreadableFile, match="LibreOffice"):
        from_bytes(b"{\\rtf" + bytes(range(1, 200)), "a.rtf")


def test_without_libreoffice_the_message_says_what_would_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "_PROGRAMS", ("no-such-program",))
    monkeypatch.setattr(old_word, "_PLACES", ())
    with pytest.raises(UnreadableFile, match="need LibreOffice") as raised:
        from_bytes(RTF, "a.rtf")
    assert "DOCX" in raised.value.chinese


@pytest.mark.skipif(old_word.sys.platform == "win32", reason="the program of this test is a shell script")
def test_a_conversion_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(old_word, "_program", lambda: str(program))
    monkeypatch.setattr(old_word, "SECONDS", 0.2)
    with pytest.raises(UnreadableFile, match="did not convert"):
        from_bytes(RTF, "a.rtf")
