"""Tables of the ledger's own in place of the databases' full-text indexes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of luoshi.ledger.pair_index, which are filled when the ledger is opened."""
    op.execute("DROP TABLE IF EXISTS sentence_words")
    op.create_table(
        "sentence_segments",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("readings", "oldest", "newest")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("sentences", "characters")),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "sentence_pairs",
        *(sa.Column(name, sa.Integer, primary_key=True, autoincrement=False) for name in ("letter", "segment")),
        *(sa.Column(name, sa.LargeBinary, nullable=False) for name in ("seconds", "ends", "places")),
        if_not_exists=True,
    )
    if op.get_bind().dialect.name == "postgresql":
        # What is squeezed costs time to write and to read, and is not much smaller.
        for table, names in (("sentence_segments", ["numbers"]), ("sentence_pairs", ["seconds", "ends", "places"])):
            for name in names:
                op.execute(f"ALTER TABLE {table} ALTER COLUMN {name} SET STORAGE EXTERNAL")
        for table in ("sentence_segments", "sentence_pairs"):
            op.execute(
                f"CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION count_change()"
            )
