"""The ledger: what has been read, kept, and can be asked.

with Ledger("luoshi.db") as ledger:
    ledger.add(reading)
    for row in ledger.series("一般公共预算收入", place="临澜市"):
        print(row.period, row.low, row.unit, row.quote)
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from luoshi import stated
from luoshi.ledger.database import Database, is_in_memory
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.store.asked import about
from luoshi.ledger.store.corrected import Corrected
from luoshi.ledger.store.happenings import Happenings
from luoshi.ledger.store.keeping import Keeping
from luoshi.ledger.store.kept import StoredRecord
from luoshi.ledger.store.papers import Papers
from luoshi.ledger.store.values import Values

__all__ = ["Ledger", "StoredRecord"]

# What compares whole ledgers or writes files is imported by who asks for it: together it takes a second.
if TYPE_CHECKING:
    from luoshi.ledger.book.book import Book
    from luoshi.ledger.book.lights import Rules
    from luoshi.ledger.exports import Selection
    from luoshi.ledger.health import Health


class Ledger(Keeping, Papers, Values, Happenings, Corrected):
    """A ledger in a SQLite file (a path) or a PostgreSQL database (a URL); made where there is none.

    With ``create=False`` a ledger that is not there is a :class:`LedgerError`, as is one that was written
    by a newer program, or a file that is no ledger. To be closed, or used in a ``with`` statement.
    """

    def __init__(self, location: str | Path = "luoshi.db", create: bool = True) -> None:
        self._database = Database(location, create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def in_memory(self) -> bool:
        """Whether nothing is left of the ledger when it is closed.

        >>> ledger.in_memory
        True
        """
        return is_in_memory(self._database.url)

    def close(self) -> None:
        """Give back the database's connections; a ``with`` statement does it by itself.

        >>> other = Ledger(":memory:")
        >>> other.close()
        """
        self._database.close()

    def health(self) -> Health:
        """How large the ledger is, what it holds, and what is damaged; see :func:`luoshi.ledger.health.health`.

        >>> health = ledger.health()
        >>> health.backend, health.documents, health.records["figure"], health.damages
        ('sqlite', 4, 240, ())
        """
        from luoshi.ledger.health import health

        return health(self._database)

    def back_up(self, out: str | Path) -> None:
        """Write a whole copy of the ledger, which may be in use, to the file ``out``.

        :class:`LedgerError` where it can't be written, and for a ledger that is no file.

        >>> kept = Ledger("luoshi.db")
        >>> kept.back_up("luoshi.db.copy")
        >>> Ledger("luoshi.db.copy", create=False).documents()
        []
        """
        from luoshi.ledger.copies import back_up

        if self._database.url.get_backend_name() != "sqlite" or self.in_memory:
            raise LedgerError(
                f"{self._database.name}: 不是文件；PostgreSQL 的账本用 pg_dump 备份，用 pg_restore 恢复 / "
                "is no file; a ledger in PostgreSQL is copied with pg_dump and put back with pg_restore"
            )
        back_up(Path(str(self._database.url.database)), Path(out))

    def book(self, name: str = "", rules: Rules | None = None) -> Book:
        """The book of tasks of this name, its lights by the usual rules or an office's own ones.

        See :class:`luoshi.ledger.book.book.Book` and :class:`luoshi.ledger.book.lights.Rules`.

        >>> ledger.book().tasks()
        []
        """
        from luoshi.ledger.book.book import Book
        from luoshi.ledger.book.lights import USUAL

        return Book(self._database, name, rules or USUAL)

    def export(
        self, to: str, out: str | Path, kind: str = "", selection: Selection | None = None, encoding: str = "utf-8-sig"
    ) -> int:
        """Write the ledger to a file, and give the number of its rows; see :func:`luoshi.ledger.exports.export`.

        >>> ledger.export("csv", "figures.csv") > 200
        True
        """
        from luoshi.ledger.exports import Selection, export

        chosen = selection or Selection()
        chosen = Selection(*about(chosen.place, chosen.year, "")[:2], stated.day(chosen.on))
        with self._database.reading() as connection:
            return export(connection, to, Path(out), kind, chosen, encoding)

    def frame(self, kind: str = "figures", library: str = "pandas") -> Any:
        """All records of a kind as a data frame; see :func:`luoshi.ledger.frames.frame`.

        >>> ledger.frame("commitments").columns.tolist()[:4]
        ['id', 'document', 'document_id', 'document_date']
        """
        from luoshi.ledger.frames import frame

        with self._database.reading() as connection:
            return frame(connection, kind, library)
