"""Reports of the invented city 临澜市 that tell of projects, year by year, with the records made by hand."""

from __future__ import annotations

from typing import Any

from ledger_readings import document, reading

from luoshi.records import Project, Reading, Stage


def mention(text: str, quote: str, stage: Stage, **fields: Any) -> Project:
    """A mention of a project whose quote stands in ``text``."""
    start = text.index(quote)
    return Project(quote=quote, start=start, end=start + len(quote), **({"name": quote, "stage": stage} | fields))


def told(year: int, text: str, *said: tuple[str, Stage, bool], **fields: Any) -> Reading:
    """The report of a year: quote, stage and whether it is still to come of each project in its text."""
    projects = tuple(mention(text, quote, stage, ahead=ahead) for quote, stage, ahead in said)
    return reading(document(text, name=f"{year}.txt"), date=f"{year}-01-10", projects=projects, **fields)


def years() -> list[Reading]:
    """A bridge told in four of seven years under three names, a line's two sections, two phases of a plant."""
    return [
        told(2019, "谋划临澜湾跨海通道。", ("临澜湾跨海通道", "planned", True)),
        told(
            2020,
            "开工建设跨海通道、3号线北段和白螺电厂一期。",
            ("跨海通道", "start", True),
            ("3号线北段", "start", True),
            ("白螺电厂一期", "start", True),
        ),
        told(
            2021,
            "白螺电厂一期建成，二期启动。通道工程主塔完工。",
            ("白螺电厂一期", "done", False),
            ("通道工程主塔", "done", False),
        ),
        told(2022, "今年种树。"),
        told(2023, "白螺电厂二期、4号线加快建设。", ("白螺电厂二期", "going on", False), ("4号线", "going on", False)),
        told(
            2024,
            "临澜湾跨海通道建成通车。3号线南段开工。",
            ("临澜湾跨海通道", "done", False),
            ("3号线南段", "start", False),
        ),
        told(2025, "今年种花。"),
    ]
