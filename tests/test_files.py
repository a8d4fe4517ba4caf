import codecs
import hashlib
import io
import os

import pytest
import xlwt
from office_files import docx, package, paragraph

import luoshi
from luoshi.documents import UnreadableFile, files, from_bytes

TEXT = "\u3000\u3000各位代表：\r\n2024年全市生产总值增长5.8%。\r最后一行\u2028"


def test_every_character_and_line_end_is_kept(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_bytes(codecs.BOM_UTF8 + TEXT.encode())
    document = luoshi.open(path, date="2025-01-08", place="临澜市")
    assert document.text == TEXT == path.open(encoding="utf-8-sig", newline="").read()
    assert document.id == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document.name, document.format, document.encoding) == ("报告.txt", "text", "utf-8")
    assert (document.date, document.place) == ("2025-01-08", "临澜市")


def test_the_same_bytes_are_the_same_document():
    data = TEXT.encode("gb18030")
    assert from_bytes(data, "a/b/报告.txt") == from_bytes(data, "c:\\d\\报告.txt")


def test_a_web_page_is_told_by_its_content():
    page = "<!-- saved --><!DOCTYPE html><html><body><p>全市生产总值增长5.8%，就业稳定。</p></body></html>"
    document = from_bytes(page.encode(), "报告.txt")
    assert (document.format, document.text) == ("html", "全市生产总值增长5.8%，就业稳定。\n")
    assert from_bytes(page.encode("utf-16"), "报告.txt").text == document.text


def test_markdown_is_text():
    assert from_bytes("# 《澜港新闻》\n<p>今天</p>".encode(), "20250203.md").format == "text"


PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.mark.parametrize(
    ("data", "chinese", "english"),
    [
        (b"", "空", "empty"),
        (b" \r\n\t", "空", "empty"),
        (codecs.BOM_UTF8, "空", "empty"),
        (PNG, "图片", "picture"),
        (b"%PDF-1.7\n", "PDF", "PDF"),
        (b"PK\x03\x04" + bytes(40), "损坏", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "损坏", "damaged"),
        (b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "没有网页", "no page"),
        (b"\x7fELF" + bytes(range(256)), "UTF-8", "UTF-8"),
        (b"\xe5\x85\xa8\xe5\xb8\x82\xe5", "UTF-8", "UTF-8"),
        (b"plain English text", "没有中文", "no Chinese"),
    ],
)
def test_what_can_not_be_read_says_so_in_one_line(data, chinese, english):
    with pytest.raises(UnreadableFile) as raised:
        from_bytes(data, "某个文件.txt")
    message = str(raised.value)
    assert message.startswith("某个文件.txt：")
    assert chinese in raised.value.chinese
    assert english in raised.value.english
    assert "\n" not in message


def test_paths_that_are_no_files(tmp_path):
    for path in (tmp_path, tmp_path / "没有", str(tmp_path / "a\x00b")):
        with pytest.raises(UnreadableFile) as raised:
            files.open(path)
        assert str(path).replace("\x00", "\ufffd") in str(raised.value)


def test_a_name_with_line_ends_stays_one_line():
    with pytest.raises(UnreadableFile) as raised:
        from_bytes(b"", "a\nb\x1b.txt")
    assert str(raised.value).startswith("a\ufffdb\ufffd.txt：")


def test_too_large_a_file_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "长.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    monkeypatch.setattr("pathlib.Path.open", lambda *_: pytest.fail("the file was read"))
    with pytest.raises(UnreadableFile, match=r"200 MB.*64 MB"):
        files.open(path)


def test_the_limit_holds_for_bytes(monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1 << 20)
    with pytest.raises(UnreadableFile, match="at most 1 MB"):
        from_bytes("全市".encode() * (1 << 18), "长.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused(tmp_path):
    path = tmp_path / "管道"
    os.mkfifo(path)
    with pytest.raises(UnreadableFile, match="regular file"):
        files.open(path)


def test_a_file_without_permission(tmp_path, monkeypatch):
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(UnreadableFile, match="permission"):
        files.open(path)


def compound(stream):
    """An OLE compound file with one stream of this name."""
    book = xlwt.Workbook()
    book.add_sheet("a")
    file = io.BytesIO()
    book.save(file)
    name = "Workbook".encode("utf-16-le")
    entry = stream.encode("utf-16-le").ljust(64, b"\0") + (2 * len(stream) + 2).to_bytes(2, "little")
    at = file.getvalue().index(name)
    return file.getvalue()[:at] + entry + file.getvalue()[at + 66 :]


@pytest.mark.parametrize(
    ("stream", "english"),
    [("EncryptedPackage", "password"), ("PowerPoint Document", "not read"), ("Book", "empty"), ("Workbook", "empty")],
)
def test_compound_files_are_told_by_their_streams(stream, english):
    with pytest.raises(UnreadableFile, match=english):
        from_bytes(compound(stream), "a.docx")


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.pdf", "a"])
def test_content_decides_and_not_the_name(name):
    assert from_bytes(docx(paragraph("全市财政运行平稳。")), name).format == "docx"
    assert from_bytes("全市财政运行平稳。".encode(), name).format == "text"


def test_an_archive_is_for_adding():
    with pytest.raises(UnreadableFile, match="luoshi add"):
        from_bytes(package({"a.txt": "字"}), "a.zip")
