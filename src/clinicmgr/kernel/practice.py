"""Making and opening a practice file."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from clinicmgr.kernel import journal_tables, sqlite
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.lock import PracticeLock
from clinicmgr.kernel.settings import ClinicSettings, Settings
from clinicmgr.kernel.tables import Row

SCHEMA_VERSION = 9  # the number of the newest migration
SUFFIX = ".clinic"


class Practice:
    """An open practice file: its journal, its settings, and the lock that keeps others out."""

    def __init__(self, path: Path, engine: Engine, lock: PracticeLock, journal: Journal) -> None:
        self.path = path
        self.engine = engine
        self.journal = journal
        self.settings = Settings(journal)
        self._lock = lock

    def verify(self) -> list[str]:
        """Return a sentence for each fault in the file, its links and its journal."""
        with self.journal.read() as db:
            broken = db.scalars(text("PRAGMA integrity_check")).all()
            orphans = db.execute(text("PRAGMA foreign_key_check")).all()
        faults = [
            _("The file is damaged: {fault}").format(fault=line) for line in broken if line != "ok"
        ]
        faults += [
            _("Row {id} of {table} points to a record that is not there.").format(
                id=orphan[1], table=orphan[0]
            )
            for orphan in orphans
        ]
        return faults + self.journal.verify()

    def fold(self) -> None:
        """Fold the write-ahead log into the file."""
        with self.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let the next one in."""
        self.fold()
        self.engine.dispose()
        self._lock.release()


def create_practice(path: Path, settings: ClinicSettings, clock: Clock, actor: Actor) -> Practice:
    """Make a new practice file at `path` and open it.

    Raises UserError if there is a file already, or the folder cannot be written.
    """
    if path.exists():
        raise UserError(_("“{file}” is there already. Choose another name.").format(file=path.name))
    _require_folder(path)
    lock = PracticeLock(path, clock.now())
    engine = sqlite.open_engine(path)
    try:
        _create_tables(engine)
        practice = Practice(path, engine, lock, Journal(engine, clock, actor))
        practice.settings.start(settings)
        practice.fold()
    except BaseException:
        engine.dispose()
        path.unlink(missing_ok=True)
        lock.release()
        raise
    return practice


def open_practice(path: Path, clock: Clock, actor: Actor) -> Practice:
    """Open the practice file at `path`, exclusively.

    An older file must have been migrated before (`migrations.upgrade`). Raises UserError where it
    is no practice, is newer than the program, cannot be written, or is open elsewhere.
    """
    require_practice(path)
    lock = PracticeLock(path, clock.now())
    engine = sqlite.open_engine(path)
    try:
        with engine.begin() as connection:
            sqlite.install_triggers(connection, Row.metadata)
        return Practice(path, engine, lock, Journal(engine, clock, actor))
    except DatabaseError as error:
        engine.dispose()
        lock.release()
        raise UserError(
            _(
                "“{file}” cannot be read: {fault}. Restore a backup, or try again if the drive "
                "was just plugged in."
            ).format(file=path.name, fault=error.orig)
        ) from error
    except BaseException:
        engine.dispose()
        lock.release()
        raise


def require_practice(path: Path) -> int:
    """Return the file's schema version, or raise a UserError that says why it cannot be used."""
    if not path.exists():
        raise UserError(
            _("There is no file “{file}”. Check the name and the folder.").format(file=path)
        )
    if path.is_dir():
        raise UserError(_("“{file}” is a folder, not a practice file.").format(file=path.name))
    application, version = sqlite.header_of(path)
    if application != sqlite.APPLICATION_ID:
        raise UserError(
            _("“{file}” is not a practice file. Choose a file that ClinicMgr made.").format(
                file=path.name
            )
        )
    if version > SCHEMA_VERSION:
        raise UserError(
            _(
                "“{file}” was written by a newer ClinicMgr. Install the newest version on this PC "
                "to open it; the file was not touched."
            ).format(file=path.name)
        )
    if not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222:
        raise UserError(
            _(
                "“{file}” is read-only. Copy it to a folder where you may write, or take the "
                "write protection off."
            ).format(file=path.name)
        )
    _require_folder(path)
    return version


def _require_folder(path: Path) -> None:
    folder = path.resolve().parent
    if not folder.is_dir():
        raise UserError(_("There is no folder “{folder}”.").format(folder=folder))
    if not os.access(folder, os.W_OK) or not folder.stat().st_mode & 0o222:
        raise UserError(
            _("The folder “{folder}” is read-only. Choose another one.").format(folder=folder)
        )


def _create_tables(engine: Engine) -> None:
    with engine.begin() as connection:
        Row.metadata.create_all(connection)
        journal_tables.create(connection)
        sqlite.install_triggers(connection, Row.metadata)
        connection.exec_driver_sql(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
