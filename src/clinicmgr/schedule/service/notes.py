"""Notes on days: one for each person and day, and one for the day itself."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.schedule.records import EDIT_ROSTER
from clinicmgr.schedule.records.notes import LONGEST, DayNote
from clinicmgr.schedule.service.naming import Naming
from clinicmgr.schedule.tables import NoteRow

_SHOWN = 40


class Notes:
    """The notes on record."""

    def __init__(self, journal: Journal, naming: Callable[[], Naming]) -> None:
        self._journal = journal
        self._naming = naming

    def between(self, first: date, last: date) -> list[DayNote]:
        """Return the notes from first to last, by day, those for everybody first."""
        query = select(NoteRow).where(NoteRow.day.between(first, last))
        query = query.order_by(NoteRow.day, NoteRow.member_id.is_not(None), NoteRow.member_id)
        with self._journal.read() as db:
            return [DayNote(row.id, row.member_id, row.day, row.text) for row in db.scalars(query)]

    def text(self, member_id: int | None, day: date) -> str:
        """Return the note of a person's day, or of the day; empty where there is none."""
        with self._journal.read() as db:
            row = db.scalar(_of(member_id, day))
            return row.text if row is not None else ""

    def write(self, member_id: int | None, day: date, text: str) -> None:
        """Keep the note of a person's day, or of the day itself; an empty text removes it."""
        wanted = text.strip()
        if len(wanted) > LONGEST:
            raise UserError(
                _("The note is too long; use at most {count} letters.").format(count=LONGEST),
                field="text",
            )
        if wanted == self.text(member_id, day):
            return
        with self._journal.change(self._title(member_id, day, wanted), EDIT_ROSTER) as db:
            row = db.scalar(_of(member_id, day))
            if row is None:
                db.add(NoteRow(member_id=member_id, day=day, text=wanted))
            elif wanted:
                row.text = wanted
            else:
                db.delete(row)
            try:
                db.flush()
            except IntegrityError as error:
                raise UserError(_("This person is no longer there. Choose somebody.")) from error

    def _title(self, member_id: int | None, day: date, text: str) -> str:
        naming = self._naming()
        shown = " ".join(text.split())
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        who = naming.names().get(member_id, "?") if member_id is not None else _("everybody")
        if not text:
            return _("Remove the note for {who} on {day}").format(who=who, day=naming.day(day))
        return _("Note for {who} on {day}: {text}").format(who=who, day=naming.day(day), text=shown)


def _of(member_id: int | None, day: date) -> Select[NoteRow]:
    return select(NoteRow).where(
        NoteRow.member_id.is_not_distinct_from(member_id), NoteRow.day == day
    )
