"""Who said what: quoted and reported speech, with its speaker.

Speech needs an attribution: a subject and a verb of speech before a comma, a colon or a quotation mark
(市教育局局长方敏表示，). What stands around it is what was said: the quotation before or behind it, and the
reported words up to the end of the sentence, or of the paragraph where the speaker goes on.

    “我们将新建六所学校。”市教育局局长方敏说，今年先建两所。
     ───── direct ─────                      ── indirect ──
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.knowledge.bodies import core_pattern
from luoshi.knowledge.speech import words
from luoshi.knowledge.words import alternatives
from luoshi.language.passage import Passage
from luoshi.language.people import could_be_name, name_at, surname_length
from luoshi.language.punctuation import full_width
from luoshi.language.rules import rule
from luoshi.patterns import late, standing_at
from luoshi.reading.attributions import PERSON_SPEAKS, SPEAKS, VERB, VERB_OF_A_PERSON, VERBS, attributions_of
from luoshi.reading.colon_speech import words_behind_a_title
from luoshi.reading.interviews import Interview
from luoshi.reading.outline import Outline
from luoshi.reading.quotations import (
    quotation_before_its_speaker,
    quotation_behind_its_speaker,
    quotation_beside_a_person,
    quotation_in_a_dialogue,
    quotation_left_open,
    quotation_over_paragraphs,
    quotation_within_a_turn,
)
from luoshi.reading.reported_speech import reported_speech
from luoshi.reading.reporting_headlines import MAY_REPORT, headline_that_reports, may_be_headline, who_stresses
from luoshi.reading.scenes import Paragraph, Scene, outermost_quotations, remember_person, talkers
from luoshi.records import Office, Statement

_ROLE = late(alternatives(words("speech", "roles")))
_FORMS = alternatives(words("speech", "forms_of_address"))
_FORMS_BEGIN = {form[0] for form in words("speech", "forms_of_address")}
# 苏女士, 赵大叔, 老周: how people of everyday life are named.
_FAMILIAR = late(
    rf"[老小](?P<called>[一-鿿])(?={VERBS}|[给跟对把指一数笑]|\W)"
    rf"|[一-鿿]{{1,2}}?{_FORMS}"
)


# 75岁的苗阿婆, 赶来的汤老伯, ，老周说: people without a role, behind what tells of them or where a clause begins.
_MAY_ADDRESS = late(standing_at(_FORMS_BEGIN | {"老"}, f"{_FORMS}|老.(?:{VERBS}|笑|乐)"))
_ADDRESSED = late(
    r"(?:(?<![一-鿿·])|(?<=[的户员民属]))"
    rf"(?:(?P<surname>[一-鿿]){_FORMS}(?!们)"
    rf"|老(?P<called>[一-鿿])(?={VERBS}|笑|乐))"
)
# Behind what is no Chinese character, or behind 的 (U+7684).
_NAMED = late(
    "[^一-\u7683\u7685-鿿·]"
    rf"(?:(?=[一-鿿]{{2,3}}(?:笑着|感慨地|激动地|高兴地)?(?:{VERBS}|是|今年\d|现年))|(?<=岁的))"
)
_TITLE = late(core_pattern())
_NO_PERSON = "方媒军党部国府院会社"
# 网友“山里人”留言.
_CALLED = late(rf"{alternatives(words('speech', 'roles'))}“([^“”，。]{{2,10}})”")
# Before 说 even a word is a name: 演员祁连山说.
_BEFORE_SPEECH = late("[一-鿿]{2,3}(?=说(?![的法明过起])|告诉记者|表示|介绍)")


def statements(outline: Outline, document_text: str, offices: tuple[Office, ...]) -> tuple[Statement, ...]:
    """Quoted and reported speech of all paragraphs, in the order of the text.

    ``offices`` are the mentions of people in the same document: they say who is a person, and whom a bare
    name or 他 takes up. Speech whose speaker the text doesn't name is left out.
    """
    names = {office.person for office in offices if len(office.person) > 1}
    aliases = {office.quote: office.person for office in offices if office.rule == "surname and title"}
    texts = [full_width(block.passage.text) for block in outline.blocks]
    names.update(_whole(name, document_text) for text in texts for name in _people_of_everyday_life(text))
    names.update(aliases)
    scene = Scene(document_text, re.compile(alternatives(names)) if names else None, aliases, _titles(offices))
    article = -1
    for block, text in zip(outline.blocks, texts, strict=True):
        if block.article != article:
            article = block.article
            scene.speaker = scene.person = scene.meeting = scene.author = ""
            scene.quoting = False
            scene.pair = None
            scene.interview = Interview()
        if block.kind == "table":
            continue
        line = block.kind != "paragraph"
        if line:
            scene.interview.heading(text)
        if _reports(block.passage, text, scene, line):
            continue
        if line:
            words_behind_a_title(Paragraph(block.passage, scene, [], text))
        if not line:
            _read_paragraph(block.passage, text, scene)
    return tuple(sorted(scene.found, key=lambda statement: (statement.start, statement.end)))


def _titles(offices: tuple[Office, ...]) -> dict[str, str]:
    """Who bears a title that nobody else in the document bears: 总书记, 市长."""
    bearers: dict[str, set[str]] = {}
    for office in offices:
        for post in office.posts:
            bearers.setdefault(post, set()).add(office.person)
            bearers.setdefault(f"{office.organisation}{post}", set()).add(office.person)
    return {title: bearer for title, (bearer, *others) in bearers.items() if not others}


def _reports(passage: Passage, text: str, scene: Scene, line: bool) -> bool:
    """Whether a block is a headline that reports; its second line may say what the first one leads to."""
    stresses, scene.stresses = scene.stresses, ""
    if line and stresses:
        Paragraph(passage, scene, [], text).keep(0, len(text), stresses, "indirect", "headline that reports")
        return True
    if not (line or may_be_headline(text)) or MAY_REPORT.search(text) is None:
        return False
    paragraph = Paragraph(passage, scene, [], text)
    if line:
        scene.stresses = who_stresses(paragraph)
    return headline_that_reports(paragraph)


def _people_of_everyday_life(text: str) -> Iterator[str]:
    """The names behind 村民, 游客, …: 村民孔有福, 游客苏女士, 渔民老周."""
    for role in _ROLE.finditer(text):
        familiar = _FAMILIAR.match(text, role.end())
        if familiar is not None and surname_length(familiar.group("called") or familiar.group()):
            yield familiar.group()
        elif end := name_at(text, role.end()):
            yield text[role.end() : end]
        elif (shape := _BEFORE_SPEECH.match(text, role.end())) and could_be_name(shape.group()):
            yield shape.group()
    if "“" in text:
        yield from (called.group(1) for called in _CALLED.finditer(text))
    for addressed in _ADDRESSED.finditer(text) if _MAY_ADDRESS.search(text) else ():
        if surname_length(addressed["surname"] or addressed["called"]):
            yield addressed.group()
    for before in _NAMED.finditer(f"\n{text}"):  # its end is one too far, since a text's beginning is no character
        name = text[before.end() - 1 : name_at(text, before.end() - 1)]
        if name and name[-1] not in _NO_PERSON and could_be_name(name) and not _TITLE.search(name, 1):
            yield name


def _whole(name: str, document_text: str) -> str:
    """A name with the character that always follows it in the document: 乔凤 is 乔凤英 where no other 乔凤 is."""
    behind = document_text.split(name)[1:] if len(name) == 2 else []
    following = {words[:1] for words in behind}
    one = following.pop() if len(following) == 1 and len(behind) > 1 else ""
    return name + one if "一" <= one <= "鿿" and one not in "说称问答在和与是也的" else name


def _read_paragraph(passage: Passage, text: str, scene: Scene) -> None:
    paragraph = Paragraph(passage, scene, outermost_quotations(text) if "“" in text else [], text)
    if turn_of_an_interview(paragraph) or quotation_in_a_dialogue(paragraph) or words_behind_a_title(paragraph):
        return
    named = scene.name is not None and scene.name.search(text) is not None
    scene.pair = talkers(text, scene) if named else None
    of_a_person = named or "他" in text or "她" in text
    speaks = (PERSON_SPEAKS if of_a_person else SPEAKS).search(text) is not None
    if not speaks and not paragraph.quotations:
        remember_person(text, scene)
        scene.quoting = False
        scene.goes_on = ""
        return
    before = len(scene.found)
    attributions = attributions_of(paragraph, VERB_OF_A_PERSON if of_a_person else VERB) if speaks else []
    quotation_left_open(paragraph, attributions)
    for place, attribution in enumerate(attributions):
        limit = next((one.start for one in attributions[place + 1 :] if one.start >= attribution.end), len(text))
        quotation_before_its_speaker(paragraph, attribution)
        if not quotation_behind_its_speaker(paragraph, attribution, limit):
            reported_speech(paragraph, attribution, limit)
    if not attributions and scene.quoting and not scene.goes_on:
        quotation_over_paragraphs(paragraph)
    quotation_beside_a_person(paragraph, attributions)
    remember_person(text, scene)
    scene.quoting = (len(scene.found) > before or scene.goes_on != "") and scene.found[-1].mode == "direct"
    left_open = bool(paragraph.quotations) and paragraph.quotations[-1][1] == len(text)
    scene.goes_on = scene.found[-1].speaker if scene.quoting and left_open else ""


@rule(
    "turn of an interview",
    "What follows the label of who asks or answers (记者：, 方敏：), over all paragraphs up to the next label.",
    ("记者：今年的重点是什么？", "记者 direct 今年的重点是什么？"),
    ("市教育局局长方敏接受采访。\n方敏：先把危房校舍全部改造完。", "方敏 direct 先把危房校舍全部改造完。"),
    (
        "市教育局有关负责人回答了记者提问。\n问：何时开学？\n答：秋天。\n校车会先到。",
        "记者 direct 何时开学？ / 市教育局有关负责人 direct 秋天。 / 市教育局有关负责人 direct 校车会先到。",
    ),
    ("市长方敏发表新年贺词。全文如下：\n大家好！\n祝大家平安！", "方敏 direct 大家好！ / 方敏 direct 祝大家平安！"),
    ("来源：临澜日报社全媒体中心", ""),
)
def turn_of_an_interview(paragraph: Paragraph) -> bool:
    """Keep the words of who has the word in an interview; tells whether somebody has."""
    scene = paragraph.scene
    says = scene.interview.says(paragraph.text, scene.name)
    if says is None:
        return False
    paragraph.keep(says[0], len(paragraph.text), says[1], "direct", "turn of an interview")
    quotation_within_a_turn(paragraph)
    return True
