"""The day that a document is of: from its masthead, its head lines, or the days it names."""

from __future__ import annotations

import re

from luoshi.language.times import Anchor, scan
from luoshi.patterns import late
from luoshi.reading.outline import Outline
from luoshi.records import Document

_HEAD_BLOCKS = 40
_YEAR_NAME = late(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_REVIEW = late(r"(?:^|、|）)((?:19|20)\d\d)年(?:政府)?工作(?:的)?(?:简要)?回顾")
_PLAN = late(
    r"(?:^|、|）|对)((?:19|20)\d\d)年(?:政府|经济社会发展|工作)?(?:的)?(?:工作|主要任务|重点任务|重点工作|总体|主要目标|目标任务|预期目标)"
)
# A budget's title names the year carried out and the year planned: 2024年预算执行情况和2025年预算草案.
_BUDGET = late(
    r"[2２][0０]\d\d年[^，。；\d]{0,16}?预算[^，。；\d]{0,6}执行情况[^，。；\d]{1,12}([2２][0０]\d\d)年[^，。；\d]{0,16}?预算"
)
_FRONT_MATTER = late(r"---\n([\s\S]{0,600}?)\n---\n")  # of a Markdown file: its title and the like
_TITLE_DAY = late(r"[（(]((?:19|20)\d\d年\d{1,2}月\d{1,2}日)[^（()）]{0,12}[）)]")
_REPORT = late(r"各位代表[：:，]|向大会(?:报告|作).{0,6}工作|政府工作报告")
_NAME = late(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


def document_date(outline: Outline, document: Document) -> str:
    """The document's ISO day, ``""`` where nothing says it.

    Looks, in this order, at a short line near the top that is a day (2026年3月31日, a day with the meeting at which
    a report was given, 发布日期：…), at a day in the brackets of its title, at the articles' own dates, and at the
    file's name.
    """
    for block in outline.blocks[:_HEAD_BLOCKS]:
        words = block.passage.text
        if len(words) > 60 or block.kind == "table":
            continue
        for time in scan(words, Anchor()):
            if time.kind == "day" and len(time.period) == 10 and time.role == "absolute":
                alone = len(words) - (time.end - time.start) <= 24
                if alone or re.search(r"发布|日期|会议上", words):
                    return time.period
    matter = _FRONT_MATTER.match(document.text)
    titled = _TITLE_DAY.search(document.title) or (_TITLE_DAY.search(matter[1]) if matter else None)
    if titled:
        return next((time.period for time in scan(titled[1], Anchor()) if time.kind == "day"), "")
    dates = [date for date in outline.dates if date]
    if dates:
        return max(dates)
    named = _NAME.search(document.name)
    if named and "01" <= named.group(2) <= "12" and "01" <= named.group(3) <= "31":
        return "-".join(named.groups())
    datelines = [article.dateline for article in outline.articles if article.dateline]
    return max(datelines) if datelines else ""


def reporting_year(outline: Outline, document: Document) -> str:
    """The year that a work report or a budget without a date was given in, ``""`` for what is neither.

    A report looks back on one year and plans the next: 一、2024年工作回顾 is of 2025, 二、2025年主要任务 too, and so
    is a budget whose title says 2024年预算执行情况和2025年预算草案. Where a report's headings name no year
    (一、过去五年工作回顾) the file's name may.
    """
    head = "".join(block.passage.text for block in outline.blocks[:12])
    budget = _BUDGET.search(document.title) or _BUDGET.search(head)
    if budget:
        return str(int(budget.group(1)))
    headings = [block.passage.text for block in outline.blocks if block.kind == "heading" and block.level == 1]
    for heading in headings:
        review = _REVIEW.search(heading)
        if review:
            return str(int(review.group(1)) + 1)
    for heading in headings:
        plan = _PLAN.search(heading)
        if plan:
            return plan.group(1)
    named = _YEAR_NAME.findall(document.name)
    return named[-1] if named and _REPORT.search(head) else ""
