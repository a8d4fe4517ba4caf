"""The order in which the parts of a page are read: a recursive cut along its gutters and gaps (XY cut).

A region is cut at a gutter, white from its top to its bottom, into columns read from the left; where no
gutter goes through, it is cut between lines into bands, and bands that share a gutter are cut again
(G. Nagy and S. Seth, Hierarchical representation of optically scanned documents, ICPR 1984). A rule drawn
across a gutter closes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.documents.page_lines import TextLine
from luoshi.documents.printed import Rule

Interval = tuple[float, float]

_NARROWEST = 0.75  # of the type's size: a gutter is at least so wide
_FEWEST_ROWS = 3  # in each of two columns
_DEEPEST = 24
_MOST_BANDS = 400
_LARGE = 1.25  # a headline's type beside the text's


@dataclass(slots=True)
class Region:
    """A part of a page that is read as a whole before the next: a table, or an article in a box of its own."""

    left: float
    top: float
    right: float
    bottom: float
    content: object


Item = TextLine | Region


def columns(items: list[Item], rules: list[Rule], size: float) -> list[list[Item]]:
    """The columns of a page in reading order, each with its items; ``size`` is the height of its text."""
    across = [rule for rule in rules if rule.right - rule.left >= 4 * size and rule.bottom - rule.top < size]
    return [column for column in _cut(items, across, size, 0) if column]


def _cut(items: list[Item], across: list[Rule], size: float, depth: int) -> list[list[Item]]:
    if len(items) < 2 or depth > _DEEPEST:
        return [items]
    parts = _at_gutters(items, across, size)
    if len(parts) > 1:
        return [column for part in parts for column in _cut(part, across, size, depth + 1)]
    bands = _bands(items)
    groups = _groups(bands, across, size)
    if len(groups) == 1:
        return [items]
    found: list[list[Item]] = []
    plain = False  # whether the last column found is one of bands without a gutter
    for group, guttered in groups:
        if guttered:
            found.extend(_cut(group, across, size, depth + 1))
        elif plain:
            found[-1].extend(group)
        else:
            found.append(list(group))
        plain = not guttered
    return found


def _at_gutters(items: list[Item], across: list[Rule], size: float) -> list[list[Item]]:
    """The items left and right of each gutter that goes through all of them."""
    top, bottom = min(item.top for item in items), max(item.bottom for item in items)
    closing = [(rule.left, rule.right) for rule in across if top < rule.top < bottom]
    spans = [(item.left, item.right) for item in items] + closing
    left, right = min(item.left for item in items), max(item.right for item in items)
    cuts = [(a + b) / 2 for a, b in _free(spans, left, right) if b - a >= _NARROWEST * size]
    parts = [items]
    for cut in cuts:
        before = [item for item in parts[-1] if item.left < cut]
        after = [item for item in parts[-1] if item.left >= cut]
        if _stand_side_by_side(before, after, size):
            parts[-1:] = [before, after]
    return parts


def _stand_side_by_side(before: list[Item], after: list[Item], size: float) -> bool:
    """Whether two parts are columns: each of several lines, beside each other for most of the shorter."""
    if not before or not after or _height(before, size) < _FEWEST_ROWS or _height(after, size) < _FEWEST_ROWS:
        return False
    tops = [min(item.top for item in part) for part in (before, after)]
    bottoms = [max(item.bottom for item in part) for part in (before, after)]
    overlap = min(bottoms) - max(tops)
    return overlap > 2 * size and overlap > 0.3 * min(bottoms[0] - tops[0], bottoms[1] - tops[1])


def _height(part: list[Item], size: float) -> float:
    """How many lines a part has; a table or box counts by its height."""
    return sum(1 if isinstance(item, TextLine) else (item.bottom - item.top) / size for item in part)


def _bands(items: list[Item]) -> list[list[Item]]:
    """Items in bands from the top: those of a band overlap in height, no two bands do."""
    bands: list[list[Item]] = []
    reach = 0.0
    for item in sorted(items, key=_core):
        top, bottom = _core(item)
        if bands and top < reach:
            bands[-1].append(item)
            reach = max(reach, bottom)
        else:
            bands.append([item])
            reach = bottom
    return bands


def _core(item: Item) -> Interval:
    """An item's height without its quarters above and below, which lines set close share."""
    margin = 0.25 * (item.bottom - item.top) if isinstance(item, TextLine) else 0.0
    return item.top + margin, item.bottom - margin


def _groups(bands: list[list[Item]], across: list[Rule], size: float) -> list[tuple[list[Item], bool]]:
    """Bands put together as long as they share a gutter; each group with whether it has one."""
    left = min(item.left for band in bands for item in band)
    right = max(item.right for band in bands for item in band)
    groups: list[tuple[list[Item], bool]] = []
    place = 0
    while place < len(bands):
        free = _wide(_free([(item.left, item.right) for item in bands[place]], left, right), size)
        reach = _extent(bands[place])
        after = inner = place + 1  # after the last band, and after the last that has a gutter inside the group
        if not _is_headline(bands[place], size):
            while after < min(len(bands), place + _MOST_BANDS):
                spans = [(item.left, item.right) for item in bands[after]]
                band = _extent(bands[after])
                spans += [(rule.left, rule.right) for rule in across if reach.top < rule.top < band.bottom]
                narrowed = _wide(_common(free, _free(spans, left, right)), size)
                if not narrowed:
                    break
                free = narrowed
                after += 1
                reach = Rule(min(reach.left, band.left), band.top, max(reach.right, band.right), band.bottom)
                if any(reach.left < a and b < reach.right for a, b in free):
                    inner = after
        group = [item for band in bands[place:inner] for item in band]
        after = inner
        guttered = len(_at_gutters(group, across, size)) > 1
        if not guttered:  # only its first band is settled: a gutter may begin below
            group, after = list(bands[place]), place + 1
        groups.append((group, guttered))
        place = after
    return groups


def _is_headline(band: list[Item], size: float) -> bool:
    return len(band) == 1 and isinstance(band[0], TextLine) and band[0].size > _LARGE * size


def _extent(band: list[Item]) -> Rule:
    """The rectangle around a band, its top the lowest of its items' tops."""
    return Rule(
        min(item.left for item in band),
        max(item.top for item in band),
        max(item.right for item in band),
        max(item.bottom for item in band),
    )


def _free(spans: list[Interval], left: float, right: float) -> list[Interval]:
    """What no span covers between ``left`` and ``right``."""
    found: list[Interval] = []
    at = left
    for begin, end in sorted(spans):
        if begin > at:
            found.append((at, min(begin, right)))
        at = max(at, end)
    if at < right:
        found.append((at, right))
    return found


def _wide(free: list[Interval], size: float) -> list[Interval]:
    return [(a, b) for a, b in free if b - a >= _NARROWEST * size]


def _common(some: list[Interval], others: list[Interval]) -> list[Interval]:
    """Where intervals of both lists overlap."""
    found: list[Interval] = []
    for a, b in some:
        for c, d in others:
            if max(a, c) < min(b, d):
                found.append((max(a, c), min(b, d)))
    return found
