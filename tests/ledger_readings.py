"""Readings made by hand for the ledger's tests: documents of the invented city 临澜市 and what they say."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from luoshi.records import Commitment, Document, Figure, Office, Reading, Statement

PLACE = "临澜市"

REPORT = (
    "临澜市人民政府工作报告\n"
    "过去一年，一般公共预算收入完成182.4亿元，市本级一般公共预算收入完成61亿元，城镇新增就业3.2万人。\n"
    "今年的目标是：一般公共预算收入达到190亿元以上，城镇登记失业率控制在4.5%以内。\n"
    "市数据局将在年底前建成“一码通办”平台。局长纪闻澜说：“群众少跑一趟，我们多想一步。”\n"
)


def document(text: str = REPORT, **fields: Any) -> Document:
    """A document whose id follows from its text."""
    return Document(id=hashlib.sha256(text.encode()).hexdigest(), text=text, **({"name": "报告.txt"} | fields))


def figure(text: str, quote: str, indicator: str, value: str, **fields: Any) -> Figure:
    """A figure whose quote stands in ``text``; a plain level of 2024 in 元 unless ``fields`` say otherwise."""
    start = text.index(quote)
    number = Decimal(value)
    usual: dict[str, Any] = {
        "measure": "level",
        "sign": None,
        "low": number,
        "high": number,
        "qualifier": "exact",
        "unit": "元",
        "period": "2024",
        "status": "actual",
        "rule": "value after its head",
    }
    return Figure(quote=quote, start=start, end=start + len(quote), indicator=indicator, **(usual | fields))


def reading(source: Document | None = None, **fields: Any) -> Reading:
    """A reading of ``source`` by reader 1 on a day of January 2025 in 临澜市."""
    usual: dict[str, Any] = {"reader": "1", "date": "2025-01-10", "place": PLACE}
    return Reading(document=source or document(), **(usual | fields))


def report(**fields: Any) -> Reading:
    """:data:`REPORT` with all that it says."""
    text = REPORT
    plan = "市数据局将在年底前建成“一码通办”平台"
    speech = "群众少跑一趟，我们多想一步。"
    person = "局长纪闻澜"
    usual: dict[str, Any] = {
        "figures": (
            figure(text, "182.4亿元", "一般公共预算收入", "18240000000"),
            figure(text, "61亿元", "市本级一般公共预算收入", "6100000000"),
            figure(text, "3.2万人", "城镇新增就业", "32000", unit="人"),
            figure(
                text,
                "190亿元以上",
                "一般公共预算收入",
                "19000000000",
                high=None,
                qualifier="over",
                period="2025",
                status="target",
            ),
            figure(
                text,
                "4.5%以内",
                "城镇登记失业率",
                "4.5",
                low=None,
                qualifier="under",
                unit="%",
                period="2025",
                status="target",
            ),
        ),
        "commitments": (
            Commitment(quote=plan, start=text.index(plan), end=text.index(plan) + len(plan), actor="市数据局"),
        ),
        "statements": (
            Statement(
                quote=speech,
                start=text.index(speech),
                end=text.index(speech) + len(speech),
                speaker="纪闻澜",
                mode="direct",
            ),
        ),
        "offices": (
            Office(
                quote=person,
                start=text.index(person),
                end=text.index(person) + len(person),
                person="纪闻澜",
                organisation="市数据局",
                posts=("局长",),
            ),
        ),
    }
    return reading(document(), **(usual | fields))


def yearly(year: int, value: str, name: str = "一般公共预算收入", **fields: Any) -> Reading:
    """A short document that reports one value of ``year`` in January of the year after."""
    text = f"{year}年，{name}为{value}元。"
    told = figure(text, f"{value}元", name, value, period=str(year), **fields)
    return reading(document(text, name=f"{year}.txt"), date=f"{year + 1}-01-15", figures=(told,))
