"""Labels and a reading that stand in files, compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from luoshi.score import Scores, load, misplaced, score


def score_files(gold: Path, reading: Path, text: Path | None = None) -> tuple[Scores, list[Any]]:
    """The scores of a reading against labels, and its records whose quote is not at its place in ``text``.

    Both are files of JSON lines. ``ValueError`` with a line for people where a file can't be read or holds no records.
    """
    try:
        labels, read = load(gold), load(reading)
        if text is None:
            return score(labels, read), []
        with text.open(encoding="utf-8", newline="") as file:
            return score(labels, read), misplaced(file.read(), read)
    except OSError as error:
        raise ValueError(f"{error.filename}：读不了 / can't be read: {error.strerror}") from error
