"""Speech behind a colon and without quotation marks: of whom a title names right before it.

市教育局局长方敏：把最好的地留给学校。        方敏
───── title ────
"""

from __future__ import annotations

from luoshi.knowledge.bodies import core_pattern
from luoshi.language.rules import rule
from luoshi.patterns import late
from luoshi.reading.scenes import Paragraph

_LABEL = late("(?:^|(?<=[。！？；”｜|—]))([^，。：；！？“”｜|—]{3,44})：(?=[^“])")
_TITLE = late(core_pattern() + r"\s*$")
# 组长：, 记者 方敏：, 7.厂长方敏：: what a list says of a person.
_OF_A_LIST = late(r"^\W{0,2}\d{1,2}[.．、]")
# 市长方敏：负责全面工作: whose work it is.
_DUTIES = late("负责|分管|协助|主持|联系|牵头")
_LEAST = 6


@rule(
    "words behind a title",
    "What follows a name with its title and a colon, without quotation marks: its person's own words.",
    ("市教育局局长方敏：把最好的地留给学校。", "方敏 direct 把最好的地留给学校。"),
    ("大坝合龙。市水务局局长何立诚：喝水不用愁了。", "何立诚 direct 喝水不用愁了。"),
    ("组长：方敏", ""),
)
def words_behind_a_title(paragraph: Paragraph) -> bool:
    """Keep the words behind a titled name and a colon; tells whether they begin the paragraph."""
    name = paragraph.scene.name
    text = paragraph.text
    if name is None or "：" not in text:
        return False
    for label in _LABEL.finditer(text):
        words = label.group(1).rstrip()
        named = next((known for known in name.finditer(words) if known.end() == len(words)), None)
        if named is None or not _TITLE.search(words, 0, named.start()) or _OF_A_LIST.match(words):
            continue
        if len(text) - label.end() < _LEAST or paragraph.quoted(label.start(1)) or _DUTIES.match(text, label.end()):
            continue
        paragraph.keep(label.end(), len(text), named.group(), "direct", "words behind a title")
        return label.start(1) == 0
    return False
