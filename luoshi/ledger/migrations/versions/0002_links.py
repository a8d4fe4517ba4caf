"""Links between a commitment and later sentences, as people judge them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of links."""
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "links",
        sa.Column("id", number, primary_key=True),
        sa.Column("document_id", sa.String(64), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("later_id", sa.String(64), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("verdict", "who", "why", "made_at")),
    )
    op.create_index("ix_links_document_id", "links", ["document_id"])
