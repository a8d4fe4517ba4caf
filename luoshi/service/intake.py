"""Files that are handed over in the browser: read in a process of their own, kept, and told one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from luoshi.language.quantities import quantities
from luoshi.ledger import UnkeepableError
from luoshi.records import Reading, Span
from luoshi.service.confined import ConfinedReader

if TYPE_CHECKING:
    from luoshi.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed over: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a document: ``refused`` has a ``message``, one line in Chinese and English.

    The others have their ``document`` id, day and place, how many ``records`` of each kind were read, the
    ``warnings`` of what could not be read, and ``left``, the quantities that no record holds.
    """

    name: str
    state: Literal["new", "known", "refused"]
    message: str = ""
    document: str = ""
    date: str = ""
    place: str = ""
    records: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    left: tuple[Span, ...] = ()


def take_in(ledger: Ledger, files: Iterable[Handed], date: str = "", place: str = "") -> Iterator[Received]:
    """Read ``files`` into the ledger; one :class:`Received` a document, in their order.

    ``date`` and ``place`` are stated of every document. The bytes of documents with pages are kept, to show them.
    """
    with ConfinedReader() as reader:
        for file in files:
            for read in reader.read(file.data, file.name, date, place):
                if isinstance(read.reading, str):
                    yield Received(read.name, "refused", read.reading)
                    continue
                try:
                    is_new = ledger.add(read.reading, read.original)
                except UnkeepableError as error:
                    yield Received(read.name, "refused", f"{read.name}：{error}")
                    continue
                yield _received(read.reading, read.name, is_new)


def read_confined(name: str, data: bytes, date: str = "", place: str = "") -> Reading:
    """The reading of a text that is not kept; :class:`ValueError` with a line for people where it can't be read."""
    with ConfinedReader() as reader:
        for read in reader.read(data, name, date, place):
            if isinstance(read.reading, str):
                raise ValueError(read.reading)
            return read.reading
    raise ValueError(f"{name}：里面没有文件 / there is no file in it")


def left_over(reading: Reading) -> tuple[Span, ...]:
    """The quantities of a document's text that no figure holds, in the order of the text."""
    held = sorted((figure.start, figure.end) for figure in reading.figures)
    left, at = [], 0
    for found in quantities(reading.document.text):
        while at < len(held) and held[at][1] <= found.start:
            at += 1
        if found.unit and (at == len(held) or held[at][0] >= found.end):
            left.append(Span(found.start, found.end, found.quote))
    return tuple(left)


def _received(reading: Reading, name: str, is_new: bool) -> Received:
    return Received(
        name,
        "new" if is_new else "known",
        document=reading.document.id,
        date=reading.date,
        place=reading.place,
        records=dict(Counter(record.kind for record in reading)),
        warnings=reading.document.warnings,
        left=left_over(reading),
    )
