"""The book of approved leave."""

from datetime import date

from sqlalchemy import select

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite
from clinicmgr.staff import rules
from clinicmgr.staff.records import EDIT_LEAVE, Leave, LeaveDraft, LeaveKind
from clinicmgr.staff.records.days import span_text
from clinicmgr.staff.service.dated import name_of
from clinicmgr.staff.service.people import People
from clinicmgr.staff.tables import LeaveRow


class LeaveBook:
    """Who is off when."""

    def __init__(self, journal: Journal, people: People) -> None:
        self._journal = journal
        self._people = people

    def between(self, first: date, last: date) -> list[Leave]:
        """Return all leave with a day from `first` to `last`, in order of time."""
        row = LeaveRow
        wanted = select(row).where(row.last >= first, row.first <= last)
        with self._journal.read() as db:
            return [_record(each) for each in db.scalars(wanted.order_by(row.first, row.id))]

    def of(self, member_id: int) -> list[Leave]:
        """Return all leave of one member, in order of time."""
        wanted = select(LeaveRow).where(LeaveRow.member_id == member_id)
        with self._journal.read() as db:
            return [_record(each) for each in db.scalars(wanted.order_by(LeaveRow.first))]

    def add(self, draft: LeaveDraft) -> int:
        """Enter leave; return its id."""
        member = self._people.member(draft.member_id)
        rules.check_leave(draft, member, self.of(draft.member_id))
        title = _("Leave for {name}, {days}").format(
            name=member.name, days=span_text(draft.first, draft.last)
        )
        with self._journal.change(title, EDIT_LEAVE) as db:
            return added(db, LeaveRow(**_columns(draft)))

    def change(self, leave_id: int, draft: LeaveDraft) -> None:
        """Move leave or give it other words."""
        member = self._people.member(draft.member_id)
        others = [each for each in self.of(draft.member_id) if each.id != leave_id]
        rules.check_leave(draft, member, others)
        title = _("Change leave of {name}, {days}").format(
            name=member.name, days=span_text(draft.first, draft.last)
        )
        with self._journal.change(title, EDIT_LEAVE) as db:
            overwrite(existing(db, LeaveRow, leave_id), _columns(draft))

    def remove(self, leave_id: int) -> None:
        """Cancel leave."""
        with self._journal.read() as db:
            row = existing(db, LeaveRow, leave_id)
            title = _("Cancel leave of {name}, {days}").format(
                name=name_of(db, row.member_id), days=span_text(row.first, row.last)
            )
        with self._journal.change(title, EDIT_LEAVE) as db:
            db.delete(existing(db, LeaveRow, leave_id))


def _record(row: LeaveRow) -> Leave:
    return Leave(row.id, row.member_id, row.first, row.last, LeaveKind(row.kind), row.note)


def _columns(draft: LeaveDraft) -> dict[str, object]:
    return {
        "member_id": draft.member_id,
        "first": draft.first,
        "last": draft.last,
        "kind": LeaveKind(draft.kind).value,  # a form hands over the word itself
        "note": draft.note.strip(),
    }
