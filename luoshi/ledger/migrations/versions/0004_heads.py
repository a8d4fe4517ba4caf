"""Documents' own numbers, and the bytes of what was fetched from the web."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the number, empty for what was read before, and make the table of originals."""
    op.add_column("documents", sa.Column("number", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "originals",
        sa.Column("document_id", sa.String(64), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("fetched_at", sa.Text, nullable=False),
    )
