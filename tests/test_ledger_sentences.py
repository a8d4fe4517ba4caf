"""Texts in pieces of about a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.ledger.sentences import sentence_spans


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\u3000\n", []),
        ("收入增长。支出下降！", ["收入增长。", "支出下降！"]),
        ("他说：“我们做到了。”大家鼓掌。", ["他说：“我们做到了。”", "大家鼓掌。"]),
        ("一、工作回顾\n过去一年收入增长。", ["一、工作回顾", "过去一年收入增长。"]),
        ("项目 合计\n税收收入 12\n非税收入 3\n", ["项目 合计", "税收收入 12", "非税收入 3"]),
        ("成绩的取\n\n得来之不易，靠的是全市上下", ["成绩的取", "得来之不易，靠的是全市上下"]),
        ("开局良好。这些成绩的取\n\n得来之不易。", ["开局良好。", "这些成绩的取\n\n得来之不易。"]),
        (
            "临澜市全年一般公共预算收入完成一百八十二亿元，\r\n增长百分之四。",
            ["临澜市全年一般公共预算收入完成一百八十二亿元，\r\n增长百分之四。"],
        ),
        (
            "临澜市全年建成的口袋公园和绿道总数达到三百\n\u3000\u3000另起一段。",
            ["临澜市全年建成的口袋公园和绿道总数达到三百", "另起一段。"],
        ),
        ("  收入\u3000。  \n", ["收入\u3000。"]),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_very_long_sentence_is_cut_at_a_comma() -> None:
    text = "，".join(["建设绿道" * 5] * 100)
    found = pieces(text)
    assert "".join(found) == text
    assert all(len(piece) <= 600 for piece in found)
    assert all(piece.endswith("，") for piece in found[:-1])


@given(st.text(st.sampled_from("收入，。！？”\n\r \u3000一、（）1.a"), max_size=200) | st.text(max_size=80))
def test_pieces_are_in_order_and_leave_out_only_space(text: str) -> None:
    spans = sentence_spans(text)
    at = 0
    for start, end in spans:
        assert not text[at:start].strip()
        assert start < end
        assert text[start:end].strip()
        at = end
    assert not text[at:].strip()
