"""Formats of the store, and the way from an earlier one to this."""

import sqlite3
from pathlib import Path

from index.texts import text_hash

FORMAT = 3
SCHEMA = Path(__file__).with_name("schema.sql")
STEPS = Path(__file__).with_name("migrations")


def make_schema(connection: sqlite3.Connection) -> None:
    """Make the tables of a new store."""
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))


def migrate(connection: sqlite3.Connection, from_format: int) -> None:
    """Bring a store forward, format by format, each step a transaction: N.sql leads to format N.

    The caller holds the writer's lock. Raises sqlite3.Error, the step undone, if one fails.
    """
    connection.create_function("text_hash", 1, text_hash, deterministic=True)
    for step in range(from_format + 1, FORMAT + 1):
        try:
            connection.executescript((STEPS / f"{step}.sql").read_text(encoding="utf-8"))
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
