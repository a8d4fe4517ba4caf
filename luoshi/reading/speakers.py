"""Who speaks: the subject before a verb of speech, or whom it leaves out.

在会上，市教育局局长方敏还表示，        方敏
──┬──  ──────┬──────  ┬
occasion   subject  adverb
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.knowledge.bodies import core_pattern
from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives
from luoshi.language.rules import rule
from luoshi.language.words import words as words_of
from luoshi.patterns import late
from luoshi.reading.scenes import Paragraph, sentences

_NOUN = frozenset(words("speech", "nouns"))
_NOUN_USE = late(
    "(?:实践|目标|总体|具体|本质|内在)$|办理|答复|采纳|按照|根据|围绕|对照|落实|响应|符合|满足|听取|结合|对于|关于|基于|提出的|工作要|情况$|的$|和$|、$"
)
_AUTHORITY = late("总书记|主席|总理")
# 总书记的讲话, but 总书记出席座谈会.
_OF_AUTHORITY = late("(?:总书记|主席|总理)(?!在|出席|主持|赴|来到|考察|会见|向|发表|作)")
_TITLE_BEHIND = late("总书记|主席|总理|总统|首相")
_VIEWS = frozenset(words("speech", "views"))
_CLOSE = frozenset(words("speech", "close"))
_GROUPS = alternatives(words("speech", "groups"))
_SOME = late(rf"(?:{alternatives(words('speech', 'some'))})[^，]{{1,20}}")
_GROUP = late(rf"(?:{_GROUPS}|(?<![他我你咱人它])们)们?$")
# 一位老人│拉着记者的手: what people do while they speak.
_DOING = late(
    rf"(.{{0,20}}?(?:{_GROUPS}|{alternatives(words('speech', 'roles'))})们?)(?=[^的，]{{1,3}}[着得了][^，]{{0,8}}$)"
)
_GROUP_FIRST = late(rf"(?:^|，)([^，。、“”]{{0,12}}?{_GROUPS})(?!的)")
_MEETING = late(alternatives((*words("speech", "meetings"), *words("speech", "papers"))) + "$|》$")
_PAPERS = frozenset(words("speech", "papers"))
_MEETING_FIRST = late("^(?:会议|全会|大会|文章|报告|通知|意见|通报)")
_VIEWED = late("在|用|按照?|照")
# 习近平新时代…思想, 习近平同志为核心: the name is part of another one.
_OF_THOUGHT = late("新时代|同志为核心|[^，。]{0,12}(?:思想|精神)(?:，|$|[和与的])")
_TITLE_FIRST, _TITLE_LAST = late(core_pattern()), late(f"(?:^|{core_pattern()})$")
# What somebody wrote or spoke is told at length: 在贺信中指出，.
_WRITTEN = late("[信文章辞话]中$")
_OWN = late("[的、和与：]")
_JOINED = late("[^，。、]{0,4}?([、和与])")
_REPORTS = late("(?:另)?据|.*媒体|[^，]{1,10}[社报台网](?:$|[^，]{0,4}援引)")
_MEETS = frozenset(("会议", "全会"))
_MEETS_FIRST = late("([^，。“”]{0,24}?(?:全会|会议))(?=[对将就]|作出|部署)")
_NO_WORDS = late("[的和与、，。是了]")
_ISSUES = late("([^，。]{2,40}?)(?:下发|印发|发布|发出|出台)(?:了)?[^，。]{0,20}(?:通知|意见|公告|方案|办法|规定)，$")
# A phrase in quotation marks that is long enough to be said, and ends where the clause does.
_SAID = late("“[^“”]{7,80}”[，。；！？]")
_SPEAKS = late("(?:讲话|致辞|演讲)，$")
_PLEDGES = frozenset(("承诺", "宣布", "证实", "回应"))
_LONGEST = 400  # characters of the sentence before
_SHORTEST = 8  # characters of what is said
AGENCY = late(
    "[部委局署办院厅会府市省县区行社党团军方州国校司馆台媒报网刊]$|(?:中心|集团|公司|媒体|武装|组织|部门|方面|机构)$"
)
# Who takes a position though no body's name ends so: 双方, 埃及等多国.
_PARTY = late("[双三四各多][方国]$|[国盟](?:外长|领导人|议员)$|[国方]$|联盟$|政府$")
_MEETS_IN = late("召开|举行|出席|(?:座谈|生活|全|大)会$")
_DECLARES = late(
    "([^，。：“”]{2,40}?)(?:会后|共同|联合|投票|以[^，]{2,8}多数)?(?:(?:发表|发布|发出|通过)[^，。]{0,12}(?:声明|讲话|决议|公报|通告|公告|警告|立场)"
    "|(?:积极评价|高度评价|谴责|批评|指责)[^，。]{2,20})，$"
)
# 据市水务局│5日发布的│消息.
_GIVEN_OUT = late("(?:发布|发表|公布|播发|提供|方面)?的?$")
NO_SUBJECT = late(
    "^(?:在|为|对|从|按照|根据|关于|通过|围绕|由于|随着|经|以(?!军|色列|方|媒|称|国防|外交|警|总理|防长|外长|财长)|把|将|向|给|就|用|被|让|使|即|如|若|我|你|谁|的|等|有报道|这|那|有(?!关)|不(?!少|愿)|可|也(?!门)|一(?![位名些个])|并|大会)"
)
_DATELINE = late("[^，。：]{2,12}(?:消息|讯|电)(?:（[^）]{1,12}）)?：")
_DAY = (
    r"(?:(?:今天|昨天|前天|今日|昨日|当天|当地时间)?[（(]?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日[）)]?"
    r"(?:凌晨|早些时候|上午|中午|下午|傍晚|晚间|晚)?)"
)
# 前不久召开的中央经济工作会议: when it was held is no part of its name.
_HELD = "(?:前不久|刚刚|日前|近日|此前|不久前)(?:[^，。的]{0,8})?(?:召开|闭幕|举行|结束|通过|发布|印发|出台)的"
_DROP_FIRST = late(
    rf"(?:{_HELD}|[^，。：]{{2,12}}(?:消息|讯(?!社)|电(?!视|话|力|台|网))(?:（[^）]{{1,12}}）)?[：\s]?|{_DAY}|近日|日前|今年|去年|目前|当前|对此|为此|但|而|同时|其中|此外|另外|另据|据|正如|随后|其后|不过|然而|因此|所以|有(?={_GROUPS})|[^\w《“])+"
)
_DROP_LAST = late(rf"(?:{alternatives(words('speech', 'adverbs'))}|{_DAY})$")
_OCCASION = late(
    rf"(?:(?<![反绝相核])对|跟(?!踪|进)|向)[^，]{{1,8}}$|{alternatives(words('speech', 'occasions'))}(?![人员])"
    r"|在[^在]{1,40}(?:时|中|上|后|间|前)$"
)
PRONOUN = late("^(?:他|她)(?!们|国|的)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks; ``goes_on`` where the speech runs to the paragraph's end and not only to the sentence's.

    ``cited`` is an authority that other people's speech refers to (总书记指出, 二十届三中全会提出); ``reports`` is
    who tells of a day or gives out news (市水务局5日称), which goes on as far as no background is told.
    """

    name: str
    goes_on: bool
    cited: bool = False
    reports: bool = False


def speaker_of(lead: str, verb: str, mark: str, behind: str, paragraph: Paragraph) -> Speaker | None:
    """Who speaks, from the words ``lead`` between the sentence's beginning and the verb.

    ``mark`` stands behind the verb, else ``""``; ``behind`` are the first characters after both.
    """
    cut = max(lead.rfind("，") + 1, _end_of_dateline(lead))
    last = lead[cut:]
    if last == "据" or (verb == "报道" and not _REPORTS.match(last)):
        return None
    if verb in _VIEWS:
        return speaker_in_whose_eyes(last, paragraph)
    if verb in _NOUN and mark not in ("，", "："):
        return speaker_of_a_clause_without_a_mark(lead[:cut], last, verb, behind, paragraph)
    if verb in _NOUN and _NOUN_USE.search(last) and not last.endswith(("后", "时")):
        return None
    subject = subject_of(last) or (last if _GROUP.search(last) else "")
    if verb in _CLOSE and not _is_right_before(subject, paragraph):
        return None
    if subject and cut and last.endswith(("后", "时")) and _is_act(subject):
        subject = ""
    if subject:
        for find in (speaker_by_name, speaker_by_pronoun, speaker_by_title, group_that_speaks, meeting_or_paper):
            if (speaker := find(subject, last, paragraph)) is not None:
                return speaker
        if not mark:
            return None
        if verb in _NOUN and not AGENCY.search(subject) and (not _DROP_LAST.search(last) or _is_act(subject)):
            return None
        return agency_that_speaks(subject, last, paragraph)
    return speaker_of_an_earlier_clause(lead[:cut], last, paragraph)


def _end_of_dateline(lead: str) -> int:
    """Where the words behind 临澜新闻网消息（早间新闻）： begin, 0 where no such line begins the sentence."""
    line = _DATELINE.match(lead)
    return line.end() if line is not None else 0


def _is_right_before(subject: str, paragraph: Paragraph) -> bool:
    """Whether the words before a verb end in who can speak: a known person, a pronoun, a group, a body, a paper."""
    name = paragraph.scene.name
    if PRONOUN.fullmatch(subject) or (name is not None and _ends_in(name, subject)):
        return True
    return subject.endswith("》") or any(shape.search(subject) for shape in (_GROUP, AGENCY, _SOME))


def speaker_before(text: str, at: int, paragraph: Paragraph) -> Speaker | None:
    """Who speaks in a sentence that begins with its verb: whom the sentence before tells of, or who spoke in it."""
    floor = max(0, at - _LONGEST)
    start, end = sentences(text[floor:at], at - floor)[-1]
    start, end = start + floor, end + floor
    return speaker_of_an_earlier_clause(f"{text[start : end - 1]}，", "", paragraph)


def named_speaker(lead: str, paragraph: Paragraph) -> Speaker | None:
    """Who speaks where no mark stands behind the verb: a known person or a pronoun right before it, nobody else."""
    cut = lead.rfind("，") + 1
    subject = subject_of(lead[cut:])
    if not subject or (cut and lead.endswith(("后", "时")) and _is_act(subject)):
        return speaker_of_an_earlier_clause(lead[:cut], "", paragraph) if cut else None
    name = paragraph.scene.name
    if PRONOUN.fullmatch(subject) or (name is not None and _ends_in(name, subject)):
        return speaker_by_pronoun(subject, subject, paragraph) or speaker_by_name(subject, subject, paragraph)
    return speaker_by_title(subject, subject, paragraph)


def teller(lead: str, paragraph: Paragraph) -> Speaker | None:
    """Who tells what a colon leads to: 他眯着眼│算：, the person with whom the last clause begins."""
    last = lead[lead.rfind("，") + 1 :]
    subject = subject_of(last)
    name = paragraph.scene.name
    if PRONOUN.match(subject):
        return speaker_by_pronoun(subject, subject, paragraph)
    known = name.search(subject) if name is not None else None
    if known is not None and _TITLE_LAST.search(subject[: known.start()]) and not _OWN.match(subject, known.end()):
        return speaker_by_name(known.group(), known.group(), paragraph)
    return named_speaker(lead, paragraph)


def _ends_in(name: re.Pattern[str], words: str) -> bool:
    """Whether the words end in a known person's name."""
    return any(known.end() == len(words) for known in name.finditer(words))


def subject_of(clause: str) -> str:
    """What is left of the clause before the verb without days, adverbs and occasions: 会议1日还 → 会议."""
    first = _DROP_FIRST.match(clause)
    rest = clause[first.end() :] if first else clause
    while rest and rest not in _PAPERS:
        shorter = rest
        if occasion := _OCCASION.search(rest):
            shorter = rest[: occasion.start()]
        shorter = _DROP_LAST.sub("", shorter)
        if shorter == rest:
            break
        rest = shorter
    return rest


@rule(
    "speaker by name",
    "The person whom the clause before the verb names, with posts or without: 市教育局局长方敏表示，.",
    ("市教育局局长方敏表示，今年新建两所学校。", "方敏 indirect 今年新建两所学校。"),
    ("市水务局局长、党组书记何立诚介绍，水库已经蓄水。", "何立诚 indirect 水库已经蓄水。"),
    (
        "市教育局局长方敏到一中调研。方敏强调，要把校车管好。要让家长放心。",
        "方敏 indirect 要把校车管好。要让家长放心。",
    ),
    ("市教育局局长方敏在接受采访时说，新校舍秋天启用。", "方敏 indirect 新校舍秋天启用。"),
    ("翻看报告的市教育局局长方敏代表说，校车够用。", "方敏 indirect 校车够用。"),
    ("市教育局局长方敏叮嘱随行的负责同志，食堂要敞亮。", "方敏 indirect 食堂要敞亮。"),
    ("市教育局局长方敏告诉家长，校车够用。", "方敏 indirect 校车够用。"),
    ("市教育局局长方敏给出了时间表：新校舍秋天启用。", "方敏 indirect 新校舍秋天启用。"),
)
def speaker_by_name(subject: str, clause: str, paragraph: Paragraph) -> Speaker | None:
    """The first known name in the clause; a post behind the name cites an authority for one sentence."""
    name = _who_is_named(subject, clause, paragraph)
    group = _GROUP.search(subject)
    if name is None or (group and not subject.startswith(name.group()) and clause[: name.end()] + group[0] != clause):
        return None
    paragraph.scene.person = name.group()
    cited = _AUTHORITY.match(clause, name.end()) is not None and _WRITTEN.search(clause, name.end()) is None
    return Speaker(_together(clause, name, paragraph), goes_on=not cited, cited=cited)


def _together(clause: str, last: re.Match[str], paragraph: Paragraph) -> str:
    """Who speaks together with the person named last: 方敏和何立诚, 方敏、何立诚."""
    assert paragraph.scene.name is not None
    who, joint = [last.group()], "、"
    for name in reversed(list(paragraph.scene.name.finditer(clause, 0, last.start()))):
        joined = _JOINED.match(clause, name.end())
        if joined is None:
            break
        joint = joint if len(who) > 1 or joined.group(1) == "、" else joined.group(1)
        who.insert(0, name.group())
    return "、".join(who[:-1]) + joint + who[-1] if len(who) > 1 else who[0]


def _who_is_named(subject: str, clause: str, paragraph: Paragraph) -> re.Match[str] | None:
    """The known name with which the subject ends, else the first that the clause names."""
    if paragraph.scene.name is None:
        return None
    names = list(paragraph.scene.name.finditer(clause))
    until = clause.rfind(subject) + len(subject) if subject else 0
    return next((name for name in names if name.end() == until), names[0] if names else None)


@rule(
    "speaker by pronoun",
    "他 or 她 before the verb takes up the person named last.",
    ("市水务局局长何立诚到青石水库检查。他指出，大坝要天天巡查。", "何立诚 indirect 大坝要天天巡查。"),
    ("市教育局局长方敏走进课堂。“孩子们的笑脸最重要。”她说。", "方敏 direct 孩子们的笑脸最重要。"),
    (
        "市水务局局长何立诚表示，汛期将至。他还强调，值守不能断。",
        "何立诚 indirect 汛期将至。 / 何立诚 indirect 值守不能断。",
    ),
)
def speaker_by_pronoun(subject: str, clause: str, paragraph: Paragraph) -> Speaker | None:
    """The last person where the subject is a pronoun."""
    scene = paragraph.scene
    person = scene.person or scene.speaker
    return Speaker(person, goes_on=True) if person and PRONOUN.match(subject) else None


@rule(
    "speaker by title",
    "A title alone takes up the one person of the document who bears it: 局长表示，.",
    ("市教育局局长方敏到一中调研。局长指出，食堂要敞亮。", "方敏 indirect 食堂要敞亮。"),
    ("市教育局局长方敏、市水务局局长何立诚到会。局长指出，食堂要敞亮。", "局长 indirect 食堂要敞亮。"),
)
def speaker_by_title(subject: str, clause: str, paragraph: Paragraph) -> Speaker | None:
    """The person who alone bears the title that is the subject."""
    who = paragraph.scene.titles.get(subject)
    if who is None:
        return None
    paragraph.scene.person = who
    cited = _AUTHORITY.match(subject) is not None
    return Speaker(who, goes_on=not cited, cited=cited)


@rule(
    "group that speaks",
    "People without a name: 与会人员, 各界人士, 相关负责人, with the words that narrow them.",
    ("与会人员一致认为，这次部署切合实际。", "与会人员 indirect 这次部署切合实际。"),
    ("市水务局相关负责人表示，管网改造年内完工。", "市水务局相关负责人 indirect 管网改造年内完工。"),
    ("座谈会上，大家表示，办法好不好要看落实。", "大家 indirect 办法好不好要看落实。"),
    ("参加座谈的专家表示，港口要错位发展。", "参加座谈的专家 indirect 港口要错位发展。"),
    ("多家券商预测，运价将回落。", "多家券商 indirect 运价将回落。"),
    ("一位老人拉着记者的手说：“不用爬楼了。”", "一位老人 direct 不用爬楼了。"),
)
def group_that_speaks(subject: str, clause: str, paragraph: Paragraph) -> Speaker | None:
    """The subject where it ends in a word for a group."""
    doing = _DOING.match(subject)
    subject = doing.group(1) if doing is not None else subject
    some = _SOME.fullmatch(subject) is not None and not NO_SUBJECT.match(subject)
    if not (some or _GROUP.search(subject)) or NO_SUBJECT.match(subject) or _is_act(subject):
        return None
    return Speaker(subject, goes_on=True)


def group_told_of(clause: str) -> str:
    """The people without a name with whom a clause begins, ``""`` for none: 与会企业家│纷纷点赞."""
    group = _GROUP_FIRST.match(clause)
    return _DROP_FIRST.sub("", group.group(1), count=1) if group is not None else ""


def _is_act(subject: str) -> bool:
    """Whether the words begin with a verb and are no noun phrase: 办理好代表, but 参加座谈的专家."""
    first = words_of(subject, guess=False)[0]
    if first.text.startswith("以") and not NO_SUBJECT.match(subject):
        return False  # 以军, 以防长: a country
    return "的" not in subject and len(first.text) > 1 and first.tag.startswith("v")


@rule(
    "meeting or paper that speaks",
    "A meeting or a paper; the bare word (会议) goes on to the paragraph's end, a full name is cited for a sentence.",
    ("会议指出，全市产业结构不断优化。要再接再厉。", "会议 indirect 全市产业结构不断优化。要再接再厉。"),
    (
        "市委十届五次全会强调，改革要向难处走。这一年，全市推出四十项举措。",
        "市委十届五次全会 indirect 改革要向难处走。",
    ),
    ("《东屿省港口条例》明确，岸线由省里统一管理。", "《东屿省港口条例》 indirect 岸线由省里统一管理。"),
    ("按照会议要求，各区抓紧整改。", ""),
    ("总理方敏主持召开国务院常务会议。会议指出，粮食要稳。", "国务院常务会议 indirect 粮食要稳。"),
    ("市委组织部印发《关于走访的通知》。通知要求，要走到每一户。", "市委组织部 indirect 要走到每一户。"),
)
def meeting_or_paper(subject: str, clause: str, paragraph: Paragraph) -> Speaker | None:
    """The subject where it ends in a word for a meeting or a paper."""
    if not _MEETING.search(subject) or NO_SUBJECT.match(subject):
        return None
    bare = len(subject) <= 2
    return Speaker(subject, goes_on=bare, cited=not bare)


@rule(
    "agency that speaks",
    "A body, a place or a person without a post: reported for one sentence.",
    ("临澜海事局5日称，航道已经恢复通行。", "临澜海事局 indirect 航道已经恢复通行。"),
    ("据市气象局介绍，冷空气周末到达。各区做好防范。", "市气象局 indirect 冷空气周末到达。"),
    ("渔民老周说：“网里全是鱼。”", "老周 direct 网里全是鱼。"),
    ("对住在山里的孩子来说，一条路就是希望。", ""),
    ("总的来说，形势向好。", ""),
    ("市水文站介绍说，水位明天回落。", "市水文站 indirect 水位明天回落。"),
    ("市教育局局长方敏说，校车够用。\n据介绍，全市有校车三百辆。", "方敏 indirect 校车够用。"),
    ("本报临澜1月8日讯 市气象局表示，寒潮已过。", "市气象局 indirect 寒潮已过。"),
    ("据东屿媒体报道，航道已经恢复。", "东屿媒体 indirect 航道已经恢复。"),
    ("临澜救援队当天还宣布，航道已经恢复。", "临澜救援队 indirect 航道已经恢复。"),
    ("办理好代表建议，答复率达到100%。", ""),
)
def agency_that_speaks(subject: str, clause: str, paragraph: Paragraph) -> Speaker | None:
    """The subject as it stands, where it can be a noun phrase."""
    if (
        NO_SUBJECT.match(subject)
        or not 1 < len(subject) <= 40
        or subject.endswith(("的", "地", "着", "所", "能", "会上"))
    ):
        return None
    return Speaker(subject, goes_on=False)


@rule(
    "party that takes a position",
    "A body, a country or a group of them before 谴责, 呼吁, 宣布 …, or before the declaration that it makes.",
    ("东屿渔民协会5日呼吁各港限制夜间捕捞。", "东屿渔民协会 indirect 各港限制夜间捕捞。"),
    (
        "临澜救援队发表声明，强调航道是公共水域，谴责货船占用航道阻碍救援。",
        "临澜救援队 indirect 航道是公共水域 / 临澜救援队 indirect 货船占用航道阻碍救援。",
    ),
    ("双方承认航标年久失修，称将在月底前换新。", "双方 indirect 航标年久失修 / 双方 indirect 将在月底前换新。"),
    ("渔民协会批评收费过高，强调港口要公开账目。", "渔民协会 indirect 港口要公开账目。"),
    ("东屿渔民协会谴责占用航道的行为。", ""),
)
def party_that_takes_a_position(lead: str, paragraph: Paragraph) -> Speaker | None:
    """The party, or the name with a title, with which the last clause ends, else who declares in the clause before."""
    cut = max(lead.rfind("，") + 1, _end_of_dateline(lead))
    subject = subject_of(lead[cut:])
    if subject:
        name = paragraph.scene.name
        if name is not None and any(_TITLE_BEHIND.fullmatch(subject, known.end()) for known in name.finditer(subject)):
            return speaker_by_name(subject, subject, paragraph)
        if subject in _PAPERS:
            return meeting_or_paper(subject, subject, paragraph)
        party = any(shape.search(subject) for shape in (_PARTY, AGENCY, _GROUP)) and not _MEETS_IN.search(subject)
        return agency_that_speaks(subject, lead[cut:], paragraph) if party and not _is_act(subject) else None
    return who_declares(lead[:cut], paragraph)


def who_declares(earlier: str, paragraph: Paragraph) -> Speaker | None:
    """Who declares or judges something in the last of some clauses: 多国通过决议，, 双方谴责袭击，."""
    declares = _DECLARES.search(earlier, earlier.rfind("，", 0, len(earlier) - 1) + 1)
    return agency_that_speaks(subject_of(declares.group(1)), earlier, paragraph) if declares is not None else None


@rule(
    "source of news",
    "A body whose news or declaration is told: 据市气象局消息，, 据市水务局5日发布的消息，.",
    ("据临澜气象台消息，寒潮已过。", "临澜气象台 indirect 寒潮已过。"),
    ("据临澜海事局5日发布的消息，航道已经恢复。", "临澜海事局 indirect 航道已经恢复。"),
    (
        "据临澜海事局消息，市水务局局长何立诚表示，闸门已经修好。",
        "临澜海事局 indirect 市水务局局长何立诚表示，闸门已经修好。 / 何立诚 indirect 闸门已经修好。",
    ),
)
def source_of_news(words_before: str, paragraph: Paragraph) -> Speaker | None:
    """The body between 据 and 消息, without when it gave the news out."""
    subject = subject_of(_GIVEN_OUT.sub("", words_before))
    return agency_that_speaks(subject, words_before, paragraph) if subject else None


@rule(
    "body that makes known",
    "A body before 发布, 通报 or 答复 and a colon: what it makes known.",
    ("市文旅局昨晚发布数据：全市接待游客八万人次。", "市文旅局 indirect 全市接待游客八万人次。"),
    ("市公安局答复我局：年内增设信号灯六十处。", "市公安局 indirect 年内增设信号灯六十处。"),
    ("现将有关情况通报如下：整改已经完成。", ""),
)
def body_that_makes_known(lead: str, paragraph: Paragraph) -> Speaker | None:
    """The body with which the last clause ends; none where it is no body."""
    last = lead[lead.rfind("，") + 1 :]
    subject = subject_of(last)
    named = named_speaker(lead, paragraph)
    if named is not None or not AGENCY.search(subject):
        return named
    return agency_that_speaks(subject, last, paragraph)


@rule(
    "speaker in whose eyes",
    "在X看来，, 用X的话说，, 按X的说法，: what is so for X.",
    ("在市教育局局长方敏看来，校车是关键。", "方敏 indirect 校车是关键。"),
    ("用市教育局局长方敏的话说，这是一场硬仗。", "方敏 indirect 这是一场硬仗。"),
)
def speaker_in_whose_eyes(clause: str, paragraph: Paragraph) -> Speaker | None:
    """The person or the group between 在 and 看来, 用 and 的话说."""
    for_whom = _VIEWED.match(clause)
    if for_whom is None:
        return None
    who = clause[for_whom.end() :]
    found = speaker_by_name(who, who, paragraph) or speaker_by_pronoun(who, who, paragraph)
    found = found or group_that_speaks(who, who, paragraph)
    return Speaker(found.name, goes_on=False) if found is not None else None


@rule(
    "speaker of a clause without a mark",
    "会议要求…, 下发通知，要求…, 发表讲话，宣布…, …，提出要…: a verb that is a noun too, right before what is said.",
    ("会议要求各区对照目标查漏补缺，一项一项销号。", "会议 indirect 各区对照目标查漏补缺，一项一项销号。"),
    ("市教育局近日下发通知，要求各学校检查校车。", "市教育局 indirect 各学校检查校车。"),
    ("全会对水利工作作出部署，提出要加固大坝。", "全会 indirect 要加固大坝。"),
    ("全会对水利工作作出部署，提出加固沿江各处大坝。", "全会 indirect 加固沿江各处大坝。"),
    ("三家航运公司通过决议，要求港口公开收费标准。", "三家航运公司 indirect 港口公开收费标准。"),
    ("市教育局局长方敏在大会上致辞，宣布新校舍秋天启用。", "方敏 indirect 新校舍秋天启用。"),
    ("市水务局在汛前承诺“年底换完全部旧管网”，至今没有动工。", "市水务局 direct 年底换完全部旧管网"),
    ("会议要求的整改已经完成。", ""),
    ("市水务局提出工作建议。", ""),
    ("临澜燃气公司承诺12月底前给全部住户通气。", "临澜燃气公司 indirect 12月底前给全部住户通气。"),
)
def speaker_of_a_clause_without_a_mark(
    earlier: str, clause: str, verb: str, behind: str, paragraph: Paragraph
) -> Speaker | None:
    """Who speaks where what is said follows a verb that is a noun too."""
    subject = subject_of(clause)
    if behind.startswith("“"):
        if verb not in _PLEDGES or not subject or NO_SUBJECT.match(subject) or not _SAID.match(behind):
            return None
        return speaker_by_name(subject, clause, paragraph) or agency_that_speaks(subject, clause, paragraph)
    if verb == "承诺" and AGENCY.search(subject) and len(behind) >= _SHORTEST:
        return agency_that_speaks(subject, clause, paragraph)
    if subject in _MEETS and not _NO_WORDS.match(behind) and len(behind) >= _SHORTEST:
        return Speaker(subject, goes_on=True)
    if clause or not earlier:
        return None
    known = paragraph.scene.name.search(earlier) if paragraph.scene.name is not None else None
    if known is not None and _SPEAKS.search(earlier):
        return Speaker(known.group(), goes_on=False)
    if verb == "要求":
        issues = _ISSUES.match(earlier)
        if issues is not None:
            return agency_that_speaks(subject_of(issues.group(1)), earlier, paragraph)
        return speaker_of_an_earlier_clause(earlier, clause, paragraph) or who_declares(earlier, paragraph)
    done = behind.startswith(("要", "将")) or words_of(behind[:_SHORTEST], guess=False)[0].tag.startswith("v")
    meets = _MEETS_FIRST.match(earlier) if done else None
    return Speaker(subject_of(meets.group(1)), goes_on=False, cited=True) if meets is not None else None


@rule(
    "speaker of an earlier clause",
    "A verb without a subject takes the sentence's own, or goes on with the speaker before.",
    ("市教育局局长方敏走访两所学校，强调，食堂要敞亮。", "方敏 indirect 食堂要敞亮。"),
    (
        "与会人员进行了讨论，一致认为，目标切合实际；一致表示，将抓好落实。",
        "与会人员 indirect 目标切合实际 / 与会人员 indirect 将抓好落实。",
    ),
    ("会议听取了汇报，指出，短板要一项一项补。", "会议 indirect 短板要一项一项补。"),
)
def speaker_of_an_earlier_clause(earlier: str, clause: str, paragraph: Paragraph) -> Speaker | None:
    """The subject of the clauses before, else who spoke last."""
    scene = paragraph.scene
    names = scene.name.finditer(earlier) if scene.name is not None else ()
    name = next((name for name in names if not _OF_THOUGHT.match(earlier, name.end())), None)
    if name is not None and (name.start() == 0 or not _OF_AUTHORITY.match(earlier, name.end())):
        scene.person = name.group()
        return Speaker(name.group(), goes_on=True)
    if scene.person and PRONOUN.match(earlier):
        return Speaker(scene.person, goes_on=True)
    title = _TITLE_FIRST.match(earlier)
    if title is not None and title.group() in scene.titles:
        return Speaker(scene.titles[title.group()], goes_on=True)
    if group := _GROUP_FIRST.search(earlier):
        return Speaker(_DROP_FIRST.sub("", group.group(1), count=1), goes_on=True)
    if meeting := _MEETING_FIRST.match(earlier):
        return Speaker(meeting.group(), goes_on=True)
    if not earlier and scene.speaker:
        return Speaker(scene.speaker, goes_on=True)
    return None
