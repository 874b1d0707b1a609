"""What has changed since a moment: so that a page reads the shifts of an edit and no others."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.journal_tables import journal_change, journal_entry
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.service.reading import shifts_by_id

_SHIFTS = "schedule_shift"
_APART = frozenset(
    {_SHIFTS, "schedule_publication", "schedule_published_shift", "schedule_call_out"}
    | {"schedule_week_plan", "schedule_planned_shift", "schedule_note"}
)
"""Tables that no rule looks at, besides the shifts themselves."""
_MANY = 400


@dataclass(frozen=True, slots=True)
class ShiftChanges:
    """The shifts that were touched as they are now, None for those that are gone.

    `earliest` is the first day any of them was or is on; None where no shift was touched.
    """

    shifts: dict[int, Shift | None]
    earliest: date | None


class Since:
    """Answers from the journal; an entry's number stands for the moment after it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def now(self) -> int:
        """Return the number of the last entry."""
        with self._journal.read() as db:
            return db.scalar(select(func.max(journal_entry.c.id))) or 0

    def shifts(self, entry: int) -> ShiftChanges | None:
        """Return the shifts touched after an entry; None where more than that has changed.

        More is whatever rules look at besides shifts: people, demand, rules, closures, rooms.
        None as well where so much was touched that reading all of it is quicker.
        """
        change = journal_change.c
        days = (func.json_extract(image, "$.day") for image in (change.before, change.after))
        # Asked for by entry alone: with the table in the question, that index would be walked.
        touched = select(change.tbl, change.row_id, *days).where(change.entry > entry)
        with self._journal.read() as db:
            rows = db.execute(touched.order_by(change.entry).limit(_MANY + 1)).all()
            if len(rows) > _MANY or not {row[0] for row in rows} <= _APART:
                return None
            rows = [row for row in rows if row[0] == _SHIFTS]
            ids = {row[1] for row in rows}
            found = shifts_by_id(db, ids)
        told = [day for row in rows for day in row[2:] if day is not None]
        earliest = date.fromisoformat(min(told)) if told else None
        return ShiftChanges({one: found.get(one) for one in ids}, earliest)
