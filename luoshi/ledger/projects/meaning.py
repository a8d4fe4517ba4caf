"""What a person means by some words: which projects, and which names of a text are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from luoshi.ledger.projects.groups import REACH, SHORTEST
from luoshi.ledger.projects.known_names import year_of
from luoshi.ledger.projects.names import ProjectName, same_numbers, shares_head, shortens, taken_apart, without_work
from luoshi.ledger.projects.rows import ProjectRow

_LEAST = 2  # characters of what is proper to a name by which sentences are looked for
_NUMERALS = "零一二三四五六七八九"


class Asked:
    """The names that a person asks for in the documents of one place: one, or several of one thing parted by spaces.

    Words that say only which part (二期, 北段) belong to each of the names beside them.
    """

    def __init__(self, words: str, home: str) -> None:
        parts = {word: taken_apart(word, home) for word in words.split()}
        names = [word for word, part in parts.items() if _tells(part) or part.head]
        rest = "".join(word for word in parts if word not in names)
        self.names = {name + rest: taken_apart(name + rest, home) for name in names} if names else parts

    def meant(self, rows: Sequence[ProjectRow]) -> list[ProjectRow]:
        """Those projects that bear one of the names, with their phases and sections where the name says none.

        A name that none bears as it is means those of which it may be a shorter or a longer one; names of which that
        holds of none mean the projects in one of whose names they all stand.
        """
        named = [(row, name, taken_apart(name, row.place)) for row in rows for name in row.names]
        found: dict[int, ProjectRow] = {}
        for asked, wanted in self.names.items():
            fitting = [each for each in named if _numbers_fit(wanted, each[2])]
            same = [row for row, _, name in fitting if wanted.whole == name.whole and _tells(wanted)]
            like = same or [row for row, held, name in fitting if _fits(asked, wanted, held, name)]
            found |= {id(row): row for row in like}
        return list(found.values()) or [
            row for row in rows if any(all(asked in name for asked in self.names) for name in row.names)
        ]

    def asks_for(self, name: ProjectName) -> bool:
        """Whether a name that no record is of is one of those asked for, a part of it, or a longer one."""
        return any(
            _numbers_fit(one, name) and (name.whole == one.whole or shortens(one, name))
            for one in self.names.values()
            if one.line or (one.head and _tells(one))
        )

    def literals(self) -> list[str]:
        """The words by which the names are looked for."""
        return [words for name, parts in self.names.items() for words in _literals(name, parts)]


class Bearer:
    """A project by its names: those that tell by themselves which it is, and short ones that no other project has."""

    def __init__(self, row: ProjectRow, shared: Mapping[ProjectName, int]) -> None:
        names = {name: taken_apart(name, row.place) for name in row.names}
        self._known = [parts for parts in names.values() if _tells(parts)]
        self._short = {parts for parts in names.values() if not _tells(parts) and shared[parts] == 1}
        self._years = {year_of(mention.date) for mention in row.mentions}
        told = (pair for pair in names.items() if _tells(pair[1]) or pair[1] in self._short)
        self.literals = [words for name, parts in told for words in _literals(name, parts)]

    def bears(self, name: ProjectName, year: int) -> bool:
        """Whether a name told in a year is one of the project's, or a longer one."""
        if name in self._short:
            return name.letters >= SHORTEST and min(abs(year - each) for each in self._years) <= REACH
        return any(_is(one, name) for one in self._known)


def _is(one: ProjectName, name: ProjectName) -> bool:
    """Whether a name is the same as one that is known, or a longer one."""
    return same_numbers(name, one) and name.section == one.section and (name.whole == one.whole or shortens(one, name))


def _fits(asked: str, wanted: ProjectName, held: str, name: ProjectName) -> bool:
    """Whether a project's name may be what was asked; a name of the kind of work alone has to stand in it as it is."""
    if wanted.proper or wanted.line:
        return wanted.whole == name.whole or shortens(wanted, name) or (bool(name.proper) and shortens(name, wanted))
    if wanted.at_home and not name.proper:
        return wanted.head == name.head
    return asked in held and wanted.head == name.head


def _numbers_fit(wanted: ProjectName, name: ProjectName) -> bool:
    """Whether what a person asks for holds a name's phase, section and number, where it says any."""
    same = ProjectName(name.proper, name.head, wanted.phase and name.phase, name.line, name.ordinal, "", name.size)
    return same_numbers(wanted, same) and wanted.section in ("", name.section)


def _tells(name: ProjectName) -> bool:
    """Whether a name tells by itself which project it is."""
    return bool(name.proper or name.line or name.at_home)


def _literals(name: str, parts: ProjectName) -> Iterable[str]:
    """The words by which a name is looked for, without words of work; a line's number in digits and in characters."""
    name = without_work(name)
    if not parts.line:
        wide = (shares_head(parts) or parts.ordinal) and len(parts.proper) >= _LEAST
        return (name, parts.proper) if wide else (name,)
    number = int(parts.line)
    tens, ones = divmod(number, 10)
    written = f"{_NUMERALS[tens] if tens > 1 else ''}{'十' if tens else ''}{_NUMERALS[ones] if ones else ''}"
    return (parts.line, written) if number >= 10 else (f"{number}号", f"{written}号", f"{number}、", f"{written}、")
