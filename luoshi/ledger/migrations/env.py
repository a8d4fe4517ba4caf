"""What Alembic runs: the steps not yet taken, on the connection that the ledger hands over."""

from __future__ import annotations

from alembic import context

from luoshi.ledger.schema import metadata

# The caller has begun a transaction and ends it: all steps are taken, or none.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
