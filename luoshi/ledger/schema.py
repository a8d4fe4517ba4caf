"""The tables of the ledger.

A document has readings; one of them stands (``superseded_by`` is null), and the records of a reading
hang on it. Rows are added and never changed, but for two kinds of column that are derived: which reading
stands, and the columns of ``figures`` that make a lookup fast (the indicator's and the place's identity
under the corrections made so far).

    book_tasks ──< book_entries (the book of tasks, luoshi.ledger.book; it stands apart from what was read)

    documents ──< readings ──< articles, figures, commitments, statements, offices, formulations, events, projects
        │              └────< sentences (what full-text search finds; those of the standing reading only)
        ├──< corrections (laid over the records when they are told)
        └──< links (what people say of a commitment and a later sentence)

A record is named within its reading by its span and its ``ordinal`` (2 for a second record of the same
kind on the same span). ``sentence_segments`` and ``sentence_pairs`` are the full-text index over ``sentences``:
derived, told in :mod:`luoshi.ledger.pair_index`, the only place that asks them. The number of changes of a PostgreSQL
ledger, which :mod:`luoshi.ledger.changes` asks, belongs to the database and is made in the migrations.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
    text,
)

#: The newest schema this program knows: the name of the last file in ``migrations/versions``.
REVISION = "0010"


class ExactNumber(TypeDecorator[Decimal]):
    """A Decimal kept as its own digits, so that what goes in comes out: ``4.50`` stays ``4.50``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """The digits to keep."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """The number again; ``None`` for what is none, as a damaged ledger or another program may hold."""
        try:
            number = None if value is None else Decimal(value)
        except InvalidOperation:
            return None
        return number if number is not None and number.is_finite() else None


metadata = MetaData()

# SQLite gives numbers of its own only to a column that is exactly INTEGER PRIMARY KEY.
_Key = BigInteger().with_variant(Integer, "sqlite")

documents = Table(
    "documents",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("number", Text, nullable=False, server_default=""),
    Column("url", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("added_at", Text, nullable=False),
)

# What was fetched from the web, as it came; its address is the document's. A page may be gone tomorrow.
originals = Table(
    "originals",
    metadata,
    Column("document_id", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("fetched_at", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("document_id", String(64), ForeignKey("documents.id"), nullable=False),
    Column("reader", Text, nullable=False),
    # What the file or a person stated, then what the reading settled on.
    Column("stated_date", Text, nullable=False),
    Column("stated_place", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("place_code", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("superseded_by", _Key, ForeignKey("readings.id")),
    Column("superseded_at", Text),
    Index("ix_readings_document_id", "document_id"),
    Index("ix_readings_date", "date"),
    Index("ix_readings_place", "place"),
    Index("ix_readings_place_code", "place_code"),
)


def _record_table(name: str, *columns: Column[Any] | Index) -> Table:
    """A table of records: the columns all kinds share, then the kind's own."""
    return Table(
        name,
        metadata,
        Column("reading_id", _Key, ForeignKey("readings.id"), primary_key=True),
        Column("start", Integer, primary_key=True),
        Column("end", Integer, primary_key=True),
        Column("ordinal", Integer, primary_key=True),
        # Where the record stands on the document's pages, as luoshi.records.Document.printed_at tells it.
        Column("page", Integer),
        Column("boxes", JSON(none_as_null=True)),
        *columns,
    )


def _evidence() -> list[Column[Any]]:
    """The columns of every record but the article: its words, its rule, where carried fields stand."""
    return [
        Column("quote", Text, nullable=False),
        Column("rule", Text, nullable=False),
        Column("sources", JSON, nullable=False),
    ]


articles = _record_table(
    "articles",
    Column("headline", Text, nullable=False),
    Column("byline", JSON, nullable=False),
    Column("dateline", Text, nullable=False),
    Column("genre", Text, nullable=False),
)

figures = _record_table(
    "figures",
    *_evidence(),
    Column("indicator", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("sign", Integer),
    Column("low", ExactNumber),
    Column("high", ExactNumber),
    Column("qualifier", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("concept", Text, nullable=False),
    Column("basis", Text, nullable=False),
    # Derived: the numbers as the database can sort them, and what the figure is about (luoshi.ledger.identity).
    Column("low_number", Double),
    Column("high_number", Double),
    Column("indicator_key", Text, nullable=False),
    Column("facets", Text, nullable=False),
    Column("place_name", Text, nullable=False),
    Column("place_code", Text, nullable=False),
    Column("year", Text, nullable=False),
    Index("ix_figures_indicator", "indicator_key", "facets", "place_name", "place_code"),
    Index("ix_figures_place", "place_name", "place_code", "year"),
    Index("ix_figures_targets", "indicator", "concept", "reading_id",
          sqlite_where=text("status = 'target'"), postgresql_where=text("status = 'target'")),
)  # fmt: skip

commitments = _record_table(
    "commitments",
    *_evidence(),
    Column("actor", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("theme", Text, nullable=False),
    Column("deadline", Text, nullable=False),
    # Those that co-operate; whether it can be checked. Empty for what an earlier reader read.
    Column("bodies", JSON, nullable=False, server_default="[]"),
    Column("concrete", Boolean, nullable=False, server_default=false()),
)

statements = _record_table(
    "statements",
    *_evidence(),
    Column("speaker", Text, nullable=False),
    Column("mode", Text, nullable=False),
)

offices = _record_table(
    "offices",
    *_evidence(),
    Column("person", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("posts", JSON, nullable=False),
    Column("body", Text, nullable=False),
)

formulations = _record_table(
    "formulations",
    *_evidence(),
    Column("phrase", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("period", Text, nullable=False),
)

events = _record_table(
    "events",
    *_evidence(),
    Column("act", Text, nullable=False),
    Column("period", Text, nullable=False),
    *(Column(name, JSON, nullable=False) for name in ("actors", "accompanied", "places")),
    Column("subject", Text, nullable=False),
)

projects = _record_table(
    "projects",
    *_evidence(),
    Column("name", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("ahead", Boolean, nullable=False),
    Column("period", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("place", Text, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("id", _Key, primary_key=True, autoincrement=False),
    Column("reading_id", _Key, ForeignKey("readings.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_sentences_reading_id", "reading_id", "start"),
)

sentence_segments = Table(
    "sentence_segments",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("readings", BigInteger, nullable=False),
    Column("oldest", BigInteger, nullable=False),
    Column("newest", BigInteger, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("numbers", LargeBinary, nullable=False),
)

sentence_pairs = Table(
    "sentence_pairs",
    metadata,
    Column("letter", Integer, primary_key=True, autoincrement=False),
    Column("segment", Integer, primary_key=True, autoincrement=False),
    Column("seconds", LargeBinary, nullable=False),
    Column("ends", LargeBinary, nullable=False),
    Column("places", LargeBinary, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("document_id", String(64), ForeignKey("documents.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", JSON(none_as_null=False), nullable=False),
    Column("new", JSON(none_as_null=False), nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Index("ix_corrections_document_id", "document_id"),
)

links = Table(
    "links",
    metadata,
    Column("id", _Key, primary_key=True),
    # The commitment, then the later sentence.
    Column("document_id", String(64), ForeignKey("documents.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("later_id", String(64), ForeignKey("documents.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Index("ix_links_document_id", "document_id"),
)

# The book of tasks: what was imported, and what people did to it since. A task is what luoshi.ledger.book.model.Task
# tells as JSON; its title, bodies and deadline stand beside it for who asks in SQL, as they were imported.
book_tasks = Table(
    "book_tasks",
    metadata,
    Column("book", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("leads", JSON, nullable=False),
    Column("deadline", Text, nullable=False),
    Column("content", JSON, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)

book_entries = Table(
    "book_entries",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("book", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", JSON(none_as_null=False), nullable=False),
    Column("value", JSON(none_as_null=False), nullable=False),
    # The entry that this one undoes.
    Column("undoes", _Key, ForeignKey("book_entries.id")),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    ForeignKeyConstraint(["book", "task"], ["book_tasks.book", "book_tasks.id"]),
    Index("ix_book_entries_task", "book", "task"),
)
