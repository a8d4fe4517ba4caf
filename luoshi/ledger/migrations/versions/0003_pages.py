"""Where each record stands on its document's pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add page and boxes to each kind of record; they are empty for what was read before."""
    for table in ("articles", "figures", "commitments", "statements", "offices", "formulations"):
        op.add_column(table, sa.Column("page", sa.Integer))
        op.add_column(table, sa.Column("boxes", sa.JSON))
