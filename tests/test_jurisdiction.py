"""Jurisdiction: document → the place that it is about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.places import Place
from luoshi.language.rules import RULES
from luoshi.reading.jurisdiction import jurisdiction
from luoshi.reading.outline import outline
from luoshi.records import Document

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
RULE_EXAMPLES = [
    example for rule in RULES.values() if rule.module == "luoshi.reading.jurisdiction" for example in rule.examples
]


def of(text: str, **about: str) -> Place | None:
    document = Document("", text, **about)
    return jurisdiction(outline(document), document)


@pytest.mark.parametrize(("text", "name"), RULE_EXAMPLES)
def test_the_rules_examples(text: str, name: str) -> None:
    found = of(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("关于红河州2025年预算执行情况的报告\n各位代表：", "红河哈尼族彝族自治州", "532500"),
        ("现在，我代表上海市人民政府，向大会报告。全市生产总值增长5%。", "上海市", "310000"),
        ("各位代表：\n现在，我代表国务院报告工作。", "中国", "100000"),
        ("□青岛日报/新海记者 方敏\n全国粮食增产。", "青岛市", "370200"),
        ("全省粮食增产。山东的小麦长势好，山东的玉米也好，青岛次之。", "山东省", "370000"),
        ("我国粮食增产，黑龙江贡献最大。", "中国", "100000"),
        ("关于全州县2025年预算的报告", "全州县", "450324"),
        ("福建省２０２５年预算执行情况\n2025年全省收支情况表", "福建省", "350000"),
    ],
)
def test_the_place_is_found(text: str, name: str, code: str) -> None:
    found = of(text)
    assert found is not None
    assert (found.name, found.code) == (name, code)
    assert text[found.start : found.end] == found.quote


def test_a_stated_place_comes_first() -> None:
    found = of("关于青岛市2025年预算的报告", place="福州")
    assert found is not None
    assert (found.name, found.code, found.start, found.end) == ("福州市", "350100", 0, 0)


def test_a_stated_place_that_is_no_division_keeps_its_name() -> None:
    found = of("全市增长6.5%。", place="临澜市")
    assert found is not None
    assert (found.name, found.code, found.level) == ("临澜市", "", "city")


@pytest.mark.parametrize("name", ["临澜市2024年政府工作报告.txt", "2024年临澜市政府工作报告.docx"])
def test_the_files_name_tells_where_the_text_does_not(name: str) -> None:
    found = of("各位代表：\n现在，我代表市人民政府，向大会报告工作。", name=name)
    assert found is not None
    assert found.name == "临澜市"
    inside = of("各位代表：\n现在，我代表上海市人民政府，向大会报告工作。", name=name)
    assert inside is not None
    assert inside.name == "上海市"


def test_a_title_in_the_metadata_tells() -> None:
    found = of("全市增长6.5%。", title="关于福州市2025年预算的报告")
    assert found is not None
    assert found.code == "350100"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "学校新建了两栋楼。",
        "\n\n",
        "2025年全省一般公共预算收入执行情况表",
        "关于市本级2025年预算的说明",
        "本报讯 记者从市财政局获悉，前三季度收入增长5%。",
        "今年的报告由市财政局局长沈雁秋所作。",
    ],
)
def test_a_text_that_does_not_say_has_none(text: str) -> None:
    assert of(text) is None


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    found = of(text)
    assert found is None or found.name


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled texts are not here")
def test_the_labelled_texts() -> None:
    stated = json.loads((GOLD / "meta.json").read_text("utf-8"))
    for name, about in stated.items():
        found = of((GOLD / f"{name}.txt").read_bytes().decode("utf-8"))
        assert found is not None, name
        assert found.name == about["place"], name
