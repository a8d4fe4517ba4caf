"""The columns of a table of tasks: what each holds, by the words of its head, in any order and wording.

    序号 | 重点任务 | 具体举措 | 牵头单位 | 配合单位 | 完成时限 | 一季度目标 | 进展情况 | 备注
    number task       measure    lead       help       deadline   node         progress   remark

A mapping is a value (:class:`Columns`): it can be shown, and a person can give one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from luoshi.language.times import Anchor, scan
from luoshi.ledger.errors import LedgerError
from luoshi.patterns import late

ColumnRole = Literal[
    "id", "number", "chapter", "task", "measure", "target", "value", "unit", "lead", "help", "person", "deadline",
    "node", "progress", "light", "remark", "other",
]  # fmt: skip
ROLES: tuple[ColumnRole, ...] = get_args(ColumnRole)
#: The roles in the words of offices, by which a person may give a mapping too.
ROLE_WORDS: Mapping[ColumnRole, str] = {
    "id": "编号", "number": "序号", "chapter": "类别", "task": "任务", "measure": "举措", "target": "目标",
    "value": "目标值", "unit": "计量单位", "lead": "责任单位", "help": "配合单位", "person": "责任人",
    "deadline": "完成时限", "node": "节点", "progress": "进展情况", "light": "亮灯", "remark": "备注", "other": "其他",
}  # fmt: skip
TEXTS: tuple[ColumnRole, ...] = ("task", "measure", "target")

# The first that matches a head without its blanks. What a rule must not see stands in an earlier one.
_RULES: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = (
    ("id", late(r"\A(?:任务编号|编号|任务ID|ID)\Z", re.I)),
    ("number", late(r"\A(?:序号?|号|项次|No\.?|顺序号?|任务序号|行号)\Z", re.I)),
    ("light", late("亮灯|灯号|灯色|红黄绿|三色|预警|\\A(?:完成|当前|任务|办理)?状态\\Z|是否完成|评价等次|是否销号")),
    ("other", late("(?:开始|起始)(?:时间|日期)|存在.{0,4}问题|困难|堵点|下一?步|下阶段|需.{0,6}(?:协调|支持)|未完成原因|原因分析")),
    ("progress", late("进展|进度情况|完成情况|推进情况|落实情况|办理情况|工作情况|目前情况|动态|实施情况|整改情况|反馈(?!问题|意见)|完成进度|已完成|实际完成|成效")),
    ("remark", late("备注|说明|任务来源|来源|依据|出处|文号|文件|\\A注\\Z")),
    ("help", late("\\A(?!.*(?:牵头|责任单位（|主办)).*(?:配合|协同|协办|参与|协助|参加|会办)")),
    ("person", late("领导|责任人|负责人|联系人|联络员|电话|包保|包联|挂包|包抓|专员|经办|负责同志")),
    ("lead", late("牵头|主责|主办|承办|责任(?:单位|部门|主体|科室|分工|方)|(?:实施|落实|承担|负责|整改|建设|执行|主管|督办|报送|完成|对口)(?:单位|部门|主体|科室)|\\A责任\\Z|\\A部门\\Z|责任主体|\\A(?:所属)?科室\\Z|分工")),
    ("deadline", late("时限|期限|完成(?:时间|日期|节点)|办结(?:时间|日期)|截止|时间(?:节点|要求|安排|表|进度)|进度(?:安排|要求|计划)|(?:竣工|完工|投用|交付|结束|整改|计划|达标|落实)(?:时间|日期)|\\A(?:时间|日期|节点|何时|要求时间|工期|建设周期|建设期|起止时间|起止年限|实施时间)\\Z|节点目标|节点计划|里程碑|序时")),
    ("unit", late("计量单位")),
    ("chapter", late("类别|分类|板块|领域|方面|章节|类型|\\A一级|大项|专项名称|维度|专题|序列")),
    ("target", late("年度目标|20\\d\\d年(?:度)?(?:目标|计划|任务)|目标值|工作目标|量化|预期(?:目标|成效|成果)|指标值|计划数|年度计划|年度任务|任务数|目标要求|完成标准|达成目标|阶段目标|计划目标|工作标准|考核标准|衡量标准|成果形式|年度指标|\\A目标\\Z")),
    ("measure", late("举措|措施|细化|具体|主要内容|任务内容|工作内容|建设内容|做法|内容|工作要求|任务要求|\\A要求\\Z|任务分解|分解任务|二级|三级|子任务|任务描述|工作安排")),
    ("task", late("任务|事项|项目|工作|目标|指标|实事|名称|议定|建议|问题|改革|政策|督查|要点|议题|批示|课题|清单")),
)  # fmt: skip
_BARE_UNIT = late("\\A单位\\Z")
_STEP_HEAD = late("\\A(?:计划|预计|拟)?(?:开工|动工|启动|进场|封顶|招标|前期)(?:时间|日期|节点)\\Z")
_TIME_HEAD = late("季度|月|半年|年底|全年|年末")
_BLANK = late(r"[\s　]+|[（(](?:单位)?[:：]?[^（）()]{0,12}[）)]\Z")
_LONGEST_HEAD = 24
# What stands in rows and never in a head: sentences, numbers alone, counted things, bodies by name.
_NO_HEAD = late(
    r"[。；，]|\A\s*[\d.]+\s*\Z|\d\s*[^\d\s年月日季半度级期.\-—–~、）)]|\A(?:市|省|县|区|各)[^、]{1,12}(?:局|委|办|厅|部|院|政府|中心)"
    r"(?![^，]*(?:任务|目标|情况|意见))"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table holds: its head's words, and its role, column by column."""

    heads: tuple[str, ...]
    roles: tuple[ColumnRole, ...]

    def of(self, *roles: ColumnRole) -> tuple[int, ...]:
        """The columns (from 0) with one of the roles, from left to right."""
        return tuple(at for at, role in enumerate(self.roles) if role in roles)

    @property
    def has_task(self) -> bool:
        """Whether a column says what is to be done."""
        return bool(self.of(*TEXTS))

    def to_json(self) -> list[dict[str, Any]]:
        """A row for each column, as ``luoshi book import`` shows the mapping."""
        return [
            {"column": at, "head": head, "role": role}
            for at, (head, role) in enumerate(zip(self.heads, self.roles, strict=True), 1)
        ]


def role_of(head: str) -> ColumnRole | Literal[""]:
    """What a column holds by its head's words; ``""`` where they say nothing known."""
    words = re.sub(r"\s+", "", head)
    short = _BLANK.sub("", words)
    if not words or len(words) > _LONGEST_HEAD:
        return ""
    progress = _RULES[4][1].search(words)
    if not progress and _TIME_HEAD.search(words) and scan(words, Anchor("2026-01-01", 2026)):
        return "node"
    if _STEP_HEAD.search(words):
        return "node"
    for form in (words, short) if short != words else (words,):
        for role, pattern in _RULES:
            if pattern.search(form):
                return role
    return "lead" if _BARE_UNIT.match(words) else ""


def columns_of(heads: Sequence[str], given: Mapping[str, str] | None = None) -> Columns:
    """The mapping of a table's columns by their heads; lines of a head that stand above each other are parted by "\\n".

    ``given`` maps a role (its name or word) to a head's words or a column's number from 1, and goes before what is
    found. :class:`LedgerError` where it names a role or a column that there is not.
    """
    roles: list[ColumnRole] = []
    for head in heads:
        inner = head.rpartition("\n")[2]
        found = role_of(inner)
        if found in ("", "other", "task") or len(inner) < 3:
            found = role_of(head) or found
        if found in ("", "task") and "\n" in head:
            found = found or role_of(head.partition("\n")[0])
        roles.append(found or "other")
    _settle(roles, heads)
    for name, column in (given or {}).items():
        _give(roles, heads, name, column)
    return Columns(tuple(heads), tuple(roles))


def is_head(words: Sequence[str]) -> bool:
    """Whether a row's different cells name columns: short, at least two known, one of them what is to be done."""
    filled = [each for each in words if each]
    if len(filled) < 2 or any(len(re.sub(r"\s", "", each)) > _LONGEST_HEAD or _NO_HEAD.search(each) for each in filled):
        return False
    roles = [role_of(each) for each in filled]
    known = sum(role not in ("", "node") for role in roles)
    beside = any(role in ("lead", "help", "deadline", "number", "person", "progress", "id") for role in roles)
    return known >= 2 and 2 * sum(map(bool, roles)) >= len(filled) and beside and any(role in TEXTS for role in roles)


def _settle(roles: list[ColumnRole], heads: Sequence[str]) -> None:
    """What one column is follows from the others: 目标 beside 任务 is the target, alone it is the task.

    责任单位 beside 牵头单位, with none that co-operate, are those that help.
    """
    if "task" not in roles:
        for role in ("measure", "target"):
            if role in roles:
                roles[roles.index(role)] = "task"
                break
        else:
            if "chapter" in roles:
                roles[len(roles) - 1 - roles[::-1].index("chapter")] = "task"
    tasks = [at for at, role in enumerate(roles) if role == "task"]
    for at in tasks[1:]:
        roles[at] = "measure"
    for at, head in enumerate(heads):
        if _BARE_UNIT.match(head.strip()) and roles.count("lead") > 1:
            roles[at] = "unit"
    leading = [at for at, role in enumerate(roles) if role == "lead"]
    if "help" not in roles and any("牵头" in heads[at] or "主" in heads[at] for at in leading):
        for at in leading:
            if re.search("责任(?:单位|部门)|落实单位|实施单位", heads[at]) and "牵头" not in heads[at]:
                roles[at] = "help"
    if "lead" not in roles and "person" in roles:
        for at, head in enumerate(heads):
            if roles[at] == "person" and "单位" in head:
                roles[at] = "lead"


def _give(roles: list[ColumnRole], heads: Sequence[str], name: str, column: str) -> None:
    names: dict[str, ColumnRole] = {word: role for role, word in ROLE_WORDS.items()} | {role: role for role in ROLES}
    if name not in names:
        known = "、".join(ROLE_WORDS.values())
        raise LedgerError(f"{name}: 没有这种列，可用 {known} / no such kind of column; one of {', '.join(ROLES)}")
    plain = [re.sub(r"\s+", "", head) for head in heads]
    if column.isdecimal() and 1 <= int(column) <= len(heads):
        at = int(column) - 1
    elif column in plain:
        at = plain.index(column)
    else:
        shown = "、".join(filter(None, plain))
        raise LedgerError(
            f"{column}: 表中没有这一列，表头是 {shown} / the table has no such column; its head is {shown}"
        )
    role = names[name]
    if role in ("task", "deadline"):
        for other, held in enumerate(roles):
            if held == role:
                roles[other] = "other"
    roles[at] = role
