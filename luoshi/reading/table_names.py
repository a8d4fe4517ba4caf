"""What a table's cell measures: a row's name with what its column, its caption and the rows above it say.

县区 | 收入     东湾区 | 3     收入 of 东湾区
项目 | 执行数   教育   | 3     教育支出, in a table of expenditure
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from luoshi.knowledge.indicators import identify
from luoshi.language.places import places
from luoshi.patterns import late
from luoshi.reading import name_parts, names
from luoshi.reading.table_captions import Topic
from luoshi.reading.table_heads import GROWTH_END, OWN_YEAR, Column
from luoshi.reading.table_rows import SUM, Stub, Told

_PARTIAL = late(
    r"^(?:[春夏秋冬]收|[春夏秋冬]粮|早稻|中稻|晚稻|城镇|农村|男性?|女性?|内销|外销|住宅|国内|国外|入境|境内|境外|人民币|外币|本期|新增|市区|县城|乡村|公办|民办|一般贸易|加工贸易|其他)$"
)
_USED = late(r"调入|调出|安排|补充|动用")
# Who pays into a fund, which says nothing of what is paid: 股息红利收入│临澜水务有限公司.
_FIRM = late(r"(?:公司|集团|厂|研究院|设计院|勘察院|工程院|出版社|事务所|股权|银行)$")
_MOVED = late(r"调[入出]资金")  # an item of the whole budget's balance, wherever it stands
# Where the budgets' classification names a row the same under every agency (人大事务│行政运行).
_COMMON = late(r"^(?:行政运行|一般行政管理事务|机关服务|事业运行|专项业务|专项服务|信息化建设|机关服务费|其他支出)$")
# Words that only the governmental funds have, so that their budget's name adds nothing: 彩票公益金安排的支出.
_OF_FUND = late(
    r"基金|专项资金|专项债|彩票|国债|出让|配套费|通行费|污水处理费|电影|旅游发展|水库|移民|民航|收费公路|土地储备|棚户区|"
    r"安排的|国有"
)
# Receipts that every budget has.
_OF_EVERY_FUND = late(
    r"债务.*收入$|债券.*收入$|^(?:下级|区市|区县|市县|县区)?上解|结转|^(?:置换|再融资|新增)(?:.*)债券$"
)
_LONGEST_NAME = 60  # characters that a row's name is told by
_MOST_ABOVE = 6  # rows that one is told to be a part of
_TWO_FUNDS = frozenset({"政府性基金预算", "国有资本经营预算"})
_LEVEL = late(r"^(?:[市省州县区]本级|[市省州]级(?=$|收入|支出|占))")
# Rows of an account of expenditure that end as names of things do (公立医院, 社会保障和就业).
_MONEY_HELD = late(r"(?:存款|贷款)$")  # 住户│活期存款
_SIDE = late(r"^(收入|支出)(?=$|占)")
_NO_AMOUNT = late(r"(?:就业|机构|医院|学校|企业|平台|人才)$")
_OF_LEVEL = late(r"^(?P<level>[市省州县区]本级)(?P<side>支出|收入)$")
_OWN_BUDGET = late(r"^(.+([市县区州]))本级$")
_TOTAL = late(r"^(?:合计|总计|总\s*计|合\s*计|共计|小计)$")
_WHOLE_PLACE = late(r"^(?:全[市省州县区国]|[市省州县区]合计|[市省州]\s*计|全[市省州]合计)$")
# A row's name that says what is measured, so that a head 产量 over it adds nothing (发电量, 粮食播种面积).
_OWN_MEASURE = late(r"(?:[^产]量|面积|总产|收入|支出|金额|总额|率|产值|增加值|投资|价格|指数)$")
# The end of a row's name that its parts share without saying it (粮食播种面积, 其中：小麦).
_PART_MEASURE = late(r"(?:(?:播种|种植|施工|竣工|销售)?面积|总产量?|产量|投资|用电量|发电量|保费收入|出口额|进口额)$")
# A division's name under a head 县区 or among its like, also one that no list has.
_DIVISION = late("[\u4e00-\u9fff]{2,11}(?:[市县区州旗盟镇乡]|街道)\\Z")
# What ends like one and is a kind of places or none: 景区, 农村地区, 城市.
_NO_DIVISION = late(
    r"\A(?:[全各]|[国省市州]家?级)|[景园小社片灾厂校院街地市郊山库牧林矿辖]区\Z|\A[老新主]?城区\Z|"
    r"(?:名胜|度假|保护|功能|示范|试验|服务|生活|作业|养殖|种植)区\Z|[超城夜集早上股都]市\Z|城乡\Z|[村城小制心]镇\Z|[联同]盟\Z"
)
_REGION = late(r"(?:区|带|片|地区|片区)$")
# A column of a part of the country, whose name goes before that of the row: 粮食│农村.
_PART_OF_COUNTRY = late(r"(?:城市|农村|城镇|乡村)\Z")
_POWER = late(r"[水火核风]电|太阳能发?电?")
_BARE_MEASURES = frozenset({"产量", "数量", "金额", "数额", "绝对量"})
# The whole of a budget, which adds nothing to the names of its parts.
_WHOLE_BUDGET = late(
    r"^(?:[市省州县区]本级)?(?:本年|当年)?(?:地方)?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|"
    r"社会保险基金(?:预算)?)(?:本级)?(?:收入|支出)$"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """What of a table decides its names.

    ``own`` are the names of the document's own place. ``places``: rows may be places; ``by_place``: the caption says
    so, ``places_below``: a head or all of them do; ``place_columns``: columns are. ``repeated`` are names of groups'
    rows that come again, ``ambiguous`` those that only the rows above tell apart.
    """

    topic: Topic
    own: tuple[str, ...]
    places: bool
    by_place: bool
    places_below: bool
    place_columns: bool
    repeated: AbstractSet[str]
    ambiguous: AbstractSet[str]

    def told(self, stub: Stub, column: Column) -> Told:
        """What a cell measures, and the place that its row or its column is of."""
        told = stub.told.get(column.words)
        if told is None:
            name, place = self._of_place(stub.name, column) or self._of_thing(stub, column)
            told = stub.told[column.words] = Told(name, place, identify(name).concept)
        return told

    @property
    def _of_caption(self) -> str:
        """What the caption says that all cells measure, with its scope."""
        topic = self.topic
        moved = GROWTH_END.search(topic.words)
        words = topic.words[: moved.start()] if moved else topic.words
        # 工业增加值, of which the thing measured alone is 增加值
        fuller = words.endswith(topic.subject) and identify(words).concept
        told = words if fuller or not topic.subject else topic.subject
        return told if topic.scope[:5] and told.startswith(topic.scope[:5]) else topic.scope.removesuffix("企业") + told

    def _of_place(self, label: str, column: Column) -> tuple[str, str] | None:
        """The name and the place where a row is one of places, None where it is none."""
        words = column.words
        if column.measure == "share" and words.startswith("占"):
            words = self._of_caption + words
        elif self._of_caption.endswith(words.removeprefix("完成").removesuffix("额")):
            words = self._of_caption  # 完成投资, in a table of 固定资产投资
        words = words or self._of_caption
        if _WHOLE_PLACE.match(label) or label in self.own:
            return names.clean(words), ""
        if not self.places:
            return None
        level = _OWN_BUDGET.match(label)
        if level and is_place(level.group(1)):
            return f"{level.group(2)}本级{names.clean(words)}", level.group(1)
        named = (self.by_place and _REGION.search(label)) or (self.places_below and _DIVISION.match(label))
        if (words and is_place(label)) or named:
            return names.clean(words), label
        return None

    def _of_thing(self, stub: Stub, column: Column) -> tuple[str, str]:
        """The name where a row is a thing measured, with what its column and the caption say of it."""
        topic, label, words, place = self.topic, stub.name, column.words, ""
        beside = self.place_columns and (words.endswith(("区", "市", "县")) or is_division(words))
        if _LEVEL.fullmatch(label) and not words:
            words = self._of_caption
        if self.places and label and (beside or is_place(words)):
            words, place = "", "" if words in self.own else words
        name = self._row_name(stub, words)
        measured = _OWN_MEASURE.search(name)
        alone = not words or words.startswith("占")  # what is told is the row's own, or its share
        if topic.side == "支出" and alone and (not names.measures_itself(name) or _NO_AMOUNT.search(name)):
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
        elif _PART_OF_COUNTRY.match(words):
            name = words + name
        elif words == "产量" and _POWER.fullmatch(name):
            name, measured = name + "发电量", _OWN_MEASURE.search("发电量")
        elif words and topic.subject.endswith(words.removesuffix("额")):
            pass  # 投资额, in a table of 固定资产投资
        elif words and not name.endswith(words) and not (measured and words in _BARE_MEASURES):
            name = name_parts.overlap(name, words[-1] if words[:-1] in name and words[-1] in "数量额" else words)
        subject = topic.subject.removesuffix("指数") if column.measure == "growth" else topic.subject
        if subject and subject not in name and not measured:
            name += subject
        if topic.scope and not name.startswith(topic.scope[:5]) and not names.LEVEL.match(name):
            name = _scope(topic.scope, name, label) + name
        return names.clean(name, self.own), place

    def _row_name(self, stub: Stub, words: str) -> str:
        """A row's name under a column of these words, with the rows it is a part of where only they tell it apart."""
        topic, label, parent = self.topic, stub.name, stub.parent
        below = parent if len(stub.above) > 1 and int(stub.above[-1].depth) > int(stub.above[-2].depth) else ""
        if _TOTAL.match(label):
            return topic.projects if topic.projects and words else topic.subject or topic.words + label
        if below and _PARTIAL.match(label):
            return label + below
        if below and topic.fund and _FIRM.search(label):
            return label + (below if topic.fund in below else topic.fund + below)
        if below and _USED.match(label) and not _MOVED.fullmatch(label):
            return below + label
        if below and not _OWN_MEASURE.search(label) and (measure := _PART_MEASURE.search(below)):
            return label + measure.group()
        own_level = _OF_LEVEL.match(label)
        if parent and own_level and not SUM.search(parent):  # 国防│省本级支出
            return own_level["level"] + parent.removesuffix(own_level["side"]) + own_level["side"]
        if parent and (label == parent or self.unclear(label)):
            name = label
            for row in reversed(stub.above[-1 - _MOST_ABOVE : -1]):
                if _WHOLE_BUDGET.match(row.label):
                    break
                name = (topic.fund if SUM.search(row.label) else row.label) + name
                if not self.unclear(row.label):
                    break
            return name
        held = _MONEY_HELD.search(label)
        if (
            held and label in self.ambiguous and stub.lead.endswith(held.group())
        ):  # 住户存款, set in no further: 活期存款
            return stub.lead.removesuffix(held.group()) + label
        if label in self.ambiguous and not parent and _OWN_MEASURE.search(stub.lead) and not _OWN_MEASURE.search(label):
            return label + stub.lead  # 旅客周转量, set in no further: 铁路
        if stub.group and self.repeated and stub.group not in (row.label for row in stub.above):
            return stub.group + label
        return label

    def unclear(self, label: str) -> bool:
        """Whether a row's name alone does not say which row it is."""
        return label.removesuffix("支出") in self.ambiguous or bool(_COMMON.match(label))

    def _needs_fund(self, name: str) -> bool:
        """Whether a row's name does not show that it is of another budget than the general one."""
        topic = self.topic
        if not topic.fund or topic.fund.removesuffix("预算") in name:
            return False
        if names.balance_item(name) or (name.endswith(("收入合计", "支出合计")) and not names.FUND.search(name)):
            return True
        if topic.fund not in _TWO_FUNDS or (topic.fund == "政府性基金预算" and _OF_FUND.search(name)):
            return False
        return topic.side != "收入" or bool(_OF_EVERY_FUND.search(name[-_LONGEST_NAME:]))


def _scope(scope: str, name: str, label: str) -> str:
    """A caption's scope as it goes before a name: without what the name itself narrows (本外币│人民币存款)."""
    if label.endswith("业"):
        return scope.removesuffix("企业")
    return scope.removesuffix("本外币") if name.startswith(("人民币", "外币", "本外币")) else scope


def grown(name: str) -> tuple[str, int] | None:
    """A name without the words of growth at its end, and the growth's sign; None where nothing would be left."""
    moved = GROWTH_END.search(name)
    return (name[: moved.start()], -1 if moved["fall"] else 1) if moved and moved.start() > 1 else None


def are_places(labels: Sequence[str]) -> bool:
    """Whether names that stand beside each other are all of divisions, but for the whole's and its own level's."""
    told = [label for label in labels if not (_WHOLE_PLACE.match(label) or _TOTAL.match(label) or _LEVEL.match(label))]
    return len(told) > 1 and all(is_place(label) or is_division(label) for label in told)


def is_division(label: str) -> bool:
    """Whether a name has the form of a division's."""
    return _DIVISION.match(label) is not None and _NO_DIVISION.search(label) is None


@lru_cache(maxsize=4096)
def is_place(label: str) -> bool:
    """Whether a row's name is the name of a Chinese division or zone and nothing else."""
    found = places(label) if 2 <= len(label) <= 12 else []
    return len(found) == 1 and found[0].quote == label and found[0].level in ("city", "county", "zone")
