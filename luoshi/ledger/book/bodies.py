"""The bodies in a table's cell: who leads, who helps, who is named as a person.

市发改委牵头，市司法局配合        leads 市发改委, helps 市司法局
市住建局（牵头）、市财政局         leads 市住建局, helps 市财政局
责任单位：市教育局\\n责任人：张岚    leads 市教育局, persons 张岚
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from luoshi.language.bodies import full_name
from luoshi.patterns import late
from luoshi.reading.duties import names_of

Role = Literal["lead", "help", "person", ""]

_LABEL = late(
    "(?P<person>(?:责任|分管|牵头|包保|市级|县级|主管|直接)?(?:责任人|领导|负责人|联系人|联络员))[：:]"
    "|(?P<help>(?:责任)?(?:配合|协同|协办|协助|参与|参加|会办)(?:责任)?(?:单位|部门)?)[：:]"
    "|(?P<lead>(?:牵头|责任|主责|主办|承办|落实|实施|负责)(?:责任)?(?:单位|部门|科室)?(?:及责任人)?)[：:]"
)
_LEADS = late(
    "(?P<names>.{2,120}?)(?:同志)?(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|联合|分别)?(?:牵头|主办|负责|主责|承办)(?:落实|推进|办理|实施|组织实施)?"
)
_HELPS = late("(?P<names>.{2,160}?)(?:按职责分工)?(?:分别)?(?:配合|协同|协办|协助|参与|参加)(?:落实|推进|办理|实施)?")
_MARK = late("[（(](?P<mark>牵头|主办|主责|负责|配合|协办|协同|参与|协助)(?:单位|部门)?[）)]")
_SAID = late("(?<=牵头|主办|负责|主责|承办|配合|协同|协办|参与)[、\\s]+")
_TOGETHER = late("(?<=.)(?:会同|联合)(?=.{2})|^(?:会同|联合)")
_CARRIES_OUT = late("(?:按职责分工)?(?:具体|组织|共同|分别|抓好)?(?:落实|实施|推进|办理)\\Z")
_BRACKETED = late("[（(](?P<inner>[^（）()]*)[）)]")
_HOLDERS = frozenset("市省县区州旗")
_LEADING = frozenset(("牵头", "主办", "主责", "负责"))
_PERSON_IN_BRACKETS = late(r"[（(]([\u4e00-\u9fff]{2,4}(?:[、，][\u4e00-\u9fff]{2,4}){0,5})[）)]")
_PERSON = late(r"[\u4e00-\u9fff]{2,3}")
_ENDS = late(
    "(?:部|委|局|署|办|院|厅|会|府|处|科|股|室|队|中心|集团|公司|行|学校?|街道|镇|乡|县|区|市|州|省|旗|盟|组|站|所|社|馆|园|村|厂|场"
    "|企业|单位|部门|联|团|台|校|党校|军分区|通讯社|基地|平台|支部|纪检监察组|海关|边检|电网|移动|联通|电信|铁塔|法院|检察院"
    "|银保监|局办|专班|指挥部|协会|妇联|科协|文联|侨联|残联|工商联|团市委|市委|党工委)(?:（[^）]{1,16}）)?\\Z"
)
_OWN = late("(?:各|市|县|区|省|州|旗|中共|国家|国网|中国|团|临|有关|相关|属地)")
_SAME = late(r"(?:同上|〃|″|\"|”|''|同前)\s*")
_NOTHING = late(r"[\s\-—–/／、无]*")
_JOINED_BY = late("[/／+＋·;；]")


@dataclass(frozen=True, slots=True)
class Parties:
    """The bodies that lead and that help, and the persons, each once in the order of the cell."""

    leads: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()

    def joined(self, other: Parties) -> Parties:
        """Both together; who leads by one of them does not only help."""
        leads = tuple(dict.fromkeys((*self.leads, *other.leads)))
        helps = tuple(name for name in dict.fromkeys((*self.helps, *other.helps)) if name not in leads)
        return Parties(leads, helps, tuple(dict.fromkeys((*self.persons, *other.persons))))


def parties(words: str, role: Role = "lead") -> Parties:
    """Who is named in a cell of a column for ``role``; what the cell itself says of a role goes before that.

    A name without a mark beside one that leads (市住建局（牵头）、市财政局) helps.
    """
    if _NOTHING.fullmatch(words):
        return Parties()
    found: dict[str, list[str]] = {"lead": [], "help": [], "person": []}
    for said, piece in _pieces(words):
        _add(found, piece, said or role)
    return Parties().joined(Parties(*(tuple(dict.fromkeys(names)) for names in found.values())))


def is_same(words: str) -> bool:
    """Whether a cell only says that it is as the one above (同上, 〃)."""
    return bool(words.strip()) and _SAME.fullmatch(words.strip()) is not None


def ends_as_body(name: str) -> bool:
    """Whether a name ends as the names of bodies do; others are told as doubtful."""
    return _ENDS.search(name) is not None


def _pieces(words: str) -> list[tuple[Role, str]]:
    """The parts of a cell under their labels (责任单位：…), ``""`` for what stands before the first."""
    pieces: list[tuple[Role, str]] = []
    role: Role = ""
    at = 0
    for label in _LABEL.finditer(words):
        pieces.append((role, words[at : label.start()]))
        role = "person" if label["person"] else "help" if label["help"] else "lead"
        at = label.end()
    pieces.append((role, words[at:]))
    return [(role, piece.strip(" \n，,；;。、")) for role, piece in pieces if piece.strip(" \n，,；;。、（(")]


def _add(found: dict[str, list[str]], words: str, role: Role) -> None:
    """The names of one part of a cell, by what it says behind them (X牵头，Y配合) or in brackets (X（牵头）)."""
    if role == "person":
        found["person"] += [name for name in re.split(r"[、，,；;\s]+", words) if name]
        return
    if _MARK.search(words):
        _add_marked(found, words, role)
        return
    unsaid: list[str] = []
    said_lead = False
    for clause in re.split(r"[，,；;。\n]+", _TOGETHER.sub("，会同", _SAID.sub("，", words))):
        clause = clause.strip()
        if whole := _BRACKETED.fullmatch(clause):
            clause = whole["inner"]
        if clause.startswith("会同"):
            helping = _HELPS.fullmatch(clause)
            found["help"] += _names((helping["names"] if helping else clause).removeprefix("会同"), found)
        elif led := _LEADS.fullmatch(clause):
            found["lead"] += [*unsaid, *_names(led["names"], found)]
            unsaid, said_lead = [], True
        elif helped := _HELPS.fullmatch(clause):
            found["help"] += [*unsaid, *_names(helped["names"], found)]
            unsaid = []
        else:
            unsaid += _names_of_clause(clause, unsaid, found)
    found["help" if said_lead and role == "lead" else role or "lead"] += unsaid


def _names_of_clause(clause: str, before: list[str], found: dict[str, list[str]]) -> list[str]:
    """The names of a clause; one that a line break has torn (市住房和 / 城乡建设局) is put together again."""
    names = _names(clause, found)
    if names and before and not ends_as_body(before[-1]) and not _OWN.match(names[0]) and ends_as_body(names[0]):
        names[0] = before.pop() + names[0]
    return names


def _add_marked(found: dict[str, list[str]], words: str, role: Role) -> None:
    """市住建局（牵头）、市财政局（配合）、市审计局: unmarked ones before a mark share it where a list ends in it."""
    at = 0
    led = False
    for mark in _MARK.finditer(words):
        names = _names(words[at : mark.start()], found)
        leading = mark["mark"] in _LEADING
        marked = names[-1:] if leading and led else names
        found["lead" if leading else "help"] += marked
        found["help"] += [name for name in names if name not in marked]
        led = led or leading
        at = mark.end()
    found["help" if led else role or "lead"] += _names(words[at:], found)


def _names(words: str, found: dict[str, list[str]]) -> list[str]:
    """The bodies of a list; persons in brackets behind them are kept as persons."""

    def person(bracket: re.Match[str]) -> str:
        if any(map(ends_as_body, re.split("[、，]", bracket[1]))):
            return bracket[0]
        found["person"] += re.split("[、，]", bracket[1])
        return ""

    words = _PERSON_IN_BRACKETS.sub(person, words)
    parts = words.split()
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        words = "".join(parts)
    names = [name for part in _JOINED_BY.split(words) for name in names_of(part)]
    clean = [bare for name in names if (bare := _bare(name))]
    if len(clean) > 1 and any(map(ends_as_body, clean)):
        people = [name for name in clean if _PERSON.fullmatch(name) and not ends_as_body(name) and not _OWN.match(name)]
        found["person"] += people
        clean = [name for name in clean if name not in people]
    return clean


def _bare(name: str) -> str:
    """A name without the marks and verbs around it (由…, …落实)."""
    name = name.strip(" 。.：:").removeprefix("由")
    without = _CARRIES_OUT.sub("", name)
    return without if ends_as_body(without) else name


def body_key(name: str) -> str:
    """A body's name in a form that is the same however it is written: 临澜市民政局, 市民政局 and 民政局 are one.

    The level (市, 省, 县) counts, the place's own name does not; names of no known organ are compared as they stand.
    """
    name = re.sub(r"\s+|（.*?）", "", name)
    for at, letter in enumerate(name):
        if (at == 0 or letter in _HOLDERS) and (full := full_name(name[at:])):
            return full
    return full_name(f"市{name}") or name
