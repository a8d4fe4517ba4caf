"""Events, and mentions of projects."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their tables; what was read before has none of them."""
    _record_table(
        "events",
        *_texts("act", "period"),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("actors", "accompanied", "places")),
        *_texts("subject"),
    )
    _record_table(
        "projects",
        *_texts("name", "stage"),
        sa.Column("ahead", sa.Boolean, nullable=False),
        *_texts("period", "body", "place"),
    )


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _record_table(name: str, *columns: sa.Column[Any]) -> None:
    """A table of records, named within their reading by span and ordinal, with their words, rule and page."""
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        name,
        sa.Column("reading_id", number, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("end", sa.Integer, primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("page", sa.Integer),
        sa.Column("boxes", sa.JSON),
        *_texts("quote", "rule"),
        sa.Column("sources", sa.JSON, nullable=False),
        *columns,
    )
