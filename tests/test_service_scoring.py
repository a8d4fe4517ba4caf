"""Files of labels and of a reading, compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from luoshi.service import Service, rows_of, score_files

TEXT = "全市新增养老床位1200张，增长5.2%。"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A text and its reading as JSON lines."""
    text, read = tmp_path / "报告.txt", tmp_path / "阅读.jsonl"
    text.write_text(TEXT, "utf-8")
    rows = rows_of(Service(date="2025-01-20").read(text))
    read.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return text, read


def test_a_reading_agrees_with_itself(files: tuple[Path, Path]) -> None:
    text, read = files
    scores, misplaced = score_files(read, read, text)
    assert (scores.full_f1, misplaced) == (1, [])


def test_quotes_that_stand_elsewhere_are_told(files: tuple[Path, Path]) -> None:
    text, read = files
    text.write_text("另" + TEXT, "utf-8")
    assert score_files(read, read, text)[1]


@pytest.mark.parametrize("missing", ["gold", "reading", "text"])
def test_a_file_that_is_not_there_is_named(missing: str, files: tuple[Path, Path], tmp_path: Path) -> None:
    text, read = files
    none = tmp_path / "没有.jsonl"
    named = {"gold": read, "reading": read, "text": text} | {missing: none}
    with pytest.raises(ValueError, match=r"没有\.jsonl"):
        score_files(**named)
