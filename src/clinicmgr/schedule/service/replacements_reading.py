"""Reading and noting which shifts people could not work."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import distinct, func, insert, select
from sqlalchemy.orm import Session

from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.records.replacements import StoodIn
from clinicmgr.schedule.service.reading import shifts_by_id
from clinicmgr.schedule.tables import CallOutRow, ShiftRow


def note(db: Session, shifts: Iterable[Shift]) -> None:
    """Keep who had these shifts and gave them away; what is noted already is not noted twice."""
    wanted = {(one.member_id, one.id) for one in shifts if one.member_id is not None}
    ids = {shift_id for _member_id, shift_id in wanted}
    query = select(CallOutRow.member_id, CallOutRow.shift_id).where(CallOutRow.shift_id.in_(ids))
    known = {(row.member_id, row.shift_id) for row in db.execute(query)}
    rows = [{"member_id": who, "shift_id": what} for who, what in sorted(wanted - known)]
    if rows:
        db.execute(insert(CallOutRow), rows)


def kept_call_outs(db: Session, first: date, last: date) -> tuple[StoodIn, ...]:
    """The shifts from first to last that somebody could not work, in order of time."""
    query = (
        select(CallOutRow.member_id, CallOutRow.shift_id)
        .join(ShiftRow, ShiftRow.id == CallOutRow.shift_id)
        .where(ShiftRow.day.between(first, last))
        .order_by(ShiftRow.day, ShiftRow.start, CallOutRow.id)
    )
    rows = db.execute(query).all()
    shifts = shifts_by_id(db, {row.shift_id for row in rows})
    return tuple(
        StoodIn(row.member_id, shifts[row.shift_id])
        for row in rows
        if shifts[row.shift_id].member_id != row.member_id
    )


def called_out(db: Session) -> list[Shift]:
    """All shifts that call-outs were about."""
    return list(shifts_by_id(db, db.scalars(select(CallOutRow.shift_id).distinct())).values())


def times_stood_in(db: Session, first: date, last: date) -> dict[int, int]:
    """How many shifts each person took over from somebody who was out, from first to last."""
    query = (
        select(ShiftRow.member_id, func.count(distinct(ShiftRow.id)))
        .join(CallOutRow, CallOutRow.shift_id == ShiftRow.id)
        .where(
            ShiftRow.day.between(first, last),
            ShiftRow.member_id.is_not(None),
            ShiftRow.member_id != CallOutRow.member_id,
        )
        .group_by(ShiftRow.member_id)
    )
    return {member_id: count for member_id, count in db.execute(query) if member_id is not None}
