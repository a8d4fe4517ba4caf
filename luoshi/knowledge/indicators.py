"""The indicator scheme: what a name measures, whatever its spelling.

规上工业增加值, 规模以上工业增加值 and 规模工业增加值 are one concept; 制造业贷款余额 is the concept
``loans`` with the facet sector 制造业. The scheme is data: ``indicators/*.toml`` holds the indicators by
field, ``facets.toml`` the words that combine with them, ``heads.toml`` the nouns that end an indicator's
name. A user's own file in the form of ``indicators/*.toml`` extends or overrides the scheme.

    identify("规上工业企业利润总额")   Identity("industrial_profits", (), "规模以上工业企业利润总额")
    identify("市本级税收收入")        Identity("tax_revenue", (("scope", "市本级"),), "市本级税收收入")
    identify("微笑指数")              Identity("", (), "微笑指数")

A name is read from its end: the longest known ending, and before it nothing but words of the facets that
combine with that indicator. Whatever else stands there leaves the concept empty: no guess is made.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from luoshi.records import Measure

Kind = Literal["flow", "stock", "rate", "index", "share", "price", "count"]
Polarity = Literal["more", "less", "near", ""]

# Longer names are sentences; they are kept as they are.
LONGEST_NAME = 120

_SPACE = re.compile(r"\s+")
_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
# A bracket that says what a value holds or leaves out changes what is measured, and stays.
_BRACKETS = re.compile(r"\((?!含|不含|不包括|包括|剔除|扣除|除)[^()]*\)|[“”\"]")
# The own jurisdiction, the period that a name repeats, 其中 and 拥有 open a name without telling it apart.
_OPENING = re.compile(
    r"\A(?:其中:?|#|(?:全|我|本)(?:市|国|省|州|县|区|盟|旗|镇|自治区|地区)(?!域|性|场|委|人大|政协|道)"
    r"|(?:年末|年底|期末)(?!结|滚)|全年|当年(?!地)|(?:拥有|现有|共有)(?!量|产权))"
)
_ID = re.compile(r"[a-z][a-z0-9_]*")
_SLOT = re.compile(r"([^{}]*)\{([a-z_|]+)\}([^{}]*)")
_TYPES: dict[str, type] = {
    "name": str,
    "english": str,
    "aliases": str,
    "kind": str,
    "unit": str,
    "measure": str,
    "polarity": str,
    "facets": list,
    "dated": bool,
}
# An alias as it is matched: opening, facet groups of its slot, ending.
_Key = tuple[str, tuple[str, ...], str]


class SchemeError(ValueError):
    """A scheme file that can't be used: which file, which entry, what is wrong."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of the scheme.

    ``aliases`` are the spellings in use, ``name`` first; ``{sector}`` in one is a place that a word of
    that facet fills. ``unit`` is the base unit as figures carry it (元, 人, %, ""), ``measure`` the
    usual measure where the name alone tells it, else ``""``. ``polarity`` says whether more or less is
    better, or near the target, or neither (``""``). ``facets`` may combine with it. ``dated`` is true
    where a value holds at a point of time: all stocks, and rates of stocks (不良贷款率).
    """

    id: str
    name: str
    english: str
    aliases: tuple[str, ...]
    kind: Kind
    unit: str
    measure: Measure | Literal[""]
    polarity: Polarity
    facets: tuple[str, ...]
    dated: bool
    field: str

    def to_json(self) -> dict[str, Any]:
        """The indicator as ``luoshi indicators --json`` prints it; ``aliases`` and ``facets`` are lists."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name measures: a concept with facets (sorted pairs of facet and value), and one spelling.

    ``concept`` is ``""`` and ``facets`` are empty for a name that the scheme does not know; ``name`` is
    then the name itself without brackets, spaces, 的 and words for the own jurisdiction (全市, 我省).
    """

    concept: str
    facets: tuple[tuple[str, str], ...]
    name: str


class _Form(NamedTuple):
    """One way to write an indicator: ``opening``, a word of one of the facet groups ``slot``, the ending."""

    indicator: Indicator
    opening: str
    slot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A facet word: 规上 says size 规模以上; ``group`` is its table in facets.toml."""

    facet: str
    group: str
    value: str


def identify(name: str) -> Identity:
    """The concept and facets that ``name`` stands for in the project's own scheme; cached."""
    return scheme().identify(name)


def stock(name: str) -> bool:
    """Whether ``name`` measures a stock at a point of time (贷款余额, 常住人口, 生猪存栏, 公路里程).

    By the scheme where it knows the name, else by the name's last and first words (``heads.toml``).
    """
    return scheme().stock(name)


def split_measure(name: str) -> tuple[str, Measure | Literal[""]]:
    """A name as people ask for it, parted from a last word of measure: 生产总值增速 → 生产总值, growth.

    The measure is ``""``, and the name whole, where no such word ends it or the whole name is an indicator
    itself (社会融资规模增量, 人口自然增长率).
    """
    if identify(name).concept:
        return name, ""
    for measure, words in _heads()["measures"].items():
        for word in words:
            if name.endswith(word) and len(name) > len(word):
                return name[: -len(word)].removesuffix("同比"), measure
    return name, ""


@cache
def scheme() -> Scheme:
    """The project's own scheme, loaded once."""
    return Scheme.load()


@cache
def _heads() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("heads.toml").read_text(encoding="utf-8"))


class Scheme:
    """Indicators and facets, checked, with the lookups that :func:`identify` needs.

    ``indicators`` maps ids to :class:`Indicator`; ``facets`` maps each facet to its values, and each
    value to its spellings. Make one with :meth:`load`.
    """

    def __init__(
        self,
        facets: Mapping[str, Any],
        tables: Iterable[tuple[str, Mapping[str, Any]]],
        extra: tuple[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """``facets`` is the content of facets.toml; a table is a file's name and its content."""
        self._spellings: tuple[tuple[str, str], ...] = tuple(facets["spellings"].items())
        # A name without any of these is in its standard spelling already; the first look is the cheap one.
        starts = "".join(sorted({spelling[0] for spelling in facets["spellings"]}))
        self._suspicious = re.compile(f"[^一-龥、0-9A-Z]|[的{re.escape(starts)}全我本其年期当拥现共]")
        self._unusual = re.compile(
            "|".join(("[^一-龥、0-9A-Z]", "的", *map(re.escape, facets["spellings"]), _OPENING.pattern))
        )
        self._words: dict[str, list[_Word]] = {}
        self._within: dict[str, frozenset[str]] = {}
        self._groups: set[str] = set()
        self._allowed: dict[str, frozenset[object]] = {
            "kind": frozenset(get_args(Kind)),
            "measure": frozenset((*get_args(Measure), "")),
            "polarity": frozenset(get_args(Polarity)),
            "unit": frozenset(facets["units"]),
        }
        self.facets: dict[str, dict[str, tuple[str, ...]]] = {}
        self._read_facets(facets["facets"])
        self.indicators: dict[str, Indicator] = {}
        self._forms: dict[str, list[_Form]] = {}
        self._owners: dict[_Key, str] = {}
        for source, table in tables:
            self._read_indicators(source, table, override=False)
        if extra:
            self._read_indicators(*extra, override=True)
        self._longest_word = max(map(len, self._words))
        self._longest_ending = max(map(len, self._forms))
        for forms in self._forms.values():
            if len(forms) > 1:
                forms.sort(key=lambda form: (-len(form.opening), not form.slot))
        self.identify = lru_cache(maxsize=1 << 16)(self._identify)

    @classmethod
    def load(cls, extra: Path | None = None) -> Scheme:
        """The project's scheme, extended and overridden by the TOML file ``extra``.

        Raises :class:`SchemeError` for a file that breaks the rules of docs/indicators.md, ``OSError``
        for one that can't be read.
        """
        here = files(__package__)
        sources = sorted((f for f in here.joinpath("indicators").iterdir()), key=lambda f: f.name)
        tables = [(f.name, tomllib.loads(f.read_text(encoding="utf-8"))) for f in sources if f.name.endswith(".toml")]
        facets = tomllib.loads(here.joinpath("facets.toml").read_text(encoding="utf-8"))
        if extra is None:
            return cls(facets, tables)
        try:
            own = tomllib.loads(extra.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SchemeError(f"{extra}: 不是 TOML 文件 / not a TOML file: {error}") from error
        return cls(facets, tables, (str(extra), own))

    def stock(self, name: str) -> bool:
        """As :func:`stock`, by this scheme."""
        identity = self.identify(name)
        if identity.concept:
            return self.indicators[identity.concept].dated
        heads = _heads()
        if identity.name.startswith(tuple(heads["flow_openings"])):
            return False
        return identity.name.startswith(tuple(heads["stock_openings"])) or identity.name.endswith(
            tuple(heads["stock_endings"])
        )

    def normalise(self, name: str) -> str:
        """The name in one spelling: no spaces, brackets, 的, words for the own jurisdiction or period."""
        first = self._suspicious.search(name)
        if len(name) <= LONGEST_NAME and not (first and self._unusual.search(name)):
            return name
        for _ in range(4):
            before, name = name, self._normalise_once(name)
            if name == before:
                break
        return name

    def _normalise_once(self, name: str) -> str:
        name = _SPACE.sub("", unicodedata.normalize("NFKC", name)).translate(_UPPER)
        if len(name) > LONGEST_NAME:
            return name
        for spelling, standard in self._spellings:
            name = name.replace(spelling, standard)
        name = _BRACKETS.sub("", name)
        if len(name) > 1:
            name = name.replace("的", "")
        while (shorter := _OPENING.sub("", name, count=1)) and shorter != name:
            name = shorter
        return name

    def _identify(self, name: str) -> Identity:
        name = self.normalise(name)
        found = self._match(name)
        if found is None:
            return Identity("", (), name)
        indicator, facets = found
        standard = self.normalise(self._spell(indicator, facets))
        return Identity(indicator.id, facets, standard if self._match(standard) == found else name)

    def _match(self, name: str) -> tuple[Indicator, tuple[tuple[str, str], ...]] | None:
        """The indicator and facets of a normalised name, or None."""
        if len(name) > LONGEST_NAME:
            return None
        for length in range(min(len(name), self._longest_ending), 0, -1):
            for form in self._forms.get(name[-length:], ()):
                facets = self._fit(form, name[:-length])
                if facets is not None:
                    return form.indicator, tuple(sorted(facets.items()))
        return None

    def _fit(self, form: _Form, before: str) -> dict[str, str] | None:
        """The facets of the words before a form's ending, or None where they are not its facets."""
        if not form.slot:
            return self._explain(before, form.indicator.facets)
        if form.opening:
            at = before.rfind(form.opening)
            starts: Iterable[int] = (at + len(form.opening),) if at >= 0 else ()
        else:
            starts = range(max(0, len(before) - self._longest_word), len(before))
        for start in starts:
            for word in self._words.get(before[start:], ()):
                if word.facet in form.slot or word.group in form.slot:
                    facets = self._explain(before[: start - len(form.opening)], form.indicator.facets)
                    if facets is not None and (joined := self._join(facets, word)) is not None:
                        return joined
        return None

    def _explain(self, words: str, allowed: tuple[str, ...]) -> dict[str, str] | None:
        """``words`` cut into facet words of the ``allowed`` facets, or None where that can't be done."""
        dead: set[int] = set()

        def cut(start: int) -> dict[str, str] | None:
            if start == len(words):
                return {}
            if start in dead:
                return None
            for end in range(min(len(words), start + self._longest_word), start, -1):
                for word in self._words.get(words[start:end], ()):
                    if word.facet in allowed and (rest := cut(end)) is not None:
                        joined = self._join(rest, word)
                        if joined is not None:
                            return joined
            dead.add(start)
            return None

        return cut(0)

    def _join(self, facets: dict[str, str], word: _Word) -> dict[str, str] | None:
        """``facets`` with one word more; of two values of a facet the narrower, None where neither is."""
        held = facets.get(word.facet)
        if held is None or held in self._within.get(word.value, ()):
            return facets | {word.facet: word.value}
        if held == word.value or word.value in self._within.get(held, ()):
            return facets
        return None

    def _spell(self, indicator: Indicator, facets: tuple[tuple[str, str], ...]) -> str:
        """The standard spelling of an indicator with facets: facet words in order, then its name."""
        chosen = dict(facets)
        body = indicator.name
        for alias in indicator.aliases:
            opening, slot, ending = _parse_alias(alias)
            for facet, value in facets:
                if any(w.facet in slot or w.group in slot for w in self._words[value] if w.facet == facet):
                    body = opening + value + ending
                    del chosen[facet]
                    break
            else:
                continue
            break
        if "{" in body:
            body = next((a for a in indicator.aliases if "{" not in a), body)
        return "".join(chosen[facet] for facet in self.facets if facet in chosen) + body

    def _read_facets(self, facets: Mapping[str, Any]) -> None:
        for facet, groups in facets.items():
            values = self.facets.setdefault(facet, {})
            for group, table in groups.items():
                self._groups.add(group)
                broader = frozenset(table.get("within", ()))
                for value, spellings in table["values"].items():
                    if value in values:
                        raise SchemeError(f"facets.toml: {facet}: {value} 出现两次 / stands twice")
                    values[value] = tuple(spellings)
                    self._within[value] = broader
                    for spelling in dict.fromkeys((value, *spellings)):
                        self._words.setdefault(spelling, []).append(_Word(facet, group, value))

    def _read_indicators(self, source: str, table: Mapping[str, Any], *, override: bool) -> None:
        defaults = table.get("defaults", {})
        for id_, entry in table.get("indicators", {}).items():
            known = self.indicators.get(id_)
            if known and not override:
                raise SchemeError(f"{source}: {id_} 出现两次 / stands twice")
            where = f"{source}: {id_}"
            indicator = self._override(where, known, entry) if known else self._new(where, id_, defaults | entry)
            self.indicators[id_] = indicator
            if known:
                for key in [key for key, owner in self._owners.items() if owner == id_]:
                    self._drop(key)
            for alias in indicator.aliases:
                self._add_form(where, indicator, alias, override=override)

    def _new(self, where: str, id_: str, entry: Mapping[str, Any]) -> Indicator:
        """An entry of a file as an Indicator, checked."""
        if not entry.get("name") or not entry.get("kind"):
            raise SchemeError(f"{where}: 须有 name 和 kind / needs name and kind")
        self._check(where, id_, entry)
        return Indicator(
            id=id_,
            name=entry["name"],
            english=entry.get("english", ""),
            aliases=tuple(dict.fromkeys((entry["name"], *_list(entry.get("aliases", ""))))),
            kind=entry["kind"],
            unit=entry.get("unit", ""),
            measure=entry.get("measure", ""),
            polarity=entry.get("polarity", ""),
            facets=tuple(entry.get("facets", ())),
            dated=entry.get("dated", entry["kind"] == "stock"),
            field=Path(where.partition(":")[0]).stem,
        )

    def _override(self, where: str, known: Indicator, entry: Mapping[str, Any]) -> Indicator:
        """``known`` with what a user's entry says; its aliases are added to the known ones."""
        kept = {key: getattr(known, key) for key in _TYPES} | {"facets": list(known.facets)}
        kept["aliases"] = "；".join((*known.aliases, *_list(str(entry.get("aliases", "")))))
        return replace(
            self._new(where, known.id, kept | {k: v for k, v in entry.items() if k != "aliases"}), field=known.field
        )

    def _check(self, where: str, id_: str, entry: Mapping[str, Any]) -> None:
        """Raise :class:`SchemeError` for a key or a value that the scheme does not know."""
        if not _ID.fullmatch(id_):
            raise SchemeError(f"{where}: id 须是小写字母、数字和下划线 / must be lower case letters, digits and _")
        for key, value in entry.items():
            if key not in _TYPES:
                raise SchemeError(f"{where}: 不认识的字段 / unknown key: {key}")
            if not isinstance(value, _TYPES[key]):
                raise SchemeError(f"{where}: {key} 类型不对 / has the wrong type: {value!r}")
            if key in self._allowed and value not in self._allowed[key]:
                raise SchemeError(f"{where}: {key} 无效 / not valid: {value!r}")
        for facet in entry.get("facets", ()):
            if not isinstance(facet, str) or facet not in self.facets:
                raise SchemeError(f"{where}: 不认识的要素 / unknown facet: {facet!r}")

    def _add_form(self, where: str, indicator: Indicator, alias: str, *, override: bool) -> None:
        """Enter one alias; it must be nobody else's unless a user's file takes it over."""
        opening, slot, ending = _parse_alias(alias) if "{" in alias else ("", (), alias)
        for group in slot:
            if group not in self.facets and group not in self._groups:
                raise SchemeError(f"{where}: 不认识的要素 / unknown facet in {alias!r}")
        opening, ending = self.normalise(opening) if opening else "", self.normalise(ending)
        if not ending:
            raise SchemeError(f"{where}: 别名须有结尾 / an alias needs an ending: {alias!r}")
        key = (opening, slot, ending)
        owner = self._owners.get(key)
        if owner == indicator.id:
            return
        if owner:
            if not override:
                raise SchemeError(f"{where}: {alias!r} 已属 / belongs already to {owner}")
            self._drop(key)
        self._owners[key] = indicator.id
        self._forms.setdefault(ending, []).append(_Form(indicator, opening, slot))

    def _drop(self, key: _Key) -> None:
        """Forget one alias."""
        del self._owners[key]
        opening, slot, ending = key
        kept = [form for form in self._forms[ending] if (form.opening, form.slot) != (opening, slot)]
        self._forms[ending] = kept


def _list(aliases: str) -> list[str]:
    """The aliases of an entry, which stand in one string (an array takes several times as long to load)."""
    return aliases.split("；") if aliases else []


def _parse_alias(alias: str) -> tuple[str, tuple[str, ...], str]:
    """An alias as opening, facet groups of its slot, ending: 规模以上工业{industry}增加值; no slot: ("", (), alias)."""
    found = _SLOT.fullmatch(alias)
    return (found[1], tuple(found[2].split("|")), found[3]) if found else ("", (), alias)
