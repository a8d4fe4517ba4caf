"""The book of tasks: its tasks, and what people did to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the book."""
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "book_tasks",
        sa.Column("book", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("leads", sa.JSON, nullable=False),
        sa.Column("deadline", sa.Text, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
    )
    op.create_table(
        "book_entries",
        sa.Column("id", number, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("book", "task", "deed", "day", "field")),
        sa.Column("old", sa.JSON, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("undoes", number, sa.ForeignKey("book_entries.id")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "why", "made_at")),
        sa.ForeignKeyConstraint(["book", "task"], ["book_tasks.book", "book_tasks.id"]),
    )
    op.create_index("ix_book_entries_task", "book_entries", ["book", "task"])
