"""Indexes for ledgers of millions of figures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Find a place's documents and all targets by an index; make PostgreSQL's index of words two halves.

    Two cores can make two halves at once.
    """
    for column in ("place", "place_code"):
        op.create_index(f"ix_readings_{column}", "readings", [column], if_not_exists=True)
    targets = sa.text("status = 'target'")
    op.create_index(
        "ix_figures_targets",
        "figures",
        ["indicator", "concept", "reading_id"],
        sqlite_where=targets,
        postgresql_where=targets,
        if_not_exists=True,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX IF EXISTS ix_sentence_words")
        for rest in (0, 1):
            op.execute(
                f"CREATE INDEX ix_sentence_words_{rest} ON sentence_words USING GIN (words) "
                f"WHERE sentence_id % 2 = {rest}"
            )
