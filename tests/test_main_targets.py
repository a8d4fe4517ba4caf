"""The main targets of the years 2012 to 2019: each found, with its bounds, qualifier and year."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from luoshi.reading.notation import notation

TOOL = runpy.run_path(str(Path(__file__).resolve().parents[1] / "tools" / "main_targets.py"))
REPORTS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "national"

GROWTH = "国内生产总值 growth+"
PRICES = "居民消费价格 growth+"
JOBS = "城镇新增就业 level"
REGISTERED = "城镇登记失业率 level"
SURVEYED = "城镇调查失业率 level"
ENERGY = "单位国内生产总值能耗 growth-"

# Read by eye from the reports: what is measured, the value with its mark for qualifier, the unit.
TARGETS = {
    2012: [f"{GROWTH} 7.5%", f"{JOBS} >9000000人", f"{REGISTERED} <4.6%", f"{PRICES} ~4%", "进出口总额 growth+ ~10%"],
    2013: [f"{GROWTH} ~7.5%", f"{PRICES} ~3.5%", f"{JOBS} >9000000人", f"{REGISTERED} <4.6%"],
    2014: [f"{GROWTH} ~7.5%", f"{PRICES} ~3.5%", f"{JOBS} >10000000人", f"{REGISTERED} <4.6%"],
    2015: [
        f"{GROWTH} ~7%",
        f"{PRICES} ~3%",
        f"{JOBS} >10000000人",
        f"{REGISTERED} <4.5%",
        "进出口 growth+ ~6%",
        "能耗强度 growth- >3.1%",
    ],
    2016: [f"{GROWTH} 6.5–7%", f"{PRICES} ~3%", f"{JOBS} >10000000人", f"{REGISTERED} <4.5%", f"{ENERGY} >3.4%"],
    2017: [f"{GROWTH} ~6.5%", f"{PRICES} ~3%", f"{JOBS} >11000000人", f"{REGISTERED} <4.5%", f"{ENERGY} >3.4%"],
    2018: [
        f"{GROWTH} ~6.5%",
        f"{PRICES} ~3%",
        f"{JOBS} >11000000人",
        f"{SURVEYED} <5.5%",
        f"{REGISTERED} <4.5%",
        f"{ENERGY} >3%",
    ],
    2019: [
        f"{GROWTH} 6–6.5%",
        f"{JOBS} >11000000人",
        f"{SURVEYED} ~5.5%",
        f"{REGISTERED} <4.5%",
        f"{PRICES} ~3%",
        "农村贫困人口 change- >10000000人",
        f"{ENERGY} ~3%",
    ],
}


@pytest.mark.parametrize("year", TARGETS)
def test_every_main_target_of_the_year_is_read(year: int) -> None:
    path = REPORTS / f"{year}.txt"
    if not path.exists():
        pytest.skip("the national reports are not beside the project")
    assert [notation(figure) for figure in TOOL["main_targets"](path)] == [
        f"{one} {year} target" for one in TARGETS[year]
    ]
