"""Who co-operates in a commitment, and whether it names something that can be checked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add bodies and concrete; they are empty for what was read before."""
    op.add_column("commitments", sa.Column("bodies", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("commitments", sa.Column("concrete", sa.Boolean, nullable=False, server_default=sa.false()))
