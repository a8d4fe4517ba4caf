"""Speech without a mark behind its verb: who speaks, and where what is told begins and ends."""

from __future__ import annotations

import pytest
from speech_texts import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市教育局局长方敏提醒家长不要乘坐无牌车辆。", "方敏 indirect 家长不要乘坐无牌车辆。"),
        ("市教育局局长方敏宣布从秋季起全市取消大班额。", "方敏 indirect 从秋季起全市取消大班额。"),
        ("副市长何立诚宣布开幕。", ""),
        ("市教育局局长方敏提出三点要求：一要管好校车，二要管好食堂。", "方敏 indirect 一要管好校车，二要管好食堂。"),
        ("市教育局局长方敏到会，听取汇报后要求校车天天检查。", "方敏 indirect 校车天天检查。"),
        (
            "市教育局局长方敏强调，要建好学校；表示将再建两所学校。",
            "方敏 indirect 要建好学校 / 方敏 indirect 将再建两所学校。",
        ),
        ("市教育局局长方敏希望学校早日开学。广场上掌声响起。", "方敏 indirect 学校早日开学。"),
        ("东屿军方称击落三架无人机。", "东屿军方 indirect 击落三架无人机。"),
        ("市教育局局长方敏说话慢条斯理。", ""),
        ("市教育局局长方敏称赞孩子们干得漂亮。", ""),
        ("市教育局局长方敏掰着指头算：一年省下八万元。", "方敏 indirect 一年省下八万元。"),
        ("市教育局局长方敏的日程排得满：上午到一中，下午到二中。", ""),
    ],
)
def test_speech(text: str, expected: str) -> None:
    assert told(text) == expected
