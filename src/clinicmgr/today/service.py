"""What can be asked about a day: who is in, what needs the manager, and the last weeks."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Domain, Due
from clinicmgr.kernel.periods import week_of
from clinicmgr.places.service import Places
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff
from clinicmgr.today import rules
from clinicmgr.today.records import FirstStep, Presence, WeekFigures

if TYPE_CHECKING:
    from clinicmgr.activity.service import Activity

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
WEEKS = 12
_AROUND = 8 * WEEK  # a practice without a shift for so long before and after is being set up


class Domains(Protocol):
    """The domains in their order; a tuple is one, and so is what makes each when it is asked."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __getitem__(self, number: int, /) -> Domain:
        """Return one of them."""
        ...


class Today:
    """Asks the others; it keeps nothing itself.

    `domains` is only asked for its length and for one domain at a time, so that a domain can be
    made when it is first asked for: the page shows who is in before it reads what is due. For the
    same reason `activity`, which knows the visits, is a way to it and not the service itself.
    """

    def __init__(
        self,
        domains: Domains,
        schedule: Schedule,
        staff: Staff,
        places: Places,
        clock: Clock,
        activity: "Callable[[], Activity] | None" = None,
    ) -> None:
        self._domains = domains
        self._schedule = schedule
        self._staff = staff
        self._places = places
        self.clock = clock
        self._activity = activity

    # What needs attention

    @property
    def domain_count(self) -> int:
        """How many domains there are to ask with `due_of`."""
        return len(self._domains)

    def due_of(self, number: int, on: date) -> tuple[Due, ...]:
        """Return what one domain, by its place in the order of domains, says is due on a day."""
        return tuple(self._domains[number].due(on))

    def attention(self, on: date) -> list[Due]:
        """Return what all domains say is due on a day, the most pressing and oldest first."""
        return rules.ranked([self.due_of(number, on) for number in range(self.domain_count)])

    # Who is in

    def presence(self, on: date, now: datetime | None = None) -> Presence:
        """Return who works on a day, who is off, and what is uncovered, seen from now."""
        first, last = on - DAY, on + DAY
        material = rules.Day(
            day=on,
            facts=self._schedule.facts(on, on),
            shifts=self._schedule.shifts(first, last),
            members={one.id: one for one in self._staff.members()},
            leave=rules.off_days(self._staff.leave(first, last), first, last),
        )
        return rules.presence(material, now or self.clock.now())

    def first_steps(self) -> dict[FirstStep, bool]:
        """Return what a new practice needs before a day can be shown, and whether it is there."""
        today = self.clock.today()
        return {
            FirstStep.POSITIONS: bool(self._staff.positions()),
            FirstStep.ROOMS: bool(self._places.rooms()),
            FirstStep.STAFF: bool(self._staff.members(today)),
            FirstStep.DEMAND: bool(self._schedule.demand()),
            FirstStep.ROSTER: bool(self._schedule.shifts(today - _AROUND, today + _AROUND)),
        }

    # The last weeks

    def weeks(self, last: date) -> list[WeekFigures]:
        """Return the figures of the twelve weeks that end with the week of a day."""
        return list(self.each_week(last))

    def each_week(self, last: date) -> Iterator[WeekFigures]:
        """Yield the same weeks one by one, the oldest first, for whoever has no time for all."""
        facts = self._schedule.facts(last, last)
        end = week_of(last, facts.week_start) + WEEK
        begin = end - WEEKS * WEEK
        facts = self._schedule.facts(begin, end - DAY)
        shifts = self._schedule.shifts(begin - DAY, end)
        leave = self._staff.leave(begin - DAY, end)
        for number in range(WEEKS):
            first = begin + number * WEEK
            own = [one for one in shifts if first - DAY <= one.day <= first + WEEK]
            yield rules.week_figures(first, facts, own, leave, self._visits(first))

    def _visits(self, first: date) -> int | None:
        """Return the visits counted in a week, None if nothing was."""
        if self._activity is None:
            return None
        totals = self._activity().totals(first, first + WEEK - DAY)
        return totals.visits if totals.provider_days else None
