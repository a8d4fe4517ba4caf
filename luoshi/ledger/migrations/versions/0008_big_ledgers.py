"""Indexes for ledgers of millions of figures."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make PostgreSQL's index of words two halves, which two cores can make at once."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX IF EXISTS ix_sentence_words")
        for rest in (0, 1):
            op.execute(
                f"CREATE INDEX ix_sentence_words_{rest} ON sentence_words USING GIN (words) "
                f"WHERE sentence_id % 2 = {rest}"
            )
