"""What a piece of the press says that it is about: a comment on a budget, questions and answers on a plan.

【评论】算好明年账——读临澜市2026年预算草案      no budget itself; what it gives undated is planned for 2026
临澜市2026年预算草案热点问答                     the same
关于临澜市2026年预算草案的报告                   the budget itself, which the press only tells of
"""

from __future__ import annotations

from luoshi.language.passage import Passage
from luoshi.patterns import late

_OF_PLAN = late(r"预算|计划|规划|工作报告|公报")
_DOCUMENT = late(r"草案|预算|计划|规划")
# Columns that comment or explain, and words by which a headline reads what others wrote.
_COLUMN = late(r"[【\[](?:评论|时评|社论|快评|短评|锐评|述评|观察|解读|问答|访谈|专访|对话|特写|侧记)[】\]]")
_TELLS = late(
    r"(?:^|[—丨|｜：:】\s])(?:速?读懂?|看懂?|细看|评|聚焦|对话|专访)"
    r"|解读|问答|答问|答记者问|热点|看点|亮点|透视|评论|述评|时评|快评|短评|观察|侧记|访谈|一图|出炉|亮相|带你|账单"
)
_YEAR = late(r"(?<![—–－~至-])(?:19|20)\d\d年")
_CARRIED_OUT = late(r"执行|决算|完成|回顾|总结")
_SENTENCE = late(r"[。；！？?]\s*\Z")
_HEAD = 400  # characters in which the head of a piece stands
_LONGEST_LINE = 50  # characters


def told_of(title: str, text: str) -> Passage | None:
    """The line of a piece's head that says of which budget or plan it tells, None where it tells of none."""
    lines = _head_lines(text)
    column = any(_COLUMN.match(text, start) for start, _ in lines)
    for start, end in lines:
        line = text[start:end]
        if _OF_PLAN.search(line) and (column or _TELLS.search(line)):
            return Passage.of(text, (start, end))
    at = text.find(title) if title and _OF_PLAN.search(title) and _TELLS.search(title) else -1
    return Passage.of(text, (at, at + len(title))) if at >= 0 else None


def plan_year(line: Passage) -> tuple[int, int] | None:
    """Where a line names the year of the one plan that it is about; None for a year carried out, or several."""
    years = list(_YEAR.finditer(line.text))
    if len(years) != 1 or _CARRIED_OUT.search(line.text) or not _DOCUMENT.search(line.text, years[0].end()):
        return None
    return years[0].start(), years[0].end()


def _head_lines(text: str) -> list[tuple[int, int]]:
    """Where the lines stand that come before the first sentence of a text."""
    out: list[tuple[int, int]] = []
    at = 0
    for line in text[:_HEAD].splitlines(keepends=True):
        words = line.strip()
        if words and (len(words) > _LONGEST_LINE or _SENTENCE.search(words)):
            break
        if words:
            start = at + line.index(words)
            out.append((start, start + len(words)))
        at += len(line)
    return out
