"""Leave in days of work, as the hours count it: those on which the person would have worked."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import days
from clinicmgr.reports.records import Absence, Compared, LeaveFigures, Periods, Span
from clinicmgr.reports.rules.staffing import PositionNames
from clinicmgr.staff.records import Leave, LeaveKind, StaffMember, Window

MONDAY_TO_FRIDAY = frozenset(range(5))


class Calendar:
    """On which days somebody would have been at work."""

    def __init__(
        self,
        members: Sequence[StaffMember],
        availability: Mapping[int, Dated[tuple[Window, ...]]],
        closed: Collection[date],
    ) -> None:
        self._members = {each.id: each for each in members}
        self._availability = availability
        self._closed = closed

    def days_off(self, leave: Leave, span: Span) -> Iterator[date]:
        """Yield the days of work that leave takes of a span."""
        member = self._members[leave.member_id]
        known = self._availability.get(leave.member_id)
        for day in days(max(leave.first, span.first), min(leave.last, span.last)):
            windows = known.on(day) if known is not None else None
            weekdays = MONDAY_TO_FRIDAY if windows is None else {one.weekday for one in windows}
            if day.weekday() in weekdays and day not in self._closed and member.works_on(day):
                yield day


def leave_figures(
    leave: Sequence[Leave], calendar: Calendar, titles: PositionNames, periods: Periods
) -> LeaveFigures:
    """Return days off by kind, and each absence of the period in order of time."""
    span = periods.span
    absences = [
        Absence(
            titles.person(each.member_id),
            titles.of(each.member_id),
            each.kind,
            max(each.first, span.first),
            min(each.last, span.last),
            sum(1 for _day in calendar.days_off(each, span)),
        )
        for each in leave
        if each.first <= span.last and each.last >= span.first
    ]

    def by_kind(of: Span) -> dict[LeaveKind, int]:
        counted: Counter[LeaveKind] = Counter()
        for each in leave:
            counted[each.kind] += sum(1 for _day in calendar.days_off(each, of))
        return {kind: counted[kind] for kind in LeaveKind}

    return LeaveFigures(
        Compared(
            by_kind(span),
            by_kind(periods.year_ago),
            by_kind(periods.to_date),
            tuple(by_kind(month) for month in periods.months),
        ),
        tuple(sorted(absences, key=lambda each: (each.first, each.last, each.name))),
    )
