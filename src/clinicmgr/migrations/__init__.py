"""Bringing an older practice file up to the tables of this program, without risk.

The work is done on a copy. Foreign keys are off and the triggers dropped while tables are rebuilt,
because Alembic's batch mode drops a parent table on the way, which with foreign keys on deletes
all of its children. The copy is checked, then swapped in; the old file is kept.
"""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from clinicmgr.kernel import sqlite
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.lock import PracticeLock
from clinicmgr.kernel.practice import SCHEMA_VERSION, SUFFIX, require_practice

SCRIPTS = Path(__file__).parent


def upgrade(
    path: Path, clock: Clock, *, scripts: Path = SCRIPTS, version: int = SCHEMA_VERSION
) -> Path | None:
    """Migrate the closed practice at `path` to schema `version`; return where the old file is kept.

    Returns None, having read a hundred bytes, if there is nothing to do. Raises UserError, and
    leaves the file untouched, where it is no practice, is newer, is open elsewhere, or the checks
    fail.
    """
    found = require_practice(path)
    if found >= version:
        return None
    lock = PracticeLock(path, clock.now())
    copy = path.with_name(path.name + ".upgrading")
    try:
        _copy_closed(path, copy)
        counted = _row_counts(copy)
        _migrate(copy, scripts, found, version)
        _check(copy, counted)
        kept = path.with_name(f"{path.stem} before version {version}{SUFFIX}")
        kept.unlink(missing_ok=True)
        os.link(path, kept)
        copy.replace(path)
    finally:
        copy.unlink(missing_ok=True)
        lock.release()
    return kept


def create_tables(path: Path, *, scripts: Path = SCRIPTS, version: int = SCHEMA_VERSION) -> None:
    """Build a file's tables by the migrations alone, to compare them with the program's own."""
    _migrate(path, scripts, 0, version)


def _copy_closed(path: Path, copy: Path) -> None:
    """Fold the write-ahead log into the file, then copy it while nobody else can write."""
    with closing(sqlite.connect(path)) as live:
        live.execute("PRAGMA journal_mode=DELETE").fetchall()
    copy.write_bytes(path.read_bytes())


def _row_counts(path: Path) -> dict[str, int]:
    with closing(sqlite.connect(path, exclusive=False)) as file:
        names = [
            row[0]
            for row in file.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'"
            )
        ]
        return {
            name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
        }


def _migrate(path: Path, scripts: Path, found: int, version: int) -> None:
    from alembic import command
    from alembic.config import Config
    from sqlcipher3 import dbapi2

    def open_copy() -> Any:
        raw = dbapi2.connect(str(path), isolation_level=None)
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("PRAGMA legacy_alter_table=ON")
        return raw

    engine = create_engine("sqlite://", creator=open_copy, module=dbapi2, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with engine.begin() as connection:
        sqlite.drop_triggers(connection)
        config.attributes["connection"] = connection
        if found:
            # A new practice is laid out from the metadata, without the migrations before it.
            command.stamp(config, f"{found:04d}")
        command.upgrade(config, f"{version:04d}")
        connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
    engine.dispose()


def _check(copy: Path, counted: dict[str, int]) -> None:
    """Refuse a copy that is damaged, has dangling links, or lost rows on the way."""
    with closing(sqlite.connect(copy, exclusive=False)) as file:
        faults = [row[0] for row in file.execute("PRAGMA integrity_check") if row[0] != "ok"]
        faults += [str(row) for row in file.execute("PRAGMA foreign_key_check")]
    now = _row_counts(copy)
    faults += [
        f"{name}: {count} → {now[name]}"
        for name, count in counted.items()
        if name in now and now[name] < count
    ]
    if faults:
        raise UserError(
            _(
                "“{file}” could not be brought to this version: {fault}. Your file was not "
                "touched; go on with the older ClinicMgr and send us the report."
            ).format(file=copy.name.removesuffix(".upgrading"), fault=faults[0])
        )
