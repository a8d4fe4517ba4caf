"""The desk's words: each that is shown stands in the catalogue in both languages, and none stands there for nothing."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import get_args

import pytest
from fastapi.routing import APIRoute

from luoshi.knowledge.divisions import Level
from luoshi.ledger.book.edits import FIELDS
from luoshi.ledger.drafts.findings import FIELDS as DRAFT_FIELDS
from luoshi.ledger.stages import Stage
from luoshi.records import (
    Act,
    Article,
    Commitment,
    Event,
    Figure,
    Formulation,
    Mode,
    Office,
    Project,
    Qualifier,
    Statement,
)
from luoshi.service import DEED_WORDS, LIGHT_WORDS, MISSING, NAMES, ROLES, SAYS_WORDS, SORTS, charts, overviews
from luoshi.service.wording import STAGES
from luoshi.ways import web
from luoshi.ways.web.app import _ROUTERS
from luoshi.ways.web.pages import sign_in
from luoshi.ways.web.words import catalogue, chosen, said

HERE = Path(web.__file__).parent
SHOWN = "\n".join(path.read_text("utf-8") for path in (*HERE.rglob("*.html"), *HERE.rglob("*.py")))


def deeds() -> set[str]:
    """The deeds of the desk by the names under which they are logged: whatever is sent to it, and no question."""
    routers = (*_ROUTERS, sign_in.router)
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    return {route.endpoint.__name__ for route in routes if "POST" in route.methods} - {"sign_in_now"}


KINDS = (Article, Commitment, Event, Figure, Formulation, Office, Project, Statement)


def told_fields(kind: type) -> set[str]:
    """The fields of a kind of record that its panel tells."""
    return {field.name for field in dataclasses.fields(kind)} - {"start", "end", "rule", "sources", "quote"}


# Names that are put together where they are shown: the room and what may stand after it.
MADE = {
    "kind": {kind.kind for kind in (Article, Commitment, Event, Figure, Formulation, Office, Project, Statement)},
    "kinds": {kind.kind for kind in (Commitment, Event, Figure, Formulation, Office, Project, Statement)},
    "light": {*overviews.LIGHTS, *(f"{light}_why" for light in overviews.LIGHTS)},
    "state": {"overdue", "in_progress", "no_news", "done"},
    "measure": {*charts.MEASURES, "rate"},
    "status": {"actual", "target", "forecast"},
    "check": {*SORTS, "no_place", "no_date"},
    "reached": {stage.replace(" ", "_") for stage in STAGES},
    "said": set(NAMES),
    "batch": {"new", "known", "refused"},
    "conflict": {"values", "revision", "sum", "growth", "change", "share", "execution"},
    "lamp": set(LIGHT_WORDS),
    "deed": {*DEED_WORDS, "add", "edit", "remove", "feedback", "undo"},
    "says": set(SAYS_WORDS),
    "difference": {"changed", "added", "removed", "not_kept"},
    "task_field": set(FIELDS),
    "stage": set(get_args(Stage)) - {"executed"},
    "missing": {name.replace(" ", "_") for name in MISSING},
    "done": {*deeds(), "sign_in", "sign_in_refused", "provider_refused", "other"},
    "role": {*ROLES, *(f"{role}_may" for role in ROLES)},
    "qualifier": set(get_args(Qualifier)),
    "mode": set(get_args(Mode)),
    "act": set(get_args(Act)),
    "truth": {"true", "false"},
    "stands": {"true", "false"},
    "sign": {"plus", "minus"},
    "genre": {"news", "editorial", "letter", "interview"},
    "level": {*get_args(Level), "all"},
    "record_field": {
        "value",
        "kind",
        "date",
        "held",
        "stands",
        *(name for kind in KINDS for name in told_fields(kind)),
    },
    "field": set(DRAFT_FIELDS),
}


def names() -> set[str]:
    """Every name that the pages show."""
    rooms = "|".join({name.partition(".")[0] for name in catalogue()})
    plain = set(re.findall(rf"""["']((?:{rooms})\.(?!html|txt|css|js)[a-z_]+)["']""", SHOWN))
    return plain | {f"{room}.{name}" for room, made in MADE.items() for name in made}


def test_every_name_has_its_words() -> None:
    assert names() - set(catalogue()) == set()


def test_no_words_stand_there_for_nothing() -> None:
    assert set(catalogue()) - names() == set()


@pytest.mark.parametrize("name", catalogue())
def test_the_two_languages_say_it_with_the_same_values(name: str) -> None:
    chinese, english = catalogue()[name]
    assert chinese.strip()
    assert english.strip()
    assert set(re.findall(r"\{(\w+)\}", chinese)) == set(re.findall(r"\{(\w+)\}", english))


def test_one_is_no_plural() -> None:
    assert said("en", "documents.count", count=1) == "1 document"
    assert said("en", "batch.left", count=1) == "1 quantity is in no record"
    assert said("en", "batch.left", count=2) == "2 quantities are in no record"
    assert said("en", "timeline.silence", years=1) == "1 year without a word"
    several = re.compile(r"\{(?:count|years|files|minutes|tasks|unmatched|matches)\} [a-z]+s\b")
    assert [name for name, (_, english) in catalogue().items() if several.search(english)] == []


def test_values_are_put_into_their_places() -> None:
    assert said("zh", "documents.count", count=3) == "3 份文件"
    assert said("en", "documents.count", count=3) == "3 documents"


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "language"),
    [
        ("", "", "en-GB,en;q=0.9,zh;q=0.5", "en"),
        ("", "", "fr-FR, zh-TW;q=0.8, en;q=0.5", "zh"),
        ("", "en", "zh-CN", "en"),
        ("zh", "en", "en", "zh"),
        ("xx", "yy", "de", "zh"),
        ("", "", "", "zh"),
    ],
)
def test_the_language_that_is_shown(asked: str, kept: str, accepted: str, language: str) -> None:
    assert chosen(asked, kept, accepted) == language
