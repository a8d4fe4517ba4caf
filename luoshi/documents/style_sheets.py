"""What a page's style sheets hide, strike or raise is written into its elements' own style attributes.

    <style>.draft td { display: none }</style>  <tr class=draft><td>5     →  <td style="display:none;">5

Rules follow the cascade (CSS Cascading and Inheritance, level 3): importance, specificity, order; an element's own
style goes before them. Rules for print or for some widths of a screen are passed over, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import tinycss2
from cssselect import SelectorError
from cssselect import parse as parse_selectors
from cssselect.parser import Class, CombinedSelector, Element, Hash, Tree
from lxml import etree, html

_TELLS = re.compile(r"none|hidden|collapse|mso-hide|line-through|super", re.I)
#: The properties that matter, and the values that hide, strike or raise.
_MARKED = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "mso-hide": re.compile("all"),
    "text-decoration": re.compile(r"[^;]{0,60}line-through"),
    "vertical-align": re.compile("super"),
}
_SHOWN_MEDIA = re.compile(r"(?:only\s{1,9})?(?:all|screen)\Z|\Z", re.I)
_OWN_PROPERTY = re.compile(r"(?:^|;)\s{0,99}([a-z-]{4,20})\s{0,99}:", re.I)
_MOST_CHARACTERS = 2_000_000  # of a page's sheets together
_LONGEST_RULE = 1000  # characters of a rule's selectors
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class _Declaration:
    """A property that a rule sets, and what decides between it and others: the greatest ``weight`` wins."""

    weight: tuple[bool, tuple[int, int, int], int]
    value: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a selector: the names that an element must have (tag, .class, #id), and whether its parent must be the
    part before it (``>``) or any element above."""

    names: frozenset[str]
    of_parent: bool


@dataclass(frozen=True, slots=True)
class _Selector:
    """A selector's parts from left to right, and its specificity."""

    parts: tuple[_Part, ...]
    specificity: tuple[int, int, int]


def apply(page: html.HtmlElement, linked: Callable[[str], str]) -> None:
    """Write what a page's sheets hide, strike or raise into the ``style`` of its elements.

    ``linked`` gives the text of the sheet at an address that the page links to, "" for one that is not at hand.
    """
    rules = list(_rules(_sheets(page, linked)))
    marked = {name for _, declared in rules for name, (value, _) in declared.items() if _MARKED[name].match(value)}
    if not marked:
        return
    elements = _Elements(page)
    won: dict[html.HtmlElement, dict[str, _Declaration]] = {}
    for order, (rule, declared) in enumerate(rules):
        for selector in _selectors(rule) if not marked.isdisjoint(declared) else ():
            for element in elements.matched(selector):
                winners = won.setdefault(element, {})
                for name, (value, important) in declared.items():
                    found = _Declaration((important, selector.specificity, order), value)
                    if name not in winners or winners[name].weight <= found.weight:
                        winners[name] = found
    for element, winners in won.items():
        own = element.get("style", "")
        stated = {name.lower().removesuffix("-line") for name in _OWN_PROPERTY.findall(own)}
        marks = "".join(
            f"{name}:{found.value};"
            for name, found in winners.items()
            if _MARKED[name].match(found.value) and (found.weight[0] or name not in stated)
        )
        if marks:
            element.set("style", marks + own)


class _Elements:
    """A page's elements by their names: tag, .class, #id; ``*`` is everyone's."""

    def __init__(self, page: html.HtmlElement) -> None:
        self.names: dict[html.HtmlElement, frozenset[str]] = {}
        self.named: dict[str, list[html.HtmlElement]] = {}
        for element in page.iter(etree.Element):
            classes = ("." + name for name in element.get("class", "").split())
            self.names[element] = frozenset(("*", element.tag.lower(), "#" + element.get("id", ""), *classes))
            for name in self.names[element]:
                self.named.setdefault(name, []).append(element)

    def matched(self, selector: _Selector) -> list[html.HtmlElement]:
        """The elements that a selector stands for."""
        if not all(name in self.named for part in selector.parts for name in part.names):
            return []
        few = min((self.named[name] for name in selector.parts[-1].names), key=len)
        known: dict[tuple[html.HtmlElement, int], bool] = {}
        return [element for element in few if self._matches(element, selector.parts, len(selector.parts) - 1, known)]

    def _matches(
        self,
        element: html.HtmlElement,
        parts: tuple[_Part, ...],
        last: int,
        known: dict[tuple[html.HtmlElement, int], bool],
    ) -> bool:
        """Whether an element is what the parts up to ``last`` stand for; ``known`` is what was found before."""
        if not parts[last].names <= self.names[element]:
            return False
        if last and (element, last) not in known:
            above = islice(element.iterancestors(), 1 if parts[last].of_parent else None)
            known[element, last] = any(self._matches(each, parts, last - 1, known) for each in above)
        return not last or known[element, last]


def _sheets(page: html.HtmlElement, linked: Callable[[str], str]) -> Iterator[str]:
    """The texts of a page's sheets that are for a screen and mark anything, in order."""
    left = _MOST_CHARACTERS
    for element in page.iter("style", "link"):
        if not _SHOWN_MEDIA.match(element.get("media", "").strip()):
            continue
        if element.tag == "style":
            text = element.text or ""
        else:
            kinds = element.get("rel", "").lower().split()
            text = linked(element.get("href", "")) if "stylesheet" in kinds and "alternate" not in kinds else ""
        left -= len(text)
        if left >= 0 and _TELLS.search(text):
            yield text


def _rules(sheets: Iterator[str]) -> Iterator[tuple[str, dict[str, tuple[str, bool]]]]:
    """Each rule that sets one of the properties: its selectors, and of each property the value and its importance."""
    for sheet in sheets:
        try:
            found = list(_declared(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))
        except RecursionError:  # brackets in brackets without end
            continue
        yield from found


def _declared(nodes: list[tinycss2.ast.Node]) -> Iterator[tuple[str, dict[str, tuple[str, bool]]]]:
    """The rules among a sheet's nodes, with those under ``@media`` that a screen of any width shows."""
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content is not None:
            if _SHOWN_MEDIA.match(tinycss2.serialize(node.prelude).strip()):
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield from _declared(inner)
        elif node.type == "qualified-rule":
            declared = {
                each.lower_name.removesuffix("-line"): (tinycss2.serialize(each.value).strip().lower(), each.important)
                for each in tinycss2.parse_blocks_contents(node.content)
                if each.type == "declaration" and each.lower_name.removesuffix("-line") in _MARKED
            }
            if declared:
                yield tinycss2.serialize(node.prelude), declared


def _selectors(rule: str) -> list[_Selector]:
    """A rule's selectors that are of tags, classes and ids; none where one of them is an error, as in browsers."""
    try:
        parsed = parse_selectors(rule) if len(rule) <= _LONGEST_RULE else []
    except (SelectorError, RecursionError):
        return []
    plain = ((_parts(each.parsed_tree), each) for each in parsed if each.pseudo_element is None)
    return [_Selector(parts, each.specificity()) for parts, each in plain if 0 < len(parts) <= _MOST_PARTS]


def _parts(tree: Tree) -> tuple[_Part, ...]:
    """A selector's parts, none for one that asks for more than tags, classes, ids and what stands above."""
    found: list[_Part | None] = []
    while isinstance(tree, CombinedSelector):
        found.append(_part(tree.subselector, tree.combinator))
        tree = tree.selector
    found.append(_part(tree, " "))
    return tuple(part for part in reversed(found) if part) if all(found) else ()


def _part(tree: Tree, combinator: str) -> _Part | None:
    names: list[str] = []
    while isinstance(tree, Class | Hash):
        names.append("." + tree.class_name if isinstance(tree, Class) else "#" + tree.id)
        tree = tree.selector
    if not isinstance(tree, Element) or combinator not in " >":
        return None
    return _Part(frozenset([*names, (tree.element or "*").lower()]), combinator == ">")
