"""Figures of a table: each cell with a number, named by its row and its column.

    表3 2025年规模以上工业企业主要产品产量
    | 产品名称 | 单位 | 产量  | 比上年增长(%) |
    | 啤酒     | 万千升 | 5.29 | 11.5 |      规模以上工业企业啤酒产量: 5.29万千升, and its growth, 11.5 %

The unit stands in the column's head, in a column of its own, or in the caption (单位：万元); a row under
其中 or set in further than the row above is a part of that row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from luoshi.knowledge.indicators import identify
from luoshi.language import quantities as quantity_layer
from luoshi.language import times as time_layer
from luoshi.language.passage import Passage
from luoshi.language.numerals import plain
from luoshi.language.rules import rule
from luoshi.language.times import Anchor
from luoshi.reading import names
from luoshi.reading.frames import Frame
from luoshi.reading.outline import Block, Cell, Table
from luoshi.records import Figure, Measure, Qualifier, Span, Status

_NUMBER = re.compile(r"^[-－−+]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$|^[-－−+]?\d+(?:\.\d+)?$")
_PERCENT_CELL = re.compile(r"^[-－−+]?\d+(?:\.\d+)?[%％]$")
_UNIT = re.compile(r"[（(]\s*(?:单位[:：])?\s*([^（）()]{1,10}?)\s*[）)]")
_CAPTION_UNIT = re.compile(r"单位[:：]\s*([^，,；;）)\s]{1,8})")
_GROWTH = re.compile(r"增长|增减|增幅|增速|涨跌|涨幅|同比|比上年|较上年|比去年|环比|±")
_SHARE = re.compile(r"比重|占比|比例|构成|结构")
_BUDGET_SHARE = re.compile(
    r"(?:完成|占|为)?(?:调整)?预算(?:数)?的?(?:%|％|比例|百分比)|完成(?:预算)?(?:%|％|比例|进度)|执行率"
)
_LABEL = re.compile(
    r"^(?:指标|项目|项目名称|名称|产品名称|产品|类别|类\s*别|分类|行业|地区|科目|科目名称|预算科目|功能科目|单位名称|区域|品种|内容|收入项目|支出项目|商品名称|序号|项)$"
)
_PLAIN_HEAD = re.compile(
    r"^(?:绝对数|绝对额|金额|数量|数值|总量|数额|合计|收入合计|支出合计|指标值|数据|值|全年|年末数|本年|实际|总计|全市|累计|规模|执行数|决算数|完成数|预算数|调整预算数|年初预算数?|预算|上年决算数|上年执行数|备注|小计|市区|全国|全省)?$"
)
_MARKS = re.compile(r"^(?:其中[：:]?|[＃#*＊·•]+|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|①|②|③|④)+")
_PARTIAL = re.compile(
    r"^(?:[春夏秋冬]收|[春夏秋冬]粮|早稻|中稻|晚稻|城镇|农村|男性?|女性?|内销|外销|住宅|国内|国外|入境|境内|境外|人民币|外币|本期|新增|市区|县城|乡村|公办|民办|一般贸易|加工贸易|其他)$"
)
_USED = re.compile(r"调入|调出|安排|补充|动用")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's head says: the words it adds to a row's name, the unit, the measure, the period."""

    words: str
    unit: str
    measure: Measure
    period: str
    status: Status | None


@rule(
    "table cell",
    "A cell with a number, named by its row and its column, its unit from head, caption or a column of its own.",
    ("表1 2024年主要产品产量\n| 产品名称 | 单位 | 产量 | 比上年增长(%) |\n| 啤酒 | 万千升 | 5.29 | -1.5 |",
     "啤酒产量 level 52900000升 2024 actual; 啤酒产量 growth- 1.5% 2024 actual"),
)  # fmt: skip
def figures(block: Block, text: str, date: str, frame: Frame) -> list[Figure]:
    """The figures of a table block, in the order of its cells."""
    table = block.table
    if table is None:
        return []
    caption = table.caption.text if table.caption is not None else ""
    heads = _head_rows(table)
    period, period_span = _caption_period(table, caption, text, date, frame)
    width = max((len(row) for row in table.rows), default=0)
    columns = _inherit([_column(table, heads, index, caption, date, frame) for index in range(width)])
    unit_column = next((i for i, c in enumerate(columns) if c is not None and c.words == "单位"), None)
    scope, subject, fund = _caption_scope(caption, frame)
    out: list[Figure] = []
    parents: list[tuple[int, str]] = []
    for row, indent in list(zip(table.rows, table.indents, strict=True))[heads:]:
        label_cell = next((cell for cell in row if cell.text and not _numeric(cell.text)), None)
        if label_cell is None:
            continue
        label, part = _label(label_cell.text)
        depth = indent + (1 if part else 0)
        while parents and parents[-1][0] >= depth:
            parents.pop()
        parent = parents[-1][1] if parents else ""
        if not part and "其中" not in label_cell.text:
            parents.append((depth, label))
        elif part:
            parents.append((depth, label))
        for index, cell in enumerate(row):
            column = columns[index] if index < len(columns) else None
            if column is None or index == unit_column or not (_numeric(cell.text) or _PERCENT_CELL.match(cell.text)):
                continue
            unit = column.unit
            if not unit and unit_column is not None and unit_column < len(row):
                unit = row[unit_column].text
            figure = _cell(
                cell,
                label,
                parent,
                column,
                unit or _row_unit(label_cell.text) or table.unit,
                scope,
                subject,
                fund,
                text,
            )
            if figure is None:
                continue
            name, measure, sign, low, base_unit = figure
            when = column.period or period
            status = column.status or ("actual" if not when or not date or when[:4] < date[:4] else frame.status)
            out.append(
                Figure(
                    quote=text[cell.start : cell.end],
                    start=cell.start,
                    end=cell.end,
                    rule="table cell",
                    sources=(
                        ("indicator", Span(label_cell.start, label_cell.end, text[label_cell.start : label_cell.end])),
                    )
                    + ((("period", period_span),) if period_span is not None and not column.period else ()),
                    indicator=name,
                    measure=measure,
                    sign=sign,
                    low=low,
                    high=low,
                    qualifier="exact",
                    unit=base_unit,
                    period=when,
                    status=status,
                    concept=identify(name).concept,
                )  # fmt: skip
            )
    return out


def _numeric(words: str) -> bool:
    return bool(_NUMBER.match(words))


def _head_rows(table: Table) -> int:
    """How many rows at the top are heads: those without a number that is no year."""
    for index, row in enumerate(table.rows[:5]):
        if any(_numeric(cell.text) and not re.fullmatch(r"(?:19|20)\d\d", cell.text) for cell in row[1:]) or (
            len(row) == 1 and _numeric(row[0].text)
        ):
            return index
    return min(1, len(table.rows))


def _column(table: Table, heads: int, index: int, caption: str, date: str, frame: Frame) -> Column | None:
    """What the heads over a column say; None for a column of names or notes."""
    words: list[str] = []
    for row in table.rows[:heads]:
        if index < len(row) and row[index].text and row[index].text not in words:
            words.append(row[index].text)
    head = re.sub(r"\s", "", "".join(words))
    if _LABEL.match(head) or head in ("备注", "说明", "编码", "科目编码"):
        return None
    if head in ("单位", "计量单位"):
        return Column("单位", "", "level", "", None)
    unit_match = _UNIT.search(head)
    unit = unit_match.group(1) if unit_match else ""
    if not unit and re.search(r"[%％]", head):
        unit = "%"
    bare = _UNIT.sub("", head).replace("%", "").replace("％", "").strip("：:/")
    period = ""
    status: Status | None = None
    for time in time_layer.scan(bare, Anchor(date, int(frame.period[:4]) if frame.period[:4].isdigit() else None)):
        if (
            time.period
            and not time.quote.endswith("年初")
            and time.role != "base"
            and time.kind in ("year", "month", "months", "point", "quarter", "half")
        ):
            period = time.period
            bare = bare[: time.start] + bare[time.end :]
            break
    if "预算" in bare and "执行" not in bare and "决算" not in bare and not _BUDGET_SHARE.search(head):
        status = "target"
    measure: Measure = "level"
    if _BUDGET_SHARE.search(head):
        measure, bare = "share", "占预算的比例"
        unit = unit or "%"
    elif _GROWTH.search(head) or (unit == "%" and _GROWTH.search(caption) and not _SHARE.search(head)):
        measure = "growth" if unit in ("%", "") else "change"
        unit = unit or "%"
        bare = ""
    elif _SHARE.search(head):
        measure = "share"
        unit = unit or "%"
    if _PLAIN_HEAD.match(bare):
        bare = ""
    return Column(bare, unit, measure, period, status)


def _inherit(columns: list[Column | None]) -> list[Column | None]:
    """Columns of growth named as the level before them: 产量 | 比上年增长(%) is the growth of 产量."""
    measured = ""
    out: list[Column | None] = []
    for column in columns:
        if column is not None and column.measure == "growth" and not column.words:
            column = replace(column, words=measured)
        elif column is not None and column.words != "单位":
            measured = column.words
        out.append(column)
    return out


def _label(words: str) -> tuple[str, bool]:
    """A row's name without its marks, and whether it is a part of the row above (其中：)."""
    bare = re.sub(r"\s", "", words)
    marks = _MARKS.match(bare)
    name = bare[marks.end() :] if marks else bare
    if _row_unit(name):
        name = _UNIT.sub("", name)
    return name.strip("：:、 "), bool(marks and re.match(r"其中|[＃#]", marks.group()))


def _row_unit(label: str) -> str:
    """A unit in brackets at the end of a row's name: 出栏量（万头）."""
    match = _UNIT.search(label)
    return match.group(1) if match and match.end() == len(label) and _factor(match.group(1)) else ""


def _caption_period(table: Table, caption: str, text: str, date: str, frame: Frame) -> tuple[str, Span | None]:
    """The period that the caption names, with its words; else the frame's."""
    if table.caption is not None:
        for time in time_layer.scan(caption, Anchor(date)):
            if time.period and time.role != "base" and time.kind not in ("duration", "set", "clock"):
                if time.kind == "years":
                    break
                return time.period, table.caption.span(text, time.start, time.end)
    return frame.period, frame.span


def _caption_scope(caption: str, frame: Frame) -> tuple[str, str, str]:
    """What a caption adds to every name: a scope, the thing measured, and a budget's fund."""
    bare = re.sub(r"^(?:附?[表图]\s*[\d一二三四五六七八九十.—-]+[：:]?|附表)\s*", "", caption)
    bare = re.sub(r"(?:19|20)\d\d年?(?:[—-]\d{4})?年?(?:度|末|底)?", "", bare).strip()
    fund = names.FUND.search(bare)
    scope = re.match(
        r"(?:全市|全省|全国|全州)?(规模以上工业企业|规模以上工业|规模以上服务业|限额以上[^，]*?(?:企业|单位)|市区|城镇|农村|市本级|州本级|省本级|县本级|区本级|市级|省级)",
        bare,
    )
    subject = ""
    measured = re.search(
        r"(居民消费价格|工业生产者[^，]{0,4}价格|固定资产投资|产量|用电量|增加值)(?:及其|比上年|构成|同比|指数|涨|增|$|情况|月度)",
        bare,
    )
    if measured:
        subject = measured.group(1)
    return (scope.group(1) if scope else ""), subject, (fund.group() if fund else "")


@lru_cache(maxsize=256)
def _factor(unit: str) -> tuple[Decimal, str] | None:
    """How many base units one of a printed unit is, and the base unit: 万吨 → 10000, 吨."""
    if not unit:
        return Decimal(1), ""
    if unit in ("%", "％"):
        return Decimal(1), "%"
    if unit in ("百分点", "个百分点"):
        return Decimal(1), "个百分点"
    found = quantity_layer.scan("1" + unit)
    if len(found) == 1 and found[0].end == len(unit) + 1 and found[0].value is not None:
        return found[0].value, found[0].unit
    return None


def _cell(
    cell: Cell, label: str, parent: str, column: Column, unit: str, scope: str, subject: str, fund: str, text: str
) -> tuple[str, Measure, int | None, Decimal, str] | None:
    """Name, measure, sign, magnitude and base unit of one cell; None where the unit can't be read."""
    words = cell.text.replace(",", "").replace("，", "").replace("－", "-").replace("−", "-")
    if words.endswith(("%", "％")):
        words, unit = words[:-1], "%"
    try:
        number = Decimal(words)
    except InvalidOperation:
        return None
    factor = _factor(unit) or (Decimal(1), unit)
    measure, sign = column.measure, None
    if measure in ("growth", "change"):
        sign = 1 if number > 0 else -1 if number < 0 else None
        number = abs(number)
    name = label
    if parent and _PARTIAL.match(label):
        name = label + parent
    elif parent and _USED.match(label):
        name = parent + label
    if column.words:
        name = name + column.words if not name.endswith(column.words) else name
    if subject and subject not in name:
        name = name + subject
    if not column.words and fund and re.search(r"税$", name) and not name.startswith("其他"):
        name += "收入"
    if fund and names.balance_item(name) and fund not in name:
        name = fund + name
    if scope and not name.startswith(scope):
        name = scope + name
    if (
        measure == "level"
        and factor[1] == "%"
        and names.TAIL.search(name)
        and name.endswith(("比重", "占比", "比例", "贡献率"))
    ):
        measure = "share"
    return names.clean(name), measure, sign, Decimal(plain(number * factor[0])), factor[1]
