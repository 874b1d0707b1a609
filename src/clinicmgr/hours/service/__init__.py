"""What can be done with hours worked: all verbs and questions, each told by its concept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from clinicmgr.hours.records import (
    Correction,
    PayPeriod,
    Stretch,
    StretchDraft,
    Timesheet,
    TypedDay,
)
from clinicmgr.hours.records.told import HOURS_TOLD
from clinicmgr.hours.service.adjusting import Adjusting
from clinicmgr.hours.service.closing import Closing
from clinicmgr.hours.service.finding import find
from clinicmgr.hours.service.ledger import Ledger
from clinicmgr.hours.service.paying import Paying
from clinicmgr.hours.service.planning import planned_drafts
from clinicmgr.hours.service.pressing import LOOK_BACK, missing_ends, unlocked
from clinicmgr.hours.service.sheets import Sheets
from clinicmgr.hours.service.spans import Spans
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told, most_pressing
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import days
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import Position, StaffMember
from clinicmgr.staff.records.days import span_text
from clinicmgr.staff.service import Staff

DAY = timedelta(days=1)


class Hours:
    """What was really worked, by whom and when, and what is paid for it.

    Questions return frozen records. Verbs are one named change each; they raise a UserError where
    a draft is not acceptable, the day is locked, a reason or the right is missing. `paying` keeps
    the rules and codes, `adjusting` what is paid later, `closing` signatures and the lock.
    """

    def __init__(
        self,
        journal: Journal,
        staff: Staff,
        schedule: Schedule,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self.clock = clock
        self.staff = staff
        self._journal = journal
        self._settings = settings
        self.paying = Paying(journal, settings)
        self._spans = Spans(journal, self.paying)
        self._ledger = Ledger(journal, staff, clock, self._spans)
        self.adjusting = Adjusting(journal, staff, self._spans)
        books = (self.paying, self._spans, self._ledger, self.adjusting)
        self._sheets = Sheets(journal, staff, schedule, settings, clock, books)
        self.closing = Closing(journal, staff, clock, self._spans, self._sheets)

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return HOURS_TOLD

    def names(self) -> Names:
        """Return the names behind the numbers of pay periods."""
        periods = self._spans.kept()
        return {"period_id": {one.id: span_text(one.first, one.last) for one in periods if one.id}}

    def find(self, text: str) -> list[Hit]:
        """Return days by a word of a note or of the reason for a correction."""
        return find(self._journal, text, self._names())

    def due(self, on: date) -> list[Due]:
        """Return missing ends and ended pay periods that are not signed off."""
        with self._journal.read():  # one session for all that is asked
            recent = self._ledger.days_with_hours(on - LOOK_BACK, on)
            if not recent:
                return []
            opened = self._ledger.open_stretches(on)
            periods = [
                one
                for one in self._spans.between(min(recent), on)
                if any(one.holds(day) for day in recent)
            ]
            names = self._names()
        return most_pressing([*missing_ends(opened, names), *unlocked(periods, on)])

    # Hours

    def stretches(self, first: date, last: date, member_id: int | None = None) -> list[Stretch]:
        """Return the stretches that begin on a day from first to last, by person and time."""
        return self._ledger.stretches(first, last, member_id)

    def corrections(self, first: date, last: date) -> list[Correction]:
        """Return what was corrected about days from first to last, and why."""
        return self._ledger.corrections(first, last)

    def edit(
        self,
        *,
        add: Sequence[StretchDraft] = (),
        change: Mapping[int, StretchDraft] | None = None,
        remove: Iterable[int] = (),
        reason: str = "",
        title: str | None = None,
    ) -> list[int]:
        """Add, change and remove stretches in one change; return the ids of those added.

        What the time clock said is only changed with a reason.
        """
        return self._ledger.edit(add, change, remove, reason=reason, title=title)

    def type_days(
        self, typed: Mapping[tuple[int, date], TypedDay], title: str | None = None
    ) -> list[int]:
        """Let the days of people, (member id, day), be as typed; return the ids of what is new."""
        return self._ledger.type_days(typed, title) if typed else []

    def take_in(
        self, add: Sequence[StretchDraft], change: Mapping[int, StretchDraft], title: str
    ) -> list[int]:
        """Keep what a time clock says in one change, as from a file; return the ids added."""
        return self._ledger.take_in(add, change, title)

    def require_open(self, wanted: Iterable[date]) -> None:
        """Raise a UserError where one of the days is locked."""
        self._spans.refuse_locked(wanted)

    def take_plan(self, first: date, last: date, member_ids: Collection[int] | None = None) -> int:
        """Enter the roster as worked where a day has no hours yet; return how many stretches.

        Days to come, days of leave and locked days are left alone.
        """
        return self.take_plan_of(list(days(first, last)), member_ids)

    def take_plan_of(
        self, wanted: Collection[date], member_ids: Collection[int] | None = None
    ) -> int:
        """Enter the roster as worked on these days, for these people or everybody."""
        if not wanted:
            return 0
        first, last = min(wanted), max(wanted)
        sheets = self._sheets.all(first, last, member_ids)
        locked = [one for one in self._spans.between(first, last) if one.is_locked]
        free = {day for day in wanted if not any(one.holds(day) for one in locked)}
        drafts = planned_drafts(sheets, free, self.clock.today())
        if not drafts:
            return 0
        title = ngettext(
            "Take the plan of {span}: {count} shift",
            "Take the plan of {span}: {count} shifts",
            len(drafts),
        ).format(span=span_text(first, last), count=len(drafts))
        return len(self._ledger.edit(drafts, title=title))

    # Sheets and periods

    def period_of(self, day: date) -> PayPeriod:
        """Return the pay period of a day."""
        return self._spans.of(day)

    def periods(self, first: date, last: date) -> list[PayPeriod]:
        """Return the pay periods with a day from first to last, in order."""
        return self._spans.between(first, last)

    def timesheets(
        self, first: date, last: date, member_ids: Collection[int] | None = None
    ) -> tuple[Timesheet, ...]:
        """Return the sheet of everybody employed on a day of the span, by name."""
        return self._sheets.all(first, last, member_ids)

    def timesheet(self, member_id: int, first: date, last: date) -> Timesheet:
        """Return one person's sheet; UserError where the person is not employed then."""
        found = self._sheets.all(first, last, (member_id,))
        if not found:
            name = self.staff.member(member_id).name
            words = _("{name} does not work here on any day of {span}.")
            raise UserError(words.format(name=name, span=span_text(first, last)))
        return found[0]

    # Who there is, and where

    @property
    def time_zone(self) -> str:
        """The practice's time zone, by which nights have their real length."""
        return self._settings.current().time_zone

    def members(self) -> list[StaffMember]:
        """Return all staff members by last name."""
        return self.staff.members()

    def positions(self) -> list[Position]:
        """Return all positions by rank."""
        return self.staff.positions()

    def _names(self) -> dict[int, str]:
        return {each.id: each.name for each in self.staff.members()}
