"""The columns of a table of tasks: what each holds, by the words of its head, in any order and wording.

    序号 | 重点任务 | 具体举措 | 牵头单位 | 配合单位 | 完成时限 | 一季度目标 | 进展情况 | 备注
    number task       measure    lead       help       deadline   node         progress   remark

A mapping is a value (:class:`Columns`): it can be shown, and a person can give one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from luoshi.language.times import Anchor, scan
from luoshi.ledger.book.contents import Content, content_of, contents_of
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

_BARE_UNIT = late("\\A单位\\Z")
_STEP_HEAD = late("\\A(?:计划|预计|拟)?(?:开工|动工|启动|进场|封顶|招标|前期)(?:时间|日期|节点)\\Z")
_TIME_HEAD = late("季度|月|半年|年底|全年|年末")
_BLANK = late(r"[\s　]+|[（(](?:单位)?[:：]?[^（）()]{0,12}[）)]\Z")
_LONGEST_HEAD = 24
_LONGEST_NAME = 14  # of a column whose head is known by what stands below it alone
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


@cache
def _rules() -> tuple[tuple[ColumnRole, re.Pattern[str]], ...]:
    """The rules of ``knowledge/task_columns.toml`` in their order; the first that matches a head decides."""
    table = tomllib.loads(files("luoshi.knowledge").joinpath("task_columns.toml").read_text("utf-8"))
    return tuple((rule["role"], re.compile("|".join(rule["heads"]), re.I)) for rule in table["rule"])


def role_of(head: str) -> ColumnRole | Literal[""]:
    """What a column holds by its head's words; ``""`` where they say nothing known."""
    words = re.sub(r"\s+", "", head)
    short = _BLANK.sub("", words)
    if not words or len(words) > _LONGEST_HEAD:
        return ""
    progress = dict(_rules())["progress"].search(words)
    if not progress and _TIME_HEAD.search(words) and scan(words, Anchor("2026-01-01", 2026)):
        return "node"
    if _STEP_HEAD.search(words):
        return "node"
    for form in (words, short) if short != words else (words,):
        for role, pattern in _rules():
            if pattern.search(form):
                return role
    return "lead" if _BARE_UNIT.match(words) else ""


def columns_of(
    heads: Sequence[str], given: Mapping[str, str] | None = None, below: Sequence[Sequence[str]] = ()
) -> Columns:
    """The mapping of a table's columns by their heads; lines of a head that stand above each other are parted by "\\n".

    ``below`` are the cells under each head, column by column: what they hold decides where a head says nothing known.
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
    if below:
        _by_content(roles, heads, [contents_of(cells) for cells in below])
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


def may_be_head(words: Sequence[str]) -> bool:
    """Whether the cells of a row, column by column, could be names of columns in unknown words: short, hardly a gap."""
    filled = [each for each in words if each]
    if len(set(filled)) < 3 or len(filled) < len(words) - 1:
        return False
    if any(len(each) > _LONGEST_NAME or _NO_HEAD.search(each) for each in filled):
        return False
    return not any(content_of(each) in ("number", "time") for each in filled)


def reads_as_head(words: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether such a row heads a table of tasks: below it stand sentences, and bodies or times that it is none of.

    ``words`` and ``below`` go column by column.
    """
    kinds = [contents_of(cells) for cells in below]
    own = [kind != "" and content_of(each) == kind for each, kind in zip(words, kinds, strict=True) if kind != "prose"]
    return "prose" in kinds and ("bodies" in kinds or "time" in kinds) and not any(own)


def _by_content(roles: list[ColumnRole], heads: Sequence[str], kinds: Sequence[Content]) -> None:
    """The roles of columns by what stands in them: those with an unknown head, and the tasks where no head names them.

    A column of sentences under a head for bodies (任务及责任单位) holds the tasks, each with its bodies in it.
    """
    for at, head in enumerate(heads):
        if _BARE_UNIT.match(head.rpartition("\n")[2].strip()) and kinds[at] not in ("bodies", "prose"):
            roles[at] = "unit"
    unknown = [at for at, role in enumerate(roles) if role == "other" and not role_of(heads[at])]
    if not any(role in TEXTS for role in roles):
        sentences = [at for at in unknown if kinds[at] == "prose"]
        sentences = sentences or [at for at, role in enumerate(roles) if role == "lead" and kinds[at] == "prose"]
        if sentences:
            roles[sentences[0]] = "task"
    wanted: tuple[tuple[Content, ColumnRole], ...] = (("time", "deadline"), ("bodies", "lead"), ("bodies", "help"))
    for kind, role in wanted:
        fitting = [at for at in unknown if roles[at] == "other" and kinds[at] == kind]
        if fitting and role not in roles:
            roles[fitting[0]] = role


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
