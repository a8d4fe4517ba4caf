"""Interviews and press conferences: who has the word, paragraph for paragraph.

A turn begins with a label (记者：, 问：, 市教育局局长 方敏：), in its paragraph or on a line of its own, and goes on
over the paragraphs behind it, until the next label, a heading or a note of the editors. A speech that is printed in
full behind 全文如下： is one turn.
"""

from __future__ import annotations

import re

from luoshi.patterns import late

_LABEL = late(r"[^\w《]{0,3}([^，。；：！？“”]{1,44}?)\W{0,3}：\W{0,3}(?=\w|[“《（]|$)")
# 市教育局答复：, a line of its own: the next paragraph is the answer.
_REPLIES = late("^([^，。：]{2,30}?)的?(?:回复|答复|回应|解答)：$")
_LAST_LABEL = late(r"([一-鿿·]{2,8})：$")
_ASKER = late(r"(?:(?<!告诉)(?<![对向跟])记者|主持人)(?:[（(][^（()）]{1,12}[）)])?$|^(?:问|Q)$")
_ANSWER = late("^(?:答|A)$")
_BODY = late("^[省市县区州本我][^的是：]{1,14}[局委办院会厅部]$")
_INTERVIEW = late(
    "采访|访谈|专访|对话|实录|答问|问答|答记者问|记者提问|记者会|新闻发布会|一问一答|热线|回音壁|问政|有问必答"
)
_ANSWERS = late(
    "([^，。；：]{2,40}?)(?:就[^，。；：]{1,40}|接受[^，。；：]{0,20}|回答了?[^，。；：]{0,20})(?:记者|采访|提问|访谈)"
)
# One of these stands in a text that says who answers.
_ASKS = ("记者", "采访", "提问", "访谈")
_VISITED = late("(?:专访|采访|对话|访)了?(?P<who>[^，。；：]{2,40})")
# A question in an interview, and the line of one who answers.
_QUESTION = late(r"[？?][”’*）)\s]*\Z")
_ANSWERS_IT = late(r"\W*(?:答|A)\W{0,3}[：:]")
_LONGEST_QUESTION = 120  # characters
_ASIDE = late(r"[（(【［\[*—-]|\W*(?:记者手记|编者|编后|来源|策划|责编|责任编辑|编辑|审核|采写|摄影|据悉)")


# A speech that is printed as it was given: 发表新年贺词。全文如下：.
_PRINTED = late("全文(?:如下)?：$")


class Questions:
    """Which paragraphs of a piece are questions, each of which turns to something else than the answer before it."""

    def __init__(self) -> None:
        self._is_one = self._asking = self._labelled = False

    def headed(self, text: str) -> None:
        """A headline or a line of a page's head may say that questions and answers follow."""
        self._is_one = self._is_one or _INTERVIEW.search(text) is not None

    def asks(self, text: str) -> bool:
        """Whether the next paragraph is a question: by its label, a label before it, or its mark in an interview."""
        label = _LABEL.match(text.replace(":", "：", 1)) if "：" in text[:60] or ":" in text[:12] else None
        asker = label is not None and _ASKER.search(label[1]) is not None
        alone = asker and label is not None and label.end() == len(text)
        # Where those who ask are labelled, other questions are asked by those who answer.
        may_ask = text.startswith("追问") if self._labelled else self._is_one
        marked = may_ask and len(text) <= _LONGEST_QUESTION and _QUESTION.search(text) is not None
        asked = (asker and not alone) or (self._asking and label is None) or (marked and not _ANSWERS_IT.match(text))
        self._asking = alone
        self._labelled = self._labelled or asker
        return asked


class Interview:
    """What the paragraphs of an article so far say of an interview: whose turn it is, and who answers."""

    def __init__(self) -> None:
        self.turn = ""
        self._answers = ""
        self._is_one = self._once = False

    def heading(self, text: str) -> None:
        """A heading ends a turn; a headline may say that an interview follows."""
        self.turn = ""
        self._note(text)

    def says(self, text: str, name: re.Pattern[str] | None) -> tuple[int, str] | None:
        """Where in the paragraph the words begin of who has the word, and who; None where the narrator tells.

        ``name`` finds the persons whom the document names.
        """
        label = _LABEL.match(text) if "：" in text[:60] else None
        if label is not None and (speaker := self._speaker(label.group(1), name, label.end() == len(text))):
            self.turn, self._is_one = speaker, True
            return label.end(), speaker
        replies = _REPLIES.match(text) if text.endswith("：") else None
        if replies is not None:
            known = _last(name, replies.group(1)) if name is not None else ""
            if known or _BODY.search(replies.group(1)):
                self.turn, self._once = known or replies.group(1), True
                return len(text), self.turn
        last = _LAST_LABEL.search(text, max(0, len(text) - 9)) if text.endswith("：") else None
        if last is not None and name is not None and (known := _last(name, last.group(1))):
            self.turn = known
            return len(text), known
        if text.endswith("：") and _PRINTED.search(text) and name is not None and (who := name.search(text)):
            self.turn = who.group()
            return None
        if self.turn and not _ASIDE.match(text):
            turn, self.turn, self._once = self.turn, "" if self._once else self.turn, False
            return 0, turn
        self.turn = ""
        self._note(text, name)
        return None

    def _speaker(self, label: str, name: re.Pattern[str] | None, alone: bool) -> str:
        if _ASKER.search(label):
            return "记者" if label in ("问", "Q") else label
        if _ANSWER.match(label):
            return self._answers
        known = _last(name, label) if name is not None else ""
        known = known or (label if self._is_one and not alone and _BODY.search(label) else "")
        return known if known and (alone or self._is_one) else ""

    def _note(self, text: str, name: re.Pattern[str] | None = None) -> None:
        self._is_one = self._is_one or _INTERVIEW.search(text) is not None
        answers = _ANSWERS.search(text) if any(word in text for word in _ASKS) else None
        if answers is not None:
            known = name.search(answers.group(1)) if name is not None else None
            self._answers = known.group() if known else answers.group(1)
        visited = _VISITED.search(text) if "访" in text or "对话" in text else None
        if visited is not None and name is not None and (known := name.search(visited.group("who"))):
            self._answers = known.group()


def _last(name: re.Pattern[str], label: str) -> str:
    """The known person with whose name the label ends, ``""`` for none."""
    known = ""
    for known_name in name.finditer(label):
        known = known_name.group() if known_name.end() == len(label) else ""
    return known
