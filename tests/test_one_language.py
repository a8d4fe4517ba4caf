"""Lines in Chinese and English, told in one of the two."""

from __future__ import annotations

import pytest

from luoshi.service.one_language import in_language


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        ("达到 / reach ≥ 7: 4.9", "达到 ≥ 7: 4.9", "reach ≥ 7: 4.9"),
        ("左右 / about ±0.5 ≥ 5.5: 5.2", "左右 ±0.5 ≥ 5.5: 5.2", "about ±0.5 ≥ 5.5: 5.2"),
        ("达到 / reach 越低越好 less is better, ≤ 3: 2", "达到 越低越好, ≤ 3: 2", "reach less is better, ≤ 3: 2"),
        (
            "达到 / reach ≥ 7: 4.9 (由2024年 99亿 推算 / from two levels: 5 − 3)",
            "达到 ≥ 7: 4.9 (由2024年 99亿 推算: 5 − 3)",
            "reach ≥ 7: 4.9 (from two levels: 5 − 3)",
        ),
        ("期限已过 / past its deadline 2025-06-30, going on", "期限已过", "past its deadline 2025-06-30, going on"),
        (
            "690.2亿元 ≠ 688.9亿元: 相差 they differ by 2.3亿元",
            "690.2亿元 ≠ 688.9亿元: 相差 2.3亿元",
            "690.2亿元 ≠ 688.9亿元: they differ by 2.3亿元",
        ),
        ("6月30日销号：完工 / closed by 苏问渠", "6月30日销号：完工", "closed by 苏问渠"),
        ("后文称已完成 / it is done: ab:sentence-1-2", "后文称已完成: ab:sentence-1-2", "it is done: ab:sentence-1-2"),
        ("没有找到。 Nothing was found.", "没有找到。", "Nothing was found."),
        ("72亿 ≠ 99亿: 容差 tolerance 15", "72亿 ≠ 99亿: 容差 15", "72亿 ≠ 99亿: tolerance 15"),
        ("6.9: 不能作 low 的值 / is no value for low", "6.9: 不能作 low 的值", "is no value for low"),
        (
            "完成 36.7%，时间已过 56.9% / reached 36.7 % with 56.9 % of the time gone",
            "完成 36.7%，时间已过 56.9%",
            "reached 36.7 % with 56.9 % of the time gone",
        ),
        ("与公报核对", "与公报核对", "与公报核对"),
    ],
)
def test_a_line_is_told_in_one_language(words: str, chinese: str, english: str) -> None:
    assert in_language(words, "zh") == chinese
    assert in_language(words, "en") == english
