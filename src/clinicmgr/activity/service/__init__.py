"""What can be done with activity: all verbs and questions, each told by its concept."""

from collections.abc import Iterable
from datetime import date

from clinicmgr.activity import rules
from clinicmgr.activity.records import (
    ACTIVITY_TOLD,
    Count,
    PayerClass,
    PayerClassDraft,
    ServiceLine,
    ServiceLineDraft,
    Totals,
    Utilization,
)
from clinicmgr.activity.service.counting import Counting
from clinicmgr.activity.service.figures import MONTH, done_by_month, summed
from clinicmgr.activity.service.finding import find
from clinicmgr.activity.service.lines import Lines, PayerClasses
from clinicmgr.activity.service.pressing import Pressing
from clinicmgr.activity.service.using import Sources, Using
from clinicmgr.equipment.records import Asset
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import add_months, days, month_bounds
from clinicmgr.kernel.settings import Settings
from clinicmgr.places.service import Places
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.records import StaffMember
from clinicmgr.staff.service import Staff

WORKDAYS = range(5)


class Activity:
    """What was done, and how far people, rooms and assets were used.

    Questions return frozen records. Verbs are one named change each; they raise a UserError with
    the field where something is not acceptable and where the right is missing.
    """

    def __init__(
        self,
        journal: Journal,
        staff: Staff,
        places: Places,
        schedule: Schedule,
        equipment: Equipment,
        clock: Clock,
    ) -> None:
        self.clock = clock
        self._journal, self._staff = journal, staff
        self._schedule, self._equipment = schedule, equipment
        self._settings = Settings(journal)
        self._lines, self._classes = Lines(journal), PayerClasses(journal)
        self._counting = Counting(journal)
        sources = Sources(staff, places, schedule, equipment)
        self._using = Using(journal, sources, self._counting)
        self._pressing = Pressing(staff, schedule, self._counting)

    # Service lines and payer classes

    def lines(self) -> list[ServiceLine]:
        """Return all service lines by rank and name, also those no longer in use."""
        return self._lines.all()

    def add_line(self, draft: ServiceLineDraft) -> int:
        """Add a service line; return its id."""
        return self._lines.add(draft)

    def change_line(self, line_id: int, draft: ServiceLineDraft) -> None:
        """Give a service line other words, minutes, rooms, or take it out of use."""
        self._lines.change(line_id, draft)

    def remove_line(self, line_id: int) -> None:
        """Remove a service line; refused once something was counted."""
        self._lines.remove(line_id)

    def payer_classes(self) -> list[PayerClass]:
        """Return all payer classes by rank and name, also those no longer in use."""
        return self._classes.all()

    def add_payer_class(self, draft: PayerClassDraft) -> int:
        """Add a payer class; return its id."""
        return self._classes.add(draft)

    def change_payer_class(self, class_id: int, draft: PayerClassDraft) -> None:
        """Give a payer class other words, or take it out of use."""
        self._classes.change(class_id, draft)

    def remove_payer_class(self, class_id: int) -> None:
        """Remove a payer class; refused once something was counted."""
        self._classes.remove(class_id)

    def assets(self) -> list[Asset]:
        """Return the assets that a line can need, by tag."""
        return self._equipment.assets()

    # Counts

    def counts(self, first: date, last: date) -> list[Count]:
        """Return the counts from `first` to `last` by day, provider, line and class."""
        return self._counting.between(first, last)

    def set_counts(self, entries: Iterable[Count], title: str) -> int:
        """Let these be the counts of their day, provider, line and class, in one named change.

        A count of nothing takes away what was there. Returns how many differ from before.
        """
        return self._counting.keep(entries, self.known(), title)

    def known(self) -> rules.Known:
        """Return what a count may be about today."""
        return rules.Known(
            {each.id: each for each in self._staff.members()},
            frozenset(each.id for each in self.lines()),
            frozenset(each.id for each in self.payer_classes()),
            self.clock.today(),
            self._settings.current().locale,
        )

    def first_day(self) -> date | None:
        """Return the first day of which anything was counted."""
        return self._counting.first_day()

    def uncounted(self, on: date | None = None) -> list[date]:
        """Return those of the last 14 open days without a count, the earliest first."""
        return self._pressing.uncounted(on or self.clock.today(), self.lines())

    def providers(self, first: date, last: date) -> list[StaffMember]:
        """Return who provides something from `first` to `last`, by last name."""
        at_work = [
            each
            for each in self._staff.members()
            if each.started <= last and (each.ended is None or each.ended >= first)
        ]
        counted = self._counting.members(add_months(first, -3), last)
        return rules.are_providers(at_work, self.lines(), counted)

    def closed_days(self, first: date, last: date) -> dict[date, str]:
        """Return why the practice is closed, by day."""
        return self._schedule.closures(first, last)

    def providers_by_day(self, first: date, last: date) -> dict[date, list[StaffMember]]:
        """Return who is rostered of those who provide something, by open day and last name.

        Where nobody is rostered on any of the days, all of them on each open day from Monday to
        Friday.
        """
        providers = self.providers(first, last)
        closed = self._schedule.closures(first, last)
        rostered: dict[date, set[int]] = {}
        for shift in self._schedule.shifts(first, last):
            if shift.member_id is not None and shift.day not in closed:
                rostered.setdefault(shift.day, set()).add(shift.member_id)
        if rostered:
            return {
                day: [each for each in providers if each.id in there]
                for day, there in sorted(rostered.items())
            }
        return {
            day: [each for each in providers if each.works_on(day)]
            for day in days(first, last)
            if day.weekday() in WORKDAYS and day not in closed
        }

    # Figures

    def totals(self, first: date, last: date) -> Totals:
        """Return the sums of a period."""
        with self._journal.read() as db:
            return summed(db, self.lines(), first, last).get(None, Totals())

    def by_line(self, first: date, last: date) -> list[tuple[ServiceLine, Totals]]:
        """Return the sums of each service line that has any, by rank and name."""
        lines = self.lines()
        with self._journal.read() as db:
            found = summed(db, lines, first, last, "line_id")
        return [(line, found[line.id]) for line in lines if line.id in found]

    def by_provider(self, first: date, last: date) -> list[tuple[StaffMember, Totals]]:
        """Return the sums of each provider that has any, by last name."""
        with self._journal.read() as db:
            found = summed(db, self.lines(), first, last, "member_id")
        return [(each, found[each.id]) for each in self._staff.members() if each.id in found]

    def by_payer_class(self, first: date, last: date) -> list[tuple[PayerClass | None, Totals]]:
        """Return the sums of each payer class that has any; None, last, is where none was told."""
        with self._journal.read() as db:
            found = summed(db, self.lines(), first, last, "payer_class_id")
        named: list[PayerClass | None] = [*self.payer_classes(), None]
        keys = [None if each is None else each.id for each in named]
        return [(each, found[key]) for each, key in zip(named, keys, strict=True) if key in found]

    def by_month(
        self,
        first_month: date,
        last_month: date,
        *,
        line_id: int | None = None,
        member_id: int | None = None,
    ) -> list[tuple[date, Totals]]:
        """Return the sums of each month from one to another, of a line or provider if given."""
        first, last = month_bounds(first_month)[0], month_bounds(last_month)[1]
        chosen = {"line_id": line_id, "member_id": member_id}
        where = {name: value for name, value in chosen.items() if value is not None}
        with self._journal.read() as db:
            found = summed(db, self.lines(), first, last, MONTH, where)
        return [(each, found.get(f"{each:%Y-%m}", Totals())) for each in _months(first, last)]

    def lines_by_month(
        self, first_month: date, last_month: date
    ) -> list[tuple[ServiceLine, list[int]]]:
        """Return how many of each line that has any were done in each month."""
        first, last = month_bounds(first_month)[0], month_bounds(last_month)[1]
        with self._journal.read() as db:
            found = done_by_month(db, first, last)
        months = [f"{each:%Y-%m}" for each in _months(first, last)]
        counted = {line_id for _month, line_id in found}
        return [
            (line, [found.get((month, line.id), 0) for month in months])
            for line in self.lines()
            if line.id in counted
        ]

    def utilization(self, first: date, last: date) -> Utilization:
        """Return how far people, rooms and assets were used from `first` to `last`.

        Days that are still to come are left out; the formulas stand beside `Utilization`.
        """
        return self._using.of(first, last, self.clock.today(), self.lines())

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return ACTIVITY_TOLD

    def names(self) -> Names:
        """Return the names behind the numbers in columns of counts."""
        return {
            "line_id": {each.id: each.name for each in self.lines()},
            "payer_class_id": {each.id: each.name for each in self.payer_classes()},
        }

    def find(self, text: str) -> list[Hit]:
        """Return service lines and payer classes by their words."""
        return find(self._journal, text, self.lines(), self.payer_classes())

    def due(self, on: date) -> list[Due]:
        """Return the open days of the last weeks of which nothing was counted."""
        return self._pressing.due(on, self.lines(), self._settings.current().locale)


def _months(first: date, last: date) -> list[date]:
    months = [first.replace(day=1)]
    while add_months(months[-1], 1) <= last:
        months.append(add_months(months[-1], 1))
    return months
