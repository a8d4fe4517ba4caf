"""Figures of a table: each cell with a number, named by its row and its column.

    表3 2025年规模以上工业企业主要产品产量
    | 产品 | 计量单位 | 产量  | 比上年增长(%) |
    | 啤酒     | 万千升 | 5.29 | 11.5 |      规模以上工业企业啤酒产量: 5.29万千升, and its growth, 11.5 %

The unit stands in the column's head, in a column of its own, or in the caption (单位：万元); a row under
其中 or set in further than the row above is a part of that row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from luoshi.knowledge.indicators import identify
from luoshi.language import times as time_layer
from luoshi.language.numerals import plain
from luoshi.language.places import places
from luoshi.language.rules import rule
from luoshi.language.times import Anchor
from luoshi.reading import names
from luoshi.reading.cells import CellValue, begins_body, bounded_value, cell_value, factor, is_value, without_marks
from luoshi.reading.frames import Frame
from luoshi.reading.outline import Block, Cell, Table
from luoshi.reading.table_heads import OWN_YEAR, PLACES, UNIT, UNITS_JOINED, Column, columns
from luoshi.records import Figure, Measure, Span, Status

_MARKS = re.compile(r"^(?:其中[：:]?|[＃#*＊·•]+|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|①|②|③|④)+")
_PARTIAL = re.compile(
    r"^(?:[春夏秋冬]收|[春夏秋冬]粮|早稻|中稻|晚稻|城镇|农村|男性?|女性?|内销|外销|住宅|国内|国外|入境|境内|境外|人民币|外币|本期|新增|市区|县城|乡村|公办|民办|一般贸易|加工贸易|其他)$"
)
_USED = re.compile(r"调入|调出|安排|补充|动用")
# Where the budgets' classification names a row the same under every agency (人大事务│行政运行).
_COMMON = re.compile(
    r"^(?:行政运行|一般行政管理事务|机关服务|事业运行|专项业务|专项服务|信息化建设|机关服务费|其他支出)$"
)
# Words that only one budget has, so that its name adds nothing: 国有土地使用权出让收入, 彩票公益金安排的支出.
_OF_FUND = re.compile(
    r"基金|专项资金|专项债|彩票|国债|出让|配套费|通行费|污水处理费|电影|旅游发展|水库|移民|民航|收费公路|土地储备|棚户区|"
    r"安排的|国有|国资|公司|集团|企业|红利|股息|股利|利润|产权|清算"
)
# Receipts that every budget has.
_OF_EVERY_FUND = re.compile(
    r"债务.*收入$|债券.*收入$|^(?:下级|区市|区县|市县|县区)?上解|结转|^(?:置换|再融资|新增)(?:.*)债券$"
)
_LONGEST_NAME = 60  # characters that a row's name is told by
_MOST_ABOVE = 6  # rows that one is told to be a part of
_TWO_FUNDS = frozenset({"政府性基金预算", "国有资本经营预算"})
# 一、 stands above （一）, and that above 1.; a row without a number is a part of the numbered one above it.
_NUMBERED = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3}、)|(?P<two>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<three>\d{1,3}[.．、])|"
    r"(?P<four>[（(]\d{1,3}[）)]|[①-⑳])"
)
_RANKS = {"one": 0.0, "two": 0.2, "three": 0.4, "four": 0.6}
_UNNUMBERED = 0.8
# A row of its own time and version: 2025年末│专项债务余额│执行数.
_ROW_TIME = re.compile(r"^((?:19|20)\d\d)年(?:度|(?P<end>末|底))?(?![-—至前])(?=..)")
_ROW_VERSION = re.compile(r"(?:(?:年初|调整|预计|实际|年末)*(?P<version>预算|执行|实际|决算)数)$")
_YEAR_END = "12-31"  # of a row that states the end of the year, whichever it is: 年末常住人口
_LEVEL = re.compile(r"^(?:[市省州县区]本级|[市省州]级(?=$|收入|支出|占))")
# How far 其中： sets a row in, so that the next part, printed under its words, is no part of it.
_MARK_WIDTH = 6
# Which of a budget's numbers a column gives, and that it is a sum, is no part of what is measured.
# Rows of an account of expenditure that end as names of things do (公立医院, 社会保障和就业).
_MONEY_HELD = re.compile(r"(?:存款|贷款)$")  # 住户│活期存款
_SIDE = re.compile(r"^(收入|支出)(?=$|占)")
_NO_AMOUNT = re.compile(r"(?:就业|机构|医院|学校|企业|平台|人才)$")
_OF_LEVEL = re.compile(r"^(?P<level>[市省州县区]本级)(?P<side>支出|收入)$")
_OWN_BUDGET = re.compile(r"^(.+([市县区州]))本级$")
# The list of projects that a caption names, whose sum bears its name: 市级重点项目投资进度表.
_PROJECTS = re.compile(
    r"[\u4e00-\u9fff]{2,20}?(?:项目|工程)(?=$|投资|完成|建设|进[展度]|推进|实施|计划|安排|情况|一览|清单|名单|表)"
)
_TOTAL = re.compile(r"^(?:合计|总计|总\s*计|合\s*计|共计|小计)$")
_SUM = re.compile(r"(?:合计|总计|共计|^小计)$")
_WHOLE_PLACE = re.compile(r"^(?:全[市省州县区国]|[市省州县区]合计|[市省州]\s*计|全[市省州]合计)$")
_YEAR_LABEL = re.compile(r"^((?:19|20)\d\d)年?$")
_FOREIGN = re.compile(r"进出口|出口|进口|贸易|国家和地区|客源|外资")
_TOLD_APART = re.compile(r"^(?:按|分|其中|注|备注|单位)|[：:]$")
# A row's name that says what is measured, so that a head 产量 over it adds nothing (发电量, 粮食播种面积).
_OWN_MEASURE = re.compile(r"(?:[^产]量|面积|总产|收入|支出|金额|总额|率|产值|增加值|投资|价格|指数)$")
# The end of a row's name that its parts share without saying it (粮食播种面积, 其中：小麦).
_PART_MEASURE = re.compile(r"(?:(?:播种|种植|施工|竣工|销售)?面积|总产量?|产量|投资|用电量|发电量|保费收入)$")
# A column whose head says what its numbers count, whatever the unit over the table is.
_DIVISION = re.compile("[\u4e00-\u9fff]{2,11}[市县区州旗盟]\\Z")
_REGION = re.compile(r"(?:区|带|片|地区|片区)$")
_BARE_MEASURES = frozenset({"产量", "数量", "金额", "数额", "绝对量"})
_SCOPE = re.compile(
    r"(?:全市|全省|全国|全州|地方)*(规模以上工业企业|规模以上工业|规模以上服务业|限额以上[^，]*?(?:企业|单位)|市区|城镇|农村|[市州省县区]本级|[市省州]级(?!重点|重大))"
)
_MEASURED = re.compile(
    r"(居民消费价格|工业生产者[^，]{0,4}价格|固定资产投资|产量|用电量|增加值)(?:及其|比上年|构成|同比|指数|涨|增|$|情况|月度)"
)
# The short name of a jurisdiction before a level of its budget: 临澜市│市本级.
_OWN_LEVEL = re.compile(r"^[\u4e00-\u9fff]{1,5}[市州省县区](?=[市州省县区](?:本)?级)")
# That a table tells places apart: 全省各市│一般公共预算收入, 分县区│地区生产总值.
_BY_PLACE = re.compile(r"^(?:全[市省州国])?(?:[各分](?:地市|市县|县区|区县|县市区|地区|市州|市|县|区|地))")
_CAPTION_END = re.compile(
    r"(?:预算)?(?:安排|执行|完成|收支|分配|编制)?(?:情况|统计|对比|明细|一览|汇总)*(?:及其?增长速度|及增速)?(?:情况)?表?$"
)


_REGISTER = 2  # names in a row; more of them tell a thing by its properties
_WORD = re.compile(r"\w")
_DIGITS_ONLY = re.compile(r"[\d.,，．\s]+\Z")  # of several cells that were run together
_SAMPLE = 40  # rows that show whether a table is a register
_HAN = re.compile("[\u4e00-\u9fff]")
# The whole of a budget, which adds nothing to the names of its parts.
_WHOLE_BUDGET = re.compile(
    r"^(?:[市省州县区]本级)?(?:本年|当年)?(?:地方)?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|"
    r"社会保险基金(?:预算)?)(?:本级)?(?:收入|支出)$"
)
_LONGEST_GROUP = 20  # characters
_NO_NAME = re.compile(r"[，。；：]|^[^\u4e00-\u9fff]*$")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a caption says of every cell: a scope, the thing measured, a budget's fund and side, itself as a name, and
    the projects that it lists."""

    scope: str
    subject: str
    fund: str
    side: str
    words: str
    projects: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that others may be parts of: how far it is set in, its name, and the time and version it states."""

    depth: float
    label: str
    period: str = ""
    status: Status | None = None


class _Told(NamedTuple):
    """What a cell measures, the place it is told of ("" for the document's own), and the name's concept."""

    name: str
    place: str
    concept: str


@dataclass(slots=True)
class _Stub:
    """The names of rows in one column: the row's own, the rows it is a part of, the group it stands under.

    ``lead`` is the last row whose name is its own in the table, ``told`` what is told of the row, by its
    columns' words.
    A table printed as two side by side (行业 | 增速 | 行业 | 增速) has two of them.
    """

    cell: Cell | None = None
    span: Span | None = None
    name: str = ""
    group: str = ""
    told: dict[str, _Told] = field(default_factory=dict)
    lead: str = ""
    above: list[_Row] = field(default_factory=list)

    def enter(self, cell: Cell, indent: int) -> None:
        """Go on to the row that ``cell`` names, which is set in by ``indent`` characters."""
        label, part = _label(cell.text)
        words = cell.text.strip()
        depth: float = indent + (_MARK_WIDTH if words.startswith("其中") else 1 if part else 0)
        number = _NUMBERED.match(words)
        depth += _RANKS[number.lastgroup or ""] if number else _UNNUMBERED
        least = indent if _SUM.search(label) else depth  # a sum is no part of the row above it
        while self.above and self.above[-1].depth >= least:
            self.above.pop()
        outer = self.above[-1] if self.above else None
        label, period, status = _row_time(label)
        self.cell, self.span, self.name, self.told = cell, None, label, {}
        self.above.append(
            _Row(depth, label, period or (outer.period if outer else ""), status or (outer.status if outer else None))
        )

    @property
    def parent(self) -> str:
        """The name of the row that the present one is a part of, "" for none."""
        return self.above[-2].label if len(self.above) > 1 else ""


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
def figures(block: Block, text: str, date: str, frame: Frame, own: tuple[str, ...] = ()) -> list[Figure]:
    """The figures of a table block, in the order of its cells; ``own`` are the names of the document's own place."""
    if block.table is None:
        return []
    return _Sheet(block.table, text, date, frame, own).figures()


class _Sheet:
    """One table: what its caption and its heads say, and the walk over its rows."""

    def __init__(self, table: Table, text: str, date: str, frame: Frame, own: tuple[str, ...]) -> None:
        self.table, self.text, self.date, self.frame, self.own = table, text, date, frame, own
        caption = table.caption.text if table.caption is not None else ""
        self.heads = table.head_rows or _head_rows(table)
        self.period, self.period_span = _caption_period(table, caption, text, date, frame)
        self.columns = columns(table, self.heads, caption, date, self.period)
        self.topic = _caption_topic(caption, own)
        self.places = not _FOREIGN.search(caption)
        labels = Counter(row[0].text.strip() for row in table.rows if row)
        self.repeated = {label for label, times in labels.items() if times > 1}
        self.ambiguous = self._ambiguous()
        self.by_place = bool(_BY_PLACE.search(_bare(caption, own)))
        heads = table.rows[: self.heads]
        # A head 县区 says that the names below it are of places, also of those that no list has.
        self.places_below = any(PLACES.match(without_marks(cell.text)) for row in heads for cell in row[:2])
        self.place_columns = sum(column is not None and _is_place(column.words) for column in self.columns) > 2
        self.stubs: dict[int, _Stub] = {}

    def _ambiguous(self) -> set[str]:
        """The names that rows of the table share, which tells them apart only by what they are parts of.

        A part that repeats the name of its whole makes that no less plain, and a register of names in several columns
        (债券种类 | 债券名称) has no parts.
        """
        named: Counter[str] = Counter()
        stub = _Stub()
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
                names_group = self.stubs.setdefault(0, _Stub())
                names_group.group = _group_name(first.text)
                if names_group.group:
                    names_group.enter(first, indent)
            elif (
                len(
                    names := [cell for cell, column in zip(row, self.columns, strict=False) if cell.text and not column]
                )
                > 1
            ):
                self.stubs.setdefault(0, _Stub()).enter(names[-1], indent)  # 专项类 | 2026年新增支出
            return []
        year = _YEAR_LABEL.match(first.text)
        period = year.group(1) if year else ""
        stub = unit_cell = None
        out: list[Figure] = []
        at_name = True
        for index, (cell, value, column) in enumerate(zip(row, values, self.columns, strict=False)):
            if column is not None and column.holds == "units":
                unit_cell = cell
            elif column is not None and column.holds == "codes" and len(_HAN.findall(cell.text)) < 2:
                continue
            elif value is None and (column is None or stub is None) and _names(cell.text):
                if stub is None or not at_name or not stub.name:
                    stub = self.stubs.setdefault(index if not at_name else 0, _Stub())
                stub.enter(cell, indent)
                if not self._unclear(stub.name):
                    stub.lead = stub.name
                at_name = True
            elif column is not None and value is not None and not (year and cell is first):
                at_name = False
                unit = unit_cell.text if unit_cell else ""
                figure = self._figure(cell, value, stub or _Stub(), column, unit, period)
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

    def _figure(self, cell: Cell, found: CellValue, stub: _Stub, column: Column, unit: str, year: str) -> Figure | None:
        name, place, concept = self._told(stub, column)
        if not name:
            return None
        label = stub.cell.text if stub.cell is not None else ""
        stated = column.unit or unit or _row_unit(without_marks(label)) or self.table.unit
        number, upto, base_unit, measure = _value(found, column, stated)
        sign = None
        if measure in ("growth", "change"):
            sign = 1 if number > 0 else -1 if number < 0 else None
            number = abs(number)
        elif base_unit == "%" and name.endswith(("比重", "占比", "比例", "贡献率")):
            measure = "share"
        row = stub.above[-1] if stub.above else _Row(0, "")
        period = year or (row.period if row.period != _YEAR_END else "") or column.period or self.period
        if row.period == _YEAR_END and period.isdecimal() and measure != "share":
            period = f"{period}-12-31"
        status = (
            row.status
            or column.status
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

    def _told(self, stub: _Stub, column: Column) -> _Told:
        """What a cell measures, and the place that its row or its column is of."""
        told = stub.told.get(column.words)
        if told is None:
            name, place = self._of_place(stub.name, column) or self._of_thing(stub, column)
            told = stub.told[column.words] = _Told(name, place, identify(name).concept)
        return told

    def _of_place(self, label: str, column: Column) -> tuple[str, str] | None:
        """The name and the place where a row is one of places, None where it is none."""
        topic = self.topic
        if _WHOLE_PLACE.match(label) or label in self.own:
            return names.clean(column.words or topic.subject or topic.words), ""
        words = column.words
        if column.measure == "share" and words.startswith("占"):
            words = (topic.subject or topic.words) + words
        words = words or topic.subject or topic.words
        if not self.places:
            return None
        level = _OWN_BUDGET.match(label)
        if level and _is_place(level.group(1)):
            return f"{level.group(2)}本级{names.clean(words)}", level.group(1)
        named = (self.by_place and _REGION.search(label)) or (self.places_below and _DIVISION.match(label))
        if (words and _is_place(label)) or named:
            return names.clean(words), label
        return None

    def _of_thing(self, stub: _Stub, column: Column) -> tuple[str, str]:
        """The name where a row is a thing measured, with what its column and the caption say of it."""
        topic, label, words, place = self.topic, stub.name, column.words, ""
        beside = self.place_columns and words.endswith(("区", "市", "县"))
        if self.places and label and (beside or _is_place(words)):
            words, place = "", "" if words in self.own else words
        name = self._row_name(stub, words)
        measured = _OWN_MEASURE.search(name)
        alone = not words or words.startswith("占")  # what is told is the row's own, or its share
        if topic.side == "支出" and alone and (not names.TAIL.search(name) or _NO_AMOUNT.search(name)):
            name += "支出"
        if topic.fund and alone and name.endswith("税") and not name.startswith("其他"):
            name += "收入"
        if self._needs_fund(name):
            bare = names.LEVEL.sub("", name)
            name = name[: len(name) - len(bare)] + topic.fund + bare
        level = _LEVEL.match(words)
        if level:  # 市本级│收入
            name, words = level.group() + name, words[level.end() :]
        side = _SIDE.match(words) if "收支" in name else None
        if words.startswith(OWN_YEAR) and name.endswith(words[2:]):  # 养老保险基金支出, 当年支出 beside 合计
            name = name.removesuffix(words[2:]) + words
        elif side:  # 收支合计, 收入│占预算的比例
            name = name.replace("收支", side.group(1)) + words[side.end() :]
        elif words and not name.endswith(words) and not (measured and words in _BARE_MEASURES):
            name += words
        if topic.subject and topic.subject not in name and not measured:
            name += topic.subject
        if topic.scope and not name.startswith(topic.scope[:5]) and not names.LEVEL.match(name):
            name = (topic.scope.removesuffix("企业") if label.endswith("业") else topic.scope) + name
        return names.clean(name, self.own), place

    def _row_name(self, stub: _Stub, words: str) -> str:
        """A row's name under a column of these words, with the rows it is a part of where only they tell it apart."""
        topic, label, parent = self.topic, stub.name, stub.parent
        below = parent if len(stub.above) > 1 and int(stub.above[-1].depth) > int(stub.above[-2].depth) else ""
        if _TOTAL.match(label):
            return topic.projects if topic.projects and words else topic.subject or topic.words + label
        if below and _PARTIAL.match(label):
            return label + below
        if below and _USED.match(label):
            return below + label
        if below and not _OWN_MEASURE.search(label) and (measure := _PART_MEASURE.search(below)):
            return label + measure.group()
        own_level = _OF_LEVEL.match(label)
        if parent and own_level and not _SUM.search(parent):  # 国防│省本级支出
            return own_level["level"] + parent.removesuffix(own_level["side"]) + own_level["side"]
        if parent and (label == parent or self._unclear(label)):
            name = label
            for row in reversed(stub.above[-1 - _MOST_ABOVE : -1]):
                if _WHOLE_BUDGET.match(row.label):
                    break
                name = (topic.fund if _SUM.search(row.label) else row.label) + name
                if not self._unclear(row.label):
                    break
            return name
        held = _MONEY_HELD.search(label)
        if (
            held and label in self.ambiguous and stub.lead.endswith(held.group())
        ):  # 住户存款, set in no further: 活期存款
            return stub.lead.removesuffix(held.group()) + label
        if stub.group and self.repeated and stub.group not in (row.label for row in stub.above):
            return stub.group + label
        return label

    def _unclear(self, label: str) -> bool:
        """Whether a row's name alone does not say which row it is."""
        return label.removesuffix("支出") in self.ambiguous or bool(_COMMON.match(label))

    def _needs_fund(self, name: str) -> bool:
        """Whether a row's name does not show that it is of another budget than the general one."""
        topic = self.topic
        if not topic.fund or topic.fund.removesuffix("预算") in name:
            return False
        if names.balance_item(name) or (name.endswith(("收入合计", "支出合计")) and not names.FUND.search(name)):
            return True
        if topic.fund not in _TWO_FUNDS or _OF_FUND.search(name):
            return False
        return topic.side != "收入" or bool(_OF_EVERY_FUND.search(name[-_LONGEST_NAME:]))


@lru_cache(maxsize=4096)
def _is_place(label: str) -> bool:
    """Whether a row's name is the name of a Chinese division or zone and nothing else."""
    found = places(label) if 2 <= len(label) <= 12 else []
    return len(found) == 1 and found[0].quote == label and found[0].level in ("city", "county", "zone")


def _names(words: str) -> bool:
    """Whether a cell's words may name a row: they are no figures, whole or run together."""
    return _WORD.search(words) is not None and not _DIGITS_ONLY.match(words)


def _group_name(words: str) -> str:
    """The name of a group of rows (水路), "" for one that only says how they are told apart (按产业分)."""
    label, _ = _label(words)
    if _TOLD_APART.match(label) or len(label) > _LONGEST_GROUP or _NO_NAME.search(label):
        return ""
    return label


def _head_rows(table: Table) -> int:
    """How many rows at the top are heads: those without a number that is no year."""
    for index, row in enumerate(table.rows[:5]):
        if any(begins_body(cell.text) for cell in row[1:]) or (len(row) == 1 and is_value(row[0].text)):
            return index
    return min(1, len(table.rows))


@lru_cache(maxsize=4096)
def _label(words: str) -> tuple[str, bool]:
    """A row's name without its marks, and whether it is a part of the row above (其中：)."""
    bare = re.sub(r"\s", "", without_marks(words))
    marks = _MARKS.match(bare)
    name = bare[marks.end() :] if marks else bare
    if _row_unit(name):
        name = UNIT.sub("", name)
    return name.strip("：:、 ").removeprefix("本年"), bool(marks and re.match(r"其中|[＃#]", marks.group()))


@lru_cache(maxsize=4096)
def _row_time(label: str) -> tuple[str, str, Status | None]:
    """A row's name without the time and the version it states, and these: 2025年末专项债务余额执行数."""
    if label.startswith("年末") and len(label) > 3:
        return label[2:], _YEAR_END, None
    time, version = _ROW_TIME.match(label), _ROW_VERSION.search(label)
    if not time and not version:
        return label, "", None
    bare = label[time.end() if time else 0 : version.start() if version else None]
    if len(bare) < 2:
        return label, "", None
    period = f"{time.group(1)}-12-31" if time and time.group("end") else time.group(1) if time else ""
    status: Status | None = None
    if version:
        status = "target" if version.group("version") == "预算" else "actual"
    return bare, period, status


def _row_unit(label: str) -> str:
    """A unit in brackets at the end of a row's name: 出栏量（万头）."""
    match = UNIT.search(label)
    return match.group(1) if match and match.end() == len(label) and factor(match.group(1)) else ""


def _caption_period(table: Table, caption: str, text: str, date: str, frame: Frame) -> tuple[str, Span | None]:
    """The period that the caption names, with its words; else the frame's."""
    if table.caption is not None:
        for time in time_layer.scan(caption, Anchor(date)):
            if time.period and time.role != "base" and time.kind not in ("duration", "set", "clock"):
                if time.kind == "years":
                    break
                return time.period, table.caption.span(text, time.start, time.end)
    return frame.period, frame.span


def _bare(caption: str, own: tuple[str, ...]) -> str:
    """A caption without its number, its years, its remarks and the jurisdiction's name."""
    bare = re.sub(r"^(?:附?[表图]\s*[\d一二三四五六七八九十.—-]+[：:]?|附表)\s*", "", caption)
    bare = re.sub(r"(?:19|20)\d\d年?(?:[—-]\d{4})?年?(?:度|末|底)?|[（(][^（）()]*[）)]|\s", "", bare)
    for word in own:
        bare = bare.removeprefix(word)
    return bare


def _caption_topic(caption: str, own: tuple[str, ...]) -> Topic:
    """What a caption adds to every name: a scope, the thing measured, a budget's fund."""
    bare = _BY_PLACE.sub("", _bare(caption, own))
    bare = _OWN_LEVEL.sub("", re.sub(r"(?:19|20)\d\d年?度?", "", bare))
    fund = names.FUND.search(bare)
    scope = _SCOPE.match(bare)
    measured = _MEASURED.search(bare)
    words = _CAPTION_END.sub("", bare[scope.end() :] if scope else bare)
    return Topic(
        scope.group(1) if scope else "",
        measured.group(1) if measured else "",
        fund.group() if fund else "",
        side.group() if fund and (side := re.search(r"收入|支出", bare)) and "收支" not in bare else "",
        words if len(words) <= 16 else "",
        projects.group() if (projects := _PROJECTS.match(bare)) else "",
    )


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
