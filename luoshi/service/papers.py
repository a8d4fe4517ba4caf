"""The documents of a ledger: what was read of each, what was not understood, and how a person mends that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from luoshi import documents, reading
from luoshi.knowledge.divisions import is_within
from luoshi.language.quantities import survey
from luoshi.ledger import CorrectionError, DocumentRow, Ledger, LedgerError
from luoshi.ledger.withdrawal import FIELD as HELD
from luoshi.records import UNKNOWN, Document
from luoshi.service import places
from luoshi.service.wording import PAPERS

_PAGED = frozenset({"pdf", "ofd", "image"})  # formats whose layout is read, which the ledger does not keep
_FIELDS = ("date", "place")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Note:
    """Something of a document that was not understood: a short name for programs, and a line for people."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the ledger with what was not understood of it."""

    row: DocumentRow
    notes: tuple[Note, ...]

    def to_json(self) -> dict[str, Any]:
        """The document as ``luoshi documents --json`` prints it."""
        return self.row.to_json() | {"notes": {note.code: note.words for note in self.notes}}


def understood(ledger: Ledger, rows: Sequence[DocumentRow]) -> list[Paper]:
    """Documents of the ledger, each with what was not understood of it, in their order."""
    copies = ledger.copies({row.id for row in rows})
    return [Paper(row, tuple(_notes(row, ledger.document(row.id), copies.get(row.id)))) for row in rows]


def added_papers(ledger: Ledger, ids: Collection[str]) -> list[Paper]:
    """The documents with these ids, those first of which most was not understood."""
    return sorted(understood(ledger, ledger.documents(ids=ids)), key=lambda paper: -len(paper.notes))


def restate(ledger: Ledger, name: str, changes: Mapping[str, str], by: str, why: str, new_place: bool = False) -> str:
    """State the date or the place of a document anew, and give its id; see :meth:`luoshi.ledger.Ledger.restate`.

    ``name`` is the document's file, its id or its name in the ledger; ``changes`` are ``date`` and ``place``, ``""``
    where the document says them itself. A document with pages is read again from its file.
    """
    for field, value in changes.items():
        if field not in _FIELDS:
            raise CorrectionError(f"{field}: 只能改 date 和 place / only date and place can be set")
        if field == "date" and value and not _DAY.fullmatch(value):
            raise CorrectionError(f"{value}: 日期写作 2025-01-08 / write the day as YYYY-MM-DD")
    file, id = _found(ledger, name)
    if not ledger.documents(ids=[id]):
        raise CorrectionError(f"{name}: 已移出账本，先放回 / it was taken out; put it back first")
    held = ledger.document(id)
    document = _again(ledger, held, file, changes.get("date", held.date), changes.get("place", held.place))
    refusal = None if new_place else places.refusal(changes.get("place", ""), document.text, ledger)
    if refusal:
        raise CorrectionError(f"{held.name}: {' / '.join(refusal)}")
    ledger.restate(reading.read(document), by, why)
    return id


def take_back(ledger: Ledger, name: str, by: str, why: str) -> str:
    """Take back the last thing that a person stated of a document, and give its id; that too is kept as a statement."""
    _, id = _found(ledger, name)
    made = ledger.stated(id)
    if not made:
        raise CorrectionError(f"{name}: 没有可撤销的更正 / there is nothing to undo")
    if made[-1].field == HELD:
        (ledger.withdraw if made[-1].new else ledger.put_back)(id, by, why)
        return id
    last = {each.field: each.old for each in made if each.made_at == made[-1].made_at}
    return restate(ledger, name, last, by, why, new_place=True)


def withdraw(ledger: Ledger, name: str, by: str, why: str) -> str:
    """Take a document out of the ledger, and give its id; see :meth:`luoshi.ledger.Ledger.withdraw`."""
    _, id = _found(ledger, name)
    ledger.withdraw(id, by, why)
    return id


def _found(ledger: Ledger, name: str) -> tuple[Path | None, str]:
    """The file that ``name`` is, if it is one, and the id of its document in the ledger."""
    file = Path(name)
    if not file.is_file():
        return None, ledger.document_named(name)
    try:
        return file, ledger.document_named(documents.open(file).id)
    except documents.UnreadableFile as error:
        raise LedgerError(str(error)) from error


def _again(ledger: Ledger, held: Document, file: Path | None, date: str, place: str) -> Document:
    """A document of the ledger as it is read again under a date and a place."""
    if file is not None:
        return documents.open(file, date=date, place=place)
    original = ledger.original(held.id)
    if original is not None:
        return documents.from_bytes(original, held.name, date=date, place=place, url=held.url)
    if held.format in _PAGED:
        raise LedgerError(
            f"{held.name}: 要按版面重读，请给出文件路径 / its pages are read again: name the file itself, with its path"
        )
    return replace(held, date=date, place=place)


def _asked_by(document: Document) -> str:
    """How a command names a document that is read again: by its path where it has pages, else by its id."""
    return f"路径/{document.name}" if document.format in _PAGED else document.id[:8]


def _notes(row: DocumentRow, document: Document, copy: tuple[str, str] | None) -> Iterable[Note]:
    asked = f"luoshi documents {_asked_by(document)} --set"
    if not row.place:
        yield Note("no_place", f"没有看出地区 no place: {asked} place=地区 --by 姓名 --why 理由")
    elif row.stated_place and (other := _contradicting(row, document)):
        yield Note("another_place", f"说是{row.place}，文中像是{other} the text says {other}")
    if not row.date:
        yield Note("no_date", f"没有看出日期 no date: {asked} date=日期 --by 姓名 --why 理由")
    if lacking := _lacking(row):
        yield Note("no_records", f"{PAPERS[row.kind]}里没有读出{lacking}")
    if copy is not None:
        yield Note("copy", f"与 {copy[1]} {copy[0][:8]} 几乎相同 nearly the same")
    unknown = document.text.count(UNKNOWN)
    if unknown:
        yield Note("unknown_characters", f"{unknown} 个字文件没有写明 characters without Unicode")
    refused = sum(len(survey(line)[1]) for line in document.text.splitlines())
    if refused:
        yield Note("numbers_refused", f"{refused} 个数不能读 numbers that can't be read")


def _contradicting(row: DocumentRow, document: Document) -> str:
    """The place of which the text itself speaks, where it is another than the one stated and neither lies in it."""
    found = reading.document_context(replace(document, place="")).home
    if found is None or found.name == row.place:
        return ""
    if found.code and row.place_code:
        near = is_within(found.code, row.place_code) or is_within(row.place_code, found.code)
    else:
        near = found.name.endswith(row.place) or row.place.endswith(found.name)
    return "" if near else found.name


def _lacking(row: DocumentRow) -> str:
    """What a document of its kind should hold and this one does not."""
    if not any(number for kind, number in row.counts.items() if kind != "article"):  # any text is one
        return "任何记录 any record"
    if row.kind == "work-report":
        lacking = [] if row.counts["commitment"] else ["任务 commitments"]
        return "、".join([*lacking, *([] if row.targets else ["目标 targets"])])
    if row.kind in ("budget", "bulletin") and not row.counts["figure"]:
        return "数据 figures"
    return ""
