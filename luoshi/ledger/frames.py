"""The ledger's records as data frames of pandas or polars, which are installed only by those who want them."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from sqlalchemy import Connection

from luoshi.ledger.errors import LedgerError
from luoshi.ledger.tidy import arrow_batch, arrow_schema, batches, checked

LIBRARIES = ("pandas", "polars")


def frame(connection: Connection, kind: str = "figures", library: str = "pandas") -> Any:
    """All records of ``kind`` (``figures``, ``commitments``, …), one row a record.

    A ``pandas.DataFrame`` or a ``polars.DataFrame``, as ``library`` says. The columns are those of the CSV and
    Parquet exports (docs/exports.md): numbers are 64-bit floats, with all their digits as text beside them, days dates.
    :class:`LedgerError` for another kind or library, or one that is not installed.
    """
    if library not in LIBRARIES:
        raise LedgerError(f"{library}: 只有 pandas 和 polars / one of {', '.join(LIBRARIES)}")
    schema = arrow_schema(checked(kind))
    table = pa.Table.from_batches([arrow_batch(schema, batch) for batch in batches(connection, kind)], schema)
    try:
        return _of_pandas(table) if library == "pandas" else _of_polars(table)
    except ModuleNotFoundError as error:
        raise LedgerError(f"没有安装 {library} / it is not installed: pip install 'luoshi[{library}]'") from error


def _of_pandas(table: pa.Table) -> Any:
    import pandas as pd

    # Whole numbers with gaps stay whole, as pandas' own nullable integers; days are its own times, NaT for none.
    return table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get, date_as_object=False)


def _of_polars(table: pa.Table) -> Any:
    import polars as pl

    return pl.from_arrow(table)
