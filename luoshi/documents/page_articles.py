"""The articles of a newspaper page by its geometry: headlines by size, boxes by rules, columns by place.

A page maker sets a headline over the columns of its article; columns that begin at one height beside each
other are one article's, a column without a headline of its own goes on from its neighbour, and a box holds
articles of its own. Working from the page's lines alone the same way serves print and recognised scans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from luoshi.documents.page_lines import TextLine, one_line, rows_of
from luoshi.documents.printed import Rule

_LARGE = 1.18  # a headline's type beside the text's
_SMALL = 0.93  # a caption's
_LEADING = 0.95  # of the type's size: lines of a column are at most so far apart
_BYLINE = re.compile(
    r"(?:[□■◎○◆●▲]|(?:本报|[\u4e00-\u9fff/]{2,12}[报网台社])(?:见习|特约|全媒体)?(?:记者|通讯员|评论员))[^，。；：！？“”]{2,40}\Z"
)
_CAPTION = re.compile(r".{0,160}(?:摄|摄影|供图|[\s　]图)[）)]?\Z")
_FEWEST_COLUMNS = 3
_COLUMN_LINES = 6  # lines that a block must have to count as a column


@dataclass(slots=True)
class PageArticle:
    """An article on a page: the lines of its head from the top, and its columns in reading order.

    ``headline`` tells which of the head's lines are the headline (the largest); ``head`` is empty for text
    that no headline stands over.
    """

    head: list[TextLine]
    columns: list[list[TextLine]] = field(default_factory=list)

    @property
    def headline(self) -> list[TextLine]:
        """The head's lines in its largest type."""
        largest = max((line.size for line in self.head), default=0.0)
        return [line for line in self.head if line.size > 0.88 * largest]


@dataclass(slots=True)
class _Block:
    """Lines of one column with nothing between them."""

    lines: list[TextLine]
    left: float
    top: float
    right: float
    bottom: float
    article: PageArticle | None = None

    @classmethod
    def of(cls, lines: list[TextLine]) -> _Block:
        return cls(
            lines,
            min(line.left for line in lines),
            min(line.top for line in lines),
            max(line.right for line in lines),
            max(line.bottom for line in lines),
        )


@dataclass(slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, line: TextLine) -> bool:
        return self.left < (line.left + line.right) / 2 < self.right and self.top < line.middle < self.bottom


def page_articles(lines: Sequence[TextLine], rules: Sequence[Rule]) -> list[PageArticle]:
    """The articles of a page in reading order; none where the page is not laid out as a newspaper's.

    ``lines`` are pieces of lines as :func:`~luoshi.documents.page_lines.line_pieces` gives them.
    """
    if not _in_narrow_columns(lines):
        return []
    size = _text_size(lines)
    found = _articles(list(lines), list(rules), size)
    tall = [column for article in found for column in article.columns if len(column) >= _COLUMN_LINES]
    if sum(1 for article in found if article.head) < 2 or _most_beside(tall) < _FEWEST_COLUMNS:
        return []
    return found


def _in_narrow_columns(lines: Sequence[TextLine]) -> bool:
    """Whether most characters stand in lines much narrower than the page's text: a quick look before the work."""
    if not lines:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    narrow = sum(len(line.glyphs) for line in lines if len(line.glyphs) >= 5 and line.right - line.left < 0.45 * width)
    return narrow > 0.6 * sum(len(line.glyphs) for line in lines)


def _text_size(lines: Sequence[TextLine]) -> float:
    """The size of most characters."""
    sizes = sorted((line.size, len(line.glyphs)) for line in lines)
    half = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        half -= count
        if half <= 0:
            return size
    return sizes[-1][0]


def _most_beside(columns: list[list[TextLine]]) -> int:
    """How many columns stand beside each other at most."""
    spans = [(column[0].top, max(line.bottom for line in column)) for column in columns]
    return max((sum(1 for a, b in spans if a <= top < b) for top, _ in spans), default=0)


def _articles(lines: list[TextLine], rules: list[Rule], size: float) -> list[PageArticle]:
    """The articles of a part of a page: those of its boxes, and those around them."""
    inside: list[list[PageArticle]] = []
    boxes = _boxes(rules, lines, size)
    for box in boxes:
        held = [line for line in lines if box.holds(line)]
        lines = [line for line in lines if not box.holds(line)]
        inner = [rule for rule in rules if box.left + 1 < rule.left and rule.right < box.right - 1
                 and box.top + 1 < rule.top and rule.bottom < box.bottom - 1]  # fmt: skip
        inside.append(_articles(held, inner, size))
    placed: list[tuple[float, float, list[PageArticle]]] = []
    across = [rule for rule in rules if rule.bottom - rule.top < size]
    for band in _bands(lines, boxes, across, size):
        placed.append(
            (min(line.top for line in band), min(line.left for line in band), _region(band, boxes, across, size))
        )
    placed.extend((box.top, box.left, found) for box, found in zip(boxes, inside, strict=True))
    placed.sort(key=lambda part: (round(part[0] / (4 * size)), part[1]))
    return [article for _, _, found in placed for article in found]


def _boxes(rules: list[Rule], lines: list[TextLine], size: float) -> list[_Box]:
    """The outermost rectangles that rules close around lines, but one around all of them."""
    near = 0.6 * size
    flat = [rule for rule in rules if rule.right - rule.left > 6 * size and rule.bottom - rule.top < size]
    upright = [rule for rule in rules if rule.bottom - rule.top > 4 * size and rule.right - rule.left < size]
    found: list[_Box] = []
    for top in flat:
        for bottom in flat:
            if (
                bottom.top - top.top < 4 * size
                or abs(top.left - bottom.left) > near
                or abs(top.right - bottom.right) > near
            ):
                continue
            sides = [
                any(
                    abs(side.left - edge) < near and side.top < top.bottom + near and side.bottom > bottom.top - near
                    for side in upright
                )
                for edge in (top.left, top.right)
            ]
            if all(sides):
                found.append(_Box(top.left, top.top, top.right, bottom.bottom))
    found.sort(key=lambda box: (box.right - box.left) * (box.bottom - box.top), reverse=True)
    kept: list[_Box] = []
    for box in found:
        held = sum(1 for line in lines if box.holds(line))
        within = any(
            outer.left - near <= box.left and box.right <= outer.right + near
            and outer.top - near <= box.top and box.bottom <= outer.bottom + near
            for outer in kept
        )  # fmt: skip
        if 1 < held < 0.9 * len(lines) and not within:
            kept.append(box)
    return kept


def _bands(lines: list[TextLine], boxes: list[_Box], across: list[Rule], size: float) -> list[list[TextLine]]:
    """Lines in bands from the top, parted where white or a rule goes through the whole width between them."""
    spans = sorted([(line.top, line.bottom, line) for line in lines], key=lambda span: span[:2])
    if not spans:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    long = [rule.top for rule in across if min(rule.right, right) - max(rule.left, left) > 0.85 * (right - left)]
    closed = [(box.top, box.bottom) for box in boxes]
    bands: list[list[TextLine]] = []
    reach = 0.0
    for top, bottom, line in spans:
        if bands:
            wide = top - reach > 1.1 * size and not _ends_with_head(bands[-1], reach, size)
            ruled = any(reach - 0.3 * size <= at <= top + 0.3 * size for at in long)
            through = any(a < reach and top < b for a, b in closed)
            if (wide and not through) or ruled:
                bands.append([])
        else:
            bands.append([])
        bands[-1].append(line)
        reach = max(reach, bottom)
    return bands


def _ends_with_head(lines: list[TextLine], bottom: float, size: float) -> bool:
    """Whether the lowest of these lines, which end at ``bottom``, are a headline's: its text follows it."""
    return any(line.size > _LARGE * size and bottom - line.bottom < 2.5 * size for line in lines)


def _region(lines: list[TextLine], boxes: list[_Box], across: list[Rule], size: float) -> list[PageArticle]:
    """The articles of a part of a page that has no boxes in it."""
    heads, text = _heads(lines, size)
    blocks = _blocks(text, heads, boxes, across, size)
    captions = [block for block in blocks if _is_caption(block, size)]
    blocks = [block for block in blocks if block not in captions]
    articles = [PageArticle(head) for head in heads]
    places = [_Block.of(head) for head in heads]
    loose: list[PageArticle] = []
    order = sorted(blocks, key=lambda block: (block.left, block.top))
    _give_headed(order, articles, places, size)
    _give_beside(order, size)
    for at, block in enumerate(order):
        if block.article is None:
            block.article = _goes_on(block, order[:at], order, places, articles, size)
        if block.article is None:
            block.article = PageArticle([])
            loose.append(block.article)
    for block in order:
        if block.article is not None:
            block.article.columns.append(block.lines)
    found = [article for article in [*articles, *loose] if article.columns]
    bare = [article for article in articles if not article.columns]
    found.extend(PageArticle([], [article.head]) for article in bare)
    found.extend(PageArticle([], [caption.lines]) for caption in captions)
    return sorted(found, key=lambda article: _first(article, size))


def _is_caption(block: _Block, size: float) -> bool:
    """Whether a block is the caption of a picture: a few lines in small type, or ending with who took it."""
    if len(block.lines) > _COLUMN_LINES:
        return False
    small = median(line.size for line in block.lines) < _SMALL * size and len(block.lines) > 1
    return small or _CAPTION.match("".join(line.text for line in block.lines)) is not None


def _first(article: PageArticle, size: float) -> tuple[float, float]:
    """Where an article comes in the order of reading: its first column, then its height."""
    lines = article.head or article.columns[0]
    left = min(line.left for line in (article.head + article.columns[0]))
    return round(left / size), min(line.top for line in lines)


def _heads(lines: list[TextLine], size: float) -> tuple[list[list[TextLine]], list[TextLine]]:
    """Lines in larger type, those close under each other together with the byline below; and the other lines."""
    large = [line for line in lines if line.size > _LARGE * size]
    text = [line for line in lines if line.size <= _LARGE * size]
    large = [one_line(row) for row in _rows_apart([part for line in large for part in _at_gutters(line, text, size)])]
    heads: list[list[TextLine]] = []
    for line in sorted(large, key=lambda line: line.top):
        for head in heads:
            last = head[-1]
            gap = line.top - last.bottom
            if gap < 0.9 * max(line.size, last.size) and min(line.right, last.right) > max(line.left, last.left):
                head.append(line)
                break
        else:
            heads.append([line])
    for head in heads:
        for line in sorted(text, key=lambda line: line.top):
            last = head[-1]
            near = -0.5 * size < line.top - last.bottom < 1.1 * size
            if (
                near
                and _BYLINE.match(line.text)
                and line.left < last.right + size
                and line.right > last.left - 8 * size
            ):
                row = [other for other in text if abs(other.middle - line.middle) < 0.4 * size
                       and _one_run(line, other, size)]  # fmt: skip
                head.append(one_line(row))
                text = [other for other in text if other not in row]
                break
    return heads, text


def _at_gutters(line: TextLine, text: list[TextLine], size: float) -> list[TextLine]:
    """The parts of a large line that are headlines side by side: parted where a column of text below begins.

    The gutter between two headlines can be narrower than their type, so that they look like one line.
    """
    parts: list[TextLine] = []
    begin = 0
    for place in range(1, len(line.glyphs)):
        left = line.glyphs[place].left
        if left - line.glyphs[place - 1].right > 0.35 * line.size:
            below = [other for other in text if abs(other.left - left) < 0.5 * size and other.top > line.top]
            if len(below) >= _COLUMN_LINES:
                parts.append(TextLine.of(line.glyphs[begin:place]))
                begin = place
    return [*parts, TextLine.of(line.glyphs[begin:])] if parts else [line]


def _one_run(line: TextLine, other: TextLine, size: float) -> bool:
    """Whether two pieces of a row are one byline: no farther apart than a column's gutter."""
    return other is line or (-size < other.left - line.right < 1.3 * size)


def _rows_apart(lines: list[TextLine]) -> list[list[TextLine]]:
    """Pieces in rows, those that stand far apart in rows of their own."""
    found: list[list[TextLine]] = []
    for row in rows_of(lines):
        for piece in row:
            last = found[-1][-1] if found and found[-1][-1] in row else None
            if last is not None and piece.left - last.right < 0.35 * min(piece.size, last.size):
                found[-1].append(piece)
            else:
                found.append([piece])
    return found


def _blocks(
    lines: list[TextLine], heads: list[list[TextLine]], boxes: list[_Box], across: list[Rule], size: float
) -> list[_Block]:
    """Lines put under each other to blocks, which a head, a rule, a box or white space ends."""
    stops = [(line.left, line.top, line.right) for head in heads for line in head]
    stops += [(rule.left, rule.top, rule.right) for rule in across if rule.right - rule.left > 4 * size]
    stops += [(box.left, box.top, box.right) for box in boxes]
    blocks: list[_Block] = []
    for line in sorted(lines, key=lambda line: (line.middle, line.left)):
        over = [
            block
            for block in blocks
            if (
                _overlap(block, line) > 0.5 * min(line.right - line.left, block.right - block.left)
                or -0.5 * size < line.left - block.left < 2.6 * size
            )
            and line.top - block.bottom < _LEADING * size
            and not _stopped(block, line, stops)
        ]
        if not over:
            # A piece beside the last of its row, parted by a wide gap in justified text.
            over = [
                block
                for block in blocks
                if abs(block.lines[-1].middle - line.middle) < 0.4 * size
                and len(block.lines) > 1
                and block.left - size < line.left
                and line.right < block.right + size
            ]
        if not over:
            blocks.append(_Block.of([line]))
            continue
        first = over[0]
        for other in over[1:]:
            blocks.remove(other)
            first = _replace(blocks, first, [*first.lines, *other.lines])
        _replace(blocks, first, [*first.lines, line])
    for block in blocks:
        block.lines = [one_line(row) for row in _rows(block.lines, size)]
    return blocks


def _rows(lines: list[TextLine], size: float) -> list[list[TextLine]]:
    """The pieces of a column in rows; two that stand over each other are never in one, however close they are."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        row = rows[-1] if rows else []
        apart = row and all(min(line.right, other.right) - max(line.left, other.left) < 0.5 * size for other in row)
        if apart and abs(rows[-1][0].middle - line.middle) < 0.5 * size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _replace(blocks: list[_Block], block: _Block, lines: list[TextLine]) -> _Block:
    made = _Block.of(lines)
    blocks[blocks.index(block)] = made
    return made


def _overlap(block: _Block, line: TextLine | _Block) -> float:
    return min(block.right, line.right) - max(block.left, line.left)


def _stopped(block: _Block, line: TextLine, stops: list[tuple[float, float, float]]) -> bool:
    return any(
        block.bottom - 2 < top < line.top + 2
        and left < min(line.right, block.right)
        and right > max(line.left, block.left)
        for left, top, right in stops
    )


def _give_headed(blocks: list[_Block], articles: list[PageArticle], places: list[_Block], size: float) -> None:
    """Give each block that stands right under a head to its article."""
    for block in blocks:
        above = [
            (place.bottom, article)
            for place, article in zip(places, articles, strict=True)
            if _overlap(place, block) > 0 and -size < block.top - place.bottom < 6 * size
        ]
        if above:
            block.article = max(above, key=lambda pair: pair[0])[1]


def _give_beside(blocks: list[_Block], size: float) -> None:
    """Give blocks that begin beside a headed one at its height to the same article, left to right, then back.

    Between the two there may be white or a picture, but no other block.
    """
    for order in (blocks, blocks[::-1]):
        for block in order:
            if block.article is not None:
                continue
            level = block.top + 0.5 * size
            beside = [
                (block.left - other.right if order is blocks else other.left - block.right, other)
                for other in blocks
                if other.top < level < other.bottom and other is not block
            ]
            near = min((pair for pair in beside if pair[0] > 0), key=lambda pair: pair[0], default=None)
            if near is not None and abs(near[1].top - block.top) < 0.7 * size:
                block.article = near[1].article


def _goes_on(
    block: _Block,
    before: list[_Block],
    blocks: list[_Block],
    places: list[_Block],
    articles: list[PageArticle],
    size: float,
) -> PageArticle | None:
    """The article that a block without a head over it goes on with, from the blocks before it in reading order."""
    above = [other for other in before if other.bottom <= block.top + size and _overlap(other, block) > 0]
    left = [other for other in before if other.right <= block.left + size]
    unclaimed = [
        (place.bottom, article)
        for place, article in zip(places, articles, strict=True)
        if place.bottom < block.top + size and not any(other.article is article for other in blocks)
    ]
    if unclaimed:  # a picture stands between a headline and its text
        return max(unclaimed, key=lambda pair: pair[0])[1]
    if not before:
        return None
    near = [other for other in left if block.left - other.right < 5 * size]
    # A column beside one that begins with a headline at the same height: the text flows on from that one's end.
    flows = any(
        abs(place.top - block.top) < 1.5 * size
        and place.right <= block.left + size
        and block.left - place.right < 25 * size
        for place in places
    ) or any(abs(other.top - block.top) < 0.7 * size and other.article is not None for other in near)
    if flows and near:
        return max(near, key=lambda other: (round(other.left / size), other.bottom)).article
    if above:
        nearest = max(above, key=lambda other: other.bottom)
        if block.top - nearest.bottom < 1.6 * size:
            return nearest.article
    beside = [other for other in near if other.top - size < block.top < other.bottom + size]
    if beside:
        return max(beside, key=lambda other: other.top).article
    return max(above, key=lambda other: other.bottom).article if above else before[-1].article
