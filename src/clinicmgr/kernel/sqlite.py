"""All that only SQLite speaks: connection settings, and the triggers' language.

The SQLite inside `sqlcipher3` serves everywhere, encrypted or not, because older ones (also the
one in the standard library) can corrupt a WAL file; `kernel/guard.py` asserts its version.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import Table

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = 0x434C4D47  # "CLMG": tells a practice from any other SQLite file

# In this order: the lock must be exclusive before WAL is chosen, so that no -shm file is made.
SETTINGS = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # or INSERT OR REPLACE would slip past the delete trigger
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
)


def connect(path: Path, *, exclusive: bool = True) -> Any:
    """Open `path` with the settings above and return the DB-API connection.

    Without `exclusive` the file is opened as it is, for a look at a copy or a backup.
    """
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None, timeout=0.5)
    try:
        if exclusive:
            for setting in SETTINGS:
                connection.execute(setting).fetchall()
        else:
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def open_engine(path: Path) -> Engine:
    """Return an engine with the one connection that EXCLUSIVE locking allows."""
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=1,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Python's own driver would begin late, and leave DDL outside of the transaction.
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def end_transaction(raw: Any, _record: object) -> None:
        # A COMMIT that a deferred foreign key refused leaves its transaction open.
        if raw is not None and raw.in_transaction:
            raw.rollback()

    return engine


def header_of(path: Path) -> tuple[int, int]:
    """Return (application id, schema version) of a closed SQLite file; UserError if it is none."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(MAGIC) or len(head) < 100:
        raise UserError(
            _("“{file}” is not a practice file. Choose a file that ClinicMgr made.").format(
                file=path.name
            )
        )
    return int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


def install_triggers(connection: Connection, metadata: MetaData) -> bool:
    """Make the file's triggers those that the tables ask for; tell whether any had to change."""
    wanted = {
        name: sql
        for table in metadata.sorted_tables
        for name, sql in (
            _journal_triggers(table) | _search_triggers(table) | _freezing_triggers(table)
        ).items()
    } | JOURNAL_GUARDS
    found: dict[str, str] = dict(
        connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).all()
    )
    if found == wanted:
        return False
    for name in found:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    _rebuild_search(connection, metadata)
    for sql in wanted.values():
        connection.exec_driver_sql(sql)
    return True


def is_frozen(error: IntegrityError) -> bool:
    """Whether the database refused to touch a frozen row."""
    return FROZEN in str(error.orig)


def drop_triggers(connection: Connection) -> None:
    """Remove all triggers, before a migration rebuilds tables."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def searched_columns(table: Table) -> tuple[str, ...]:
    """Return the columns of `table` that full-text search reads."""
    columns: tuple[str, ...] = table.info.get("search", ())
    return columns


def row_image(table: Table, alias: str) -> str:
    """Return the SQL of a row as JSON text, columns in the order of their names."""
    parts = ", ".join(f"'{name}', {alias}.\"{name}\"" for name in sorted(table.columns.keys()))
    return f"json_object({parts})"


_OPEN = "(SELECT entry FROM journal_open)"


def _guard(verb: str, table: str, when: str, sentence: str, *, name: str = "") -> tuple[str, str]:
    name = name or f"guard_{table}_{verb}"
    condition = f"WHEN {when} " if when else ""
    return name, (
        f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table} {condition}"
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )


JOURNAL_GUARDS = dict(
    (
        _guard(
            "insert",
            "journal_change",
            f"NEW.entry IS NULL OR NEW.entry IS NOT {_OPEN}",
            "write outside of a change",
        ),
        _guard("update", "journal_change", "", "the journal is never edited"),
        _guard("delete", "journal_change", "", "the journal is never edited"),
        _guard(
            "update",
            "journal_entry",
            f"OLD.id IS NOT {_OPEN} OR NEW.id <> OLD.id",
            "the journal is never edited",
        ),
        _guard("delete", "journal_entry", "", "the journal is never edited"),
    )
)


def _journal_triggers(table: Table) -> dict[str, str]:
    """Return the three triggers that copy each touched row, before and after, to the journal.

    Reference rows (`kernel/reference.py`) are guarded instead: they are only ever added.
    """
    if table.info.get("reference"):
        never = "reference rows are never edited"
        added = _guard("insert", table.name, f"{_OPEN} IS NULL", "write outside of a change")
        edited = (_guard(verb, table.name, "", never) for verb in ("update", "delete"))
        return dict((added, *edited))
    old, new = row_image(table, "OLD"), row_image(table, "NEW")
    images = {
        "insert": ("NEW.id", "NULL", new),
        "update": ("OLD.id", old, new),
        "delete": ("OLD.id", old, "NULL"),
    }
    return {
        f"journal_{table.name}_{verb}": (
            f"CREATE TRIGGER journal_{table.name}_{verb} AFTER {verb.upper()} ON {table.name} "
            f"{'WHEN ' + old + ' <> ' + new + ' ' if verb == 'update' else ''}"
            "BEGIN INSERT INTO journal_change (entry, tbl, row_id, before, after) "
            f"VALUES ({_OPEN}, '{table.name}', {row_id}, {before}, {after}); END"
        )
        for verb, (row_id, before, after) in images.items()
    }


FROZEN = "the log is only amended"

# An undo or redo that puts the row back exactly as the entry it takes back, of the same day,
# found it: the only way a frozen row is touched again, and it stays in the trail.
_TAKEN_BACK = (
    "EXISTS (SELECT 1 FROM journal_open "
    "JOIN journal_entry AS taking ON taking.id = journal_open.entry "
    "JOIN journal_entry AS taken ON taken.id = taking.undoes "
    "JOIN journal_change AS copy ON copy.entry = taken.id "
    "WHERE taking.kind IN ('undo', 'redo') "
    "AND substr(taken.at, 1, 10) = substr(taking.at, 1, 10) "
    "AND copy.tbl = '{table}' AND copy.row_id = OLD.id "
    "AND copy.after IS {old} AND copy.before IS {new})"
)


def _freezing_triggers(table: Table) -> dict[str, str]:
    """Return the triggers that keep frozen rows from being changed, removed or added to."""
    frozen, sealed = table.info.get("frozen", ""), table.info.get("sealed", "")
    triggers = {}
    if frozen:
        old = row_image(table, "OLD")
        for verb, new in (("update", row_image(table, "NEW")), ("delete", "NULL")):
            taken_back = _TAKEN_BACK.format(table=table.name, old=old, new=new)
            when = f"{frozen.format(row='OLD')} AND NOT {taken_back}"
            triggers[f"frozen_{verb}"] = (verb, when)
    if sealed:
        for verb in ("insert", "update"):
            triggers[f"sealed_{verb}"] = (verb, sealed.format(row="NEW"))
    return dict(
        _guard(verb, table.name, when, FROZEN, name=f"{kind}_{table.name}")
        for kind, (verb, when) in triggers.items()
    )


def _search_triggers(table: Table) -> dict[str, str]:
    """Return the triggers that keep the table's full-text index in step with its texts."""
    columns = searched_columns(table)
    if not columns:
        return {}
    forget = f"DELETE FROM search_{table.name} WHERE rowid = OLD.id;"
    words = _words(columns, "NEW.")
    learn = f"INSERT INTO search_{table.name} (rowid, words) VALUES (NEW.id, {words});"
    bodies = {"insert": learn, "update": f"{forget} {learn}", "delete": forget}
    return {
        f"search_{table.name}_{verb}": (
            f"CREATE TRIGGER search_{table.name}_{verb} AFTER {verb.upper()} ON {table.name} "
            f"BEGIN {body} END"
        )
        for verb, body in bodies.items()
    }


def _rebuild_search(connection: Connection, metadata: MetaData) -> None:
    for table in metadata.sorted_tables:
        if columns := searched_columns(table):
            name = f"search_{table.name}"
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {name} USING fts5"
                "(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
            )
            connection.exec_driver_sql(
                f"INSERT INTO {name} (rowid, words) "
                f"SELECT id, {_words(columns, '')} FROM {table.name}"
            )


def _words(columns: tuple[str, ...], prefix: str) -> str:
    return " || ' ' || ".join(f"coalesce({prefix}\"{name}\", '')" for name in columns)
