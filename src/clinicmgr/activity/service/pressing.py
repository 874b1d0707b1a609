"""What asks for attention: open days of which nothing was counted."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from clinicmgr.activity import rules
from clinicmgr.activity.records import ServiceLine
from clinicmgr.activity.service.counting import Counting
from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import days, format_day
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

OPEN_DAYS = 14
_LOOK_BACK = timedelta(days=42)
_ONE_BY_ONE = 3
_LATE_AFTER = timedelta(days=7)
PAGE = "activity"


class Pressing:
    """Finds the days that wait for their counts."""

    def __init__(self, staff: Staff, schedule: Schedule, counting: Counting) -> None:
        self._staff, self._schedule, self._counting = staff, schedule, counting

    def uncounted(self, on: date, lines: Sequence[ServiceLine]) -> list[date]:
        """Return those of the last 14 open days before `on` of which nothing was counted.

        Only days on which providers were rostered, and none before the first count ever: who does
        not count is not asked to.
        """
        begun = self._counting.first_day()
        if begun is None or not any(line.active for line in lines):
            return []
        first, last = max(on - _LOOK_BACK, begun), on - timedelta(days=1)
        counted = self._counting.days(first, last)
        providers = {
            each.id
            for each in rules.are_providers(
                self._staff.members(), lines, self._counting.members(first, last)
            )
        }
        closed = self._schedule.closures(first, last)
        rostered = {
            each.day
            for each in self._schedule.shifts(first, last)
            if each.member_id in providers and each.day not in closed
        }
        looked_at = [day for day in days(first, last) if day in rostered | counted]
        return [day for day in looked_at[-OPEN_DAYS:] if day not in counted]

    def due(self, on: date, lines: Sequence[ServiceLine], locale: str) -> list[Due]:
        """Return a sentence for each such day, or one for all where there are many."""
        missing = self.uncounted(on, lines)
        if len(missing) <= _ONE_BY_ONE:
            return [_due([day], on, locale) for day in missing]
        return [_due(missing, on, locale)]


def _due(missing: Sequence[date], on: date, locale: str) -> Due:
    first = missing[0]
    late = first < on - _LATE_AFTER
    return Due(
        Urgency.OVERDUE if late else Urgency.TODAY,
        first,
        _("Not counted"),
        _sentence(missing, locale),
        PAGE,
        first,
    )


def _sentence(missing: Collection[date], locale: str) -> str:
    named = [format_day(day, "weekday", locale) for day in missing]
    if len(named) == 1:
        return _("Nothing was counted on {day}.").format(day=named[0])
    words = ngettext(
        "Nothing was counted on {count} day, from {first} to {last}.",
        "Nothing was counted on {count} days, from {first} to {last}.",
        len(named),
    )
    return words.format(count=len(named), first=named[0], last=named[-1])
