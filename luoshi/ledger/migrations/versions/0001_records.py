"""Documents, readings, their records, corrections, and the sentences for full-text search."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), primary_key=True),
        *_texts("name", "format", "encoding", "title", "publisher", "url", "text", "added_at"),
    )
    op.create_table(
        "readings",
        sa.Column("id", number, primary_key=True),
        sa.Column("document_id", sa.String(64), sa.ForeignKey("documents.id"), nullable=False),
        *_texts("reader", "stated_date", "stated_place", "date", "place", "place_code", "title", "added_at"),
        sa.Column("superseded_by", number, sa.ForeignKey("readings.id")),
        sa.Column("superseded_at", sa.Text),
    )
    op.create_index("ix_readings_document_id", "readings", ["document_id"])

    evidence = ("quote", "rule")
    _record_table("articles", *_texts("headline"), *_lists("byline"), *_texts("dateline", "genre"))
    _record_table(
        "figures",
        *_texts(*evidence),
        *_lists("sources"),
        *_texts("indicator", "measure"),
        sa.Column("sign", sa.Integer),
        sa.Column("low", sa.Text),
        sa.Column("high", sa.Text),
        *_texts("qualifier", "unit", "period", "status", "place", "concept", "basis"),
        sa.Column("low_number", sa.Double),
        sa.Column("high_number", sa.Double),
        *_texts("indicator_key", "facets", "place_name", "place_code", "year"),
    )
    op.create_index("ix_figures_indicator", "figures", ["indicator_key", "facets", "place_name", "place_code"])
    op.create_index("ix_figures_place", "figures", ["place_name", "place_code", "year"])
    _record_table(
        "commitments", *_texts(*evidence), *_lists("sources"), *_texts("actor", "body", "speaker", "theme", "deadline")
    )
    _record_table("statements", *_texts(*evidence), *_lists("sources"), *_texts("speaker", "mode"))
    _record_table(
        "offices",
        *_texts(*evidence),
        *_lists("sources"),
        *_texts("person", "organisation"),
        *_lists("posts"),
        *_texts("body"),
    )
    _record_table("formulations", *_texts(*evidence), *_lists("sources"), *_texts("phrase", "head", "user", "period"))

    op.create_table(
        "sentences",
        sa.Column("id", number, primary_key=True, autoincrement=False),
        sa.Column("reading_id", number, sa.ForeignKey("readings.id"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *_texts("text"),
    )
    op.create_index("ix_sentences_reading_id", "sentences", ["reading_id", "start"])
    _full_text_index()

    op.create_table(
        "corrections",
        sa.Column("id", number, primary_key=True),
        sa.Column("document_id", sa.String(64), sa.ForeignKey("documents.id"), nullable=False),
        *_texts("key", "field"),
        *_lists("old", "new"),
        *_texts("who", "why", "made_at"),
    )
    op.create_index("ix_corrections_document_id", "corrections", ["document_id"])


def _full_text_index() -> None:
    """The words of each sentence, as the database at hand keeps an index of words and their places."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE sentence_words (sentence_id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_sentence_words ON sentence_words USING GIN (words)")
    else:
        # The ASCII tokenizer cuts at ASCII punctuation and spaces only; what is not ASCII belongs to a word.
        op.execute("CREATE VIRTUAL TABLE sentence_words USING fts5 (words, content='', tokenize='ascii')")


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _lists(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.JSON, nullable=False) for name in names]


def _record_table(name: str, *columns: sa.Column[Any]) -> None:
    """A table of records, named within their reading by span and ordinal."""
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        name,
        sa.Column("reading_id", number, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("end", sa.Integer, primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        *columns,
    )
