"""The tables that are not journalled: the journal's own, and values that can be made again."""

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

journal_entry = Table(
    "journal_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("needs", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("journal_entry.id")),
    Column("hash", Text),
    sqlite_autoincrement=True,
)

journal_change = Table(
    "journal_change",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("entry", Integer, ForeignKey("journal_entry.id"), nullable=False),
    Column("tbl", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index("ix_journal_change_entry", "entry"),
    Index("ix_journal_change_row", "tbl", "row_id"),
    sqlite_autoincrement=True,
)

# Values that cost time to make, kept so that the next start need not make them.
derived_value = Table(
    "derived_value",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# Holds the entry that is being written, for the triggers to name; empty at any other time.
journal_open = Table("journal_open", metadata, Column("entry", Integer, primary_key=True))


def create(connection: Connection) -> None:
    """Create these tables where they are missing."""
    metadata.create_all(connection)
