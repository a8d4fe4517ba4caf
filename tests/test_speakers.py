"""Speakers: who speaks before a verb of speech, or whom it leaves out."""

from __future__ import annotations

import pytest
from speech_texts import examples_of, told


@pytest.mark.parametrize(("text", "expected"), examples_of("speakers"))
def test_example(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前不久召开的全省水利工作会议提出，大坝要加固。", "全省水利工作会议 indirect 大坝要加固。"),
        ("据临澜电视台报道，大桥合龙。", "临澜电视台 indirect 大桥合龙。"),
        ("市长方敏来到市场，听取工作人员汇报后要求，秤要准。", "方敏 indirect 秤要准。"),
        ("据报道，大桥合龙。", ""),
        ("构建发布、解读、回应“三位一体”的格局。", ""),
        ("实现事项告知承诺“全覆盖”。", ""),
    ],
)
def test_who_speaks(text: str, expected: str) -> None:
    assert told(text) == expected
