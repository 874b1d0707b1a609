"""Undo and redo: which entry comes next, and how an entry is applied backwards."""

import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session
from sqlalchemy.schema import Table

from clinicmgr.kernel.audit import same_image
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal_tables import journal_change, journal_entry, journal_open
from clinicmgr.kernel.news import Kind
from clinicmgr.kernel.sqlite import row_image
from clinicmgr.kernel.tables import Row

REMEMBERED = 1000  # how many entries back the undo of a new session reaches


@dataclass(frozen=True, slots=True)
class Step:
    """An entry that can be taken back, under the title of the change it stands for."""

    entry_id: int
    title: str


@dataclass(slots=True)
class Steps:
    """What undo and redo would do next. It follows from the trail alone, also after a restart."""

    undo: list[Step] = field(default_factory=list)
    redo: list[Step] = field(default_factory=list)

    @classmethod
    def from_trail(cls, db: Session) -> "Steps":
        """Replay the latest entries."""
        entry = journal_entry.c
        rows = db.execute(
            select(entry.id, entry.title, entry.kind, entry.undoes)
            .order_by(entry.id.desc())
            .limit(REMEMBERED)
        ).all()
        steps = cls()
        for entry_id, title, kind, undoes in reversed(rows):
            steps.record(entry_id, title, Kind(kind), undoes)
        return steps

    def record(self, entry_id: int, title: str, kind: Kind, undoes: int | None) -> None:
        """Take note of a committed entry."""
        step = Step(entry_id, title)
        if kind is Kind.REDO:
            _take(self.redo, undoes)
            self.undo.append(step)
        elif kind is Kind.UNDO and _take(self.undo, undoes):
            self.redo.append(step)
        elif kind is Kind.START:
            self.undo.clear()
            self.redo.clear()
        else:
            self.undo.append(step)
            self.redo.clear()


def _take(steps: list[Step], entry_id: int | None) -> bool:
    """Remove the step if it is the next one; an older one leaves the stack as it is."""
    if steps and steps[-1].entry_id == entry_id:
        steps.pop()
        return True
    return False


def apply_backwards(db: Session, step: Step) -> None:
    """Put every row that the entry touched back as it was before it.

    Raises UserError, and leaves all as it is, where a row is no longer as the entry left it.
    """
    change = journal_change.c
    rows = db.execute(
        select(change.tbl, change.row_id, change.before, change.after)
        .where(change.entry == step.entry_id)
        .order_by(change.seq.desc())
    ).all()
    connection = db.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for name, row_id, before, after in rows:
        table = Row.metadata.tables[name]
        current = connection.exec_driver_sql(
            f"SELECT {row_image(table, 't')} FROM {name} AS t WHERE t.id = ?", (row_id,)
        ).scalar()
        if not same_image(current, after):
            raise UserError(
                _(
                    "“{title}” cannot be undone: what it changed has been changed again since. "
                    "Undo the later changes first."
                ).format(title=step.title)
            )
        _put_back(connection, table, row_id, before, exists=current is not None)
    _refuse_side_effects(db, step, len(rows))


def _refuse_side_effects(db: Session, step: Step, expected: int) -> None:
    """Raise a UserError where a cascade took rows along that the entry never touched."""
    opened = select(journal_open.c.entry).scalar_subquery()
    written = db.scalar(
        select(func.count()).select_from(journal_change).where(journal_change.c.entry == opened)
    )
    if written is not None and written > expected:
        raise others_depend_on(step)


def others_depend_on(step: Step) -> UserError:
    """Say why an entry on which later ones build stays."""
    return UserError(
        _(
            "“{title}” cannot be undone: other records have come to depend on it. "
            "Undo the later changes first."
        ).format(title=step.title)
    )


def is_logged(step: Step) -> UserError:
    """Say why an entry of the log is not taken back after its day."""
    return UserError(
        _(
            "“{title}” cannot be undone: it belongs to a log or to a closed period, which is taken "
            "back on the same day only. Add an amendment, or open the period again."
        ).format(title=step.title)
    )


def _put_back(
    connection: Connection, table: Table, row_id: int, image: str | None, *, exists: bool
) -> None:
    if image is None:
        connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE id = ?", (row_id,))
        return
    values: dict[str, Any] = json.loads(image)
    names = [name for name in sorted(table.columns.keys()) if name in values]
    if exists:
        assignments = ", ".join(f'"{name}" = ?' for name in names)
        connection.exec_driver_sql(
            f"UPDATE {table.name} SET {assignments} WHERE id = ?",
            (*(values[name] for name in names), row_id),
        )
    else:
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" for _name in names)
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({columns}) VALUES ({marks})",
            tuple(values[name] for name in names),
        )
