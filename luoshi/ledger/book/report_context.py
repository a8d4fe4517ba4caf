"""What holds at a place of a report: the task that is spoken of, and what the headings above say."""

from __future__ import annotations

from dataclasses import dataclass, field

from luoshi.ledger.book.model import Says
from luoshi.patterns import late

_NUMBERED = late(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[项、，]|[一二三四五六七八九十]{1,2}是)"
)
_LEVELS = (
    late(r"\s*[一二三四五六七八九十]{1,3}[、．.]"),
    late(r"\s*[（(][一二三四五六七八九十]"),
    late(r"\s*\d"),
    late(r"\s*[（(①]"),
)
# A sentence that begins so, perhaps after a time, tells more of what the one before it speaks of.
_CONTINUES = late(
    "(?:(?:截至|截止|至|到)?[^，。]{0,8}(?:目前|月底|月末|季度|上半年|今年|月份?|日|以来|年底)[，,]?)?"
    "(?:其中|其余|其他|剩余|余下|尚有|还有|目前|现(?!代|场|行)|该|此项|本项|上述|以上|另有|同时|并|已|均|全部|累计|共(?=计|有|\\d)|正在|正(?=在|按|抓)|预计"
    "|力争|争取|计划|拟|下一步|主要|原因|因(?=此|受|为)|由于|受(?=[^，]{1,20}影响)|完成率|进度|占|较|同比|环比|\\d)"
)


@dataclass(slots=True)
class Context:
    """What holds at a place of the report: the task that is spoken of, the one its heading names, what headings say."""

    task: int | None = None
    score: float = 0.0
    of_heading: bool = True  # that is spoken of by a heading, and not by the sentence before
    headings: list[tuple[int, int | None, float, Says | str]] = field(default_factory=list)

    def open(self, level: int, task: int | None, score: float, under: Says | str) -> None:
        """A heading: those of its level and below end."""
        self.headings = [one for one in self.headings if one[0] < level]
        self.headings.append((level, task, score, under))
        self.rest()

    def rest(self) -> None:
        """A new paragraph: only what the headings name goes on."""
        named = [(task, score) for _, task, score, _ in self.headings if task is not None]
        self.task, self.score = named[-1] if named else (None, 0.0)
        self.of_heading = True

    def speak(self, task: int, score: float) -> None:
        """A sentence that speaks of a task."""
        self.task, self.score, self.of_heading = task, score, False

    @property
    def under(self) -> Says | str:
        """What the nearest heading that says so says of the sentences under it."""
        return next((under for *_, under in self.headings[::-1] if under), "")


def is_numbered(words: str) -> bool:
    """Whether a line begins with a number of its own: 一、 （二） 3. 一是."""
    return _NUMBERED.match(words) is not None


def goes_on(words: str) -> bool:
    """Whether a sentence tells more of what the one before it speaks of: 其余…, 截至6月底，已…"""
    return _CONTINUES.match(words.strip()) is not None


def level(words: str) -> int:
    """How deep a heading lies by its number: 一、 1, （一） 2, 1. 3; 5 without a number."""
    return next((depth for depth, pattern in enumerate(_LEVELS, 1) if pattern.match(words)), len(_LEVELS) + 1)
