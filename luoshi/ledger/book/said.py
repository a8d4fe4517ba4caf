"""What a sentence of a report says of the work: done, going on, not begun, in trouble, or only planned again."""

from __future__ import annotations

import re

from luoshi.ledger.book.model import Says, Task
from luoshi.patterns import late

_PLANNED = late(
    "下一?步|下阶段|后续|接下来|下半年将|将(?!近|领|军|来)|拟(?!定|订)|计划(?=于|在|\\d{1,4}[年月]|年|[一二三四五六七八九十]{1,3}月|完成|启动|开工|投)|力争|争取|确保|预计|有望|打算"
    "|(?:年底|年内|\\d{1,2}月(?:底|份)?)前?(?:完成|建成|开工|投用|竣工)(?!了)"
)
# What is only foreseen, said behind what was done; all other plans are intents.
# What is planned for a time of its own says nothing of the clauses before it: 培训护理员760人次，下半年将加开夜间班.
_LATER = late(
    r"(?:下半年|下一步|下一阶段|下步|下月|下季度|接下来|后续|明年|(?:[二三四]|第[二三四])季度|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月[底份]?)[^，]{0,6}(?:将|拟|计划)"
)
_FORESEEN = late("预计|有望|即将|可望|将于|将在")
_CLAUSE = late("[^，,；;。]+[，,；;。]?")
_ENDED_SO_MANY = late("(?:完工|竣工|投用|办结)[^，。；\\d]{0,10}\\d")  # 完成20个 may be an intent as well
_MADE_SO_MANY = late("(?:建成|完工|竣工|完成|投用|新增|新建|交付|办结|整改)[^，。；\\d]{0,10}\\d")
_REPORTED = late(
    "已|累计|截至|完成了|实现了|目前|(?<![实体呈])现(?![场代])|共(?=[\\d计有])|达到?\\d|同比|前\\d|1[-—至]\\d{1,2}月|上半年(?:，|完成|共)|新增了"
)
_TROUBLE = late(
    "滞后|受阻|停工|暂停|搁置|尚未|未能|未(?=开工|启动|完成|落实|达|办|取得|到位)|(?:推进|进展|进度|建设|施工|工作)[^，。；]{0,3}(?:缓慢|较慢|偏慢|迟缓|过慢|不力)|(?:存在|面临|遇到?|有|因|较为|十分|确有)[^，。；]{0,8}困难|困难(?:较|重|很|大|突出|问题)|逾期|延误|推迟|低于(?:序时|时序|预期)"
)
# 尚未启动, 未开工: not begun, which is no trouble in itself.
_NOT_BEGUN = late("(?:尚未|还未|仍未|暂未|未)(?:正式|实质性?|全面|能)?(?:启动|开工|动工|开展|实施|进场|开始|招标)")
_NO_TROUBLE = late("(?:无|没有|不存在|克服|解决了?|破解|未出现|排除)[^，。；]{0,6}(?:滞后|困难|逾期|问题|受阻)")
_DONE = late(
    "(?:已|全面|全部|均|如期|提前|超额|顺利|圆满|正式)[^，。；]{0,8}(?:完成|建成|竣工|完工|投用|投入|通车|印发|出台|启用|运行|办结|清零|上线|挂牌|发布|销号|验收|实现|落地|交付|结束|收官|施行|到位)"
    "|(?:建成|竣工|完工|正式|交付)(?:并)?(?:投入使用|投用|投入运营|通车|启用)|竣工验收(?!备)|完成率(?:达|为)?100|100[%％]|已(?:竣工|完工|印发|出台|封顶|开工|办结)|印发实施|\\d日[^，。；]{0,10}(?:封顶|竣工|完工|通车|开工|印发|投用|揭牌|启用|完成)|主体(?:结构|工程)?封顶|任务(?:已)?完成(?![率的\\d])"
)
_STAGES = (
    (1, late("立项|可研|批复|选址|前期")),
    (2, late("招标|中标|签约|设计")),
    (3, late("开工|动工|进场|启动")),
    (4, late("封顶|合龙|主体|基础")),
    (
        5,
        late(
            "完工|竣工|建成|验收|完成|印发|出台|办结|发布|销号|清零|落地|实现|全覆盖|100[%％]|挂牌|交付|结束|收官|施行"
        ),
    ),
    (6, late("投用|投入|通车|启用|运营|开园|上线|运行")),
)
_MADE = 5
_COMPLETING = late("完成(?:了)?(?=[^，。；]{0,6}(?:立项|可研|批复|选址|前期|招标|设计|封顶|主体|基础))")
_PARTLY = late("其中|正在|推进中|加快|有序推进|前期|部分|初步|征求意见|草案|基本完成|序时|试运行|试点|起草")
_ON_DAY = late(
    r"(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日[^，。；\d]{0,12}"
    "(?:开工|竣工|完工|通车|印发|投用|投入|揭牌|启用|建成|完成|封顶|开园|开馆|运行|运营|施行|验收)"
)
_BLANK = "　"
_BLANKS = "　 ，,；;。|\n"
_NUMBER = late(
    r"\A\s*(?:T\d{3,6}\s|[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]|[①-⑳]|[一二三四五六七八九十]{1,2}(?:是|要)(?!级|次|线))"
)
_MARKS = late(r"[\s，,。；;：:、（）()“”\"《》]+")


def says(words: str, task: Task, under: Says | str = "") -> Says:
    """What ``words`` say of a task; ``under`` is what the heading above them says of all (``planned``: 下一步打算).

    A plan in the task's own words is no progress.
    """
    if under == "planned":
        return "planned"
    rest = _NOT_BEGUN.sub("", words)
    if rest != words and not _TROUBLE.search(rest):
        return "not_begun"
    told = told_part(words)
    if not told.strip(_BLANKS) or (not _REPORTED.search(told) and repeats(told, task)):
        return "planned"
    if _TROUBLE.search(words) and not _NO_TROUBLE.search(words):
        return "trouble"
    if _DONE.search(told) and not _PARTLY.search(words) and _stage(told) >= min(_stage(task.words) or _MADE, _MADE):
        return "done"
    return "trouble" if under == "trouble" else "in_progress"


def told_part(words: str) -> str:
    """``words`` with blanks, as many, in place of the clauses that only plan: what is left tells what was done.

    >>> told_part("更新公交车52辆，剩余28辆预计12月到位").strip("　")
    '更新公交车52辆，'

    An intent makes a plan of the clauses before it too, where none of them tells a deed: 改造小区20个，力争年底完工.
    """
    found = [clause.group() for clause in _CLAUSE.finditer(words)]
    planned: list[bool] = []
    for clause in found:
        reported = _REPORTED.search(clause) is not None
        leads_on = bool(planned) and planned[-1] and not reported
        planned.append(not reported and (leads_on or _PLANNED.search(clause) is not None))
    plans = "".join(clause for clause, plan in zip(found, planned, strict=True) if plan)
    told = "".join(clause for clause, plan in zip(found, planned, strict=True) if not plan)
    intent = bool(plans) and not _FORESEEN.search(plans) and not _LATER.match(plans)
    if intent and not any(one.search(told) for one in (_REPORTED, _DONE, _TROUBLE, _NOT_BEGUN, _ENDED_SO_MANY)):
        return _BLANK * len(words)
    pieces = (_BLANK * len(clause) if plan else clause for clause, plan in zip(found, planned, strict=True))
    return "".join(pieces)


def reports(words: str) -> bool:
    """Whether words tell what became of work, and do not only name it."""
    return any(pattern.search(words) for pattern in (_REPORTED, _DONE, _TROUBLE, _NOT_BEGUN))


def tells_how_many(words: str) -> bool:
    """Whether words tell a deed with its number: 建成3座, 完工76部."""
    return _MADE_SO_MANY.search(words) is not None


def tells_done(clause: str) -> bool:
    """Whether a clause tells a deed that is done, of whatever stage: 已开工, 6月20日完工."""
    return _DONE.search(clause) is not None and not _PARTLY.search(clause) and not _TROUBLE.search(clause)


def day_of_deed(words: str, told_on: str) -> str:
    """The ISO day on which words say that a deed was done (于6月18日开工), ``""`` for none."""
    found = _ON_DAY.search(words)
    if found is None or not tells_done(found[0]):
        return ""
    year = int(found["year"] or told_on[:4])
    day = f"{year}-{int(found['month']):02}-{int(found['day']):02}"
    return day if day <= told_on else f"{year - 1}{day[4:]}" if not found["year"] else ""


def _stage(words: str) -> int:
    """How far on its way the work is that words name: 立项 1, 招标 2, 开工 3, 封顶 4, 竣工 5, 投用 6; 0 for none."""
    words = _COMPLETING.sub("", words)
    return max((stage for stage, pattern in _STAGES if pattern.search(words)), default=0)


def without_number(words: str) -> str:
    """Words without the number that a report puts before them: 4．, （三）, ②; 3.5公里 keeps its own."""
    found = _NUMBER.match(words)
    return words if found is None or words[found.end() : found.end() + 1].isdecimal() else words[found.end() :].strip()


def repeats(words: str, task: Task) -> bool:
    """Whether words say nothing but what the task itself says."""
    said = _MARKS.sub("", _NUMBER.sub("", words))
    return bool(said) and said in _MARKS.sub("", task.words)


def heading_says(words: str) -> Says | str:
    """What a heading says of the sentences under it: ``planned``, ``trouble``, or ``""``."""
    if re.search("下一?步|下阶段|打算|工作计划|工作安排|下月|努力方向", words):
        return "planned"
    return "trouble" if re.search("存在.{0,6}(?:问题|困难)|困难|短板|滞后|制约", words) else ""
