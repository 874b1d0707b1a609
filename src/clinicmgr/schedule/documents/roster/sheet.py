"""What a sheet of the roster is made from: read once for the whole period, cut into weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from clinicmgr.kernel.periods import days
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.schedule.records import Coverage, Facts, Shift, Strength
from clinicmgr.schedule.records.notes import DayNote
from clinicmgr.schedule.rules import DayView, day_coverage
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import Leave, Position, StaffMember
from clinicmgr.staff.service import Staff

DAY = timedelta(days=1)


class Asked(Protocol):
    """Which days and positions a roster is asked for; no positions are all of them."""

    @property
    def first(self) -> date:
        """The first day."""
        ...

    @property
    def last(self) -> date:
        """The last day."""
        ...

    @property
    def position_ids(self) -> tuple[int, ...]:
        """The positions that are wanted."""
        ...

    @property
    def coverage(self) -> bool:
        """Whether coverage is wanted too."""
        ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """The days of a sheet, with everybody and everything that stands on it.

    `around` has the shifts of the days before and after as well. `versions` are the numbers of
    the published days.
    """

    settings: ClinicSettings
    facts: Facts
    days: tuple[date, ...]
    members: Sequence[StaffMember]
    positions: Sequence[Position]
    shifts: Sequence[Shift]
    around: Sequence[Shift]
    coverage: Sequence[Coverage]
    broken: frozenset[int]
    drafts: frozenset[int]
    versions: Mapping[date, int]
    notes: Sequence[DayNote] = ()

    @property
    def locale(self) -> str:
        """How days, times and numbers are written."""
        return self.settings.locale

    def leave_on(self, member_id: int, day: date) -> Leave | None:
        """Return why somebody is off on a day."""
        person = self.facts.people.get(member_id)
        absences = person.leave if person is not None else ()
        return next((one for one in absences if one.covers(day)), None)

    def between(self, first: date, last: date, *, every_day: bool = False) -> Sheet:
        """Return the sheet of some of the days.

        Without `every_day` the days that the practice does not show are left out, unless
        somebody works on them.
        """
        shifts = [one for one in self.shifts if first <= one.day <= last]
        worked = {one.day for one in shifts}
        shown = tuple(
            day
            for day in days(first, last)
            if every_day or day.weekday() in self.settings.visible_days or day in worked
        )
        working = {one.member_id for one in shifts}
        published = any(first <= day <= last for day in self.versions)
        return replace(
            self,
            days=shown,
            members=[
                member
                for member in self.members
                if member.id in working or any(member.works_on(day) for day in shown)
            ],
            shifts=shifts,
            coverage=[one for one in self.coverage if first <= one.day <= last],
            drafts=self.drafts if published else frozenset(),
        )


def read_sheet(schedule: Schedule, staff: Staff, settings: ClinicSettings, asked: Asked) -> Sheet:
    """Return the sheet of all days that are asked for."""
    checker = schedule.checker(asked.first, asked.last)
    facts, around = checker.facts, checker.shifts
    shifts = [one for one in around if asked.first <= one.day <= asked.last]
    broken = (
        shift_id
        for violation in checker.violations
        if violation.strength is Strength.NEVER
        for shift_id in violation.shift_ids
    )
    standing = schedule.publishing.standing(asked.first, asked.last, shifts)
    wanted = set(asked.position_ids)
    found = _coverage(around, facts, asked) if asked.coverage else ()
    return Sheet(
        settings=settings,
        facts=facts,
        days=tuple(days(asked.first, asked.last)),
        members=staff.members(),
        positions=[one for one in facts.positions.values() if not wanted or one.id in wanted],
        shifts=[one for one in shifts if not wanted or one.position_id in wanted],
        around=around,
        coverage=[one for one in found if not wanted or one.position_id in wanted],
        broken=frozenset(broken),
        drafts=standing.drafts,
        versions=standing.versions,
        notes=schedule.notes.between(asked.first, asked.last),
    )


def day_views(shifts: Iterable[Shift], first: date, last: date) -> Iterator[DayView]:
    """Yield who is there on each day; `shifts` are those of the days around as well."""
    by_day: dict[date, list[Shift]] = {}
    for shift in shifts:
        by_day.setdefault(shift.day, []).append(shift)
    for day in days(first, last):
        near = (day - DAY, day, day + DAY)
        yield DayView.of(day, [one for at in near for one in by_day.get(at, ())])


def _coverage(shifts: Iterable[Shift], facts: Facts, asked: Asked) -> Iterator[Coverage]:
    for view in day_views(shifts, asked.first, asked.last):
        yield from day_coverage(view, facts)
