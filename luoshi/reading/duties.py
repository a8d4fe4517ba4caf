"""Who is named as responsible, who co-operates and by when: in brackets, on a line of its own, in a table's columns.

建设渔港三座。（市海洋局牵头，市财政局配合，2026年12月底前完成）
责任单位：市海洋局、市财政局
| 重点任务 | 责任单位 | 配合单位 | 完成时限 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from luoshi.language.passage import Passage
from luoshi.patterns import late
from luoshi.reading.text_tables import Cell, Table
from luoshi.records import Span

_UNITS = "(?:单位|部门|科室|处室|股室|人|领导|单位及责任人)"
_LEADERS = rf"(?:责任|牵头|主办|承办|落实|实施|主责|负责|第一责任)(?:领导|责任)?{_UNITS}"
_HELPERS = rf"(?:配合|协办|协同|参与|协助|责任配合){_UNITS}"
_TIMES = "(?:完成|办结|整改|推进|时间)?(?:时限|期限|时间|时间节点|进度要求)"
_LABELLED = late(
    rf"(?P<role>{_LEADERS}|{_HELPERS}|{_TIMES})[：:](?P<names>[^；;。：:]{{1,90}}?)(?=[；;。]|[，、,\s]*(?:{_LEADERS}|{_HELPERS}|{_TIMES})[：:]|[）)】\]]*\Z)"
)
_LED = late(
    "(?:由)?(?P<names>[^，；。：（()]{2,50}?)(?:同志)?(?:牵头|负责|主办|承办)(?:落实|推进|办理|组织实施|实施)?(?=[，,；;）)]|\\Z)"
)
_HELPED = late(
    "(?P<names>[^，；。：（()]{2,60}?)(?:配合|协同|参与|协办|协助|按职责分工负责)(?:落实|推进|办理)?(?=[，,；;）)]|\\Z)"
)
_UNTIL = late(
    "(?P<when>[^，；。：（()]{2,20}?(?:前|底|年|月|日|季度|长期|年内))(?:完成|办结|建成|投用|到位)?(?=[，,；;）)]|\\Z)"
)
_WITHIN = late(
    "(?:会同|联合|配合|协同|协调|携手|与)(?P<names>[^，；。：（“”]{2,40}?)(?:等(?:部门|单位)?|一道|一起|共同|(?=开展|推进|研究|做好|制定|组织|建设|共建|，|。|$))"
)
_IN_CHARGE = late("牵头|负责|承担|组织实施")
_BY = late("(?:由|[，。：]|^)(?P<names>[^，。；由（]{2,20}?)(?:牵头|负责|承担|组织实施)")
_JOINTS = late("[、，,；;\\s]+|(?:以?及|和|与)(?=[各市县区省州])")
_BODY_END = late(
    "(?:部|委|局|署|办|院|厅|会|府|处|科|股|室|队|中心|集团|公司|银行|行|大学|学校|医院|街道|镇|乡|县|区|市|州|省|办公室|管委会|党组|支队|大队|站|所|社)(?:（[^）]{1,12}）)?\\Z"
)
_NOT_NAMES = late("\\A(?:等|单位|部门|有关部门|各部门)\\Z")
_TASK_COLUMN = late("任务|内容|事项|举措|措施|目标|项目|工作|问题")
_LEAD_COLUMN = late("责任|牵头|主办|承办|落实|实施单位|单位|部门|科室")
_HELP_COLUMN = late("配合|协同|参与|协办|协助")
_TIME_COLUMN = late("时限|期限|时间|进度|节点")


@dataclass(frozen=True, slots=True)
class Duty:
    """The bodies that lead and those that help, the words of the deadline, and where each stands."""

    leaders: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    time: str = ""
    form: str = ""
    sources: tuple[tuple[str, Passage, int, int], ...] = ()

    def joined(self, other: Duty) -> Duty:
        """What this says, and where it is silent what another says."""
        return Duty(
            self.leaders or other.leaders,
            (*self.helpers, *(one for one in other.helpers if one not in self.helpers)),
            self.time or other.time,
            self.form or other.form,
            (*self.sources, *other.sources),
        )

    def spans(self, document_text: str) -> tuple[tuple[str, Span], ...]:
        """Where each field stands in the document."""
        return tuple((name, passage.span(document_text, start, end)) for name, passage, start, end in self.sources)


NOBODY = Duty()


def names_of(words: str) -> tuple[str, ...]:
    """The bodies of a list: 市发改委、市财政局及各县 is three; brackets around a level (县（市、区）) hold together."""
    held = re.sub("[（(][^（）()]{0,14}[）)]", lambda m: m.group().replace("、", "\0"), words)
    parts = [part.replace("\0", "、").strip(" 　*|") for part in _JOINTS.split(held) if part]
    return tuple(
        re.sub("等(?:部门|单位)?$", "", part) for part in parts if len(part) > 1 and not _NOT_NAMES.match(part)
    )


def duty_line(passage: Passage) -> Duty | None:
    """What a line that only names bodies or a deadline says; None for any other."""
    text = passage.text
    words = text.strip(" 　*>-（(【[")
    found = _LABELLED.match(words)
    if found is None or len(text) > 160:
        return None
    return _labelled(text, 0, len(text), passage, "line")


def duty_of(text: str, start: int, end: int, passage: Passage) -> tuple[Duty, int]:
    """The duty that brackets at the end of a segment name, and where the segment ends without them."""
    close = text[end - 1] if end else ""
    if close not in "）)】]":
        return NOBODY, end
    depth, at = 0, end
    while at > start:
        at -= 1
        depth += (text[at] in "）)】]") - (text[at] in "（(【[")
        if depth == 0:
            break
    else:
        return NOBODY, end
    duty = _labelled(text, at + 1, end - 1, passage, "brackets") or _bracketed(text, at + 1, end - 1, passage)
    if duty is None:
        return NOBODY, end
    while at > start and text[at - 1] in "。；;！ 　":
        at -= 1
    return duty, at


def _labelled(text: str, start: int, end: int, passage: Passage, form: str) -> Duty | None:
    """责任单位：…；配合单位：…；完成时限：…"""
    duty = Duty(form=form)
    for found in _LABELLED.finditer(text, start, end):
        role, names = found.group("role"), found.group("names")
        place = ((_field(role), passage, *found.span("names")),)
        if re.fullmatch(_HELPERS, role):
            duty = replace(duty, helpers=(*duty.helpers, *names_of(names)), sources=(*duty.sources, *place))
        elif re.fullmatch(_TIMES, role):
            duty = replace(duty, time=names, sources=(*duty.sources, *place))
        else:
            duty = replace(duty, leaders=(*duty.leaders, *names_of(names)), sources=(*duty.sources, *place))
    return duty if duty.leaders or duty.helpers or duty.time else None


def _field(role: str) -> str:
    return "bodies" if re.fullmatch(_HELPERS, role) else "deadline" if re.fullmatch(_TIMES, role) else "actor"


def _bracketed(text: str, start: int, end: int, passage: Passage) -> Duty | None:
    """（市海洋局牵头，市财政局配合，年底前完成）, or only bodies: （市海洋局、市财政局）."""
    sources: list[tuple[str, Passage, int, int]] = []
    leaders: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    time = ""
    if led := _LED.search(text, start, end):
        leaders = names_of(led.group("names"))
        sources.append(("actor", passage, *led.span("names")))
    if helped := _HELPED.search(text, led.end() if led else start, end):
        helpers = names_of(helped.group("names").lstrip("，,；; "))
        sources.append(("bodies", passage, *helped.span("names")))
    if not leaders and not helpers:
        parts = names_of(text[start:end])
        while parts and re.search("[前底]$|完成$|^20\\d\\d", parts[-1]):
            time, parts = parts[-1], parts[:-1]
        if not parts or not all(_BODY_END.search(part) for part in parts):
            return None
        leaders = parts
        sources.append(("actor", passage, start, end))
    elif until := _UNTIL.search(text, max(m.end() for m in (led, helped) if m), end):
        time = until.group("when").lstrip("，,；; ")
        sources.append(("deadline", passage, *until.span("when")))
    return Duty(leaders, helpers, time, "brackets", tuple(sources))


def helpers_within(words: str) -> tuple[str, ...]:
    """The bodies that a task's own words name as co-operating: 会同…, 与…一道."""
    found: list[str] = []
    for match in _WITHIN.finditer(words):
        found += [name for name in names_of(match.group("names")) if _BODY_END.search(name) and name not in found]
    return tuple(found)


def leader_within(words: str) -> tuple[str, int]:
    """The body that words put in charge first (由…牵头), ``""`` for none, and where they have said so."""
    found = _BY.search(words) if _IN_CHARGE.search(words) else None
    if found is None:
        return "", 0
    names = names_of(found.group("names"))
    return (names[0] if names and _BODY_END.search(names[0]) else ""), found.end()


def row_duties(table: Table, document_text: str) -> Iterator[tuple[tuple[int, int], Duty]]:
    """Where the task of each row stands and its duty, of a table with columns of tasks and of bodies in any order."""
    heads = [(number, columns) for number, row in enumerate(table.rows[:3]) if (columns := _columns(row)) is not None]
    if not heads:
        return
    number, (first, last, lead, helping, time) = heads[0]
    for row in table.rows[number + 1 :]:
        if len(row) <= max(last, lead) or not row[first].text:
            continue
        duty = Duty(form="column")
        for name, column in (("actor", lead), ("bodies", helping), ("deadline", time)):
            if not 0 <= column < len(row) or not row[column].text:
                continue
            cell = row[column]
            words = Passage.of(document_text, (cell.start, cell.end))
            place = (*duty.sources, (name, words, 0, len(words.text)))
            if name == "actor":
                duty = replace(duty, leaders=names_of(words.text), sources=place)
            elif name == "bodies":
                duty = replace(duty, helpers=names_of(words.text), sources=place)
            else:
                duty = replace(duty, time=words.text, sources=place)
        yield (row[first].start, max(row[first].end, row[last].end)), duty


def _columns(row: tuple[Cell, ...]) -> tuple[int, int, int, int, int] | None:
    """First and last column of the task, then leader, helpers and deadline, by the words of a table's head."""

    def where(pattern: re.Pattern[str], taken: tuple[int, ...]) -> int:
        return next((i for i, cell in enumerate(row) if i not in taken and pattern.search(cell.text)), -1)

    helping = where(_HELP_COLUMN, ())
    time = where(_TIME_COLUMN, (helping,))
    lead = where(_LEAD_COLUMN, (helping, time))
    taken = (helping, time, lead)
    first = last = where(_TASK_COLUMN, taken)
    while first >= 0 and last + 1 < len(row) and last + 1 not in taken and _TASK_COLUMN.search(row[last + 1].text):
        last += 1
    return (first, last, lead, helping, time) if first >= 0 and lead >= 0 else None
