"""What every page of the desk has: the ledger it asks, the language it speaks, the templates it is shown with."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, HTTPException
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from luoshi import __version__, service
from luoshi.service import one_line, wording
from luoshi.ways.web import fields
from luoshi.ways.web.askers import asker_of
from luoshi.ways.web.doors import Doors
from luoshi.ways.web.guard import TOKEN_FIELD, bears_token
from luoshi.ways.web.intake import Intake
from luoshi.ways.web.kept_pages import KeptPages
from luoshi.ways.web.unseen import clean
from luoshi.ways.web.waiting import Waiting
from luoshi.ways.web.words import Language, chosen, said

if TYPE_CHECKING:
    from luoshi.service import Ledger
    from luoshi.ways.web.pages.book.files import WaitingFile
    from luoshi.ways.web.pages.book.reports import WaitingReport

_KEPT_FOR = 365 * 24 * 3600  # seconds that a browser remembers a language
_THEMES = ("light", "dark")
_CHARTS = 8  # series that are remembered
_UNTOLD = (TOKEN_FIELD, "password", "new_password", "again")  # what no log holds


@dataclass(slots=True)
class Desk:
    """A ledger that is open at the desk, what is being read into it, and whether it is the sample's.

    ``remembered`` are answers of the ledger, ``charts`` the few latest series, which may be of thousands of places,
    ``pages`` what was written of them; all last until it changes.
    ``tables`` and ``reports`` were read for the book of tasks and wait to be kept; ``checks`` are pages of drafts that
    were checked lately, to be downloaded.
    """

    ledger: Ledger
    name: str
    is_sample: bool = False
    remembered: service.Remembered = field(init=False)
    charts: service.Remembered = field(init=False)
    pages: KeptPages = field(default_factory=KeptPages)
    intake: Intake = field(default_factory=Intake)
    tables: Waiting[WaitingFile] = field(default_factory=Waiting)
    reports: Waiting[WaitingReport] = field(default_factory=Waiting)
    checks: Waiting[tuple[str, str]] = field(default_factory=Waiting)

    def __post_init__(self) -> None:
        self.remembered = service.Remembered(self.ledger)
        self.charts = service.Remembered(self.ledger, _CHARTS)

    def places(self) -> list[str]:
        """The places that the ledger has documents of, the one with most first."""
        return list(self.remembered(service.Ledger.places))


def desk_of(request: Request) -> Desk:
    """The desk that a request is made at."""
    desk: Desk = request.app.state.desk
    return desk


def doors_of(request: Request) -> Doors:
    """The doors of a desk that others can reach."""
    doors: Doors = request.app.state.doors
    return doors


def language_of(request: Request) -> Language:
    """The language of the answer to a request."""
    kept = request.cookies.get("luoshi_language", "")
    return chosen(request.query_params.get("lang", ""), kept, request.headers.get("accept-language", ""))


async def form_of(request: Request) -> Any:
    """The form of a deed, which has to bear the desk's token; 403 for one that does not."""
    form = await request.form(max_files=2000, max_fields=2000)
    if not bears_token(request, form):
        raise HTTPException(403, said(language_of(request), "errors.token"))
    request.state.told = {name: _named(value) for name, value in form.items() if name not in _UNTOLD}
    return form


def signer(request: Request, form: Any) -> str:
    """Who signs a deed: who is signed in, or the name that the form gives where nobody has to be.

    Such a name is remembered by the browser.
    """
    account = request.state.account
    if account is not None:
        return str(account.name)
    request.state.signer = str(form.get("by") or "").strip()[:80]
    return str(request.state.signer)


def settings_of(request: Request) -> tuple[str, bool]:
    """The theme that a browser remembers, ``""`` for that of its system, and whether it asks for a part of a page."""
    theme = request.cookies.get("luoshi_theme", "")
    part = "hx-request" in request.headers and "hx-boosted" not in request.headers
    return theme if theme in _THEMES else "", part


AtDesk = Annotated[Desk, Depends(desk_of)]
Form = Annotated[Any, Depends(form_of)]


def show(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page, with what all pages know; ``values`` are what its template asks for."""
    language, asker = language_of(request), asker_of(request)
    theme, part = settings_of(request)

    def t(name: str, /, **put: object) -> str:
        return said(language, name, **put)

    known = {
        "t": t,
        "label": partial(fields.label, language),
        "choice": partial(fields.shown, language),
        "choices": partial(fields.choices, language),
        "signer": asker.signer,
        "language": language,
        "theme": theme,
        "base": request.scope.get("root_path", ""),
        "here": request.url.path,
        "switched": _with_language(request, "en" if language == "zh" else "zh"),
        "desk": desk_of(request),
        "token": asker.token,
        "account": asker.account,
        "stranger": asker.stranger,
        "may_write": asker.may_write,
        "version": __version__,
        "partial": part,
    }
    response = HTMLResponse(templates().get_template(template).render(known | values), status)
    if request.query_params.get("lang"):
        response.set_cookie("luoshi_language", language, max_age=_KEPT_FOR, samesite="strict", path="/")
    response.headers["Content-Language"] = "zh-CN" if language == "zh" else "en"
    response.headers["Vary"] = "Accept-Language, Cookie, HX-Request"
    return response


def today() -> str:
    """The day on which people look at the desk; no record depends on it."""
    return date.today().isoformat()


def templates() -> Environment:
    """The templates; every word that is put into them is escaped."""
    return _TEMPLATES


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("luoshi.ways.web"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "value": wording.value_of, "panel_value": _panel_value,
        "one_line": one_line, "plain": wording.plain, "around": _around, "whole": _whole,
        "combined": _combined, "key": _key,
        "document": _document, "query": _query, "clean": clean,
        "words_of": _words_of, "printed": _printed, "spoken": _spoken, "titled": service.titled, "cited": _cited,
    }  # fmt: skip
    made.globals |= {"asset": _asset, "lamps": tuple(service.LIGHT_WORDS), "task_fields": tuple(service.FIELDS)}
    return made


def _named(value: Any) -> str:
    """What a field of a form holds, a file by its name."""
    return value if isinstance(value, str) else str(value.filename or "")


def _with_language(request: Request, language: Language) -> str:
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return f"{request.url.path}?{urlencode([*asked, ('lang', language)])}"


def _asset(name: str) -> str:
    """The address of a static file below the desk's own, stamped with its content, so that browsers may keep it."""
    return f"/static/{name}?v={_stamp(name)}"


@cache
def _stamp(name: str) -> str:
    return hashlib.sha256((resources.files("luoshi.ways.web") / "static" / name).read_bytes()).hexdigest()[:12]


def _around(row: Any) -> Markup:
    """The words around a figure's quote, the quote marked."""
    before, quote, after = wording.around(row)
    return Markup("{}<b>{}</b>{}").format(clean(before), clean(quote), clean(after))


def _whole(row: Any) -> Markup:
    """The sentence around a record's quote, the quote marked where it stands."""
    before, quote, after = wording.around(row, len(row.sentence) * 2)
    return Markup("{}<b>{}</b>{}").format(clean(before), clean(quote), clean(after))


def _key(id: str) -> str:
    return id.partition(":")[2]


def _document(id: str) -> str:
    return id.partition(":")[0]


def _words_of(id: str, row: Any) -> str:
    """The words of a short record within a sentence that was found; "" for one of a whole sentence, or cut off."""
    kind, start, end = _key(id).partition(".")[0].split("-")
    if kind not in ("figure", "office", "formulation", "project"):
        return ""
    return one_line(row.snippet[max(0, int(start) - row.start) : max(0, int(end) - row.start)])


def _query(values: dict[str, Any]) -> str:
    return urlencode({name: value for name, value in values.items() if value not in ("", None)}, doseq=True)


@pass_context
def _panel_value(context: Context, row: Any) -> str:
    """The value of a panel's cell in its short form, a word before it in the language of the page."""
    return wording.in_words(service.panel_value(row), context["language"])


@pass_context
def _spoken(context: Context, words: str) -> str:
    """A line that is told in two languages, in that of the page."""
    return service.in_language(words, context["language"])


@pass_context
def _cited(context: Context, words: str) -> Markup:
    """A line in which ids of records and sentences lead to their place."""
    told, at = Markup(""), 0
    for found in _ID.finditer(words):
        document, key, start, end = found[1][:16], found[2], found[3], found[4]
        asked = f"at={start}-{end}" if key.startswith("sentence-") else f"record={key}"
        told += Markup('{}<a href="{}/documents/{}?{}#c{}">{}</a>').format(
            clean(words[at : found.start()]), context["base"], document, asked, start, context["t"]("reader.see")
        )
        at = found.end()
    return told + clean(words[at:])


def _combined(values: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What was asked, some of it otherwise."""
    return values | other


_ID = re.compile(r"([0-9a-f]{8,64}):([a-z]{1,20}-(\d{1,9})-(\d{1,9})(?:\.\d{1,6})?)")


def _printed(words: str) -> str:
    """Words of a document without marks of typesetting (``**``, ``#`` before a heading)."""
    return clean(_TYPESETTING.sub("", words))


_TYPESETTING = re.compile(r"\*\*|^#{1,6} |^<!--.*-->$")

_TEMPLATES = _environment()
