"""Backups that are proven to open, and a restore that is wholly done or not at all."""

import hashlib
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from clinicmgr.kernel import sqlite
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.practice import SUFFIX, Practice, require_practice

STAMP = "%Y-%m-%d %H%M%S"
DAILY, WEEKLY, MONTHLY = 12, 10, 9


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file and when it was made."""

    path: Path
    at: datetime


def back_up(practice: Practice, target: Path) -> None:
    """Write a copy of the open practice to `target`, and keep it only if it proves sound.

    SQLite's own online backup in one step: copying the file of a running program gives no usable
    copy. Raises UserError where the copy cannot be written or verified.
    """
    from sqlcipher3 import dbapi2

    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with practice.engine.connect() as source, closing(dbapi2.connect(unfinished)) as copy:
            raw: Any = source.connection.dbapi_connection
            raw.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        faults = faults_in(unfinished)
        if faults:
            raise UserError(_("The backup is not sound: {fault}").format(fault=faults[0]))
        _flush(unfinished)
        unfinished.replace(target)
    except (OSError, dbapi2.Error) as error:
        raise UserError(
            _("The backup “{file}” could not be written: {fault}. Choose another folder.").format(
                file=target, fault=error
            )
        ) from error
    finally:
        if target.parent.is_dir():
            unfinished.unlink(missing_ok=True)


def faults_in(path: Path) -> list[str]:
    """Open a closed copy, run SQLite's own checks, and return what they found."""
    from sqlcipher3 import dbapi2

    try:
        with closing(sqlite.connect(path, exclusive=False)) as copy:
            found = [row[0] for row in copy.execute("PRAGMA integrity_check") if row[0] != "ok"]
            found += [str(row) for row in copy.execute("PRAGMA foreign_key_check")]
            copy.execute("SELECT count(*) FROM journal_entry").fetchone()
    except dbapi2.Error as error:
        return [str(error)]
    return found


def restore(copy: Path, practice: Path, clock: Clock) -> Path | None:
    """Put a backup in the place of the closed practice; return where the old one was kept.

    The recipe survives a pulled plug at any moment: verify a copy beside the target, fold the
    target's write-ahead log away (or it would be replayed over the restored file), link the old
    file under another name, and swap in one step.
    """
    require_practice(copy)
    faults = faults_in(copy)
    if faults:
        raise UserError(
            _("“{file}” is not a sound backup: {fault}. Choose an older one.").format(
                file=copy.name, fault=faults[0]
            )
        )
    fresh = practice.with_name(practice.name + ".restoring")
    fresh.write_bytes(copy.read_bytes())
    _flush(fresh)
    kept = None
    if practice.exists():
        with closing(sqlite.connect(practice)) as live:
            live.execute("PRAGMA journal_mode=DELETE").fetchall()
        stamp = clock.now().strftime(STAMP)
        kept = practice.with_name(f"{practice.stem} before restore {stamp}{SUFFIX}")
        kept.unlink(missing_ok=True)
        os.link(practice, kept)
    fresh.replace(practice)
    _flush(practice.parent)
    return kept


def automatic(practice: Practice, folder: Path, clock: Clock) -> Backup:
    """Make the next automatic backup of this practice and thin out the old ones."""
    now = clock.now()
    target = _folder_of(practice.path, folder) / f"{now.strftime(STAMP)}{SUFFIX}"
    back_up(practice, target)
    for surplus in thin_out(backups_of(practice.path, folder)):
        surplus.path.unlink()
    return Backup(target, now)


def backups_of(practice: Path, folder: Path) -> list[Backup]:
    """Return the automatic backups of a practice, newest first."""
    found = []
    for path in _folder_of(practice, folder).glob(f"*{SUFFIX}"):
        try:
            found.append(Backup(path, datetime.strptime(path.stem, STAMP)))
        except ValueError:  # a file that somebody else put there
            continue
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def _folder_of(practice: Path, folder: Path) -> Path:
    """Each practice has a folder of its own, also beside one of the same name elsewhere."""
    place = hashlib.sha256(str(practice.resolve()).encode()).hexdigest()[:8]
    return folder / f"{practice.stem} {place}"


def thin_out(backups: list[Backup]) -> list[Backup]:
    """Return those that may go: kept are all of two days, then one a day, a week, a month."""
    if not backups:
        return []
    newest = max(backup.at for backup in backups)
    kept: set[Path] = {b.path for b in backups if newest - b.at < timedelta(days=2)}
    slots: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    for count, slot_of in slots:
        newest_in: dict[object, Backup] = {}
        for backup in sorted(backups, key=lambda each: each.at, reverse=True):
            newest_in.setdefault(slot_of(backup.at), backup)
        kept.update(backup.path for backup in list(newest_in.values())[:count])
    return [backup for backup in backups if backup.path not in kept]


def _flush(path: Path) -> None:
    """Make sure that a file's content, or a folder's list of names, has reached the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such call for folders, and needs none
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
