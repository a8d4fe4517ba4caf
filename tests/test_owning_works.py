"""Properties of a work told without its name."""

from __future__ import annotations

import pytest

from luoshi.reading import read

NEWS = "本报讯（记者 方敏）{}\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "昨天上午，西岭大道东延工程在青石镇举行开工仪式。该工程西起环城路，东至高铁东站，全长8.6公里，总投资14.3亿元。",
            ["西岭大道东延工程全长", "西岭大道东延工程总投资"],
        ),
        ("南塘妇幼医院新院区9月启用，新增床位600张。", ["南塘妇幼医院新院区新增床位"]),
        ("在岚山县青箬湾抽水蓄能电站施工现场，塔吊林立。该项目总投资86.4亿元。", ["岚山县青箬湾抽水蓄能电站总投资"]),
    ],
)
def test_a_property_is_that_of_the_work_named_last(text: str, names: list[str]) -> None:
    figures = read(NEWS.format(text), date="2025-10-11", place="临澜市").figures
    assert [one.indicator for one in figures] == names


@pytest.mark.parametrize(
    "text",
    [
        "市级算力中心开工建设。扩建幼儿园，新增学位9000个。",  # a centre for computing has no places for pupils
        "本届展会共签约项目，总投资792.6亿元。",  # a count of works
    ],
)
def test_what_is_no_works_property_stays_alone(text: str) -> None:
    (figure,) = read(NEWS.format(text), date="2025-10-11", place="临澜市").figures
    assert "中心" not in figure.indicator
    assert "共签约" not in figure.indicator


def test_a_report_passes_from_works_to_sums_of_many() -> None:
    text = "政府工作报告\n各位代表：\n南塘防洪工程加快建设。抓好464个重大项目，完成投资460亿元。\n"
    assert not any("防洪" in one.indicator for one in read(text, date="2025-01-20", place="临澜市").figures)
