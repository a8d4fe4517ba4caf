"""Lines in Chinese and English, told in one of the two: ``达到 / reach ≥ 7: 4.9``, ``没有找到。 Nothing.``"""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["zh", "en"]

# The Chinese, the English, and what follows for both: signs, numbers, or what a colon announces.
_LINE = re.compile(
    r"(?P<zh>[^()]*?) / (?P<en>[A-Za-z].*?)(?P<rest>: .*| [≥≤<>±=−(越].*| (?!\d{4}-\d\d)[\d.]+(?![^:]*[a-z]).*)?", re.S
)
_ASIDE = re.compile(r"\(([^()/]*?) / ([^()/]*?)(: [^()]*)?\)")
_SENTENCES = re.compile(r"(.*[。！？]) ([A-Z].*)", re.S)
_OF = re.compile(r" 等 (\d+) 个 / of \d+")
#: Words that stand in lines beside their English.
_PAIRS = (
    ("相差", "they differ by"), ("容差", "tolerance"), ("越低越好", "less is better"), ("四舍五入", "rounded"),
    ("原文有此数", "the number stands there"),
    ("累计增速", "compounded"), ("年均增速", "yearly average"), ("上调", "raised"), ("下调", "lowered"),
    ("另说", "also stated"), ("预计数", "an expected value"), ("预计", "forecast"), ("进度", "so far"),
    ("城镇与农村", "town and country"),
)  # fmt: skip


def in_language(words: str, language: Language) -> str:
    """A line for people in one language; a line of one alone stays as it is."""
    chinese = language == "zh"
    for pair in _PAIRS:
        words = words.replace(" ".join(pair), pair[0 if chinese else 1])
    words = _OF.sub(r" 等 \1 个" if chinese else r" of \1", words)
    words = _ASIDE.sub(lambda found: f"({found[1 if chinese else 2]}{found[3] or ''})", words)
    if sentences := _SENTENCES.fullmatch(words):
        return sentences[1 if chinese else 2]
    if line := _LINE.fullmatch(words):
        return line["zh" if chinese else "en"] + (line["rest"] or "")
    return words
