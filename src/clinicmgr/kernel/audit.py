"""Reading the trail: history, details, and whether anybody tampered with it."""

import hashlib
import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from clinicmgr.kernel import reference
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal_tables import journal_change, journal_entry
from clinicmgr.kernel.news import Entry, Kind, RowChange
from clinicmgr.kernel.sqlite import row_image
from clinicmgr.kernel.tables import Row

HIDDEN = "••••"
_HASHED = ("id", "at", "who", "needs", "kind", "title", "undoes")


def history(db: Session, limit: int, before: int | None, domain: str | None) -> list[Entry]:
    """Return up to `limit` entries, newest first, with how many rows each touched."""
    change, entry = journal_change.c, journal_entry.c
    query = select(journal_entry).order_by(entry.id.desc()).limit(limit)
    if before is not None:
        query = query.where(entry.id < before)
    if domain is not None:
        touched = select(change.entry).where(change.tbl.startswith(f"{domain}_", autoescape=True))
        query = query.where(entry.id.in_(touched))
    rows = db.execute(query).all()
    counted = (
        select(change.entry, change.tbl, func.count())
        .where(change.entry.in_([row.id for row in rows]))
        .group_by(change.entry, change.tbl)
    )
    touched_by: dict[int, dict[str, int]] = {}
    for entry_id, table, count in db.execute(counted):
        touched_by.setdefault(entry_id, {})[table] = count
    return [_entry(row, touched_by.get(row.id, {})) for row in rows]


def _entry(row: SqlRow[Any], counts: dict[str, int]) -> Entry:
    return Entry(
        id=row.id,
        at=datetime.fromisoformat(row.at),
        who=row.who,
        needs=row.needs,
        kind=Kind(row.kind),
        title=row.title,
        undoes=row.undoes,
        changes=sum(counts.values()),
        tables=frozenset(counts),
    )


def details(db: Session, entry_id: int) -> list[RowChange]:
    """Return each row that an entry touched, before and after, in order; secrets as dots."""
    change = journal_change.c
    rows = db.execute(
        select(change.tbl, change.row_id, change.before, change.after)
        .where(change.entry == entry_id)
        .order_by(change.seq)
    )
    return [
        RowChange(table, row_id, _seen(table, before), _seen(table, after))
        for table, row_id, before, after in rows
    ]


def _seen(table: str, image: str | None) -> dict[str, Any] | None:
    """Return a row image as it may be shown to anybody who may see the history."""
    if image is None:
        return None
    values: dict[str, Any] = json.loads(image)
    known = Row.metadata.tables.get(table)
    secret = known.info.get("secret", ()) if known is not None else ()
    return {name: HIDDEN if name in secret else value for name, value in values.items()}


def digest(db: Session, entry_id: int, previous: str) -> str:
    """Return the SHA-256 of an entry with all its rows and the hash of the entry before it."""
    entry = db.execute(select(journal_entry).where(journal_entry.c.id == entry_id)).one()
    hashed = hashlib.sha256(previous.encode())
    hashed.update(json.dumps([getattr(entry, name) for name in _HASHED]).encode())
    change = journal_change.c
    rows = db.execute(
        select(change.seq, change.tbl, change.row_id, change.before, change.after)
        .where(change.entry == entry_id)
        .order_by(change.seq)
    )
    for row in rows:
        hashed.update(json.dumps(tuple(row)).encode())
    return hashed.hexdigest()


def verify(db: Session) -> list[str]:
    """Return a sentence for each entry that was edited or removed, and each row changed around it.

    A cut-off end shows because the key of an entry is never given twice.
    """
    return [
        *_broken_entries(db),
        *_rows_changed_outside(db),
        *reference.faults(db, Row.metadata),
    ]


def _broken_entries(db: Session) -> list[str]:
    faults: list[str] = []
    previous, expected = "", 1
    for entry_id, stored in db.execute(
        select(journal_entry.c.id, journal_entry.c.hash).order_by(journal_entry.c.id)
    ).all():
        if entry_id != expected:
            faults.append(_missing(expected, entry_id - 1))
        if digest(db, entry_id, previous) != stored:
            faults.append(
                _("History entry {id} is not as it was written: it was edited.").format(id=entry_id)
            )
        previous, expected = stored or "", entry_id + 1
    last = db.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'journal_entry'")) or 0
    if last >= expected:
        faults.append(_missing(expected, last))
    return faults


def _missing(first: int, last: int) -> str:
    return _("History entries {first} to {last} are missing: they were removed.").format(
        first=first, last=last
    )


def _rows_changed_outside(db: Session) -> list[str]:
    """Compare each row with what the journal last wrote of it."""
    faults: list[str] = []
    for table in Row.metadata.sorted_tables:
        if table.info.get("reference"):
            continue
        latest = db.execute(
            text(
                "SELECT c.row_id, c.after FROM journal_change AS c JOIN (SELECT max(seq) AS seq "
                "FROM journal_change WHERE tbl = :tbl GROUP BY row_id) AS l ON l.seq = c.seq"
            ),
            {"tbl": table.name},
        )
        known = {row_id: after for row_id, after in latest if after is not None}
        image = row_image(table, "t")
        found: dict[int, str] = dict(
            db.execute(text(f"SELECT t.id, {image} FROM {table.name} AS t")).all()
        )
        wrong = [
            row_id
            for row_id in sorted(known.keys() | found.keys())
            if not same_image(known.get(row_id), found.get(row_id))
        ]
        faults.extend(
            _("Row {id} of {table} was changed outside of ClinicMgr.").format(
                id=row_id, table=table.name
            )
            for row_id in wrong
        )
    return faults


def same_image(one: str | None, other: str | None) -> bool:
    """Tell whether two row images agree in every column that both know.

    An image written before a migration lacks the columns that came later.
    """
    if one == other:
        return True
    if one is None or other is None:
        return False
    left, right = json.loads(one), json.loads(other)
    return all(left[name] == right[name] for name in left.keys() & right.keys())
