"""Pictures of what was read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from page_texts import NEWSPAPER
from pdf_files import PageContent
from pdf_files import pdf as written
from PIL import Image
from typer.testing import CliRunner

from luoshi import documents, reading
from luoshi.service import look
from luoshi.ways.cli.commands import app

PROSE = ["　　全年实现地区生产总值812.4亿元，比上年增", "长5.6%，其中渔业增加值96.1亿元。"]
FILE = written(
    PageContent().lines(PROSE, 72, 100),
    PageContent().lines(PROSE, 72, 300).grid([72, 200, 328], [400, 430, 460, 490]).text("项目", 80, 408)
    .text("金额", 210, 408).text("渔业", 80, 438).text("96.1", 210, 438).text("林业", 80, 468).text("12.5", 210, 468),
)  # fmt: skip


def drawn(number: int) -> tuple[look.Look, Image.Image]:
    document = documents.from_bytes(FILE, "报告.pdf")
    found = look.draw(FILE, document, reading.read(document), number)
    return found, Image.open(io.BytesIO(found.png)).convert("RGB")


def test_records_are_shaded_where_their_words_stand() -> None:
    document = documents.from_bytes(FILE, "报告.pdf")
    found, image = drawn(1)
    start = document.text.index("812.4亿元")
    (box,) = document.boxes_of(start, start + 7)
    scale = look.DPI / 72
    above = image.height - round(document.pages[0].height * scale)  # the legend's height
    red, green, blue = image.getpixel((round((box.left + 1) * scale), round((box.top + 1.5) * scale) + above))
    assert red > 200 > blue
    assert green > 150
    assert dict(found.counts)["figure"] >= 3
    assert dict(found.counts)["line"] == 2


def test_a_page_shows_only_what_stands_on_it() -> None:
    first, second = dict(drawn(1)[0].counts), dict(drawn(2)[0].counts)
    assert (first["table"], second["table"]) == (0, 1)
    assert second["line"] > first["line"]


def test_the_same_file_gives_the_same_picture() -> None:
    assert drawn(2)[0].png == drawn(2)[0].png


def test_the_command_writes_the_picture_and_tells_the_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告.pdf").write_bytes(FILE)
    result = CliRunner().invoke(app, ["look", "报告.pdf", "--page", "2"])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == "报告-2.png"
    assert Image.open("报告-2.png").format == "PNG"


def test_a_picture_that_is_there_is_written_over_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告.pdf").write_bytes(FILE)
    Path("报告-2.png").write_text("mine", "utf-8")
    refused = CliRunner().invoke(app, ["look", "报告.pdf", "--page", "2"])
    assert (refused.exit_code, "--force" in refused.stderr) == (1, True)
    assert Path("报告-2.png").read_text("utf-8") == "mine"
    assert CliRunner().invoke(app, ["look", "报告.pdf", "--page", "2", "--force"]).exit_code == 0
    assert Image.open("报告-2.png").format == "PNG"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["报告.pdf", "--page", "3"], 1, "没有第 3 页，共 2 页"),
        (["日报.txt"], 1, "没有页面"),
        (["无.pdf"], 1, "没有这个文件"),
        (["报告.pdf", "-o", "报告.pdf"], 2, "不能写到原文件上"),
        (["报告.pdf", "-o", "无/图.png"], 1, "写不了"),
    ],
)
def test_what_can_not_be_drawn_is_told(
    arguments: list[str], status: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告.pdf").write_bytes(FILE)
    Path("日报.txt").write_text(NEWSPAPER, "utf-8")
    result = CliRunner().invoke(app, ["look", *arguments])
    assert result.exit_code == status
    assert words in result.output
    assert Path("报告.pdf").read_bytes() == FILE
