"""The changes of a PostgreSQL ledger counted; documents by their days."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLES = (
    "documents", "originals", "readings", "articles", "figures", "commitments", "statements", "offices", "formulations",
    "events", "projects", "sentences", "corrections", "links", "book_tasks", "book_entries",
)  # fmt: skip
_COUNT = """
CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    this text := pg_current_xact_id()::text || TG_TABLE_SCHEMA;
BEGIN
    IF current_setting('luoshi.counted', true) IS DISTINCT FROM this THEN
        EXECUTE format('UPDATE %I.changes SET number = number + 1', TG_TABLE_SCHEMA);
        PERFORM set_config('luoshi.counted', this, true);
    END IF;
    RETURN NULL;
END $$
"""


def upgrade() -> None:
    """Find the latest documents by an index; count each transaction that changes a PostgreSQL ledger.

    SQLite counts by itself. What was told of a ledger can be kept as long as the number is the same. It is a row and no
    sequence: who sees the new number sees the new rows.
    """
    op.create_index("ix_readings_date", "readings", ["date"], if_not_exists=True)
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute("CREATE TABLE changes (number bigint NOT NULL)")
    op.execute("INSERT INTO changes (number) VALUES (0)")
    op.execute(_COUNT)
    for table in _TABLES:
        op.execute(
            f"CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION count_change()"
        )
