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


def test_a_meeting_spoken_at_is_meant_where_no_other_is_held() -> None:
    spoken_at = "市教育局局长方敏谈在中央农村工作会议上的体会。"
    told_of = [text.split(" indirect ")[0] for text in told(f"{spoken_at}\n会议强调，粮食要稳。").split(" / ")]
    assert told_of == ["中央农村工作会议"]
    assert told(f"国务院常务会议召开。{spoken_at}\n会议强调，粮食要稳。") == "国务院常务会议 indirect 粮食要稳。"


@pytest.mark.parametrize("noun", ["对救援队予以勉励，航道恢复通行。", "货轮遭到多方谴责，航道恢复通行。"])
def test_a_verb_of_speech_that_somebody_is_given_is_a_noun(noun: str) -> None:
    assert told(f"市水务局局长何立诚到港。{noun}") == ""


def test_whose_side_it_is_speaks_of_itself() -> None:
    text = "市教育局局长方敏表示，校车够用。我方始终认为，孩子要多睡。"
    assert told(text) == "方敏 indirect 校车够用。我方始终认为，孩子要多睡。"
