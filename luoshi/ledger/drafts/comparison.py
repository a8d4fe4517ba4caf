"""A figure of a draft beside one of a source: what speaks for their being one, and in what they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.ledger.drafts.pool import Pool, Told, mistypings, pairs
from luoshi.ledger.drafts.rounding import as_printed, is_bound, misrounded, same_value
from luoshi.ledger.identity import compared_period, indicator_key, period_kind
from luoshi.ledger.likeness import same_unit
from luoshi.ledger.outcomes.names import contrary, narrower, told_by
from luoshi.ledger.series import SeriesRow

# What speaks for a candidate.
_VALUE_BY_DIGITS = 0.8  # for each telling digit of an equal value, up to
_MOST_BY_DIGITS = 3.2
_OTHER_UNIT = _TURNED = _MEASURED = _MISTYPED = _MISROUNDED = 0.7  # of what an equal value says
_WITHIN = 0.4
_NAME, _WORDS, _COMPANY, _PERIOD, _PLACE = 3.0, 1.0, 1.2, 0.8, 0.6
ALIKE = 0.6  # of two names: they may be of one thing
SURE_NAME = 0.8
_KNOWN_APART = 0.4  # the likeness of two indicators that the scheme tells apart (收入 and 支出)
_WHOLE = re.compile(r"(?:占|居|列)[到了]?(全[球国省市县区州])")
_YEAR_BEFORE = re.compile(r"(\d{4})年(?:的|时|末|底)?\Z")
_REACHED = re.compile(r"(?:达到?|[增提升]\w?[到至]|为)(?:了|约|近|超过?)?\Z")
_LONG_CLAUSE = 8  # pairs
_LONG_ENDING = 8  # characters
TELLING = 3  # digits: a value of fewer may be met by chance
_ANOTHER_VALUE = ("mistyped", "misrounded", "other")
_LARGE_INDUSTRY = re.compile(r"\A(?:规模以上|规上)工业(?=.+业)")
_SHARE_OF = re.compile(r"占.*|的?(?:比重|比例|占比)\Z")
PLANNED = re.compile(r"安排|预期|预计|计划|拟|将|力争|目标|争取(?!.*(?:债|资金|补助))|确保")


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure of the draft, and whether its own sentence names its period and its place.

    ``near``: its paragraph names its period; ``whole``: as a whole year, be it said of which or not (全年).
    """

    told: Told
    dated: bool
    near: bool
    whole: bool
    placed: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A candidate: what differs, how alike the names and the sentences are (0 to 1), its company, and the sum.

    ``name`` counts a name that stands in the other's clause, ``own_name`` the names alone.
    """

    told: Told
    fields: tuple[str, ...]
    value: str
    name: float
    own_name: float
    words: float
    company: bool
    same_period: bool
    sum: float


def compare(asked: Asked, one: Told, beside: Sequence[Told], pool: Pool) -> Compared | None:
    """What speaks for a candidate and what differs; None where the two are measured in ways of their own."""
    drafted, row = asked.told.row, one.row
    value = "direction" if _is_moved_by_its_level(asked.told, one, pool) else _value(asked.told, one)
    if not value:
        return None
    likeness = _likeness_of_subjects(asked.told, one) if value == "measure" else _likeness(asked.told, one)
    name = likeness if value == "measure" else max(likeness, _stands_in_clause(asked.told, one))
    same_period = compared_period(drafted.period) == compared_period(row.period)
    drafted_kind = period_kind(drafted.period)
    open_period = not drafted.period or not row.period or not asked.dated or not can_be_told(asked.told)
    said = _said_scope(asked.told)
    same_place = _is_one_place(drafted, row)
    fields = [] if value in ("same", "within") else ["value" if value in _ANOTHER_VALUE else value]
    apart = drafted.identity.key != row.identity.key and contrary(drafted.indicator, row.indicator)
    of_other_facet = drafted.identity.key == row.identity.key and _is_of_other_facet(drafted, row)
    if (apart or (name < ALIKE and drafted.concept and row.concept)) and not of_other_facet:
        fields.append("indicator")
    elif of_other_facet or (name >= ALIKE and not _same_scope(asked.told, one, pool)):
        fields.append("scope")
    elif said and one.scope and said != one.scope and "whole" in (said, one.scope):
        fields.append("scope")  # 全市这本账的支出 beside 市本级政府性基金支出
    elif _is_of_another_whole(asked.told, one):
        fields.append("scope")
    of_a_part = (asked.whole and (drafted_kind, row.period_kind) in (("year", "part"), ("year", "to date"))) or (
        asked.near and (drafted_kind, row.period_kind) in (("part", "year"), ("to date", "year"))
    )
    if not same_period and (not open_period or of_a_part or _names_another_year(drafted, row)):
        fields.append("period")
    if not same_place and asked.placed and row.place:
        fields.append("place")
    if "period" not in fields and row.status == "target" and asked.told.digits == one.digits:
        fields += ["status"] * _is_told_as_done(asked.told)
    own_name = max(likeness, _likeness_of_clauses(asked.told, one))
    words = shared(drafted.sentence, row.sentence)
    company = _company(asked.told, one, beside, pool)
    total = _NAME * max(name, own_name) + _WORDS * words + _COMPANY * company
    total += _PERIOD * _nearness_in_time(asked, row, same_period, open_period) + _PLACE * same_place
    total += _for_value(value, asked.told.telling)
    if value == "other" and not (max(name, own_name) >= SURE_NAME and (same_period or open_period) and same_place):
        return None
    return Compared(one, tuple(fields), value, max(name, own_name), own_name, words, company, same_period, total)


def _is_one_place(drafted: SeriesRow, row: SeriesRow) -> bool:
    """Whether two figures are of one place; whose a place without a code is need not be said: 临澜高新区."""
    if drafted.place_code or row.place_code:
        return drafted.place_code == row.place_code
    names = sorted((drafted.place, row.place), key=len)
    return names[0] == names[1] or (len(names[0]) > 2 and names[1].endswith(names[0]))


def _is_of_another_whole(asked: Told, one: Told) -> bool:
    """Whether two values are parts of, or places in, wholes that are told apart: 占全国的70% and 占全省的70%."""
    wholes = [_WHOLE.findall(told.clause) for told in (asked, one)]
    return all(wholes) and wholes[0][-1] != wholes[1][-1]


def _nearness_in_time(asked: Asked, row: SeriesRow, same_period: bool, open_period: bool) -> float:
    """What a candidate's period says for it: a deed of a year that is not over was rather done in the year before."""
    drafted = asked.told.row
    if drafted.date and not can_be_told(asked.told) and not asked.dated and row.status == "actual":
        return 1.0 if row.period[:4] == str(int(drafted.date[:4]) - 1) else 0.5
    return (1.0 if same_period else 0.5) if same_period or open_period else 0.0


def can_be_told(asked: Told) -> bool:
    """Whether a draft's period is one of which its value can be told: no deed of a year that is not over."""
    row = asked.row
    return row.status != "actual" or row.period[:4] < row.date[:4] or PLANNED.search(asked.clause) is not None


def _is_told_as_done(asked: Told) -> bool:
    """Whether a draft tells as done what its period, ended before its day, could have seen done."""
    row = asked.row
    return row.status == "actual" and row.period[:4] < row.date[:4] and not PLANNED.search(asked.clause)


def _names_another_year(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether a year stands right before the draft's value (从2021年的110.4亿元起步) that is not the source's."""
    at = asked.sentence.find(asked.quote)
    named = _YEAR_BEFORE.search(asked.sentence[:at]) if at > 0 else None
    return named is not None and named[1] not in row.period


def _value(asked: Told, one: Told) -> str:
    """How a source's value is the draft's: same, within (a bound of the source's), direction, unit, mistyped,
    misrounded or other.

    ``""`` where the two are not comparable.
    """
    drafted, row = asked.row, one.row
    digits = asked.digits == one.digits and bool(asked.digits)
    if digits and {drafted.unit, row.unit} == {"%", "个百分点"}:
        return "unit"
    measures = {drafted.measure, row.measure}
    comparable = len(measures) == 1 or measures <= {"level", "share", "change"}
    if not comparable and drafted.unit == row.unit == "%" and digits and "growth" in (drafted.measure, row.measure):
        return "measure"
    if digits and comparable and not drafted.unit:
        return "same"  # a bare number of a table says nothing of its unit
    if not comparable or not same_unit(drafted.indicator, drafted.unit, row.unit):
        return "unit" if digits and asked.telling > 1 and drafted.measure == row.measure else ""
    if drafted.sign and row.sign and drafted.sign == -row.sign:
        turned = (drafted.low, drafted.high) == (row.low, row.high) or digits
        return "direction" if turned else "other"
    if same_value(drafted, row):
        return "within" if is_bound(row) and drafted.qualifier == "exact" and not digits else "same"
    if digits and (asked.telling > 1 or drafted.identity.key == row.identity.key):
        return "unit"
    if misrounded(drafted, row) and asked.telling > 1:
        return "misrounded"
    if one.digits in mistypings(asked.digits):
        return "mistyped"
    if drafted.identity.key == row.identity.key and as_printed(drafted, row) in mistypings(asked.digits):
        return "mistyped"
    same_digits = asked.telling >= TELLING and one.rounded(asked.telling) == asked.rounded(asked.telling)
    if same_digits and drafted.identity.key == row.identity.key:
        return "unit"
    return "" if "change" in measures and len(measures) > 1 else "other"


def _is_moved_by_its_level(asked: Told, one: Told, pool: Pool) -> bool:
    """Whether the draft tells as a change what the source tells as the level: 增加了324天 for 324天，增加30天."""
    row = one.row
    if (asked.row.measure, row.measure) != ("change", "level") or not asked.digits or asked.digits != one.digits:
        return False
    if asked.row.identity.key != row.identity.key:
        return False
    changed = (other.row for other in pool.beside(one) if other.row.measure == "change")
    return _REACHED.search(one.clause) is not None or any(other.identity.key == row.identity.key for other in changed)


def _for_value(value: str, telling: int) -> float:
    """What a value says for its candidate, the more the more digits it has."""
    by_digits = min(_MOST_BY_DIGITS, _VALUE_BY_DIGITS * max(1, telling))
    part = {"same": 1.0, "unit": _OTHER_UNIT, "direction": _TURNED, "measure": _MEASURED, "mistyped": _MISTYPED,
            "misrounded": _MISROUNDED, "within": _WITHIN}  # fmt: skip
    return by_digits * part.get(value, 0.0)


def _likeness(asked: Told, one: Told) -> float:
    """1 for one indicator, else by the names' pairs."""
    if asked.row.identity.key == one.row.identity.key:
        return _KNOWN_APART if _is_of_other_facet(asked.row, one.row) else 1.0
    if told_by(asked.row.identity, one.row.identity) or told_by(one.row.identity, asked.row.identity):
        return SURE_NAME
    if not asked.name or not one.name:
        return 0.0
    if asked.scope and indicator_key(asked.row.indicator.removeprefix(asked.scope)).key == one.row.identity.key:
        return 1.0
    if _is_completed(asked, one) or _is_of_large_industry(asked, one):
        return 1.0
    likeness = 2 * len(asked.name & one.name) / (len(asked.name) + len(one.name))
    if _is_told_in_full(asked.row.indicator, one.row.indicator):
        likeness = max(likeness, SURE_NAME)
    return min(likeness, _KNOWN_APART) if asked.row.concept and one.row.concept else likeness


def _is_told_in_full(one: str, other: str) -> bool:
    """Whether the longer of two names ends in the whole of the shorter: 通过合作平台直接兑付补贴资金."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _LONG_ENDING and long.endswith(short) and long != short


def _likeness_of_clauses(asked: Told, one: Told) -> float:
    """The likeness of the words ahead of two values, of names that the scheme does not know.

    融资担保机构为企业提供担保 is 融资担保机构为5569户企业提供担保, be the owner read as part of the name or not.
    """
    drafted, told = asked.ahead, one.ahead
    known = asked.row.concept or one.row.concept
    if known or asked.row.measure != one.row.measure or min(len(drafted), len(told)) < _LONG_CLAUSE:
        return 0.0
    return 2 * len(drafted & told) / (len(drafted) + len(told))


def _likeness_of_subjects(asked: Told, one: Told) -> float:
    """The likeness of what grows in one and is a part in the other: 教育支出增长2.7% and 教育支出占总支出的2.7%."""
    share, grown = (asked, one) if one.row.measure == "growth" else (one, asked)
    subjects = [_SHARE_OF.sub("", share.row.indicator), share.clause.partition("占")[0]]
    if any(indicator_key(subject).key == grown.row.identity.key for subject in subjects if subject):
        return 1.0
    if subjects[1] != share.clause and subjects[1].endswith(grown.row.indicator):
        return 1.0
    own = pairs(subjects[0])
    return 2 * len(own & grown.name) / (len(own) + len(grown.name)) if own and grown.name else 0.0


def _is_completed(asked: Told, one: Told) -> bool:
    """Whether the draft's clause has what its name lacks of the source's: 生产总值…，人均72745元."""
    before, name, after = one.row.indicator.partition(asked.row.indicator)
    return bool(name) and not after and bool(before) and asked.clause.endswith(before)


def _is_of_large_industry(asked: Told, one: Told) -> bool:
    """Whether one name alone has the frame of its section: 规模以上工业制造业增加值 beside 制造业增加值."""
    bare = [_LARGE_INDUSTRY.sub("", told.row.indicator) for told in (asked, one)]
    if bare == [asked.row.indicator, one.row.indicator]:
        return False
    return indicator_key(bare[0]) == indicator_key(bare[1])


def _stands_in_clause(asked: Told, one: Told) -> float:
    """How much of one name stands in the other's clause; nothing for two that the scheme knows."""
    if not asked.name or not one.name or (asked.row.concept and one.row.concept):
        return 0.0
    return 0.9 * max(len(asked.name & one.words) / len(asked.name), len(one.name & asked.words) / len(one.name))


def shared(one: str, other: str) -> float:
    """The part of a sentence's pairs of characters that another one has too."""
    told, others = pairs(one), pairs(other)
    return len(told & others) / len(told) if told else 0.0


def _company(asked: Told, one: Told, beside: Sequence[Told], pool: Pool) -> bool:
    """Whether another value of the draft's sentence stands in the source's sentence too."""
    others = {other.digits for other in pool.beside(one) if other.row.id != one.row.id and other.telling > 1}
    return any(other.row.id != asked.row.id and other.digits in others for other in beside)


def _same_scope(asked: Told, one: Told, pool: Pool) -> bool:
    """Whether two figures are of one part of their place.

    全市 is no 市本级. 市级 is 市本级 but where the sources tell the two apart; the draft's sentence may name the scope
    (具体到市本级，收入…), and need not name it at all.
    """
    if not _same_facets(asked.row, one.row):
        return False
    said = _said_scope(asked)
    if said == "whole":
        return one.scope in ("", "whole") and not narrower(one.row.indicator, asked.row.indicator)
    if not said or said == one.scope:
        return True
    if one.scope == "whole" or (not one.scope and said not in one.row.sentence):
        return False
    return not any(other.scope == said for other in pool.of_indicator(asked.row))


def _said_scope(asked: Told) -> str:
    """The scope that the draft's own sentence says: one carried on from a sentence before may be the reader's.

    None where it is part of a name that the scheme knows: 市区空气优良天数.
    """
    row = asked.row
    if asked.scope in row.indicator and row.concept and "scope=" not in row.identity.facets:
        return ""
    ahead, _, _ = row.sentence.partition(row.quote)
    return asked.scope if asked.scope == "whole" or asked.scope in ahead else ""


def _same_facets(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether what else is said of one indicator (whose, which sector) is the same, or stands in the draft's sentence.

    A level of government that the draft does not say has to stand there, too.
    """
    if asked.identity.key != row.identity.key or asked.identity.facets == row.identity.facets:
        return True
    drafted, told = (_facets_of(one) for one in (asked, row))
    if "scope" in drafted:
        drafted, told = ({**facets, "scope": ""} for facets in (drafted, told))
    if drafted == told:
        return True
    return bool(told) and all(word in asked.sentence for word in told.values())


def _is_of_other_facet(asked: SeriesRow, row: SeriesRow) -> bool:
    """Whether both name one side of an indicator and name it otherwise: 第二产业增加值, 第三产业增加值."""
    drafted, told = (_facets_of(one) for one in (asked, row))
    return any(drafted.get(side, word) != word for side, word in told.items() if side != "scope")


def _facets_of(row: SeriesRow) -> dict[str, str]:
    """The sides of an indicator that a figure names: whose, of which sector, at what level of government."""
    facets = row.identity.facets.replace("=服务业", "=第三产业")
    return dict(part.split("=") for part in facets.split(";") if part)
