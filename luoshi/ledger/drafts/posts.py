"""The people and posts of a draft beside those of the sources."""

from __future__ import annotations

from typing import NamedTuple, cast

from sqlalchemy import Connection, or_

from luoshi.ledger.drafts.findings import Finding, Source
from luoshi.ledger.mentions import Evidence, mentions
from luoshi.ledger.schema import offices
from luoshi.reading.posts import in_each_body
from luoshi.records import Office, Reading, Span


class _Held(NamedTuple):
    """A mention of a person in posts in a source, and its document's jurisdiction."""

    office: Office
    home: str
    evidence: Evidence


def check_posts(connection: Connection, draft: Reading) -> list[Finding]:
    """A finding for each mention of a person with a post in the draft."""
    asked = [
        one for office in draft.offices if office.person and office.posts for one in in_each_body(office, draft.place)
    ]
    if not asked:
        return []
    people = sorted({office.person for office in asked})
    held_in = sorted({name for office in asked for name in (office.body, office.organisation) if name})
    only = or_(offices.c.person.in_(people), offices.c.body.in_(held_in), offices.c.organisation.in_(held_in))
    own = draft.document.id[:16]
    held = [
        _Held(office, home, evidence)
        for record, home, evidence in mentions(connection, "office", only=only)
        if not evidence.id.startswith(own)
        for office in in_each_body(cast(Office, record), home)
    ]
    return [_finding(office, held) for office in asked]


def _finding(asked: Office, held: list[_Held]) -> Finding:
    """The newest mention of the person in the post; else of the person, else of who holds the post."""
    draft = Span(asked.start, asked.end, asked.quote)
    of_person = [one for one in held if one.office.person == asked.person]
    same = [one for one in of_person if _share_a_post(asked, one.office) and _same_body(asked, one.office)]
    if same:
        return Finding("office", "agrees", True, draft, _says(asked), (), _source(same[-1]))
    holders = [one for one in held if _share_a_post(asked, one.office) and _same_body(asked, one.office)]
    if holders and (not of_person or _misspelt(asked.person, holders[-1].office.person)):
        others = {one.office.person for one in holders}
        # Of several deputies nobody says which one is meant.
        certain = len(others) == 1 or any(_misspelt(asked.person, other) for other in others)
        meant = next((one for one in reversed(holders) if _misspelt(asked.person, one.office.person)), holders[-1])
        return Finding("office", "differs", certain, draft, _says(asked), ("person",), _source(meant))
    if of_person:
        near = next((one for one in reversed(of_person) if _same_body(asked, one.office)), of_person[-1])
        certain = _same_body(asked, near.office) or len({_says(one.office) for one in of_person}) == 1
        return Finding("office", "differs", certain, draft, _says(asked), ("post",), _source(near))
    return Finding("office", "not found", False, draft, _says(asked))


def _share_a_post(one: Office, other: Office) -> bool:
    return not set(one.posts).isdisjoint(other.posts)


def _same_body(one: Office, other: Office) -> bool:
    """Whether two posts may be of one body: by its full name, or by the text's words, of which one may be short."""
    if one.body and other.body:
        return one.body == other.body
    name, told = one.body or one.organisation, other.body or other.organisation
    return not name or not told or name.endswith(told) or told.endswith(name)


def _misspelt(name: str, other: str) -> bool:
    """Whether two names differ in one character only, or in the order of two."""
    if name == other or len(name) != len(other):
        return False
    differing = [at for at, (one, two) in enumerate(zip(name, other, strict=True)) if one != two]
    return len(differing) == 1 or (len(differing) == 2 and sorted(name) == sorted(other))


def _says(office: Office) -> str:
    return f"{office.organisation}{'、'.join(office.posts)} {office.person}"


def _source(held: _Held) -> Source:
    seen = held.evidence
    return Source(seen.id, _says(held.office), seen.quote, seen.quote, seen.document, seen.id.partition(":")[0],
                  seen.date, seen.start, seen.end)  # fmt: skip
