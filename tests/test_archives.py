"""Archives: each file in them is a document of its own, within limits."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from office_files import docx, package, paragraph

from luoshi.documents import UnreadableFile, archives, from_bytes
from luoshi.ledger import Ledger
from luoshi.service import batch

REPORT = "全市一般公共预算收入完成182.4亿元，增长5.8%。"


def names(data: bytes) -> list[str]:
    return [name for name, _ in archives.members(data, "资料.zip")]


def test_files_in_folders_and_in_archives_within() -> None:
    inner = package({"三.txt": REPORT, "四.docx": docx(paragraph(REPORT))})
    data = package({"一/二.txt": REPORT, "__MACOSX/二.txt": "x", ".DS_Store": "x", "一/": "", "内.zip": inner})
    assert archives.is_archive(data, "资料.zip")
    assert names(data) == ["资料.zip/一/二.txt", "资料.zip/内.zip/三.txt", "资料.zip/内.zip/四.docx"]
    found = dict(archives.members(data, "资料.zip"))
    content = found["资料.zip/内.zip/四.docx"]
    assert isinstance(content, bytes)
    assert from_bytes(content, "四.docx").text == REPORT + "\n"


def test_documents_that_are_zip_files_are_no_archives() -> None:
    assert not archives.is_archive(docx(paragraph(REPORT)), "a.docx")
    assert not archives.is_archive(b"PK\x03\x04 broken", "a.zip")
    assert not archives.is_archive(REPORT.encode(), "a.zip")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_are_decoded_as_chinese_systems_write_them(encoding: str) -> None:
    placeholder = "x" * len("报告.txt".encode(encoding))
    data = package({placeholder: REPORT}).replace(placeholder.encode(), "报告.txt".encode(encoding))
    assert names(data) == ["资料.zip/报告.txt"]


def test_archives_are_nested_to_a_depth() -> None:
    data = package({"报告.txt": REPORT})
    for _ in range(archives.DEEPEST):
        data = package({"内.zip": data})
    ((name, error),) = archives.members(data, "资料.zip")
    assert isinstance(error, UnreadableFile)
    assert "nested" in str(error)
    assert name.count("内.zip") == archives.DEEPEST


def test_bombs_are_refused_while_they_are_unpacked() -> None:
    bomb = package({"大.txt": b"0" * (80 << 20)})
    assert len(bomb) < 1 << 20
    ((_, error),) = archives.members(bomb, "资料.zip")
    assert isinstance(error, UnreadableFile)
    assert "unreasonable size" in str(error)


def test_what_is_refused_counts_so_that_many_bombs_end_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_PACKAGE", 20 << 20)
    bomb = package({"大.txt": b"0" * (80 << 20)})
    found = list(archives.members(package({f"{at}.zip": bomb for at in range(300)}), "资料.zip"))
    assert len(found) < 9
    assert isinstance(found[-1][1], UnreadableFile)
    assert found[-1][0] == "资料.zip"


def test_entries_of_inner_archives_count_even_if_they_are_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_PARTS", 100)
    folders = package({f"{at}/": "" for at in range(30)})
    found = list(archives.members(package({f"{at}.zip": folders for at in range(50)}), "资料.zip"))
    assert found[-1][0] == "资料.zip"
    assert all(isinstance(content, UnreadableFile) for _, content in found)


def test_bombs_that_lie_about_their_size_are_refused() -> None:
    bomb = bytearray(package({"大.txt": b"0" * (8 << 20)}))
    at = bomb.index(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = (10).to_bytes(4, "little")  # the unpacked size in the directory
    ((_, found),) = archives.members(bytes(bomb), "资料.zip")
    assert isinstance(found, UnreadableFile) or len(found) <= 10


def test_all_members_together_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_PACKAGE", 100)
    found = list(archives.members(package({f"{at}.txt": "x" * 30 for at in range(9)}), "资料.zip"))
    assert [isinstance(content, bytes) for _, content in found] == [True, True, True, False]
    assert found[-1][0] == "资料.zip"


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luoshi.documents.packages.MOST_PARTS", 3)
    ((_, error),) = archives.members(package({f"{at}.txt": "x" for at in range(4)}), "资料.zip")
    assert isinstance(error, UnreadableFile)


def test_a_file_with_a_password_is_refused_and_the_others_go_on() -> None:
    data = bytearray(package({"a.txt": REPORT, "b.txt": REPORT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    first, second = archives.members(bytes(data), "资料.zip")
    assert isinstance(first[1], UnreadableFile)
    assert "password" in str(first[1])
    assert second[1] == REPORT.encode()


def test_an_archive_is_added_file_by_file(tmp_path: Path) -> None:
    path = tmp_path / "资料.zip"
    path.write_bytes(package({"a.docx": docx(paragraph(REPORT)), "b.txt": "", "c/d.txt": REPORT}))
    with Ledger(tmp_path / "luoshi.db") as ledger:
        first = list(batch.add(ledger, [path]))
        again = list(batch.add(ledger, [path]))
        assert [added.state for added in first] == ["new", "refused", "new"]
        assert [added.path.name for added in first] == ["a.docx", "b.txt", "d.txt"]
        assert "资料.zip" in first[1].message
        assert [added.state for added in again] == ["known", "refused", "known"]
        assert {row.document for row in ledger.series("一般公共预算收入")} == {"a.docx", "d.txt"}


def test_nothing_is_written_beside_the_ledger(tmp_path: Path) -> None:
    with zipfile.ZipFile(file := io.BytesIO(), "w") as archive:
        archive.writestr("../../逃出去.txt", REPORT)
    path = tmp_path / "x.zip"
    path.write_bytes(file.getvalue())
    with Ledger(tmp_path / "luoshi.db") as ledger:
        assert [added.state for added in batch.add(ledger, [path])] == ["new"]
    assert {entry.name.partition("-")[0] for entry in tmp_path.iterdir()} == {"x.zip", "luoshi.db"}
    assert not (tmp_path.parent / "逃出去.txt").exists()
