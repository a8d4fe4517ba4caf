"""Mentions of projects put together: which of them speak of one piece of work.

Names that are the same in all their parts are one. A shorter name (跨海通道) goes to the longer one that it shortens
(临澜湾跨海通道); where it may shorten several, to the one that the same document names, else to the one told nearest in
time. Names that differ in a number or a section are never put together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from luoshi.ledger.projects.names import ProjectName, is_wider, same_numbers, shortens, wideness
from luoshi.ledger.ranking import pairs

REACH = 5  # years between a short name and the longer one that it stands for
SHORTEST = 3  # characters of a name without anything proper, which stands for a longer one
_RARE = 3  # pairs of a name by which longer ones are looked up


@dataclass(frozen=True, slots=True)
class Named:
    """A mention to be put with others: its name, the document that tells it and that document's year (0: unknown)."""

    name: ProjectName
    document_id: str
    year: int


@dataclass(slots=True)
class _Node:
    """The mentions of one name, by their places in the list; ``root`` is the longest name for the same thing."""

    name: ProjectName
    members: list[int] = field(default_factory=list)
    root: _Node | None = None


def grouped(mentions: Sequence[Named]) -> list[list[int]]:
    """The mentions of each project as places in ``mentions``, in their order; all are of one jurisdiction."""
    nodes: dict[ProjectName, _Node] = {}
    for place, mention in enumerate(mentions):
        nodes.setdefault(mention.name, _Node(mention.name)).members.append(place)
    ordered = sorted(nodes.values(), key=_rank, reverse=True)
    groups: dict[ProjectName, list[int]] = defaultdict(list)
    told = _Told(mentions)
    longer = _Longer()
    for node in ordered:
        roots = [root for root in longer.names(node) if not told.beside(node, root)]
        for place in node.members:
            root = told.meant(mentions[place], node, roots)
            groups[root.name].append(place)
            told.note(root, place)
        node.root = roots[0] if len(roots) == 1 else node
        longer.add(node)
    return sorted((sorted(group) for group in groups.values()), key=lambda group: group[0])


def _rank(node: _Node) -> tuple[int, int, bool, int, str]:
    """The order of names, the fullest last: what is told oftener before its likes of the same length."""
    name = node.name
    return len(name.whole), -wideness(name), bool(name.size), len(node.members), name.whole + name.section


class _Longer:
    """The names seen so far, to look up those that a shorter one may stand for."""

    def __init__(self) -> None:
        self._by_pair: dict[str, list[_Node]] = defaultdict(list)
        self._by_head: dict[str, list[_Node]] = defaultdict(list)

    def add(self, node: _Node) -> None:
        """Let a name be found; one that may list several things is nobody's longer name."""
        if node.name.joined:
            return
        for pair in set(pairs(node.name.proper)):
            self._by_pair[pair].append(node)
        self._by_head[node.name.head].append(node)

    def names(self, short: _Node) -> list[_Node]:
        """The roots of the longer names for which ``short`` may stand, each once."""
        found: dict[ProjectName, _Node] = {}
        for node in self._candidates(short.name):
            name = node.name
            if same_numbers(short.name, name) and short.name.section == name.section and shortens(short.name, name):
                root = node.root or node
                if same_numbers(short.name, root.name):
                    found[root.name] = root
        return list(found.values())

    def _candidates(self, name: ProjectName) -> Iterable[_Node]:
        if len(name.proper) < 2:
            return self._by_head[name.head]
        known = (self._by_pair[pair] for pair in set(pairs(name.proper)) if pair in self._by_pair)
        return (node for nodes in sorted(known, key=len)[:_RARE] for node in nodes)


class _Told:
    """In which documents and years each project is told so far."""

    def __init__(self, mentions: Sequence[Named]) -> None:
        self._mentions = mentions
        self._documents: dict[ProjectName, set[str]] = defaultdict(set)
        self._years: dict[ProjectName, set[int]] = defaultdict(set)
        self._extended: set[ProjectName] = set()

    def beside(self, node: _Node, root: _Node) -> bool:
        """Whether a document tells of both by words for kinds of work of which one is wider: 望白铁路 and 望白高铁."""
        here = {self._mentions[place].document_id for place in node.members}
        return is_wider(node.name, root.name) and not here.isdisjoint(self._documents[root.name])

    def note(self, node: _Node, place: int) -> None:
        """A mention of a project."""
        self._documents[node.name].add(self._mentions[place].document_id)
        self._years[node.name].add(self._mentions[place].year)
        if self._mentions[place].name.extends:
            self._extended.add(node.name)

    def meant(self, mention: Named, node: _Node, roots: list[_Node]) -> _Node:
        """The one of several longer names that a mention of the name ``node`` stands for, or its own."""
        if not mention.name.proper and not mention.name.line:
            if mention.name.letters < SHORTEST:
                return node
            roots = [root for root in roots if not mention.name.extends or root.name in self._extended]
        here = [root for root in roots if mention.document_id in self._documents[root.name]]
        if len(here) == 1:
            return here[0]
        if len(roots) == 1 and node.name.proper:
            return roots[0]
        away = sorted((self._away(mention.year, root), place) for place, root in enumerate(here or roots))
        if not away or away[0][0] > REACH or (len(away) > 1 and away[0][0] == away[1][0]):
            return node
        return (here or roots)[away[0][1]]

    def _away(self, year: int, node: _Node) -> int:
        return min((abs(year - other) for other in self._years[node.name]), default=REACH + 1)
