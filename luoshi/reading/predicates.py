"""What stands before a number in its clause: a name, a verb, a basis of comparison, a cue of time to come.

    全市生产总值比上年增长│6.5%        name 生产总值, basis 比上年, verb 增长 (a rise)
    城镇登记失业率控制在│4.5%以内       name 城镇登记失业率, verb 控制在 (a value reached), cue target
    预计收入│19.5亿元                  name 收入, cue forecast

The words come from ``knowledge/predicates.toml``; here is the order in which they are taken away: the verb
from the right, adverbs and the basis before it, then openers (其中, 全市, 累计 …) from the left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from luoshi.knowledge.words import Affixes, predicates
from luoshi.language.words import tagged
from luoshi.patterns import late

# Words that end in the character of a short verb and are none themselves.
_NO_VERB = Affixes(predicates()["guards"]["endings"])
_NO_OPENER = Affixes(predicates()["guards"]["beginnings"])
_BASIS = late(
    r"(?:(?<![占同环对百性类评])比|(?<!比)较|相比于?|相较于?)(?=上|去|年[初末底]|前|同期|\d|“|[全世]|计划|"
    r"预[期算]|目标|规划|原|[一二三四五六七八九十]+[年个]|历|往|平均|[城农]|一般|疫情|其|改革|现|启动|实施|"
    r"政策|调整|活动|最)(?:[^比较，]|可比){0,16}$"
)
# A multiple of an earlier value: 总量分别是2002年的│2.1倍, 约为五年前的│1.6倍.
_MULTIPLE_OF = late(
    r"(?:分别|均|都|约|已|就|大约|仅)*(?:是|为|相当于|达到?)"
    r"(?P<bound>)(?P<basis>(?:\d{4}|[上去前]|[一二三四五六七八九十]{1,2})年[^，的、]{0,4}|“十.五”[^，的、]{0,4})的$"
)
# A part or a multiple of what stands between: 补差水平不低于当地低保标准的│75%, 支付限额提高到当地平均工资的│6倍.
_BOUND_OF = late(
    r"(?P<bound>不(?:得|能)?(?:低于|少于|高于|超过))(?P<basis>[^，、的]{2,16})的$"
    r"|(?:提高|增加|上升|扩大|降低|下降|调整)(?:到|至|为)(?P<local>(?:当地|所在地)[^，、的]{2,16})的$"
)
_BRACKET = late(r"[（(][^（）()]*[）)]|\[\d+\]|〔[^〕]*〕")
_ITEM = late(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}[是、](?![二三四][、和产])|\d{1,2}[.．、](?=\D))"
)
_COUNTED_IN = late(r"以(?![上下内外来及后前])[^，、以]{1,6}?(?:来)?(?:计算|计(?![划生量算]))")
# 按2020年价格计算的生产总值: the prices of which year is no part of what is measured.
_AT_PRICES = late(
    r"按(?:照)?(?:\d{4}年|当年|现行|上年|不变|可比|基期){0,2}(?:不变|可比)?价(?:格)?(?:计算|核算|测算)(?:的|，)?"
)
_BY_RULE = late(r"^按(?:照)?[^，、按]{2,8}?(?:要求|规定|政策|口径)(?=.)")
# 比计划增加: the plan is what is compared with, not a cue of time to come.
_COMPARED_PLAN = late(r"[比较](?:年初|原)?(?:计划|预期|目标)$")
# 标准提高到人均280元: the unit's words stand between verb and number.
_PER_HEAD_ENDS = ("人均", "户均", "每人", "每户", "平均", "各")
_PER_HEAD = late(r"(?:(?<=[到至为])(?:人均|户均|每人|每户|平均)|(?<=[率])各)$")
# Who approved a budget or set a limit, and on what basis something moved, is no part of what is measured.
_UPON = late(r"^[^，、]{0,24}?(?:批准|审议通过|核定)的?(?=[^，]{4})|在[^，在]{2,14}基础上")
# 扣除物价上涨因素│实际增长5%, 调整退税因素后为│90亿元: what was set aside is no part of what is measured.
_SET_ASIDE = late(
    r"(?<!已)(?:扣除|剔除|除去|调整|还原|不含|不考虑|不计)(?:[^，。；、（）]{1,18}?(?:因素|影响)(?:的?影响)?(?:之?后)?|[^，。；、（）]{0,6}退税后)[，,、]?"
)
# 对东盟进出口: here 对 is part of what is measured.
_PARTNERS_TRADE = late(r"对[^，。；]{2,24}(?:进出口|出口|进口|直接投资|贸易)(?:总?[额值])?$")
# Which of a budget's values a name ends with: 税收收入│预算数, 支出│执行数, 收入│年初预算合计, 支出│预算.
_VERSION = late(
    r"(?:(?:年初|期初|汇总|代编|调整后?的?|变动后?|可比|年度|当年|本年)*"
    r"(?:预算数|预算调整数|(?:预计)?执行数|决算数|(?<=[入出税费])完成数)|(?:年初|汇总|代编|调整后?)的?预算|"
    r"(?<=[入出务付])预算)(?:合计|总计|共计|小计)?$"
)
_LONGEST_VERSION = 24  # characters
_VERSION_BEFORE = late(r"^(?:年初|汇总|调整后?)的?(?=总?(?:收入|支出)$)")  # 调整后│收入预算
_YEARS_LONG = late(r"^(?:[一二两三四五六七八九十]{1,2}|\d{1,2})年(?:来|间|内|多来)?(?=累计|共|总|新|完成)")
_YEARS_AT_END = late(
    r"(?<=..)(?<![前近去来未今这那后])(?:[二两三四五六七八九十]|\d{1,2})年(?:来|间)?$"
)  # 财政支出│五年累计│2402亿元
_DONE_WITH = late(r"(?:累计|分别)*完成(?=投资$)")  # 重点项目│完成│投资; a table's column of that head keeps it
_PRICE_OF = late(r"(?:为)?\d+(?:美元|欧元|英镑|日元|港元)(?:兑换?)$")  # 人民币汇率│为1美元兑│7.1元
_NOTES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳*＊※"  # a note's mark behind a name: 零售总额③│602.1亿元
_LONGEST_WORD = 8  # characters
_EDGE = "、·—-–:：,，;；.。 　" + "“‘’"


@dataclass(slots=True)
class Before:
    """The words before a number, taken apart. ``kind`` tells the verb's class, "" where there is none.

    ``rise`` and ``fall`` are movements, ``reach`` a value come to, ``action`` a transitive verb whose
    object may follow the number. ``moved`` is the sign of a movement whose end value the number is
    (提高到). ``origin`` is true before the first of two values (由6.1%下降到0.95%). ``cue`` is what the words say
    of time to come (target, forecast), ``cue_word`` the word that says it; ``raw`` is all of them, times cut out.
    ``version`` says which of a budget's values it is (预算数, 执行数), which is no part of the name. ``bound`` is
    what an adverb of the verb (至少配备) or what is compared with (不低于总数的) makes of the number: over, under.
    """

    name: str = ""
    verb: str = ""
    kind: str = ""
    moved: int = 0
    basis: str = ""
    cue: str = ""
    cue_word: str = ""
    version: str = ""
    bound: str = ""
    origin: bool = False
    adverbs: list[str] = field(default_factory=list)
    raw: str = ""


@cache
def _verbs() -> tuple[Affixes, dict[str, tuple[str, int]]]:
    words = predicates()
    table: dict[str, tuple[str, int]] = {}
    for word in words["action"]["words"]:
        table[word] = ("action", 0)
    for word in words["rank"]["words"]:
        table[word] = ("reach", 0)
    for word in words["reach"]["words"]:
        table[word] = ("reach", 0)
    rises, falls = set(words["rise"]["words"]), set(words["fall"]["words"])
    for word in words["reach"]["to"]:
        moved = 1 if word in rises else -1 if word in falls else 0
        for tail in ("到", "至", "为", "达", "到了", "成", "达到"):
            table[word + tail] = ("reach", moved)
    for word in rises:
        table[word] = ("rise", 1)
    for word in falls:
        table[word] = ("fall", -1)
    for word in [*rises, *falls]:
        table[word + "了"] = table[word]
        table["再" + word] = table[word]
    return Affixes(table), table


@cache
def _adverbs() -> Affixes:
    words = predicates()
    return Affixes(
        [*words["adverbs"]["words"], *words["plan"]["words"], *words["forecast"]["words"], *_bounds()],
    )


@cache
def _bounds() -> dict[str, str]:
    return {word: bound for bound, words in predicates()["bound"].items() for word in words}


@cache
def _openers() -> Affixes:
    return Affixes(predicates()["openers"]["words"])


@cache
def _cues() -> dict[str, str]:
    words = predicates()
    cues = dict.fromkeys(words["plan"]["words"], "target")
    cues |= dict.fromkeys(words["forecast"]["words"], "forecast")
    return cues


def verb_at_end(words: str) -> tuple[str, str, int]:
    """The verb that ``words`` end with, its class and its direction; three empty values for none."""
    affixes, table = _verbs()
    verb = affixes.ending(words)
    if not verb:
        return "", "", 0
    if len(verb) <= 2:
        guard = _NO_VERB.ending(words)
        if len(guard) > len(verb) or (len(verb) == 1 and _in_noun(words[-_LONGEST_WORD:], at_end=True)):
            return "", "", 0
    kind, moved = table[verb]
    return verb, kind, moved


def _in_noun(words: str, *, at_end: bool) -> bool:
    """Whether the character at an edge of ``words`` belongs to a longer noun: 智能家│居, │加沙地带.

    At the end a noun of two characters may as well be the end of one and a verb: 占│比│达."""
    word, tag = tagged(words, False)[-1 if at_end else 0]
    return len(word) > (2 if at_end else 1) and tag[0] == "n"


def before(text: str, start: int, end: int, apart: Sequence[tuple[int, int]] = ()) -> Before:
    """Take apart ``text[start:end]``, the words between the clause's beginning and a number.

    ``apart`` are the extents of what stands there and is no part of them, in order: the times that are not the
    number's basis of comparison, the number's own unit in a bracket (出口（亿元）│48.7).
    """
    pieces: list[str] = []
    at = start
    for first, last in apart:
        pieces.append(text[at:first])
        at = last
    pieces.append(text[at:end])
    words = "".join(pieces)
    out = Before(raw=words)
    if "（" in words or "(" in words or "[" in words:
        words = _BRACKET.sub(
            lambda m: m.group() if len(m.group()) <= 5 and m.group()[0] in "（(" and "下同" not in m.group() else "",
            words,
        )
    words = words.rstrip(_EDGE + _NOTES)
    if words.endswith("”") and words.count("“") < words.count("”"):
        words = words.rstrip(_EDGE + _NOTES + "”")
    if item := _ITEM.match(words):
        words = words[item.end() :]
    if words.startswith("按"):
        words = _BY_RULE.sub("", words)
    if "批准" in words or "核定" in words or "基础上" in words:
        words = _UPON.sub("", words)
    if "因素" in words or "影响" in words or "退税后" in words:
        words = _SET_ASIDE.sub("", words)
    if "价" in words and "按" in words:
        words = _AT_PRICES.sub("", words)
    if "以" in words:
        words = _COUNTED_IN.sub("", words)
    words = _strip_verb(words, out)
    if words.endswith(("年", "年来", "年间")):
        words = _YEARS_AT_END.sub("", words)
    words = strip_openers(words, out)
    tail = words[-_LONGEST_VERSION:]
    version = _VERSION.search(tail) if "算" in tail or "行数" in tail or "成数" in tail else None
    if version:
        words = words[: len(words) - len(tail) + version.start()].rstrip(_EDGE)
        if words.endswith(("在", "按", "从")):  # 支出在年初预算(压减5%): where it sets out from
            words = words[:-1]
        else:
            out.version, words = version.group(), _VERSION_BEFORE.sub("", words)
    if out.kind in ("rise", "fall") and not out.basis and words.startswith(("比", "较")) and tagged(words)[0][1] == "p":
        out.basis, words = words, ""  # 比序时进度│低: whatever follows 比 is what is compared with
    if out.kind in ("rise", "fall") and words == "自然":
        words = ""  # 自然│增长1.5%、同口径增长10%: on which basis, not what
    out.name = _DONE_WITH.sub("", words) if words.endswith("完成投资") else words
    return out


def _strip_verb(words: str, out: Before) -> str:
    """Take the verb, the adverbs and the basis off the end of ``words``."""
    if words.endswith(("由", "从")) and not words.endswith("自由"):
        out.origin = True
        words = words[:-1]
    if words.endswith("了") and len(words) > 1:
        words = words[:-1]
    if words.endswith(_PER_HEAD_ENDS):
        words = _PER_HEAD.sub("", words)
    if words.endswith(("兑", "兑换")):
        words = _PRICE_OF.sub("", words)
    multiple = (_MULTIPLE_OF.search(words) or _BOUND_OF.search(words)) if words.endswith("的") else None
    if multiple:
        told = multiple.groupdict()
        out.basis = told["basis"] or told["local"]
        out.bound = _bounds().get(told["bound"] or "", "")
        words = words[: multiple.start()]
    verb, kind, moved = ("是", "reach", 0) if multiple else verb_at_end(words)
    if verb:
        out.verb, out.kind, out.moved = verb, kind, moved
        words = (words if multiple else words[: -len(verb)]).rstrip(_EDGE)
    cues = _cues()
    if verb in cues:
        out.cue, out.cue_word = cues[verb], verb
    adverbs, bounds = _adverbs(), _bounds()
    for _ in range(8):
        found = adverbs.ending(words)
        if found and (len(_NO_VERB.ending(words)) > len(found) or _COMPARED_PLAN.search(words)):
            found = ""
        if found:
            out.adverbs.append(found)
            out.bound = out.bound or bounds.get(found, "")
            if found in cues and (out.cue != "forecast"):
                out.cue, out.cue_word = cues[found], found
            words = words[: -len(found)].rstrip(_EDGE)
            if found.endswith("目标"):
                words = words.removesuffix("的")
            continue
        basis = _BASIS.search(words) if not out.basis and ("比" in words or "较" in words) else None
        if basis:
            out.basis = basis.group()
            words = words[: basis.start()].rstrip(_EDGE)
            continue
        # A second verb before an adverb: 收入完成 … 实现增长; 保持增长.
        second, second_kind, _ = verb_at_end(words)
        if second and second_kind == "reach" and out.kind in ("rise", "fall", "reach") and second != "有":
            words = words[: -len(second)].rstrip(_EDGE)
            if second in cues:
                out.cue, out.cue_word = out.cue or cues[second], out.cue_word or second
            continue
        break
    return words


def strip_openers(words: str, out: Before) -> str:
    """Take openers (其中, 全市, 累计 …) off the beginning of ``words``."""
    openers, cues = _openers(), _cues()
    for _ in range(10):
        quoted = words.startswith("“") and "”" in words[2:14]  # “三公”经费 keeps its marks
        words = words if quoted else words.lstrip(_EDGE + "”）)")
        if years := _YEARS_LONG.match(words):
            words = words[years.end() :]
        found = openers.beginning(words)
        if not found:
            break
        if found == "对" and _PARTNERS_TRADE.match(words):
            break
        guard = _NO_OPENER.beginning(words)
        if len(guard) > len(found) or (len(guard) == len(found) and guard):
            break
        if len(found) == 1 and _in_noun(words[:_LONGEST_WORD], at_end=False):
            break
        if found in cues and out.cue != "forecast":
            out.cue, out.cue_word = cues[found], found
        words = words[len(found) :]
    return words
