"""The ledger's records as data frames of pandas or polars, which are installed only by those who want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from luoshi.extras import needs
from luoshi.ledger.errors import LedgerError
from luoshi.ledger.tidy import checked

if TYPE_CHECKING:
    import pyarrow as pa

LIBRARIES = ("pandas", "polars")


def frame(connection: Connection, kind: str = "figures", library: str = "pandas") -> Any:
    """All records of ``kind`` (``figures``, ``commitments``, …), one row a record.

    A ``pandas.DataFrame`` or a ``polars.DataFrame``, as ``library`` says. The columns are those of the CSV and
    Parquet exports (docs/exports.md): numbers are 64-bit floats, with all their digits as text beside them, days dates.
    :class:`LedgerError` for another kind or library, or one that is not installed.
    """
    if library not in LIBRARIES:
        raise LedgerError(f"{library}: 只有 pandas 和 polars / one of {', '.join(LIBRARIES)}")
    checked(kind)
    try:
        return (_of_pandas if library == "pandas" else _of_polars)(_table(connection, kind))
    except ModuleNotFoundError as error:
        raise LedgerError(" / ".join(needs(library))) from error


def _table(connection: Connection, kind: str) -> pa.Table:
    import pyarrow as pa

    from luoshi.ledger.arrow import arrow_batches, arrow_schema

    schema = arrow_schema(kind)
    return pa.Table.from_batches(arrow_batches(connection, kind, schema), schema)


def _of_pandas(table: pa.Table) -> Any:
    import pandas as pd
    import pyarrow as pa

    # Whole numbers with gaps stay whole, as pandas' own nullable integers; days are its own times, NaT for none.
    return table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get, date_as_object=False)


def _of_polars(table: pa.Table) -> Any:
    import polars as pl

    return pl.from_arrow(table)
