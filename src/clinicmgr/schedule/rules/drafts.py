"""What a shift, a shift type or demand must be before it is kept."""

from collections.abc import Iterable

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.records import DemandDraft, ShiftDraft, ShiftType, ShiftTypeDraft

LONGEST_CODE = 8
LONGEST_NAME = 60
LONGEST_NOTE = 500
MOST_PEOPLE = 99


def check_shift(draft: ShiftDraft) -> None:
    """Raise a UserError unless the shift has sensible times, break and note."""
    check_times(draft.start, draft.end)
    _check_break(draft.start, draft.end, draft.break_minutes)
    if len(draft.note) > LONGEST_NOTE:
        raise UserError(
            _("The note is too long; use at most {count} letters.").format(count=LONGEST_NOTE),
            field="note",
        )


def check_shift_type(draft: ShiftTypeDraft, others: Iterable[ShiftType]) -> None:
    """Raise a UserError unless the type has a name and code of its own and sensible times."""
    if not draft.name.strip() or len(draft.name) > LONGEST_NAME:
        raise UserError(
            _("Give the shift type a name of at most {count} letters.").format(count=LONGEST_NAME),
            field="name",
        )
    _check_code(draft.code)
    check_times(draft.start, draft.end)
    _check_break(draft.start, draft.end, draft.break_minutes)
    for other in others:
        if other.code.casefold() == draft.code.casefold():
            raise UserError(
                _("The shift type {name} has the code {code} already. Choose another.").format(
                    name=other.name, code=draft.code
                ),
                field="code",
            )
        if other.name.casefold() == draft.name.casefold():
            raise UserError(
                _("There is a shift type {name} already. Choose another name.").format(
                    name=other.name
                ),
                field="name",
            )


def check_demand(draft: DemandDraft) -> None:
    """Raise a UserError unless the demand has sensible times, numbers and dates."""
    check_times(draft.start, draft.end)
    if draft.weekday not in range(7):
        raise UserError(_("Choose a weekday."), field="weekday")
    if not 0 <= draft.minimum <= MOST_PEOPLE:
        raise UserError(
            _("The minimum is a number from 0 to {most}.").format(most=MOST_PEOPLE),
            field="minimum",
        )
    if not draft.minimum <= draft.ideal <= MOST_PEOPLE:
        raise UserError(
            _("The ideal is at least the minimum, {minimum}, and at most {most}.").format(
                minimum=draft.minimum, most=MOST_PEOPLE
            ),
            field="ideal",
        )
    if draft.ideal == 0:
        raise UserError(_("Ask for at least one person."), field="ideal")
    if draft.to_day is not None and draft.to_day < draft.from_day:
        raise UserError(_("The last day is before the first."), field="to_day")


def check_times(start: int, end: int) -> None:
    """Raise a UserError unless the times are of one shift of at most 24 hours."""
    if not 0 <= start < DAY_MINUTES:
        raise UserError(_("The start is a time from 0:00 to 23:59."), field="start")
    if not start < end <= start + DAY_MINUTES:
        raise UserError(_("The end is after the start, by 24 hours at most."), field="end")


def _check_break(start: int, end: int, break_minutes: int) -> None:
    if not 0 <= break_minutes < end - start:
        raise UserError(
            _("The break is shorter than the shift, {length} minutes.").format(length=end - start),
            field="break_minutes",
        )


def _check_code(code: str) -> None:
    if not code or len(code) > LONGEST_CODE or any(sign in code for sign in " @,;+/"):
        raise UserError(
            _("The code is one to {count} letters or digits, such as FA.").format(
                count=LONGEST_CODE
            ),
            field="code",
        )
    if code[0].isdigit():
        raise UserError(
            _("The code begins with a letter, so that it is not taken for a time."), field="code"
        )
