"""The records of a document, as ``luoshi read`` shows them."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from luoshi import service
from luoshi.records import Reading
from luoshi.service import one_line
from luoshi.service.wording import ACTS, KINDS, STATUSES, stage_words, value
from luoshi.ways.cli.tables.grid import Column, first_of, grid
from luoshi.ways.cli.terminal import screen


def show_reading(whole: Reading, kind: str, indicator: str, show_all: bool) -> None:
    """How many records a document has of each kind, then a table for each; only those of a kind and an indicator.

    Of many the first are shown, but with ``show_all``.
    """
    out = screen()
    counts = Counter(record.kind for record in whole)
    reading = service.asked_of(whole, kind, indicator)
    out.print(Text.assemble((reading.document.name, "bold"), f"  {reading.title}"))
    out.print(Text(f"日期 date {reading.date or '—'}  地区 place {reading.place or '—'} {reading.place_code}".rstrip()))
    told = " · ".join(f"{KINDS[each]} {counts[each]}" for each in KINDS if counts[each])
    out.print(Text(told or "没有记录 no records"))
    for title, columns, rows in _tables(reading):
        if rows:
            out.print(grid(f"{title} ({len(rows)})", columns, first_of(rows, show_all)))


def _tables(reading: Reading) -> list[tuple[str, list[Column], list[list[str]]]]:
    """A table for each kind of record: its title, its columns and a row for each record."""
    return [
        (
            "文章 articles",
            ["标题 headline", "署名 byline", ("起 start", "right"), ("止 end", "right")],
            [[one_line(a.headline), "、".join(a.byline), str(a.start), str(a.end)] for a in reading.articles],
        ),
        (
            "数据 figures",
            ["指标 indicator", ("数值 value", "right"), "期间 period", "状态 status", "地区 place", "原文 quote"],
            [
                [
                    f.indicator,
                    value(f.low, f.high, f.unit, f.measure, f.sign, f.qualifier, f.quote),
                    f.period,
                    STATUSES[f.status],
                    f.place,
                    one_line(f.quote),
                ]
                for f in reading.figures
            ],
        ),
        (
            "任务 commitments",
            ["责任单位 actor", "内容 words", "期限 deadline"],
            [[c.actor, one_line(c.quote), c.deadline] for c in reading.commitments],
        ),
        (
            "发言 statements",
            ["发言人 speaker", "内容 words"],
            [[s.speaker, one_line(s.quote)] for s in reading.statements],
        ),
        (
            "任职 posts",
            ["姓名 person", "单位 organisation", "职务 posts"],
            [[o.person, o.organisation, "、".join(o.posts)] for o in reading.offices],
        ),
        (
            "提法 set phrases",
            ["提法 phrase", "中心词 head", "使用者 user"],
            [[f.phrase, f.head, f.user] for f in reading.formulations],
        ),
        (
            "活动 events",
            ["种类 kind", "时间 period", "谁 actors", "何处 places", "内容 words"],
            [
                [ACTS[e.act], e.period, "、".join(e.actors), "、".join(e.places), one_line(e.quote)]
                for e in reading.events
            ],
        ),
        (
            "项目 projects",
            ["名称 name", "阶段 stage", "时间 period", "单位 body", "原文 quote"],
            [[p.name, stage_words(p.stage, p.ahead), p.period, p.body, one_line(p.quote)] for p in reading.projects],
        ),
    ]
