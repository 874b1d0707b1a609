"""Reading and keeping publications and their shifts: columns through Core, as years are kept."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Text, func, select, type_coerce
from sqlalchemy.orm import Session

from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.records.publishing import Publication
from clinicmgr.schedule.tables import PublicationRow, PublishedShiftRow

_NAMES = (
    *("shift_id", "member_id", "day", "start", "end", "position_id", "room_id", "site_id"),
    *("break_minutes", "note", "type_id"),
)
_LINE = tuple(
    type_coerce(PublishedShiftRow.day, Text) if name == "day" else getattr(PublishedShiftRow, name)
    for name in _NAMES
)
_PUBLICATION = tuple(
    getattr(PublicationRow, name) for name in Publication.__slots__
)  # in the record's order
_AT_ONCE = 500

Line = tuple[int | str | None, ...]
"""A shift as it is kept: the columns of its reference row."""


def publications_between(db: Session, first: date, last: date) -> list[Publication]:
    """Return the publications with a day from first to last, the oldest first."""
    inside = (PublicationRow.last >= first) & (PublicationRow.first <= last)
    return _publications(db, inside)


def all_publications(db: Session) -> list[Publication]:
    """Return all publications, the oldest first."""
    return _publications(db, PublicationRow.id > 0)


def next_number(db: Session) -> int:
    """Return the number of the next version."""
    newest: int | None = db.scalar(select(func.max(PublicationRow.number)))
    return (newest or 0) + 1


def lines_of(db: Session, batch: int) -> list[Shift]:
    """Return the shifts of a publication, in order of time."""
    query = select(*_LINE).where(PublishedShiftRow.batch == batch)
    rows = db.connection().execute(query.order_by(PublishedShiftRow.id))
    return [_shift(row) for row in rows.all()]


def lines_by_shift(db: Session, ids: Iterable[int]) -> dict[int, dict[int, Shift]]:
    """Return how some shifts were published, by batch and by their ids."""
    wanted = sorted(set(ids))
    found: dict[int, dict[int, Shift]] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = PublishedShiftRow.shift_id.in_(wanted[at : at + _AT_ONCE])
        for batch, *row in db.connection().execute(
            select(PublishedShiftRow.batch, *_LINE).where(some)
        ):
            found.setdefault(batch, {})[row[0]] = _shift(row)
    return found


def line(shift: Shift) -> Line:
    """Return a shift as it is kept."""
    return tuple(
        shift.day.isoformat()
        if name == "day"
        else getattr(shift, "id" if name == "shift_id" else name)
        for name in _NAMES
    )


def keep_lines(db: Session, batch: int, lines: Sequence[Line]) -> None:
    """Add the lines unless they are there, from a publication that was undone or said the same."""
    there = select(PublishedShiftRow.id).where(PublishedShiftRow.batch == batch).limit(1)
    if lines and db.scalar(there) is None:
        names = ", ".join(f'"{name}"' for name in _NAMES)
        marks = ", ".join("?" for _name in _NAMES)
        # The number stands in the statement, so that the lines are handed over as they are.
        insert = (
            f"INSERT INTO schedule_published_shift (batch, {names}) VALUES ({batch:d}, {marks})"  # noqa: S608
        )
        db.connection().exec_driver_sql(insert, list(lines))


def _publications(db: Session, condition: ColumnElement[bool]) -> list[Publication]:
    query = select(*_PUBLICATION).where(condition).order_by(PublicationRow.number)
    return [
        Publication(id_, number, first, last, note, datetime.fromisoformat(at), who, shifts, batch)
        for id_, number, first, last, note, at, who, shifts, batch in db.execute(query)
    ]


def _shift(row: Sequence[object]) -> Shift:
    values = dict(zip(_NAMES, row, strict=True))
    values["id"] = values.pop("shift_id")
    values["day"] = date.fromisoformat(str(values["day"]))
    return Shift(**values)  # type: ignore[arg-type]
