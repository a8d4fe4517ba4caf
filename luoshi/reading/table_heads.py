"""What the heads over a table's columns say: the words they add to a name, the unit, the measure, the period.

| 县区 | 一般公共预算收入 | 一般公共预算收入 | 2026年计划投资（亿元） | 邮编 |
| 县区 | 总量（亿元） | 增速（%） | 2026年计划投资（亿元） | 邮编 |
  names  its level       its growth   a target of 投资         no values
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from luoshi.knowledge.indicators import identify
from luoshi.language import times as time_layer
from luoshi.language.times import Anchor
from luoshi.patterns import late
from luoshi.reading.cells import factor, without_marks
from luoshi.reading.text_tables import Table
from luoshi.records import Measure, Status

#: A unit in a head's or a name's brackets: 产量（万吨）, （单位：亿元）.
UNIT = late(r"[（(]\s*(?:单位[:：])?\s*([^（）()]{1,10}?)\s*[）)]")
#: Two units in one place, one of them percent: 亿元、%.
UNITS_JOINED = late(r"[、，,/／](?=[%％]$)|(?<=[%％])[、，,/／]")
#: The head over a column of places.
PLACES = late(
    r"(?:各?(?:县|区|市)(?:[（(、]{0,2}[市县区]){0,2}[）)]?|地区|区域|地市|市州|州市|城市|镇街|街镇|乡镇|镇[（(]街道[）)])(?:名称)?\Z"
)
#: A column that is of its own year beside sums over years.
OWN_YEAR = ("当年", "本年")
_SAMPLE = 40  # rows that show what a column holds
_GROWTH = late(r"增长|增减|增幅|增速|涨跌|涨幅|同比|比上年|较上年|比去年|环比|±")
#: The words of growth with which a name ends: 地区生产总值│增速, 居民消费价格│涨幅.
GROWTH_END = late(
    r"(?:(?:同比|环比|年均|[比较](?:上年|去年)(?:同期)?)?(?:名义|实际|可比价?)?(?:增长|增速|增幅|涨幅|(?P<fall>降幅|下降|降低))"
    r"(?:速度|幅度)?)\Z"
)
_AMOUNT_MOVED = late(
    r"^(?:[比较](?:上年|年初|上年末|去年|预算数?|上年同期|同期))?(?:净?增加|增减|新增|增)(?:额|量|数)$|^[比较].{2,6}增加$"
)
_SHARE = late(r"比重|占比|比例|构成|结构")
_BUDGET_SHARE = late(
    r"(?:完成|占|为)?(?:调整)?预算(?:数)?的?[（(]?(?:%|％|比例|百分比)|占(?:年初|调整)?预算$|完成(?:预算)?[（(]?(?:%|％|比例|进度)|执行率"
)
_PLAN_SHARE = late(
    r"(?:完成|占|为)(?P<plan>(?:年度|全年|年初|当年|本年)?(?:计划|目标|任务))(?:数|值)?的?[（(]?(?:%|％|比例|进度|率|百分比)"
)
_LABEL = late(
    r"^(?:指标|项目|项目名称|名称|产品名称|产品|类别|类\s*别|分类|行业|地区|科目|科目名称|预算科目|功能科目|单位名称|区域|品种|内容|收入项目|支出项目|商品名称|项|县区|区县|县市区|区市县|市县|地市|市州|各市|城市)$"
)
# Columns of numbers that name things and measure nothing.
_CODE = late(
    r"(?:编码|代码|代号|编号|序号|行次|行号|栏次|邮编|电话|手机|传真|联系方式|账号|帐号|证号|文号|号码|学号|工号|案号|ID|No\.?)$",
    re.I,
)
_REMARK = late(r"^(?:备注|说明|附注)$")
_PLAIN_HEAD = late(
    r"^(?:(?:实际|预计|累计|已|共){0,2}(?:完成|执行|实现|达到)(?:数|额|值|量|情况)?|绝对数|绝对额|金额|数量|数值|总量|数额|合计|收入合计|支出合计|指标值|数据|值|全年|年末数|年末|期末数|期末|本期数|本期|(?:本期|本月|本年|当年|自年初)累计(?:数|额|值)?|当年|数|执行|完成|完成额|本年|实际|总计|全市|累计|规模|执行数|决算数|完成数|预算数|调整预算数|年初预算数?|预算|上年决算数|上年执行数|备注|小计|市区|全国|全省)?$"
)
# Two heads side by side that part the country, so that neither is one of names.
_PARTS_OF_COUNTRY = frozenset({"城市", "农村"})
# A head under another one, which names what is measured: 一般公共预算收入, below it 总量.
_PLAIN_BELOW = late(r"^(?:绝对[数额值量]|金额|数量|数值|总量|数额|指标值|数据|值|数|累计)$")
_COLUMN_END = late(
    r"(?:(?:年初|汇总|代编|调整后?的?|变动|可比|当年|年度)*"
    r"(?:预算(?:数|执行|金额)?|预计执行数?|执行数|决算数|完成数)|(?<=[入出])完成额?)?(?:小计|合计)?$"
)
_AGAINST = late(r"(?:执行数|完成数|决算数)?为((?:年初|汇总|代编|调整后?|变动|上年|可比)*(?:预算|执行|决算|完成)数)的?$")
_ALL = late(r"^全[市省州县区国](?=收入|支出)")
_PLANNED_VALUE = late(r"(?:年初|汇总|代编|调整后?|变动)*预算数?")
# Budgets' own names, in which 预算 says nothing of whether a value is planned or done.
_BUDGET_NAME = late(r"(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算")
_PLAN = late(
    r"(?:年度|全年|当年|年初|本年)?(?:预期)?(?:计划|目标|任务)(?!生育|单列|外|完成[率比情进]|执行)(?:数|值)?(?:完成)?"
)
# What measures against a plan, and 下达投资计划, which was done.
# 计划投资 and 完成投资 are what projects are measured by; the plan and the deed are part of their names.
_PLANNED_INVESTMENT = late(r"计划(?:完成)?投资额?$")
_AGAINST_PLAN = late(r"(?:完成|占|比|较|超|为|超过|超额|下达[^，]{0,4})\Z")
# A column whose head says what its numbers count, whatever the unit over the table is.
_COUNTED_IN = {"年限": "年", "期限": "年", "人数": "人", "户数": "户", "个数": "个"}
_COUNTED = late("(?:" + "|".join(_COUNTED_IN) + ")$")
_AMOUNT_MOVES = late(r"增减(?!幅|率|[%％])|增加额|减少额|增减额|增长额|增量|增支|增收|变动额")
_MARKS = late(r"^(?:其中[：:]?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|①|②|③|④)+")
_TIMES = ("year", "month", "months", "point", "quarter", "half")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's head says: the words it adds to a row's name, the unit, the measure, the period.

    ``holds`` is ``values``, ``units`` (a column 计量单位) or ``codes`` (序号, 科目编码).
    """

    words: str
    unit: str = ""
    measure: Measure = "level"
    period: str = ""
    status: Status | None = None
    holds: str = "values"


def columns(table: Table, heads: int, caption: str, date: str, period: str) -> list[Column | None]:
    """What the first ``heads`` rows say of each column; ``None`` for one of names or notes.

    ``period`` is the table's own, whose year holds for months that name none.
    """
    width = max((len(row) for row in table.rows), default=0)
    over = [
        tuple(
            dict.fromkeys(
                _head_words(row[index].text, below=at > 0)
                for at, row in enumerate(table.rows[:heads])
                if index < len(row) and row[index].text
            )
        )
        for index in range(width)
    ]
    year = int(period[:4]) if period[:4].isdigit() else None
    told = {words: _column(words, table, caption, Anchor(date, year)) for words in dict.fromkeys(over)}
    found = [told[words] for words in over]
    for index, column in enumerate(found):
        if column is not None and column.holds == "units" and not _lists_units(table, heads, index):
            found[index] = None  # 单位 over the names of offices and firms
    if {words[0] for words in over if len(words) == 1} >= _PARTS_OF_COUNTRY:
        beside = found[over.index(("农村",))] or Column("")
        found = [
            replace(beside, words=words[0]) if words == ("城市",) else one
            for words, one in zip(over, found, strict=True)
        ]
    return _inherit(found)


def corner_unit(table: Table, heads: int) -> str:
    """The unit that the head over the rows' names states for all of them: 项目（单位：亿元）."""
    for row in table.rows[:heads]:
        stated = UNIT.search(row[0].text) if row else None
        if stated and _is_unit(stated[1]):
            return stated[1]
    return ""


def _lists_units(table: Table, heads: int, index: int) -> bool:
    """Whether the cells of a column headed 单位 are units, by its first ones."""
    cells = [row[index].text for row in table.rows[heads : heads + _SAMPLE] if index < len(row) and row[index].text]
    return 2 * sum(factor(without_marks(words)) is not None for words in cells) >= len(cells)


def _head_words(words: str, *, below: bool) -> str:
    """A head's words without spaces and marks; a unit alone below another head is put in brackets."""
    bare = re.sub(r"\s", "", without_marks(words))
    return f"（{bare}）" if below and bare and factor(bare) is not None else bare


def _column(words: tuple[str, ...], table: Table, caption: str, anchor: Anchor) -> Column | None:
    """What the heads over a column say, from the uppermost; ``None`` for a column of names or notes."""
    head = _joined(words)
    if _CODE.search(head):
        return Column("", holds="codes")
    if _LABEL.match(UNIT.sub("", head)) or _REMARK.match(head):
        return None
    if head in ("单位", "计量单位"):
        return Column("", holds="units")
    unit = _unit(words, head)
    bare = (UNIT.sub("", head) if unit else head).replace("%", "").replace("％", "").strip("：:/")
    bare = re.sub("其中[:：]?", "", bare).replace("年年初预算", "年预算").replace("年代编", "年度代编")
    against = _AGAINST.search(bare)
    if against:
        outlook: Status | None = "target" if bare.startswith("预算") else None
        return Column(f"占{against.group(1)}的比例", unit or "%", "share", "", outlook)
    bare, period = _without_time(bare, anchor, own_year=len(words) != 2)
    bare, status = _without_plan(bare, head)
    measure: Measure = "level"
    if _BUDGET_SHARE.search(head):
        planned = _PLANNED_VALUE.search(_BUDGET_NAME.sub("", bare))
        measure, bare, unit = "share", f"占{planned.group() if planned else '预算'}的比例", unit or "%"
    elif plan := _PLAN_SHARE.search(head):
        measure, bare, unit, status = "share", f"占{plan['plan']}的比例", unit or "%", None
    elif unit != "%" and _AMOUNT_MOVED.search(bare):
        measure, bare = "change", ""
    elif _GROWTH.search(head) or ((unit or table.unit) == "%" and _GROWTH.search(caption) and not _SHARE.search(head)):
        by_amount = unit not in ("", "%") or (not unit and table.unit not in ("", "%") and _AMOUNT_MOVES.search(head))
        measure = "change" if by_amount else "growth"
        unit = unit if by_amount else "%"
        # Where the head says nothing of growth the caption says it of every column.
        bare = _grown(words, bare, anchor) if _GROWTH.search(head) else bare
    elif _SHARE.search(head):
        measure, unit = "share", unit or "%"
    # 其中│当年预算 beside 合计 is not the whole.
    if measure == "level" and "其中" not in head:
        bare = _COLUMN_END.sub("", bare)
    bare = _ALL.sub("", bare)
    if _PLAIN_HEAD.match(bare):
        bare = ""
    counted = _COUNTED.search(bare) if not unit else None
    return Column(bare, _COUNTED_IN[counted.group()] if counted else unit, measure, period, status)


def _unit(words: tuple[str, ...], head: str) -> str:
    """The unit that heads state: a growth's own, else that of the lowest head that has one."""
    stated = [found[1] if (found := UNIT.search(each)) and _is_unit(found[1]) else "" for each in words]
    own_growth = len(words) > 1 and _GROWTH.search(words[-1]) and not _GROWTH.search(words[0])
    if own_growth and (stated[-1] or not _AMOUNT_MOVES.search(words[-1])):
        return stated[-1] or ("%" if re.search("[%％]", words[-1]) else "")
    unit = next((each for each in reversed(stated) if each), "")
    return unit or ("%" if re.search("[%％]", head) else "")


def _without_time(bare: str, anchor: Anchor, *, own_year: bool) -> tuple[str, str]:
    """A head without the time it states, and the period; 当年 under another head is no time."""
    for time in time_layer.scan(bare, anchor):
        if (
            time.period
            and not time.quote.endswith("年初")
            and not bare.startswith(("结转", "结余"), time.end)
            and (own_year or time.quote not in OWN_YEAR)
            and time.role != "base"
            and time.kind in _TIMES
        ):
            return bare[: time.start] + bare[time.end :], time.period
    return bare, ""


def _without_plan(bare: str, head: str) -> tuple[str, Status | None]:
    """A head without the words that say that its values are planned, and ``target`` if they do."""
    own = _BUDGET_NAME.sub("", bare)
    if "预算" in own and "执行" not in own and "决算" not in own and not _BUDGET_SHARE.search(head):
        return bare, "target"
    plan = _PLAN.search(bare)
    if plan is None or _AGAINST_PLAN.search(bare[: plan.start()]):
        return bare, None
    if _PLANNED_INVESTMENT.search(bare):
        return bare, "target"
    return bare[: plan.start()] + bare[plan.end() :], "target"


def _grown(words: tuple[str, ...], bare: str, anchor: Anchor) -> str:
    """What a growth is of, where the head above it names it (一般公共预算收入, below it 增速) or it does itself.

    ``bare`` is the head without its time and its unit; it names an indicator of the scheme, or nothing: 财政收入增速.
    """
    if len(words) == 1 and (moved := GROWTH_END.search(bare)):
        return bare[: moved.start()] if identify(bare[: moved.start()]).concept else ""
    if len(words) < 2 or _GROWTH.search(words[0]) or not _GROWTH.search(words[-1]):
        return ""
    outer, _ = _without_time(UNIT.sub("", words[0]), anchor, own_year=True)
    outer, _ = _without_plan(outer, outer)
    outer = _COLUMN_END.sub("", outer.strip("：:/"))
    return "" if _PLAIN_HEAD.match(outer) or _LABEL.match(outer) else outer


def _is_unit(words: str) -> bool:
    """Whether the words in a head's brackets are a unit (万元, 亿元、%) and no remark (含生育保险)."""
    return all(factor(part) is not None for part in UNITS_JOINED.split(words) if part)


def _joined(words: tuple[str, ...]) -> str:
    """The heads over a column as one name: 债务限额, 专项债务 → 专项债务限额; else one after the other."""
    if len(words) != 2:
        return "".join(words)
    below = UNIT.sub("", words[1])
    if _PLAIN_BELOW.match(below) and not _LABEL.match(words[0]):
        return words[0] + words[1][len(below) :]
    version = re.search(r"(?:预算|执行|决算)(?:数|金额)$", words[0])
    outer = words[0][: version.start()] if version else words[0]
    year = re.match(r"(?:19|20)\d\d年[末底度]?", outer)
    bare = outer[year.end() :] if year else outer
    if version and not bare:  # 2025年预算金额, 一、省级项目
        return outer + _MARKS.sub("", words[1]) + version.group()
    if bare[:2] == words[1][-2:] and len(bare) > 2:
        return outer[: len(outer) - len(bare)] + words[1] + bare[2:] + (version.group() if version else "")
    return "".join(words)


def _inherit(columns: list[Column | None]) -> list[Column | None]:
    """Columns of growth and shares with the name, the time and the outlook of the level before them.

    产量 | 比上年增长(%) is 产量's growth, 一季度 | 同比增长 one of the quarter, planned where the level is.
    """
    level = Column("")
    out: list[Column | None] = []
    for column in columns:
        if column is not None and column.measure in ("growth", "change") and level.words.startswith(column.words):
            period = _inner(column, level) if column.measure == "growth" else column.period
            column = replace(column, words=level.words, status=column.status or level.status, period=period)
        elif column is not None and column.measure == "share" and column.words.startswith("占"):
            named = level.words.endswith(("收入", "支出"))  # 收入预算 | 收入完成 | 占预算(%) | 支出预算 | …
            words = level.words + column.words if named else column.words
            period = _inner(column, level) if len(level.period) > len("2025") else column.period
            column = replace(column, words=words, period=period)
        elif column is not None and column.words.endswith("率") and not column.period:
            column = replace(column, period=level.period)  # 1—7月完成 | 完成率
        elif column is not None and column.holds == "values" and column.measure not in ("share", "growth", "change"):
            # Beside last year's values, growth is of the later year: 2025年 | 2024年 | 名义增长(%).
            later = level.words == column.words and column.period[:4] < level.period[:4]
            level = level if later else column
        out.append(column)
    return out


def _inner(column: Column, level: Column) -> str:
    """A column's period, or that of the level before it where this tells it closer (2026│1—4月 of 2026)."""
    return level.period if level.period.startswith(column.period) else column.period
