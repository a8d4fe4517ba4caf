"""What a sentence says of a work: the clause nearest to the commitment, and the words that both share."""

from __future__ import annotations

import re

from luoshi.language.passage import one_line
from luoshi.ledger.progress.rows import Says
from luoshi.ledger.ranking import pairs

_MOST = 0.3  # of a commitment's pairs in one clause: it speaks of the work as a whole
_WORDS_SHOWN = 4

WORDS = re.compile(r"[\u3400-\u9fff]+|[A-Za-z]+|\d+(?:\.\d+)?")
_CLAUSE = re.compile(r"[^，,；;。！？：:]+")
_COMPLETED = re.compile(
    "完成|建成|竣工|通车|通航|投产|投入(?:使用|运营|运行)|落成|开通|启用|印发|出台|颁布|成立|设立|建立|签署|发放|挂牌|兑现|取消|终结"
    "|实现|达到|超过|突破|办结|清零|全覆盖|推出|公布|发布|制定实施|全面(?:推开|推行|实施)|成功举|如期|获批|批准|验收"
)
_UNFINISHED = re.compile("未(?!来)|尚|没有|不到位|滞后|仍在|仍需|正在")
_UNDER_WAY = re.compile("加快|推进|积极|稳步|有序|继续|持续|即将|力争|试点|开工|启动|筹备|研究")


def excerpt(commitment: str, words: str, longest: int = 120) -> str:
    """Of a later sentence the clauses around the one that speaks of the commitment, at most ``longest`` characters."""
    words = one_line(words)
    if len(words) <= longest:
        return words
    wanted = set(pairs(one_line(commitment)))
    clauses = [found.span() for found in _CLAUSE.finditer(words)]
    shared = [len(wanted.intersection(pairs(words[start:end]))) for start, end in clauses]
    first = last = max(range(len(clauses)), key=shared.__getitem__, default=-1)
    if first < 0:
        return words[:longest] + "…"
    while True:
        if last + 1 < len(clauses) and clauses[last + 1][1] - clauses[first][0] <= longest:
            last += 1
        elif first and clauses[last][1] - clauses[first - 1][0] <= longest:
            first -= 1
        else:
            break
    start, end = clauses[first][0], min(clauses[last][1], clauses[first][0] + longest)
    return f"{'…' if first else ''}{words[start:end]}{'…' if end < len(words) - 1 else words[end:]}"


def shared_words(mine: str, theirs: str) -> list[str]:
    """The longest stretches that two sentences share, the longest first."""
    found: dict[str, None] = {}
    for run in WORDS.findall(mine):
        at = 0 if run[0] >= "A" else len(run)  # equal values are told apart from words
        while at < len(run) - 1:
            end = at + 1
            while end < len(run) and run[at : end + 1] in theirs:
                end += 1
            if end - at > 1:
                found[run[at:end]] = None
            at = max(end - 1, at + 1) if end - at > 1 else at + 1
    return sorted(found, key=len, reverse=True)[:_WORDS_SHOWN]


def said(asked: str, words: str) -> Says:
    """What the clause nearest to the commitment says of the work.

    A clause that shares little with the commitment may speak of a part of the work, which is then going on.
    """
    wanted = set(pairs(asked))
    shared = {clause: len(wanted.intersection(pairs(clause))) for clause in _CLAUSE.findall(words)}
    nearest = max(shared, key=shared.__getitem__, default="")
    if _UNFINISHED.search(nearest):
        return "unfinished"
    completed = _COMPLETED.search(nearest) and not _UNDER_WAY.search(nearest)
    return "done" if completed and shared[nearest] >= _MOST * len(wanted) else "in_progress"
