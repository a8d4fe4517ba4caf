"""Who headed a body at a time, as documents name them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import cast

from sqlalchemy import Connection

from luoshi.ledger.mentions import mentions
from luoshi.reading.posts import in_each_body
from luoshi.records import Office

_DEPUTY = re.compile("副|原|前")
_HEAD = re.compile(
    r"(?:书记|局长|厅长|部长|主任|市长|省长|区长|县长|州长|主席|总理|行长|院长|校长|署长|秘书长|董事长)$"
)
_REACH = 2  # years from a document that names a head to what it answers for


class Heads:
    """The heads of bodies, looked up by the body's words and the place and day of a document."""

    def __init__(self, connection: Connection) -> None:
        # By place and the words for a body: day, post and name, in the order of days.
        self._held: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for record, home, evidence in mentions(connection, "office"):
            for office in in_each_body(cast(Office, record), home):
                for post in office.posts:
                    if office.person and evidence.date and _HEAD.search(post) and not _DEPUTY.search(post):
                        for body in {office.body, office.organisation} - {""}:
                            self._held[home, body].append((evidence.date, f"{post}{office.person}"))

    def of(self, home: str, body: str, date: str) -> tuple[str, ...]:
        """Who headed ``body`` nearest to ``date``, at most two years from it: 局长卫青岚; empty for nobody."""
        held = self._held.get((home, body), []) if date else []
        near = [(abs(int(date[:4]) - int(day[:4])), day > date, post) for day, post in held]
        near = [each for each in near if each[0] <= _REACH]
        if not near:
            return ()
        nearest = min(near)[:2]
        return tuple(dict.fromkeys(post for *away, post in near if tuple(away) == nearest))
