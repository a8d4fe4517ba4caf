"""Figures of a table: each cell with a number, named by its row and its column.

    表3 2025年规模以上工业企业主要产品产量
    | 产品 | 计量单位 | 产量  | 比上年增长(%) |
    | 啤酒     | 万千升 | 5.29 | 11.5 |      规模以上工业企业啤酒产量: 5.29万千升, and its growth, 11.5 %

The unit stands in the column's head, in a column of its own, or in the caption (单位：万元); a row under
其中 or set in further than the row above is a part of that row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from luoshi.knowledge.indicators import identify
from luoshi.language.numerals import plain
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.cells import CellValue, begins_body, bounded_value, cell_value, factor, is_value, without_marks
from luoshi.reading.figure_periods import flows
from luoshi.reading.frames import Frame
from luoshi.reading.outline import Block, Cell, Table
from luoshi.reading.table_captions import caption_period, caption_topic, tells_places_apart
from luoshi.reading.table_heads import PLACES, UNITS_JOINED, Column, columns, corner_unit
from luoshi.reading.table_leads import NO_LEAD, Lead
from luoshi.reading.table_names import Naming, are_places, grown, is_place
from luoshi.reading.table_rows import YEAR_END, Row, Stub, may_name, row_unit
from luoshi.records import Figure, Measure, Span, Status

_YEAR_LABEL = late(r"^((?:19|20)\d\d)年?$")
_FOREIGN = late(r"进出口|出口|进口|贸易|国家和地区|客源|外资")


_REGISTER = 2  # names in a row; more of them tell a thing by its properties
_SAMPLE = 40  # rows that show whether a table is a register
_HAN = late("[\u4e00-\u9fff]")


@rule(
    "table cell",
    "A cell with a number, named by its row and its column, its unit from head, caption or a column of its own.",
    (
        "情况见下表。\n2024年全省各市一般公共预算收入执行情况表\n单位：万元\n"
        "| 地市 | 2024年年初预算数 | 2024年执行数 | 执行数为上年执行数的 |\n| 灵武市 | 1,738 | 2,150 | 106.9% |",
        "一般公共预算收入 level 17380000元 2024 target @灵武市; "
        "一般公共预算收入 level 21500000元 2024 actual @灵武市; "
        "一般公共预算收入占上年执行数的比例 share 106.9% 2024 actual @灵武市",
    ),
    (
        "情况见下表。\n2024年债务余额情况表\n单位：亿元\n| 地区 | 2024年末债务余额执行数 | 2024年末债务余额执行数 |\n"
        "| 地区 | 一般债务 | 专项债务 |\n| 灵武市 | 3.2 | 4.3 |",
        "一般债务余额 level 320000000元 2024-12-31 actual @灵武市; "
        "专项债务余额 level 430000000元 2024-12-31 actual @灵武市",
    ),
    (
        "情况见下表。\n2024年市本级一般公共预算支出情况表\n单位：万元\n| 项目 | 2024年预算数 | 2024年执行数 | "
        "执行数为预算数的 |\n"
        "| 一、一般公共服务支出 | 30 | 31 | 103.3% |\n|   人大事务 | 12 | 13 | 108.3% |\n|      行政运行 | 8 | 9 | "
        "112.5% |\n"
        "|   政协事务 | 18 | 18 | 100% |\n|      行政运行 | 11 | 12 | 109.1% |",
        "市本级一般公共服务支出 level 300000元 2024 target; 市本级一般公共服务支出 level 310000元 2024 actual; "
        "市本级一般公共服务支出占预算数的比例 share 103.3% 2024 actual; "
        "市本级人大事务支出 level 120000元 2024 target; 市本级人大事务支出 level 130000元 2024 actual; "
        "市本级人大事务支出占预算数的比例 share 108.3% 2024 actual; "
        "市本级人大事务行政运行支出 level 80000元 2024 target; 市本级人大事务行政运行支出 level 90000元 2024 actual; "
        "市本级人大事务行政运行支出占预算数的比例 share 112.5% 2024 actual; "
        "市本级政协事务支出 level 180000元 2024 target; 市本级政协事务支出 level 180000元 2024 actual; "
        "市本级政协事务支出占预算数的比例 share 100% 2024 actual; "
        "市本级政协事务行政运行支出 level 110000元 2024 target; 市本级政协事务行政运行支出 level 120000元 2024 actual; "
        "市本级政协事务行政运行支出占预算数的比例 share 109.1% 2024 actual",
    ),
    (
        "情况见下表。\n2024年全市政府性基金预算支出情况表\n单位：万元\n| 项目 | 执行数 |\n| 一、政府性基金支出 | 95 |\n"
        "| （一）教育支出 | 45 |\n|     超长期特别国债安排的支出 | 45 |\n| （二）农林水支出 | 50 |\n"
        "|     超长期特别国债安排的支出 | 20 |\n|     彩票公益金安排的支出 | 30 |",
        "政府性基金支出 level 950000元 2024 actual; 政府性基金预算教育支出 level 450000元 2024 actual; "
        "教育支出超长期特别国债安排的支出 level 450000元 2024 actual; "
        "政府性基金预算农林水支出 level 500000元 2024 actual; "
        "农林水支出超长期特别国债安排的支出 level 200000元 2024 actual; "
        "彩票公益金安排的支出 level 300000元 2024 actual",
    ),
    (
        "情况见下表。\n2024年全市社会保险基金预算收入表\n单位：亿元\n| 项目 | 执行数 |\n| 合计 | 12 |\n"
        "|     其中：保险费收入 | 9 |\n| 一、失业保险基金收入 | 4 |\n|     其中：保险费收入 | 3 |",
        "社会保险基金预算收入合计 level 1200000000元 2024 actual; "
        "社会保险基金预算保险费收入 level 900000000元 2024 actual; "
        "失业保险基金收入 level 400000000元 2024 actual; 失业保险基金收入保险费收入 level 300000000元 2024 actual",
    ),
    (
        "情况见下表。\n2024年政府债务情况表\n单位：亿元\n| 项目 | 全市 | 市本级 |\n| "
        "一、2023年末专项债务余额实际数 | 5.1 | 1.2 |\n"
        "| 二、2025年还本预算数 | 1.5 | 0.4 |\n| （一）一般债券 | 0.5 | 0.1 |",
        "专项债务余额 level 510000000元 2023-12-31 actual; 市本级专项债务余额 level 120000000元 2023-12-31 actual; "
        "还本 level 150000000元 2025 target; 市本级还本 level 40000000元 2025 target; "
        "一般债券 level 50000000元 2025 target; 市本级一般债券 level 10000000元 2025 target",
    ),
    (
        "情况见下表。\n2024年市级转移支付情况表\n单位：万元\n| 项目 | 合计 | 金凤区 | 灵武市 | 永宁县 |\n| "
        "教育转移支付 | 6 | 1 | 2 | 3 |",
        "市级教育转移支付 level 60000元 2024 actual; 市级教育转移支付 level 10000元 2024 actual @金凤区; "
        "市级教育转移支付 level 20000元 2024 actual @灵武市; 市级教育转移支付 level 30000元 2024 actual @永宁县",
    ),
    (
        "情况见下表。\n2024年临澜市社会保险基金收支完成情况表\n单位：万元\n"
        "| 险种 | 全市收入预算 | 全市收入完成 | 占预算（%） | 市本级支出预算 | 市本级支出完成 | 占调整预算(%) |\n"
        "| 合计 | 40 | 41 | 102.5 | 20 | 19 | 95 |\n| 失业保险基金 | 10 | 11 | 110 | 5 | 4 | 80 |",
        "社会保险基金收入合计 level 400000元 2024 target; 社会保险基金收入合计 level 410000元 2024 actual; "
        "社会保险基金收入合计占预算的比例 share 102.5% 2024 actual; "
        "市本级社会保险基金支出合计 level 200000元 2024 target; 市本级社会保险基金支出合计 level 190000元 2024 actual; "
        "市本级社会保险基金支出合计占调整预算的比例 share 95% 2024 actual; "
        "失业保险基金收入 level 100000元 2024 target; 失业保险基金收入 level 110000元 2024 actual; "
        "失业保险基金收入占预算的比例 share 110% 2024 actual; "
        "市本级失业保险基金支出 level 50000元 2024 target; 市本级失业保险基金支出 level 40000元 2024 actual; "
        "市本级失业保险基金支出占调整预算的比例 share 80% 2024 actual",
    ),
    (
        "情况见下表。\n表2 2024年末金融机构存款情况\n| 指标 | 年末数（亿元） |\n| 住户存款 | 9 |\n| 活期存款 | 4 |\n"
        "| 非金融企业存款 | 7 |\n| 活期存款 | 3 |",
        "住户存款 level 900000000元 2024-12-31 actual; 住户活期存款 level 400000000元 2024-12-31 actual; "
        "非金融企业存款 level 700000000元 2024-12-31 actual; 非金融企业活期存款 level 300000000元 2024-12-31 actual",
    ),
    (
        "情况见下表。\n2024年债务限额情况表\n单位：亿元\n| 地区 | 债务限额小计 |\n| 灵武市本级 | 7.5 |",
        "市本级债务限额 level 750000000元 2024 actual @灵武市",
    ),
    (
        "情况见下表。\n2024年基金收入表\n单位：亿元\n| 地区 | 医疗保险（含生育保险）基金收入执行数 |\n| 灵武市 | 4.9 |",
        "医疗保险（含生育保险）基金收入 level 490000000元 2024 actual @灵武市",
    ),
    (
        "情况见下表。\n2024年情况表\n单位：亿元\n| 项目 | 预算数 | 执行数 | 占预算（%） | 同比增长（%） |\n"
        "| 税收收入 | 10 | 9 | 90 | -2.1 |",
        "税收收入 level 1000000000元 2024 target; 税收收入 level 900000000元 2024 actual; "
        "税收收入占预算的比例 share 90% 2024 actual; 税收收入 growth- 2.1% 2024 actual",
    ),
    (
        "情况见下表。\n2024年全市一般公共预算支出情况表\n单位：万元\n| 项目 | 执行数 |\n| 教育 | 812 |\n"
        "| 科学技术支出 | 65 |",
        "教育支出 level 8120000元 2024 actual; 科学技术支出 level 650000元 2024 actual",
    ),
    (
        "情况见下表。\n2024年全市一般公共预算收入情况表\n单位：万元\n| 项目 | 执行数 |\n| 增值税 | 812 |\n"
        "| 非税收入 | 65 |",
        "增值税收入 level 8120000元 2024 actual; 非税收入 level 650000元 2024 actual",
    ),
    (
        "情况见下表。\n表3 2024年各县区主要指标\n| 县区 | 地区生产总值（亿元） | 比上年增长（%） |\n"
        "| 金凤区 | 66.4 | 7.6 |\n| 灵武市 | 21.1 | -1.6 |",
        "地区生产总值 level 6640000000元 2024 actual @金凤区; 地区生产总值 growth+ 7.6% 2024 actual @金凤区; "
        "地区生产总值 level 2110000000元 2024 actual @灵武市; 地区生产总值 growth- 1.6% 2024 actual @灵武市",
    ),
    (
        "情况见下表。\n表4 2024年分地区进出口\n| 地区 | 出口额（亿元） | 比上年增长（%） |\n"
        "| 欧盟 | 29.4 | -12.1 |",
        "欧盟出口额 level 2940000000元 2024 actual; 欧盟出口额 growth- 12.1% 2024 actual",
    ),
    (
        "情况见下表。\n表5 2024年运输量情况\n| 指标 | 单位 | 绝对数 |\n| 公路 |  |  |\n| 货物运输量 | 万吨 | 243 |\n"
        "| 水路 |  |  |\n| 货物运输量 | 万吨 | 116 |",
        "公路货物运输量 level 2430000吨 2024 actual; 水路货物运输量 level 1160000吨 2024 actual",
    ),
    (
        "情况见下表。\n表6 2024年规模以上工业主要产品产量\n| 产品 | 计量单位 | 产量 |\n| 水泥 | 万吨 | 39.2 |\n"
        "| 发电量 | 亿千瓦时 | 25.6 |",
        "规模以上工业水泥产量 level 392000吨 2024 actual; 规模以上工业发电量 level 2560000000千瓦时 2024 actual",
    ),
    (
        "临澜市存款情况\n单位：亿元\n| 项目 | 2023年末 | 2024年末 | 比年初增加 |\n"
        "| 住户存款余额 | 41.7 | 52.5 | 10.8 |",
        "住户存款余额 level 4170000000元 2023-12-31 actual; 住户存款余额 level 5250000000元 2024-12-31 actual; "
        "住户存款余额 change+ 1080000000元 2024 actual",
    ),
    (
        "情况见下表。\n2024年“三公”经费安排表\n单位：万元\n| 项目 | 2024年预算数 | 比上年增减 |\n"
        "| 合计 | 314 | 2.9 |\n| 公务接待费 | 38.8 | -0.6 |",
        "“三公”经费合计 level 3140000元 2024 target; “三公”经费合计 change+ 29000元 2024 target; "
        "公务接待费 level 388000元 2024 target; 公务接待费 change- 6000元 2024 target",
    ),
    (
        "情况见下表。\n表7 2024年各行业固定资产投资（不含农户）增速\n| 行业 | 比上年增长（%） |\n"
        "| 总计 | 5.8 |\n| 制造业 | -1.7 |",
        "固定资产投资 growth+ 5.8% 2024 actual; 制造业固定资产投资 growth- 1.7% 2024 actual",
    ),
    (
        "情况见下表。\n表8 2024年房地产开发指标\n| 指标 | 单位 | 绝对数 |\n| 房屋施工面积 | 万平方米 | 306.4 |\n"
        "|   其中：住宅 | 万平方米 | 228 |",
        "房屋施工面积 level 3064000平方米 2024 actual; 住宅房屋施工面积 level 2280000平方米 2024 actual",
    ),
    (
        "情况见下表。\n表9 2024年主要农作物播种面积、总产量\n| 指标 | 单位 | 2024年 |\n"
        "| 粮食播种面积 | 万亩 | 29.9 |\n|   其中：小麦 | 万亩 | 21.9 |",
        "粮食播种面积 level 299000亩 2024 actual; 小麦播种面积 level 219000亩 2024 actual",
    ),
    (
        "情况见下表。\n表10 2024年末金融机构存贷款情况\n| 指标 | 年末数（亿元） | 比上年末增长（%） |\n"
        "| 各项存款 | 2637.9 | 4.6 |",
        "各项存款 level 263790000000元 2024-12-31 actual; 各项存款 growth+ 4.6% 2024-12-31 actual",
    ),
    (
        "情况见下表。\n表11 地区生产总值\n| 年份 | 地区生产总值（亿元） |\n| 2022 | 780 |\n| 2023 | 812 |",
        "地区生产总值 level 78000000000元 2022 actual; 地区生产总值 level 81200000000元 2023 actual",
    ),
    (
        "情况见下表。\n表12 2024年固定资产投资增速\n| 行业 | 比上年增长（%） | 行业 | 比上年增长（%） |\n"
        "| 采矿业 | 35.6 | 教育 | 14.5 |",
        "采矿业固定资产投资 growth+ 35.6% 2024 actual; 教育固定资产投资 growth+ 14.5% 2024 actual",
    ),
    (
        "情况见下表。\n表13 2024年规模以上工业企业利润总额\n| 指标 | 利润总额（亿元） |\n| 规模以上工业 | 15.6 |\n"
        "|   其中：国有控股企业 | 7.4 |",
        "规模以上工业利润总额 level 1560000000元 2024 actual; "
        "规模以上工业国有控股企业利润总额 level 740000000元 2024 actual",
    ),
    (
        "情况见下表。\n表14 2024年年末常住人口\n| 指标 | 年末数（万人） | 占比（%） |\n| 常住人口 | 346.7 | 100 |\n"
        "|   其中：城镇 | 231.9 | 66.9 |",
        "常住人口 level 3467000人 2024-12-31 actual; 常住人口占比 share 100% 2024-12-31 actual; "
        "城镇常住人口 level 2319000人 2024-12-31 actual; 城镇常住人口占比 share 66.9% 2024-12-31 actual",
    ),
    (
        "情况见下表。\n2024年全市政府性基金预算收支表\n单位：亿元\n| 项目 | 2024年执行数 | 2025年预算数 |\n"
        "| 上级补助收入 | 1.2 | 1.3 |",
        "政府性基金预算上级补助收入 level 120000000元 2024 actual; "
        "政府性基金预算上级补助收入 level 130000000元 2025 target",
    ),
    (
        "情况见下表。\n2024年市本级支出表\n单位：万元\n| 序号 | 项目 | 金额 | 备注 |\n"
        "| 1 | 教育支出 | 1,203 | 含补助 |",
        "市本级教育支出 level 12030000元 2024 actual",
    ),
    ("表1 2024年主要产品产量\n| 产品 | 计量单位 | 产量 | 比上年增长(%) |\n| 啤酒 | 万千升 | 5.29 | -1.5 |",
     "啤酒产量 level 52900000升 2024 actual; 啤酒产量 growth- 1.5% 2024 actual"),
)  # fmt: skip
def figures(
    block: Block, text: str, date: str, frame: Frame, own: tuple[str, ...] = (), lead: Lead = NO_LEAD
) -> list[Figure]:
    """The figures of a table block, in the order of its cells.

    ``own`` are the names of the document's own place, ``lead`` what the text before the table says of it.
    """
    if block.table is None:
        return []
    return _Sheet(block.table, text, date, frame, own, lead).figures()


class _Sheet:
    """One table: what its caption and its heads say, and the walk over its rows."""

    def __init__(self, table: Table, text: str, date: str, frame: Frame, own: tuple[str, ...], lead: Lead) -> None:
        self.heads = table.head_rows or _head_rows(table)
        # Where a row of values stands for the head, nobody knows which columns a unit before the table is of.
        headed = not any(begins_body(cell.text) for row in table.rows[: self.heads] for cell in row[1:])
        table = table if table.unit or not headed else replace(table, unit=corner_unit(table, self.heads) or lead.unit)
        self.table, self.text, self.date, self.frame, self.own, self.lead = table, text, date, frame, own, lead
        caption = table.caption.text if table.caption is not None else lead.words
        self.period, self.period_span = self._period()
        self.columns = columns(table, self.heads, caption, date, self.period)
        labels = Counter(row[0].text.strip() for row in table.rows if row)
        heads = table.rows[: self.heads]
        self.naming = Naming(
            topic=caption_topic(caption, own),
            own=own,
            places=not _FOREIGN.search(caption),
            by_place=tells_places_apart(caption, own),
            # A head 县区 says that the names below it are of places, also of those that no list has.
            places_below=any(PLACES.match(without_marks(cell.text)) for row in heads for cell in row[:2])
            or are_places(self._labels()),
            place_columns=self._place_columns(),
            repeated={label for label, times in labels.items() if times > 1},
            ambiguous=self._ambiguous(),
        )
        self.stubs: dict[int, Stub] = {}
        self.named = frozenset(
            at for row in heads for at, cell in enumerate(row) if without_marks(cell.text).strip().endswith("名称")
        )

    def _period(self) -> tuple[str, Span | None]:
        """The period of cells that name none, with the words that say it: the caption's, the lead's, the frame's."""
        told = caption_period(self.table.caption, self.text, self.date)
        if told[0]:
            return told
        return (self.lead.period, self.lead.span) if self.lead.period else (self.frame.period, self.frame.span)

    def _labels(self) -> list[str]:
        """The names of the first rows with values."""
        stub, out = Stub(), []
        for row, indent in islice(self._body(), _SAMPLE):
            name = next((cell for cell in row if may_name(cell.text) and not is_value(cell.text)), None)
            if name is not None and any(is_value(cell.text) for cell in row):
                stub.enter(name, indent)
                out.append(stub.name)
        return out

    def _place_columns(self) -> bool:
        """Whether the columns of values are places, beside that of their whole."""
        heads = [column.words for column in self.columns if column is not None and column.holds == "values"]
        return sum(map(is_place, heads)) > 2 or are_places([head for head in heads if head])

    def _ambiguous(self) -> set[str]:
        """The names that rows of the table share, which tells them apart only by what they are parts of.

        A part that repeats the name of its whole makes that no less plain, and a register of names in several columns
        (债券种类 | 债券名称) has no parts.
        """
        named: Counter[str] = Counter()
        stub = Stub()
        rows = self.table.rows[self.heads :]
        few = rows[:_SAMPLE]
        if 2 * sum(sum(bool(_HAN.search(cell.text)) for cell in row) > _REGISTER for row in few) > len(few):
            return set()
        for row, indent in self._body():
            if not row or not row[0].text or is_value(row[0].text):
                continue
            stub.enter(row[0], indent)
            if stub.name != stub.parent and any(is_value(cell.text) for cell in reversed(row)):
                named[stub.name.removesuffix("支出")] += 1  # 援助其他地区支出│教育 is told as 教育支出
        return {label for label, times in named.items() if times > 1}

    def figures(self) -> list[Figure]:
        """All figures of the table."""
        out: list[Figure] = []
        for row, indent in self._body():
            out.extend(self._row(row, indent))
        return out

    def _body(self) -> Iterator[tuple[tuple[Cell, ...], int]]:
        """The rows below the heads, each with its indentation."""
        return islice(zip(self.table.rows, self.table.indents, strict=True), self.heads, None)

    def _row(self, row: tuple[Cell, ...], indent: int) -> list[Figure]:
        values = self._values(row)
        first = next((cell for cell in row if cell.text), None)
        if first is None:
            return []
        if not any(values):
            if not any(cell.text for cell in row if cell is not first):
                self.stubs.setdefault(0, Stub()).open_group(first, indent)
            elif (
                len(
                    names := [cell for cell, column in zip(row, self.columns, strict=False) if cell.text and not column]
                )
                > 1
            ):
                self.stubs.setdefault(0, Stub()).enter(names[-1], indent)  # 专项类 | 2026年新增支出
            return []
        year = _YEAR_LABEL.match(first.text)
        period = year.group(1) if year else ""
        stub = unit_cell = None
        out: list[Figure] = []
        at_name, beside = True, ""
        for index, (cell, value, column) in enumerate(zip(row, values, self.columns, strict=False)):
            if column is not None and column.holds == "units":
                unit_cell = cell
            elif column is not None and column.holds == "codes" and len(_HAN.findall(cell.text)) < 2:
                continue
            elif value is None and (column is None or stub is None) and may_name(cell.text):
                if stub is None or not at_name or not stub.name:
                    stub = self.stubs.setdefault(index if not at_name else 0, Stub())
                stub.enter(cell, indent)
                if index in self.named:  # 债券名称 | 项目名称: one project has several bonds
                    stub.name, beside = stub.name + beside, stub.name
                if not self.naming.unclear(stub.name):
                    stub.lead = stub.name
                at_name = True
            elif column is not None and value is not None and not (year and cell is first):
                at_name = False
                unit = unit_cell.text if unit_cell else ""
                figure = self._figure(cell, value, stub or Stub(), column, unit, period)
                if figure is not None:
                    out.append(figure)
        return out

    def _values(self, row: tuple[Cell, ...]) -> list[CellValue | None]:
        """What each cell of a row says; a bound (≥95) is a value under a head of values, where it names no row."""
        values = [cell_value(cell.text) for cell in row]
        for index, column in enumerate(self.columns[1 : len(row)], 1):
            if values[index] is None and column is not None and column.holds == "values":
                values[index] = bounded_value(row[index].text)
        return values

    def _figure(self, cell: Cell, found: CellValue, stub: Stub, column: Column, unit: str, year: str) -> Figure | None:
        name, place, concept = self.naming.told(stub, column)
        if not name:
            return None
        label = stub.cell.text if stub.cell is not None else ""
        stated = column.unit or unit or row_unit(without_marks(label)) or self.table.unit
        number, upto, base_unit, measure = _value(found, column, stated)
        sign = None
        if measure == "level" and base_unit == "%" and (told := grown(name)) is not None:
            measure, name, concept = "growth", told[0], identify(told[0]).concept
            number = number * told[1]
        if measure in ("growth", "change"):
            sign = 1 if number > 0 else -1 if number < 0 else None
            number = abs(number)
        elif base_unit == "%" and name.endswith(("比重", "占比", "比例", "贡献率")):
            measure = "share"
        row = stub.above[-1] if stub.above else Row(0, "")
        own_period = year or (row.period if row.period != YEAR_END else "") or column.period
        period = own_period or self.period
        if not own_period and len(period) == len("2025-12-31") and flows(name):
            period = _up_to(period)
        if row.period == YEAR_END and period.isdecimal() and measure != "share":
            period = f"{period}-12-31"
        status = (
            row.status
            or column.status
            or (self.lead.status if not own_period else None)
            or ("actual" if not period or not self.date or period[:4] < self.date[:4] else self._outlook(period))
        )
        sources: list[tuple[str, Span]] = []
        if stub.cell is not None:
            if stub.span is None:
                stub.span = Span(stub.cell.start, stub.cell.end, self.text[stub.cell.start : stub.cell.end])
            sources.append(("indicator", stub.span))
        if self.period_span is not None and not column.period and not year and not row.period:
            sources.append(("period", self.period_span))
        return Figure(
            quote=self.text[cell.start : cell.end],
            start=cell.start,
            end=cell.end,
            rule="table cell",
            sources=tuple(sources),
            indicator=name,
            measure=measure,
            sign=sign,
            low=None if found.qualifier in ("under", "nearly") else number,
            high=None if found.qualifier == "over" else number if upto is None else upto,
            qualifier=found.qualifier,
            unit=base_unit,
            period=period,
            status=status,
            place=place,
            concept=concept,
        )  # fmt: skip

    def _outlook(self, period: str) -> Status:
        """Whether values of a year not yet over are planned: those that a paper of its first months gives are."""
        return "target" if len(period) == 4 and "0" < self.date[5:7] <= "03" else self.frame.status


def _up_to(day: str) -> str:
    """The part of the year that ends on a day, for what comes within it: 2025-12-31 → 2025."""
    return day[:4] if day.endswith(YEAR_END) else f"{day[:4]}-01/{day[:7]}"


def _head_rows(table: Table) -> int:
    """How many rows at the top are heads: those without a number that is no year."""
    for index, row in enumerate(table.rows[:5]):
        if any(begins_body(cell.text) for cell in row[1:]) or (len(row) == 1 and is_value(row[0].text)):
            return index
    return min(1, len(table.rows))


def _value(found: CellValue, column: Column, unit: str) -> tuple[Decimal, Decimal | None, str, Measure]:
    """A cell's number and a range's end in base units, the base unit, and what is measured, if the cell says that."""
    times, base, measure = _measured_in(unit, column.measure, found.unit, found.worded)
    upto = Decimal(plain(found.upto * times)) if found.upto is not None else None
    return Decimal(plain(found.number * times)), upto, base, measure


@lru_cache(maxsize=1024)
def _measured_in(unit: str, measure: Measure, own: str, worded: bool) -> tuple[Decimal, str, Measure]:
    """How many base units one is, the base unit, and what is measured, for a cell that bears the unit ``own``."""
    if UNITS_JOINED.search(unit):  # 单位：亿元、%
        both = UNITS_JOINED.split(unit)
        unit = next((one for one in both if (one in "%％") == (measure in ("growth", "share"))), both[0])
    times, base = factor(own or unit) or (Decimal(1), unit)
    if worded and measure not in ("growth", "change"):
        measure = "growth" if base == "%" else "change"
    elif measure in ("growth", "change") and own:
        measure = "growth" if base in ("%", "倍") else "change"
    return times, base, measure
