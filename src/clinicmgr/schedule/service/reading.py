"""Reading shifts: columns through Core and records in one pass, as ten years may be kept."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Integer, Text, select, type_coerce
from sqlalchemy.orm import Session

from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.tables import ShiftRow

# Days and flags come as they are kept: a dictionary turns the few days there are into dates.
_COLUMNS = (
    ShiftRow.id,
    ShiftRow.member_id,
    type_coerce(ShiftRow.day, Text),
    ShiftRow.start,
    ShiftRow.end,
    ShiftRow.position_id,
    ShiftRow.room_id,
    ShiftRow.site_id,
    ShiftRow.break_minutes,
    ShiftRow.note,
    ShiftRow.type_id,
    type_coerce(ShiftRow.locked, Integer),
)
_SELECT = select(*_COLUMNS).order_by(ShiftRow.day, ShiftRow.start, ShiftRow.id)
_AT_ONCE = 500


def shifts_between(db: Session, first: date, last: date) -> list[Shift]:
    """The shifts that begin on a day from first to last, in order of time."""
    return _shifts(db, ShiftRow.day.between(first, last))


def shifts_by_id(db: Session, ids: Iterable[int]) -> dict[int, Shift]:
    """The shifts with these ids; an id that is not there is left out."""
    wanted = sorted(set(ids))
    return {
        shift.id: shift
        for at in range(0, len(wanted), _AT_ONCE)
        for shift in _shifts(db, ShiftRow.id.in_(wanted[at : at + _AT_ONCE]))
    }


def found_shifts(
    db: Session, member_ids: Sequence[int], first: date, last: date | None, limit: int
) -> list[Shift]:
    """The next shifts from a day on (to a day), of some people or of everybody."""
    condition = ShiftRow.day >= first
    if last is not None:
        condition &= ShiftRow.day <= last
    if member_ids:
        condition &= ShiftRow.member_id.in_(member_ids)
    return _shifts(db, condition, limit)


def _shifts(db: Session, condition: ColumnElement[bool], limit: int | None = None) -> list[Shift]:
    rows = db.connection().execute(_SELECT.where(condition).limit(limit)).all()
    days = {text: date.fromisoformat(text) for text in {row[2] for row in rows}}
    return [
        Shift(id_, who, days[day], start, end, position, room, site, pause, note, kind, locked == 1)
        for (
            id_, who, day, start, end, position, room, site, pause, note, kind, locked,
        ) in rows
    ]  # fmt: skip
