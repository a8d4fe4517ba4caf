"""Questions to a read corpus without a ledger: DuckDB asks the Parquet files of its parts as a ledger's tables.

The questions are the ledger's own (:mod:`luoshi.ledger.series`, :mod:`luoshi.ledger.panel`), so are the answers.
Nothing was corrected there, and a document that stands in several parts counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Connection, Table, create_engine

from luoshi.ledger import schema
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.parts import TABLES, Part, ReadCorpus
from luoshi.ledger.series import SeriesRow, series

if TYPE_CHECKING:
    from luoshi.ledger.panel import PanelRow
    from luoshi.ledger.panel_years import Years
    from luoshi.records import Measure


class AskedParts:
    """A read corpus that is asked; :class:`LedgerError` where there is none, or ``duckdb`` is missing."""

    def __init__(self, location: str) -> None:
        self._corpus = ReadCorpus(location)
        self._parts = self._corpus.parts()
        if not self._parts:
            raise LedgerError(f"{location}：没有读好的文件 / nothing has been read there")

    def series(self, indicator: str, place: str = "", measure: str = "") -> list[SeriesRow]:
        """The values of an indicator over time, as :meth:`luoshi.ledger.Ledger.series` tells them."""
        with self._asked() as connection:
            return series(connection, indicator, place, measure)

    def panel(
        self,
        indicators: Sequence[str],
        places: Sequence[str] = (),
        years: Years | None = None,
        measure: Measure | Literal[""] = "",
    ) -> list[PanelRow]:
        """A row for each place, year and indicator, as :meth:`luoshi.ledger.Ledger.panel` tells them."""
        from luoshi.ledger.panel import panel

        with self._asked() as connection:
            return panel(connection, indicators, places, years, measure)

    @contextmanager
    def _asked(self) -> Iterator[Connection]:
        from luoshi.extras import needs

        try:
            import duckdb_engine  # noqa: F401
        except ModuleNotFoundError as error:
            raise LedgerError(" / ".join(needs("duckdb"))) from error
        engine = create_engine("duckdb:///:memory:")
        try:
            with engine.connect() as connection:
                for table in schema.metadata.sorted_tables:
                    connection.exec_driver_sql(f"CREATE VIEW {table.name} AS {_view(table, self._parts)}")
                yield connection
        finally:
            engine.dispose()


def _view(table: Table, parts: Sequence[Part]) -> str:
    """The query of a table's rows in all parts; of a table that no part has, one without rows."""
    if table not in TABLES:
        columns = ", ".join(f'NULL::VARCHAR AS "{column.name}"' for column in table.columns)
        return f"SELECT {columns} WHERE false"
    files = ", ".join("'" + f"{part.folder}/{table.name}.parquet".replace("'", "''") + "'" for part in parts)
    rows = f"SELECT * FROM read_parquet([{files}])"
    if table is schema.readings:
        first = "first_value(id) OVER (PARTITION BY document_id ORDER BY id)"
        return f"SELECT *, nullif({first}, id) AS superseded_by, NULL::VARCHAR AS superseded_at FROM ({rows})"
    if table is schema.documents:
        return f"{rows} QUALIFY row_number() OVER (PARTITION BY id ORDER BY name) = 1"
    return rows
