"""Short names that lack their owner get it from what the text has brought up."""

from __future__ import annotations

import luoshi
from luoshi.reading.restored_owners import owned_by


def _names(text: str, date: str = "2024-05-10") -> dict[str, str]:
    reading = luoshi.read(text, date=date, place="临澜市")
    return {figure.quote: figure.indicator for figure in reading.figures}


_NEWS = "### 临澜跨江大桥通车\n\n本报讯（记者 白荻）"


def test_a_work_that_the_sentence_speaks_of_owns_its_properties() -> None:
    """Each measure of a work is told with the work's name."""
    names = _names(_NEWS + "昨天（5月9日），临澜跨江大桥正式通车，全长3.2公里，设计时速80公里。\n")
    assert names["3.2公里"].startswith("临澜跨江大桥")
    assert names["80公里"].startswith("临澜跨江大桥")


def test_a_zone_owns_what_its_sentence_tells_later() -> None:
    """What a customs office says of a zone is the zone's, and no property of the office."""
    names = _names(_NEWS + "据临澜海关统计，前4个月，东屿自贸试验区进出口值44亿元，货值12亿元。\n")
    assert names["12亿元"] == "东屿自贸试验区货值"


def test_what_stands_for_the_owner_gives_way_to_its_name() -> None:
    """该工程 and a kind alone are replaced by the work named before, an end told twice is told once."""
    assert owned_by("东屿河整治工程", "该工程全长") == "东屿河整治工程全长"
    assert owned_by("东屿大桥", "大桥全长") == "东屿大桥全长"
    assert owned_by("东屿水库", "总投资") == "东屿水库总投资"


def test_who_reports_a_figure_does_not_own_it() -> None:
    """A body that only says something is no owner of what it speaks of."""
    names = _names(_NEWS + "据临澜海关统计，前4个月，货值达到44亿元。\n临澜市气象局10日称，雨量达到30毫米。\n")
    assert not any("海关" in name or "气象局" in name for name in names.values())


def test_a_name_that_is_complete_stays() -> None:
    """A known indicator, and a longer name, are told as they stand."""
    names = _names("临澜国际机场二期工程加快建设。全市居民人均可支配收入23000元，新能源汽车充电桩3200个。\n")
    assert names["23000元"] == "居民人均可支配收入"
    assert "机场" not in names["3200个"]


def test_a_report_keeps_its_short_names() -> None:
    """In a report of a year what is named briefly is the place's."""
    report = "临澜市2023年政府工作报告\n\n一、2023年工作回顾\n东屿水库工程加快建设。新增学位3000个，改造管网42公里。\n"
    names = _names(report, "2024-01-20")
    assert not any(name.startswith("东屿水库") for name in names.values())
